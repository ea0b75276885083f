import { isGivenName } from "../model/given-names.ts";
import type { Lexicon } from "./annotate.ts";
import { findSelfBefore } from "./first-person.ts";
import { isNameLike } from "./name-like.ts";
import { MEETING } from "./verbs.ts";
import type { Token } from "./tokens.ts";
import { findVerb, isAdverb, isOrdinaryWord } from "./vocabulary.ts";
import { oneOf } from "./words.ts";

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * "Ann from Ember", "Ann (from Ember)", "Ann, from Ember Works,", "Ann @ Ember", "we at Ember", "at Ember we cannot", "we run this at Ember",
 * "I'm from Ember", "Ann is a student at Ember", "somebody at Ember", "the committers, mostly at Ember", "it runs nightly at Ember", "Ann
 * left Ember in May": an unknown name there is an organisation.
 */
export function learnEmployers(tokens: readonly Token[], lexicon: Lexicon): void {
  for (let i = 0; i + 1 < tokens.length; i++) {
    const [here, next] = [tokens[i] as Token, tokens[i + 1] as Token];
    if (!isLead(here) || !isNameLike(next)) continue;
    const isOwnSide =
      (tokens[i - 1]?.lower === "we" && (here.lower === "at" || here.text === "(")) ||
      isBehindJob(tokens, i) ||
      isOwnEmployer(tokens, i) ||
      isOwnPlace(tokens, i) ||
      isInUseAt(tokens, i) ||
      isQuitted(tokens, i);
    if (!isOwnSide && !isBehindPerson(tokens, i, lexicon)) continue;
    const last = lastNameWord(tokens, i + 1);
    const isGiven = isGivenName(next.lower, lexicon.data) && !/^\p{Lu}{2,}$/u.test(next.text);
    const isUnknown =
      knownEnd(tokens, i + 1, lexicon) <= last &&
      (isOwnSide || last > i + 1 || (!isOrdinaryWord(next.lower) && !isGiven));
    if (!isUnknown || (isGiven && last > i + 1)) continue;
    const name = tokens.slice(i + 1, last + 1).map(({ text }) => text);
    lexicon.names.add(name.join(" "), {
      kind: "organisation",
      name: name.join(" "),
      rule: "name-and-organisation",
    });
  }
}

const isLead = oneOf("from @ at ( of for with left joined leaving joining");

/** Where the longest known name that begins at a token ends: "ADA Logics" is none, though "Ada" is. */
const knownEnd = (tokens: readonly Token[], from: number, { people, names, gazetteer }: Lexicon): number =>
  Math.max(from, ...[people, names, gazetteer].map((index) => index.match(tokens, from)?.to ?? from));

