import type { MappedText } from "../../minutes/document.ts";
import { trimMapped } from "../../minutes/mapped-text.ts";
import type { MinutesNode } from "../../minutes/parsed-minutes.ts";
import { annotate } from "../annotate.ts";
import { asBrought, type Context } from "../context.ts";
import { lineSpan } from "../extraction.ts";
import { HELD_OFFICE, VOTES } from "../line-patterns.ts";
import type { Mention } from "../mention.ts";
import { type Heading, headingTopic, readAgents, readHeading } from "../read-heading.ts";
import { tellsState } from "../split-action.ts";
import { tokenize } from "../tokens.ts";
import { trimTopicName } from "../topic-name.ts";
import { coverMatter } from "./mention-matter.ts";
import { mentionAll } from "./mention-names.ts";
import type { MinutesReader } from "./minutes-reader.ts";
import { readLeaf } from "./read-leaf.ts";
import { speak } from "./read-speech.ts";
import { underHeading } from "./under-heading.ts";

/** "Parser: it needs a test", "Parser - Ann": a matter with what is said of it on the same line. */
export function readTopicLine(
  reader: MinutesReader,
  head: MappedText,
  rest: MappedText,
  node: MinutesNode,
  context: Context,
): void {
  const inReport =
    context.owners.length > 0 &&
    context.owned &&
    context.mode !== "discussion" &&
    context.mode !== "decisions";
  const heading = readHeading(head, reader.lexicon);
  const owners = mentionAll(reader, heading.owners);
  if (inReport && owners.length === 0 && !namesOthers(reader, rest, context)) {
    readLeaf(reader, head, context);
    readLeaf(reader, rest, context);
    return reader.readNodes(node.children, { ...context, depth: context.depth + 1 });
  }
  const trailing = readHeading(rest, reader.lexicon);
  if (owners.length === 0 && HELD_OFFICE.test(head.text)) claimHolders(reader, head, rest);
  const topic = coverMatter(reader, headingTopic(heading), node.content);
  const below = underHeading(
    reader,
    topic,
    owners.length ? owners : mentionAll(reader, trailing.onlyOwners ? [] : trailing.owners),
    node.content,
    context,
  );
  if (
    topic &&
    context.topic &&
    context.mode === "discussion" &&
    owners.length === 0 &&
    !VOTES.test(head.text)
  ) {
    assign(reader, trailing, topic, rest);
    claimAtWork(reader, topic, rest);
  }
  if (tellsOfOwn(owners, head, rest, context)) {
    speak(reader, rest, owners, { ...below, mode: "discussion" });
    return reader.readNodes(node.children, asBrought(below, node.content, context));
  }
  // "Parser (Ann): 2.1 is out" among reports is hers; in a discussion, anybody may go on.
  const isReport = owners.length > 0 && context.mode === "report";
  readLeaf(reader, rest, {
    ...below,
    mode: owners.length ? below.mode : context.mode,
    owners: isReport ? owners : context.owners,
    owned: isReport || context.owned,
  });
  reader.readNodes(node.children, asBrought(below, node.content, context));
}

/** "gate: written by Bob, needs reviews" in Ann's report: the matter is what he works on. */
function namesOthers({ lexicon }: MinutesReader, rest: MappedText, { owners }: Context): boolean {
  const tokens = tokenize(rest.text.slice(0, 400));
  const people = [...annotate(tokens, lexicon).values()].filter(
    ({ kind, weak }) => kind === "person" && !weak,
  );
  return people.some(({ name }) => owners.every((owner) => owner.name !== name));
}

/** "Parser (Ann): I'm on it", `Parser (Ann): "we fixed it"`, "Parser - Ann: v2 is out": the owner's words. */
const tellsOfOwn = (
  owners: readonly Mention[],
  { text: head }: MappedText,
  { text: rest }: MappedText,
  { mode }: Context,
): boolean =>
  mode === "discussion" &&
  owners.length === 1 &&
  owners[0]?.kind === "person" &&
  (/^["“]/.test(rest) || /\s[-–—]\s\S+$/.test(head) || /(?:^|\s)(?:I|we)(?:['’]\w+)?\s/.test(rest));

/** "release manager for 3.1: Ann (thanks!). Bob did the last": whoever stands behind an office holds it. */
function claimHolders(reader: MinutesReader, head: MappedText, rest: MappedText): void {
  const named = /^[^.;!?()]{1,60}(?:\([^()]{1,30}\))?(?=\s*(?:[.;!]|$))/.exec(rest.text)?.[0] ?? "";
  const holders = readAgents(trimMapped(rest, 0, named.length), reader.lexicon, "given");
  const office = holders && coverMatter(reader, trimTopicName(head), head);
  if (!office) return;
  for (const holder of mentionAll(reader, holders))
    reader.into.claim("works_on", holder, office, lineSpan(rest), { rule: "holds-the-office" });
}

/** "Tide tables: Ann and Bob, half done": whoever stands behind a matter's name, with how far it is, is at it. */
function claimAtWork(reader: MinutesReader, topic: Mention, line: MappedText): void {
  const named = /^(.{2,60}?)(?:,|\s[-–—])\s+(?=\S)/.exec(line.text);
  if (!named?.[1] || !tellsState(line.text.slice(named[0].length))) return;
  const people = readAgents(trimMapped(line, 0, named[1].length), reader.lexicon, "given");
  if (!people?.every(({ kind }) => kind === "person")) return;
  for (const person of mentionAll(reader, people))
    reader.into.claim("works_on", person, topic, lineSpan(line), { rule: "stands-behind-the-matter" });
}

/** "Announcement: Ann": whoever stands alone behind a matter's name is to do it. */
function assign(
  reader: MinutesReader,
  { onlyOwners, owners }: Heading,
  topic: Mention,
  line: MappedText,
): void {
  if (!onlyOwners || owners.length > 2) return;
  const people = owners.filter(({ kind }) => kind === "person");
  for (const owner of mentionAll(reader, people))
    reader.into.claim("committed_to", owner, topic, lineSpan(line), {
      rule: "stands-behind-the-matter",
      modality: "planned",
    });
}
