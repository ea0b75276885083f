import type { MinutesNode } from "../../minutes/parsed-minutes.ts";
import { splitLabel } from "../../minutes/split-label.ts";
import { foldCase } from "../../model/fold-case.ts";
import { isGivenName } from "../../model/given-names.ts";
import { type Context, ownedBy } from "../context.ts";
import { lineSpan } from "../extraction.ts";
import { reporterName, tellsStates } from "../find-reporters.ts";
import { isTitleAgain } from "../is-title-again.ts";
import { isSentence, tellsOfSomebody } from "../judge-line.ts";
import type { Mention } from "../mention.ts";
import { readEntry } from "../read-entry.ts";
import { headingTopic, isGroup, readAgents, readHeading, readLedTitle } from "../read-heading.ts";
import { asDialogue } from "../remarks.ts";
import { coverMatter } from "./mention-matter.ts";
import { mentionAll } from "./mention-names.ts";
import type { MinutesReader } from "./minutes-reader.ts";
import { speak } from "./read-speech.ts";
import { readStatementLine } from "./read-statement-line.ts";
import { claimPresenters, underHeading } from "./under-heading.ts";

/** A heading of the minutes' own: the matter, the owner or the sentence that it is, and what stands below. */
export function readSection(reader: MinutesReader, node: MinutesNode, context: Context): void {
  const { lexicon } = reader;
  const reporter = readEntry(node.content, lexicon, reader.into) ?? readStateReporter(reader, node);
  if (reporter) return (reader.isInTurns ? readTurn : readReport)(reader, node, reporter, context);
  const heading = readLedTitle(node.content, lexicon) ?? readHeading(node.content, lexicon);
  const owners = mentionAll(reader, heading.owners);
  const { titleContent, nodes } = reader.minutes;
  const areBodies = owners.every(({ kind }) => kind === "organisation");
  const isTitle = node.content === titleContent || (node === nodes[0] && heading.onlyOwners && areBodies);
  const namesTheMeeting = isTitle && areBodies;
  if (reader.isInTurns && heading.onlyOwners && owners.some(({ kind }) => kind === "person"))
    return readTurn(reader, node, owners, context);
  if (heading.onlyOwners && !namesTheMeeting) return readReport(reader, node, owners, context);
  const name = headingTopic(heading);
  if (isTitle || isTitleAgain(node.content.text, reader.minutes.title))
    return reader.readNodes(node.children, context);
  if (isSentence(node.content, lexicon) && owners.length === 0) {
    readStatementLine(reader, node.content, context);
    if (context.topic && tellsOfSomebody(node.content, lexicon))
      return reader.readNodes(node.children, { ...context, depth: context.depth + 1 });
  }
  const isReportedOn = owners.length > 0 && isGroup(name);
  const topic = coverMatter(reader, name, node.content, isReportedOn);
  // "kernel:" under somebody's name: an area of theirs
  if (topic && owners.length === 0 && context.owned && context.mode === "report")
    for (const owner of context.owners)
      reader.into.claim("works_on", owner, topic, lineSpan(node.content), { rule: "heading-owner" });
  reader.readNodes(
    node.children,
    asDialogue(underHeading(reader, topic, owners, node.content, context), node, lexicon),
  );
}

/** A name over "Done" and "Next". */
function readStateReporter(reader: MinutesReader, node: MinutesNode): Mention[] | undefined {
  if (!tellsStates(node)) return undefined;
  const name = reporterName(node.content);
  const isGiven = isGivenName(foldCase(name.text.split(/[\s,]/, 1)[0] ?? ""), reader.lexicon.data);
  const agents = readAgents(name, reader.lexicon, isGiven ? "any" : "given");
  return agents && mentionAll(reader, agents);
}

/** What stands under the name of whoever speaks: their words, and others' who are named on their lines. */
function readTurn(
  reader: MinutesReader,
  node: MinutesNode,
  owners: readonly Mention[],
  context: Context,
): void {
  const speakers = owners.filter(({ kind }) => kind === "person");
  const below: Context = { ...context, mode: "discussion", owners: [], depth: context.depth + 1 };
  for (const child of node.children) {
    const { role, kind, content, marks, children } = child;
    const label = splitLabel(content, marks)?.label;
    const isOthers = label !== undefined && readAgents(label, reader.lexicon) !== undefined;
    if (role || (kind !== "item" && kind !== "paragraph") || isOthers) reader.readNodes([child], below);
    else {
      speak(reader, content, speakers, below);
      reader.readNodes(children, { ...below, depth: below.depth + 1 });
    }
  }
}

/** What stands under a name: that person's report, or the discussion of what they present. */
function readReport(
  reader: MinutesReader,
  node: MinutesNode,
  owners: readonly Mention[],
  context: Context,
): void {
  const turns = node.children.flatMap(({ content, marks, speaker }) => {
    const label = speaker ?? splitLabel(content, marks)?.label;
    return label && readAgents(label, reader.lexicon) ? [label.text] : [];
  });
  const labels = new Set(turns);
  // Below a body's name its people report, each of them once.
  const areItsPeople = owners.every(({ kind }) => kind === "organisation") && labels.size === turns.length;
  if (labels.size < 2 || areItsPeople) return reader.readNodes(node.children, ownedBy(owners, context));
  claimPresenters(reader, owners, node.content, context);
  reader.readNodes(node.children, {
    ...context,
    mode: "discussion",
    owners: [],
    owned: true,
    depth: context.depth + 1,
  });
}
