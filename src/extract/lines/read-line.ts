import type { MappedText } from "../../minutes/document.ts";
import { trimMapped } from "../../minutes/mapped-text.ts";
import type { MinutesNode } from "../../minutes/parsed-minutes.ts";
import { splitLabel } from "../../minutes/split-label.ts";
import type { Context, Mode } from "../context.ts";
import { INLINE_ACTION } from "../line-patterns.ts";
import { findActionMark, splitAction, tellsState } from "../split-action.ts";
import { splitLed, stripBox, stripBrackets, stripNumber } from "../split-line.ts";
import { mentionAll } from "./mention-names.ts";
import type { MinutesReader } from "./minutes-reader.ts";
import { readLabelled } from "./read-labelled.ts";
import { readOfficers } from "./read-officers.ts";
import { readSpeech, tellOfAction } from "./read-speech.ts";
import { readAssigned, readBelowTask, readMarked, readTask } from "./read-task.ts";
import { readUnlabelled } from "./read-unlabelled.ts";

/** An item or a line of a paragraph, without its number, box and brackets. */
export function readLine(reader: MinutesReader, node: MinutesNode, context: Context): void {
  if (node.content === reader.minutes.titleContent || isEntry(reader, node.content))
    return reader.readNodes(node.children, context);
  const content = stripBrackets(stripNumber(stripBox(node.content)));
  if (content.text === "") return;
  const state = context.owned && context.owners.length > 0 ? findPicturedState(content.text) : undefined;
  if (state)
    return readOpenLine(reader, node, trimMapped(content, state.length), { ...context, mode: state.mode });
  const isBoxed = node.checked !== undefined && context.mode === "discussion";
  readOpenLine(reader, node, content, isBoxed ? { ...context, mode: "actions" } : context);
}

/** "🔜 write the post", "🚧 the migration" in somebody's report: whether it is done, under way, to come, or stuck. */
function findPicturedState(text: string): { mode: Mode; length: number } | undefined {
  for (const [pattern, mode] of PICTURED) {
    const match = pattern.exec(text);
    if (match) return { mode, length: match[0].length };
  }
  return undefined;
}

const PICTURED: readonly [RegExp, Mode][] = [
  [/^(?:🔜|⏭|➡|📅|🗓|🎯)\uFE0F?\s*/u, "next"],
  [/^(?:✅|✔|☑|🎉|🚀|🚢|🚧|🏗|🔄|⏳|🔨|🛠|👷)\uFE0F?\s*/u, "report"],
  [/^(?:🛑|❗|⛔|🚫|🧱|🚨)\uFE0F?\s*/u, "blocked"],
];

/** A line of a list of attendees that no label stands over. */
const isEntry = ({ entries }: MinutesReader, { text, runs }: MappedText): boolean =>
  entries.get(runs[0]?.start ?? -1) === text;

function readOpenLine(reader: MinutesReader, node: MinutesNode, content: MappedText, context: Context): void {
  const action = INLINE_ACTION.exec(content.text);
  if (action && action.index > 0) {
    readPlainLine(reader, { ...node, children: [] }, trimMapped(content, 0, action.index), context);
    return readOpenLine(reader, node, trimMapped(content, action.index), context);
  }
  readPlainLine(reader, node, content, context);
}

function readPlainLine(
  reader: MinutesReader,
  node: MinutesNode,
  content: MappedText,
  context: Context,
): void {
  const mark = findActionMark(content, reader.lexicon);
  if (mark && readMarked(reader, node, mark, context)) return;
  if (content.text.length < node.content.text.length && readOfficers(reader, content, context))
    return reader.readNodes(node.children, context);
  const listed = context.mode === "actions" && splitAction(content, reader.lexicon, "given");
  if (listed && listed.task.text !== "") {
    if (context.topic && tellsState(listed.task.text))
      return tellOfAction(reader, node, listed.task, mentionAll(reader, listed.owners), context);
    readTask(reader, listed, node, context);
    return readBelowTask(reader, node, listed.owners, context);
  }
  if (readAssigned(reader, node, content, context)) return;
  const label = splitLabel(content, content === node.content ? node.marks : []);
  if (label && readLabelled(reader, node, label.label, label.rest, context)) return;
  const led = context.mode === "actions" ? undefined : splitLed(content, reader.lexicon);
  if (led) return void readSpeech(reader, node, led.rest, mentionAll(reader, led.speakers), context);
  readUnlabelled(reader, node, content, context);
}
