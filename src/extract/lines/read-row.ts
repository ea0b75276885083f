import { trimMapped } from "../../minutes/mapped-text.ts";
import type { MinutesNode } from "../../minutes/parsed-minutes.ts";
import { type Context, createThread } from "../context.ts";
import { headingTopic, readHeading } from "../read-heading.ts";
import { readState } from "../split-action.ts";
import { findColumns, readOwnerCell } from "../table-columns.ts";
import { coverMatter } from "./mention-matter.ts";
import { mentionAll } from "./mention-names.ts";
import type { MinutesReader } from "./minutes-reader.ts";
import { hasWork, ownWhole } from "./read-task.ts";
import { readStatementLine } from "./read-statement-line.ts";
import { underHeading } from "./under-heading.ts";

/** A row of a table: a task with its owner, a matter with its details, or cells to be read by themselves. */
export function readRow(reader: MinutesReader, node: MinutesNode, context: Context): void {
  const cells = node.cells ?? [];
  const { owner, matter, state, kind } = findColumns(node.header ?? [], cells);
  const owners = cells[owner] ? readOwnerCell(cells[owner], reader.lexicon) : undefined;
  const isOwned = !/author|submitter|proposer/i.test(node.header?.[owner] ?? "");
  const progress = owners && isOwned && cells[state] ? readState(cells[state]) : undefined;
  const isTask = context.mode === "actions" || kind === "task";
  const promised = progress === "open" || (isTask && (!progress || progress === "going"));
  const name = cells[matter];
  if (!promised && !progress && name && kind === "matter") {
    const matterName = trimMapped(name, /^#\d+\s/.exec(name.text)?.[0].length ?? 0);
    const topic = coverMatter(reader, headingTopic(readHeading(matterName, reader.lexicon)), name);
    const below = underHeading(
      reader,
      topic,
      owners ? mentionAll(reader, owners) : [],
      node.content,
      context,
    );
    for (const [index, cell] of cells.entries())
      if (index !== matter && index !== owner)
        readStatementLine(reader, cell, { ...below, mode: "discussion", thread: createThread() });
    return;
  }
  if (owners && matter >= 0 && cells[matter]) {
    const mentions = mentionAll(reader, owners);
    const topic = progress && kind === "matter" ? undefined : context.topic;
    const before = reader.into.claims.length;
    readStatementLine(
      reader,
      cells[matter],
      { ...context, topic, mode: promised ? "actions" : "report", owners: mentions },
      { speakers: mentions, implied: true, task: promised },
    );
    if (!hasWork(reader, before, mentions))
      ownWhole(reader, cells[matter], mentions, node.content, !promised);
    return;
  }
  for (const cell of cells) readStatementLine(reader, cell, context);
}
