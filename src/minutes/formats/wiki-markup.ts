import type { InlineMark, MappedText } from "../document.ts";
import { joinStretches } from "./mapped-text.ts";
import type { Piece } from "./split-content.ts";

/** `[[Page]]`, `[[Page|words]]`, `[https://… words]`, the apostrophes around bold and italic words, and the mark of `!NoPage`. */
const MARKUP =
  /(?<![\p{L}\p{N}!])!(?=\p{Lu}\p{Ll}+\p{Lu})|\[\[(?:[^[\]|\n]{1,200}\|)?([^[\]|\n]{1,200})\]\]|\[https?:[^\s\]]{1,1000} ([^\]\n]{1,300})\]|'{2,5}/gu;

/** Takes off what is left of a wiki's markup in a text; the words keep their places. */
export function stripWikiMarkup(content: MappedText, marks: readonly InlineMark[] = []): Piece {
  const { text } = content;
  if (!text.includes("[[") && !text.includes("[http") && !text.includes("''") && !text.includes("!"))
    return { content, marks };
  const kept = findKept(text);
  if (kept.length === 1) return { content, marks };
  return { content: joinStretches(content, kept), marks: moveMarks(marks, kept) };
}

/** What stays of a text: stretches in order, the first of them perhaps empty. */
function findKept(text: string): [start: number, end: number][] {
  const kept: [number, number][] = [];
  let from = 0;
  for (const match of text.matchAll(MARKUP)) {
    const words = match[1] ?? match[2] ?? "";
    const start = match.index + match[0].lastIndexOf(words);
    kept.push([from, match.index], [start, start + words.length]);
    from = match.index + match[0].length;
  }
  kept.push([from, text.length]);
  return kept;
}

function moveMarks(
  marks: readonly InlineMark[],
  kept: readonly [start: number, end: number][],
): InlineMark[] {
  return marks.flatMap((mark) => {
    const [start, end] = [countKept(kept, mark.start), countKept(kept, mark.end)];
    return end > start ? [{ ...mark, start, end }] : [];
  });
}

/** How much of what stays stands before an offset. */
function countKept(kept: readonly [start: number, end: number][], offset: number): number {
  return kept.reduce((sum, [start, end]) => sum + Math.max(Math.min(end, offset) - start, 0), 0);
}
