import type { MappedText } from "../../minutes/document.ts";
import { sliceMapped, trimMapped } from "../../minutes/mapped-text.ts";
import { LED_BY } from "../../minutes/formats/plain-line.ts";
import { findSectionRole } from "../../minutes/section-role.ts";
import { splitSentences } from "../../minutes/split-sentences.ts";
import { splitLabel } from "../../minutes/split-label.ts";
import type { Context } from "../context.ts";
import { lineSpan } from "../extraction.ts";
import { OWNER_LABEL, PRESENTERS } from "../line-patterns.ts";
import type { Mention } from "../mention.ts";
import { readAgents } from "../read-heading.ts";
import { mentionAll } from "./mention-names.ts";
import type { MinutesReader } from "./minutes-reader.ts";

/** "(moderator: Ann; notetaker: Bob)" under a matter's heading: whoever leads it owns it. @returns whether it is one */
export function readOfficers(reader: MinutesReader, content: MappedText, context: Context): boolean {
  let from = 0;
  let found = false;
  for (const piece of content.text.split(/([;,])/)) {
    const part = splitLabel(trimMapped(content, from, from + piece.length));
    from += piece.length;
    if (!part || findSectionRole(part.label.text) !== "officer") continue;
    found = true;
    readOfficer(reader, part.label, part.rest, context);
  }
  return found;
}

/** "Presented by Ann and Bob. See …" below a matter: whose it is. @returns what is said behind it, undefined where it is none */
export function readLedBy(
  reader: MinutesReader,
  content: MappedText,
  { topic, thread }: Context,
): MappedText | undefined {
  const lead = topic && LED_BY.exec(content.text);
  if (!lead) return undefined;
  const whole = trimMapped(content, lead[0].length);
  const { names, rest } = splitListed(whole) ?? { names: whole, rest: sliceMapped(whole, 0, 0) };
  if (!claimLeaders(reader, names, topic)) return undefined;
  thread.opened = true;
  return rest;
}

/** "Ann, Bob. The draft is out": the names in the first sentence, and what is said behind them. */
export function splitListed(content: MappedText): { names: MappedText; rest: MappedText } | undefined {
  const [first, second] = splitSentences(content.text);
  if (!first || !second || content.text[first.end - 1] !== ".") return undefined;
  return { names: sliceMapped(content, first.start, first.end - 1), rest: trimMapped(content, second.start) };
}

/** "Presenter: Ann", "Track lead: Bob". @returns whether there are names, and nothing else */
export function readOfficer(
  reader: MinutesReader,
  label: MappedText,
  names: MappedText,
  { topic }: Context,
): boolean {
  if (!topic || !(PRESENTERS.test(label.text.slice(0, 40)) || OWNER_LABEL.test(label.text))) return false;
  return claimLeaders(reader, names, topic);
}

/** What is said behind those who own a matter: "- slides", "during the call", "-- remote", "(said she would)". */
const ASIDES: readonly RegExp[] = [
  /\s+[-–—]\s+\W{0,2}(?:slides?|deck|recording|notes|doc|link)\b.*$/i,
  /\s+(?:during|in|at|after|before) (?:the|this|last)\s.{1,30}$/,
  /\s+[-–—]{1,2}\s+(?:remote(?:ly)?|online|on (?:zoom|teams|vidyo))$/i,
  /\s+\((?:[^()]|\([^()]*\))*\)$|\.$/,
];

/** What is longer are no names alone. */
const LONGEST_RUN = 300;

/** Whoever is named owns the matter. @returns whether there are names, and nothing else */
function claimLeaders(reader: MinutesReader, names: MappedText, topic: Mention): boolean {
  if (names.text.length > LONGEST_RUN) return false;
  const end = ASIDES.reduce((text, aside) => text.replace(aside, ""), names.text).length;
  const agents = readAgents(trimMapped(names, 0, end), reader.lexicon, "given");
  for (const agent of mentionAll(reader, agents ?? []))
    reader.into.claim("works_on", agent, topic, lineSpan(names), { rule: "leads-the-item" });
  return agents !== undefined;
}
