import { findSectionRole, isStateRole } from "../section-role.ts";
import { COMMON_WIDTH } from "./text-look.ts";

/** How far into a line a label's colon may stand. */
const LABEL_REACH = 64;
const SMALL_WORDS = new Set(
  "de del der den di da la le van von bin al and und et as the of for to & + -".split(" "),
);
const OPEN_ENDINGS = new Set("a an and or the of to for with in on at by from as is are was that".split(" "));

/** `<ada> …`, as logs quote who wrote a line. */
export const NICK = /^<[\p{L}_][^\s<>@:/.]{0,30}> /u;

/**
 * Whether a line opens with a label: `RH: …`, `Mars Lee: …`, `ACTION: …`, `**Lucas (as chair)**: …`, or goes on a
 * speaker's words (`… `). Minute-takers start a new line for each of them.
 * @param afterSentence whether the line before ended a sentence; only then is a lower-case nick a label
 */
export function isLabelledLine(line: string, afterSentence: boolean): boolean {
  if (/^(?:…|\.\.\.|[-=]{1,2}>\s)/.test(line) || NICK.test(line) || DASHED.test(line)) return true;
  if (MARKED.test(line)) return true;
  const label = findLabel(line);
  if (!label) return false;
  const words = label.split(/[\s,/]+/).filter(Boolean);
  if (words.length === 0 || words.length > 6) return false;
  if (isStateLine(label)) return true;
  if (/^[\p{Ll}_][\w|^-]*$/u.test(label))
    return afterSentence || ROLES_OF_PEOPLE.has(findSectionRole(label) ?? "");
  if (!/^[\p{Lu}\p{Lt}\p{Lo}@[(#]/u.test(label) || (label.startsWith("(") && !afterSentence)) return false;
  return words.every(isLabelWord) || (words.length <= 3 && afterSentence);
}

/** "Ann -- the rails", "Ann/Bob -- the gate": whose line it is. */
const DASHED = /^\p{Lu}[\p{L}'’-]+\.?(?:[ /&,]{1,3}\p{Lu}[\p{L}'’-]*\.?){0,3} (?:--|–|—) \S/u;

/** "ACTION(ann) …", "[ ] Ann to …": a mark opens a line of its own. */
const MARKED = /^(?:(?:ACTION|AGREED|TODO|DECISION|AI|AP|INFO)\s?\([^()]{1,40}\)|\[[ xX✓]?\] \S)/;

/** "here:", "scribe:" begin a line of their own, whatever stands above them. */
const ROLES_OF_PEOPLE: ReadonlySet<string> = new Set(["present", "absent", "officer"]);

/** Whether a line is nothing but the state of what stands below it, in somebody's report: "done", "next:", "blocked". */
export function isStateLine(line: string): boolean {
  if (line.length > 24) return false;
  return isStateRole(findSectionRole(line)) && /^[\p{L}\s:*_]+$/u.test(line);
}

/** A line's label: what stands before its first colon, without emphasis; undefined where it has none. */
export function findLabel(line: string): string | undefined {
  const head = line.slice(0, LABEL_REACH);
  const colon = head.indexOf(":");
  if (colon < 1) return undefined;
  const behind = line.slice(colon + 1, colon + 4).replace(/^[*_]+/, "");
  if (behind !== "" && !/^\s/.test(behind)) return undefined;
  const label = head.slice(0, colon).replace(/^[*_\s]+|[*_\s]+$/g, "");
  return /[.!?;"“”]\s/.test(
    label.replace(/\b(?:\p{Lu}|Resp|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Asst|Assoc|Exec|Dept)\. /gu, ""),
  )
    ? undefined
    : label;
}

/**
 * Whether the writer meant the break between two lines, since the next word would have fitted on the line above.
 * @param width columns that the text's lines are wrapped at
 * @param share of the width that a line may fill for its break to be meant
 */
export function isMeantBreak(above: string, below: string, width: number, share = 0.75): boolean {
  if (!/^[\p{Lu}\p{Lt}\p{Lo}\p{N}@#([“"'`*]|^https?:/u.test(below)) return false;
  if (/[,(/&-]$/.test(above)) return false;
  const lastWord = above.slice(above.lastIndexOf(" ") + 1).toLowerCase();
  if (OPEN_ENDINGS.has(lastWord)) return false;
  if (lastWord === above.toLowerCase() && /^https?:/.test(above)) return true;
  const space = below.indexOf(" ");
  const firstWord = space < 0 ? below.length : space;
  if (above.length > 1.4 * width) return above.includes(" ", Math.floor(1.2 * width));
  return above.length + 1 + Math.min(firstWord, width / 4) <= width * share;
}

/** Whether a whole line would have stood on the one above: nobody wraps there, whatever letter it begins with. */
export const hasRoomForLine = (above: string, below: string, width: number): boolean =>
  above.length + 1 + below.length <= width * 0.75 && !/[,(/&-]$/.test(above) && !isOpenEnded(above);

/**
 * Whether two lines are rows of columns that white space sets apart ("Ann Lee      Ember Works"): prose has no such gap
 * but behind a full stop, and what a row's last column is continued with is set in.
 */
export function areRows(above: string, aboveIndent: number, below: string, belowIndent: number): boolean {
  return Math.abs(aboveIndent - belowIndent) <= 1 && (COLUMN_GAP.test(above) || COLUMN_GAP.test(below));
}

const COLUMN_GAP = /[^\s.:;!?,](?: {3}|\t)\s{0,80}\S/;

/** Whether a line ends in a word that something must follow: "the log is", "on the". */
export const isOpenEnded = (line: string): boolean =>
  OPEN_ENDINGS.has(line.slice(line.lastIndexOf(" ") + 1).toLowerCase());

export function endsSentence(text: string): boolean {
  return /[.!?:;…)\]]$/.test(text);
}

/** As {@link isMeantBreak}, in a text that tells by its margin what belongs together: whatever letter a line begins with. */
export function isOutlineBreak(
  above: string,
  column: number,
  below: string,
  width: number,
  share = 0.75,
): boolean {
  if (/[,(/&-]$/.test(above) || isOpenEnded(above)) return false;
  const space = below.indexOf(" ");
  const firstWord = space < 0 ? below.length : space;
  return column + above.length + 1 + Math.min(firstWord, width / 4) <= width * share;
}

/** As {@link isMeantBreak}, in a text that has a statement a line. */
export function endsStatement(above: string, below: string): boolean {
  const lastWord = above.slice(above.lastIndexOf(" ") + 1).toLowerCase();
  if (/[,(/&-]$/.test(above) || OPEN_ENDINGS.has(lastWord)) return false;
  return !/^\p{Ll}/u.test(below) || above.length < COMMON_WIDTH - 8;
}

function isLabelWord(word: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{Lo}\p{N}@([#]/u.test(word) || word.endsWith(")") || SMALL_WORDS.has(word);
}
