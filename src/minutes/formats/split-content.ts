import type { InlineMark, MappedText } from "../document.ts";
import { endsSentence, isLabelledLine, isMeantBreak, isStateLine } from "./line-break.ts";
import { sliceMappedText, trimBounds } from "./mapped-text.ts";

export interface ContentLayout {
  marks: readonly InlineMark[];
  /** Visible offsets of the line breaks that are written as such. */
  hardBreaks: ReadonlySet<number>;
  /** Columns that the text is wrapped at. */
  width: number;
  /** Whether it stands below a label over people or the agenda: each may have a line, however long. */
  isListing: boolean;
}

export interface Piece {
  content: MappedText;
  marks: readonly InlineMark[];
}

/** Lines from which on a stack of short lines counts as one (names below each other, addresses). */
const STACK = 3;

/**
 * Splits a paragraph's visible text, in which `\n` stands for each line break, where its writer began something new:
 * at a break written as such, before a label, around a line that only tells a state ("done", "next"), and between all lines of a stack of short lines. Elsewhere a line break
 * becomes a space.
 * @returns at least one piece, without white space around it
 */
export function splitContent(content: MappedText, layout: ContentLayout): Piece[] {
  if (!content.text.includes("\n")) return [cut(content, layout.marks, 0, content.text.length)];
  const bounds: [start: number, end: number][] = [];
  const lines = findLines(content.text);
  const isStack =
    lines.length >= STACK && lines.every((line, index) => index === 0 || isStacked(line, lines, index));
  let start = 0;
  lines.forEach((line, index) => {
    const above = lines[index - 1];
    if (!above) return;
    const words = content.text.slice(line[0], Math.min(line[1], line[0] + 80));
    const before = content.text.slice(Math.max(above[0], above[1] - 2), above[1]);
    const isState = [above, line].some(([from, to]) =>
      isStateLine(content.text.slice(from, Math.min(to, from + 30))),
    );
    if (
      isStack ||
      isState ||
      isName(above) ||
      layout.hardBreaks.has(above[1]) ||
      isLabelledLine(words, endsSentence(before))
    ) {
      bounds.push([start, above[1]]);
      start = line[0];
    }
  });
  bounds.push([start, content.text.length]);
  return cutAll(content, layout.marks, bounds);

  /** "**Ann**" on a line of its own heads what stands below it. */
  function isName([from, to]: [number, number]): boolean {
    return layout.marks.some(
      (mark) => mark.kind === "strong" && mark.start <= from && mark.end >= to && to > from,
    );
  }

  function isStacked(line: [number, number], all: [number, number][], index: number): boolean {
    const [from, to] = all[index - 1] ?? [0, 0];
    return (
      to - from < layout.width &&
      isMeantBreak(
        content.text.slice(from, to),
        content.text.slice(...line),
        layout.width,
        layout.isListing ? 1 : 0.6,
      )
    );
  }
}

function findLines(text: string): [start: number, end: number][] {
  const lines: [number, number][] = [];
  for (let at = 0; at <= text.length;) {
    const found = text.indexOf("\n", at);
    const end = found < 0 ? text.length : found;
    lines.push([at, end]);
    at = end + 1;
  }
  return lines;
}

function cutAll(
  content: MappedText,
  marks: readonly InlineMark[],
  bounds: readonly [start: number, end: number][],
): Piece[] {
  const shared: InlineMark[][] = bounds.map(() => []);
  for (const mark of marks) {
    for (let index = findPiece(bounds, mark.start); index < bounds.length; index++) {
      if ((bounds[index]?.[0] ?? 0) >= mark.end) break;
      shared[index]?.push(mark);
    }
  }
  return bounds.map(([start, end], index) => cut(content, shared[index] ?? [], start, end));
}

function findPiece(bounds: readonly [start: number, end: number][], at: number): number {
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((bounds[middle]?.[0] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function cut(content: MappedText, marks: readonly InlineMark[], start: number, end: number): Piece {
  const [from, to] = trimBounds(content.text, start, end);
  const { text, runs } = sliceMappedText(content, from, to);
  const moved = marks.flatMap((mark) => {
    const [markStart, markEnd] = [Math.max(mark.start, from) - from, Math.min(mark.end, to) - from];
    return markEnd > markStart ? [{ ...mark, start: markStart, end: markEnd }] : [];
  });
  moved.sort((a, b) => a.start - b.start || b.end - a.end);
  return { content: { text: text.replaceAll("\n", " "), runs }, marks: moved };
}
