import type { Block, DecodedDocument, MappedText } from "../document.ts";
import { findChatHead, isChatNotice, isReaction, isStamped, skipReplyQuote } from "./chat-line.ts";
import type { ChatHead } from "./chat-line.ts";
import { parseHeaderDate } from "./header-date.ts";
import { joinTextLines, mapText, trimBounds } from "./mapped-text.ts";
import { parsePlainText } from "./plain.ts";

/**
 * Decodes a chat export (Zoom, Slack, Discord, Teams, WhatsApp, Zulip, Matrix): each message with who wrote it, as
 * written, and when. Reactions, notices and the quotations that replies open with are left out.
 */
export function decodeChat(path: string, text: string): DecodedDocument {
  const messages = findMessages(text);
  const date = parseHeaderDate(messages[0]?.head.time ?? "");
  const preface = parsePlainText(text, 0, messages[0]?.lineStart ?? text.length).filter(
    ({ content }) => !isStamped(content.text),
  );
  return {
    id: path,
    path,
    format: "chat",
    text,
    recipients: [],
    references: [],
    ...(date && { date }),
    blocks: [...preface, ...messages.flatMap((message) => readMessage(text, message))],
    diagnostics: [],
  };
}

interface Message {
  lineStart: number;
  end: number;
  head: ChatHead;
}

function findMessages(text: string): Message[] {
  const messages: Message[] = [];
  const form = findForm(text);
  let last: Message | undefined;
  for (let at = 0; at < text.length;) {
    const found = text.indexOf("\n", at);
    const lineEnd = found < 0 ? text.length : found;
    const line = text.slice(at, text[lineEnd - 1] === "\r" ? lineEnd - 1 : lineEnd);
    const head = findChatHead(line);
    if (head?.form === form) messages.push((last = { lineStart: at, end: lineEnd, head }));
    else if (isStamped(line) || /^\{(?:Reactions|Attachments|Embed|Stickers)\}$/.test(line)) last = undefined;
    else if (last) last.end = lineEnd;
    at = lineEnd + 1;
  }
  return messages;
}

/** The form of most messages at the start. */
function findForm(text: string): number {
  const counts = new Map<number, number>();
  for (const line of text.slice(0, 50_000).split("\n")) {
    const head = findChatHead(line.trimEnd());
    if (head) counts.set(head.form, (counts.get(head.form) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1;
}

function readMessage(text: string, { lineStart, end, head }: Message): Block[] {
  const speaker = mapText(text, lineStart + head.nameStart, lineStart + head.nameEnd);
  const [start, stop] = trimBounds(text, Math.min(lineStart + head.start, end), end);
  const words = text.slice(start, Math.min(stop, start + 400));
  if (!words || isReaction(text.slice(start, Math.min(stop, start + 301))) || isChatNotice(words)) return [];
  const own = trimBounds(text, start + skipReplyQuote(words), stop);
  return splitParagraphs(text, ...own).map((content) => ({
    kind: "message" as const,
    depth: 0,
    content,
    marks: [],
    speaker,
    ...(head.time && { time: head.time }),
  }));
}

/** A message's lines; a blank line or a list's marker starts a new block of the same speaker. */
function splitParagraphs(text: string, start: number, end: number): MappedText[] {
  const parts: MappedText[] = [];
  let from = start;
  for (let at = start; at < end;) {
    const found = text.indexOf("\n", at);
    const next = found < 0 || found >= end ? end : found + 1;
    if (next < end && /^\s*(?:\r?\n|[-*•] |\d{1,2}[.)] )/.test(text.slice(next, Math.min(end, next + 20)))) {
      parts.push(joinTextLines(text, from, next));
      from = next;
    }
    at = next;
  }
  parts.push(joinTextLines(text, from, end));
  return parts.filter((part) => part.text);
}
