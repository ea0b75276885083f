import { readAttribution } from "./attribution.ts";
import { findMessageMarker, isFooter } from "./plain-line.ts";
import { isBlank, readLine, type TextLine } from "./text-line.ts";

/** Deeper quotations count as this one. */
export const MAX_QUOTED = 50;
const SIGNATURE_LINES = 25;

/**
 * Where a signature or a list's footer ends that begins on a line: with its quotation, or where another message begins.
 * @param to end of the units to read
 * @returns undefined where none begins there
 */
export function findFooterEnd(text: string, line: TextLine, words: string, to: number): number | undefined {
  const below = words.startsWith("____") ? text.slice(line.next, line.next + 300) : "";
  if (!(words === "--" && isSignature(text, line, to)) && !isFooter(words, below)) return undefined;
  const quoted = Math.min(line.quoted, MAX_QUOTED);
  for (let at = line.next; at < to;) {
    const next = readLine(text, at, to);
    if (!isBlank(next) && (Math.min(next.quoted, MAX_QUOTED) !== quoted || beginsMessage(text, next, to)))
      return at;
    at = next.next;
  }
  return to;
}

/** Two dashes and a space are a signature's by custom; without it, only few lines are. */
function isSignature(text: string, line: TextLine, to: number): boolean {
  const isMarked = text[line.end] === " " || text[line.end] === "\u00a0";
  const limit = isMarked ? 3 * SIGNATURE_LINES : SIGNATURE_LINES;
  let lines = 0;
  for (let at = line.next; at < to; lines++) {
    if (lines > limit) return false;
    const next = readLine(text, at, to);
    if (!isBlank(next) && next.quoted !== line.quoted) return true;
    at = next.next;
  }
  return true;
}

const beginsMessage = (text: string, line: TextLine, to: number): boolean =>
  !!findMessageMarker(text.slice(line.start, line.end)) || !!readAttribution(text, line, to);
