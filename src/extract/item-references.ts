import type { Mention } from "./mention.ts";

/**
 * The matters of numbered items, for the lines that name them by number.
 *
 * Reads the habit of minute-takers to sum up actions at the end by the item that they came from: "Ann - item 3",
 * "Bob: see point 2", "circulate the draft (6)".
 */
export class NumberedMatters {
  private readonly byNumber = new Map<string, Mention>();

  /** Remembers the matter of a heading that has a number in front; `start` is the heading's place in the text. */
  add(text: string, start: number, matter: Mention): void {
    const number = NUMBER.exec(text.slice(Math.max(0, start - 8), start + 8))?.[1];
    if (number !== undefined && !this.byNumber.has(number)) this.byNumber.set(number, matter);
  }

  /** The matter of which a task says no more than the number. */
  findWhole(task: string): Mention | undefined {
    return this.find(WHOLE.exec(task.slice(0, 60)));
  }

  /** The matter whose number stands in brackets behind a task. */
  findBehind(task: string): Mention | undefined {
    return this.find(BEHIND.exec(task.slice(-24)));
  }

  private find(match: RegExpExecArray | null): Mention | undefined {
    return match?.[1] === undefined ? undefined : this.byNumber.get(match[1]);
  }
}

const NUMBER = /(?:^|[\s#*])(\d{1,2})(?:[.):]|\s[-–—])[\s*]*\p{L}/u;
const WHOLE =
  /^(?:(?:as|see|cf\.?|per|from|under)\s+)?(?:in\s+)?(?:agenda\s+)?(?:items?|points?|sections?|topics?|no\.|nr\.?)\s*#?(\d{1,2})\.?$/i;
const BEHIND = /\((?:(?:see )?(?:item|point|section|topic) )?(\d{1,2})\)\.?$/i;
