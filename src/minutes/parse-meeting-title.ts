import * as chrono from "chrono-node/en";
import { remember } from "../model/remember.ts";
import type { DecodedDocument, MappedText } from "./document.ts";
import { mapSpan } from "./mapped-text.ts";

export interface MeetingTitle {
  title: string;
  titleContent?: MappedText;
  /** ISO 8601 calendar date, or the empty string. */
  date: string;
}

const REFERENCE = { instant: new Date(Date.UTC(2000, 0, 1, 12)), timezone: 0 };

/**
 * Finds a calendar date in a line.
 * @returns the date as ISO 8601 with the place where it stands, or undefined where day, month or year is not said
 */
export const findDate: (text: string) => DateInText | undefined = remember(searchDate);

interface DateInText {
  date: string;
  start: number;
  end: number;
}

function searchDate(text: string): DateInText | undefined {
  const compact =
    /(?<![\d.])(20\d\d|19\d\d)[-./_](0?[1-9]|1[0-2])[-./_](0?[1-9]|[12]\d|3[01])(?!\d)/.exec(text) ??
    /(?<!\d)(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/.exec(text);
  if (compact)
    return {
      date: toIso(Number(compact[1]), Number(compact[2]), Number(compact[3])),
      start: compact.index,
      end: compact.index + compact[0].length,
    };
  const line = text.slice(0, 400).replace(COUNT, (count) => " ".repeat(count.length));
  if (!MAY_BE_DATED.test(line)) return undefined;
  for (const result of chrono.strict.parse(line, REFERENCE)) {
    const { start } = result;
    if (!start.isCertain("day") || !start.isCertain("month") || !start.isCertain("year")) continue;
    if (RELATIVE.test(result.text)) continue;
    const iso = toIso(start.get("year") ?? 0, start.get("month") ?? 0, start.get("day") ?? 0);
    return { date: iso, start: result.index, end: result.index + result.text.length };
  }
  return undefined;
}

/** "day 1 – 19 July 2023": the number in front of the dash is no day of the month. */
const COUNT = /\b(?:day|part|no\.?|nr\.?) ?#?\d{1,3}(?=\s+[-–—]\s)/gi;

/** "for 3 weeks", "two days ago": how long or how far away, and no day of the calendar. */
const RELATIVE = /\b(?:(?:day|week|month|year|hour|minute|second|fortnight)s?|ago|mins?|hrs?|secs?)\b/i;

/** What a date with day, month and year cannot do without; looking for one takes its time. */
const MAY_BE_DATED =
  /\d.*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*\d|\d[/.\-–\s]\s?\d/is;

const toIso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

const DECORATION = /^[\s\p{P}\p{S}]+|[\s,:;\-–—_|~*#=…·•]+$|\s*\.{2,}\s*$/gu;
const REPLY = /^(?:(?:re|fwd?|aw|sv|wg)\s*:\s*)+/i;
/** "Here are the notes from today's …": how a mail begins that has minutes below. */
const INTRODUCTION =
  /^(?:here|these|below|attached|following)\b[^.]{0,40}?\b(?:minutes|notes|summary)\s+(?:of|from|for)\s+/i;
const LIST_TAG = /^\[[^\]]{1,40}\]\s*/;
const MINUTES_WORDS =
  /\s*\b(?:meeting\s+|call\s+)?(?:(?:minutes|notes|summary)\b(?:\s+(?:for|of|from|and next meeting))?|results(?:\s+(?:for|of|from)\b|\s*$))\s*|\s+(?:minutes|notes)$/gi;

/** The title and the date of the meeting, from the mail's subject, the first heading or line, and the file's name. */
export function parseMeetingTitle(
  document: DecodedDocument,
  first: MappedText | undefined,
  dated: readonly MappedText[],
): MeetingTitle {
  const own = document.title ? { text: document.title, content: findTitleInText(document) } : undefined;
  const line = first && first.text.length <= 200 ? { text: first.text, content: first } : undefined;
  const chosen = own ?? line;
  const title = chosen ? cleanTitle(chosen.text) : "";
  const fallback = line ? cleanTitle(line.text) : "";
  // A page's title may say again what its first heading says.
  const content = chosen?.content ?? (fallback === title ? line?.content : undefined);
  return {
    title: title || fallback || titleOfPath(document.path),
    ...(content ? { titleContent: content } : {}),
    date: findMeetingDate(document, [own?.text, line?.text, ...dated.map((candidate) => candidate.text)]),
  };
}

function findTitleInText(document: DecodedDocument): MappedText | undefined {
  const at = document.title ? document.text.indexOf(document.title) : -1;
  return at < 0 ? undefined : mapSpan(document.text, at, at + (document.title as string).length);
}

function findMeetingDate(document: DecodedDocument, lines: readonly (string | undefined)[]): string {
  for (const line of lines) {
    const found = line ? findDate(line) : undefined;
    if (found) return found.date;
  }
  const name = findDate(document.path.slice(document.path.lastIndexOf("/") + 1));
  return name?.date ?? document.date ?? findDate(document.path)?.date ?? "";
}

/** A title without its date, numbers, tags and the word "minutes". */
export function cleanTitle(raw: string): string {
  let text = raw
    .slice(0, 400)
    .replace(INTRODUCTION, "")
    .replace(/^(.{8,}?[\p{L}\p{N})])\.\s+\p{Lu}.*$/u, "$1")
    .replace(REPLY, "")
    .replace(LIST_TAG, (tag) =>
      !/\d+\/\d+/.test(tag) && (/\d/.test(tag) || raw.replace(REPLY, "").length - tag.length < 12)
        ? tag.replace(/[[\]]/g, "")
        : "",
    )
    .replace(REPLY, "");
  const date = findDate(text);
  if (date) text = `${text.slice(0, date.start)} ${text.slice(date.end)}`;
  text = text.replace(/\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/g, " ").replace(/\s*\(\s*\)/g, " ");
  const short = text
    .replace(MINUTES_WORDS, " ")
    .replace(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s)?\b,?/gi, " ");
  const cleaned = tidy(short);
  if (/\p{L}{2}/u.test(cleaned) && !NO_TITLE.test(cleaned) && !NO_NAME.test(cleaned)) return cleaned;
  const full = tidy(text.replace(/\s+(?:for|of|on|from)\s*$/i, ""));
  if (!NO_TITLE.test(full)) return full;
  // "[harbour-wg] Minutes, 2 Nov 2023": nothing else names it.
  const tag = LIST_TAG.exec(raw.replace(REPLY, ""))?.[0] ?? "";
  return /\p{L}{2}/u.test(tag) && !NO_TITLE.test(tidy(tag)) ? tidy(tag.replace(/[[\]]/g, "")) : "";
}

