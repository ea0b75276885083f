import { findSectionRole } from "../minutes/section-role.ts";
import { DAY_ALONE } from "./line-patterns.ts";

/** Whether a line only repeats the title of the meeting, its day, or that these are its minutes. */
export function isTitleAgain(text: string, title: string): boolean {
  const hasDigit = /\d/.test(text);
  const role = findSectionRole(hasDigit ? text.replace(/\d/g, "") : text);
  return (
    (title.length > 8 && text.includes(title) && text.length < title.length + 24) ||
    /^(?:(?:draft|approved|final) )?minutes (?:of|from|for)\b/i.test(text) ||
    role === "minutes" ||
    /\b(?:meeting|call|weekly) (?:agenda|minutes|notes)$/i.test(text) ||
    (hasDigit && DAY_ALONE.test(text)) ||
    (hasDigit && /\b(?:meeting|minutes|notes|agenda|call|sync)\b/i.test(text) && /\d{4}/.test(text))
  );
}
