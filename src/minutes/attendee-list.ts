import { foldCase } from "../model/fold-case.ts";
import type { MappedText } from "./document.ts";
import { type KnownNames, NO_KNOWN_NAMES, opensWithGivenName } from "./known-names.ts";
import { sliceMapped, trimMapped } from "./mapped-text.ts";
import { assignCell, isInitialsOf, isPersonName, isRole, parseAttendee } from "./parse-attendees.ts";
import type { Attendee, MinutesNode } from "./parsed-minutes.ts";

type Status = Attendee["status"];

/**
 * Reads the attendees that stand under one label: one per line, several per line, columns that white space sets apart,
 * or rows of a table. Where some boxes of a list are ticked, or some rows of a column are marked, the others were absent.
 */
export function parseAttendeeList(
  lines: readonly MinutesNode[],
  status: Status,
  known: KnownNames = NO_KNOWN_NAMES,
): Attendee[] {
  const rows = lines.filter(({ kind }) => kind === "row");
  const texts = dropHeader(lines.filter(({ kind, content }) => kind !== "row" && !isProse(content)));
  const isTicked = texts.some(({ checked }) => checked);
  const columns = toMarkedRows(texts);
  if (columns) return parseAttendeeRows([...rows, ...columns], status, known);
  const grouped = parseGroupedLines(texts, status, known);
  if (grouped) return [...parseAttendeeRows(rows, status, known), ...grouped];
  const marked = parseMarkedLines(texts, status, known);
  if (marked) return [...parseAttendeeRows(rows, status, known), ...marked];
  const isReversed = areReversed(
    texts.map(({ content }) => content),
    known,
  );
  const perLine = isOneEntryPerLine(texts, known);
  return [
    ...parseAttendeeRows(rows, status, known),
    ...texts.flatMap(({ content, checked }) => {
      const own = isTicked && checked === false && status === "present" ? "absent" : status;
      if (isReversed || (perLine && isReversedEntry(content, known)))
        return present(parseReversed(content, own, known));
      return perLine && !isRunOfBrackets(content) && splitRun(content).length <= 3
        ? present(parseAttendee(content, own, known))
        : parseAttendeeRun(content, own, known);
    }),
  ];
}

/** "P  Lee, Ann      Ember": a letter or two that say how somebody was there, in front of the name, in columns. */
function toMarkedRows(lines: readonly MinutesNode[]): MinutesNode[] | undefined {
  if (lines.length < 3) return undefined;
  const rows = lines.map((node) => ({ node, cells: splitAt(node.content, CELL_GAP) }));
  const isMarked = rows.every(
    ({ cells }) =>
      cells.length >= 2 &&
      cells.length <= 4 &&
      /^(?:\p{L}{1,2}|[xX✓*+-]|\[[ xX]?\])$/u.test(cells[0]?.text ?? ""),
  );
  if (!isMarked) return undefined;
  const header = ["role", "name", "organisation", "title"];
  return rows.map(({ node, cells }) => ({ ...node, kind: "row" as const, cells, header }));
}

/** "Ember      Ann Lee, Bob Roth": companies in a column in front of their people; "(none)" is no company. */
function parseGroupedLines(
  lines: readonly MinutesNode[],
  status: Status,
  known: KnownNames,
): Attendee[] | undefined {
  const pairs = lines.map(({ content }) => splitAt(content, CELL_GAP));
  const runs = pairs.filter(([, run]) => run && splitRun(run).length > 1).length;
  if (lines.length < 2 || runs * 2 < lines.length || pairs.some((cells) => cells.length !== 2))
    return undefined;
  const isNamed = (at: number): number =>
    pairs.filter((cells) => opensWithGivenName(cells[at]?.text ?? "", known)).length;
  const full = pairs.filter(
    ([, run]) => run && splitRun(run).every(({ text }) => isPersonName(text) && /\s/.test(text)),
  );
  if (isNamed(0) * 4 > lines.length || Math.max(isNamed(1), full.length) * 2 < lines.length) return undefined;
  return pairs.flatMap(([body, run]) => {
    if (!body || !run) return [];
    const isNone = /^\(.*\)$|^[-–—?]+$|^(?:none|independent|self|individuals?):?$/i.test(body.text);
    const company = stripLabel(body);
    return parseAttendeeRun(run, status, known).map((found) =>
      isNone || found.organisations.length > 0 ? found : { ...found, organisations: [company] },
    );
  });
}

