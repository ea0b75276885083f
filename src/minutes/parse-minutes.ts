import { looksLikeEntry, looksLikeNames } from "./attendee-list.ts";
import { splitRun } from "./attendee-run.ts";
import { raiseAnnounced } from "./announced-matters.ts";
import { collectAttendees } from "./collect-attendees.ts";
import { raiseDatedLines, tellWhoCame } from "./dated-meetings.ts";
import type { Block, DecodedDocument, MappedText } from "./document.ts";
import { readFrontMatterAttendees } from "./front-matter-attendees.ts";
import { type KnownNames, NO_KNOWN_NAMES } from "./known-names.ts";
import { sliceMapped } from "./mapped-text.ts";
import { saysWhoSpeaks } from "./formats/plain-line.ts";
import { headsPeople } from "./formats/raise-titles.ts";
import { isPersonName } from "./parse-attendees.ts";
import { findNumberedTitles, findNumbersOverHeadings } from "./numbered-titles.ts";
import { findDate, isGreetingOrAddress, parseMeetingTitle } from "./parse-meeting-title.ts";
import type { MinutesNode, ParsedMinutes } from "./parsed-minutes.ts";
import {
  findSectionRole,
  foldHeading,
  isRoleOfPeople,
  listsNames,
  isStateRole,
  OF_SO_MANY,
} from "./section-role.ts";
import { splitLabel } from "./split-label.ts";
import { unflatten } from "./unflatten.ts";
import { walk } from "./walk.ts";

/**
 * Parses decoded minutes into a tree of sections and items, with the meeting's title, date, attendees and agenda.
 * Linear in the document's length; never throws on content.
 *
 * @param known names that tell where one entry of a list ends and the next begins
 */
export function parseMinutes(document: DecodedDocument, known: KnownNames = NO_KNOWN_NAMES): ParsedMinutes {
  const blocks = raiseAnnounced(
    raiseAgendaItems(raiseDatedLines(unflatten(selectBlocks(document.blocks)), known)),
  );
  const nodes = nest(blocks);
  releaseMinutes(nodes);
  walk(nodes, tellPlans);
  tellWhoCame(nodes, known);
  const attendees = [...readFrontMatterAttendees(document, known), ...collectAttendees(nodes, known)];
  const first = findTitleLine(blocks);
  const title = parseMeetingTitle(document, first, datedLines(nodes));
  return { document, ...title, attendees, agenda: collectAgenda(nodes), nodes };
}

/**
 * Which quotation is part of the minutes: a quoted line that the author's text answers stays, as the heading of the
 * answer; what is quoted below or above the author's own minutes goes; a message that hardly says anything itself
 * hands on the minutes that it quotes.
 */
function selectBlocks(blocks: readonly Block[]): Block[] {
  const own = blocks.filter((block) => !block.quoted);
  if (own.length === blocks.length) return own;
  const size = (list: readonly Block[]): number =>
    list.reduce((sum, block) => sum + block.content.text.length, 0);
  if (size(own) * 4 < size(blocks) - size(own)) return blocks.map(stripQuotation);
  return blocks.flatMap((block, index) => {
    if (!block.quoted) return [block];
    const next = blocks[index + 1];
    const answered =
      block.quoted === 1 && next !== undefined && !next.quoted && block.content.text.length < 120;
    return answered && index > 0 && block.kind !== "paragraph"
      ? [{ ...block, kind: "heading" as const, depth: 6 }]
      : [];
  });
}

/** The first heading or paragraph; behind lines that say date, chair and attendees, only one that sounds like a meeting's. */
function findTitleLine(blocks: readonly Block[]): MappedText | undefined {
  const lines = blocks.filter(({ kind }) => kind === "heading" || kind === "paragraph");
  const at = lines.findIndex(({ content }) => {
    if (isGreetingOrAddress(content.text) || findSectionRole(content.text) === "references") return false;
    const label = splitLabel(content);
    return !label || !FORMAL_LABELS.has(findSectionRole(label.label.text) ?? "") || label.rest.text === "";
  });
  const { content } = lines[at] ?? {};
  const isMeeting = at === 0 || (content && (findDate(content.text) || MEETING.test(content.text)));
  return isMeeting ? content : undefined;
}

