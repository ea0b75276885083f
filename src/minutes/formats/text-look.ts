import { hasBracketedHeadings, isLettered, isWikiText } from "./plain-line.ts";

/** How a plain text is laid out, told from all of its lines at once. */
export interface TextLook {
  /** Columns that its lines are wrapped at. */
  width: number;
  /** It has a statement a line. */
  isLineWise: boolean;
  /** Nobody has wrapped its lines. */
  isUnwrapped: boolean;
  /** It tells by its margin what belongs under what. */
  isOutline: boolean;
  /** Letters number its items. */
  isLettered: boolean;
  /** Its headings stand in brackets. */
  isBracketed: boolean;
  isWiki: boolean;
  /** Who is named in brackets in front of what they say, twice or more. */
  nicks: ReadonlySet<string>;
}

/** @param to end of the units to read */
export function readTextLook(text: string, from: number, to: number): TextLook {
  const part = text.slice(from, to);
  return {
    width: estimateWidth(text, from, to),
    isLineWise: isLineWise(text, from, to),
    isUnwrapped: isUnwrapped(text, from, to),
    isOutline: isOutline(text, from, to),
    isLettered: isLettered(part),
    isBracketed: hasBracketedHeadings(part),
    isWiki: isWikiText(part),
    nicks: findAsideNicks(part),
  };
}

/** The nicks that stand in brackets at the start of two lines or more: "(alee) I noticed". */
function findAsideNicks(text: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const nicks = new Set<string>();
  if (!text.includes("(")) return nicks;
  for (const { 1: nick } of text.matchAll(/^[ \t]{0,40}(?:[-*+•] )?\(([a-z_][\w.|-]{1,20})\) (?=\S)/gm)) {
    if (!nick) continue;
    if (seen.has(nick)) nicks.add(nick);
    seen.add(nick);
  }
  return nicks;
}

/**
 * The columns that a text's lines are wrapped at: as many as the longest line has, or, where several lines of more than
 * 84 go on below in small letters, the longest of these.
 * @returns between 60 and 80, or as many as {@link WIDEST}
 */
export function estimateWidth(text: string, from: number, to: number): number {
  const end = Math.min(to, from + LINE_SAMPLE);
  let longest = 60;
  let widest = 0;
  let wide = 0;
  for (let at = from; at < end;) {
    const found = text.indexOf("\n", at);
    const lineEnd = found < 0 || found > end ? end : found;
    const length = lineEnd - at;
    if (length > longest && text.slice(at, lineEnd).includes(" ")) longest = Math.min(length, 80);
    if (length > 84 && length <= WIDEST && /^[ \t]*\p{Ll}/u.test(text.slice(lineEnd + 1, lineEnd + 20))) {
      wide++;
      widest = Math.max(widest, length);
    }
    at = lineEnd + 1;
  }
  return wide >= FEWEST_WIDE ? widest : longest;
}

const FEWEST_WIDE = 3;
/** Columns that nobody wraps a line behind. */
const WIDEST = 130;

/**
 * Whether a text has a statement a line, without marks in front and without wrapping: its lines end where they are
 * done, with room for the next line's first word, and the next line begins with a capital.
 */
function isLineWise(text: string, from: number, to: number): boolean {
  const counts = { loose: 0, tight: 0, small: 0 };
  let above = "";
  for (const raw of text.slice(from, Math.min(to, from + LINE_SAMPLE)).split("\n", MOST_LINES)) {
    const below = raw.trimEnd();
    const isPair = above.length >= 30 && sameIndent(above, below) && !STARTS_ANEW.test(below.trimStart());
    if (isPair) {
      const [first = ""] = below.trimStart().split(" ", 1);
      const hasRoom = above.length + 1 + first.length <= COMMON_WIDTH;
      counts[hasRoom ? "loose" : "tight"]++;
      if (hasRoom && /^\p{Ll}/u.test(first)) counts.small++;
    }
    above = below;
  }
  return counts.loose >= 3 && counts.loose >= 4 * counts.tight && counts.small * 3 <= counts.loose;
}

/** Whether nobody has wrapped a text's lines: some run on far beyond where anybody does, and hardly any goes on below. */
function isUnwrapped(text: string, from: number, to: number): boolean {
  let long = 0;
  let wrapped = 0;
  let above = "";
  for (const raw of text.slice(from, Math.min(to, from + LINE_SAMPLE)).split("\n", MOST_LINES)) {
    const below = raw.trimEnd();
    if (below.length > 95 && below.includes(" ", 80) && !/\t| {3}/.test(below.trimStart())) long++;
    // A few small words below a very long line are no rest of it.
    const goesOn = above.length > 58 && above.length <= (below.length > 40 ? WIDEST : 110);
    if (goesOn && /^\s*\p{Ll}/u.test(below)) wrapped++;
    above = below;
  }
  return long >= 3 && long > 3 * wrapped;
}

/**
 * Whether a text tells by its margin what belongs under what, without marks in front: short lines in small letters stand
 * over lines that are set in below them.
 */
function isOutline(text: string, from: number, to: number): boolean {
  let heads = 0;
  let above = "";
  for (const raw of text.slice(from, Math.min(to, from + LINE_SAMPLE)).split("\n", MOST_LINES)) {
    const below = raw.trimEnd();
    if (below !== "" && isOutlineHead(above) && indentOf(below) >= indentOf(above) + 2) heads++;
    above = below;
  }
  return heads >= 3;
}

/** "status", "  ann", "release 0.9": a few small words that end in no mark. */
export const isOutlineHead = (line: string): boolean =>
  line.length <= 40 &&
  /^\s*\p{Ll}(?:[^.;!?>]|\.(?=\d))*[^\s.,;!?]$/u.test(line) &&
  line.trim().split(" ").length <= 6;

const indentOf = (line: string): number => line.search(/\S/);

const LINE_SAMPLE = 100_000;
const MOST_LINES = 2000;
/** Columns that hardly anybody wraps a line before. */
export const COMMON_WIDTH = 66;
/** Markers, labels, quotations, headings and tables. */
const STARTS_ANEW = /^(?:$|[-*+•>#=|~<[(]|\p{N}{1,3}[.)]|[\p{L}\p{N} ./()-]{1,40}:(?:\s|$))/u;

const sameIndent = (a: string, b: string): boolean => indentOf(a) === indentOf(b);
