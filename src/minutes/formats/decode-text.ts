import type { Diagnostic } from "../../model/diagnostic.ts";

export interface DecodedText {
  /** Undefined where the bytes are no text. */
  text?: string;
  diagnostics: Diagnostic[];
}

/** Bytes above which a document is not read. */
export const MAX_BYTES = 32 * 1024 * 1024;
/** Bytes looked at to tell text from anything else. */
const SAMPLE = 65_536;
/** The share of control bytes above which a file is no text; a few of them come with any damaged text. */
const MAX_CONTROLS = 0.01;

/**
 * Decodes a file's bytes: by its byte-order mark, else as UTF-8 where they are valid UTF-8, else as windows-1252.
 * The mark itself is no part of the text.
 * @param path named in the diagnostics
 * @returns no text, and an error, for a file that is empty, too large, or no text
 */
export function decodeText(path: string, bytes: Uint8Array): DecodedText {
  const encoding = findMarkedEncoding(bytes);
  const problem = findProblem(bytes, encoding);
  if (problem) return { diagnostics: [{ ...problem, document: path }] };
  if (encoding) return { text: decodeMarked(bytes, encoding), diagnostics: [] };
  const text = decodeUtf8(bytes);
  if (text !== undefined) return { text, diagnostics: [] };
  return {
    text: decodeWindows1252(bytes),
    diagnostics: [{ ...ASSUMED, document: path, ...locateDamage(bytes) }],
  };
}

/** The bytes read as UTF-8, or undefined where they are none. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function decodeWindows1252(bytes: Uint8Array): string {
  return restoreWindows1252(new TextDecoder("windows-1252").decode(bytes));
}

/**
 * Puts quotation marks, dashes and the like where a decoder took windows-1252 for Latin 1, as Node's does: it leaves
 * control characters (U+0080 to U+009F), which no text has, where browsers give what was meant.
 */
export function restoreWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (unit) => WINDOWS_1252[unit.charCodeAt(0) - 0x80] ?? unit);
}

/** What 0x80 to 0x9f stand for (WHATWG Encoding, index windows-1252). */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Where the first bytes stand that are no UTF-8. */
function locateDamage(bytes: Uint8Array): Pick<Diagnostic, "line" | "column"> {
  const lines = new TextDecoder().decode(bytes).split("\ufffd", 1)[0]?.split("\n") ?? [];
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

const ASSUMED: Diagnostic = {
  code: "assumed-encoding",
  severity: "info",
  message: "The file is not valid UTF-8 and was read as windows-1252.",
  hint: "Where letters look wrong, save the file as UTF-8.",
};

function decodeMarked(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

function findMarkedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

function findProblem(bytes: Uint8Array, encoding: string | undefined): Diagnostic | undefined {
  const hasText = bytes.subarray(0, SAMPLE).some((byte) => byte > 32) || bytes.length > SAMPLE;
  if (!hasText) return createError("empty-file", "The file is empty.", "Check that it was saved.");
  if (bytes.length > MAX_BYTES) {
    const limit = `The file is larger than ${MAX_BYTES / 1024 / 1024} MB and was not read.`;
    return createError("file-too-large", limit, "Split it into one file for each meeting.");
  }
  if (encoding?.startsWith("utf-16") || !isBinary(bytes)) return undefined;
  return createError(
    "binary-file",
    "The file is no text.",
    "Save the minutes as text, Markdown, HTML or mail.",
  );
}

function createError(code: string, message: string, hint: string): Diagnostic {
  return { code, severity: "error", message, hint };
}

function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  if (String.fromCharCode(...sample.subarray(0, 5)) === "%PDF-") return true;
  let controls = 0;
  for (const byte of sample) if (isControl(byte)) controls++;
  return controls > sample.length * MAX_CONTROLS;
}

/** White space, escapes and the marks of colour and bold in chat logs are none. */
function isControl(byte: number): boolean {
  if (byte >= 32) return byte === 127;
  const isWhite = byte >= 9 && byte <= 13;
  const isChatStyle = byte === 2 || byte === 3 || byte === 15 || byte === 22 || byte === 29 || byte === 31;
  return !isWhite && !isChatStyle && byte !== 27;
}
