import type { Block } from "./document.ts";
import { isInCapitals } from "./formats/plain-line.ts";
import { findSectionRole } from "./section-role.ts";
import { splitLabel } from "./split-label.ts";

/**
 * The items that are the titles of prose: "1) Gates", a paragraph or several that stand out as far as it, "2) Tenders",
 * and so on. One number alone is no series.
 */
export function findNumberedTitles(blocks: readonly Block[]): ReadonlySet<Block> {
  const titles: Block[] = [];
  let last = 0;
  blocks.forEach((block, index) => {
    const number = readNumber(block);
    if (number <= last || !isTitle(block, blocks[index - 1], blocks[index + 1])) return;
    titles.push(block);
    last = number;
  });
  return new Set(titles.length > 1 ? titles : findNumbersOverText(blocks));
}

/**
 * "1) Roll call", "2) Votes", "3a) The crane", "3b) …": short numbered lines with text between them that is of none.
 * Where at least two of them are so, they are the titles, all of them.
 */
function findNumbersOverText(blocks: readonly Block[]): Block[] {
  const series: Block[] = [];
  let [last, apart, inner] = [0, 0, 0];
  let [isApart, isRun] = [false, false];
  for (const block of blocks) {
    if (block.kind === "heading" || block.kind === "table") return [];
    const number = readNumber(block);
    if (number === 0) {
      isApart ||= last > 0 && block.kind === "paragraph" && block.depth === 0;
      isRun &&= block.depth > 0;
      continue;
    }
    // "1.", "2." within what the last one is about
    inner = number === 1 && last > 1 ? 1 : isRun && inner > 0 && number === inner + 1 ? number : 0;
    isRun = true;
    if (inner > 0 || (number !== last && number !== last + 1)) continue;
    if (block.content.text.replace(LINK, "").length > LONGEST_TITLE) return [];
    if (isApart) apart++;
    isApart = false;
    series.push(block);
    last = number;
  }
  return series.length > 2 && apart > 1 ? series : [];
}

/** "… - https://…": where the matter can be read about. */
const LINK = /\s(?:[-–—]\s)?<?https?:\/\/\S{1,1000}$/;

/**
 * The numbered lines that go on over headings: "1. Reports", the headings of those who report, "2. Budget". They are
 * over them, and no items of the last one.
 * @returns the level of each: just above the headings between them
 */
export function findNumbersOverHeadings(blocks: readonly Block[]): ReadonlyMap<Block, number> {
  const series: Block[] = [];
  let [last, level] = [0, Infinity];
  /** The level of the heading that the series stands below, and the highest of those since its last number. */
  let [above, since] = [0, Infinity];
  blocks.forEach((block, index) => {
    if (block.kind === "heading") {
      if (last === 0) above = block.depth;
      else since = Math.min(since, block.depth);
    }
    const number = readNumber(block);
    if (number !== last + 1 || !isShortLine(block) || readNumber(blocks[index + 1]) > 0) return;
    series.push(block);
    last = number;
    level = Math.min(level, since);
    since = Infinity;
  });
  return new Map(level < Infinity && level > above ? series.map((block) => [block, level - 0.5]) : []);
}

/** The number of an item that stands out as far as any; 0 where it has none. */
function readNumber(block: Block | undefined): number {
  if (block?.kind !== "item" || block.depth > 0 || block.quoted) return 0;
  return Number(/^\(?(\d{1,3})[a-h]?[.)]?$/.exec(block.marker ?? "")?.[1] ?? 0);
}

function isShortLine({ content, checked }: Block): boolean {
  const { text } = content;
  return (
    checked === undefined && text.length <= LONGEST_TITLE && !/[.!?;,]$/.test(text) && !splitLabel(content)
  );
}

/** @param block an item with a number */
function isTitle(block: Block, previous: Block | undefined, next: Block | undefined): boolean {
  const { text } = block.content;
  if (isInCapitals(text)) return text.length <= LONGEST_TITLE && next?.kind === "paragraph";
  return (
    isShortLine(block) &&
    previous?.kind !== "item" &&
    next?.kind === "paragraph" &&
    next.depth === 0 &&
    next.content.text.length > text.length &&
    /[.!?:)\]]$/.test(next.content.text) &&
    findSectionRole(text) === undefined
  );
}

const LONGEST_TITLE = 100;
