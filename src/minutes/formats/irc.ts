import type { Block, DecodedDocument, MappedText } from "../document.ts";
import { parseHeaderDate } from "./header-date.ts";
import { readLogLine } from "./log-line.ts";
import type { LogLine } from "./log-line.ts";
import { MappedTextBuilder, mapText, trimBounds } from "./mapped-text.ts";
import { findScribeCommand, isGreeting, isRollCall, readStatement } from "./scribe-command.ts";
import type { ScribeCommand } from "./scribe-command.ts";
import { isBlank, readLine } from "./text-line.ts";

/**
 * Decodes a raw log of a chat room: messages with nick and time; what the scribe writes down becomes the words of
 * those who said them, topics become headings, actions and resolutions paragraphs. Joins, bots' small talk, the queue
 * and corrections are left out.
 */
export function decodeIrc(path: string, text: string): DecodedDocument {
  const { title, date, blocks, isMeetBot } = readLog(text, 0);
  return {
    id: path,
    path,
    format: isMeetBot ? "meetbot" : "irc",
    text,
    recipients: [],
    references: [],
    ...(title && { title }),
    ...(date && { date }),
    blocks,
    diagnostics: [],
  };
}

/** The blocks of a log that begins somewhere in a text. */
export function readLog(text: string, from: number): Reading {
  const reader = new LogReader(text);
  for (let at = from; at < text.length;) at = reader.readAt(at);
  return reader.finish();
}

interface Reading {
  blocks: Block[];
  title: string;
  date: string | undefined;
  isMeetBot: boolean;
}

/** `Ann: …`, `Ann Lee (remote): …`: whom the scribe quotes. */
const SPOKEN = /^([\p{L}@_][\p{L}\p{M}\w.'’`^|-]{0,30}(?: [\p{L}(][\p{L}\p{M}\w.'’)-]{0,30}){0,3})\s?:\s/u;
const CONTINUATION = /^(?:…|\.\.\.?)\s*/;
const NO_SPEAKER =
  /^(?:https?|note|nb|ps|re|e\.g|i\.e|fyi|question|answer|summary|next|q|a|see|from|to|subject)$/i;
/** Control characters with which clients write colours and bold type. */
const STYLE = /[\u0002\u0003\u000f\u0016\u001d\u001f]/;

/** What stands in front of a name at a roll call. */
const INTRODUCING =
  /^(?:(?:[o0]\/|\\o|hi|hello|hey|here|present|and|i['’]?m|i am|this is|it['’]?s)(?:[\s,:.!-]+|$)){0,4}/i;
/** A name, and perhaps an organisation behind a comma, a dash, "from" or in brackets. */
const INTRODUCED =
  /^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){0,2})(?:(?: here)?(?:, (?:from |for )?| [-–] | from | at | of | \()((?:\p{Lu}|\p{Ll}+\p{Lu})[\p{L}\p{N}&.-]*(?: \p{Lu}[\p{L}\p{N}&.-]*){0,3}))?(?=$|[,.;:)!]|\s\P{Lu})/u;

/** `.hello2`, `.hello ann`: how a nick tells a bot its name, at any time. */
const SAYS_HELLO = /^\.(?:hello2?|hellomynameis|hi)\b/i;

class LogReader {
  private readonly text: string;
  private blocks: Block[] = [];
  private readonly scribes = new Set<string>();
  /** Who sets the topics: what they note down need not be theirs. */
  private readonly leaders = new Set<string>();
  private hasScribeNick = false;
  private speaker: MappedText | undefined;
  /** The message that a line without a nick goes on. */
  private open: { block: Block; builder: MappedTextBuilder } | undefined;
  private title = "";
  private date: string | undefined;
  private isMeetBot = false;
  private hasOpened = false;
  private isRollCall = false;
  /** How many blocks there were when the meeting ended. */
  private closedAt = Infinity;

  constructor(text: string) {
    this.text = text;
  }

  readAt(at: number): number {
    const line = readLine(this.text, at, this.text.length);
    if (isBlank(line)) return line.next;
    const log = readLogLine(this.text, skipStyle(this.text, at, line.end), line.end);
    if (log.kind === "continuation") this.continue(line.start, line.end);
    else this.close();
    if (log.kind === "message") this.readMessage(log);
    if (log.kind === "notice") this.readNotice(log);
    return line.next;
  }

