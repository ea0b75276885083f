/** "12,000": a whole number. What the browser has for this takes a fiftieth of a second when it is first used. */
export const writeNumber = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");

/** A number with its noun: "1 node", "12,000 nodes". */
export const count = (value: number, one: string, more = `${one}s`): string =>
  `${writeNumber(value)} ${value === 1 ? one : more}`;
