import type { MappedText } from "../minutes/document.ts";
import { isPersonName } from "../minutes/parse-attendees.ts";
import { foldCase } from "../model/fold-case.ts";
import { isGivenName } from "../model/given-names.ts";
import type { Lexicon } from "./annotate.ts";
import type { DocumentLine } from "./document-lines.ts";
import { findActionMark, splitAction } from "./split-action.ts";
import { isOrdinaryWord } from "./vocabulary.ts";

/**
 * Learns people who are named only as owners of actions: "ACTION: Ann to …", "AR 12 Bob: …", "#action nick write …";
 * in a list of actions, "Cy to …"; in a table, handles in the column of authors or assignees.
 */
export function learnOwners(lines: readonly DocumentLine[], lexicon: Lexicon): void {
  for (const { node, above } of lines) {
    const { content, header, cells } = node;
    if (header && cells) {
      learnColumn(header, cells, lexicon);
      continue;
    }
    if (content.text.length > 600) continue;
    const mark = findActionMark(content, lexicon);
    const isListed = above.includes("actions");
    if (mark ? mark.isArrow : !isListed || !/^\S+(?: \S+){0,5} (?:to|will) \p{Ll}/u.test(content.text))
      continue;
    const action = splitAction(mark?.rest ?? content, lexicon, "any");
    for (const { kind, content: owner } of action?.owners ?? [])
      if (kind === "person" && !lexicon.people.find(owner.text)) add(lexicon, owner.text.replace(/^@/, ""));
  }
}

/** "| #12 cache rewrite | mreyes-dev |" under "author" */
function learnColumn(header: readonly string[], cells: readonly MappedText[], lexicon: Lexicon): void {
  const at = header.findIndex((cell) => AUTHOR.test(cell.trim()));
  const name = cells[at]?.text.trim().replace(/^@/, "") ?? "";
  if (!/^[\p{L}][\p{L}\p{N}_-]{2,30}$/u.test(name) || isOrdinaryWord(name.toLowerCase())) return;
  if (!isPersonName(name) || lexicon.people.find(name) || lexicon.gazetteer.find(name)) return;
  const isHandle = /^[a-z][a-z\d_]*(?:-[a-z\d_]+)*$/.test(name) && !/^(?:none|tbd|n-a|nobody)$/.test(name);
  if (isHandle || isGivenName(foldCase(name), lexicon.data)) add(lexicon, name);
}

const AUTHOR = /^(?:author|submitter|assignee|assigned to|reviewer|owner)s?$/i;

function add({ people, labels }: Lexicon, name: string): void {
  const value = { kind: "person" as const, name, rule: "owner-of-an-action" };
  people.add(name, value, isOrdinaryWord(name.toLowerCase()));
  labels.add(name, value);
}
