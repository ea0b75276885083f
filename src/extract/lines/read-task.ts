import type { MappedText } from "../../minutes/document.ts";
import { sliceMapped, trimMapped } from "../../minutes/mapped-text.ts";
import type { MinutesNode } from "../../minutes/parsed-minutes.ts";
import { splitLabel } from "../../minutes/split-label.ts";
import { annotate, type Lexicon } from "../annotate.ts";
import { type Context, createThread, type Mode } from "../context.ts";
import { hasFiniteVerb, isSentence, isTask, opensWithWork } from "../judge-line.ts";
import { lineSpan } from "../extraction.ts";
import type { Mention } from "../mention.ts";
import { findNamedRole } from "../named-roles.ts";
import { type NamedRange, readAgents } from "../read-heading.ts";
import {
  type Action,
  findActionMark,
  isAnybodys,
  type MarkedAction,
  splitAction,
  splitArrow,
  splitArrowed,
  tellsState,
} from "../split-action.ts";
import { tokenize } from "../tokens.ts";
import { trimTopicName } from "../topic-name.ts";
import { MOST_WORDS } from "../topic-phrase.ts";
import { AUXILIARIES, isGenericWord } from "../vocabulary.ts";
import { coverMatter, mentionMatter } from "./mention-matter.ts";
import { mentionAll } from "./mention-names.ts";
import type { MinutesReader } from "./minutes-reader.ts";
import { readLeaf } from "./read-leaf.ts";
import { speak } from "./read-speech.ts";
import { readStatementLine } from "./read-statement-line.ts";

/** "ACTION: Ann to write the parser", "AI(Ann): …", "==> Ann, Bob: …". @returns false where the mark says nothing */
export function readMarked(
  reader: MinutesReader,
  node: MinutesNode,
  mark: MarkedAction,
  context: Context,
): boolean {
  const { lexicon } = reader;
  const actions: Context = { ...context, mode: "actions", owners: [] };
  const { rest, owner } = mark;
  const named = owner && readAgents(owner, lexicon, "any");
  const action: Action | undefined = named
    ? { owners: named, task: rest, done: false }
    : (splitAction(rest, lexicon, mark.isArrow ? "given" : "any") ?? wholeAction(rest, lexicon));
  if (mark.isArrow && !action) return false;
  if (action)
    readTask(
      reader,
      { ...action, done: action.done || mark.done, begun: (action.begun ?? false) || (mark.begun ?? false) },
      node,
      context,
    );
  else if (rest.text !== "" && !isAnybodys(rest)) readLeaf(reader, rest, actions);
  if (action && action.task.text !== "") readBelowTask(reader, node, action.owners, actions);
  else
    reader.readNodes(node.children, { ...actions, owners: action ? mentionAll(reader, action.owners) : [] });
  return true;
}

/** What stands under a task: parts of it, which are its owner's, too, and what was said of it, which is no task. */
export function readBelowTask(
  reader: MinutesReader,
  { children }: MinutesNode,
  owners: readonly NamedRange[],
  context: Context,
): void {
  if (children.length === 0) return;
  const parts: Context = { ...context, owners: mentionAll(reader, owners) };
  const remarks: Context = {
    ...context,
    mode: "discussion",
    owners: [],
    depth: context.depth + 2,
    thread: createThread({ person: parts.owners.find(({ kind }) => kind === "person"), opened: true }),
  };
  for (const child of children)
    reader.readNodes([child], isSaidOfTask(child.content, reader.lexicon) ? remarks : parts);
}

/** "Legal is looking at it", "Posted on the list.", "Carry over" */
function isSaidOfTask(content: MappedText, lexicon: Lexicon): boolean {
  if (tellsState(content.text)) return true;
  if (isTask(content) || findActionMark(content, lexicon)) return false;
  return isSentence(content, lexicon) || hasFiniteVerb(content, lexicon) || opensWithWork(content);
}

/** "AP: Ann": whose the matter is from now on. */
function wholeAction(rest: MappedText, lexicon: Lexicon): Action | undefined {
  const owners = readAgents(rest, lexicon, "given");
  return owners && { owners, task: sliceMapped(rest, 0, 0), done: false };
}

