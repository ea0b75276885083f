import { axisX, axisY, cell, type PlotOptions, pointer, text, tip } from "@observablehq/plot";
import { useCallback, useMemo } from "preact/hooks";
import type { WorkRow } from "../../graph/work-table.ts";
import { PlotFigure } from "./plot-figure.tsx";
import { findMargin, LETTER, shorten } from "./shorten.ts";

export interface MatrixLine {
  node: string;
  cells: ReadonlyMap<string, WorkRow>;
}

interface Props {
  lines: readonly MatrixLine[];
  columns: readonly string[];
  /** The highest score of a cell. */
  strongest: number;
  selected: string | undefined;
  labelOf(this: void, node: string): string;
  onChoose(this: void, node: string, row: WorkRow): void;
}

interface Cell {
  node: string;
  column: string;
  score: number;
  status: string;
  row: WorkRow;
  words: string;
}

const TOP = 132;
const SMALLEST = 13;
const LARGEST = 30;

/** All of the matrix at once: the darker a cell, the more the minutes say. */
export function MatrixChart({ lines, columns, strongest, selected, labelOf, onChoose }: Props) {
  const cells = useMemo(() => listCells(lines, columns, labelOf), [lines, columns, labelOf]);
  const draw = useCallback(
    (width: number): PlotOptions => {
      const left = findMargin(
        lines.map(({ node }) => labelOf(node)),
        Math.min(220, width * 0.3),
      );
      const size = Math.min(LARGEST, Math.max(SMALLEST, (width - left - 60) / Math.max(columns.length, 1)));
      const isChosen = ({ node, column }: Cell): boolean => node === selected || column === selected;
      return {
        width: Math.min(width, left + 60 + size * columns.length),
        height: TOP + Math.max(SMALLEST, size) * lines.length + 4,
        marginLeft: left,
        marginTop: TOP,
        marginRight: 60,
        marginBottom: 4,
        x: { type: "band", domain: columns, axis: null, padding: 0.06 },
        y: { type: "band", domain: lines.map(({ node }) => node), axis: null, padding: 0.06 },
        opacity: { type: "linear", domain: [0, strongest], range: [0.2, 1] },
        marks: [
          axisY({
            label: null,
            tickSize: 0,
            tickFormat: (node: string) => shorten(labelOf(node), Math.floor((left - 16) / LETTER)),
          }),
          axisX({
            anchor: "top",
            label: null,
            tickSize: 0,
            tickRotate: -55,
            tickFormat: (node: string) => shorten(labelOf(node), 18),
          }),
          cell(cells, {
            x: "column",
            y: "node",
            fill: "var(--accent)",
            fillOpacity: { value: "score", scale: "opacity" },
            stroke: (each: Cell) => (isChosen(each) ? "var(--text)" : "none"),
          }),
          text(size < 16 ? [] : cells, {
            x: "column",
            y: "node",
            text: (each: Cell) => each.status.slice(0, 1).toUpperCase(),
            fill: ({ score }: Cell) => (score > strongest / 3 ? "var(--surface)" : "var(--text)"),
            fontWeight: 600,
          }),
          tip(cells, pointer({ x: "column", y: "node", title: "words" })),
        ],
      };
    },
    [cells, columns, lines, strongest, selected, labelOf],
  );
  const choose = useCallback(({ node, row }: Cell) => onChoose(node, row), [onChoose]);
  return <PlotFigure<Cell> label="Who works on what" draw={draw} onChoose={choose} />;
}

function listCells(
  lines: readonly MatrixLine[],
  columns: readonly string[],
  labelOf: Props["labelOf"],
): Cell[] {
  return lines.flatMap(({ node, cells }) =>
    columns.flatMap((column) => {
      const row = cells.get(column);
      if (!row) return [];
      const { score, status = "", reason } = row;
      const words = [`${labelOf(node)}, ${labelOf(column)}`, reason, status].filter(Boolean).join("\n");
      return [{ node, column, score, status, row, words }];
    }),
  );
}
