import type { Span } from "../model/graph-attributes.ts";
import { isSpace } from "../model/is-space.ts";
import type { MappedText, Run } from "./document.ts";

/** The part of a mapped text between two visible offsets, with its places. */
export function sliceMapped(content: MappedText, start: number, end: number): MappedText {
  const text = content.text.slice(start, end);
  const runs: Run[] = [];
  for (const run of content.runs) {
    const from = Math.max(run.at, start);
    const to = Math.min(run.at + run.length, end);
    if (to > from) runs.push({ at: from - start, start: run.start + (from - run.at), length: to - from });
  }
  return { text, runs };
}

/** The slice without the white space at its ends. */
export function trimMapped(content: MappedText, start = 0, end = content.text.length): MappedText {
  let from = start;
  let to = end;
  while (from < to && isSpace(content.text.charCodeAt(from))) from++;
  while (to > from && isSpace(content.text.charCodeAt(to - 1))) to--;
  return from === 0 && to === content.text.length ? content : sliceMapped(content, from, to);
}

/** The span in the document's text that the visible range covers. */
export function toDocumentSpan(content: MappedText, start: number, end: number): Span {
  return {
    start: toDocumentOffset(content, start),
    end: end > start ? toDocumentOffset(content, end - 1) + 1 : toDocumentOffset(content, start),
  };
}

function toDocumentOffset({ runs }: MappedText, at: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  if (!run) return 0;
  return run.start + Math.min(Math.max(at - run.at, 0), Math.max(run.length - 1, 0));
}

/** The visible text of a single stretch of the document's text. */
export function mapSpan(text: string, start: number, end: number): MappedText {
  return { text: text.slice(start, end), runs: [{ at: 0, start, length: end - start }] };
}