/** "Who takes the parser? → Ann", "Reviewers: Ann, Bob", "Ann + Bob champions": whose it is from now on. */
export function readAssigned(
  reader: MinutesReader,
  node: MinutesNode,
  content: MappedText,
  context: Context,
): boolean {
  if (node.children.length > 0) return false;
  const arrow = splitArrow(content, reader.lexicon);
  if (arrow) {
    readTask(reader, arrow, node, context);
    return true;
  }
  const arrowed = splitArrowed(content, reader.lexicon);
  if (arrowed) {
    // "Ann: the gate is heavy → Bob to oil it"
    const label = splitLabel(arrowed.head);
    const speakers = label && label.rest.text !== "" ? readAgents(label.label, reader.lexicon) : undefined;
    const isMatter =
      !speakers && !isSentence(arrowed.head, reader.lexicon) && !arrowed.head.text.endsWith("?");
    if (label && speakers) speak(reader, label.rest, mentionAll(reader, speakers), context);
    else if (!isMatter) readLeaf(reader, arrowed.head, context);
    const matter = isMatter ? coverMatter(reader, trimTopicName(arrowed.head), content) : undefined;
    readTask(reader, arrowed.action, node, { ...context, topic: matter ?? context.topic });
    return true;
  }
  const { topic } = context;
  if (!topic || context.mode === "report" || context.mode === "actions") return false;
  const owners = findNamedRole(content, reader.lexicon);
  if (!owners) return false;
  for (const owner of mentionAll(reader, owners))
    reader.into.claim("committed_to", owner, topic, lineSpan(content), {
      rule: "takes-the-role",
      modality: "planned",
    });
  return true;
}

/** What somebody is to do; work where it has been done. */
export function readTask(reader: MinutesReader, action: Action, node: MinutesNode, context: Context): void {
  const owners = mentionAll(reader, action.owners);
  const done = action.done || node.checked === true || context.closed === true;
  const referred = reader.numbered.findWhole(action.task.text);
  if (action.task.text === "" || referred || IS_LOOK.test(action.task.text)) {
    const matter = referred ?? context.topic;
    if (matter)
      for (const owner of owners)
        reader.into.claim(done ? "works_on" : "committed_to", owner, matter, lineSpan(node.content), {
          rule: "owns-the-action",
          ...(done ? { status: "done" as const } : { modality: "planned" as const }),
        });
    return;
  }
  if (action.begun && !done) readTask(reader, { ...action, begun: false, done: true }, node, context);
  const mode: Mode = done ? "report" : "actions";
  // "DONE: Ann to write it": it is no promise any more.
  const infinitive = done ? (/^to\s+/.exec(action.task.text)?.[0].length ?? 0) : 0;
  const topic = reader.numbered.findBehind(action.task.text) ?? context.topic;
  const task = trimMapped(action.task, infinitive);
  // "[x] outline (Ann)": one word is what was done, though it could be a verb.
  if (/^\p{L}+$/u.test(task.text) && ownWhole(reader, task, owners, node.content, done)) return;
  const before = reader.into.claims.length;
  readStatementLine(
    reader,
    task,
    { ...context, mode, owners: [], topic },
    { speakers: owners, implied: true, task: true },
  );
  if (!hasWork(reader, before, owners)) ownWhole(reader, task, owners, node.content, done);
}

/** "to have a look", "follow up": nothing is said of what it is that was not said before. */
const IS_LOOK =
  /^(?:to )?(?:(?:have|take) a (?:quick |closer )?look(?: at (?:it|this|that))?|look|check|follow up|investigate)\.?$/i;

/** Whether what was read behind the first claims says what one of the owners does. */
export const hasWork = ({ into }: MinutesReader, from: number, owners: readonly Mention[]): boolean =>
  into.claims
    .slice(from)
    .some(
      ({ source, relation }) =>
        (relation === "works_on" || relation === "committed_to") && owners.includes(source),
    );

/** "Ann: invite the county again": a task of plain words is named as a whole. @returns whether it is one */
export function ownWhole(
  reader: MinutesReader,
  task: MappedText,
  owners: readonly Mention[],
  line: MappedText,
  done: boolean,
): boolean {
  const isNoun = /^\p{L}{4,}$/u.test(task.text) && !isGenericWord(task.text.toLowerCase());
  if (!isNoun && !/\p{L}{3}.*\s\p{L}{3}/u.test(task.text)) return false;
  if (task.text.split(/\s+/).length > MOST_WORDS) return false;
  const words = tokenize(task.text);
  if (AUXILIARIES.has(words[0]?.lower ?? "")) return false;
  const named = annotate(words, reader.lexicon).values();
  if ([...named].some(({ kind }) => kind === "person")) return false;
  const matter = mentionMatter(reader, trimTopicName(task));
  if (!matter || owners.length === 0) return false;
  reader.into.claim("covered", reader.meeting, matter, lineSpan(line), { rule: "named" });
  for (const owner of owners)
    reader.into.claim(done ? "works_on" : "committed_to", owner, matter, lineSpan(line), {
      rule: "owns-the-action",
      ...(done ? { status: "done" as const } : { modality: "planned" as const }),
    });
  return true;
}