const FORMAL_LABELS: ReadonlySet<string> = new Set(["date", "officer", "present", "absent"]);
const MEETING = /\b(?:meeting|minutes|call|sync|standup|summit|session|teleconference|weekly|workshop)\b/i;

/** A bare line that repeats an item of the agenda or the contents is the heading of what was said of it. */
function raiseAgendaItems(blocks: readonly Block[]): readonly Block[] {
  const items = new Set<string>();
  return blocks.map((block, index) => {
    const { kind, content } = block;
    if (content.text.length > 120 || kind === "message") return block;
    if (findSectionRole(content.text) === "agenda") collectItems(blocks, index + 1, items);
    const repeats = kind === "paragraph" && items.has(foldHeading(content.text));
    return repeats ? { ...block, kind: "heading" as const, depth: 6 } : block;
  });
}

function collectItems(blocks: readonly Block[], from: number, items: Set<string>): void {
  for (let i = from; i < Math.min(blocks.length, from + LONGEST_AGENDA); i++) {
    const { kind, content } = blocks[i] as Block;
    if (kind !== "item") return;
    const folded = foldHeading(content.text);
    if (folded && !findSectionRole(content.text)) items.add(folded);
  }
}

const LONGEST_AGENDA = 60;

/** The quoted minutes as they were before somebody quoted them. */
function stripQuotation({ quoted, speaker, ...block }: Block): Block {
  return quoted === undefined || block.kind === "message"
    ? { ...block, ...(speaker ? { speaker } : {}) }
    : block;
}

interface Open {
  level: number;
  node: MinutesNode;
  /** Whether its first item has a mark other than a number. */
  isMarked?: boolean;
}

const LABEL_LEVEL = 7;
const SUB_LABEL_LEVEL = 8;
const STATE_LEVEL = 9;
const PARAGRAPH_LEVEL = 19;
const ITEM_LEVEL = 20;

function nest(blocks: readonly Block[]): MinutesNode[] {
  const roots: MinutesNode[] = [];
  const stack: Open[] = [];
  const titles = findNumberedTitles(blocks);
  const sections = findNumbersOverHeadings(blocks);
  blocks.forEach((block, index) => {
    const titleLevel = sections.get(block) ?? (titles.has(block) ? SUB_LABEL_LEVEL : undefined);
    const nodes =
      titleLevel === undefined
        ? toNodes(block, blocks[index - 1], blocks[index + 1])
        : [{ level: titleLevel, node: asSection(toNode(block)) }];
    for (const { level: own, node } of nodes) {
      const level = own === LABEL_LEVEL && isStateRole(node.role) && isUnderLabel(stack) ? STATE_LEVEL : own;
      while (stack.length && (stack.at(-1) as Open).level >= level) stack.pop();
      if (level >= ITEM_LEVEL) leaveFinishedLine(stack);
      leavePeople(stack, node, block, titleLevel !== undefined);
      leaveAside(stack, node, level, blocks[index + 1]);
      if (level === PARAGRAPH_LEVEL) leaveClosedList(stack, node, block);
      const parent = stack.at(-1);
      if (parent && block.kind === "item") parent.isMarked ??= !isNumbered(block);
      (parent?.node.children ?? roots).push(node);
      stack.push({ level, node });
    }
  });
  return roots;
}

/** "This week" behind "Last week" is what is planned. */
function tellPlans({ children }: MinutesNode): void {
  const last = children.findIndex(({ content }) => /^\W*last week\b/i.test(content.text));
  if (last < 0 || children.some(({ role }) => role === "next")) return;
  for (const child of children.slice(last + 1))
    if (child.role === "done" && /^\W*this week\b/i.test(child.content.text)) child.role = "next";
}

