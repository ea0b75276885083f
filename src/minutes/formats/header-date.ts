const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Reads the calendar date out of a mail header's or an archive's date, in the zone that it is written in.
 * @param value e.g. `Wed, 18 Dec 2019 13:35:08 -0800`, `Wed, Dec 18, 2019 at 1:18 PM`, `2019-12-18T13:35Z`
 * @returns an ISO 8601 calendar date, or undefined where there is none
 */
export function parseHeaderDate(value: string): string | undefined {
  const text = value.slice(0, 100);
  const iso = /\b(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso) return toIsoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?[ .-]{1,2}([a-z]{3})[a-z]{0,6}[ .,-]{1,2}(\d{4})\b/i.exec(
    text,
  );
  if (dayFirst) return toIsoDate(Number(dayFirst[3]), findMonth(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = /\b([a-z]{3})[a-z]{0,6}\.? (\d{1,2})(?:st|nd|rd|th)?,? (?:[\d:]{4,8} )?(\d{4})\b/i.exec(
    text,
  );
  if (monthFirst) return toIsoDate(Number(monthFirst[3]), findMonth(monthFirst[1]), Number(monthFirst[2]));
  return undefined;
}

/** An ISO 8601 calendar date, or undefined where the calendar has no such day. */
export function toIsoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
  return real ? date.toISOString().slice(0, 10) : undefined;
}

function findMonth(name: string | undefined): number {
  return MONTHS.indexOf((name ?? "").toLowerCase()) + 1;
}
