import type { Period } from "./period.ts";

/** What a time in words is reckoned from: the minutes, never the day on which somebody asks. */
export interface Calendar {
  /** The date that stands for today, ISO 8601; the empty string where no minutes bear a date. */
  latest: string;
  /** The dates of the meetings, each once, in order of time. */
  meetings: readonly string[];
}

/** A question without its time. */
export interface TimedText {
  text: string;
  period: Period;
}

interface Days {
  first: string;
  last: string;
}

/** One way to write a time. */
interface TimeForm {
  pattern: string;
  /** Whether it is a time without a word like "in" before it, too. */
  isBare?: boolean;
  read: (parts: readonly string[], calendar: Calendar) => Days | undefined;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const DATE = "(\\d{1,2})(?:st|nd|rd|th)?";
const MEETING = "(?:meeting|call|session|minutes|time)";
const UNIT = "(day|week|month|quarter|year)";
/** "Recently" is so many months. */
const RECENT_MONTHS = 3;

const TIME_FORMS: readonly TimeForm[] = [
  {
    pattern: "(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})",
    isBare: true,
    read: ([year, month, day]) => readDay(Number(year), Number(month), Number(day)),
  },
  { pattern: "(\\d{4})[-/](\\d{1,2})", read: ([year, month]) => readMonths(Number(year), Number(month), 1) },
  {
    pattern: "(?:q([1-4])[ /]?(\\d{4})|(\\d{4})[ /]?q([1-4]))",
    isBare: true,
    read: ([quarter, year, sameYear, sameQuarter]) =>
      readMonths(Number(year || sameYear), 3 * Number(quarter || sameQuarter) - 2, 3),
  },
  { pattern: "(?:the year )?(\\d{4})", read: ([year]) => readMonths(Number(year), 1, 12) },
  {
    pattern: `${DATE} (?:of )?${MONTH},? (\\d{4})`,
    isBare: true,
    read: ([day, month = "", year]) => readDay(Number(year), numberMonth(month), Number(day)),
  },
  {
    pattern: `${MONTH} ${DATE},? (\\d{4})`,
    isBare: true,
    read: ([month = "", day, year]) => readDay(Number(year), numberMonth(month), Number(day)),
  },
  {
    pattern: `${MONTH},? (?:of )?(\\d{4})`,
    isBare: true,
    read: ([month = "", year]) => readMonths(Number(year), numberMonth(month), 1),
  },
  { pattern: MONTH, read: ([month = ""], { latest }) => readLatestMonth(numberMonth(month), latest) },
  {
    pattern: `(?:the )?(?:last|latest|most recent|this|current) ${MEETING}`,
    isBare: true,
    read: (_, { latest, meetings }) => readMeeting(meetings.at(-1) ?? latest),
  },
  {
    pattern: `(?:the )?(?:previous ${MEETING}|${MEETING} before(?: the)?(?: last(?: one)?)?)`,
    isBare: true,
    read: (_, { meetings }) => readMeeting(meetings.at(-2)),
  },
  {
    pattern: `(?:the )?first ${MEETING}`,
    isBare: true,
    read: (_, { meetings }) => readMeeting(meetings[0]),
  },
  {
    pattern: `(?:the )?(?:last|past|latest) (\\d{1,3}|two|three|four|five|six) ${MEETING}s`,
    isBare: true,
    read: ([count = ""], { meetings }) => {
      const [first, last] = [meetings.slice(-readCount(count))[0], meetings.at(-1)];
      return first && last ? { first, last } : undefined;
    },
  },
  {
    pattern: `(?:the )?(?:last|past) (\\d{1,3}|two|three|four|five|six|few) ${UNIT}s`,
    isBare: true,
    read: ([count = "", unit = ""], { latest }) => readSpan(readCount(count), unit.toLowerCase(), latest),
  },
  {
    pattern: `(?:the )?(this|current|last|previous|past) (week|month|quarter|year)`,
    isBare: true,
    read: ([which = "", unit = ""], { latest }) =>
      readUnit(/this|current/i.test(which) ? 0 : -1, unit.toLowerCase(), latest),
  },
  {
    pattern: "(?:recently|lately|in recent (?:times|months))",
    isBare: true,
    read: (_, { latest }) => readSpan(RECENT_MONTHS, "month", latest),
  },
];

const stripGroups = (pattern: string): string => pattern.replace(/\((?!\?)/g, "(?:");
const ANY_TIME = TIME_FORMS.map(({ pattern }) => stripGroups(pattern)).join("|");
const BARE_TIME = TIME_FORMS.filter(({ isBare }) => isBare)
  .map(({ pattern }) => stripGroups(pattern))
  .join("|");
const WORD = "since|after|before|until|till|up to|in|during|within|over|on|at|of|from|as of";
const RANGE = `(?:from|between|since) (?<first>${ANY_TIME}) (?:to|and|until|till|through) (?<last>${ANY_TIME})`;
const OPEN = `from (?<from>${ANY_TIME}) on(?:wards)?`;
const SINGLE = `(?:(?<word>${WORD}) (?<time>${ANY_TIME})|(?<bare>${BARE_TIME}))`;
const PLACES = [RANGE, OPEN, SINGLE].flatMap((time) => [
  new RegExp(`(?:^|,? )${time}$`, "iu"),
  new RegExp(`^${time}(?:,| )+(?=\\S)`, "iu"),
]);

/**
 * Takes the time off a question's end or beginning: "since 2013", "before May 2014", "in 2013-12", "last month", "from
 * 2013 to 2014", "since last meeting".
 * @returns the whole text and an unbounded period where there is no time
 */
export function readPeriod(text: string, calendar: Calendar): TimedText {
  for (const place of PLACES) {
    const match = place.exec(text);
    const period = match && toPeriod(match.groups ?? {}, calendar);
    if (match && period)
      return {
        text: (text.slice(0, match.index) + text.slice(match.index + match[0].length)).trim(),
        period,
      };
  }
  return { text, period: {} };
}

function toPeriod(
  { first, last, from, word = "", time, bare }: Readonly<Record<string, string | undefined>>,
  calendar: Calendar,
): Period | undefined {
  if (first !== undefined && last !== undefined) {
    const [start, end] = [readDays(first, calendar), readDays(last, calendar)];
    return start && end && { since: start.first, until: end.last };
  }
  const days = readDays(from ?? time ?? bare ?? "", calendar);
  return days && bound(from === undefined ? word.toLowerCase() : "since", days);
}

function bound(word: string, { first, last }: Days): Period {
  if (word === "since" || word === "as of") return { since: first };
  if (word === "after") return { since: shift(last, 1) };
  if (word === "before") return { until: shift(first, -1) };
  return word === "until" || word === "till" || word === "up to"
    ? { until: last }
    : { since: first, until: last };
}

/** The first and last day of what the words mean; nothing where there is no such time. */
function readDays(words: string, calendar: Calendar): Days | undefined {
  for (const { pattern, read } of TIME_FORMS) {
    const match = new RegExp(`^${pattern}$`, "iu").exec(words);
    if (match) return read(match.slice(1), calendar);
  }
  return undefined;
}

function numberMonth(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

const COUNTS = ["", "one", "two", "three", "four", "five", "six"];

function readCount(word: string): number {
  const spelt = COUNTS.indexOf(word.toLowerCase());
  if (spelt > 0) return spelt;
  return word.toLowerCase() === "few" ? RECENT_MONTHS : Math.max(1, Number(word));
}

function readMeeting(date: string | undefined): Days | undefined {
  return date ? { first: date, last: date } : undefined;
}

function readDay(year: number, month: number, day: number): Days | undefined {
  const date = toDate(year, month, day);
  return date ? { first: date, last: date } : undefined;
}

function readMonths(year: number, month: number, count: number): Days | undefined {
  const first = toDate(year, month, 1);
  if (!first) return undefined;
  return { first, last: formatDate(new Date(Date.UTC(year, month - 1 + count, 0))) };
}

/** "In March": the latest one that has begun. */
function readLatestMonth(month: number, latest: string): Days | undefined {
  if (!latest) return undefined;
  const year = Number(latest.slice(0, 4));
  return readMonths(month > Number(latest.slice(5, 7)) ? year - 1 : year, month, 1);
}

const MONTHS_OF: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** The calendar's week, month, quarter or year of the latest minutes, or the one before. */
function readUnit(offset: number, unit: string, latest: string): Days | undefined {
  if (!latest) return undefined;
  const day = new Date(latest);
  if (unit === "week") {
    const monday = shift(latest, 7 * offset - ((day.getUTCDay() + 6) % 7));
    return { first: monday, last: shift(monday, 6) };
  }
  const length = MONTHS_OF[unit] ?? 1;
  const month = Math.floor(day.getUTCMonth() / length) * length + offset * length;
  const first = new Date(Date.UTC(day.getUTCFullYear(), month, 1));
  return readMonths(first.getUTCFullYear(), first.getUTCMonth() + 1, length);
}

/** So many days, weeks, months or years that end with the latest minutes. */
function readSpan(count: number, unit: string, latest: string): Days | undefined {
  if (!latest) return undefined;
  if (unit === "day" || unit === "week")
    return { first: shift(latest, 1 - count * (unit === "week" ? 7 : 1)), last: latest };
  const [year = 0, month = 0, day = 0] = latest.split("-").map(Number);
  const wanted = month - 1 - count * (MONTHS_OF[unit] ?? 1);
  const lastOfMonth = new Date(Date.UTC(year, wanted + 1, 0)).getUTCDate();
  const start = new Date(Date.UTC(year, wanted, Math.min(day, lastOfMonth)));
  return { first: shift(formatDate(start), 1), last: latest };
}

/** Nothing for the 31st of April. */
function toDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 1000 && year < 9999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? formatDate(date) : undefined;
}

function formatDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function shift(date: string, days: number): string {
  return formatDate(new Date(Date.parse(date) + days * 86_400_000));
}