/** "Done" and "Next" below a label that announces nothing: below somebody's name, most often. */
function isUnderLabel(stack: readonly Open[]): boolean {
  const open = stack.find(({ level }) => level >= LABEL_LEVEL && level < STATE_LEVEL);
  return open?.level === SUB_LABEL_LEVEL && open.node.role === undefined;
}

/**
 * A list of people ends where something else begins: a labelled line, or a numbered list behind names that stood one
 * a line.
 */
function leavePeople(stack: Open[], node: MinutesNode, block: Block, isTitle: boolean): void {
  const at = stack.findLastIndex(({ level }) => level <= LABEL_LEVEL + 1);
  const list = stack[at]?.node;
  if (!list || list.kind !== "section" || !listsNames(list.role)) return;
  if (isTitle) stack.length = at;
  if (list.children.length === 0 || node.kind === "section" || node.kind === "row") return;
  const label = splitLabel(node.content);
  const isOther =
    (label &&
      !/^others?$/i.test(label.label.text) &&
      OTHER_LABELS.has(findSectionRole(label.label.text) ?? "") &&
      block.depth === 0) ||
    (block.kind === "item" && list.children.every(({ kind }) => kind === "paragraph")) ||
    (stack[at]?.isMarked === true && block.depth === 0 && isNumbered(block)) ||
    (block.kind === "paragraph" && /^(?:note|nb|n\.b\.|please)\b/i.test(node.content.text)) ||
    (list.role === "officer" && block.kind === "paragraph" && PROSE.test(node.content.text)) ||
    (block.kind === "paragraph" &&
      block.depth === 0 &&
      findSectionRole(node.content.text.split(/\s+by\s+/)[0] ?? "") === "minutes");
  if (isOther) stack.length = at;
}

/** A sentence of eight words or more */
const PROSE = /^\p{Lu}\P{Lu}\S*(?: \S+){7,}[.!?]$/u;

const isNumbered = ({ kind, marker = "" }: Block): boolean => kind === "item" && /^\(?\d/.test(marker);

/** Below links, dates and officers no matter has its heading; below people, none that heads no names. */
function leaveAside(
  stack: Open[],
  { kind, role }: MinutesNode,
  level: number,
  next: Block | undefined,
): void {
  const at = stack.findLastIndex(({ node }) => node.kind === "section");
  const above = stack[at];
  if (kind !== "section" || !above || above.level >= level || above.node.children.length === 0) return;
  const { role: aside } = above.node;
  const isAside = aside === "references" || aside === "date" || aside === "officer";
  if (role === aside || (!isAside && !isRoleOfPeople(aside))) return;
  const headsNames =
    next !== undefined &&
    (next.kind !== "item" ||
      looksLikeNames(next.content) ||
      looksLikeEntry(next.content) ||
      isPersonName(next.content.text) ||
      (level === SUB_LABEL_LEVEL && headsRun(next.content)));
  if (isAside || !headsNames) stack.length = at;
}

/** "Ember: Ann Lee, Bob Roth": a label over nothing but whole names. */
function headsRun(content: MappedText): boolean {
  const rest = splitLabel(content)?.rest;
  const names = rest ? splitRun(rest) : [];
  return names.length > 0 && names.every(({ text }) => isPersonName(text) && /\s\p{Lu}/u.test(text));
}

const OTHER_LABELS: ReadonlySet<string> = new Set([
  "present",
  "absent",
  "officer",
  "date",
  "agenda",
  "procedure",
  "references",
]);

/** A table's row, or a paragraph that says all it has to say ("ACTION: Ann to write it."), has no list under it. */
function leaveFinishedLine(stack: Open[]): void {
  const top = stack.at(-1);
  if (top?.node.kind === "row") stack.pop();
  if (top?.level !== PARAGRAPH_LEVEL || top.node.kind !== "paragraph") return;
  const label = splitLabel(top.node.content);
  const isFinished = label
    ? /[^:\s]$/.test(label.rest.text) && FINISHED_LABELS.has(findSectionRole(label.label.text) ?? "")
    : /[.!?)\]]$/.test(top.node.content.text);
  if (isFinished) stack.pop();
}

