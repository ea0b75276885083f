import type { MappedText } from "../document.ts";
import { joinStretches } from "./mapped-text.ts";

/** `[12] https://…` on a line of its own. */
const NOTE = /^\[\d{1,4}\]\s+(?:https?|mailto|ftp):\S+$/;
const NOTES = /^[ \t]*\[(\d{1,4})\][ \t]+(?:https?|mailto|ftp):\S+[ \t]*$/gm;
const FEWEST_NOTES = 2;

/** The links of a page that was printed as text: `[3]Agenda` with its address, `[3] https://…`, below. */
export class TextFootnotes {
  private readonly numbers: ReadonlySet<string>;

  constructor(text: string) {
    const numbers = new Set(Array.from(text.matchAll(NOTES), (match) => match[1] as string));
    this.numbers = numbers.size >= FEWEST_NOTES ? numbers : new Set();
  }

  get areThere(): boolean {
    return this.numbers.size > 0;
  }

  isNote(line: string): boolean {
    return this.areThere && NOTE.test(line);
  }

  /** Takes the numbers off the words that they stand in front of; the words keep their places. */
  strip(content: MappedText): MappedText {
    if (!this.areThere || !content.text.includes("[")) return content;
    const kept: [number, number][] = [];
    let from = 0;
    for (const match of content.text.matchAll(/\[(\d{1,4})\](?=\S)/g)) {
      if (!this.numbers.has(match[1] as string)) continue;
      kept.push([from, match.index]);
      from = match.index + match[0].length;
    }
    return from === 0 ? content : joinStretches(content, [...kept, [from, content.text.length]]);
  }
}
