import { isSpace } from "../model/is-space.ts";
import { remember } from "../model/remember.ts";
import { getWord, type Word } from "./words.ts";

/** A word or a mark of punctuation of one line; offsets count in the line's visible text. */
export interface Token {
  text: string;
  /** Without case and accents. */
  lower: string;
  start: number;
  end: number;
  /** False for punctuation. */
  word: boolean;
  capital: boolean;
  spelling: Word;
  /** White space stands before it. */
  spaced: boolean;
}

const OPENING = "([{\"“‘«<*_`~'";
const CLOSING = ")]}\"”’»>*`~',;:.!?…";
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Splits a line into words and marks of punctuation.
 *
 * A word keeps the marks inside it ("vcpu->requests", "U-Boot", "io.js", "process.send()", "@handle", "#123"); the
 * marks around it are tokens of their own. Linear in the line's length.
 */
export const tokenize: (line: string) => readonly Token[] = remember(splitWords);

function splitWords(line: string): Token[] {
  const tokens: Token[] = [];
  const { length } = line;
  let at = 0;
  while (at < length) {
    let begin = at;
    while (begin < length && isSpace(line.charCodeAt(begin))) begin++;
    let end = begin;
    while (end < length && isPlain(line.charCodeAt(end))) end++;
    if (end === length || isSpace(line.charCodeAt(end))) {
      if (end > begin) push(tokens, line, begin, end, begin > 0);
    } else {
      while (end < length && !isSpace(line.charCodeAt(end))) end++;
      pushChunk(tokens, line, begin, end, begin > 0);
    }
    at = end;
  }
  return tokens;
}

/** A letter or a digit of ASCII: what consists of these alone is one word. */
const isPlain = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);

function pushChunk(tokens: Token[], line: string, begin: number, end: number, spaced: boolean): void {
  let start = begin;
  let stop = end;
  while (start < stop && !isPlain(line.charCodeAt(start)) && OPENING.includes(line[start] as string)) start++;
  while (stop > start && isClosing(line, stop - 1) && !closesCall(line, start, stop)) stop--;
  if (line[stop - 1] === "(" && stop > start) stop--;
  for (let i = begin; i < start; i++) push(tokens, line, i, i + 1, spaced && i === begin);
  if (stop > start) pushWord(tokens, line, start, stop, spaced && start === begin);
  for (let i = Math.max(stop, start); i < end; i++) push(tokens, line, i, i + 1, spaced && i === begin);
}

const isClosing = (line: string, at: number): boolean =>
  !isPlain(line.charCodeAt(at)) && CLOSING.includes(line[at] as string);

/** A pair of empty brackets belongs to the name of a function: "decode()". */
function closesCall(line: string, start: number, stop: number): boolean {
  return line[stop - 1] === ")" && line[stop - 2] === "(" && stop - 2 > start;
}

function pushWord(tokens: Token[], line: string, start: number, end: number, spaced: boolean): void {
  const bracket = splitBracket(line, start, end);
  if (bracket > start) {
    pushWord(tokens, line, start, bracket, spaced);
    pushChunk(tokens, line, bracket, end, false);
    return;
  }
  const dash = splitDash(line, start, end);
  if (dash > start) {
    pushWord(tokens, line, start, dash, spaced);
    push(tokens, line, dash, dash + 1, false);
    if (dash + 1 < end) pushChunk(tokens, line, dash + 1, end, false);
    return;
  }
  const slash = splitSlash(line, start, end);
  if (slash > start) {
    pushWord(tokens, line, start, slash, spaced);
    push(tokens, line, slash, slash + 1, false);
    pushWord(tokens, line, slash + 1, end, false);
    return;
  }
  const possessive = possessiveLength(line, start, end);
  push(tokens, line, start, end - possessive, spaced);
  if (possessive) push(tokens, line, end - possessive, end, false);
}

/** Where an unclosed bracket stands inside the word ("name(s" keeps its bracket, "X(Y" does not). */
function splitBracket(line: string, start: number, end: number): number {
  for (let i = start + 1; i < end; i++) {
    const c = line[i];
    if ((c === "(" || c === "[") && line[i + 1] !== ")" && line[i + 1] !== "]")
      return isAddress(line, start) ? -1 : i;
    if (c === "," && LETTER_OR_DIGIT.test(line[i + 1] ?? "") && !/\d/.test(line[i + 1] ?? "")) return i;
    if (c === ";" && i + 1 < end && !isAddress(line, start)) return i;
  }
  return -1;
}

function splitDash(line: string, start: number, end: number): number {
  for (let i = start + 1; i < end; i++) if (line[i] === "—" || line[i] === "–") return i;
  return -1;
}

/** "Ann/Bob", "Ann+Bob's" and "L./Bob" are two names each. */
function splitSlash(line: string, start: number, end: number): number {
  // Looked for in the word alone: in a long line without a slash it would be looked for to the line's end each time.
  const word = line.slice(start, end);
  const at = word.search(/[/+]/);
  return at > 0 && TWO_NAMES.test(word) ? start + at : -1;
}

const TWO_NAMES = /^\p{Lu}(?:\p{Ll}+|\.)(?:[/+]\p{Lu}\p{Ll}+)+(?:['’]s)?$/u;

/** Where the bracket ends that opens at a token, if it is of so few tokens; the token itself where it opens none. */
export function behindBracket(tokens: readonly Token[], at: number, longest = 8): number {
  if (tokens[at]?.text !== "(") return at;
  for (let i = at + 1; i < Math.min(tokens.length, at + longest); i++)
    if (tokens[i]?.text === ")") return i + 1;
  return at;
}

function isAddress(line: string, start: number): boolean {
  return line.startsWith("http", start) || line.startsWith("www.", start);
}

const NO_NAMES = /^(?:that|they|she|this|there|what|who|you|these|those|here|how|where|it)['’]/i;

function possessiveLength(line: string, start: number, end: number): number {
  if (end - start < 3) return 0;
  // "Ann'll talk to him", and not "I'll"
  if (
    /^\p{Lu}\p{Ll}{2,}['’]ll$/u.test(line.slice(start, Math.min(end, start + 30))) &&
    !NO_NAMES.test(line.slice(start, end))
  )
    return 3;
  const mark = line[end - 2];
  return (mark === "'" || mark === "’") && (line[end - 1] === "s" || line[end - 1] === "S") ? 2 : 0;
}

function push(tokens: Token[], line: string, start: number, end: number, spaced: boolean): void {
  const spelling = getWord(line.slice(start, end));
  const { text, lower, word, capital } = spelling;
  tokens.push({ text, lower, start, end, word, capital, spelling, spaced });
}
