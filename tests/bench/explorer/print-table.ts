import type { Measures, Sample } from "./measure-page.ts";

export interface Row {
  sample: Sample;
  /** Every run by the page's name: "floor" and "explorer". */
  measures: ReadonlyMap<string, readonly Measures[]>;
}

const LINES: readonly (readonly [keyof Measures, string, string])[] = [
  ["firstDrawing", "first full drawing", "ms"],
  ["longestTask", "longest task while opening", "ms"],
  ["readingTask", "longest task while reading the file", "ms"],
  ["panning", "frames while panning", "/s"],
  ["zooming", "frames while zooming", "/s"],
  ["pointing", "pointer to highlight", "ms"],
  ["hoverWork", "page's work for one hover", "ms"],
  ["panWork", "page's work for a frame of panning", "ms"],
  ["memory", "memory", "MB"],
  ["searching", "longest task of the first search", "ms"],
  ["listing", "longest task while the list opens", "ms"],
  ["sorting", "longest task while it is sorted", "ms"],
  ["selecting", "longest task while the largest card opens", "ms"],
  ["filtering", "longest task while all filters open", "ms"],
];

/** Prints medians, and what ours is of the floor's, as a Markdown table. */
export function printTable(rows: readonly Row[]): void {
  console.log(`\n| nodes / edges | measure | floor | explorer | ratio |\n|---|---|---|---|---|`);
  for (const { sample, measures } of rows)
    for (const [key, title, unit] of LINES) {
      const [floor, ours] = ["floor", "explorer"].map((name) => findMedian(measures.get(name) ?? [], key));
      const ratio =
        floor && ours !== undefined && !Number.isNaN(floor) ? `${(ours / floor).toFixed(2)} ×` : "";
      const size = `${sample.nodes} / ${sample.edges}`;
      console.log(`| ${size} | ${title} | ${tell(floor, unit)} | ${tell(ours, unit)} | ${ratio} |`);
    }
}

const tell = (value: number | undefined, unit: string): string =>
  value === undefined || Number.isNaN(value) ? "" : `${value.toFixed(value < 20 ? 1 : 0)} ${unit}`;

/** The middle one, or the mean of the two in the middle. */
export function findMedian(runs: readonly Measures[], key: keyof Measures): number | undefined {
  const values = runs.flatMap((run) => run[key] ?? []).sort((a, b) => a - b);
  const middle = values.slice(Math.floor((values.length - 1) / 2), Math.floor(values.length / 2) + 1);
  return middle.length === 0 ? undefined : middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
