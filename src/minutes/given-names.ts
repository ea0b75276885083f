import { foldCase } from "../model/fold-case.ts";

/** Given names, case-folded. */
export type GivenNames = ReadonlySet<string>;

export const NO_GIVEN_NAMES: GivenNames = new Set();

/** Whether the text's first word is a capitalised given name, or a double one that begins with one: "Ann", "Ann-Lee Ray". */
export function opensWithGivenName(text: string, givenNames: GivenNames): boolean {
  const word = /^["'“(]?(\p{Lu}[\p{L}\p{M}'’-]+)/u.exec(text)?.[1];
  if (word === undefined) return false;
  const folded = foldCase(word);
  return givenNames.has(folded) || (folded.includes("-") && givenNames.has(folded.split("-", 1)[0] ?? ""));
}
