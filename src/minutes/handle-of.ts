import { foldName } from "../model/node-key.ts";

const letters = (text: string): string => foldName(text).replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Whether a handle is made of the name: "ann-lee", "annlee", "alee", "leea" or "annl" for Ann Lee.
 *
 * At least four letters have to agree; a given name alone makes no handle anybody's ("dave" is not Dave Hall's).
 */
export function isHandleOf(handle: string, name: string): boolean {
  const bare = letters(handle).replace(/\d+$/, "");
  const words = name
    .split(/[\s-]+/)
    .map(letters)
    .filter(Boolean);
  const given = words[0] ?? "";
  const surname = words.at(-1) ?? "";
  if (words.length < 2 || bare.length < 4) return false;
  if (bare === words.join("") || bare === given + surname || bare === surname + given) return true;
  const initial = given[0] ?? "";
  if (surname.length >= 3 && (bare === initial + surname || bare === surname + initial)) return true;
  if (
    surname.length >= 4 &&
    bare.endsWith(surname) &&
    bare.startsWith(initial) &&
    isSubsequence(bare, words.join(""))
  )
    return true;
  if (
    given.length >= 3 &&
    bare.startsWith(given) &&
    bare.length > given.length &&
    surname.startsWith(bare.slice(given.length))
  )
    return true;
  return (
    surname.length >= 4 &&
    bare.endsWith(surname) &&
    given.startsWith(bare.slice(0, bare.length - surname.length))
  );
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const c of part) {
    at = whole.indexOf(c, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
