import type { MappedText } from "../../minutes/document.ts";
import { isPersonName } from "../../minutes/parse-attendees.ts";
import { findSectionRole } from "../../minutes/section-role.ts";
import { foldCase } from "../../model/fold-case.ts";
import { isGivenName } from "../../model/given-names.ts";
import { annotate, type Lexicon } from "../annotate.ts";
import { lineSpan } from "../extraction.ts";
import { isWhen } from "../judge-line.ts";
import { NOT_A_TOPIC } from "../line-patterns.ts";
import type { Mention } from "../mention.ts";
import { tokenize } from "../tokens.ts";
import { shorten } from "../topic-phrase.ts";
import { isOrdinaryWord } from "../vocabulary.ts";
import type { MinutesReader } from "./minutes-reader.ts";

/**
 * The mention of a heading's matter, which the meeting covered; undefined where the heading names none.
 * @param isReportedOn whether it is a matter though it has a body's name
 */
export function coverMatter(
  reader: MinutesReader,
  name: MappedText,
  heading: MappedText,
  isReportedOn = false,
): Mention | undefined {
  const matter = mentionMatter(reader, name, isReportedOn);
  if (!matter) return undefined;
  reader.into.claim("covered", reader.meeting, matter, lineSpan(heading), { rule: "heading" });
  reader.numbered.add(reader.minutes.document.text, heading.runs[0]?.start ?? 0, matter);
  return matter;
}

/** The mention of what a heading or a phrase names; undefined where that is nothing, a time, or somebody. */
export function mentionMatter(
  reader: MinutesReader,
  name: MappedText,
  isReportedOn = false,
): Mention | undefined {
  const { lexicon } = reader;
  const short = shorten(name, lexicon);
  if (
    !short ||
    !/\p{L}{2}/u.test(short.text) ||
    NOT_A_TOPIC.test(short.text) ||
    isWhen(short.text) ||
    findSectionRole(short.text) ||
    isUnlistedPerson(short.text, lexicon)
  )
    return undefined;
  const tokens = tokenize(short.text);
  const whole = annotate(tokens, lexicon).get(0);
  if (whole && whole.to === tokens.length && !short.text.includes("/") && !isReportedOn) {
    if (whole.kind === "person" || whole.kind === "organisation") return undefined;
    return reader.into.mention(
      whole.kind,
      short,
      { start: 0, end: short.text.length },
      "heading",
      whole.name,
    );
  }
  return reader.into.mention("topic", short, { start: 0, end: short.text.length }, "heading");
}

/** "Ann Maria Lee" alone on a line, whoever she is. */
function isUnlistedPerson(text: string, lexicon: Lexicon): boolean {
  const [given = "", ...others] = text.split(/\s+/);
  const isKnown = isGivenName(foldCase(given), lexicon.data) && !isOrdinaryWord(foldCase(given));
  return isKnown && others.length > 0 && others.every((word) => /^\p{Lu}/u.test(word)) && isPersonName(text);
}