const FINISHED_LABELS: ReadonlySet<string> = new Set([
  "actions",
  "decisions",
  "present",
  "absent",
  "officer",
  "date",
  "procedure",
  "references",
]);

/** Prose behind a list of attendees is not of the list. */
function leaveClosedList(stack: Open[], node: MinutesNode, block: Block): void {
  const top = stack.at(-1);
  if (!top || top.level !== LABEL_LEVEL) return;
  const role = top.node.role;
  if (
    (listsNames(role) || role === "references") &&
    top.node.children.length > 0 &&
    node.kind !== "row" &&
    !looksLikeNames(node.content) &&
    !looksLikeEntry(node.content) &&
    !goesOn(block)
  )
    stack.pop();
}

/** A short line right below the others of a list is of the list. */
function goesOn({ follows, content }: Block): boolean {
  const { text } = content;
  if (!follows || text.length >= 80 || splitLabel(content)) return false;
  return !/[.!?:]$/.test(text);
}

function toNodes(block: Block, previous: Block | undefined, next: Block | undefined): Open[] {
  if (block.kind === "code") return readColumns(block).map((node) => ({ level: PARAGRAPH_LEVEL, node }));
  if (block.kind === "table") {
    // "4. Actions": a table right below a numbered title is what it heads.
    const isHeaded = previous?.kind === "item" && findSectionRole(previous.content.text) === "actions";
    const level = isHeaded ? ITEM_LEVEL + previous.depth + 0.5 : PARAGRAPH_LEVEL;
    return tableRows(block).map((node) => ({ level, node }));
  }
  if (block.content.text.trim() === "") return [];
  const node = toNode(block);
  if (block.speaker && !block.quoted)
    return [{ level: PARAGRAPH_LEVEL, node: { ...node, kind: "message", speaker: block.speaker } }];
  if (block.kind === "heading") return [{ level: Math.min(block.depth, 6), node: asSection(node) }];
  if (headsDialogue(block, previous, next)) return [{ level: SUB_LABEL_LEVEL, node: asSection(node) }];
  if (block.kind === "item")
    return [{ level: ITEM_LEVEL + block.depth, node: withRole(toNode(block, "item")) }];
  if (block.depth > 0) {
    const inner = withRole(node);
    // "Actions" on an indented line of its own heads the lines below it that are indented as it is.
    const heads = inner.role === "actions" && next?.kind === "paragraph" && next.depth === block.depth;
    return [{ level: ITEM_LEVEL + block.depth - (heads ? 0.5 : 0), node: inner }];
  }
  // "APOLOGIES": what stands right below it are names, and no heading of what follows.
  const isName = isInRun(previous) || headsPeople(previous?.content.text ?? "");
  return [paragraphNode(node, isName ? undefined : next)];
}

function toNode(
  { content, marks, checked, notedBy }: Block,
  kind: "item" | "paragraph" = "paragraph",
): MinutesNode {
  return {
    kind,
    content,
    marks,
    role: undefined,
    checked,
    speaker: undefined,
    notedBy,
    cells: undefined,
    header: undefined,
    children: [],
  };
}

/** The last of several short lines is no heading of what is below: the lines are names, or a letterhead. */
const isInRun = (previous: Block | undefined): boolean =>
  previous?.kind === "paragraph" &&
  previous.depth === 0 &&
  previous.content.text.length < 60 &&
  !/[.!?:]$/.test(previous.content.text);

