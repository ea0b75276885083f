import type { Diagnostic } from "../model/diagnostic.ts";

/** The largest file that is read, in bytes: a mailing list's archive of a month has a tenth of it. */
export const MAX_BYTES = 64 * 1024 * 1024;
/** The longest line that is read, in bytes: flattened minutes have a hundredth of it. */
const MAX_LINE = 1024 * 1024;
const [NUL, LINE_FEED] = [0, 10];

/** How files begin that are no text, as Latin-1. */
const SIGNATURES: Readonly<Record<string, string>> = {
  "%PDF-": "a PDF",
  "PK\u0003\u0004": "a ZIP archive or an office document",
  "\u001f\u008b": "compressed with gzip",
  "\u0089PNG": "a picture",
  "\u00ff\u00d8\u00ff": "a picture",
  "{\\rtf": "a document in Rich Text Format",
};

/**
 * Tells what keeps a file from being read as minutes, with its place.
 * @param path the file's name, for the message
 * @returns nothing where it is text
 */
export function checkBytes(path: string, bytes: Uint8Array): Diagnostic | undefined {
  const fail = (code: string, message: string, place: Partial<Diagnostic> = {}): Diagnostic => ({
    code,
    severity: "error",
    message,
    document: path,
    ...place,
  });
  if (bytes.length > MAX_BYTES) return fail("too-large", `It has more than ${MAX_BYTES / 1024 / 1024} MB`);
  const start = toLatin1(bytes.subarray(0, 8192));
  if (bytes.length < 8192 && !start.trim()) return fail("empty", "The file is empty");
  const what = Object.entries(SIGNATURES).find(([signature]) => start.startsWith(signature))?.[1];
  if (what) return fail("binary", `It is ${what}`, { hint: "Save it as plain text first" });
  if (isUtf16(start)) return undefined;
  const nul = bytes.indexOf(NUL);
  if (nul >= 0) return fail("binary", "It is not text", locate(bytes, nul));
  const long = findLongLine(bytes);
  if (long !== undefined) return fail("long-line", "The line is longer than 1 MB", locate(bytes, long));
  return checkEncoding(bytes, start, fail);
}

/** A mail says its encoding itself; anything else is taken for UTF-8. */
function checkEncoding(
  bytes: Uint8Array,
  start: string,
  fail: (code: string, message: string, place: Partial<Diagnostic>) => Diagnostic,
): Diagnostic | undefined {
  if (/charset=|^From /i.test(start) || isUtf8(bytes)) return undefined;
  const before = new TextDecoder().decode(bytes).split("\ufffd", 1)[0]?.split("\n") ?? [];
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return fail("not-utf-8", "It is not UTF-8", { ...place, hint: "Convert it, e.g. with iconv" });
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isUtf16(start: string): boolean {
  return start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
}

function toLatin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** The offset of the first line that is too long. */
function findLongLine(bytes: Uint8Array): number | undefined {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, start);
    if ((end < 0 ? bytes.length : end) - start > MAX_LINE) return start;
    if (end < 0) return undefined;
    start = end + 1;
  }
  return undefined;
}

/** Line and column, in bytes, both from 1. */
function locate(bytes: Uint8Array, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (
    let end = bytes.indexOf(LINE_FEED);
    end >= 0 && end < offset;
    end = bytes.indexOf(LINE_FEED, lineStart)
  ) {
    line += 1;
    lineStart = end + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