  finish(): Reading {
    this.close();
    this.dropAftermath();
    const { blocks, title, date, isMeetBot } = this;
    return { blocks, title, date, isMeetBot };
  }

  private readMessage(log: LogLine): void {
    const nick = this.text.slice(log.nickStart, log.nickEnd);
    const [start, end] = trimBounds(this.text, skipStyle(this.text, log.start, log.end), log.end);
    if (end <= start) return;
    const words = this.text.slice(start, Math.min(end, start + 400));
    const command = findScribeCommand(words, nick);
    const place = { ...log, start, end };
    if (command) this.readCommand(command, place, nick);
    else if (this.scribes.has(foldNick(nick))) this.readScribed(place, words);
    else if (this.isRollCall && this.readIntroduction(place, words)) return;
    else if ((this.isRollCall && isGreeting(words)) || SAYS_HELLO.test(words))
      this.addPresent(place, log.end);
    else this.say(place, mapText(this.text, log.nickStart, log.nickEnd), start);
  }

  /** `--- Log opened Tue May 04 17:00:00 2021` */
  private readNotice({ start, end }: LogLine): void {
    const opened = /^--- (?:Log opened|Day changed) /.exec(this.text.slice(start, Math.min(end, start + 20)));
    if (!opened) return;
    const value = this.text.slice(start + opened[0].length, Math.min(end, start + 80));
    this.date ??= parseBotDate(value) ?? parseHeaderDate(value);
  }

