import { distance } from "fastest-levenshtein";
import { isGivenName } from "../model/given-names.ts";
import type { Lexicon } from "./annotate.ts";
import type { Token } from "./tokens.ts";

/** A misspelling of a body that the document names elsewhere. */
export function closestBody(token: Token, lexicon: Lexicon): boolean {
  if (token.text.length < 7) return false;
  const near = lexicon.bodyWords.filter((word) => distance(word.toLowerCase(), token.lower) === 1);
  const [only, other] = new Set(near);
  if (only === undefined || other !== undefined) return false;
  lexicon.names.add(token.text, { kind: "organisation", name: only, rule: "misspelt-name" });
  return true;
}

/** A misspelling is an attendee's when it is one edit from a part of their name and from nobody else's. */
export function closestAttendee(token: Token, lexicon: Lexicon): boolean {
  if (token.text.length < 5) return false;
  const near = lexicon.attendeeWords.filter(
    (word) =>
      Math.abs(word.length - token.text.length) <= 1 && distance(word.toLowerCase(), token.lower) === 1,
  );
  const [only, other] = new Set(near);
  if (only === undefined || other !== undefined || isGivenName(token.lower, lexicon.data)) return false;
  lexicon.people.add(token.text, { kind: "person", name: token.text, rule: "misspelt-name" });
  return true;
}