/** The company of a label: "Institute of Presses (IOP):", "Ember (new):" without what stands behind the name. */
export const stripLabel = (label: MappedText): MappedText =>
  trimMapped(label, 0, label.text.replace(/\s*(?:\([^()]*\))?\s*:?$/, "").length || label.text.length);

/** "Slides, as far as people have sent them, are on the wiki": what stands in a list of people that nothing closes. */
function isProse({ text }: MappedText): boolean {
  const bare = text.replace(/\([^()]*\)/g, "");
  return /^\p{Lu}[^:;]*\s(?:are|is|was|were|has|have)\s/u.test(bare) && bare.split(/\s+/).length > 8;
}

const present = (found: Attendee | undefined): Attendee[] => (found ? [found] : []);

const hasBracket = ({ text }: MappedText): boolean => /^\p{Lu}[^()[\]]*[([][^()[\]]+[)\]]$/u.test(text);

function isRunOfBrackets(content: MappedText): boolean {
  const entries = splitRun(content);
  return entries.length > 1 && entries.every(hasBracket);
}

/** "Name      Company" over columns that white space sets apart. */
function dropHeader(lines: readonly MinutesNode[]): readonly MinutesNode[] {
  const [first, ...rest] = lines;
  const cells = first ? splitAt(first.content, COLUMN_GAP) : [];
  const isHeader =
    cells.length > 1 && cells.every(({ text }) => COLUMNS.some(([, pattern]) => pattern.test(text)));
  return isHeader ? rest : lines;
}

const COLUMN_GAP = /\s{3,}|\t/g;

