import type { MappedText } from "../../minutes/document.ts";
import { trimMapped } from "../../minutes/mapped-text.ts";
import type { MinutesNode } from "../../minutes/parsed-minutes.ts";
import { splitLabel } from "../../minutes/split-label.ts";
import type { Context } from "../context.ts";
import { INLINE_ACTION } from "../line-patterns.ts";
import { findActionMark, splitAction } from "../split-action.ts";
import { stripBox, stripBrackets, stripNumber } from "../split-line.ts";
import { mentionAll } from "./mention-names.ts";
import type { MinutesReader } from "./minutes-reader.ts";
import { readLabelled } from "./read-labelled.ts";
import { readOfficers } from "./read-officers.ts";
import { readAssigned, readMarked, readTask } from "./read-task.ts";
import { readUnlabelled } from "./read-unlabelled.ts";

/** An item or a line of a paragraph, without its number, box and brackets. */
export function readLine(reader: MinutesReader, node: MinutesNode, context: Context): void {
  if (node.content === reader.minutes.titleContent || isEntry(reader, node.content))
    return reader.readNodes(node.children, context);
  const content = stripBrackets(stripNumber(stripBox(node.content)));
  if (content.text === "") return;
  const isBoxed = node.checked !== undefined && context.mode === "discussion";
  readOpenLine(reader, node, content, isBoxed ? { ...context, mode: "actions" } : context);
}

/** A line of a list of attendees that no label stands over. */
const isEntry = ({ entries }: MinutesReader, { text, runs }: MappedText): boolean =>
  entries.get(runs[0]?.start ?? -1) === text;

function readOpenLine(reader: MinutesReader, node: MinutesNode, content: MappedText, context: Context): void {
  const action = INLINE_ACTION.exec(content.text);
  if (action && action.index > 0) {
    readPlainLine(reader, { ...node, children: [] }, trimMapped(content, 0, action.index), context);
    return readPlainLine(reader, node, trimMapped(content, action.index), context);
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
    readTask(reader, listed, node, context);
    return reader.readNodes(node.children, { ...context, owners: mentionAll(reader, listed.owners) });
  }
  if (readAssigned(reader, node, content, context)) return;
  const label = splitLabel(content, content === node.content ? node.marks : []);
  if (label && readLabelled(reader, node, label.label, label.rest, context)) return;
  readUnlabelled(reader, node, content, context);
}
