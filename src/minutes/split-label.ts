import type { InlineMark, MappedText } from "./document.ts";
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
    if (label.text && countWords(label.text.replace(/\s*[([][^()[\]]*[)\]]/g, "")) <= MOST_WORDS)
      return { label, rest: trimMapped(content, colon + 1) };
  }
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
    const c = text[i];
    if (depth === 0) length++;
    if (c === "(" || c === "[") depth++;
    else if (c === ")" || c === "]") depth = Math.max(0, depth - 1);
    else if ((c === "." || c === "?" || c === "!") && /\s/.test(text[i + 1] ?? "") && i > 3) {
      if (!ABBREVIATION.test(text.slice(0, i + 1))) return -1;
    } else if (
      c === ":" &&
      depth === 0 &&
      text[i + 1] !== ":" &&
      text[i - 1] !== ":" &&
      /^(?:\s|$)/.test(text.slice(i + 1, i + 2))
    )
      return i;
  }
  return -1;
}

/** "Resp. AD:", "Prof. Lee:" */
export const ABBREVIATION = /(?:^|\s)(?:Resp|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Asst|Assoc|Exec|Dept|\p{Lu})\.$/u;

const countWords = (text: string): number => text.split(/\s+/).length;
