import type { MappedText, Run } from "../document.ts";

/** Builds visible text out of stretches of a source, so that every unit keeps its place. */
export class MappedTextBuilder {
  private readonly source: string;
  private readonly runs: { at: number; start: number; length: number }[] = [];
  private text = "";
  private lastUnit = "";

  constructor(source: string) {
    this.source = source;
  }

  get length(): number {
    return this.text.length;
  }

  /** The last unit so far, or the empty string. */
  get last(): string {
    return this.lastUnit;
  }

  /** Adds the source's units from `start` to `end` (half open); they must lie behind those added before. */
  append(start: number, end: number): void {
    if (end <= start) return;
    const last = this.runs.at(-1);
    if (last && last.start + last.length === start && last.at + last.length === this.text.length) {
      last.length += end - start;
    } else {
      this.runs.push({ at: this.text.length, start, length: end - start });
    }
    this.text += this.source.slice(start, end);
    this.lastUnit = this.source.charAt(end - 1);
  }

  /** Adds text that does not stand in the source: a space for a line break, what an entity stands for. */
  appendSynthetic(text: string): void {
    this.text += text;
    if (text !== "") this.lastUnit = text.slice(-1);
  }

  build(): MappedText {
    return { text: this.text, runs: this.runs };
  }
}

/** The part of a mapped text from `start` to `end`, in visible offsets. Cost: logarithmic, plus the runs inside. */
export function sliceMappedText(content: MappedText, start: number, end: number): MappedText {
  const runs: Run[] = [];
  for (let index = findRun(content.runs, start); index < content.runs.length; index++) {
    const run = content.runs[index];
    if (!run || run.at >= end) break;
    const from = Math.max(run.at, start);
    const to = Math.min(run.at + run.length, end);
    if (to > from) runs.push({ at: from - start, start: run.start + from - run.at, length: to - from });
  }
  return { text: content.text.slice(start, end), runs };
}

/** What stays of a mapped text: stretches of it in order, in visible offsets. */
export function joinStretches(
  content: MappedText,
  stretches: readonly (readonly [start: number, end: number])[],
): MappedText {
  const runs: Run[] = [];
  let text = "";
  for (const [start, end] of stretches) {
    for (const run of sliceMappedText(content, start, end).runs)
      runs.push({ ...run, at: run.at + text.length });
    text += content.text.slice(start, end);
  }
  return { text, runs };
}

/** The bounds of a stretch of text without the white space around it. */
export function trimBounds(text: string, start: number, end: number): [start: number, end: number] {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return [from, to];
}

export function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0xfeff || unit === 0x200b;
}

function findRun(runs: readonly Run[], at: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run && run.at + run.length <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same text with its places moved on by a distance. */
export function shiftMappedText(content: MappedText, distance: number): MappedText {
  if (distance === 0) return content;
  return {
    text: content.text,
    runs: content.runs.map((run) => ({ ...run, start: run.start + distance })),
  };
}

/** Lines as one text: trimmed, and joined by a space where something stands on both sides. */
export function joinTextLines(source: string, start: number, end: number): MappedText {
  const builder = new MappedTextBuilder(source);
  for (let at = start; at < end;) {
    const found = source.indexOf("\n", at);
    const lineEnd = found < 0 || found > end ? end : found;
    const [from, to] = trimBounds(source, at, lineEnd);
    if (to > from && builder.length > 0) builder.appendSynthetic(" ");
    builder.append(from, to);
    at = lineEnd + 1;
  }
  return builder.build();
}

/** Texts as one, joined by spaces. */
export function joinMapped(parts: readonly MappedText[]): MappedText {
  const [first, ...others] = parts;
  if (first && others.length === 0) return first;
  let text = "";
  const runs: Run[] = [];
  for (const part of parts) {
    if (text !== "" && part.text !== "") text += " ";
    for (const run of part.runs) runs.push({ ...run, at: run.at + text.length });
    text += part.text;
  }
  return { text, runs };
}

/** One stretch of a source as a text. */
export function mapText(source: string, start: number, end: number): MappedText {
  return { text: source.slice(start, end), runs: end > start ? [{ at: 0, start, length: end - start }] : [] };
}
