/** Orders two strings by their UTF-16 code units, the same in every language and engine. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
