import type { MappedText } from "../../minutes/document.ts";
import { sliceMapped } from "../../minutes/mapped-text.ts";
import { isPersonName } from "../../minutes/parse-attendees.ts";
import { findDate } from "../../minutes/parse-meeting-title.ts";
import { annotate } from "../annotate.ts";
import type { Context } from "../context.ts";
import { isTitleAgain } from "../is-title-again.ts";
import { hasFiniteVerb, isSentence, isTask, isThin, opensWithWork } from "../judge-line.ts";
import { BODY_ACTS } from "../line-patterns.ts";
import { type Heading, headingTopic, readHeading } from "../read-heading.ts";
import type { Mention } from "../mention.ts";
import { isRemark } from "../remarks.ts";
import { splitSpeakers } from "../split-line.ts";
import { tokenize } from "../tokens.ts";
import { trimTopicName } from "../topic-name.ts";
import { leadPhrase, MOST_WORDS } from "../topic-phrase.ts";
import { coverMatter } from "./mention-matter.ts";
import { mentionAll } from "./mention-names.ts";
import type { MinutesReader } from "./minutes-reader.ts";
import { speak } from "./read-speech.ts";
import { readStatementLine } from "./read-statement-line.ts";
import { claimPresenters, underHeading } from "./under-heading.ts";

/** A line with nothing under it and no label: an item of the meeting, or sentences. `leadingLink` is what it begins with. */
export function readLeaf(
  reader: MinutesReader,
  content: MappedText,
  context: Context,
  leadingLink?: MappedText,
): void {
  const { lexicon } = reader;
  if (content.text === "") return;
  // "The drum is a pain. Ann: I have seen it": another's words behind what is written of a matter.
  const turn = context.mode === "discussion" ? splitSpeakers(content, lexicon) : undefined;
  if (turn && turn.before.text !== "") {
    readLeaf(reader, turn.before, context, leadingLink);
    return speak(reader, turn.rest, mentionAll(reader, turn.speakers), context);
  }
  const heading = readHeading(content, lexicon);
  if (heading.onlyOwners && context.topic && !context.thread.opened && context.mode === "discussion") {
    const people = heading.owners.filter(({ kind }) => kind === "person");
    claimPresenters(reader, mentionAll(reader, people), content, context);
  }
  const reports = context.owners.length > 0 && context.mode !== "discussion" && context.mode !== "decisions";
  if (isRemark(heading, context, lexicon))
    return speak(reader, heading.topic, mentionAll(reader, heading.owners), {
      ...context,
      mode: "discussion",
    });
  if (
    heading.owners.length &&
    !heading.onlyOwners &&
    heading.topic.text !== "" &&
    !isSentence(heading.topic, lexicon) &&
    !hasFiniteVerb(heading.topic, lexicon) &&
    !(isTold(heading, content, context) && opensWithWork(heading.topic))
  ) {
    const owners = mentionAll(reader, heading.owners);
    if (context.mode === "actions" || isTask(heading.topic))
      return readStatementLine(
        reader,
        heading.topic,
        { ...context, owners, mode: "actions" },
        { speakers: owners, implied: true, task: true },
      );
    const topic = isThin(heading.topic, lexicon)
      ? context.topic
      : coverMatter(reader, headingTopic(heading), content);
    if (topic) underHeading(reader, topic, owners, content, context);
    context.thread.opened = true;
    return;
  }
  if (isTold(heading, content, context)) {
    const tellers = mentionAll(reader, heading.owners);
    return readStatementLine(reader, heading.topic, context, { speakers: tellers, implied: true });
  }
  let lead: Mention | undefined;
  if (!reports && isMatter(reader, content, context)) coverMatter(reader, headingTopic(heading), content);
  else if (!reports && !context.topic && context.depth <= 1 && leadingLink)
    coverMatter(reader, trimTopicName(leadingLink), content);
  else if (isTitleAgain(content.text, reader.minutes.title))
    return readStatementLine(reader, content, context);
  else if (!reports && !context.topic && context.depth <= 1 && context.mode === "discussion") {
    const matter = coverMatter(reader, leadPhrase(content, lexicon), content);
    return readStatementLine(
      reader,
      content,
      { ...context, topic: matter, lineTopic: true },
      { implied: reports },
    );
  } else if (!reports && context.topic && context.depth <= 2 && context.mode === "discussion") {
    const phrase = /^\d+(?:\(\d+\))?\s/.test(content.text)
      ? sliceMapped(content, 0, 0)
      : leadPhrase(content, lexicon);
    if (phrase.text !== "" && content.text.indexOf(phrase.text) < 22 && /\s/.test(phrase.text))
      lead = coverMatter(reader, phrase, content);
  }
  const own = context.owned && context.owners.length > 0 && opensWithWork(content);
  readStatementLine(reader, content, context, { implied: reports || own, lead });
  if (/\s/.test(content.text)) context.thread.opened = true;
}

/** "looked at both, false positives (Ann)", "videos have been published (Bob)": who tells so, or has done it. */
const isTold = ({ owners, topic }: Heading, { text }: MappedText, { mode, depth }: Context): boolean =>
  mode === "discussion" &&
  depth > 0 &&
  owners.length > 0 &&
  topic.text !== "" &&
  /[)\]][.!]?$/.test(text) &&
  !/[([](?:co-)?(?:lead|leads|mentors?|owners?|editors?|speakers?|drivers?|shepherds?)\s?[:=]/i.test(text) &&
  owners.every(({ kind }) => kind === "person");

/** A bare line of a few words right under a section of no matter of its own is an item of the meeting. */
function isMatter(reader: MinutesReader, content: MappedText, context: Context): boolean {
  const { lexicon } = reader;
  return (
    context.mode === "discussion" &&
    context.topic === undefined &&
    context.depth <= 1 &&
    content.text.length > 3 &&
    content.text.split(/\s+/).length <= MOST_WORDS &&
    !/[?!,]$/.test(content.text) &&
    !/^https?:/.test(content.text) &&
    !isSentence(content, lexicon) &&
    !hasFiniteVerb(content, lexicon) &&
    annotate(tokenize(content.text), lexicon).get(0)?.kind !== "person" &&
    !isTitleAgain(content.text, reader.minutes.title) &&
    !BODY_ACTS.test(content.text) &&
    !(/\b(?:19|20)\d\d\b/.test(content.text) && findDate(content.text)) &&
    !isPersonName(content.text)
  );
}
