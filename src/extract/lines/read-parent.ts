import type { MappedText } from "../../minutes/document.ts";
import { saysWhoSpeaks } from "../../minutes/formats/plain-line.ts";
import type { MinutesNode } from "../../minutes/parsed-minutes.ts";
import { asBrought, type Context, createThread, ownedBy } from "../context.ts";
import { hasFiniteVerb, isSentence, isTask, isThin } from "../judge-line.ts";
import type { Mention } from "../mention.ts";
import { headingTopic, isGroup, readHeading } from "../read-heading.ts";
import { asDialogue, isRemark } from "../remarks.ts";
import { splitDashed } from "../split-line.ts";
import { firstPhrase, leadPhrase } from "../topic-phrase.ts";
import { coverMatter, mentionMatter } from "./mention-matter.ts";
import { mentionAll } from "./mention-names.ts";
import type { MinutesReader } from "./minutes-reader.ts";
import { readLeaf } from "./read-leaf.ts";
import { speak } from "./read-speech.ts";
import { readStatementLine } from "./read-statement-line.ts";
import { readTopicLine } from "./read-topic-line.ts";
import { underHeading } from "./under-heading.ts";

/** An item with others under it: a report's owner, a matter, or a sentence with its details. */
export function readParent(
  reader: MinutesReader,
  node: MinutesNode,
  content: MappedText,
  context: Context,
): void {
  const { lexicon } = reader;
  const heading = readHeading(content, lexicon);
  const owners = mentionAll(reader, heading.owners);
  if (heading.onlyOwners) return reader.readNodes(node.children, ownedBy(owners, context));
  if (isRemark(heading, context, lexicon)) {
    speak(reader, heading.topic, owners, { ...context, mode: "discussion" });
    return reader.readNodes(node.children, { ...context, depth: context.depth + 1 });
  }
  if (owners.length > 0 && (context.mode === "actions" || isTask(heading.topic))) {
    const task: Context = { ...context, owners, mode: "actions" };
    readStatementLine(reader, heading.topic, task, { speakers: owners, implied: true, task: true });
    return reader.readNodes(node.children, { ...task, depth: context.depth + 1 });
  }
  const inReport =
    context.owners.length > 0 &&
    (context.mode === "report" ||
      context.mode === "next" ||
      context.mode === "blocked" ||
      context.mode === "actions") &&
    context.owned;
  if (inReport && owners.length === 0) {
    readLeaf(reader, content, context);
    const above = (): Mention[] => leadOf(reader, content);
    return reader.readNodes(node.children, { ...context, above, depth: context.depth + 1 });
  }
  const long = content.text.split(/\s+/).length > 14 && !content.text.endsWith(":");
  if (
    isSentence(content, lexicon) ||
    saysWhoSpeaks(content.text) ||
    long ||
    (hasFiniteVerb(content, lexicon) && !content.text.endsWith(":"))
  ) {
    const first =
      long || !context.topic ? coverMatter(reader, firstPhrase(content, lexicon), content) : undefined;
    readLeaf(reader, content, { ...context, topic: first ?? context.topic });
    return reader.readNodes(node.children, {
      ...context,
      topic: first ?? context.topic,
      above: first ? undefined : () => leadOf(reader, content),
      depth: context.depth + 1,
      thread: createThread({ focus: context.thread.focus, person: context.thread.person }),
    });
  }
  const dashed = splitDashed(content, lexicon);
  if (dashed && owners.length === 0) return readTopicLine(reader, dashed.head, dashed.rest, node, context);
  // "two ways then:" only counts what is below it.
  const isCount = content.text.endsWith(":") && isThin(heading.topic, lexicon);
  const name = headingTopic(heading);
  const isReportedOn = owners.length > 0 && isGroup(name);
  const topic = isCount ? undefined : coverMatter(reader, name, content, isReportedOn);
  reader.readNodes(
    node.children,
    asDialogue(
      asBrought(underHeading(reader, topic, owners, content, context), content, context),
      node,
      lexicon,
    ),
  );
}

/** What a sentence is about that others stand under. */
function leadOf(reader: MinutesReader, content: MappedText): Mention[] {
  const matter = mentionMatter(reader, leadPhrase(content, reader.lexicon));
  return matter ? [matter] : [];
}
