import { isSpace } from "./mapped-text.ts";

/** One line of plain text; offsets count in the text. */
export interface TextLine {
  /** Where the line's content starts: behind quotation prefixes and indentation. */
  start: number;
  /** Where it ends: before trailing white space. Equal to `start` on a blank line. */
  end: number;
  /** Columns of indentation behind the quotation prefix; a tab goes to the next multiple of four. */
  indent: number;
  /** Levels of `>` before the content. */
  quoted: number;
  /** Where the next line starts. */
  next: number;
}

const GREATER = 62;
const SPACE = 32;
const TAB = 9;
const TAB_STOP = 4;

/** Reads the line that starts at `at`; line ends are LF, CRLF and CR. */
export function readLine(text: string, at: number, to: number): TextLine {
  const [lineEnd, next] = findLineEnd(text, at, to);
  const line: TextLine = { start: at, end: lineEnd, indent: 0, quoted: 0, next };
  skipQuotation(text, line);
  skipIndent(text, line);
  while (line.end > line.start && isSpace(text.charCodeAt(line.end - 1))) line.end--;
  return line;
}

export function isBlank(line: TextLine): boolean {
  return line.end <= line.start;
}

/** The first line at or behind `at` that is not blank. */
export function readNextFilledLine(text: string, at: number, to: number): TextLine | undefined {
  for (let next = at; next < to;) {
    const line = readLine(text, next, to);
    if (!isBlank(line)) return line;
    next = line.next;
  }
  return undefined;
}

function findLineEnd(text: string, at: number, to: number): [end: number, next: number] {
  for (let index = at; index < to; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 10) return [index, index + 1];
    if (unit === 13) return [index, index + (index + 1 < to && text.charCodeAt(index + 1) === 10 ? 2 : 1)];
  }
  return [to, to];
}

function skipQuotation(text: string, line: TextLine): void {
  let at = line.start;
  for (;;) {
    const mark = text.charCodeAt(at) === SPACE ? at + 1 : at;
    if (mark >= line.end || text.charCodeAt(mark) !== GREATER) break;
    line.quoted++;
    at = mark + 1;
  }
  if (line.quoted > 0 && at < line.end && text.charCodeAt(at) === SPACE) at++;
  if (line.quoted > 0) line.start = at;
}

function skipIndent(text: string, line: TextLine): void {
  while (line.start < line.end) {
    const unit = text.charCodeAt(line.start);
    if (!isSpace(unit)) break;
    line.indent = unit === TAB ? (Math.floor(line.indent / TAB_STOP) + 1) * TAB_STOP : line.indent + 1;
    line.start++;
  }
}
