import type { MappedText } from "../document.ts";
import { MappedTextBuilder, sliceMappedText, trimBounds } from "./mapped-text.ts";
import { isBlank, readLine, readNextFilledLine } from "./text-line.ts";
import type { TextLine } from "./text-line.ts";

export interface Attribution {
  /** Who wrote what is quoted below; empty where the line does not say. */
  author: MappedText;
  /** Where the attribution ends: behind its last line. */
  end: number;
}

const MAX_LENGTH = 300;
const OPENING = /^(?:On|Am|Le|El|Il|Op|Em|Den|Dnia|W dniu|At)\s/;
const VERB =
  /\s(?:wrote|writes|schrieb|schreef|a écrit|escribió|ha scritto|escreveu|skrev|napisał\(?a?\)?|написала?)(?=[\s:]|$)/u;
const NO_NAME = new Set("am pm at on um the utc gmt est edt pst pdt cet cest bst ist jst".split(" "));

/**
 * Reads the line (or two) that says whose words the quotation below are: `On … Ada Moss wrote:`.
 * @returns undefined where `line` is none, or where nothing quoted follows
 */
export function readAttribution(text: string, line: TextLine, to: number): Attribution | undefined {
  const last = findLastLine(text, line, to);
  if (!last) return undefined;
  const joined = joinLines(text, line, last);
  const verb = VERB.exec(joined.text);
  if (!verb) return undefined;
  const below = readNextFilledLine(text, last.next, to);
  const isDated = OPENING.test(joined.text) && /\d/.test(joined.text);
  if ((below?.quoted ?? 0) <= line.quoted && !isDated) return undefined;
  const [start, end] = findName(joined.text, verb.index, verb.index + verb[0].length);
  return { author: sliceMappedText(joined, start, end), end: last.next };
}

/** Who wrote the quotation that follows a text, where its last line or two say so. */
export function findLastAuthor(text: string): MappedText | undefined {
  const [, end] = trimBounds(text, 0, text.length);
  const lastLine = text.lastIndexOf("\n", end - 1) + 1;
  const lineBefore = lastLine > 0 ? text.lastIndexOf("\n", lastLine - 2) + 1 : lastLine;
  for (const start of [lineBefore, lastLine]) {
    const attribution = readAttribution(text, readLine(text, start, text.length), text.length);
    if (attribution?.author.text && attribution.end >= end) return attribution.author;
  }
  return undefined;
}

function findLastLine(text: string, line: TextLine, to: number): TextLine | undefined {
  if (line.end - line.start > MAX_LENGTH) return undefined;
  if (text[line.end - 1] === ":") return line;
  if (!OPENING.test(text.slice(line.start, line.start + 8))) return undefined;
  const next = readLine(text, line.next, to);
  const goesOn = !isBlank(next) && next.quoted === line.quoted && next.end - next.start <= MAX_LENGTH;
  return goesOn && text[next.end - 1] === ":" ? next : undefined;
}

function joinLines(text: string, first: TextLine, last: TextLine): MappedText {
  const builder = new MappedTextBuilder(text);
  builder.append(first.start, first.end);
  if (last !== first) {
    builder.appendSynthetic(" ");
    builder.append(last.start, last.end);
  }
  return builder.build();
}

function findName(text: string, verbStart: number, verbEnd: number): [start: number, end: number] {
  const behind = trimBounds(text, verbEnd, findStop(text, verbEnd));
  if (behind[1] > behind[0]) return behind;
  const address = text.slice(0, verbStart).search(/\s[<(][^<>()]{0,200}[>)]?$/);
  const end = address < 0 ? verbStart : address;
  let start = end;
  for (;;) {
    const space = text.lastIndexOf(" ", start - 2);
    const word = text.slice(space + 1, start).trim();
    if (!word || /\d|,$|^[<(+-]/.test(word) || NO_NAME.has(word.toLowerCase())) break;
    start = space + 1;
    if (space < 0) break;
  }
  return trimBounds(text, start, end);
}

function findStop(text: string, from: number): number {
  const stop = text.slice(from).search(/[<:([]/);
  return stop < 0 ? text.length : from + stop;
}
