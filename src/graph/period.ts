/** A stretch of time; both ends count, and an end that is absent is open. */
export interface Period {
  /** ISO 8601 calendar date. */
  since?: string;
  /** ISO 8601 calendar date. */
  until?: string;
}

/** Whether the date lies in the period; what bears no date lies in the unbounded period alone. */
export function isInPeriod(date: string, { since, until }: Period): boolean {
  if (!date) return since === undefined && until === undefined;
  return (since === undefined || date >= since) && (until === undefined || date <= until);
}

/** Whether everything lies in the period. */
export function isUnbounded({ since, until }: Period): boolean {
  return since === undefined && until === undefined;
}

/** A period in words that follow a sentence, with a space before them: " since 2013-01-01"; empty where unbounded. */
export function describePeriod({ since, until }: Period): string {
  if (since !== undefined && since === until) return ` on ${since}`;
  if (since !== undefined && until !== undefined) return ` from ${since} to ${until}`;
  if (since !== undefined) return ` since ${since}`;
  return until === undefined ? "" : ` until ${until}`;
}

/** The time that lies in both periods; one that nothing lies in where they do not meet. */
export function intersectPeriods(one: Period, other: Period): Period {
  const [sinces, untils] = [
    [one.since, other.since].flatMap((date) => date ?? []).sort(),
    [one.until, other.until].flatMap((date) => date ?? []).sort(),
  ];
  const [since, until] = [sinces.at(-1), untils[0]];
  return { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
}

/** Days from one ISO 8601 calendar date to another; 0 where one of them is no date. */
export function countDays(from: string, to: string): number {
  const days = parseDay(to) - parseDay(from);
  return Number.isFinite(days) ? days : 0;
}

const parsedDays = new Map<string, number>();
const MOST_PARSED = 10_000;

/** Minutes have few dates, and answers ask for them many times. */
function parseDay(date: string): number {
  let day = parsedDays.get(date);
  if (day === undefined) {
    if (parsedDays.size >= MOST_PARSED) parsedDays.clear();
    parsedDays.set(date, (day = Date.parse(date) / 86_400_000));
  }
  return day;
}

/** The calendar date before another, ISO 8601. */
export function getDayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}
