import type { Annotations, Lexicon } from "./annotate.ts";
import { isGivenName } from "../model/given-names.ts";
import { BODY_ENDINGS } from "./learn-names.ts";
import { findNounPhrases, type NounPhrase } from "./noun-phrases.ts";
import type { Sentence } from "./agent-list.ts";
import type { Token } from "./tokens.ts";
import { EMPTY_ADJECTIVES, findVerb, isOrdinaryWord, tellsTime } from "./vocabulary.ts";
import { judgeOnce } from "./words.ts";

/**
 * The matters that a sentence names: its phrases of more than a word that a reader would put into an index, in order.
 * Linear in the sentence's length.
 *
 * Reads the general habit of minute-takers to name what they speak of early in the sentence ("parser crash on empty
 * input, seen twice"). Who did it, when and where it was, and what is only a figure of speech are no matters.
 */
export function findMatters({ tokens, tags, annotations }: Sentence, lexicon: Lexicon): NounPhrase[] {
  if (isTally(tokens)) return [];
  return findNounPhrases(tokens, tags, annotations, 0, tokens.length)
    .map((phrase) => cutAtVerb(phrase, tokens))
    .filter((phrase) => isMatter(phrase, tokens, annotations, lexicon));
}

/** "SF 2 | F 3 | N 4": votes counted, and nothing said. */
const isTally = (tokens: readonly Token[]): boolean =>
  tokens.length > 5 && tokens.filter(isNumber).length * 3 >= tokens.length;

const isNumber = judgeOnce(({ text }) => /^\d+$/.test(text));

function isMatter(
  { from, to, generic, names, preposition }: NounPhrase,
  tokens: readonly Token[],
  annotations: Annotations,
  lexicon: Lexicon,
): boolean {
  if (generic || NO_MATTER_BEHIND.has(preposition ?? "")) return false;
  const words = tokens.slice(from, to).filter(({ word }) => word);
  const last = words.at(-1);
  if (words.length < 2 || !last) return false;
  if (names.some(({ kind }) => kind === "person")) return false;
  if (words.some(isNoMatter)) return false;
  // "two months overdue"
  if (DURATIONS.test(words[0]?.lower ?? "")) return false;
  if (BODY_ENDINGS.has(last.lower) || isState(last.lower) || annotations.get(to)?.kind === "person")
    return false;
  if (isNumber(last) && /^\p{Lu}{1,2}$/u.test(words[0]?.text ?? "")) return false;
  return !opensWithVerb(tokens, from, to) && !isProperName(words, lexicon);
}

/** Behind these stands when, where or in whose way, and not what. */
const NO_MATTER_BEHIND = new Set("at since until till til by as during like unlike than per near".split(" "));
const UNITS =
  /^(?:\d+(?:[.,]\d+)?(?:k|m|s|h|ms|min|mins|minutes|hours|days|weeks|months|years)|\d+(?::\d+)+|\d+h\d+|min|mins|secs?|hrs?)$/;
const DURATIONS = /^(?:minutes|hours|days|weeks|months|years)$/;
/** Words of figures of speech, and of the meeting itself. */
const FIGURES = new Set(
  "camp spot tandem hand wall mess mouth bottom luck sense kind sort bunch vote votes attendance quorum presents wonders asks breaks asserts exists minutes room venue appendix slide slides".split(
    " ",
  ),
);

const isNoMatter = judgeOnce((word) => tellsTime(word) || UNITS.test(word.lower) || FIGURES.has(word.lower));

/** "theoretically possible", "not persuasive": how something is. */
const isState = (lower: string): boolean =>
  EMPTY_ADJECTIVES.has(lower) ||
  /(?:ible|able|ous|ful|less|aged)$/.test(lower) ||
  STATES.has(lower) ||
  (findVerb(lower)?.form === "past" && isOrdinaryWord(lower));
const STATES = new Set(
  "silent alone positive negative persuasive experimental optional mandatory chaotic done offline online".split(
    " ",
  ),
);

/** "uses the parser", "ticks the box" without a subject; "starts Friday". */
function opensWithVerb(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from] as Token;
  const opens = from === 0 || !(tokens[from - 1] as Token).word;
  const verb = findVerb(first.lower);
  if (!verb || verb.form === "base") return false;
  return opens && verb.form !== "ing" && to - from <= 3 && !first.capital;
}

/** "San Francisco", "Ann Lee": names of places and people that nobody listed. */
function isProperName(words: readonly Token[], { data }: Lexicon): boolean {
  if (!words.every(({ text }) => /^\p{Lu}[\p{L}.'’-]*$/u.test(text))) return false;
  const [first] = words;
  if (isGivenName(first?.lower ?? "", data) && !isOrdinaryWord(first?.lower ?? "")) return true;
  return (
    words.every(({ text, lower }) => !isOrdinaryWord(lower) && !/^\p{Lu}{2,}/u.test(text)) ||
    PLACES.has(first?.lower ?? "")
  );
}
const PLACES = new Set("san new los st saint menlo palo north south east west".split(" "));

/** "the names stay for two releases": the phrase ends where its verb begins. */
export function cutAtVerb(whole: NounPhrase, tokens: readonly Token[]): NounPhrase {
  const isNeed = ["need", "needs"].includes((tokens[whole.from] as Token).lower);
  const phrase = isNeed ? { ...whole, from: whole.from + 1 } : whole;
  for (let i = phrase.from + 1; i < phrase.to; i++)
    if (FINITE.has((tokens[i] as Token).lower) && !(tokens[i] as Token).capital) return { ...phrase, to: i };
  return phrase;
}

/** Finite verbs that are hardly a noun behind a noun. */
const FINITE = new Set(
  "stay stays grows grow moves emits emit exists exist happens seem seems works crop put puts use uses extend extends cooperate got get gets costs breaks fails hangs loops closes ends starts stops goes comes knows says thinks wants needs need looks appears asserts ships has have ran runs ask asks presents wonders appointed missing according alone needed wanted".split(
    " ",
  ),
);
