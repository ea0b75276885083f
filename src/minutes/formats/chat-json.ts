import type { Block, DecodedDocument } from "../document.ts";
import { isChatNotice } from "./chat-line.ts";
import { decodeEntity } from "./html-entity.ts";
import { joinTextLines, mapText } from "./mapped-text.ts";

interface Message {
  name: string;
  words: string;
  /** In Coordinated Universal Time, where the export says when. */
  sent: string | undefined;
}

type Json = Readonly<Record<string, unknown>>;

/** Where the exports of Slack, Discord, Matrix, Telegram, Zulip and Mattermost keep who wrote a message. */
const NAMES = [
  ["user_profile", "real_name"],
  ["user_profile", "display_name"],
  ["author", "nickname"],
  ["author", "name"],
  ["author", "username"],
  ["sender_full_name"],
  ["from"],
  ["username"],
  ["sender"],
  ["user"],
];
const WORDS = [["text"], ["content", "body"], ["content"], ["message"], ["body"]];
const TIMES = [["ts"], ["timestamp"], ["origin_server_ts"], ["date"], ["create_at"], ["sent"]];
/** Exports hold other lists too; this many messages at the start must have a name and words. */
const PROBE = 50;

/**
 * Decodes a chat exported as JSON; the document's text is its messages as a reader would see them, one below the other.
 * @returns undefined where the text is no JSON, or holds no messages
 */
export function decodeChatJson(path: string, text: string): DecodedDocument | undefined {
  const messages = findMessages(parseJson(text));
  if (!messages?.some((message) => readMessage(message, new Map()))) return undefined;
  const names = collectNames(messages);
  const read = messages.flatMap((message) => readMessage(message, names) ?? []);
  const date = read.find(({ sent }) => sent)?.sent?.slice(0, 10);
  return {
    id: path,
    path,
    format: "chat",
    ...writeTranscript(read),
    recipients: [],
    references: [],
    ...(date && { date }),
    diagnostics: [],
  };
}

function parseJson(text: string): unknown {
  if (!/^\uFEFF?\s{0,1000}[[{]/.test(text.slice(0, 1010))) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

function findMessages(data: unknown): Json[] | undefined {
  const list = Array.isArray(data) ? data : isJson(data) ? data["messages"] : undefined;
  if (!Array.isArray(list)) return undefined;
  const messages = list.filter(isJson);
  return messages.slice(0, PROBE).some((message) => findText(message, WORDS)) ? messages : undefined;
}

/** Slack writes whom a message mentions by their key. */
function collectNames(messages: readonly Json[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const message of messages) {
    const key = message["user"];
    const name = findText(message, NAMES);
    if (typeof key === "string" && name) names.set(key, name);
  }
  return names;
}

function readMessage(message: Json, names: ReadonlyMap<string, string>): Message | undefined {
  const subtype = message["subtype"];
  if (typeof subtype === "string" && /_(?:join|leave|topic|purpose|name|archive)$/.test(subtype))
    return undefined;
  const name = findText(message, NAMES)?.trim();
  const words = findText(message, WORDS);
  if (!name || !words?.trim() || isChatNotice(words)) return undefined;
  return { name: name.replace(/\s+/g, " "), words: readMarkup(words, names).trim(), sent: findTime(message) };
}

/** Slack's `<@U1>`, `<https://…|label>` and character references. */
function readMarkup(words: string, names: ReadonlyMap<string, string>): string {
  if (!/[<&]/.test(words)) return words;
  return words
    .replace(/<@(\w{1,30})(?:\|[^<>]{0,80})?>/g, (whole, key: string) =>
      names.has(key) ? `@${names.get(key)}` : whole,
    )
    .replace(
      /<(https?:[^<>|\s]{1,2000})(?:\|([^<>]{0,500}))?>/g,
      (_, url: string, label?: string) => label || url,
    )
    .replace(/&(?:amp|lt|gt|quot|#39);/g, decodeEntity);
}

function writeTranscript(messages: readonly Message[]): { text: string; blocks: Block[] } {
  const lines: string[] = [];
  let at = 0;
  const spans = messages.map(({ name, words, sent }) => {
    const time = sent?.slice(11, 16);
    const nameStart = at + (time ? time.length + 1 : 0);
    const start = nameStart + name.length + 2;
    const line = `${time ? `${time} ` : ""}${name}: ${words}\n`;
    lines.push(line);
    at += line.length;
    return { time, nameStart, nameEnd: nameStart + name.length, start, end: start + words.length };
  });
  const text = lines.join("");
  const blocks = spans.map(({ time, nameStart, nameEnd, start, end }): Block => ({
    kind: "message",
    depth: 0,
    content: joinTextLines(text, start, end),
    marks: [],
    speaker: mapText(text, nameStart, nameEnd),
    ...(time && { time }),
  }));
  return { text, blocks };
}

function findText(message: Json, paths: readonly (readonly string[])[]): string | undefined {
  for (const path of paths) {
    const value = joinPieces(getIn(message, path));
    if (value) return value;
  }
  return undefined;
}

/** Telegram writes a text with links in it as a list of texts and of objects with a text. */
function joinPieces(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return undefined;
  const pieces = value.map((piece: unknown) => (isJson(piece) ? piece["text"] : piece));
  return pieces.filter((piece) => typeof piece === "string").join("");
}

function findTime(message: Json): string | undefined {
  for (const path of TIMES) {
    const value = getIn(message, path);
    const time =
      typeof value === "number" || /^\d{9,16}(?:\.\d{1,9})?$/.test(String(value))
        ? toDate(Number(value))
        : value;
    if (time instanceof Date && !Number.isNaN(time.getTime())) return time.toISOString();
    if (typeof time === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(time)) return time;
  }
  return undefined;
}

/** Seconds, milliseconds or microseconds since 1970, told by their size. */
function toDate(value: number): Date {
  return new Date(value < 1e11 ? value * 1000 : value < 1e14 ? value : value / 1000);
}

function getIn(message: Json, path: readonly string[]): unknown {
  let value: unknown = message;
  for (const name of path) value = isJson(value) ? value[name] : undefined;
  return value;
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
