import type { Period } from "./period.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAY =
  "\\d{4}(?:-\\d{1,2}(?:-\\d{1,2})?)?|[a-z]{3,9} \\d{4}|(?:the )?last (?:meeting|call|time|minutes)";
const SINCE = new RegExp(`(?:^| )(since|after|before|until|till|up to|in|during|on|at) (${DAY})$`, "i");
const RANGE = new RegExp(`(?:^| )(?:from|between) (${DAY}) (?:to|and|until|till) (${DAY})$`, "i");

/** A question without the time that it ends on. */
export interface TimedText {
  text: string;
  period: Period;
}

/**
 * Takes the time off a question's end: "since 2013", "before May 2014", "in 2013-12", "from 2013 to 2014", "since last
 * meeting".
 * @param latest the date that "last meeting" means, ISO 8601
 * @returns the whole text and an unbounded period where it ends on no time
 */
export function readPeriod(text: string, latest: string): TimedText {
  const range = RANGE.exec(text);
  if (range) {
    const [from, to] = [readDays(range[1] ?? "", latest), readDays(range[2] ?? "", latest)];
    if (from && to) return cut(text, range.index, { since: from.first, until: to.last });
  }
  const match = SINCE.exec(text);
  const days = match && readDays(match[2] ?? "", latest);
  return match && days
    ? cut(text, match.index, toPeriod((match[1] ?? "").toLowerCase(), days))
    : { text, period: {} };
}

function cut(text: string, at: number, period: Period): TimedText {
  return { text: text.slice(0, at).trim(), period };
}

interface Days {
  first: string;
  last: string;
}

function toPeriod(word: string, { first, last }: Days): Period {
  if (word === "since") return { since: first };
  if (word === "after") return { since: shift(last, 1) };
  if (word === "before") return { until: shift(first, -1) };
  return word === "until" || word === "till" || word === "up to"
    ? { until: last }
    : { since: first, until: last };
}

/** The first and last day of a year, month or day; nothing where there is no such one. */
function readDays(words: string, latest: string): Days | undefined {
  if (/last /i.test(words)) return latest ? { first: latest, last: latest } : undefined;
  const [year = 0, month, day] = readNumbers(words);
  const first = toDate(year, month ?? 1, day ?? 1);
  if (!first) return undefined;
  if (day !== undefined) return { first, last: first };
  const next = month === undefined || month === 12 ? `${year + 1}-01-01` : toDate(year, month + 1, 1);
  return next ? { first, last: shift(next, -1) } : undefined;
}

/** Year, month and day, as far as told; no month of the name is month 0. */
function readNumbers(words: string): number[] {
  const named = /^([a-z]{3,9}) (\d{4})$/i.exec(words);
  if (!named) return words.split("-").map(Number);
  return [Number(named[2]), MONTHS.indexOf((named[1] ?? "").slice(0, 3).toLowerCase()) + 1];
}

/** Nothing for the 31st of April. */
function toDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 1000 && year < 9999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}

function shift(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
