import type { MappedText } from "../minutes/document.ts";
import { splitSentences } from "../minutes/split-sentences.ts";
import { annotate, type Lexicon } from "./annotate.ts";
import { findNounPhrases } from "./noun-phrases.ts";
import { findPredicates } from "./predicates.ts";
import { tagTokens } from "./tag.ts";
import { type Token, tokenize } from "./tokens.ts";
import { WORK_VERBS } from "./verbs.ts";
import { findVerb, isTemporal } from "./vocabulary.ts";

/** Whether somebody does something in the line, or something is said of a thing to the full stop. */
export function isSentence(content: MappedText, lexicon: Lexicon): boolean {
  const tokens = tokenize(content.text);
  if (tokens.length < 3) return false;
  const annotations = annotate(tokens, lexicon);
  const tags = tagTokens(tokens, annotations);
  const predicates = findPredicates({ tokens, tags, annotations }, false);
  if (predicates.some((predicate) => !predicate.passive)) return true;
  return tokens.length > 5 && /[.!]$/.test(content.text.trim()) && tags.some((tag) => tag === "aux");
}

/** "The parser is in review": a statement, though nobody acts in it. */
export function hasFiniteVerb(content: MappedText, lexicon: Lexicon): boolean {
  const tokens = tokenize(content.text);
  const tags = tagTokens(tokens, annotate(tokens, lexicon));
  return tags.some((tag, i) => tag === "aux" && i > 0 && FINITE.has((tokens[i] as Token).lower));
}

/** Whether there is a verb in the line, or it opens as an answer does: "needs a test", "fine by me". */
export function hasVerb(content: MappedText, lexicon: Lexicon): boolean {
  const tokens = tokenize(content.text);
  const tags = tagTokens(tokens, annotate(tokens, lexicon));
  return tags[0] === "adverb" || tags.some((tag) => tag === "verb" || tag === "aux");
}

/** "yes please", "+1", "sounds good": an answer, and nothing that anybody does. */
export function isAnswer({ text }: MappedText): boolean {
  return (
    text.length < 30 &&
    /^(?:[+-]?\s?[01]|\+\+|yes|yep|yeah|no|nope|nah|ok|okay|fine|sure|agreed?|right|thanks?|thx|ty|same|me too|deal|ack|nack|lgtm|correct|exactly|true|sounds good|makes sense|works for me|good point|absolutely|of course|likewise|see above|as above|see below|nothing(?: new)?|no updates?|congrats|cool|nice|great)\b[^:;]*$/i.test(
      text,
    ) &&
    text.split(/\s+/).length <= 4 &&
    !/\b(?:will|ll|can)\b/i.test(text)
  );
}

/** "this is a no from us": whoever opens so opposes the matter, and does not bring it. */
export const isObjection = ({ text }: MappedText): boolean =>
  /\bplease no\b|\b(?:a|strong) no\b|\b(?:object|oppose|opposed|against|nack|veto)\b/i.test(
    firstSentence(text),
  );

/** "page cache: …": more than a word, and nothing that somebody does. */
export function namesMatter(label: MappedText, lexicon: Lexicon): boolean {
  const words = label.text.split(/\s+/).length;
  return words >= 2 && words <= 5 && !hasVerb(label, lexicon) && !isThin(label, lexicon);
}

/** "Ann explained the current state": what follows is told, and is no matter of its own. */
export function tellsOfSomebody(content: MappedText, lexicon: Lexicon): boolean {
  const tokens = tokenize(content.text);
  const annotations = annotate(tokens, lexicon);
  const predicates = findPredicates({ tokens, tags: tagTokens(tokens, annotations), annotations }, false);
  return predicates.some(({ agents, promise }) => !promise && ("named" in agents || "pronoun" in agents));
}

/** The people who do something in the line, by name. */
export function findActors(content: MappedText, lexicon: Lexicon): string[] {
  const tokens = tokenize(content.text);
  const annotations = annotate(tokens, lexicon);
  return findPredicates({ tokens, tags: tagTokens(tokens, annotations), annotations }, false).flatMap(
    ({ agents }) =>
      "named" in agents ? agents.named.flatMap(({ kind, name }) => (kind === "person" ? [name] : [])) : [],
  );
}

/** Whether nothing in the line names a matter by itself. */
export function isThin(content: MappedText, lexicon: Lexicon): boolean {
  const tokens = tokenize(content.text);
  const annotations = annotate(tokens, lexicon);
  return !findNounPhrases(tokens, tagTokens(tokens, annotations), annotations, 0, tokens.length).some(
    (phrase) => !phrase.generic,
  );
}

/** "get the tests running", among what was done or is to be done: a verb, and no name of a matter. */
export function isTask({ text }: MappedText): boolean {
  const [first, second] = tokenize(text);
  if (!first || !second || first.capital || findVerb(first.lower)?.form !== "base") return false;
  return second.capital || TASK_OBJECTS.has(second.lower);
}

/** "working on the parser", "fixed the lexer" under somebody's heading. */
export function opensWithWork({ text }: MappedText): boolean {
  const [first] = tokenize(text);
  const verb = first && findVerb(first.lower);
  return verb !== undefined && (verb.form === "ing" || verb.form === "past") && WORK_VERBS.has(verb.base);
}

/** The first sentence of a line, or as much of it as is no paragraph. */
export function firstSentence(text: string): string {
  const [first] = splitSentences(text.slice(0, 400));
  return first ? text.slice(first.start, first.end).trim() : text;
}

/** "April 8-10 at Acme", "13:00 Pacific Time", "Monday": when and where, and no matter. */
export function isWhen(text: string): boolean {
  const [first, second] = tokenize(text);
  if (!first) return true;
  return (
    /^\d{1,2}[:.h]\d\d\s?[-–]\s?\d{1,2}[:.h]\d\d(?:\s\S{2,10})?$/.test(text) ||
    (isTemporal(first) && (!second || /^\d/.test(second.text) || isTemporal(second))) ||
    (/^\d{1,2}(?::\d\d)?(?:am|pm)?$/.test(first.lower) &&
      (second === undefined || isTemporal(second) || /\btime\b/i.test(text)))
  );
}

const FINITE = new Set("is are was were has have had will isn't aren't wasn't hasn't won't".split(" "));

const TASK_OBJECTS = new Set("the a an up out with to for & and our his her their new".split(" "));
