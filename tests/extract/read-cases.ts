export interface Case {
  rule: string;
  format: string;
  minutes: string;
  expected: string[];
}

/** The cases of one file of cases/: see cases.test.ts for its form. */
export function readCases(text: string): Case[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [heading = "", ...lines] = part.split("\n");
      const [, rule = heading, format = "markdown"] =
        /^(.*?)(?: \((markdown|plain|mail)\))?$/.exec(heading) ?? [];
      const cut = lines.lastIndexOf("---");
      return {
        rule,
        format,
        minutes: lines.slice(0, cut).join("\n"),
        expected: lines.slice(cut + 1).filter((line) => line.trim() !== ""),
      };
    });
}