/** How or how often people meet: only with the word for minutes behind it a title. */
const NO_NAME =
  /^(?:irc|chat|phone|video|zoom|online|virtual|daily|weekly|bi-?weekly|fortnightly|monthly|quarterly|annual|yearly|regular|team|community|group|general|public|internal|draft)$/i;

/** "Hello,", "Hi all", "Dear colleagues,", or a line that is nothing but an address: whatever stands first, no title. */
export function isGreetingOrAddress(line: string): boolean {
  return GREETING.test(line) || /^\s*(?:https?:\/\/|www\.)\S*\s*$/i.test(line);
}

const GREETING =
  /^\s*(?:hello|hi|hey|dear|greetings|good (?:morning|afternoon|evening|day))(?:\s+(?:all|everyone|everybody|folks|team|there|colleagues|friends|members|list|again|\p{Lu}\p{L}*)){0,4}\s*[,!.:–-]*\s*$/iu;

/** What a title of nothing but words for minutes, days and hours leaves. */
const NO_TITLE =
  /^(?:(?:minutes|notes|summary|agenda|for|of|from|the|on|at|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}:\d{2}|utc|gmt|[ap]m)[\s,.:;–-]*)+$/i;

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(DECORATION, "")
    .replace(/^(?:of |from )?(?:the |our |(?:today|yesterday)['’]s |(?:this|last) week['’]s )(?=\S+)/i, "")
    .replace(/\s+[-–—|:·]+\s+(?=[-–—|:·])/g, " ")
    .replace(/(?<=\S)\s+[-–—]\s+the (?:call|meeting|sync|session)$/i, "")
    .trim();

function titleOfPath(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[a-z]{1,5}(?:#\d+)?$/i, "");
  const date = findDate(name);
  const rest = date ? `${name.slice(0, date.start)} ${name.slice(date.end)}` : name;
  return tidy(rest.replace(/[-_.]+/g, " ")) || name;
}
