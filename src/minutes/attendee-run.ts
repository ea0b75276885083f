import { type KnownNames, NO_KNOWN_NAMES, opensWithGivenName } from "./known-names.ts";
import type { MappedText } from "./document.ts";
import { sliceMapped, trimMapped } from "./mapped-text.ts";
import { isPersonName, isRole, parseAttendee } from "./parse-attendees.ts";
import type { Attendee } from "./parsed-minutes.ts";

type Status = Attendee["status"];

export const present = (found: Attendee | undefined): Attendee[] => (found ? [found] : []);

export const COLUMN_GAP = /\s{3,}|\t/g;

/**
 * The people of one line: "Ann Lee, Bob Roth (Ember)", "Ann, Bob (Ember) / Cy (Basalt)", "Ann Lee (Ember)   Bob Roth",
 * "AL = Ann Lee (Ember), chair; BR = Bob Roth".
 */
export function parseAttendeeRun(
  run: MappedText,
  status: Status,
  known: KnownNames = NO_KNOWN_NAMES,
): Attendee[] {
  const cells = splitAt(run, COLUMN_GAP);
  if (cells.length > 1 && cells.every((cell) => standsAlone(cell, known)))
    return cells.flatMap((cell) => parseAttendeeRun(cell, status, known));
  const [first] = cells;
  if (cells.length > 1 && first && !/[,;]/.test(first.text) && isPersonName(first.text))
    return present(parseAttendee(run, status, known));
  const groups = splitGroups(run, known);
  if (groups.length > 1 && areReversed(groups, known))
    return groups.flatMap((group) => present(parseReversed(group, status, known)));
  if (areSingle(groups, known))
    return groups.flatMap((group) => present(parseAttendee(group, status, known)));
  return groups.flatMap((group) => parseGroup(group, status, known, groups.length > 1));
}

/** "Ann Lee, Ember; Bob Roth (Basalt); Cy Day, Quay Works": behind the commas stand bodies, and no further people. */
function areSingle(groups: readonly MappedText[], known: KnownNames): boolean {
  if (groups.length < 2) return false;
  const entries = groups.map((group) => splitRun(group));
  const pairs = entries.filter(({ length }) => length === 2);
  const bodies = pairs.filter(
    ([name, body]) => /\s/.test(name?.text ?? "") && !opensWithGivenName(body?.text ?? "", known),
  );
  return entries.every(({ length }) => length <= 2) && bodies.length * 2 > pairs.length;
}

