import { trimBounds } from "./mapped-text.ts";
import { isBlank, readLine, type TextLine } from "./text-line.ts";

type Bounds = readonly [start: number, end: number];

export interface PlainTable {
  /** The bounds of each row's cells. */
  rows: Bounds[][];
  /** Where to go on behind it. */
  next: number;
}

/**
 * Reads a table of bars that begins on a line: rows between bars, or a head over dashes as databases print it
 * (`Owner | What`, `------+-----`), whose rows need no bars around them.
 * @param to end of the units to read
 * @returns undefined where none begins there
 */
export function findPlainTable(text: string, line: TextLine, to: number): PlainTable | undefined {
  const words = text.slice(line.start, line.end);
  const isBarred = words.startsWith("|") && words.endsWith("|") && words.length >= 5;
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
