import type { MarkdownConfig } from "@lezer/markdown";

/** Goes over a run of words at once, which all readers of marks would be asked about letter by letter. */
export const PLAIN_WORDS: MarkdownConfig = {
  parseInline: [
    {
      name: "Words",
      before: "Escape",
      parse(context, unit, start) {
        if (!isPlain(unit)) return -1;
        let end = start + 1;
        while (isPlain(context.char(end)) || (context.char(end) === 32 && isPlain(context.char(end + 1))))
          end++;
        return end;
      },
    },
  ],
};

/** No mark of Markdown begins with a letter or a digit. */
const isPlain = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit > 127;
