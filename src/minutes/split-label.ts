import type { InlineMark, MappedText } from "./document.ts";
import { isSpace } from "../model/is-space.ts";
import { trimMapped } from "./mapped-text.ts";

export interface Labelled {
  label: MappedText;
  rest: MappedText;
}

/** Without what stands in brackets. */
const LONGEST_LABEL = 60;
const LONGEST_WITH_BRACKETS = 160;
const MOST_WORDS = 7;

/**
 * Splits "Label: rest" and "**Label** rest" at the label's end.
 * @returns undefined where the line has no label; the colon belongs to neither part
 */
export function splitLabel(content: MappedText, marks: readonly InlineMark[] = []): Labelled | undefined {
  const colon = findColon(content.text);
  if (colon > 0) {
    const label = trimMapped(content, 0, colon);
    if (label.text && countWords(withoutBrackets(label.text)) <= MOST_WORDS)
      return { label, rest: trimMapped(content, colon + 1) };
  }
  // "Chair ........ Ann Lee"
  const dotted = content.text.includes("....")
    ? /^(\p{L}[\p{L} /-]{1,30}?) ?\.{4,60} ?(?=\S)/u.exec(content.text)
    : null;
  if (dotted?.[1])
    return { label: trimMapped(content, 0, dotted[1].length), rest: trimMapped(content, dotted[0].length) };
  if (marks.length === 0) return undefined;
  const strong = marks.find((mark) => mark.kind === "strong" && mark.start <= 1);
  if (!strong || strong.end >= content.text.length || strong.end - strong.start > LONGEST_LABEL)
    return undefined;
  const after = /^\s*[:–—-]\s+/.exec(content.text.slice(strong.end, strong.end + 8));
  if (!after) return undefined;
  return {
    label: trimMapped(content, strong.start, strong.end),
    rest: trimMapped(content, strong.end + after[0].length),
  };
}

/** The first colon that ends a label: before a space or the line's end, outside of brackets, quotes and addresses. */
function findColon(text: string): number {
  const limit = Math.min(text.length, LONGEST_WITH_BRACKETS);
  const first = text.indexOf(":");
  if (first < 0 || first >= limit) return -1;
  let depth = 0;
  let length = 0;
  for (let i = 0; i < limit && length < LONGEST_LABEL; i++) {
    const unit = text.charCodeAt(i);
    if (depth === 0) length++;
    if (isLetterOrSpace(unit)) continue;
    const c = text[i];
    if (c === "(" || c === "[") depth++;
    else if (c === ")" || c === "]") depth = Math.max(0, depth - 1);
    else if ((c === "." || c === "?" || c === "!") && i > 3 && isSpace(text.charCodeAt(i + 1))) {
      if (!ABBREVIATION.test(text.slice(0, i + 1))) return -1;
    } else if (
      c === ":" &&
      depth === 0 &&
      text[i - 1] !== ":" &&
      (i + 1 === text.length || isSpace(text.charCodeAt(i + 1)))
    )
      return i;
  }
  return -1;
}

/** A letter of ASCII or a space: most of what stands in a line. */
const isLetterOrSpace = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 32;

/** "Resp. AD:", "Prof. Lee:" */
export const ABBREVIATION =
  /(?:^|\s)(?:Resp|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Asst|Assoc|Exec|Dept|vs|incl|approx|\p{Lu})\.$/u;

const withoutBrackets = (text: string): string =>
  text.includes("(") || text.includes("[") ? text.replace(/\s*[([][^()[\]]*[)\]]/g, "") : text;

/** One more than there are stretches of white space. */
function countWords(text: string): number {
  let words = 1;
  for (let i = 0; i < text.length; i++)
    if (isSpace(text.charCodeAt(i)) && !isSpace(text.charCodeAt(i - 1))) words++;
  return words;
}
