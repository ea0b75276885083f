import type { MappedText } from "../../minutes/document.ts";
import { annotate } from "../annotate.ts";
import { type Context, createThread } from "../context.ts";
import { lineSpan } from "../extraction.ts";
import { REPORTS } from "../line-patterns.ts";
import type { Mention } from "../mention.ts";
import { readPairsInBrackets } from "../read-affiliations.ts";
import { isGroup } from "../read-heading.ts";
import { tokenize } from "../tokens.ts";
import { mentionNamed } from "./mention-names.ts";
import type { MinutesReader } from "./minutes-reader.ts";

/** What is known of the lines under a heading; claims what the heading itself says of its owners and its matter. */
export function underHeading(
  reader: MinutesReader,
  topic: Mention | undefined,
  owners: readonly Mention[],
  heading: MappedText,
  context: Context,
): Context {
  const evidence = lineSpan(heading);
  const tokens = tokenize(heading.text);
  const annotations = annotate(tokens, reader.lexicon);
  readPairsInBrackets({ content: heading, tokens, annotations, evidence, into: reader.into });
  if (topic) {
    const relation = context.mode === "actions" || context.mode === "next" ? "committed_to" : "works_on";
    for (const owner of owners)
      reader.into.claim(relation, owner, topic, evidence, { rule: "heading-owner" });
    claimGroup(reader, topic, owners, heading);
    nameProjects(reader, topic, heading);
  }
  const reports =
    owners.length > 0 && context.depth > 0
      ? true
      : context.mode === "report" || REPORTS.test(heading.text.slice(0, 60));
  return {
    mode: context.mode === "discussion" && reports ? "report" : context.mode,
    topic: topic ?? context.topic,
    lineTopic: undefined,
    owners: owners.length ? owners : context.owners,
    closed: undefined,
    owned: owners.length > 0 || (context.owned && context.owners.length > 0),
    above: undefined,
    depth: context.depth + 1,
    thread: createThread({ focus: topic, person: owners.find((owner) => owner.kind === "person") }),
  };
}

/** One to four capitalised words, and what kind of group it is. */
const GROUP_NAME = /^(?:\p{Lu}[\p{L}\p{N}&.-]*\s){1,4}\p{L}+$/u;

/** "Process WG (Ann)": whoever tells of a group is with it. */
function claimGroup(
  reader: MinutesReader,
  topic: Mention,
  owners: readonly Mention[],
  heading: MappedText,
): void {
  if (topic.kind !== "topic") return;
  const name = topic.surface.replace(/\s+(?:reports?|updates?)$/i, "");
  const at = heading.text.indexOf(name);
  if (at < 0 || !isGroup({ text: name }) || !GROUP_NAME.test(name)) return;
  const group = reader.into.mention("organisation", heading, { start: at, end: at + name.length }, "heading");
  for (const owner of owners)
    if (owner.kind === "person")
      reader.into.claim("affiliated_with", owner, group, lineSpan(heading), { rule: "stands-for-the-team" });
}

/** A topic that names a project in its heading is a part of that project. */
function nameProjects(reader: MinutesReader, topic: Mention, heading: MappedText): void {
  mentionNamed(reader, ["organisation", "person"], heading);
  if (topic.kind !== "topic") return;
  const tokens = tokenize(heading.text);
  for (const annotation of annotate(tokens, reader.lexicon).values()) {
    if (annotation.kind !== "project" || annotation.weak) continue;
    const [first, last] = [tokens[annotation.from], tokens[annotation.to - 1]];
    if (!first || !last) continue;
    const project = reader.into.mention(
      "project",
      heading,
      { start: first.start, end: last.end },
      annotation.rule,
      annotation.name,
    );
    reader.into.claim("covered", reader.meeting, project, lineSpan(heading), { rule: "heading" });
    if (project.start >= topic.start && project.end <= topic.end)
      reader.into.claim("part_of", topic, project, lineSpan(heading), { rule: "named-in-the-topic" });
  }
}

/** A name on a line of its own under a matter's heading is who presents it. */
export function claimPresenters(
  reader: MinutesReader,
  owners: readonly Mention[],
  line: MappedText,
  { topic }: Context,
): void {
  if (topic)
    for (const owner of owners)
      reader.into.claim("works_on", owner, topic, lineSpan(line), { rule: "presents-the-item" });
}