/** A single item over labelled paragraphs is the heading of what they say. */
function headsDialogue(block: Block, previous: Block | undefined, next: Block | undefined): boolean {
  const label = next && splitLabel(next.content);
  return (
    block.kind === "item" &&
    block.depth === 0 &&
    block.content.text.length <= 120 &&
    previous?.kind !== "item" &&
    !(/^\p{Ll}/u.test(block.content.text) && isAction(previous)) &&
    next?.kind === "paragraph" &&
    next.depth === 0 &&
    label !== undefined &&
    findSectionRole(label.label.text) !== "blocked" &&
    findSectionRole(label.label.text) !== "next" &&
    splitLabel(block.content) === undefined &&
    // "Ann has one, will try it": what somebody answers
    !/\s(?:is|are|was|were|has|have|had|will|can)\s/.test(block.content.text) &&
    findSectionRole(block.content.text) === undefined
  );
}

/** "ACTION: Ann to write it": what stands below it is how far that is. */
function isAction(block: Block | undefined): boolean {
  const label = block && splitLabel(block.content);
  return label !== undefined && findSectionRole(label.label.text) === "actions";
}

function paragraphNode(node: MinutesNode, next: Block | undefined): Open {
  const heading = headingLevel(node, next);
  return heading
    ? { level: heading, node: asSection(node) }
    : { level: PARAGRAPH_LEVEL, node: withRole(node) };
}

/** A paragraph that is a heading in all but markup: a known label, a bare label with a colon, a short line over a list. */
function headingLevel(node: MinutesNode, next: Block | undefined): number {
  const { text } = node.content;
  if (text.length > 120 || /^[([].*[)\]]\.?$/.test(text)) return 0;
  const words = text.split(/\s+/).length;
  const role = findSectionRole(text);
  const bare = text.replace(/\s*\([^()]*\)/g, "").split(/\s+/).length;
  if (role && bare <= 8 && role !== "date" && isBare(text)) return LABEL_LEVEL;
  if (words > 12) return 0;
  const label = splitLabel(node.content, node.marks);
  if (label && label.rest.text !== "" && (findSectionRole(label.label.text) || text.endsWith(":"))) return 0;
  if (/:$/.test(text) && !/[.!?]\s/.test(text)) return SUB_LABEL_LEVEL;
  const strong = node.marks.some(
    (mark) => mark.kind === "strong" && mark.start === 0 && mark.end >= text.length - 1,
  );
  if (strong && !/[.!?]$/.test(text)) return SUB_LABEL_LEVEL;
  const isOne = !/[.!?]\s+\p{Lu}/u.test(text);
  const overList = next?.kind === "item" && next.depth === 0 && !next.quoted && isOne && !saysWhoSpeaks(text);
  return overList && words <= 9 && !/[.!?;,]$/.test(text) && /^[@#\p{Lu}\p{N}“"‘'(]/u.test(text)
    ? SUB_LABEL_LEVEL
    : 0;
}

/** A label that stands alone: "Notes", "Attendees:", "Members attending: 9/11", and not "Scribe: Ann" or "Present Ann Lee". */
const isBare = (text: string): boolean => {
  const label = splitLabel({ text, runs: [] });
  return !label || label.rest.text === "" || OF_SO_MANY.test(text);
};

function asSection(node: MinutesNode): MinutesNode {
  return withRole({ ...node, kind: "section" });
}

function withRole(node: MinutesNode): MinutesNode {
  const role =
    node.content.text.length <= 120 && isBare(node.content.text)
      ? findSectionRole(node.content.text)
      : undefined;
  return role ? { ...node, role } : node;
}

function tableRows(block: Block): MinutesNode[] {
  const rows = block.rows ?? [];
  const header = (rows[0] ?? []).map((cell) => cell.text.trim());
  return rows.slice(1).map((cells) => toRow(cells, header));
}

/** People in columns of a preformatted block: nick and name, name and organisation. Other code is nothing. */
function readColumns({ content }: Block): MinutesNode[] {
  if (content.text.length > 20_000) return [];
  let at = 0;
  const rows = content.text.split("\n").flatMap((line) => {
    const start = at;
    at += line.length + 1;
    const cells: MappedText[] = [];
    for (const match of line.matchAll(/\S+(?: \S+)*/g))
      cells.push(sliceMapped(content, start + match.index, start + match.index + match[0].length));
    return cells.length > 0 ? [cells] : [];
  });
  const width = rows[0]?.length ?? 0;
  if (width < 2 || width > 4 || rows.length < 2 || rows.some((cells) => cells.length !== width)) return [];
  const isFull = (column: number): boolean =>
    rows.filter((cells) => isPersonName(cells[column]?.text ?? "") && /\s/.test(cells[column]?.text ?? ""))
      .length *
      2 >=
    rows.length;
  const name = rows[0]?.findIndex((_, column) => isFull(column)) ?? -1;
  if (name < 0) return [];
  const header = (rows[0] ?? []).map((_, column) =>
    column === name ? "name" : column < name ? "handle" : "organisation",
  );
  return rows.map((cells) => toRow(cells, header));
}

function toRow(cells: readonly MappedText[], header: readonly string[]): MinutesNode {
  return {
    kind: "row",
    content: joinCells(cells),
    marks: [],
    role: undefined,
    checked: undefined,
    speaker: undefined,
    notedBy: undefined,
    cells,
    header,
    children: [],
  };
}

function joinCells(cells: readonly MappedText[]): MappedText {
  let text = "";
  const runs = cells.flatMap((cell) => {
    const at = text === "" ? 0 : text.length + 3;
    text = text === "" ? cell.text : `${text} | ${cell.text}`;
    return cell.runs.map((run) => ({ ...run, at: run.at + at }));
  });
  return { text, runs };
}

/** What a list of people has taken along stands beside it: the minutes, from the first line that is no person. */
function releaseMinutes(nodes: MinutesNode[]): void {
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as MinutesNode;
    releaseMinutes(node.children);
    const at = listsNames(node.role) ? findMinutes(node.children) : -1;
    if (at >= 0) nodes.splice(index + 1, 0, ...node.children.splice(at));
  }
}

