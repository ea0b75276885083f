/** "12,000". */
export const writeNumber = (value: number): string => value.toLocaleString("en-GB");

/** A number with its noun: "1 node", "12,000 nodes". */
export const count = (value: number, one: string, more = `${one}s`): string =>
  `${writeNumber(value)} ${value === 1 ? one : more}`;
