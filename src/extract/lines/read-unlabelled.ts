import type { MappedText } from "../../minutes/document.ts";
import type { MinutesNode } from "../../minutes/parsed-minutes.ts";
import type { Context } from "../context.ts";
import { SIGN_OFF } from "../line-patterns.ts";
import {
  findLeadingLink,
  splitAssigned,
  splitDashed,
  splitNumbered,
  splitReported,
  splitSaid,
  splitTitled,
} from "../split-line.ts";
import { mentionAll } from "./mention-names.ts";
import type { MinutesReader } from "./minutes-reader.ts";
import { readLedBy } from "./read-officers.ts";
import { readLeaf } from "./read-leaf.ts";
import { readParent } from "./read-parent.ts";
import { readContinuation, readSpeech } from "./read-speech.ts";
import { readStatementLine } from "./read-statement-line.ts";
import { readTopicLine } from "./read-topic-line.ts";

/** A line by its form, where no label or mark says what it is. */
export function readUnlabelled(
  reader: MinutesReader,
  node: MinutesNode,
  content: MappedText,
  context: Context,
): void {
  const { lexicon } = reader;
  if (SIGN_OFF.test(content.text)) return;
  const behind = readLedBy(reader, content, context);
  if (behind) {
    if (behind.text !== "") readStatementLine(reader, behind, context);
    return reader.readNodes(node.children, context);
  }
  if (node.children.length) return readParent(reader, node, content, context);
  const assigned = splitAssigned(content, lexicon);
  if (assigned)
    return readStatementLine(
      reader,
      assigned.task,
      { ...context, mode: "actions" },
      { speakers: mentionAll(reader, assigned.owners), implied: true, task: true },
    );
  if (readContinuation(reader, content, context)) return;
  const reported =
    context.mode === "report"
      ? splitReported(content, lexicon)
      : context.mode === "discussion" && context.topic
        ? splitSaid(content, lexicon)
        : undefined;
  if (reported)
    return void readSpeech(reader, node, reported.rest, mentionAll(reader, reported.speakers), context);
  const dashed =
    splitTitled(node, lexicon) ?? splitNumbered(content, lexicon) ?? splitDashed(content, lexicon);
  if (dashed) return readTopicLine(reader, dashed.head, dashed.rest, node, context);
  readLeaf(reader, content, context, findLeadingLink(node));
}