/**
 * Where the minutes begin in a list of people: at the first line with sentences below it, or with items below it, behind
 * people who stand as items themselves or on bare lines; -1 where they do not.
 */
function findMinutes(lines: readonly MinutesNode[]): number {
  const told = lines.findIndex(isTold);
  const item = lines.findIndex(({ kind }) => kind === "item");
  const areItems = lines.every(({ kind }) => kind === "item");
  const head = areItems
    ? lines.findIndex(headsItems)
    : lines.findIndex((line, place) => item > 0 && place >= item && headsMatters(line));
  return head >= 2 && (told < 0 || head < told) ? head : told;
}

const headsItems = ({ children }: MinutesNode): boolean => children.some(({ kind }) => kind === "item");

const headsMatters = (node: MinutesNode): boolean =>
  node.kind === "item" && (headsItems(node) || node.role === "actions");

/** Whether what stands below a line are sentences, and no names. */
const isTold = ({ children }: MinutesNode): boolean =>
  children.some(({ content: { text } }) =>
    /\p{Ll}{2}[ ,]\p{Ll}{2,20} \p{Ll}{2,20} \p{Ll}/u.test(text.slice(0, 200).replace(/\([^()]*\)/g, "")),
  );

/** The agenda's items, where the minutes have other sections that treat them. */
function collectAgenda(nodes: readonly MinutesNode[]): MinutesNode[] {
  const agenda: MinutesNode[] = [];
  walk(nodes, (node) => {
    if (node.role === "agenda")
      agenda.push(...node.children.filter((child) => child.kind === "item" || child.kind === "paragraph"));
  });
  return agenda;
}

function datedLines(nodes: readonly MinutesNode[]): MappedText[] {
  const lines: MappedText[] = [];
  const headings: MappedText[] = [];
  let seen = 0;
  walk(nodes, (node) => {
    if (seen++ > 60) return;
    const label = splitLabel(node.content, node.marks);
    if (label && findSectionRole(label.label.text) === "date") lines.push(label.rest);
    else if (node.content.text.length < 90 && findDate(node.content.text)) headings.push(node.content);
  });
  return [...lines, ...headings];
}
