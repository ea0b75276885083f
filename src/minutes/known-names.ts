import { foldCase } from "../model/fold-case.ts";
import type { Gazetteer } from "../model/gazetteer.ts";
import { isGivenName } from "../model/given-names.ts";

/** What a list of people is read by: which words are given names, and which names are organisations' ("Red Hat"). */
export interface KnownNames {
  /** Case-folded. */
  givenNames: ReadonlySet<string>;
  /** Case-folded. */
  organisations: ReadonlySet<string>;
}

export const NO_KNOWN_NAMES: KnownNames = { givenNames: new Set(), organisations: new Set() };

const known = new WeakMap<Gazetteer, KnownNames>();

/** The names that a gazetteer knows; made once for each gazetteer. */
export function getKnownNames(gazetteer: Gazetteer): KnownNames {
  const made = known.get(gazetteer);
  if (made) return made;
  const organisations = new Set(
    gazetteer.entries
      .filter(({ kind }) => kind === "organisation")
      .flatMap(({ name, aliases }) => [name, ...aliases].map(foldCase)),
  );
  const names: KnownNames = { givenNames: gazetteer.givenNames, organisations };
  known.set(gazetteer, names);
  return names;
}

/**
 * Whether the text's first word is a capitalised given name, or a double one that begins with one ("Ann", "Ann-Lee
 * Ray"), and the whole no organisation's name.
 */
export function opensWithGivenName(text: string, names: KnownNames): boolean {
  const word = /^["'“(]?(\p{Lu}[\p{L}\p{M}'’-]+)/u.exec(text)?.[1];
  if (word === undefined) return false;
  const folded = foldCase(word);
  const isGiven =
    isGivenName(folded, names) ||
    (folded.includes("-") && names.givenNames.has(folded.split("-", 1)[0] ?? ""));
  return isGiven && !names.organisations.has(foldCase(text.replace(/\s*[([].*$/, "")));
}
