/**
 * Writes as Markdown's what people write for a heading that Markdown does not read as one: `== Gates ==` as wikis have
 * it, and a numbered title that is underlined, which would be a list and a rule. The text keeps its length.
 */
export function readForeignHeadings(text: string): string {
  return readNumberedTitles(readWikiHeadings(text));
}

/** `== Gates ==` becomes `## Gates ##`. */
function readWikiHeadings(text: string): string {
  if (!text.includes("== ")) return text;
  return text.replace(/^(={2,6})( [^=\n]{1,200} )\1(?=[ \t]*$)/gm, (_, marks: string, words: string) => {
    const sharps = "#".repeat(marks.length);
    return sharps + words + sharps;
  });
}

/** `3. Gates` over a line of hyphens as long as itself; behind an empty line, since the last of a list may stand over a rule. */
function readNumberedTitles(text: string): string {
  return text.replace(
    /(?<=^|\n[ \t]*\n)(\d{1,3})[.)]( [^\n]{1,120})(?=\n(={4,130}|-{4,130})[ \t]*(?:\n|$))/g,
    (title: string, number: string, words: string, line: string) =>
      Math.abs(line.length - title.trimEnd().length) <= MOST_UNEVEN ? `${number}x${words}` : title,
  );
}

const MOST_UNEVEN = 3;
