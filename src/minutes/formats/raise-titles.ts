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
 * @param isUnwrapped whether each line is one of its own, so that a block's first one can be a heading, too
 */
export function raiseTitles(
  blocks: readonly Block[],
  titles: ReadonlySet<Block>,
  isUnwrapped: boolean,
): void {
  const inCapitals = blocks.filter((block) => titles.has(block) && isInCapitals(block.content.text));
  const overText = blocks.filter((_, index) => headsText(blocks, titles, index));
  const overLines = isUnwrapped ? blocks.filter((_, index) => headsLines(blocks, titles, index)) : [];
  for (const raised of [inCapitals, [...new Set([...overText, ...overLines])]])
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

/** Whether a few words stand over lines right below them, or over a table. */
function headsLines(blocks: readonly Block[], titles: ReadonlySet<Block>, index: number): boolean {
  const [above, block, below] = [-1, 0, 1].map((step) => blocks[index + step]);
  if (!block || !below || !titles.has(block) || below.quoted !== block.quoted || block.quoted) return false;
  if (below.kind !== "table" && !(below.kind === "paragraph" && below.follows)) return false;
  if (!above || headsPeople(above.content.text)) return false;
  const words = block.content.text
    .replace(/\([^()]*\)/g, "")
    .trim()
    .split(/\s+/);
  return words.length <= 5 && !words.some((word) => VERBS.has(word.toLowerCase()));
}

/** What makes a few words a sentence. */
const VERBS = new Set("is are was were will has have had can should to asks asked says said".split(" "));

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
