import type { Block } from "../../minutes/document.ts";
import { unflatten } from "../../minutes/unflatten.ts";
import type { Span } from "../../model/graph-attributes.ts";

/** A line as it is shown; line breaks of the text belong to the line that they end. */
export interface TextLine extends Span {
  kind: "text" | "heading" | "item";
  /** Levels of indentation that the text itself does not show: 0 for a line that kept its break. */
  depth: number;
}

/** Lines that are drawn, measured and skipped together. */
export interface TextChunk extends Span {
  lines: TextLine[];
}

// Below it, a line is a paragraph that wraps; above it, restoring lines would cost more than it tells.
const MIN_FLATTENED = 200;
const MAX_FLATTENED = 100_000;
const MAX_LINE = 4000;
const CHUNK = 3000;
const FOOTER = /\s(?=[_=-]{10})/;

/**
 * Cuts a text into the lines to show: at its own line breaks, where flattened minutes lost one (before headings,
 * bullets and the footer), and at a space where a line would be endless. The lines put together are the text.
 */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline + 1;
    const breaks = findLostBreaks(text, start, end);
    breaks.forEach((line, index) => {
      pushBounded(lines, text, { ...line, end: breaks[index + 1]?.start ?? end });
    });
    start = end;
  }
  return lines;
}

/** Groups lines into chunks of some thousand characters; a chunk ends where a line ends. */
export function groupLines(lines: readonly TextLine[]): TextChunk[] {
  const chunks: TextChunk[] = [];
  for (const line of lines) {
    const last = chunks.at(-1);
    if (last && line.end - last.start <= CHUNK) {
      last.lines.push(line);
      last.end = line.end;
    } else chunks.push({ start: line.start, end: line.end, lines: [line] });
  }
  return chunks;
}

/** Where the lines of one line of the text begin; the first begins where it does. */
function findLostBreaks(text: string, start: number, end: number): Omit<TextLine, "end">[] {
  const first = { start, kind: "text" as const, depth: 0 };
  const length = end - start;
  if (length < MIN_FLATTENED || length > MAX_FLATTENED) return [first];
  const line = text.slice(start, end);
  const content = { text: line, runs: [{ at: 0, start, length }] };
  const blocks = unflatten([{ kind: "paragraph", depth: 0, content, marks: [] }]);
  if (blocks.length < 2) return [first];
  const found = blocks.flatMap((block, index) => readBreak(text, block, index === 0));
  const footer = FOOTER.exec(line);
  if (footer) found.push({ start: start + footer.index + 1, kind: "text", depth: 0 });
  const sorted = found.toSorted((a, b) => a.start - b.start);
  const distinct = sorted.filter((found_, index) => found_.start > (sorted[index - 1]?.start ?? start));
  const opening = sorted[0]?.start === start ? sorted[0] : first;
  return [opening, ...distinct];
}

function readBreak(text: string, block: Block, isFirst: boolean): Omit<TextLine, "end">[] {
  const content = block.content.runs[0]?.start;
  if (content === undefined) return [];
  if (block.kind === "item" && block.marker) {
    const start = text.lastIndexOf(block.marker, content - 1);
    return [{ start: Math.max(start, 0), kind: "item", depth: block.depth + 1 }];
  }
  const isLabel = isFirst || block.content.text.endsWith(":");
  return [{ start: content, kind: isLabel ? "heading" : "text", depth: 0 }];
}

function pushBounded(lines: TextLine[], text: string, line: TextLine): void {
  let { start } = line;
  while (line.end - start > MAX_LINE) {
    const space = text.lastIndexOf(" ", start + MAX_LINE - 1);
    const end = space > start ? space + 1 : avoidSplitPair(text, start + MAX_LINE);
    lines.push({ ...line, start, end });
    start = end;
  }
  if (line.end > start) lines.push({ ...line, start });
}

/** A character outside of the basic plane is two code units, which are drawn together or not at all. */
function avoidSplitPair(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at;
}
