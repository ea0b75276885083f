import { findSectionRole, isStateRole } from "../section-role.ts";

/** How far into a line a label's colon may stand. */
const LABEL_REACH = 64;
const SMALL_WORDS = new Set(
  "de del der den di da la le van von bin al and und et as the of for to & + -".split(" "),
);
const OPEN_ENDINGS = new Set("a an and or the of to for with in on at by from as is are was that".split(" "));

/** `<ada> …`, as logs quote who wrote a line. */
export const NICK = /^<[\p{L}_][^\s<>@:/.]{0,30}> /u;

/**
 * Whether a line opens with a label: `RH: …`, `Mars Lee: …`, `ACTION: …`, `**Lucas (as chair)**: …`, or goes on a
 * speaker's words (`… `). Minute-takers start a new line for each of them.
 * @param afterSentence whether the line before ended a sentence; only then is a lower-case nick a label
 */
export function isLabelledLine(line: string, afterSentence: boolean): boolean {
  if (/^(?:…|\.\.\.|[-=]{1,2}>\s)/.test(line) || NICK.test(line) || DASHED.test(line)) return true;
  if (MARKED.test(line)) return true;
  const label = findLabel(line);
  if (!label) return false;
  const words = label.split(/[\s,/]+/).filter(Boolean);
  if (words.length === 0 || words.length > 6) return false;
  if (isStateLine(label)) return true;
  if (/^[\p{Ll}_][\w|^-]*$/u.test(label))
    return afterSentence || ROLES_OF_PEOPLE.has(findSectionRole(label) ?? "");
  if (!/^[\p{Lu}\p{Lt}\p{Lo}@[(#]/u.test(label) || (label.startsWith("(") && !afterSentence)) return false;
  return words.every(isLabelWord) || (words.length <= 3 && afterSentence);
}

/** "Ann -- the rails", "Ann/Bob -- the gate": whose line it is. */
const DASHED = /^\p{Lu}[\p{L}'’-]+\.?(?:[ /&,]{1,3}\p{Lu}[\p{L}'’-]*\.?){0,3} (?:--|–|—) \S/u;

/** "ACTION(ann) …", "[ ] Ann to …": a mark opens a line of its own. */
const MARKED = /^(?:(?:ACTION|AGREED|TODO|DECISION|AI|AP|INFO)\s?\([^()]{1,40}\)|\[[ xX✓]?\] \S)/;

/** "here:", "scribe:" begin a line of their own, whatever stands above them. */
const ROLES_OF_PEOPLE: ReadonlySet<string> = new Set(["present", "absent", "officer"]);

/** Whether a line is nothing but the state of what stands below it, in somebody's report: "done", "next:", "blocked". */
export function isStateLine(line: string): boolean {
  if (line.length > 24) return false;
  return isStateRole(findSectionRole(line)) && /^[\p{L}\s:*_]+$/u.test(line);
}

/** A line's label: what stands before its first colon, without emphasis; undefined where it has none. */
export function findLabel(line: string): string | undefined {
  const head = line.slice(0, LABEL_REACH);
  const colon = head.indexOf(":");
  if (colon < 1) return undefined;
  const behind = line.slice(colon + 1, colon + 4).replace(/^[*_]+/, "");
  if (behind !== "" && !/^\s/.test(behind)) return undefined;
  const label = head.slice(0, colon).replace(/^[*_\s]+|[*_\s]+$/g, "");
  return /[.!?;"“”]\s/.test(
    label.replace(/\b(?:\p{Lu}|Resp|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Asst|Assoc|Exec|Dept)\. /gu, ""),
  )
    ? undefined
    : label;
}

/**
 * Whether the writer meant the break between two lines, since the next word would have fitted on the line above.
 * @param width columns that the text's lines are wrapped at
 * @param share of the width that a line may fill for its break to be meant
 */
export function isMeantBreak(above: string, below: string, width: number, share = 0.75): boolean {
  if (!/^[\p{Lu}\p{Lt}\p{Lo}\p{N}@#([“"'`*]|^https?:/u.test(below)) return false;
  if (/[,(/&-]$/.test(above)) return false;
  const lastWord = above.slice(above.lastIndexOf(" ") + 1).toLowerCase();
  if (OPEN_ENDINGS.has(lastWord)) return false;
  if (lastWord === above.toLowerCase() && /^https?:/.test(above)) return true;
  const space = below.indexOf(" ");
  const firstWord = space < 0 ? below.length : space;
  if (above.length > 1.4 * width) return above.includes(" ", Math.floor(1.2 * width));
  return above.length + 1 + Math.min(firstWord, width / 4) <= width * share;
}

/** Whether a whole line would have stood on the one above: nobody wraps there, whatever letter it begins with. */
export const hasRoomForLine = (above: string, below: string, width: number): boolean =>
  above.length + 1 + below.length <= width * 0.75 && !/[,(/&-]$/.test(above) && !isOpenEnded(above);

/**
 * Whether two lines are rows of columns that white space sets apart ("Ann Lee      Ember Works"): prose has no such gap
 * but behind a full stop, and what a row's last column is continued with is set in.
 */
export function areRows(above: string, aboveIndent: number, below: string, belowIndent: number): boolean {
  return Math.abs(aboveIndent - belowIndent) <= 1 && (COLUMN_GAP.test(above) || COLUMN_GAP.test(below));
}

const COLUMN_GAP = /[^\s.:;!?,](?: {3}|\t)\s{0,80}\S/;

/** Whether a line ends in a word that something must follow: "the log is", "on the". */
export const isOpenEnded = (line: string): boolean =>
  OPEN_ENDINGS.has(line.slice(line.lastIndexOf(" ") + 1).toLowerCase());

/** The nicks that stand in brackets at the start of two lines or more: "(alee) I noticed". */
export function findAsideNicks(text: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const nicks = new Set<string>();
  if (!text.includes("(")) return nicks;
  for (const { 1: nick } of text.matchAll(/^[ \t]{0,40}(?:[-*+•] )?\(([a-z_][\w.|-]{1,20})\) (?=\S)/gm)) {
    if (!nick) continue;
    if (seen.has(nick)) nicks.add(nick);
    seen.add(nick);
  }
  return nicks;
}

export function endsSentence(text: string): boolean {
  return /[.!?:;…)\]]$/.test(text);
}

/**
 * The columns that a text's lines are wrapped at.
 * @returns between 60 and 80
 */
export function estimateWidth(text: string, from: number, to: number): number {
  const SAMPLE = 100_000;
  const end = Math.min(to, from + SAMPLE);
  let longest = 60;
  for (let at = from; at < end && longest < 80;) {
    const found = text.indexOf("\n", at);
    const lineEnd = found < 0 || found > end ? end : found;
    if (text.slice(at, lineEnd).includes(" ")) longest = Math.max(longest, Math.min(lineEnd - at, 80));
    at = lineEnd + 1;
  }
  return longest;
}

/**
 * Whether a text has a statement a line, without marks in front and without wrapping: its lines end where they are
 * done, with room for the next line's first word, and the next line begins with a capital.
 */
export function isLineWise(text: string, from: number, to: number): boolean {
  const counts = { loose: 0, tight: 0, small: 0 };
  let above = "";
  for (const raw of text.slice(from, Math.min(to, from + LINE_SAMPLE)).split("\n", MOST_LINES)) {
    const below = raw.trimEnd();
    const isPair = above.length >= 30 && sameIndent(above, below) && !STARTS_ANEW.test(below.trimStart());
    if (isPair) {
      const [first = ""] = below.trimStart().split(" ", 1);
      const hasRoom = above.length + 1 + first.length <= COMMON_WIDTH;
      counts[hasRoom ? "loose" : "tight"]++;
      if (hasRoom && /^\p{Ll}/u.test(first)) counts.small++;
    }
    above = below;
  }
  return counts.loose >= 3 && counts.loose >= 4 * counts.tight && counts.small * 3 <= counts.loose;
}

/** Whether nobody has wrapped a text's lines: some run on far beyond where anybody does, and hardly any goes on below. */
export function isUnwrapped(text: string, from: number, to: number): boolean {
  let long = 0;
  let wrapped = 0;
  let above = "";
  for (const raw of text.slice(from, Math.min(to, from + LINE_SAMPLE)).split("\n", MOST_LINES)) {
    const below = raw.trimEnd();
    if (below.length > 95 && below.includes(" ", 80) && !/\t| {3}/.test(below.trimStart())) long++;
    if (above.length > 58 && above.length <= 110 && /^\s*\p{Ll}/u.test(below)) wrapped++;
    above = below;
  }
  return long >= 3 && long > 3 * wrapped;
}

/**
 * Whether a text tells by its margin what belongs under what, without marks in front: short lines in small letters stand
 * over lines that are set in below them.
 */
export function isOutline(text: string, from: number, to: number): boolean {
  let heads = 0;
  let above = "";
  for (const raw of text.slice(from, Math.min(to, from + LINE_SAMPLE)).split("\n", MOST_LINES)) {
    const below = raw.trimEnd();
    if (below !== "" && isOutlineHead(above) && indentOf(below) >= indentOf(above) + 2) heads++;
    above = below;
  }
  return heads >= 3;
}

/** "status", "  ann", "release 0.9": a few small words that end in no mark. */
export const isOutlineHead = (line: string): boolean =>
  line.length <= 40 &&
  /^\s*\p{Ll}(?:[^.;!?>]|\.(?=\d))*[^\s.,;!?]$/u.test(line) &&
  line.trim().split(" ").length <= 6;

const indentOf = (line: string): number => line.search(/\S/);

const LINE_SAMPLE = 100_000;
const MOST_LINES = 2000;
/** Columns that hardly anybody wraps a line before. */
const COMMON_WIDTH = 66;
/** Markers, labels, quotations, headings and tables. */
const STARTS_ANEW = /^(?:$|[-*+•>#=|~<[(]|\p{N}{1,3}[.)]|[\p{L}\p{N} ./()-]{1,40}:(?:\s|$))/u;

const sameIndent = (a: string, b: string): boolean => indentOf(a) === indentOf(b);

/** As {@link isMeantBreak}, in a text that tells by its margin what belongs together: whatever letter a line begins with. */
export function isOutlineBreak(
  above: string,
  column: number,
  below: string,
  width: number,
  share = 0.75,
): boolean {
  if (/[,(/&-]$/.test(above) || isOpenEnded(above)) return false;
  const space = below.indexOf(" ");
  const firstWord = space < 0 ? below.length : space;
  return column + above.length + 1 + Math.min(firstWord, width / 4) <= width * share;
}

/** As {@link isMeantBreak}, in a text that has a statement a line. */
export function endsStatement(above: string, below: string): boolean {
  const lastWord = above.slice(above.lastIndexOf(" ") + 1).toLowerCase();
  if (/[,(/&-]$/.test(above) || OPEN_ENDINGS.has(lastWord)) return false;
  return !/^\p{Ll}/u.test(below) || above.length < COMMON_WIDTH - 8;
}

function isLabelWord(word: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{Lo}\p{N}@([#]/u.test(word) || word.endsWith(")") || SMALL_WORDS.has(word);
}
