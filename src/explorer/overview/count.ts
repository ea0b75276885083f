/** A number with its noun: "1 node", "12,000 nodes". */
export const count = (value: number, one: string, more = `${one}s`): string =>
  `${value.toLocaleString("en-GB")} ${value === 1 ? one : more}`;
