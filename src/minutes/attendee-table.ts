import { areReversed, parseReversed, present, REVERSED, splitRun } from "./attendee-run.ts";
import type { MappedText } from "./document.ts";
import { type KnownNames, NO_KNOWN_NAMES } from "./known-names.ts";
import { sliceMapped, trimMapped } from "./mapped-text.ts";
import { assignCell, isPersonName, parseAttendee } from "./parse-attendees.ts";
import type { Attendee, MinutesNode } from "./parsed-minutes.ts";

type Status = Attendee["status"];

type Column = "name" | "handle" | "initials" | "organisation" | "role" | "address";

export const COLUMNS: readonly [Column, RegExp][] = [
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
export const MARK =
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
