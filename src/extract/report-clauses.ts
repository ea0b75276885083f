import type { Predicate } from "./predicates.ts";
import type { Reading } from "./reading.ts";
import type { Tag } from "./tag.ts";
import type { Token } from "./tokens.ts";
import { NEGATION, PLAIN_VERBS, POSSIBLE } from "./verbs.ts";
import { findVerb, isGenericWord } from "./vocabulary.ts";

/** A part of a sentence, in token indices. */
export interface Clause {
  from: number;
  to: number;
}

/**
 * The clauses of a report's sentence that have no verb of their own, cut down to where they can name work.
 * @param spoken whether somebody else acts in the sentence: only what stands in front of them is the reporter's
 */
export function findReportClauses(
  reading: Reading,
  predicates: readonly Predicate[],
  spoken: boolean,
): Clause[] {
  const { tokens } = reading;
  const all = spoken ? clausesBefore(reading, predicates) : clauses(reading);
  return all
    .slice(0, detailsAt(reading, all))
    .map((clause) => ({ from: clause.from, to: subjectEnd(reading, clause) }))
    .filter(({ from, to }) => {
      if (predicates.some((predicate) => predicate.at >= from && predicate.at < to && !isBare(predicate)))
        return false;
      // "busy with the harvest": it keeps somebody from the work that the meeting is about.
      if (tokens[from]?.lower === "busy" || isBareVerb(reading, from, to)) return false;
      if (
        isDescription(reading, from) ||
        isConsequence(reading, from, to) ||
        isAdjunct(reading, from) ||
        isCount(reading, from) ||
        isDenied(reading, from, to) ||
        isQuality(reading, from, to)
      )
        return false;
      return !isNothing(reading, from) && !isOthers(reading, to);
    });
}

/** "lift sent for repair, Ann had remarks": the first clause, where another one's begins behind a comma. */
function clausesBefore(reading: Reading, predicates: readonly Predicate[]): Clause[] {
  const { tokens, tags } = reading;
  const others = predicates.flatMap(({ agents }) =>
    "named" in agents ? agents.named.map(({ from }) => from) : [],
  );
  const [first] = clauses(reading);
  const behind = first ? tokens[first.to]?.text : undefined;
  if (!first || (behind !== "," && behind !== ";") || others.some((at) => at < first.to)) return [];
  return ["content", "name", "determiner"].includes(tags[first.from] ?? "") && first.to - first.from > 1
    ? [first]
    : [];
}

/**
 * "parser: the cache is on disk, 4% smaller, neutral speed": behind a matter's colon, the first clause may be one, too.
 * The others are only where all of them are names: "parser: lexer, error messages".
 * @returns how many clauses can be matters
 */
function detailsAt({ tokens, tags }: Reading, all: readonly Clause[]): number {
  const [label, first] = all;
  if (!label || !first || tokens[label.to]?.text !== ":") return all.length;
  const isName = ({ from, to }: Clause): boolean =>
    to > from &&
    tags.slice(from, to).every((tag) => NAMING.has(tag)) &&
    !/^\d/.test(tokens[from]?.text ?? "");
  return all.slice(1).every(isName) ? all.length : 2;
}

const NAMING: ReadonlySet<Tag> = new Set(["name", "content", "determiner", "mark"]);

/** "…, possibly revisit next week": a verb that nothing is said to be done to. */
function isBareVerb({ tokens, tags }: Reading, from: number, to: number): boolean {
  let at = from;
  while (at < to && (tags[at] === "adverb" || tags[at] === "conjunction")) at++;
  const token = tokens[at];
  if (!token || token.capital || isGenericWord(token.lower)) return false;
  const behind = tags[at + 1];
  const form = findVerb(token.lower)?.form;
  if (form === "ing" && from > 0 && at + 1 >= to) return true;
  return (
    form === "base" &&
    (at > from || from > 0) &&
    (at + 1 >= to || behind === "preposition" || behind === "adverb" || behind === "break")
  );
}

/** "Uses a cache", "supports two yards": what a thing does or has, and nobody's work. */
function isDescription({ tokens, tags }: Reading, from: number): boolean {
  let at = from;
  while (tags[at] === "adverb") at++;
  const verb = findVerb(tokens[at]?.lower ?? "");
  return verb?.form === "s" && DESCRIBING.has(verb.base);
}

const DESCRIBING = new Set(
  "use support work need require include contain allow provide depend run fail break handle lack cost".split(
    " ",
  ),
);

/** "…, or from the old to the new": more of what went before, and no item of its own. */
const isAdjunct = ({ tokens, tags }: Reading, from: number): boolean =>
  from > 0 &&
  (tags[from] === "preposition" ||
    ["or", "if", "once", "unless", "when"].includes(tokens[from]?.lower ?? ""));

