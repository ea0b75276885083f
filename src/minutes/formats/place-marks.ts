import type { Block, InlineMark, MappedText } from "../document.ts";

/**
 * Gives each block the marks that lie in it.
 * @param blocks in the order of the text; their `marks` are set
 * @param marks with offsets in the document's text, in any order
 */
export function placeMarks(blocks: readonly Block[], marks: readonly InlineMark[]): void {
  if (marks.length === 0) return;
  const waiting = marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let open: InlineMark[] = [];
  let next = 0;
  for (const block of blocks) {
    const [first, last] = [block.content.runs[0], block.content.runs.at(-1)];
    if (!first || !last) continue;
    const end = last.start + last.length;
    for (let mark = waiting[next]; mark && mark.start < end; mark = waiting[++next]) open.push(mark);
    open = open.filter((mark) => mark.end > first.start);
    if (open.length > 0) block.marks = open.flatMap((mark) => place(block.content, mark));
  }
}

function place(content: MappedText, mark: InlineMark): InlineMark[] {
  const start = findVisible(content, mark.start);
  const end = findVisible(content, mark.end);
  return end > start ? [{ ...mark, start, end }] : [];
}

/** The first visible offset whose place is at or behind an offset of the document. */
function findVisible({ runs, text }: MappedText, offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run && run.start + run.length <= offset) low = middle + 1;
    else high = middle;
  }
  const run = runs[low];
  if (!run) {
    const last = runs.at(-1);
    return last ? last.at + last.length : text.length;
  }
  return run.at + Math.max(offset - run.start, 0);
}
