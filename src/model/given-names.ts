import type { Gazetteer } from "./gazetteer.ts";

/**
 * Whether the case-folded word is a given name: a listed one, or a double one of which both halves are listed
 * ("lars-goran"), or one half and the other is as short as a syllable ("yun-ju").
 */
export function isGivenName(folded: string, { givenNames }: Pick<Gazetteer, "givenNames">): boolean {
  if (givenNames.has(folded)) return true;
  const at = folded.indexOf("-");
  if (at < 2 || folded.length > LONGEST) return false;
  const [first, second] = [folded.slice(0, at), folded.slice(at + 1)];
  const [isFirst, isSecond] = [givenNames.has(first), givenNames.has(second)];
  return (isFirst && isSecond) || (isFirst && SYLLABLE.test(second)) || (isSecond && SYLLABLE.test(first));
}

const LONGEST = 24;

/** A syllable of a Korean, Chinese or Vietnamese name as it is romanised, and no word that joins others. */
const SYLLABLE =
  /^(?!(?:a|an|as|at|be|by|do|go|he|in|is|me|no|on|so|to|up|we|ish|one|man|run|gen|non|pun|bin|den|van|con)$)(?:[bcdfghjklmnpqrstvwxyz]|[cs]h|ts|zh|kw|ph|tr|th|kh|ng)?(?:[aeiou]|ae|ai|ao|ee|eo|eu|ei|ia|iao|ie|iu|oe|oo|ou|ua|ue|ui|uo|wa|wo|ya|ye|yeo|yo|yoo|yu|yun|yang)(?:n|ng|k|l|m|p|h)?$/;
