import type { Annotation, Annotations } from "./annotate.ts";
import type { Tag } from "./tag.ts";
import type { Token } from "./tokens.ts";
import {
  EMPTY_ADJECTIVES,
  findVerb,
  GENERIC_NOUNS,
  isGenericWord,
  isTemporal,
  tellsTime,
} from "./vocabulary.ts";
import { judgeOnce, oneOf } from "./words.ts";

/** A noun phrase of a sentence, in token indices, half open; cut down to what names the matter. */
export interface NounPhrase {
  from: number;
  to: number;
  /** Nothing in it names a matter by itself: "the patches", "more feedback". */
  generic: boolean;
  /** It is exactly this known name. */
  name: Annotation | undefined;
  /** Known names inside it. */
  names: readonly Annotation[];
  /** The preposition that it hangs on, if any. */
  preposition: string | undefined;
}

const LONGEST_PHRASE = 7;

/** The noun phrases between two tokens, in order. "X of Y" is one phrase; other prepositions begin a new one. */
export function findNounPhrases(
  tokens: readonly Token[],
  tags: readonly Tag[],
  annotations: Annotations,
  from: number,
  to: number,
): NounPhrase[] {
  const phrases: NounPhrase[] = [];
  let depth = 0;
  let i = from;
  while (i < to) {
    const token = tokens[i] as Token;
    if (token.text === "(" || token.text === "[") depth++;
    if (token.text === ")" || token.text === "]") depth = Math.max(0, depth - 1);
    if (depth > 0 || !isNominal(tags[i])) {
      i++;
      continue;
    }
    const end = phraseEnd(tokens, tags, annotations, i, to);
    const phrase = trimPhrase(tokens, annotations, i, end, to);
    if (phrase) {
      phrase.preposition = findPreposition(tokens, tags, i);
      phrases.push(phrase);
    }
    i = end;
  }
  return phrases;
}

const isNominal = (tag: Tag | undefined): boolean => tag === "content" || tag === "name";

function phraseEnd(
  tokens: readonly Token[],
  tags: readonly Tag[],
  annotations: Annotations,
  from: number,
  to: number,
): number {
  let i = from;
  while (i < to) {
    if (i > from && isReference(tokens[i] as Token)) return i;
    if (isNominal(tags[i])) {
      const annotation = annotations.get(i);
      if (annotation?.kind === "person") return i > from ? i : annotation.to;
      i = annotation ? annotation.to : i + 1;
    } else if (tags[i] === "mark" && i > from && joinsWords(tokens, tags, i, to)) i++;
    else if (tokens[i]?.lower === "of" && i > from) {
      let next = i + 1;
      while (next < to && tags[next] === "determiner") next++;
      if (next >= to || !isNominal(tags[next]) || annotations.get(next)?.kind === "person") return i;
      i = next;
    } else return i;
  }
  return i;
}

