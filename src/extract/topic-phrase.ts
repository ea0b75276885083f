import type { MappedText } from "../minutes/document.ts";
import { sliceMapped, trimMapped } from "../minutes/mapped-text.ts";
import { annotate, type Lexicon } from "./annotate.ts";
import { findMatters } from "./find-matters.ts";
import { isThin } from "./judge-line.ts";
import { findNounPhrases } from "./noun-phrases.ts";
import { tagTokens } from "./tag.ts";
import { tokenize } from "./tokens.ts";
import { trimTopicName } from "./topic-name.ts";

/** A heading of more than a few words is cut at its first break, else to its first phrase of substance. */
export function shorten(name: MappedText, lexicon: Lexicon): MappedText | undefined {
  const words = name.text.split(/\s+/).length;
  if (words <= MOST_WORDS) return name;
  const cut = /(?:[:;]\s|\s[–—-]\s|\s\(|\?\s|\.\s|,\s)/.exec(name.text.slice(8));
  if (cut) {
    const head = trimTopicName(trimMapped(name, 0, 8 + cut.index));
    if (head.text.split(/\s+/).length <= MOST_WORDS && !isThin(head, lexicon)) return head;
  }
  const tokens = tokenize(name.text);
  const annotations = annotate(tokens, lexicon);
  const phrase = findNounPhrases(tokens, tagTokens(tokens, annotations), annotations, 0, tokens.length).find(
    (candidate) => !candidate.generic && candidate.name?.kind !== "person",
  );
  const [first, last] = phrase ? [tokens[phrase.from], tokens[phrase.to - 1]] : [];
  return first && last ? sliceMapped(name, first.start, last.end) : undefined;
}

/** The first phrase of substance that is no name of somebody; empty where there is none. */
export function firstPhrase(content: MappedText, lexicon: Lexicon): MappedText {
  const tokens = tokenize(content.text);
  const annotations = annotate(tokens, lexicon);
  const phrase = findNounPhrases(tokens, tagTokens(tokens, annotations), annotations, 0, tokens.length).find(
    (candidate) =>
      !candidate.generic && candidate.name?.kind !== "person" && candidate.name?.kind !== "organisation",
  );
  const [first, last] = phrase ? [tokens[phrase.from], tokens[phrase.to - 1]] : [];
  return first && last ? sliceMapped(content, first.start, last.end) : sliceMapped(content, 0, 0);
}

/**
 * What a sentence that stands by itself is about: what stands behind "about", else the first project that it names or
 * the first matter; empty where there is none.
 */
export function leadPhrase(content: MappedText, lexicon: Lexicon): MappedText {
  const tokens = tokenize(content.text);
  const annotations = annotate(tokens, lexicon);
  const sentence = { tokens, annotations, tags: tagTokens(tokens, annotations) };
  const phrases = findNounPhrases(tokens, sentence.tags, annotations, 0, tokens.length);
  const phrase =
    phrases.find(
      ({ generic, name, preposition }) =>
        !generic &&
        name?.kind !== "person" &&
        name?.kind !== "organisation" &&
        (preposition === "about" || preposition === "regarding"),
    ) ??
    [
      ...findMatters(sentence, lexicon),
      ...phrases.filter(
        ({ name }) => name && !name.weak && (name.kind === "project" || name.kind === "topic"),
      ),
    ].toSorted((a, b) => a.from - b.from)[0];
  const [first, last] = phrase ? [tokens[phrase.from], tokens[phrase.to - 1]] : [];
  return first && last ? sliceMapped(content, first.start, last.end) : sliceMapped(content, 0, 0);
}

/** What has more words is no name of a matter. */
export const MOST_WORDS = 9;
