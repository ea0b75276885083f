import type { MappedText } from "../minutes/document.ts";
import type { Span } from "../model/graph-attributes.ts";
import type { Annotation } from "./annotate.ts";
import type { Extraction } from "./extraction.ts";
import type { Mention } from "./mention.ts";
import type { Token } from "./tokens.ts";

/** A sentence in its line, and where its mentions go. */
export interface PlacedSentence {
  content: MappedText;
  tokens: readonly Token[];
  into: Extraction;
}

/** The mention of a known name of the sentence. */
export function mentionOf({ content, tokens, into }: PlacedSentence, annotation: Annotation): Mention {
  const range = rangeOf(tokens, annotation.from, annotation.to);
  return into.mention(annotation.kind, content, range, annotation.rule, annotation.name);
}

/** Where tokens stand in the line: UTF-16 code units, half open. */
export const rangeOf = (tokens: readonly Token[], from: number, to: number): Span => ({
  start: (tokens[from] as Token).start,
  end: (tokens[to - 1] as Token).end,
});
