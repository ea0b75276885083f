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
  /** The judgements that have been made of it, a bit for each. */
  judged: number;
  /** Those of them that came out true. */
  truths: number;
  /** As `judged`, for the judgements that have no bit there. */
  judgedBeyond: number;
  truthsBeyond: number;
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
    judged: 0,
    truths: 0,
    judgedBeyond: 0,
    truthsBeyond: 0,
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
  if (judgements === 2 * BITS) throw new RangeError("A word has no bit left for one more judgement");
  const bit = 1 << (judgements % BITS);
  judgements += 1;
  if (judgements > BITS)
    return ({ spelling }) => {
      if ((spelling.judgedBeyond & bit) === 0) {
        spelling.judgedBeyond |= bit;
        if (judge(spelling)) spelling.truthsBeyond |= bit;
      }
      return (spelling.truthsBeyond & bit) !== 0;
    };
  return ({ spelling }) => {
    if ((spelling.judged & bit) === 0) {
      spelling.judged |= bit;
      if (judge(spelling)) spelling.truths |= bit;
    }
    return (spelling.truths & bit) !== 0;
  };
}

/** Whether a word is one of these, case aside. */
export function oneOf(words: string): (token: { spelling: Word } | undefined) => boolean {
  const known = new Set(words.split(" "));
  const isKnown = judgeOnce(({ lower }) => known.has(lower));
  return (token) => token !== undefined && isKnown(token);
}

const BITS = 31;
let judgements = 0;
