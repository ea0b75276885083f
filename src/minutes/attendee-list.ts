import { foldCase } from "../model/fold-case.ts";
import {
  areReversed,
  BODY,
  COLUMN_GAP,
  isReversedEntry,
  parseAttendeeRun,
  parseReversed,
  present,
  splitAt,
  splitRun,
} from "./attendee-run.ts";
import { COLUMNS, MARK, parseAttendeeRows } from "./attendee-table.ts";
import type { MappedText } from "./document.ts";
import { type KnownNames, NO_KNOWN_NAMES, opensWithGivenName } from "./known-names.ts";
import { sliceMapped, trimMapped } from "./mapped-text.ts";
import { assignCell, isInitialsOf, isPersonName, parseAttendee } from "./parse-attendees.ts";
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

/** As {@link COLUMN_GAP}, where all lines of a list have it. */
const CELL_GAP = /\s{2,}|\t/g;

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
