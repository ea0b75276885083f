import type { MappedText } from "../../minutes/document.ts";
import { trimMapped } from "../../minutes/mapped-text.ts";
import type { MinutesNode } from "../../minutes/parsed-minutes.ts";
import { type Context, createThread, ownedBy } from "../context.ts";
import { lineSpan } from "../extraction.ts";
import { firstSentence, isAnswer, isObjection } from "../judge-line.ts";
import type { Mention } from "../mention.ts";
import { addresses } from "../remarks.ts";
import { tellsState } from "../split-action.ts";
import { splitSpeakers } from "../split-line.ts";
import { mentionAll } from "./mention-names.ts";
import type { MinutesReader } from "./minutes-reader.ts";
import { readStatementLine } from "./read-statement-line.ts";

/** "Ann: …", "Acme: …": speech in a discussion, a report in a round of reports. */
export function readSpeech(
  reader: MinutesReader,
  node: MinutesNode,
  rest: MappedText,
  speakers: readonly Mention[],
  context: Context,
): boolean {
  if (context.mode === "actions" && tellsState(rest.text)) {
    tellOfAction(reader, node, rest, speakers, context);
    return true;
  }
  if (rest.text === "" || context.mode === "actions" || context.mode === "next") {
    const owned = ownedBy(speakers, context);
    if (rest.text !== "")
      readStatementLine(reader, rest, owned, { speakers, implied: true, task: owned.mode === "actions" });
    reader.readNodes(node.children, owned);
    return true;
  }
  const bodies = speakers.every(({ kind }) => kind === "organisation");
  if (reader.isRound && context.mode === "discussion") {
    const report: Context = { ...ownedBy(speakers, context), depth: context.depth };
    readStatementLine(reader, rest, report, { speakers, implied: true });
    reader.readNodes(node.children, { ...report, depth: context.depth + 1 });
    return true;
  }
  if (context.mode === "report" || bodies)
    readStatementLine(
      reader,
      rest,
      { ...context, mode: "report", owners: speakers, thread: createThread() },
      { speakers, implied: true },
    );
  else speak(reader, rest, speakers, context);
  reader.readNodes(node.children, {
    ...context,
    depth: context.depth + 1,
    ...(context.mode === "report" ? { owners: speakers } : {}),
  });
  return true;
}

/** "Ann: done, it is on the wiki", "Bob: no progress" below an action: it is theirs, and this is what they tell of it. */
export function tellOfAction(
  reader: MinutesReader,
  node: MinutesNode,
  rest: MappedText,
  speakers: readonly Mention[],
  context: Context,
): void {
  const { topic } = context;
  for (const speaker of speakers)
    if (topic) reader.into.claim("works_on", speaker, topic, lineSpan(rest), { rule: "state-of-the-work" });
  const told: Context = { ...context, mode: "discussion", owners: [], depth: context.depth + 1 };
  readStatementLine(reader, rest, told, { speakers });
  reader.readNodes(node.children, told);
}

/** "… and the rest of what was said" goes on with the last speaker. */
export function readContinuation(reader: MinutesReader, content: MappedText, context: Context): boolean {
  const lead = /^(?:\.{2,3}|…)\s*/.exec(content.text);
  if (!lead || context.thread.speakers.length === 0) return false;
  speak(reader, trimMapped(content, lead[0].length), context.thread.speakers, context);
  return true;
}

/** What a speaker says: who opens a matter brings it, who speaks of it discusses it. */
export function speak(
  reader: MinutesReader,
  rest: MappedText,
  speakers: readonly Mention[],
  context: Context,
): void {
  const { thread, topic } = context;
  const evidence = lineSpan(rest);
  // A link alone says what is to be spoken of.
  if (/^<?https?:\/\/\S+$/.test(rest.text)) return readStatementLine(reader, rest, context, { speakers });
  const other = splitSpeakers(rest, reader.lexicon);
  if (other) {
    speak(reader, other.before, speakers, context);
    return speak(reader, other.rest, mentionAll(reader, other.speakers), context);
  }
  if (
    topic &&
    !thread.opened &&
    !context.owned &&
    !/\?["”']?$/.test(firstSentence(rest.text)) &&
    rest.text.length > 3 &&
    !/^["“']/.test(rest.text) &&
    !isAnswer(rest) &&
    !isObjection(rest) &&
    !addresses(rest, reader.lexicon)
  ) {
    for (const speaker of speakers.slice(0, 2))
      reader.into.claim("works_on", speaker, topic, evidence, { rule: "opens-the-item" });
  }
  thread.opened = true;
  thread.speakers = speakers;
  const person = speakers.find((speaker) => speaker.kind === "person");
  if (person) thread.person = person;
  if (topic)
    for (const speaker of speakers)
      reader.into.claim("discussed", speaker, topic, evidence, {
        rule: "speech",
        ...(/\?$/.test(rest.text) ? { modality: "asked" as const } : {}),
      });
  if (!isAnswer(rest)) readStatementLine(reader, rest, context, { speakers, implied: true });
}