/** As {@link COLUMN_GAP}, where all lines of a list have it. */
const CELL_GAP = /\s{2,}|\t/g;

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
function splitAt(run: MappedText, separator: RegExp): MappedText[] {
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

const BODY =
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
const REVERSED =
  /^(?:[-*•]\s+)?(\p{L}[\p{L}\p{M}'’ -]{0,40}),\s+(\p{Lu}[\p{L}\p{M}.'’-]*(?:\s\p{Lu}[\p{L}\p{M}.'’-]*)?)/u;

/** Whether most of several entries have the surname first. */
function areReversed(entries: readonly MappedText[], known: KnownNames): boolean {
  const pairs = entries.flatMap(({ text }) => REVERSED.exec(text) ?? []);
  if (entries.length < 2) return false;
  const reversed = entries.filter(({ text }) => {
    const [, surname = "", given = ""] = REVERSED.exec(text) ?? [];
    return opensWithGivenName(given, known) && !/\s\p{Lu}/u.test(surname);
  });
  return pairs.length > 0 && reversed.length >= 2 && reversed.length * 3 >= entries.length * 2;
}

/** One entry with the surname first, among others that need not have it so: the given name alone is no company. */
function isReversedEntry({ text }: MappedText, known: KnownNames): boolean {
  const [, surname = "", given = ""] = REVERSED.exec(text) ?? [];
  return (
    given !== "" &&
    !/\s/.test(surname + given) &&
    opensWithGivenName(given, known) &&
    !opensWithGivenName(surname, known)
  );
}

function parseReversed(entry: MappedText, status: Status, known: KnownNames): Attendee | undefined {
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

/** Whether what stands behind the commas belongs to the name before them, as in "Ann Lee, Acme". */
function isOneEntryPerLine(lines: readonly MinutesNode[], known: KnownNames): boolean {
  const parts = lines.map(({ content }) => splitRun(content));
  const listed = parts.filter((entries) => entries.length > 1);
  if (lines.length < 2 || listed.some((entries) => entries.length > 3)) return false;
  const runs = listed.filter(([, second]) => second && opensWithGivenName(second.text, known));
  if (runs.length * 3 > listed.length) return false;
  if (listed.length >= lines.length * 0.6) return true;
  // Where every item has its own person, a comma does not begin another.
  const isList = lines.length >= 4 && lines.every(({ kind }) => kind === "item");
  if (isList && listed.length * 2 <= lines.length && listed.every((entries) => entries.length === 2))
    return true;
  const attached = listed.filter(([, second]) => second && isAttached(second.text, known));
  return attached.length > 0 && attached.length >= listed.length * 0.5;
}

/** "Acme", "Ember Labs", "Red Hat", "first time!": what stands behind the comma of a name, and is nobody else. */
const isAttached = (text: string, { organisations }: KnownNames): boolean =>
  !/\s/.test(text.replace(/\s*[([].*$/, "")) ||
  /^\p{Ll}/u.test(text) ||
  BODY.test(text) ||
  organisations.has(foldCase(text));

type Column = "name" | "handle" | "initials" | "organisation" | "role" | "address";

const COLUMNS: readonly [Column, RegExp][] = [
  ["address", /e-?mail|address/i],
  ["handle", /handle|github|\birc\b|nick|username|\bid\b|account/i],
  ["initials", /initials?|abbrev|acronym|short|delegate code/i],
  [
    "organisation",
    /organi[sz]ation|company|affiliation|employer|\borg\b|member company|representing|institution|institute|^(?:(?:where )?from|works? (?:at|for)|firm|vendor)\W*$/i,
  ],
  ["role", /role|title|position|status|present\?|present\s|attended/i],
  [
    "name",
    /name|attendee|participant|who|person|delegate|member|representative|^reps?\b|^rep\(s\)|^present$/i,
  ],
];

/** Finds what each column of an attendee table holds from its header; undefined where it names nobody. */
function findColumns(header: readonly string[]): Map<Column, number> | undefined {
  const columns = new Map<Column, number>();
  header.forEach((cell, index) => {
    const hit = COLUMNS.find(([key, pattern]) => !columns.has(key) && pattern.test(cell));
    if (hit) columns.set(hit[0], index);
  });
  // "Present | Name": what is ticked, and who it is.
  const named = header.findIndex((cell) => /^\W*(?:full )?names?\W*$/i.test(cell));
  const first = columns.get("name");
  if (named >= 0 && first !== undefined && /^\W*present\W*$/i.test(header[first] ?? "")) {
    columns.set("role", first);
    columns.set("name", named);
  }
  // "Country / Org. | Affiliation"
  const exact = header.findIndex((cell) =>
    /^\W*(?:affiliation|company|organi[sz]ation|employer)\W*$/i.test(cell),
  );
  if (exact >= 0 && columns.has("organisation")) columns.set("organisation", exact);
  const name = columns.get("name") ?? columns.get("handle");
  return name === undefined ? undefined : columns.set("name", name);
}

/** "x", "✓", "yes", "x (phone)", and what says that somebody was not there. */
const MARK =
  /^(?:(?<here>(?:[x✓✔☑●•*+]|y(?:es)?|p(?:resent)?|here|attended)(?:[\s,;]+\P{Lu}[^()]{0,40})?)|(?<away>|-+|–|—|n(?:o)?|a(?:bsent)?|r(?:egrets?)?|apologies|excused|e|☐|○))\s*(?:\([^()]*\))?$/iu;

/** The column in which nearly every row has a mark or nothing, and some have a mark. */
function findMarks(rows: readonly MinutesNode[], name: number): number | undefined {
  const [first] = rows;
  const marks = (first?.cells ?? []).findIndex(
    (_, column) =>
      column !== name &&
      // Who may vote is not who came.
      !/^\W*vot(?:es?|ing)\b/i.test(first?.header?.[column] ?? "") &&
      rows.filter(({ cells }) => MARK.test(cells?.[column]?.text.trim() ?? "")).length * 3 >=
        rows.length * 2 &&
      rows.some(({ cells }) => MARK.exec(cells?.[column]?.text.trim() ?? "")?.groups?.["here"] !== undefined),
  );
  return marks < 0 ? undefined : marks;
}

/** "Ann Lee (chair)      Yes", "Bob Roth      No": lines that mostly end in a column that says who was there. */
function parseMarkedLines(
  lines: readonly MinutesNode[],
  status: Status,
  known: KnownNames,
): Attendee[] | undefined {
  const split = lines.map(({ content }) => splitAt(content, COLUMN_GAP));
  const marks = split.map((cells) =>
    cells.length === 2 ? MARK.exec(cells[1]?.text ?? "")?.groups : undefined,
  );
  const count = marks.filter((mark) => mark !== undefined).length;
  if (count < 2 || count * 3 < lines.length * 2 || !marks.some((mark) => mark?.["here"])) return undefined;
  return lines.flatMap(({ content }, index) => {
    const [name] = split[index] ?? [];
    const mark = marks[index];
    return present(parseAttendee(mark && name ? name : content, mark?.["away"] ? "absent" : status, known));
  });
}

/** An empty cell says so, too; "x", "chat" or "by phone" do not. */
function isAway(cell: MappedText | undefined): boolean {
  const text = cell?.text.trim() ?? "";
  return text === "" || MARK.exec(text)?.groups?.["away"] !== undefined;
}

/** Where companies have a column of their own, what stands behind the comma of every name is the given name. */
function areAllReversed(names: readonly MappedText[]): boolean {
  return (
    names.length > 1 && names.every(({ text }) => REVERSED.exec(text)?.[0].length === text.trim().length)
  );
}

/** The people of a table's rows. */
export function parseAttendeeRows(
  rows: readonly MinutesNode[],
  status: Status,
  known: KnownNames = NO_KNOWN_NAMES,
): Attendee[] {
  const columns = findColumns(rows[0]?.header ?? []);
  if (!columns) return [];
  const at = columns.get("name") ?? -1;
  const marks = findMarks(rows, at);
  const names = rows.flatMap(({ cells }) => cells?.[at] ?? []);
  const isReversed = columns.has("organisation") ? areAllReversed(names) : areReversed(names, known);
  const halves = findHalves(rows[0]?.header ?? []);
  return rows.flatMap(({ content, cells = [] }) => {
    const name = cells[at];
    const own = status === "present" && marks !== undefined && isAway(cells[marks]) ? "absent" : status;
    const people = halves
      ? present(parseHalves(content, cells, halves, own))
      : name
        ? parseNameCell(name, own, known, isReversed)
        : [];
    for (const found of people)
      for (const [column, index] of columns) {
        const cell = cells[index];
        const isName = column === "name" || cell === name || (halves?.includes(index) ?? false);
        if (!isName && cell && cell.text.trim() && index !== marks)
          assignCell(found, column, trimMapped(cell));
      }
    return people;
  });
}

/** "Ann Lee", "Lee, Ann", "Ann Lee, Dr. Bob Roth": whoever is in one cell. */
function parseNameCell(cell: MappedText, status: Status, known: KnownNames, isReversed: boolean): Attendee[] {
  if (isReversed) return present(parseReversed(cell, status, known));
  const names = splitRun(cell);
  const areNames = names.every(
    ({ text }) => /\s\p{Lu}/u.test(text) && isPersonName(text.replace(/\s*\([^()]*\)$/, "")),
  );
  return names.length > 1 && areNames
    ? names.flatMap((name) => present(parseAttendee(name, status, known)))
    : present(parseAttendee(cell, status, known));
}

/** Where "First name" and "Last name" stand side by side: the columns of the given name and of the surname. */
function findHalves(header: readonly string[]): [given: number, surname: number] | undefined {
  const given = header.findIndex((cell) => /^\W*(?:first|given) names?\W*$/i.test(cell));
  const surname = header.findIndex((cell) => /^\W*(?:last |family |sur)names?\W*$/i.test(cell));
  return given >= 0 && Math.abs(given - surname) === 1 && surname >= 0 ? [given, surname] : undefined;
}

/** Somebody whose name stands in two neighbouring cells of a row. */
function parseHalves(
  row: MappedText,
  cells: readonly MappedText[],
  [given, surname]: [number, number],
  status: Status,
): Attendee | undefined {
  const [first, last] = [cells[given]?.text.trim() ?? "", cells[surname]?.text.trim() ?? ""];
  const [left, right] = given < surname ? [first, last] : [last, first];
  const start = row.text.indexOf(left);
  const end = row.text.indexOf(right, start + left.length) + right.length;
  const called = `${first} ${last}`.trim();
  if (start < 0 || end < start + left.length || !isPersonName(called)) return undefined;
  const name = sliceMapped(row, start, end);
  return { name, called, status, organisations: [], roles: [], entry: name };
}

/**
 * Lines that are attendees without a label over them: initials in front of the names that they are of ("AL  Ann Lee
 * (Ember)"), or columns that white space sets apart, one of names and one of organisations, at least {@link FEWEST} of
 * them. A company without a name ("Ember      -") sent nobody.
 */
export function parseBareList(lines: readonly MappedText[], status: Status, known: KnownNames): Attendee[] {
  if (lines.length < FEWEST) return [];
  const legends = lines.flatMap((line) => present(parseLegend(line, status, known)));
  if (legends.length === lines.length) return legends;
  const rows = lines.map((line) => splitAt(line, COLUMN_GAP));
  if (rows.some(({ length }) => length < 2 || length > 4)) return [];
  const named = rows.filter((row) => !/^[-–—]$/.test(row[1]?.text ?? ""));
  const column = [0, 1].find(
    (index) =>
      named.filter((row) => opensWithGivenName(stripProxy(row[index]).text, known)).length * 5 >=
      named.length * 3,
  );
  if (column === undefined || named.length < FEWEST) return [];
  return named.flatMap((row) => {
    const found = parseAttendee(stripProxy(row[column]), status, known);
    const body = row[1 - column];
    if (!found || !body || found.organisations.length > 0) return present(found);
    assignCell(found, "organisation", body);
    return [found];
  });
}

/** Whether a line can be one of a bare list. */
export const looksListed = ({ text }: MappedText): boolean =>
  text.length < 100 && (/^\p{Lu}\p{L}{1,3}\s+\p{Lu}/u.test(text) || /^\p{Lu}.*\S(?:\s{3,}|\t)\S/u.test(text));

const FEWEST = 3;

function parseLegend(line: MappedText, status: Status, known: KnownNames): Attendee | undefined {
  const match = /^(\p{Lu}\p{L}{1,3})\s+(?=\p{Lu})/u.exec(line.text);
  const initials = match?.[1];
  if (!match || initials === undefined) return undefined;
  const found = parseAttendee(sliceMapped(line, match[0].length, line.text.length), status, known);
  if (!found || !isInitialsOf(initials, found.name.text)) return undefined;
  return { ...found, initials: sliceMapped(line, 0, initials.length), entry: line };
}

/** "proxy: Ann Lee for Bob Roth": who was there. */
function stripProxy(cell: MappedText | undefined): MappedText {
  if (!cell) return { text: "", runs: [] };
  const lead = /^(?:proxy|alternate|delegate)\s*:?\s+/i.exec(cell.text);
  if (!lead) return cell;
  const end = cell.text.indexOf(" for ", lead[0].length);
  return trimMapped(cell, lead[0].length, end < 0 ? cell.text.length : end);
}

/** A paragraph that is nothing but names with brackets is the list of attendees, label or no label. */
export function looksLikeNames(content: MappedText): boolean {
  if (content.text.length > 20_000) return false;
  const entries = splitRun(content);
  if (entries.length < 3) return false;
  const names = entries.filter((entry) => BRACKETED.test(entry.text) || /^@[\w-]+$/.test(entry.text));
  return names.length >= entries.length * 0.7;
}

const BRACKETED = /^\p{Lu}[\p{L}.'’\- ]+\s\(\s*[\p{Lu}?][^()]{0,40}\)$/u;

/** "Ms. H. Keller (Chair), Swiss Track": one person on a line, with what they do and whom they are with. */
export function looksLikeEntry(content: MappedText): boolean {
  const { text } = content;
  if (SHORTENED.test(text)) return true;
  if (
    text.length > 80 ||
    (/[.?:]$/.test(text) && !ABBREVIATED.test(text)) ||
    !/[,(@[]|\s[-–—|]\s|\s{3}/.test(text)
  )
    return false;
  const entry = parseAttendee(content, "present");
  return entry !== undefined && /\s/.test(entry.name.text) && !/\d/.test(text);
}

/** "Ann Lee, Ember Inc." */
const ABBREVIATED = /\b(?:Univ|Inc|Ltd|Corp|Inst|Co|Labs?)\.$/;

/** "Ann L." */
const SHORTENED = /^\p{Lu}[\p{L}'’-]+ \p{Lu}\.$/u;