/** "249(249) bugs open", "12 patches", "20% gain", "3x faster": how many or how much, and nobody's work. */
const isCount = ({ tokens }: Reading, from: number): boolean =>
  /^[+~-]?\d+(?:[.,]\d+)?(?:$|\(|%|x$)/.test(tokens[from]?.text ?? "") &&
  !/^\d/.test(tokens[from + 1]?.text ?? "");

/** "no lift for the masts", "the crane does not turn": what is not there or not so. */
function isDenied({ tokens }: Reading, from: number, to: number): boolean {
  for (let i = from; i < to && tokens[i]?.text !== "("; i++) {
    const { lower } = tokens[i] as Token;
    if (NEGATION.has(lower) || DENYING.has(lower) || lower.endsWith("n't")) return true;
  }
  return false;
}

const DENYING = new Set("no nobody nothing none neither nor".split(" "));

/** "…, experimental", "…, even if ugly": how the thing before is, in a word of its own. */
function isQuality({ tokens }: Reading, from: number, to: number): boolean {
  const last = tokens[to - 1];
  if (from === 0 || !last || last.capital) return false;
  const isAlone =
    to - from === 1 || /^(?:even|if|still|quite|very|rather|mostly|most)$/.test(tokens[to - 2]?.lower ?? "");
  return isAlone && QUALITY.test(last.lower);
}

const QUALITY =
  /^(?:ongoing|open|pending|parked|stuck|ugly|fine|ready|slow|broken|flaky|standalone|easy|hard|urgent|\p{Ll}{3,}(?:al|ful|ous|ive|able|ible|ish|less))$/u;

/** "still nothing from the yard", "no news of the winch": there is nothing to tell. */
function isNothing({ tokens, tags }: Reading, from: number): boolean {
  let at = from;
  while (tags[at] === "adverb" && tokens[at]?.lower !== "no") at++;
  const [first = "", second = ""] = [tokens[at]?.lower, tokens[at + 1]?.lower];
  return (
    first === "nothing" || (first === "no" && ["news", "word", "answer", "reply", "change"].includes(second))
  );
}

/** "the board wants minutes", "the winch can lift two": what somebody else wants or something is able to do. */
function isOthers({ tokens, tags }: Reading, to: number): boolean {
  const lower = tokens[to]?.lower ?? "";
  if (tags[to] === "aux")
    return POSSIBLE.has(lower) && !tokens.slice(to + 1, to + 4).some(({ lower: next }) => next === "be");
  return tags[to] === "verb" && WANTING.has(findVerb(lower)?.base ?? "");
}

const WANTING = new Set("want ask say like prefer request complain think insist claim hope".split(" "));

/** Of a clause with a verb of its own ("the port is done"), the subject is the work. */
function subjectEnd({ tags, tokens }: Reading, { from, to }: Clause): number {
  for (let i = from + 1; i < to; i++) {
    const isFinite =
      tags[i] === "aux" || (tags[i] === "verb" && findVerb(tokens[i]?.lower ?? "")?.form === "s");
    if (isFinite && (tags[i - 1] === "content" || tags[i - 1] === "name")) return i;
    // "most are spare", "half of these were bent"
    if (tags[i] === "aux" && (tags[i - 1] === "determiner" || tags[i - 1] === "pronoun")) return i;
  }
  return to;
}

const isBare = (predicate: Predicate): boolean =>
  "implied" in predicate.agents && predicate.verb === "be" && predicate.modality === undefined;

/** "…, improves performance", "…, falls back to the old one": what follows from the work is not the work. */
function isConsequence({ tokens, tags }: Reading, from: number, to: number): boolean {
  if (from === 0) return false;
  let at = from;
  while (at + 1 < to && tags[at] === "adverb") at++;
  const verb = to - at > 1 || at > from ? findVerb((tokens[at] as Token).lower) : undefined;
  const isHung = ["preposition", "adverb", "to"].includes(tags[at + 1] ?? "");
  return verb?.form === "s" && (tags[at] === "verb" || PLAIN_VERBS.has(verb.base) || isHung);
}

function clauses({ tokens, tags }: Reading): Clause[] {
  const spans: Clause[] = [];
  let from = 0;
  let depth = 0;
  for (let i = 0; i <= tokens.length; i++) {
    const text = tokens[i]?.text;
    if (text === "(" || text === "[") depth++;
    if (text === ")" || text === "]") depth = Math.max(0, depth - 1);
    const ends =
      i === tokens.length ||
      (depth === 0 &&
        (text === "," ||
          text === ";" ||
          text === ":" ||
          text === "–" ||
          text === "—" ||
          text === "-" ||
          (tokens[i]?.lower === "and" && tags[i + 1] === "verb")));
    if (!ends) continue;
    if (i > from) spans.push({ from, to: i });
    from = i + 1;
  }
  return spans;
}
