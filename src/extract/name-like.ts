import { HONORIFICS } from "../model/honorifics.ts";
import type { Lexicon } from "./annotate.ts";
import type { Token } from "./tokens.ts";
import { isFunctionWord, tellsTime } from "./vocabulary.ts";
import { judgeOnce } from "./words.ts";

/** "Ann-style", "Acme-like": what is as somebody's is, and nobody. */
const AS_SOMEBODY_S = /-(?:style|like|based|ish|type|only|specific|compatible|free|ready|driven|owned)$/;

/** Whether the word is written as a name is, and is no title, day or word that glues others together. */
export const isNameLike = judgeOnce(
  (word) =>
    !HONORIFICS.has(word.lower) &&
    !AS_SOMEBODY_S.test(word.lower) &&
    /^\p{Lu}[\p{L}'’-]+$/u.test(word.text) &&
    !isFunctionWord(word.lower) &&
    !tellsTime(word) &&
    word.text.length > 1,
);

/** Whether a known name begins at the token. */
export function isKnown(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  return Boolean(
    lexicon.people.match(tokens, i) ?? lexicon.names.match(tokens, i) ?? lexicon.gazetteer.match(tokens, i),
  );
}
