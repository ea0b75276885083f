import type { Block, MappedText } from "../document.ts";
import { headsColumn } from "./heads-column.ts";

interface Row {
  cells: MappedText[];
  heads: number;
}

/** A cell that reaches into the rows below. */
interface TallCell {
  content: MappedText;
  /** How many of the rows below it still reaches into. */
  rows: number;
}

/** The level of a row's title, below the page's own headings. */
export const ROW_LEVEL = 5;

const EMPTY: MappedText = { text: "", runs: [] };

/** A table of a page while it is read. */
export class PageTable {
  /** Whether it only lays out the page: a cell holds more than words. */
  isLayout = false;
  /** Whether its rows have a title each, since a row above them says what is in the columns. */
  titlesRows = false;
  private startsRow = false;
  private rows: Row[] = [];
  /** By column. */
  private readonly tall = new Map<number, TallCell>();
  private height = 1;

  startRow(): void {
    this.startsRow = true;
    this.rows.push({ cells: [], heads: 0 });
    this.fillFromAbove();
  }

  /** @param height how many rows the cell reaches into, its own among them */
  startCell(isHead: boolean, height = 1): void {
    if (this.rows.length === 0) this.startRow();
    const row = this.rows.at(-1);
    if (row && isHead) row.heads++;
    this.height = height;
  }

  addCell(content: MappedText): void {
    const cells = this.rows.at(-1)?.cells;
    if (!cells) return;
    if (this.height > 1) this.tall.set(cells.length, { content, rows: this.height - 1 });
    cells.push(content);
    this.height = 1;
    this.fillFromAbove();
  }

  /** Where a cell of a row above reaches into this one, it says of this one what it says of that. */
  private fillFromAbove(): void {
    const cells = this.rows.at(-1)?.cells;
    if (!cells || this.rows.length < 2) return;
    for (let cell = this.tall.get(cells.length); cell && cell.rows > 0; cell = this.tall.get(cells.length)) {
      cell.rows--;
      cells.push(cell.content);
    }
  }

  /** Gives up the table: its cells so far, as paragraphs; below a head, each row's first cell is the heading of the others. */
  unfold(): Block[] {
    this.isLayout = true;
    this.titlesRows = this.rows.length > 1 && this.hasHeader;
    const rows = this.titlesRows ? this.rows.slice(1) : this.rows;
    this.rows = [];
    this.startsRow = this.titlesRows && rows.at(-1)?.cells.length === 0;
    return rows.flatMap(({ cells }) =>
      cells.flatMap((cell, place) =>
        this.titlesRows && place === 0 && cell.text
          ? [{ kind: "heading" as const, depth: ROW_LEVEL, content: cell, marks: [] }]
          : createParagraph(cell, 0),
      ),
    );
  }

  /** Whether the next cell of a table that was given up is a row's title; asked once for each cell. */
  takesTitle(): boolean {
    const isFirst = this.titlesRows && this.startsRow;
    this.startsRow = false;
    return isFirst;
  }

  private get hasHeader(): boolean {
    return (this.rows[0]?.heads ?? 0) > 1 || namesColumns(this.rows[0]?.cells ?? []);
  }

  /** @param depth the nesting that the table stands in */
  createBlocks(depth: number): Block[] {
    const rows = this.rows.filter((row) => row.cells.some((cell) => cell.text));
    const columns = Math.max(0, ...rows.slice(0, 1000).map((row) => row.cells.length));
    if (columns < 2)
      return rows.flatMap(({ cells }) => cells.flatMap((cell) => createParagraph(cell, depth)));
    if (columns === 2 && rows.every((row) => row.heads === 1))
      return rows.flatMap((row) => createPair(row, depth));
    const header = this.hasHeader ? [] : [Array.from({ length: columns }, () => EMPTY)];
    return [
      {
        kind: "table",
        depth,
        content: EMPTY,
        marks: [],
        rows: [...header, ...rows.map(({ cells }) => cells)],
      },
    ];
  }
}

/** Whether a first row of ordinary cells says what the columns are. */
function namesColumns(cells: readonly MappedText[]): boolean {
  return cells.filter((cell) => headsColumn(cell.text.slice(0, 60))).length * 2 >= Math.max(cells.length, 1);
}

function createParagraph(content: MappedText, depth: number): Block[] {
  return content.text ? [{ kind: "paragraph", depth, content, marks: [] }] : [];
}

/** A row that says of something (its head) what it is. */
function createPair({ cells }: Row, depth: number): Block[] {
  const [head, value] = cells;
  if (!head?.text) return value ? createParagraph(value, depth) : [];
  const item: Block = { kind: "item", depth, content: head, marks: [] };
  return [item, ...(value ? createParagraph(value, depth + 1) : [])];
}
