import type { Span } from "../model/graph-attributes.ts";
import type { Status } from "../model/schema.ts";
import type { Lexicon } from "./annotate.ts";
import type { Context } from "./context.ts";
import type { Mention } from "./mention.ts";
import { mentionOf, type PlacedSentence, rangeOf } from "./mention-of.ts";
import type { NounPhrase } from "./noun-phrases.ts";
import type { Sentence } from "./agent-list.ts";
import type { Token } from "./tokens.ts";
import { judgeOnce } from "./words.ts";

/** One sentence with all that is needed to read it. */
export interface Reading extends Sentence, PlacedSentence {
  tokens: readonly Token[];
  evidence: Span;
  status?: Status | undefined;
  question: boolean;
  /** Whether it names a person: most rules are about what people do, and have nothing to read where it does not. */
  namesPerson: boolean;
  /** Whether it names an organisation. */
  namesBody: boolean;
  /** Whether it is the first of its line. */
  opens: boolean;
  /** Of a later sentence: the matter that its line begins with, where nobody acts in the first one. */
  lead?: Mention | undefined;
  context: Context;
  /** Who says it, where the line has a label. */
  speakers: readonly Mention[];
  lexicon: Lexicon;
}

export const isPersonPhrase = (phrase: NounPhrase): boolean =>
  phrase.name !== undefined && (phrase.name.kind === "person" || phrase.name.kind === "organisation");

export function coordinated({ tokens, tags }: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    if (
      token.text === "," ||
      token.lower === "and" ||
      token.lower === "or" ||
      token.text === "&" ||
      token.text === "/"
    )
      continue;
    if (tags[i] === "determiner" || tags[i] === "mark" || tags[i] === "content") continue;
    return false;
  }
  return to > from;
}

/** The phrase as a mention, and the projects that are named inside it. */
export function mentionsOf(reading: Reading, phrase: NounPhrase): Mention[] {
  const { into, content, tokens } = reading;
  if (phrase.name && phrase.name.kind !== "person" && phrase.name.kind !== "organisation")
    return [mentionOf(reading, phrase.name)];
  const mentions: Mention[] = [];
  const inside = phrase.names.filter(
    (name) => name.kind === "project" || (name.kind === "topic" && !name.weak),
  );
  if (isTopicLike(tokens, phrase))
    mentions.push(
      into.mention("topic", content, rangeOf(tokens, phrase.from, quotedEnd(tokens, phrase)), "noun-phrase"),
    );
  for (const name of inside) if (name.kind === "project") mentions.push(mentionOf(reading, name));
  return mentions;
}

/** "the PSCI 'firmware'": a quotation that begins inside a phrase ends in it, too. */
function quotedEnd(tokens: readonly Token[], { from, to }: NounPhrase): number {
  const opens = tokens.slice(from, to).filter(({ text }) => QUOTE.test(text)).length % 2 === 1;
  return opens && QUOTE.test(tokens[to]?.text ?? "") ? to + 1 : to;
}

const QUOTE = /^["'“”‘’]$/;

/** The mentions of phrases, in order. */
export function mentionsOfAll(reading: Reading, phrases: readonly NounPhrase[]): Mention[] {
  const mentions: Mention[] = [];
  for (const phrase of phrases) mentions.push(...mentionsOf(reading, phrase));
  return mentions;
}

/** A phrase names a topic when a word of substance is left in it that is nobody's name. */
function isTopicLike(tokens: readonly Token[], { from, to, names }: NounPhrase): boolean {
  if (!tokens.slice(from, to).some(hasLetters)) return false;
  let covered = 0;
  for (const name of names)
    if (name.kind === "person" || name.kind === "organisation") covered += name.to - name.from;
  return to - from > covered;
}

const hasLetters = judgeOnce(({ text }) => /\p{L}{2}/u.test(text));
