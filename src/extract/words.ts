import { foldCase } from "../model/fold-case.ts";
import { remember } from "../model/remember.ts";

/** What a word or a mark of punctuation is by its letters, wherever it stands. */
export interface Word {
  text: string;
  /** Without case and accents. */
  lower: string;
  /** A number from 0 to 65,535 that two words seldom share; case and accents do not count. */
  hash: number;
  /** False for punctuation. */
  word: boolean;
  capital: boolean;
  /** Two bits for each judgement: whether it has been made, and how it came out. */
  verdicts: number[];
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const CAPITAL = /^\P{L}*\p{Lu}/u;

/** The word of these letters: the same object wherever it stands, as long as it is remembered. */
export const getWord: (text: string) => Word = remember((text) => {
  const folded = foldCase(text);
  const word = LETTER_OR_DIGIT.test(text) || text === "->";
  return {
    text,
    lower: folded === text ? text : folded,
    hash: hashOf(folded),
    word,
    capital: word && CAPITAL.test(text),
    verdicts: [...NONE_MADE],
  };
});

function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (hash * 31 + text.charCodeAt(i)) & 0xffff;
  return hash;
}

/**
 * A judgement of words by their letters alone, made once for each word: minutes have the same words again and again.
 * @param judge gives the same for the same letters
 */
export function judgeOnce(judge: (word: Word) => boolean): (token: { spelling: Word }) => boolean {
  const place = Math.floor(judgements / JUDGEMENTS_A_NUMBER);
  if (place === NONE_MADE.length) throw new RangeError("A word has no bits left for one more judgement");
  const made = 1 << (2 * (judgements % JUDGEMENTS_A_NUMBER));
  const isTrue = made << 1;
  judgements += 1;
  return ({ spelling }) => {
    const { verdicts } = spelling;
    let verdict = verdicts[place] as number;
    if ((verdict & made) === 0) {
      const found = judge(spelling) ? made | isTrue : made;
      // Others may have been made meanwhile.
      verdict = (verdicts[place] as number) | found;
      verdicts[place] = verdict;
    }
    return (verdict & isTrue) !== 0;
  };
}

/** Whether a word is one of these, case aside. */
export function oneOf(words: string): (token: { spelling: Word } | undefined) => boolean {
  const known = new Set(words.split(" "));
  const isKnown = judgeOnce(({ lower }) => known.has(lower));
  return (token) => token !== undefined && isKnown(token);
}

/** A small integer of the engine has 31 bits. */
const JUDGEMENTS_A_NUMBER = 15;
const NONE_MADE: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0];
let judgements = 0;