const isReference = judgeOnce(({ text }) => /#\d+$|\/(?:pull|issues|merge_requests)\//.test(text));

/** Quotation marks, backquotes, possessives and tight slashes stand inside a phrase. */
function joinsWords(tokens: readonly Token[], tags: readonly Tag[], i: number, to: number): boolean {
  const token = tokens[i] as Token;
  if (/^["“”‘’'`*_&/+]$/.test(token.text))
    return i + 1 < to && (isNominal(tags[i + 1]) || tags[i + 1] === "mark");
  return false;
}

function trimPhrase(
  tokens: readonly Token[],
  annotations: Annotations,
  from: number,
  end: number,
  limit: number,
): NounPhrase | undefined {
  const names = namesIn(annotations, from, end);
  let start = from;
  let stop = end;
  const isWhole = namesRelease(tokens, from, end) || namesIssue(tokens, from, end);
  const named = (i: number): boolean => names.some((name) => i >= name.from && i < name.to);
  const empty = (i: number): boolean => isEmptyWord(tokens[i] as Token) && !named(i);
  while (
    start < (isWhole ? from : stop) &&
    (empty(start) || isOf(tokens, start) || isVersionOf(tokens, start) || isNeed(tokens, start, stop))
  )
    start++;
  while (stop > start && (isOf(tokens, stop - 1) || (!named(stop - 1) && isGenericTail(tokens, start, stop))))
    stop--;
  if (start >= stop)
    return {
      from,
      to: Math.min(end, limit),
      generic: true,
      names: [],
      name: undefined,
      preposition: undefined,
    };
  if (stop - start > LONGEST_PHRASE) stop = start + LONGEST_PHRASE;
  stop = cutUnpaired(tokens, start, stop);
  const name = names.find((candidate) => candidate.from === start && candidate.to === stop);
  const generic =
    !name &&
    !isWhole &&
    !namesArtefact(tokens, start, stop) &&
    (isAmount(tokens, start, stop) || isMere(tokens, start, stop) || allGeneric(tokens, names, start, stop));
  return { from: start, to: stop, generic, names, name, preposition: undefined };
}

/** "a written update", "as extended last month": what was done, and not to what. */
const isMere = (tokens: readonly Token[], start: number, stop: number): boolean =>
  stop - start === 1 && isParticiple(tokens[start] as Token);
const isParticiple = judgeOnce(
  ({ lower, text }) => text === lower && /(?:ed|en|made)$/.test(lower) && findVerb(lower)?.form === "past",
);

/** "saves 90 mW", "12 GB less": how much, and not of what. */
const isAmount = (tokens: readonly Token[], start: number, stop: number): boolean =>
  stop - start === 1 && start > 0 && isFigure(tokens[start - 1] as Token) && isUnit(tokens[start] as Token);
const isFigure = judgeOnce(({ text }) => /^[+~-]?\d+(?:[.,]\d+)?k?$/.test(text));
const isUnit = judgeOnce(({ lower }) =>
  /^(?:[kmgtunµ]?(?:w|v|a|hz|b|ib|bit|byte|g|l|m|s|fps|j|wh|eur|usd|gbp)|[kmgt]i?b(?:\/s)?|bytes?|bits?|degrees?|percent|euros?|dollars?|pounds?|tons?|miles?|litres?|met(?:er|re)s?|people|lines?|loc)$/.test(
    lower,
  ),
);

/** A quotation that is not closed inside the phrase is none of it. */
function cutUnpaired(tokens: readonly Token[], start: number, stop: number): number {
  let isOpen = false;
  let last = start;
  for (let i = start; i < stop; i++) {
    if (!isQuote(tokens[i])) continue;
    isOpen = !isOpen;
    last = i;
  }
  return isOpen && last > start ? last : stop;
}

const isQuote = oneOf('" “ ”');

/** "0.14 release", "Release 2.1": a release by its number is a matter of its own. */
function namesRelease(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i++) {
    const [first, second] = [tokens[i] as Token, tokens[i + 1] as Token];
    if ((isRelease(first) && isVersion(second)) || (isVersion(first) && isRelease(second))) return true;
  }
  return false;
}
const isRelease = oneOf("release beta branch");
const isVersion = judgeOnce(({ lower }) => /^v?\d+(?:\.\d+)+(?:-?(?:rc|beta|alpha)\.?\d*)?$/.test(lower));

/** "release notes", "spec document", "data set": two plain nouns that name a thing together. */
function namesArtefact(tokens: readonly Token[], start: number, stop: number): boolean {
  if (stop - start < 2 || ["for", "of", "on"].includes(tokens[stop]?.lower ?? "")) return false;
  const [first, second] = [(tokens[stop - 2] as Token).lower, (tokens[stop - 1] as Token).lower];
  return ARTEFACTS.has(second) && MADE_WITH.has(first);
}
const MADE_WITH = new Set(
  "release spec specification test user users developer contributor maintainer reviewer project product api data file bug feature support review build example examples requirements design security".split(
    " ",
  ),
);
const ARTEFACTS = new Set(
  "notes document documents documentation doc docs set sets data plan plans schedule page pages list process template guide format".split(
    " ",
  ),
);

/** "annual report", "quarterly figures": what a body has to bring out. */
function namesIssue(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from !== 2) return false;
  return YEARLY.has((tokens[from] as Token).lower) && ISSUED.has((tokens[from + 1] as Token).lower);
}
const YEARLY = new Set("annual yearly quarterly financial".split(" "));
const ISSUED = new Set("report reports review plan budget accounts figures audit return returns".split(" "));

const isOf = (tokens: readonly Token[], i: number): boolean => isArticle(tokens[i]);
/** An article, or "of". */
const isArticle = oneOf("of the a an");
/** "v2 of the parser", "a new version of the parser" is the parser. */
const isVersionOf = (tokens: readonly Token[], i: number): boolean =>
  tokens[i + 1]?.lower === "of" &&
  (PORTIONS.has((tokens[i] as Token).lower) || /^v\d+(?:\.\d+)*$/.test((tokens[i] as Token).lower));
const PORTIONS = new Set(
  "version versions revision draft part parts rest set series status state copy bunch lot lots couple kind".split(
    " ",
  ),
);
/** "Need more tests": what is needed. */
const isNeed = (tokens: readonly Token[], i: number, stop: number): boolean =>
  (tokens[i] as Token).text === "Need" && i === 0 && stop > 1;
const isEmptyWord = judgeOnce(
  (word) =>
    !word.word ||
    EMPTY_ADJECTIVES.has(word.lower) ||
    tellsTime(word) ||
    /^[+~-]?#?\d+(?:[.,:/]\d+)*(?:%|x)?$/.test(word.text),
);

/** A generic noun at the end goes while something of substance is left before it: "scalability patches". */
function isGenericTail(tokens: readonly Token[], start: number, stop: number): boolean {
  const last = tokens[stop - 1] as Token;
  if (!last.word) return true;
  if (!isTail(last)) return false;
  if (stop - start === 1) return true;
  for (let i = start; i < stop - 1; i++) {
    const token = tokens[i] as Token;
    if (token.word && !isGeneric(token)) return true;
  }
  return false;
}

const isTail = judgeOnce(({ text, lower }) => TAILS.has(lower) || /^#\d+$/.test(text));
const isGeneric = judgeOnce(({ lower }) => isGenericWord(lower));

const TAILS = new Set(
  "missing ready half patch patches patchset patchsets series work stuff thing things support code implementation implementations improvement improvements pr prs issue issues bug bugs update updates item items effort efforts effort fix fixes feature features side question questions rfc discussion discussions topic topics status project task tasks activity activities matter problem problems etc thread proposal change changes".split(
    " ",
  ),
);

function allGeneric(
  tokens: readonly Token[],
  names: readonly Annotation[],
  start: number,
  stop: number,
): boolean {
  for (let i = start; i < stop; i++) {
    const token = tokens[i] as Token;
    if (!token.word) continue;
    const name = names.find(({ from, to }) => i >= from && i < to);
    if (name) {
      if (name.kind !== "person" && name.kind !== "organisation") return false;
      continue;
    }
    if (!isNoMatter(token) && !isParticipleBehindPlural(tokens, start, i) && !isCurrency(tokens, i))
      return false;
  }
  return true;
}

const isNoMatter = judgeOnce((word) => {
  const token = { spelling: word };
  return isGeneric(token) || isTemporal(token) || isArticle(token) || /^[\d#.,:/-]+$/.test(word.text);
});

/** "EUR 7,300", "184,220 USD": an amount. */
const isCurrency = (tokens: readonly Token[], i: number): boolean =>
  namesCurrency(tokens[i] as Token) &&
  [tokens[i - 1], tokens[i + 1]].some((token) => /^\d[\d.,’']*[km]?$/i.test(token?.text ?? ""));
const namesCurrency = judgeOnce(({ text }) =>
  /^(?:EUR|USD|GBP|JPY|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|INR|CNY|BRL|ZAR|euros?|dollars?|pounds?|[€$£¥])$/i.test(
    text,
  ),
);

/** "comments addressing (on) …": the verb of a clause, and no part of a name. */
function isParticipleBehindPlural(tokens: readonly Token[], start: number, i: number): boolean {
  return (
    i > start &&
    isGenericPlural(tokens[i - 1] as Token) &&
    findVerb((tokens[i] as Token).lower)?.form === "ing"
  );
}

const isGenericPlural = judgeOnce(({ lower }) => lower.endsWith("s") && GENERIC_NOUNS.has(lower));

function namesIn(annotations: Annotations, from: number, to: number): Annotation[] {
  const names: Annotation[] = [];
  for (let i = from; i < to; i++) {
    const annotation = annotations.get(i);
    if (annotation) names.push(annotation);
  }
  return names;
}

function findPreposition(tokens: readonly Token[], tags: readonly Tag[], from: number): string | undefined {
  let i = from - 1;
  while (i >= 0 && (tags[i] === "determiner" || tags[i] === "mark" || tags[i] === "adverb")) i--;
  return i >= 0 && tags[i] === "preposition" ? (tokens[i] as Token).lower : undefined;
}
