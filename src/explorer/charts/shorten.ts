/** The beginning of a text that is longer than so many characters. */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, Math.max(1, most - 1))}…` : text;
}

/** The width of a letter of a chart's names, in pixels: a little more than most have. */
export const LETTER = 6.6;

/** The room that the longest of the names takes, in pixels, but no more than there is. */
export function findMargin(names: readonly string[], most: number): number {
  const longest = names.reduce((length, name) => Math.max(length, name.length), 0);
  return Math.ceil(Math.min(most, 16 + longest * LETTER));
}