  private readCommand(command: ScribeCommand, log: LogLine, nick: string): void {
    if (command.kind === "opening") this.openMeeting();
    if (command.kind === "closing") this.closedAt = this.blocks.length;
    if (!("start" in command)) return;
    const start = command.kind === "statement" ? log.start + command.start : log.start;
    const words = this.text.slice(log.start, Math.min(log.end, log.start + 400));
    const value = words.slice(command.start).trim();
    if (command.kind === "heading" || command.kind === "title") this.leaders.add(foldNick(nick));
    if (command.kind === "heading") this.addHeading(command.depth, log.start + command.start, log.end);
    else if (command.kind === "title") {
      this.readTitle(words, value);
      // Who starts the meeting is there, and often writes nothing but commands.
      if (/^#startmeeting/i.test(words)) this.addPresent(log, log.end);
    } else if (command.kind === "date") this.date ??= parseHeaderDate(value) ?? parseBotDate(value);
    else if (command.kind === "present") this.addPresent(log, log.start + command.start);
    else {
      if (command.kind === "scribe") this.addScribes(words, value, nick);
      const report = this.leaders.has(foldNick(nick)) ? null : /^#info\s+/i.exec(words);
      if (report)
        return this.say(log, mapText(this.text, log.nickStart, log.nickEnd), log.start + report[0].length);
      const content = readStatement(this.text, start, log.end);
      if (content.text) this.add({ kind: "paragraph", depth: 0, content, marks: [] }, log);
    }
  }

  private readTitle(words: string, value: string): void {
    this.title ||= value.replace(/^#\S+\s+/, "");
    if (!/^#startmeeting/i.test(words)) return;
    this.isMeetBot = true;
    this.openMeeting();
  }

  /** What was said before the meeting is none of it; who is present may have been noted already. */
  private openMeeting(): void {
    if (this.hasOpened) return;
    this.hasOpened = true;
    this.close();
    this.blocks = this.blocks.filter((block) => block.kind !== "message");
  }

  /** What was said behind the meeting's end is none of it; a topic shows that it went on. */
  private dropAftermath(): void {
    const rest = this.blocks.slice(this.closedAt);
    if (rest.some((block) => block.kind === "heading")) return;
    this.blocks = [
      ...this.blocks.slice(0, this.closedAt),
      ...rest.filter((block) => block.kind !== "message"),
    ];
  }

  private addHeading(depth: number, start: number, end: number): void {
    this.speaker = undefined;
    const [from, to] = trimBounds(this.text, start, end);
    this.isRollCall = isRollCall(this.text.slice(from, Math.min(to, from + 61)));
    if (to > from && !this.isRollCall)
      this.blocks.push({ kind: "heading", depth, content: mapText(this.text, from, to), marks: [] });
  }

  /** A new scribe's nick takes the place of those before; a scribe's name (`Scribe: Ann`) only says who it is. */
  private addScribes(words: string, value: string, nick: string): void {
    const isNick = /^scribenick/i.test(words);
    if (isNick || (!this.hasScribeNick && !words.includes("+"))) this.scribes.clear();
    this.hasScribeNick ||= isNick;
    for (const name of value.split(/[\s,&]+/)) if (name) this.scribes.add(foldNick(name));
    if (!value) this.scribes.add(foldNick(nick));
  }

  /** `present+ Ann` and what Zakim lists; `present+` alone is the nick's own. */
  private addPresent(log: LogLine, start: number): void {
    const isOwn = start >= log.end || /^me\b/i.test(this.text.slice(start, Math.min(log.end, start + 3)));
    const builder = new MappedTextBuilder(this.text);
    builder.appendSynthetic("Present: ");
    if (isOwn) builder.append(log.nickStart, log.nickEnd);
    else builder.append(start, log.end);
    this.add({ kind: "paragraph", depth: 0, content: builder.build(), marks: [] }, log);
  }

  /** What the scribe writes: who speaks, then their words; later lines of theirs open with an ellipsis. */
  private readScribed(log: LogLine, words: string): void {
    const continued = CONTINUATION.exec(words);
    if (continued && this.speaker) {
      this.say(log, this.speaker, log.start + continued[0].length);
      return;
    }
    const spoken = SPOKEN.exec(words);
    if (!spoken?.[1] || NO_SPEAKER.test(spoken[1])) {
      this.add(
        { kind: "paragraph", depth: 0, content: mapText(this.text, log.start, log.end), marks: [] },
        log,
      );
      return;
    }
    this.speaker = mapText(this.text, log.start, log.start + spoken[1].length);
    this.say(log, this.speaker, log.start + spoken[0].length);
  }

  /** "o/ Ann Lee, Acme", "Ann here (Acme)": who a nick is, and whom they are with. */
  private readIntroduction(log: LogLine, words: string): boolean {
    const lead = INTRODUCING.exec(words)?.[0] ?? "";
    const match = INTRODUCED.exec(words.slice(lead.length));
    const [, name = "", body] = match ?? [];
    if (!match || !(body || name.includes(" ") || /\b(?:i['’]?m|i am|this is)\b/i.test(lead))) return false;
    const start = log.start + lead.length;
    const builder = new MappedTextBuilder(this.text);
    builder.appendSynthetic("Present: @");
    builder.append(log.nickStart, log.nickEnd);
    builder.appendSynthetic(" ");
    builder.append(start, start + name.length);
    if (body) {
      const end = start + match[0].length;
      builder.appendSynthetic(" (");
      builder.append(end - body.length, end);
      builder.appendSynthetic(")");
    }
    this.add({ kind: "paragraph", depth: 0, content: builder.build(), marks: [] }, log);
    return true;
  }

  private say(log: LogLine, speaker: MappedText, start: number): void {
    const [from, to] = trimBounds(this.text, start, log.end);
    if (to <= from) return;
    const builder = new MappedTextBuilder(this.text);
    builder.append(from, to);
    const block = this.add({ kind: "message", depth: 0, content: builder.build(), marks: [], speaker }, log);
    this.open = { block, builder };
  }

  private add(block: Block, { time }: LogLine): Block {
    const timed = time ? { ...block, time } : block;
    this.blocks.push(timed);
    return timed;
  }

  private continue(start: number, end: number): void {
    if (!this.open) {
      this.blocks.push({ kind: "paragraph", depth: 0, content: mapText(this.text, start, end), marks: [] });
      return;
    }
    this.open.builder.appendSynthetic(" ");
    this.open.builder.append(start, end);
  }

  private close(): void {
    if (this.open) this.open.block.content = this.open.builder.build();
    this.open = undefined;
  }
}

/** Nicks of one person differ in case and in the marks that clients put behind a nick in use. */
function foldNick(nick: string): string {
  return nick.replace(/^[@+]|[_`^|].{0,12}$/g, "").toLowerCase() || nick;
}

function skipStyle(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && STYLE.test(text[at] ?? "")) at++;
  return at;
}

/** `Wed Mar  4 16:00:02 2020`, as bots date a meeting's start. */
function parseBotDate(value: string): string | undefined {
  const match = /^\w{3} (\w{3}) +(\d{1,2}) [\d:]{4,8} (?:[A-Z]{3} )?(\d{4})/.exec(value);
  return match ? parseHeaderDate(`${match[2]} ${match[1]} ${match[3]}`) : undefined;
}
