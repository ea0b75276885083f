import type { Annotation } from "./annotate.ts";
import type { Tag } from "./tag.ts";
import type { Token } from "./tokens.ts";
import { EMPTY_ADJECTIVES, findVerb, GENERIC_NOUNS, isTemporal, tellsTime } from "./vocabulary.ts";
import { judgeOnce } from "./words.ts";

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
  annotations: ReadonlyMap<number, Annotation>,
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
  annotations: ReadonlyMap<number, Annotation>,
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
  annotations: ReadonlyMap<number, Annotation>,
  from: number,
  end: number,
  limit: number,
): NounPhrase | undefined {
  const names = namesIn(annotations, from, end);
  let start = from;
  let stop = end;
  const isRelease = namesRelease(tokens, from, end) || namesIssue(tokens, from, end);
  const named = (i: number): boolean => names.some((name) => i >= name.from && i < name.to);
  const isMatter = (i: number): boolean =>
    names.some(
      (name) => i >= name.from && i < name.to && name.kind !== "person" && name.kind !== "organisation",
    );
  const empty = (i: number): boolean =>
    !named(i) && (!(tokens[i] as Token).word || isEmptyWord(tokens[i] as Token));
  while (
    start < (isRelease ? from : stop) &&
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
    !isRelease &&
    !namesArtefact(tokens, start, stop) &&
    (isAmount(tokens, start, stop) || allGeneric(tokens, named, isMatter, { start, stop }));
  return { from: start, to: stop, generic, names, name, preposition: undefined };
}

/** "saves 90 mW", "12 GB less": how much, and not of what. */
const isAmount = (tokens: readonly Token[], start: number, stop: number): boolean =>
  stop - start === 1 &&
  /^[+~-]?\d+(?:[.,]\d+)?k?$/.test(tokens[start - 1]?.text ?? "") &&
  /^(?:[kmgtunµ]?(?:w|v|a|hz|b|ib|bit|byte|g|l|m|s|fps|j|wh|eur|usd|gbp)|[kmgt]i?b(?:\/s)?|bytes?|bits?|degrees?|percent|euros?|dollars?|pounds?|tons?|miles?|litres?|met(?:er|re)s?|people|lines?|loc)$/.test(
    (tokens[start] as Token).lower,
  );

/** A quotation that is not closed inside the phrase is none of it. */
function cutUnpaired(tokens: readonly Token[], start: number, stop: number): number {
  const marks: number[] = [];
  for (let i = start; i < stop; i++) if (QUOTES.has((tokens[i] as Token).text)) marks.push(i);
  const last = marks.at(-1);
  return last !== undefined && marks.length % 2 === 1 && last > start ? last : stop;
}

const QUOTES = new Set(['"', "“", "”"]);

/** "0.14 release", "Release 2.1": a release by its number is a matter of its own. */
function namesRelease(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i++) {
    const [first, second] = [(tokens[i] as Token).lower, (tokens[i + 1] as Token).lower];
    if ((RELEASES.has(first) && VERSION.test(second)) || (VERSION.test(first) && RELEASES.has(second)))
      return true;
  }
  return false;
}
const RELEASES = new Set("release beta branch".split(" "));
const VERSION = /^v?\d+(?:\.\d+)+(?:-?(?:rc|beta|alpha)\.?\d*)?$/;

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
  const [first, second] = [tokens[to - 2], tokens[to - 1]];
  return to - from === 2 && YEARLY.has(first?.lower ?? "") && ISSUED.has(second?.lower ?? "");
}
const YEARLY = new Set("annual yearly quarterly financial".split(" "));
const ISSUED = new Set("report reports review plan budget accounts figures audit return returns".split(" "));

const isOf = (tokens: readonly Token[], i: number): boolean =>
  ["of", "the", "a", "an"].includes((tokens[i] as Token).lower);
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
    EMPTY_ADJECTIVES.has(word.lower) ||
    tellsTime(word) ||
    /^[+~-]?#?\d+(?:[.,:/]\d+)*(?:%|x)?$/.test(word.text),
);

/** A generic noun at the end goes while something of substance is left before it: "scalability patches". */
function isGenericTail(tokens: readonly Token[], start: number, stop: number): boolean {
  const last = tokens[stop - 1] as Token;
  if (!last.word) return true;
  if (!TAILS.has(last.lower) && !/^#\d+$/.test(last.text)) return false;
  return (
    stop - start === 1 ||
    tokens
      .slice(start, stop - 1)
      .some((token) => token.word && !GENERIC_NOUNS.has(token.lower) && !EMPTY_ADJECTIVES.has(token.lower))
  );
}

const TAILS = new Set(
  "missing ready half patch patches patchset patchsets series work stuff thing things support code implementation implementations improvement improvements pr prs issue issues bug bugs update updates item items effort efforts effort fix fixes feature features side question questions rfc discussion discussions topic topics status project task tasks activity activities matter problem problems etc thread proposal change changes".split(
    " ",
  ),
);

function allGeneric(
  tokens: readonly Token[],
  named: (i: number) => boolean,
  isMatter: (i: number) => boolean,
  { start, stop }: { start: number; stop: number },
): boolean {
  for (let i = start; i < stop; i++) {
    const token = tokens[i] as Token;
    if (!token.word) continue;
    if (named(i)) {
      if (isMatter(i)) return false;
      continue;
    }
    if (
      !GENERIC_NOUNS.has(token.lower) &&
      !EMPTY_ADJECTIVES.has(token.lower) &&
      !isParticipleBehindPlural(tokens, start, i) &&
      !isTemporal(token) &&
      !isCurrency(tokens, i) &&
      !["of", "the", "a", "an"].includes(token.lower) &&
      !/^[\d#.,:/-]+$/.test(token.text)
    )
      return false;
  }
  return true;
}

/** "EUR 7,300", "184,220 USD": an amount. */
const isCurrency = (tokens: readonly Token[], i: number): boolean =>
  CURRENCY.test((tokens[i] as Token).text) &&
  [tokens[i - 1], tokens[i + 1]].some((token) => /^\d[\d.,’']*[km]?$/i.test(token?.text ?? ""));
const CURRENCY =
  /^(?:EUR|USD|GBP|JPY|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|INR|CNY|BRL|ZAR|euros?|dollars?|pounds?|[€$£¥])$/i;

/** "comments addressing (on) …": the verb of a clause, and no part of a name. */
function isParticipleBehindPlural(tokens: readonly Token[], start: number, i: number): boolean {
  const before = i > start ? (tokens[i - 1] as Token).lower : "";
  return (
    before.endsWith("s") && GENERIC_NOUNS.has(before) && findVerb((tokens[i] as Token).lower)?.form === "ing"
  );
}

function namesIn(annotations: ReadonlyMap<number, Annotation>, from: number, to: number): Annotation[] {
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
