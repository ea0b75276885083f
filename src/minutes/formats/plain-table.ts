import { trimBounds } from "./mapped-text.ts";
import { headsColumn } from "./heads-column.ts";
import { isBlank, readLine, type TextLine } from "./text-line.ts";

export type Bounds = readonly [start: number, end: number];

export interface PlainTable {
  /** The bounds of each row's cells. */
  rows: Bounds[][];
  /** Where to go on behind it. */
  next: number;
}

/**
 * Reads a table that begins on a line: rows between bars, or a head over dashes as databases print it (`Owner | What`,
 * `------+-----`), whose rows need no bars around them, or columns that white space sets apart below a head of known
 * words (`Name      Company`).
 * @param to end of the units to read
 * @returns undefined where none begins there
 */
export function findPlainTable(text: string, line: TextLine, to: number): PlainTable | undefined {
  const words = text.slice(line.start, line.end);
  const isBarred = words.startsWith("|") && words.endsWith("|") && words.length >= 5;
  if (!words.includes("|")) return GAP.test(words) ? findColumnTable(text, line, to) : undefined;
  if (!isBarred && !(words.includes("|") && isOverDashes(text, line, to))) return undefined;
  const isRow = (row: string): boolean => (isBarred ? row.startsWith("|") : row.includes("|"));
  const rows: Bounds[][] = [];
  let at = line.next;
  for (let row = line; ; row = readLine(text, at, to)) {
    const cells = text.slice(row.start, row.end);
    const isRule = RULE.test(cells);
    if ((!isRow(cells) && !isRule) || isBlank(row) || row.quoted !== line.quoted) break;
    if (!isRule) rows.push(findCells(text, row));
    at = row.next;
    if (at >= to) break;
  }
  return { rows, next: at };
}

const RULE = /^[|\s:+=-]+$/;

function isOverDashes(text: string, line: TextLine, to: number): boolean {
  const below = readLine(text, line.next, to);
  const words = text.slice(below.start, below.end);
  return !isBlank(below) && below.quoted === line.quoted && RULE.test(words) && /-\s?[+|]\s?-/.test(words);
}

function findCells(text: string, line: TextLine): Bounds[] {
  // "|| Issue || Owner ||", as some wikis write the header.
  const mark = text.startsWith("||", line.start) ? "||" : "|";
  const end = text.startsWith(mark, line.end - mark.length) ? line.end - mark.length : line.end;
  const cells: Bounds[] = [];
  for (let at = text.startsWith(mark, line.start) ? line.start + mark.length : line.start; at <= end;) {
    const bar = text.indexOf(mark, at);
    const cellEnd = bar < 0 || bar > end ? end : bar;
    cells.push(trimBounds(text, at, cellEnd));
    at = cellEnd + mark.length;
  }
  return cells;
}

/** The column of whose the rows are. */
const WHOSE = /^(?:(?:full )?names?|members?|attendees?|participants?|persons?|who|owner|assignee)$/i;

const GAP = / {2}|\t/;

/** A head of two words or more that tell columns, and rows whose words stand below them. */
function findColumnTable(text: string, line: TextLine, to: number): PlainTable | undefined {
  const head = findPieces(text, line);
  const titles = head.map(([start, end]) => text.slice(start, end));
  if (head.length < 2 || !titles.every(headsColumn) || !titles.some((title) => WHOSE.test(title)))
    return undefined;
  const columns = head.map(([start]) => start - lineStart(line));
  const rows: Bounds[][] = [head];
  let at = line.next;
  while (at < to) {
    const row = readLine(text, at, to);
    if (isBlank(row) || row.quoted !== line.quoted) break;
    const isRule = /^[-=_ ]+$/.test(text.slice(row.start, row.end));
    const pieces = isRule ? [] : findPieces(text, row);
    if (!isRule && pieces.length < 2) break;
    if (!isRule) rows.push(alignPieces(pieces, row, columns));
    at = row.next;
  }
  return rows.length > 2 ? { rows, next: at } : undefined;
}

const lineStart = ({ start, indent }: TextLine): number => start - indent;

/** What two spaces or a tab set apart. */
function findPieces(text: string, line: TextLine): Bounds[] {
  const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_ROW));
  return [...words.matchAll(/\S+(?: \S+)*/g)].map(({ 0: piece, index }) => [
    line.start + index,
    line.start + index + piece.length,
  ]);
}

const LONGEST_ROW = 400;

/** Each piece stands in the last column that begins in front of it, or a little behind. */
function alignPieces(pieces: readonly Bounds[], line: TextLine, columns: readonly number[]): Bounds[] {
  const cells: Bounds[] = columns.map(() => [line.end, line.end]);
  for (const [start, end] of pieces) {
    const place = Math.max(
      columns.findLastIndex((column) => column <= start - lineStart(line) + 2),
      0,
    );
    const before = cells[place];
    cells[place] = before && before[0] < line.end ? [before[0], end] : [start, end];
  }
  return cells;
}
