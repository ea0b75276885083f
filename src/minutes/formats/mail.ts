import PostalMime from "postal-mime";
import type { Email } from "postal-mime";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { DecodedDocument } from "../document.ts";
import { decodeUtf8, decodeWindows1252, restoreWindows1252 } from "./decode-text.ts";
import { parseHtml } from "./html.ts";
import { readFields } from "./mail-header.ts";
import { decodeMeetBot, isMeetBotReport } from "./meetbot.ts";
import { findMarker } from "./plain-line.ts";
import { readPlainText } from "./plain.ts";
import { isBlank, readLine } from "./text-line.ts";

export interface MailDecoding {
  document?: DecodedDocument;
  diagnostics: Diagnostic[];
}

/** Units of a mail's parts that are looked at to choose between them. */
const SAMPLE = 1_000_000;

/**
 * Decodes a message (RFC 5322, MIME): its text is the plain part, or what the HTML part shows where the plain part is
 * missing or has lost the lines and nesting that the HTML part has.
 * @param path the file that the message stands in
 * @param bytes the message, headers first
 * @param id the document's id, where a file has several messages
 */
export async function decodeMail(path: string, bytes: Uint8Array, id = path): Promise<MailDecoding> {
  let email: Email;
  try {
    email = await PostalMime.parse(keepItems(declareCharset(bytes)), { maxNestingDepth: 50 });
  } catch {
    return { diagnostics: [createDiagnostic(id)] };
  }
  return { document: createDocument(path, id, email), diagnostics: [] };
}

function createDocument(path: string, id: string, email: Email): DecodedDocument {
  const fields = readFields(collectHeaders(email));
  const { forwarded, ...body } = readBody(email);
  return { id, path, format: "mail", ...forwarded, ...fields, ...body, diagnostics: [] };
}

type Body = Pick<DecodedDocument, "text" | "blocks"> & { forwarded?: Partial<DecodedDocument> };

function readBody(email: Email): Body {
  const text = restoreWindows1252(email.text ?? "");
  const html = restoreWindows1252(email.html ?? "");
  if (html && (!text.trim() || hasLostLayout(text, html))) {
    const { blocks, forwarded, text: visible } = parseHtml(html);
    return { text: visible, blocks, ...(forwarded && { forwarded }) };
  }
  if (isMeetBotReport(text)) return { text, blocks: decodeMeetBot("", text).blocks };
  const { blocks, forwarded } = readPlainText(text, 0, text.length);
  return { text, blocks, ...(forwarded && { forwarded }) };
}

/** Whether a plain part has none of the lists of the HTML part, or all its lines in one. */
function hasLostLayout(text: string, html: string): boolean {
  const items = count(html, /<li[\s>]/gi);
  const lines = readSample(text);
  if (items >= 3 && lines.filter((line) => findMarker(line)).length * 3 < items) return true;
  const breaks = items + count(html, /<(?:br|div|p|tr|h[1-6])[\s/>]/gi);
  return breaks >= 5 && lines.length * 4 < breaks && lines.some((line) => line.length > 1000);
}

function count(text: string, pattern: RegExp): number {
  return text.slice(0, SAMPLE).match(pattern)?.length ?? 0;
}

/** The lines that are not blank, without quotation marks and indentation. */
function readSample(text: string): string[] {
  const lines: string[] = [];
  const to = Math.min(text.length, SAMPLE);
  for (let at = 0; at < to;) {
    const line = readLine(text, at, to);
    if (!isBlank(line)) lines.push(text.slice(line.start, line.end));
    at = line.next;
  }
  return lines;
}

function collectHeaders(email: Email): Map<string, string> {
  const values = new Map<string, string>();
  for (const { key, value } of email.headers) if (!values.has(key)) values.set(key, value);
  return values;
}

/** Mail that names no character set is read as UTF-8; where it is none, as windows-1252. */
function declareCharset(bytes: Uint8Array): Uint8Array {
  if (decodeUtf8(bytes) !== undefined) return bytes;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 65_536));
  if (/charset\s*=/i.test(head)) return bytes;
  return new TextEncoder().encode(decodeWindows1252(bytes));
}

/**
 * A line that a blank ends goes on in the next one where the mail says `format=flowed` (RFC 3676); one that stands over
 * a list's item or an empty line does not, since the blank was typed by mistake.
 */
function keepItems(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder("latin1").decode(bytes);
  if (!/format="?flowed/i.test(text)) return bytes;
  const kept = bytes.slice();
  let length = 0;
  let from = 0;
  const keep = (to: number): void => {
    kept.copyWithin(length, from, to);
    length += to - from;
  };
  for (const { index, 0: blanks } of text.matchAll(MISTYPED_BLANKS)) {
    keep(index);
    from = index + blanks.length;
  }
  keep(bytes.length);
  return kept.subarray(0, length);
}

const MISTYPED_BLANKS =
  /(?<=[^\s=])(?<!^--)(?: |=20){1,4}(?=\r?\n[> ]{0,12}(?:\r?\n|(?:[-*+]|â€¢|\d{1,3}[.)])[ \t]))/gm;

function createDiagnostic(document: string): Diagnostic {
  return {
    code: "unreadable-mail",
    severity: "error",
    message: "The message is nested too deeply, or its header is too large to be read.",
    document,
    hint: "Save the message's text as a file of its own.",
  };
}
