import { trimBounds } from "./mapped-text.ts";
import { headsColumn } from "./heads-column.ts";
import { isBlank, readLine, type TextLine } from "./text-line.ts";

export type Bounds = readonly [start: number, end: number];

/** The stretches of a cell, one for each of its lines. */
export type Cell = readonly Bounds[];

export interface PlainTable {
  rows: Cell[][];
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
  const rows: Cell[][] = [];
  let at = line.next;
  for (let row = line; ; row = readLine(text, at, to)) {
    const cells = text.slice(row.start, row.end);
    const isRuler = RULE.test(cells);
    if ((!isRow(cells) && !isRuler) || isBlank(row) || row.quoted !== line.quoted) break;
    if (!isRuler) rows.push(findCells(text, row));
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

function findCells(text: string, line: TextLine): Cell[] {
  // "|| Issue || Owner ||", as some wikis write the header.
  const mark = text.startsWith("||", line.start) ? "||" : "|";
  const end = text.startsWith(mark, line.end - mark.length) ? line.end - mark.length : line.end;
  const cells: Cell[] = [];
  for (let at = text.startsWith(mark, line.start) ? line.start + mark.length : line.start; at <= end;) {
    const bar = text.indexOf(mark, at);
    const cellEnd = bar < 0 || bar > end ? end : bar;
    cells.push([trimBounds(text, at, cellEnd)]);
    at = cellEnd + mark.length;
  }
  return cells;
}

/** The column of whose the rows are. */
const WHOSE =
  /^(?:(?:full |first |last |given |family |sur)?names?|(?:[\w-]+ ){0,3}members?|attendees?|participants?|persons?|representatives?|delegates?|who|owners?|assignees?|assigned(?: to)?|responsible|leads?)(?:\(s\))?$/i;

const GAP = / {2}|\t/;

/**
 * A head of titles that tell columns, and rows whose words stand below them: two titles or more that are all known, or
 * three where a rule stands below them or tabs set them apart. A row with words in a single column goes on with the
 * cell above.
 */
function findColumnTable(text: string, line: TextLine, to: number): PlainTable | undefined {
  const head = findPieces(text, line);
  const titles = head.map(([start, end]) => text.slice(start, end));
  const known = titles.filter(headsColumn).length;
  if (head.length < 2 || !titles.some((title) => WHOSE.test(title))) return undefined;
  const isTabbed = text.slice(line.start, line.end).split("\t").length === head.length;
  const below = readLine(text, line.next, to);
  const isRuled = !isBlank(below) && isRule(text, below);
  if (known < head.length && !(head.length > 2 && known * 2 >= head.length && (isTabbed || isRuled)))
    return undefined;
  const columns = head.map(([start]) => start - lineStart(line));
  const rows: Cell[][] = [head.map((title) => [title])];
  let at = line.next;
  while (at < to) {
    const row = readLine(text, at, to);
    if (isBlank(row) || row.quoted !== line.quoted) break;
    if (isRule(text, row)) {
      if (isRuled && rows.length > 2) break;
      at = row.next;
      continue;
    }
    const cells = isTabbed
      ? findTabbed(text, row)
      : alignPieces(splitPieces(text, row, columns), row, columns);
    const filled = cells.filter((cell) => cell.length > 0);
    const above = rows.at(-1);
    const [alone] = filled;
    if (alone && filled.length === 1) {
      const column = cells.indexOf(alone);
      if (isTabbed || rows.length < 2 || column < 1 || !above?.[column]) break;
      above[column] = [...above[column], ...alone];
    } else if (filled.length === 0) break;
    else rows.push(head.map((_, column) => cells[column] ?? []));
    at = row.next;
  }
  return rows.length > (known === head.length && !isRuled ? 2 : 1) ? { rows, next: at } : undefined;
}

const isRule = (text: string, { start, end }: TextLine): boolean =>
  /^[-=_ ]{3,}$/.test(text.slice(start, end));

const lineStart = ({ start, indent }: TextLine): number => start - indent;

/** What two spaces or a tab set apart. */
function findPieces(text: string, line: TextLine): Bounds[] {
  const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_ROW));
  return [...words.matchAll(/\S+(?: \S+)*/g)].map(({ 0: piece, index }) => [
    line.start + index,
    line.start + index + piece.length,
  ]);
}

/** Words that fill their column stand a single space in front of the next one's. */
function splitPieces(text: string, line: TextLine, columns: readonly number[]): Bounds[] {
  const pieces = findPieces(text, line);
  if (pieces.length >= columns.length) return pieces;
  return pieces.flatMap(([start, end]) => {
    const cuts = columns
      .map((column) => lineStart(line) + column)
      .filter((cut) => cut > start && cut < end && text[cut - 1] === " ");
    return [start, ...cuts].map((from, index): Bounds => trimBounds(text, from, cuts[index] ?? end));
  });
}

const LONGEST_ROW = 400;

/** Where tabs set cells apart, an empty one has its place, too. */
function findTabbed(text: string, { start, end }: TextLine): Cell[] {
  const cells: Cell[] = [];
  for (let at = start; at <= end && cells.length < MOST_COLUMNS;) {
    const tab = text.indexOf("\t", at);
    const cellEnd = tab < 0 || tab > end ? end : tab;
    const bounds = trimBounds(text, at, cellEnd);
    cells.push(bounds[1] > bounds[0] ? [bounds] : []);
    at = cellEnd + 1;
  }
  return cells;
}

const MOST_COLUMNS = 40;

/** Each piece stands in the last column that begins in front of it, or a little behind. */
function alignPieces(pieces: readonly Bounds[], line: TextLine, columns: readonly number[]): Cell[] {
  const cells: Bounds[][] = columns.map(() => []);
  for (const [start, end] of pieces) {
    const place = Math.max(
      columns.findLastIndex((column) => column <= start - lineStart(line) + 2),
      0,
    );
    const before = cells[place]?.[0];
    cells[place] = [before ? [before[0], end] : [start, end]];
  }
  return cells;
}
