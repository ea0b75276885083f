import { splitRun } from "./attendee-run.ts";
import type { Block, MappedText } from "./document.ts";
import { type KnownNames, opensWithGivenName } from "./known-names.ts";
import { trimMapped } from "./mapped-text.ts";
import { isPersonName } from "./parse-attendees.ts";
import { findDate } from "./parse-meeting-title.ts";
import type { MinutesNode } from "./parsed-minutes.ts";
import { walk } from "./walk.ts";

/** Makes a heading of the line that opens each meeting where one file has several: "Apr 18, 2017 - Ann, Bob (Ember), Cy". */
export function raiseDatedLines(blocks: readonly Block[], known: KnownNames): readonly Block[] {
  const dated = new Set(
    blocks.filter((block) => MAY_BE_DATED.has(block.kind) && partDated(block.content, known)),
  );
  return dated.size < 2
    ? blocks
    : blocks.map((block) => (dated.has(block) ? { ...block, kind: "heading", depth: LEVEL } : block));
}

const MAY_BE_DATED: ReadonlySet<Block["kind"]> = new Set(["heading", "paragraph"]);
const LEVEL = 3;

/** The day, and the names behind it. */
function partDated(
  content: MappedText,
  known: KnownNames,
): [date: MappedText, names: MappedText] | undefined {
  if (content.text.length > LONGEST) return undefined;
  const lead = /^[^,;]{3,20}(?:, ?\d{4})?\s*(?:[-–—]|:)\s+(?=[@\p{L}])/u.exec(content.text)?.[0] ?? "";
  const date = /\d/.test(lead) ? findDate(lead) : undefined;
  const names = trimMapped(content, lead.length);
  if (!date || lead.slice(0, date.start).split(/\s+/).length > 2 || !areNames(names, known)) return undefined;
  return [trimMapped(content, 0, date.end), names];
}

const LONGEST = 400;

/** "Ann, bob, Cy Day (guest, Ember)": at least two, nothing else, and half of them known to be given names. */
function areNames(list: MappedText, known: KnownNames): boolean {
  const names = splitRun(list).map((entry) => entry.text.replace(/\s*\([^()]*\)$/, ""));
  const given = names.filter((name) => opensWithGivenName(name, known));
  return (
    names.length >= 2 &&
    given.length * 2 >= names.length &&
    names.every((name) => isPersonName(name) || NICK.test(name))
  );
}

const NICK = /^@?\p{L}[\p{L}\p{N}_-]{1,20}$/u;

/** Names without a label behind a heading's date, or right below a heading that is one: who came. */
export function tellWhoCame(nodes: readonly MinutesNode[], known: KnownNames): void {
  walk(nodes, (node) => {
    if (node.kind !== "section" || node.role) return;
    const [first] = node.children;
    const parts = partDated(node.content, known);
    if (parts) {
      const [date, names] = parts;
      const list: MinutesNode = { ...node, kind: "paragraph", content: names, marks: [], children: [] };
      Object.assign(node, { content: date, marks: [] });
      node.children.unshift(headPeople(list));
    } else if (first?.kind === "paragraph" && !first.role && first.children.length === 0) {
      if (isDate(node.content.text) && areNames(first.content, known)) node.children[0] = headPeople(first);
    }
  });
}

const headPeople = (list: MinutesNode): MinutesNode => ({
  ...list,
  kind: "section",
  role: "present",
  children: [list],
});

function isDate(text: string): boolean {
  const date = text.length < 40 ? findDate(text) : undefined;
  return date !== undefined && date.end - date.start >= text.length - 12;
}
