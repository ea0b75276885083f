import type { Block } from "../document.ts";
import { findSectionRole, isRoleOfPeople } from "../section-role.ts";
import { isLabelledLine } from "./line-break.ts";
import { isInCapitals } from "./plain-line.ts";

/** A short line that turned out to be a heading. */
export const TITLE = { kind: "heading", depth: 4 } as const;
/** So many lines of one look are no accident. */
const SEVERAL = 3;
/** Whether what stands below a line are people. */
export const headsPeople = (text: string): boolean => isRoleOfPeople(findSectionRole(text));

/** Whether what stands below a line are people or the agenda's items, each on a line of its own. */
export const headsList = (text: string): boolean => headsPeople(text) || findSectionRole(text) === "agenda";

/**
 * A short line with a list or a heading right below it is a heading; so are short lines in capitals, and short lines
 * over paragraphs, where there are several.
 */
export function raiseTitles(blocks: readonly Block[], titles: ReadonlySet<Block>): void {
  const inCapitals = blocks.filter((block) => titles.has(block) && isInCapitals(block.content.text));
  const overText = blocks.filter((_, index) => headsText(blocks, titles, index));
  for (const raised of [inCapitals, overText])
    if (raised.length >= SEVERAL) for (const block of raised) Object.assign(block, TITLE);
  for (let index = blocks.length - 2; index >= 0; index--) {
    const block = blocks[index];
    const below = blocks[index + 1];
    // "APOLOGIES", a line of names, and the first item: the names are no heading.
    if (headsPeople(blocks[index - 1]?.content.text ?? "")) continue;
    if (!block || !below || !titles.has(block) || below.quoted !== block.quoted) continue;
    if (below.kind === "item" || below.kind === "heading") Object.assign(block, TITLE);
  }
}

/** Whether a short line stands between two paragraphs, over a whole sentence. */
function headsText(blocks: readonly Block[], titles: ReadonlySet<Block>, index: number): boolean {
  const [above, block, below] = [-1, 0, 1].map((step) => blocks[index + step]);
  if (!above || !block || !below || !titles.has(block) || titles.has(above)) return false;
  if (below.quoted !== block.quoted || below.kind !== "paragraph" || titles.has(below)) return false;
  const { text } = below.content;
  return (
    (/[.!?:)]$/.test(text) || isLabelledLine(text, true)) &&
    text.length > block.content.text.length &&
    !/\d:\d|[?]$/.test(block.content.text)
  );
}
