import type { Span } from "../model/graph-attributes.ts";
import { isSpace } from "../model/is-space.ts";

const ABBREVIATIONS = new Set(
  "e.g i.e eg ie etc vs cf approx resp incl dr mr mrs ms prof st jr sr no fig sec inc ltd co corp dept univ inst acad assoc govt intl natl est al ca jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun".split(
    " ",
  ),
);

/**
 * Splits a line into sentences.
 * @returns spans in the line's visible text, in order, without the white space around them; linear in its length
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if ((c === "." || c === "!" || c === "?" || c === "…") && endsSentence(text, start, i)) {
      let end = i + 1;
      while (end < text.length && /[.!?…"'”’)\]]/.test(text[end] as string)) end++;
      push(spans, text, start, end);
      start = end;
      i = end - 1;
    }
  }
  push(spans, text, start, text.length);
  return spans;
}

function push(spans: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > start) spans.push({ start, end });
}

function endsSentence(text: string, start: number, at: number): boolean {
  let next = at + 1;
  while (next < text.length && /[.!?…"'”’)\]]/.test(text[next] as string)) next++;
  if (next >= text.length) return true;
  if (!/\s/.test(text[next] as string)) return false;
  if (text[at] !== ".") return true;
  let word = at;
  while (word > start && !/[\s(]/.test(text[word - 1] as string)) word--;
  const before = text.slice(word, at).toLowerCase();
  if (ABBREVIATIONS.has(before)) return false;
  // An initial in a name, a list number, or a lower-case continuation is no end.
  if (/^(?:\p{L}|\d{1,2})$/u.test(before) && word === start) return false;
  // "Ann L. (Acme) asks", "Ann L. & Bob"
  if (
    /^\p{Lu}$/u.test(text.slice(word, at)) &&
    /^\s+(?:\p{Lu}\p{Ll}|[(@&+/–—-])/u.test(text.slice(next, next + 4))
  )
    return false;
  return !/^\s+\p{Ll}/u.test(text.slice(next, next + 4)) || before.length > 3;
}