/** "at Ember we cannot", "at Ember they depend on it", "we'd be unhappy at Ember"; and not "at Ember we met". */
function isOwnPlace(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.lower !== "at") return false;
  const last = lastNameWord(tokens, i + 1);
  // "at Ember (my employer) we", "at Ember we've measured it"
  if (tokens[last + 1]?.text === "(" && tokens[last + 2]?.lower === "my") return true;
  if (/^(?:we|they)['’](?:ve|re|d|ll)$/.test(tokens[last + 1]?.lower ?? "")) return true;
  if (/^(?:we|they)$/.test(tokens[last + 1]?.lower ?? "")) return isHabit(tokens[last + 2]);
  if (/^\p{Lu}+$/u.test(tokens[i + 1]?.text ?? "") || isTravel(tokens[i - 1])) return false;
  for (let at = i - 2; at >= Math.max(0, i - 8); at--) {
    const token = tokens[at] as Token;
    if (OWN.test(token.lower)) return true;
    if (!token.word || isTravel(token)) return false;
  }
  return false;
}

const WORKING = /^(?:at|for)$/;
const BEING = /^(?:from|with|at)$/;

/** "I'm from Ember", "I am with Ember", "I work at Ember", "I work for Ember" */
function isOwnEmployer(tokens: readonly Token[], i: number): boolean {
  const verb = findSelfBefore(tokens, i);
  return verb !== undefined && (verb === "work" ? WORKING : BEING).test(tokens[i]?.lower ?? "");
}

const OWN = /^we(?:['’](?:re|ve|d))?$/;

/** "cannot", "use": what is so at any time. */
function isHabit(token: Token | undefined): boolean {
  if (!token?.word) return false;
  if (
    /^(?:cannot|can['’]t|can|don['’]t|have|are|do|aren['’]t|could|couldn['’]t|would|still|also)$/.test(
      token.lower,
    )
  )
    return true;
  return !isTravel(token) && findVerb(token.lower)?.form === "base";
}

/** What people do where they meet. */
const isTravel = (token: Token | undefined): boolean =>
  token !== undefined &&
  (BE.has(token.lower) || MEETING.has(findVerb(token.lower)?.base ?? "") || GATHERINGS.has(token.lower));
const BE = set("am is are was were been");
const GATHERINGS = set(
  "see saw seen meet go going went arrive stay plan planning last next session sessions hackathon meeting summit conference workshop booth dinner venue",
);

/** "runs nightly at", "deployed at", "in production at" */
function isInUseAt(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.lower !== "at" || isOrdinaryWord(tokens[i + 1]?.lower ?? "")) return false;
  const at = isAdverb(tokens[i - 1]?.lower ?? "") || tokens[i - 1]?.lower === "nightly" ? i - 2 : i - 1;
  const lower = tokens[at]?.lower ?? "";
  return /^(?:running|runs|used|deployed|production|prod|measured|employed)$/.test(lower);
}

/** "left Ember in May", "joined Ember last week" */
function isQuitted(tokens: readonly Token[], i: number): boolean {
  if (!/^(?:left|joined|leaving|joining)$/.test(tokens[i]?.lower ?? "")) return false;
  if (isOrdinaryWord(tokens[i + 1]?.lower ?? "") || !tokens[i - 1]?.word) return false;
  const next = tokens[lastNameWord(tokens, i + 1) + 1];
  return next === undefined || /^(?:in|last|this|for|as|and|[.,;])$/.test(next.lower);
}

const JOBS = set(
  "student researcher professor engineer developer intern contractor employee scientist maintainer colleague colleagues contact contacts customers",
);
const PEOPLE = set(
  "students researchers professors engineers developers interns contractors employees scientists maintainers committers contributors members team",
);
const SOMEBODY = set("somebody someone people folks guys anybody anyone colleague colleagues friends");

/** "a student at", "somebody from", "works for", "on behalf of", "our code at". */
function isBehindJob(tokens: readonly Token[], i: number): boolean {
  const [here, before] = [tokens[i] as Token, tokens[i - 1]?.lower ?? ""];
  if (here.lower === "of") return before === "behalf" && tokens[i - 2]?.lower === "on";
  if (here.lower === "from" && JOBS.has(before) && /^(?:an?|the)$/.test(tokens[i - 2]?.lower ?? ""))
    return true;
  if (here.lower === "for")
    return ["works", "working", "worked"].includes(before) && isBehindPronoun(tokens, i - 1);
  if (here.lower !== "at" && here.lower !== "from") return false;
  if (SOMEBODY.has(before)) return true;
  if (here.lower !== "at") return false;
  const isQuantity = ["mostly", "mainly", "all", "both", "largely"].includes(before);
  const at = isQuantity ? (tokens[i - 2]?.text === "," ? i - 3 : i - 2) : i - 1;
  return JOBS.has(tokens[at]?.lower ?? "") || PEOPLE.has(tokens[at]?.lower ?? "");
}

const isBehindPronoun = (tokens: readonly Token[], i: number): boolean =>
  ["who", "she", "he", "they", "i"].includes(tokens[i - 1]?.lower ?? "");

/** "Ann from", "Ann @", "Ann, from"; and "Ann Lee of", since "of" says less. */
function isBehindPerson(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const here = tokens[i] as Token;
  if (here.lower === "for" || here.lower === "with") return false;
  if (
    here.text === "(" &&
    (tokens[i + 2]?.text !== ")" || !/^\p{Lu}\p{Ll}{3,}/u.test(tokens[i + 1]?.text ?? ""))
  )
    return false;
  if (here.lower === "at" && tokens[i - 1]?.lower !== "over") return isKnownAt(tokens, i, lexicon);
  const isApart =
    (/^[,(]$/.test(tokens[i - 1]?.text ?? "") && here.lower === "from") ||
    (tokens[i - 1]?.lower === "over" && here.lower === "at");
  const last = isApart ? i - 2 : i - 1;
  const before = tokens[last];
  if (!before?.capital) return false;
  const full = lexicon.people.match(tokens, Math.max(0, last - 1));
  if (full && full.to === last + 1 && last > 0) return true;
  return here.lower !== "of" && lexicon.people.find(before.text) !== undefined;
}

/** "knows Ann at Ember", "asked Bob at EMB": and not "met Ann at EmberCon". */
function isKnownAt(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  for (let from = at - 1; from >= Math.max(1, at - 2); from--) {
    if (lexicon.people.match(tokens, from)?.to !== at) continue;
    const verb = tokens[from - 1] as Token;
    return TURNED_TO.has(findVerb(verb.lower)?.base ?? "") && isOrganisationLike(tokens[at + 1]);
  }
  return false;
}

const TURNED_TO = set("know ask contact mail email ping tell poke call");
const isOrganisationLike = (token: Token | undefined): boolean =>
  token !== undefined && !/(?:con|conf|summit|fest)$/i.test(token.text) && !isOrdinaryWord(token.lower);

function lastNameWord(tokens: readonly Token[], from: number): number {
  let last = from;
  while (last < from + 2 && tokens[last + 1]?.spaced && isNameLike(tokens[last + 1] as Token)) last++;
  return last;
}
