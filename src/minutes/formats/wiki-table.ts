import { trimBounds } from "./mapped-text.ts";
import type { Cell, PlainTable } from "./plain-table.ts";
import { readLine, type TextLine } from "./text-line.ts";

/**
 * Reads a table as MediaWiki writes it: from `{|` to `|}`, a row behind each `|-`, cells behind `|` or `!` at the start of
 * a line, or behind `||` or `!!` on it.
 * @param to end of the units to read
 * @returns undefined where none begins on the line, or where it does not end
 * @see https://www.mediawiki.org/wiki/Help:Tables
 */
export function findWikiTable(text: string, line: TextLine, to: number): PlainTable | undefined {
  if (!text.startsWith("{|", line.start)) return undefined;
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  const finish = (): void => {
    if (row.length > 0) rows.push(row);
    row = [];
  };
  for (let at = line.next; at < to;) {
    const here = readLine(text, at, to);
    at = here.next;
    if (text.startsWith("|}", here.start)) {
      finish();
      return { rows, next: at };
    }
    if (text.startsWith("|-", here.start)) finish();
    else if (/^[|!](?!\+)/.test(text.slice(here.start, here.start + 2))) row.push(...findCells(text, here));
  }
  return undefined;
}

/** What stands in front of a single bar says how a cell looks. */
function findCells(text: string, { start, end }: TextLine): Cell[] {
  const cells: Cell[] = [];
  for (let from = start + 1; from <= end;) {
    const marks = ["||", "!!"].map((mark) => text.indexOf(mark, from)).filter((at) => at >= 0 && at < end);
    const cellEnd = Math.min(end, ...marks);
    const look = /^[^|[\]{}]*=[^|[\]{}]*\|(?!\|)/.exec(
      text.slice(from, Math.min(cellEnd, from + LONGEST_LOOK)),
    );
    cells.push([trimBounds(text, from + (look?.[0].length ?? 0), cellEnd)]);
    from = cellEnd + 2;
  }
  return cells;
}

const LONGEST_LOOK = 200;
