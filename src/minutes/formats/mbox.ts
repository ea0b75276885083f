/** An address and a date, as mail programs and list archives write the line between two messages. */
const SEPARATOR = /^From [^\n]{0,200}?\d{1,2}:\d\d[^\n]{0,40}\d{4}[^\n]{0,20}$/;
const FIELD = /^>?[A-Za-z][A-Za-z0-9-]{0,60}:/;
const NEWLINE = 10;

/** Whether bytes are an archive of messages (RFC 4155): they open with a separator line and a header. */
export function isMbox(bytes: Uint8Array): boolean {
  return isSeparator(bytes, 0);
}

/**
 * Splits an archive into its messages, in order, without the separator lines; `>From ` at a line's start, which stands
 * for `From ` there, is undone. Cost: linear
 */
export function splitMbox(bytes: Uint8Array): Uint8Array[] {
  const messages: Uint8Array[] = [];
  let start = -1;
  for (let at = 0; at < bytes.length;) {
    if (isSeparator(bytes, at)) {
      if (start >= 0) messages.push(unescape(bytes.subarray(start, at)));
      start = findLineEnd(bytes, at);
    }
    at = findLineEnd(bytes, at);
  }
  if (start >= 0) messages.push(unescape(bytes.subarray(start)));
  return messages;
}

/** Where the line after the one at an offset starts. */
function findLineEnd(bytes: Uint8Array, at: number): number {
  const found = bytes.indexOf(NEWLINE, at);
  return found < 0 ? bytes.length : found + 1;
}

function isSeparator(bytes: Uint8Array, at: number): boolean {
  // "From "
  if (bytes[at] !== 70 || bytes[at + 1] !== 114 || bytes[at + 2] !== 111) return false;
  const [line = "", below = ""] = decodeLatin(bytes.subarray(at, at + 400)).split(/\r?\n/, 2);
  return SEPARATOR.test(line) && FIELD.test(below);
}

function decodeLatin(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

function unescape(message: Uint8Array): Uint8Array {
  const kept = new Uint8Array(message.length);
  let length = 0;
  for (let at = 0; at < message.length;) {
    const next = findLineEnd(message, at);
    const start = isEscaped(message, at, next) ? at + 1 : at;
    kept.set(message.subarray(start, next), length);
    length += next - start;
    at = next;
  }
  return length === message.length ? message : kept.subarray(0, length);
}

/** Whether a line is `From ` behind one or more `>`. */
function isEscaped(message: Uint8Array, start: number, end: number): boolean {
  // ">"
  if (message[start] !== 62) return false;
  let at = start;
  while (at < end && message[at] === 62) at++;
  return decodeLatin(message.subarray(at, at + 5)) === "From ";
}