/** A cell that is somebody with a bracket, or somebody's whole name. */
function standsAlone(cell: MappedText, known: KnownNames): boolean {
  const entry = parseAttendee(cell, "present", known);
  return (
    entry !== undefined &&
    (opensWithGivenName(entry.name.text, known) || (/\s/.test(entry.name.text) && /[([<]/.test(cell.text)))
  );
}

/** The larger parts of a run that has two kinds of separators. */
function splitGroups(run: MappedText, known: KnownNames): MappedText[] {
  const parted = splitAt(run, /;/g);
  if (parted.length > 1) return parted;
  const slashed = splitAt(run, /\s[/|·]\s/g);
  const isList = slashed.every(
    (group) => /[,([]|^me$/.test(group.text) || opensWithGivenName(group.text, known),
  );
  const isNamed = slashed.every((group) => opensWithGivenName(group.text, known));
  return (slashed.length > 2 && isList) || (slashed.length > 1 && isNamed) ? slashed : [run];
}

/** "Ember: Ann, Bob; Basalt: Cy" */
const COMPANY_LABEL = /^(\p{Lu}[^:,;()]{1,40}):\s/u;

function parseGroup(group: MappedText, status: Status, known: KnownNames, isOneOfMany: boolean): Attendee[] {
  const [, company = ""] = (isOneOfMany && COMPANY_LABEL.exec(group.text)) || [];
  if (company !== "" && !opensWithGivenName(company, known)) {
    const behind = trimMapped(group, group.text.indexOf(":") + 1);
    const body = sliceMapped(group, 0, company.length);
    return parseGroup(behind, status, known, false).map((attendee) =>
      attendee.organisations.length > 0 ? attendee : { ...attendee, organisations: [body] },
    );
  }
  const entries = joinAttributes(splitRun(group), group, known);
  const parsed = entries.map((entry) => parseAttendee(entry, status, known));
  const found = shareBodies(parsed, entries, group).flatMap(present);
  const shared = found.at(-1)?.organisations ?? [];
  const sharesBody =
    isOneOfMany && found.slice(0, -1).every(({ organisations }) => organisations.length === 0);
  return sharesBody ? found.map((attendee) => ({ ...attendee, organisations: shared })) : found;
}

/** "Ann and Bob from Ember", "Ann and Bob (both Ember)": both are with it. */
function shareBodies(
  parsed: readonly (Attendee | undefined)[],
  entries: readonly MappedText[],
  { text }: MappedText,
): (Attendee | undefined)[] {
  let at = 0;
  return parsed.map((attendee, index) => {
    const [own, next] = [entries[index]?.text ?? "", entries[index + 1]?.text ?? ""];
    at = text.indexOf(own, at) + own.length;
    const isJoined = /^\s+(?:and|&)\s/.test(text.slice(at, at + 8));
    const behind = parsed[index + 1];
    return attendee?.organisations.length === 0 &&
      behind &&
      isJoined &&
      /\s(?:from|of|at|[([]both)\s\p{Lu}/u.test(next)
      ? { ...attendee, organisations: behind.organisations }
      : attendee;
  });
}

/** Cuts at matches of a pattern outside of brackets. */
export function splitAt(run: MappedText, separator: RegExp): MappedText[] {
  const { text } = run;
  const parts: MappedText[] = [];
  let from = 0;
  let depth = 0;
  let at = 0;
  for (const match of text.matchAll(separator)) {
    for (; at < match.index; at++) {
      if ("([<".includes(text[at] as string)) depth++;
      else if (")]>".includes(text[at] as string)) depth = Math.max(0, depth - 1);
    }
    if (depth > 0) continue;
    parts.push(trimMapped(run, from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(trimMapped(run, from));
  return parts.filter((part) => part.text !== "");
}

/** The entries of a run: split at commas and semicolons outside of brackets, and at a last "and". */
export const splitRun = (run: MappedText): MappedText[] =>
  // "Ann, Bob, and Cy"
  splitAt(run, BETWEEN_ENTRIES);

/** Commas, semicolons, and "and"; but "Ann Lee of Ember & Sand LLP" is one entry. */
const BETWEEN_ENTRIES =
  /[,;](?:\s+(?:and|&)(?=\s))?| (?:and|&) (?!\p{Lu}[\p{L}'’-]+,?\s(?:LLP|LLC|Ltd|Inc|GmbH|Co|KG|Partners|Associates|Sons)\b)/gu;

export const BODY =
  /^(?:ministry|university|univ\.|uni|institute|department|bureau|office|academy|college|school|agency|tu|eth)(?=\s|$)|\b(?:inc|ltd|llc|gmbh|corp|corporation|foundation|university|univ|institute|systems|labs?|technologies|software|electronics|ministry|association|consortium|council|networks|semiconductors?|bank)\.?$/i;

/** "Ann Lee, counsel, of Ember" */
const OF_BODY = /^(?:of|from|at|representing)\s+\p{Lu}/u;

/** In "Ann Lee, Ember Foundation, Bob Ray, chair" what is nobody's name belongs to who stands before it. */
function joinAttributes(entries: readonly MappedText[], run: MappedText, known: KnownNames): MappedText[] {
  const joined: MappedText[] = [];
  const isPaired = arePairs(entries, known);
  let at = 0;
  let start = 0;
  entries.forEach((entry, index) => {
    const from = run.text.indexOf(entry.text, at);
    at = from + entry.text.length;
    const belongs =
      (BODY.test(entry.text) && !isSomebodyFrom(entry, known)) ||
      OF_BODY.test(entry.text) ||
      isRole(entry.text) ||
      (isPaired && index % 2 === 1);
    if (joined.length > 0 && belongs) joined[joined.length - 1] = sliceMapped(run, start, at);
    else {
      joined.push(entry);
      start = from;
    }
  });
  return joined;
}

/** "Ann from Ember Labs" */
const isSomebodyFrom = ({ text }: MappedText, known: KnownNames): boolean =>
  /\s(?:from|of|at)\s\p{Lu}/u.test(text) && opensWithGivenName(text, known);

/** "Ann Lee, Ember", "Ann Lee, Ember, Bob Ray, Basalt Labs": a known given name in every other place, and no other. */
function arePairs(entries: readonly MappedText[], known: KnownNames): boolean {
  if (entries.length % 2 === 1) return false;
  const isEven = entries.every(({ text }, index) =>
    index % 2 === 0
      ? /\s/.test(text.replace(/\s*\([^()]*\)$/, "")) && opensWithGivenName(text, known)
      : /^\p{Lu}/u.test(text) && !opensWithGivenName(text, known),
  );
  const second = entries[1]?.text.replace(/\s*\([^()]*\)$/, "") ?? "";
  return isEven && (entries.length > 2 || !/\s/.test(second));
}

/** "Lee, Ann": the surname, a comma, and the given name. */
export const REVERSED =
  /^(?:[-*•]\s+)?(\p{L}[\p{L}\p{M}'’ -]{0,40}),\s+(\p{Lu}[\p{L}\p{M}.'’-]*(?:\s\p{Lu}[\p{L}\p{M}.'’-]*)?)/u;

/** Whether most of several entries have the surname first. */
export function areReversed(entries: readonly MappedText[], known: KnownNames): boolean {
  const pairs = entries.flatMap(({ text }) => REVERSED.exec(text) ?? []);
  if (entries.length < 2) return false;
  const reversed = entries.filter(({ text }) => {
    const [, surname = "", given = ""] = REVERSED.exec(text) ?? [];
    return opensWithGivenName(given, known) && !/\s\p{Lu}/u.test(surname);
  });
  return pairs.length > 0 && reversed.length >= 2 && reversed.length * 3 >= entries.length * 2;
}

/** One entry with the surname first, among others that need not have it so: the given name alone is no company. */
export function isReversedEntry({ text }: MappedText, known: KnownNames): boolean {
  const [, surname = "", given = ""] = REVERSED.exec(text) ?? [];
  return (
    given !== "" &&
    !/\s/.test(surname + given) &&
    opensWithGivenName(given, known) &&
    !opensWithGivenName(surname, known)
  );
}

export function parseReversed(entry: MappedText, status: Status, known: KnownNames): Attendee | undefined {
  const match = REVERSED.exec(entry.text);
  const surname = match?.[1];
  if (!match || surname === undefined) return parseAttendee(entry, status, known);
  const start = entry.text.indexOf(surname);
  const given = match[0].length - (match[2] ?? "").length;
  const found = parseAttendee(sliceMapped(entry, given, entry.text.length), status, known);
  if (!found) return undefined;
  const end = entry.text.indexOf(found.name.text, given) + found.name.text.length;
  return {
    ...found,
    name: sliceMapped(entry, start, end),
    called: `${found.name.text} ${surname}`,
    entry,
  };
}
