import type { Block } from "./document.ts";
import { joinStretches } from "./formats/mapped-text.ts";
import { sliceMapped } from "./mapped-text.ts";
import { splitLabel } from "./split-label.ts";
import { splitSentences } from "./split-sentences.ts";

/**
 * Gives a log or a transcript that has no headings those that its moderator speaks: "next, the budget. Ann?", "3rd: gate
 * keys", "Okay. Last thing, the summer camp". What is left of the words stays said. One alone announces nothing.
 */
export function raiseAnnounced(blocks: readonly Block[]): readonly Block[] {
  const spoken = blocks.filter(
    ({ kind, content }) => kind === "message" || splitLabel(content) !== undefined,
  );
  if (spoken.length < FEWEST_TURNS || blocks.filter(isHeading).length > MOST_HEADINGS) return blocks;
  const raised = blocks.map((block) => (isHeading(block) ? [block] : split(block)));
  const matters = raised.filter(
    ([first], index) => first !== blocks[index] && first && isHeading(first),
  ).length;
  return matters < FEWEST_MATTERS ? blocks : raised.flat();
}

const isHeading = ({ kind }: Block): boolean => kind === "heading";

const FEWEST_TURNS = 8;
const MOST_HEADINGS = 2;
const FEWEST_MATTERS = 2;
/** Words that do no more than call on somebody. */
const MOST_CALLING = 4;

/** The block, or a heading and what else the block says. */
function split(block: Block): Block[] {
  const { kind, content } = block;
  const label = kind === "message" ? undefined : splitLabel(content);
  if (kind !== "message" && !(kind === "paragraph" && label)) return [block];
  const lead = label ? content.text.length - label.rest.text.length : 0;
  const found = findAnnounced(content.text, lead);
  if (!found) return [block];
  const heading: Block = {
    kind: "heading",
    depth: 3,
    content: sliceMapped(content, found.start, found.end),
    marks: [],
  };
  const rest = content.text.slice(found.end).replace(/^[\s.?!;,]+/, "");
  const before: [number, number] = [0, found.from];
  // "Next, the keys. Ann.": she is called on, and nothing has been said yet.
  const isCalling = rest.split(/\s+/).length <= MOST_CALLING;
  if (isCalling && found.from === lead) return [heading];
  const behind: [number, number] = [content.text.length - (isCalling ? 0 : rest.length), content.text.length];
  const said = { ...block, content: joinStretches(content, [before, behind]), marks: [] };
  return found.from > lead && isCalling ? [said, heading] : [heading, said];
}

/** Where a matter is announced, and where the sentence begins that does so. */
function findAnnounced(text: string, lead: number): { from: number; start: number; end: number } | undefined {
  for (const sentence of splitSentences(text.slice(lead, lead + 200)).slice(0, 3)) {
    const from = lead + sentence.start;
    const opening = OPENING.exec(text.slice(from, from + 80))?.[0].length ?? 0;
    const announced = ANNOUNCED.exec(text.slice(from + opening, from + opening + 120));
    if (!announced) continue;
    const start = from + opening + announced[0].length;
    const [phrase = ""] = PHRASE.exec(text.slice(start, start + 80)) ?? [];
    if (phrase !== "" && !NO_MATTER.test(phrase)) return { from, start, end: start + phrase.length };
  }
  return undefined;
}

const OPENING =
  /^(?:(?:ok|okay|alright|all right|right|good|great|thanks|thank you|so|and|anyway|nice|perfect|cool)\b[\s,.!]*)+/i;
const ANNOUNCED =
  /^(?:(?:the )?(?:first|second|third|fourth|fifth|next|last|final)(?: (?:one|up|item|topic|thing|point))?(?:,|:| is\b| -)|(?:next|first|last) (?:up|item|topic|point)\b|\d(?:st|nd|rd|th)(?: (?:one|item|topic|point))?[:,]|(?:item|topic) \d{1,2}[:,.]|moving on to|on to|let['’]s move on to)\s+(?:the )?/i;
const PHRASE = /^[^?!;\n]{3,70}?(?=[.?!;](?:\s|$)|,\s+(?:\p{Lu}|that|which|who|we|I)|$)/u;
const NO_MATTER =
  /^(?:i|we|you|he|she|they|it|there|this|that|let|can|could|do|does|did|is|are|was|what|who|how|why|when|where|please|thanks|if|as|to|week|month|year|meeting|call|time|steps?)\b/i;
