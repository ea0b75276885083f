import type { Format } from "../document.ts";
import { findChatHead } from "./chat-line.ts";
import { readLogLine } from "./log-line.ts";
import { isMeetBotReport } from "./meetbot.ts";
import { isSubtitles } from "./subtitles.ts";

/** What a text can be; subtitles become a chat. */
export type TextFormat = Exclude<Format, "mail"> | "subtitles";

/** Units looked at, and lines that are not blank among them. */
const SAMPLE = 65_536;
const SAMPLE_LINES = 300;

/**
 * Tells the format of a text from what it looks like; where it could be Markdown or plain text, from the path's ending.
 * @param path only its ending is read
 */
export function detectFormat(path: string, text: string): TextFormat {
  const sample = text.slice(0, SAMPLE);
  const isMarkdown = /\.(?:md|markdown|mdown|mkdn?|mdx|qmd)$/i.test(path);
  if (isPage(sample, path, isMarkdown)) return "html";
  if (isSubtitles(sample)) return "subtitles";
  const lines = splitLines(sample);
  if (isLog(lines)) return "irc";
  if (isMeetBotReport(sample)) return "meetbot";
  if (isChat(lines)) return "chat";
  return isMarkdown || looksLikeMarkdown(sample) ? "markdown" : "plain";
}

/**
 * Whether a file is a message that has to be decoded. One saved as text, with the chief lines of its header above it,
 * is plain text.
 * @param head the file's beginning
 */
export function isEncodedMail(path: string, head: string): boolean {
  const header = findHeader(head);
  if (!header || !/^(?:from|subject|date|to):/im.test(header)) return false;
  if (/\.(?:eml|mht|mhtml)$/i.test(path) || /^(?:return-path|received|delivered-to):/im.test(header))
    return true;
  if (/^content-transfer-encoding:\s*(?:base64|quoted-printable)/im.test(header)) return true;
  if (/^content-type:\s*text\/html/im.test(header)) return true;
  const boundary = /boundary="?([^"\s;]{1,100})/i.exec(header)?.[1];
  return boundary !== undefined && head.includes(`\n--${boundary}`, header.length - 2);
}

/** A message's header: lines of a name and a value, and lines set in that go on with one, down to a blank line. */
function findHeader(head: string): string | undefined {
  const start = head.search(/\S/);
  if (start < 0 || start > 20) return undefined;
  for (let at = start; at < head.length && at < SAMPLE;) {
    const found = head.indexOf("\n", at);
    if (found < 0) return undefined;
    const line = head.slice(at, Math.min(found, at + 80)).trimEnd();
    if (line === "") return at > start ? head.slice(start, at) : undefined;
    if (!/^(?:[A-Za-z][\w-]{0,60}:|[ \t])/.test(line)) return undefined;
    at = found + 1;
  }
  return undefined;
}

function splitLines(sample: string): string[] {
  const lines = sample.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  return lines.slice(0, SAMPLE_LINES);
}

function isPage(sample: string, path: string, isMarkdown: boolean): boolean {
  const start = sample.replace(/^\uFEFF?\s{0,1000}/, "").slice(0, 2000);
  if (/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(start))
    return true;
  if (isMarkdown) return false;
  if (/\.(?:x?html?)$/i.test(path)) return /<[a-z!][^<>]*>/i.test(sample);
  const isFragment = /^<(?:div|p|h[1-6]|table|ul|ol|dl|pre|section|article|main|meta|style)[\s>]/i.test(
    start,
  );
  return isFragment && (sample.match(/<\/[a-z]/gi)?.length ?? 0) >= 3;
}

function isLog(lines: readonly string[]): boolean {
  const kinds = lines.map((line) => readLogLine(line, 0, line.length).kind);
  const messages = kinds.filter((kind) => kind === "message").length;
  const notices = kinds.filter((kind) => kind === "notice").length;
  return messages >= 2 && messages >= lines.length * 0.2 && messages + notices >= lines.length * 0.6;
}

/** Forms of `chat-line.ts` that agendas and minutes have too. */
const WEAK_FORMS = new Set([4, 6, 7]);

function isChat(lines: readonly string[]): boolean {
  const forms = new Map<number, string[]>();
  for (const line of lines) {
    const head = findChatHead(line);
    if (!head) continue;
    const names = forms.get(head.form) ?? [];
    names.push(line.slice(head.nameStart, head.nameEnd));
    forms.set(head.form, names);
  }
  return [...forms].some(([form, names]) => {
    const isWeak = WEAK_FORMS.has(form);
    if (names.length < (isWeak ? 4 : 2) || names.length < lines.length * (isWeak ? 0.3 : 0.2)) return false;
    return !isWeak || new Set(names).size <= names.length * 0.75;
  });
}

const MARKDOWN_SIGNS: readonly RegExp[] = [
  /^#{1,6} \S/m,
  /^[-*] \[[ xX]\] /m,
  /\[[^\]\n]{1,200}\]\(https?:[^)\s]{1,500}\)/,
  /(?:^|\s)\*\*\S[^*\n]{0,200}\*\*/,
  /^```/m,
  /^\|? ?:?-{3,}:? ?\|/m,
];

/** Two signs, as any one of them is met in plain text as well. */
function looksLikeMarkdown(sample: string): boolean {
  return MARKDOWN_SIGNS.filter((sign) => sign.test(sample)).length >= 2;
}
