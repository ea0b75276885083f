import { isGivenName } from "../model/given-names.ts";
import { RELATIONS } from "./agent-list.ts";
import { actsAt, humanActAt, isStateOfPerson } from "./acts.ts";
import type { Lexicon } from "./annotate.ts";
import { isKnown, isNameLike } from "./name-like.ts";
import { behindBracket, type Token } from "./tokens.ts";
import { DETERMINERS, findVerb, isAdverb, isFunctionWord, isOrdinaryWord, isTemporal } from "./vocabulary.ts";

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Whether a token opens its sentence or what stands behind a colon or in brackets. */
export const isStart = (tokens: readonly Token[], i: number): boolean =>
  i === 0 || /[.!?:()]/.test((tokens[i - 1] as Token).text) || !(tokens[i - 1] as Token).word;

export function isGivenNameHere(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const token = tokens[i] as Token;
  const ordinary = isOrdinaryWord(token.lower);
  const [before, next, behind] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]];
  if (isOwnerBracket(tokens, i)) return true;
  if (isPossessor(tokens, i)) return !isTemporal(token);
  if (PLACED.has(tokens[i - 1]?.lower ?? "")) return false;
  if (
    !ordinary &&
    (isAskedAfter(tokens, i) ||
      isIntroduced(tokens, i) ||
      isApposition(tokens, i) ||
      isAtBody(tokens, i, lexicon))
  )
    return true;
  if (ordinary && isSource(tokens, i)) return true;
  if (!ordinary && isOfTeam(tokens, i)) return true;
  if (!ordinary && isStart(tokens, i) && (isStateOfPerson(tokens, i + 1) || isJoined(tokens, i))) return true;
  // "Ann (docs team) fixed it", "(Ann on their team)"
  if (!ordinary && isStart(tokens, i) && next?.text === "(" && actsAt(tokens, behindSelf(tokens, i + 1)))
    return true;
  if (
    !ordinary &&
    before?.text === "(" &&
    next?.lower === "on" &&
    /^(?:their|our|the|his|her)$/.test(behind?.lower ?? "")
  )
    return true;
  if (!isStart(tokens, i) && isAttribute(tokens, i)) return false;
  if (next?.capital && next.spaced && !isFunctionWord(next.lower) && !actsAt(tokens, i + 1)) return false;
  if (isThanked(before) && !ordinary) return true;
  const opensVerb = before !== undefined && isStart(tokens, i - 1) && findVerb(before.lower) !== undefined;
  if (before?.capital && before.word && token.spaced && !opensVerb && !isFunctionWord(before.lower))
    return false;
  if (next?.text === "," && behind && (/^\d/.test(behind.text) || isTemporal(behind))) return false;
  if (ordinary && isStart(tokens, i)) return humanActAt(tokens, i + 1) || /^['’]s$/.test(next?.text ?? "");
  if (actsAt(tokens, i + 1)) return true;
  if (ordinary) return !isTemporal(token) && isPartner(tokens, i);
  return (
    !isStart(tokens, i) ||
    next?.text === "," ||
    next?.lower === "and" ||
    next?.text === "'s" ||
    next?.text === "’s"
  );
}

/** Behind "(docs team)", and behind "(docs team) and I". */
function behindSelf(tokens: readonly Token[], from: number): number {
  const to = behindBracket(tokens, from);
  return tokens[to]?.lower === "and" && tokens[to + 1]?.text === "I" ? to + 2 : to;
}

/** "the patch in Mark's tree": a capital inside a sentence, whatever else the word means. */
const isPossessor = (tokens: readonly Token[], i: number): boolean =>
  !isStart(tokens, i) && /^['’]s$/.test(tokens[i + 1]?.text ?? "") && tokens[i + 2]?.capital === false;

/** "checked with Mark of the docs team", "reviewed by Will.": and not "with Mark detection". */
function isPartner(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  return (
    ["by", "with", "thanks", "from"].includes(tokens[i - 1]?.lower ?? "") &&
    (!next?.word || (isFunctionWord(next.lower) && !next.capital))
  );
}

/** "Who knows it? Ann? She …": a name alone with a question mark. */
const isAskedAfter = (tokens: readonly Token[], i: number): boolean =>
  tokens[i + 1]?.text === "?" && (i === 0 || /^[.!?:]$/.test(tokens[i - 1]?.text ?? ""));

/** "Ann from Acme", "Ann from the docs team", "Ann of the docs team", at the start of a sentence. */
function isIntroduced(tokens: readonly Token[], i: number): boolean {
  const article = tokens[i + 2]?.lower === "the";
  const isLed = tokens[i + 1]?.lower === "from" || (tokens[i + 1]?.lower === "of" && article);
  if (!isStart(tokens, i) || !isLed) return false;
  return article
    ? /^(?:team|group|wg|sig|board|committee|folks?|people|side|crew|project)$/.test(
        tokens[i + 4]?.lower ?? "",
      )
    : (tokens[i + 2]?.capital ?? false);
}

/** "Ann at Acme can look", "mail Bob @ Acme": with a body that is known. */
function isAtBody(tokens: readonly Token[], i: number, { names, gazetteer }: Lexicon): boolean {
  if (!["at", "@", "from"].includes(tokens[i + 1]?.lower ?? "")) return false;
  return [names, gazetteer].some((index) => index.match(tokens, i + 2)?.value.kind === "organisation");
}

/** "They have an intern on it, Ann.": at the end of a sentence, and not "in Lisbon, Florence". */
function isApposition(tokens: readonly Token[], i: number): boolean {
  const [before, far, next] = [tokens[i - 1], tokens[i - 2], tokens[i + 1]];
  const isEnd = next === undefined || [".", ")", ";"].includes(next.text);
  return isEnd && before?.text === "," && far?.word === true && (!far.capital || isTemporal(far));
}

/** "comments from Mark on the list": a capital behind "from" inside a sentence, whatever else the word means. */
const isSource = (tokens: readonly Token[], i: number): boolean =>
  ["from", "by"].includes(tokens[i - 1]?.lower ?? "") &&
  /^(?:comments?|feedback|reviews?|mail|email|e-mail|word|news|input|help|patch|patches|suggestions?|reply|answer|objections?|talk)$/.test(
    tokens[i - 2]?.lower ?? "",
  ) &&
  !(tokens[i + 1]?.capital ?? false);

/** "in France", "the Morse code": what stands there is a place or a thing, whatever else bears its name. */
const PLACED = set(
  "at in near within into inside via around a an the his their our my your some this that these",
);

const ADDRESSED = set("thanks thank kudos cc ask asked ping pinged tell told let let's give gave");

/** "Morse answer codes", and not "Ann reviewed". */
function isAttribute(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  if (!next?.word || !next.spaced || next.capital || isFunctionWord(next.lower)) return false;
  if (ADDRESSED.has(tokens[i - 1]?.lower ?? "") || !isOrdinaryWord(next.lower)) return false;
  const verb = findVerb(next.lower);
  return (
    !isAdverb(next.lower) && (verb === undefined || verb.form === "base") && tokens[i - 1]?.word === true
  );
}

/** A capitalised word that nothing knows is a person's where it does what only people do. */
export function isUnknownNameHere(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const token = tokens[i] as Token;
  if (
    token.text.length < 3 ||
    isOrdinaryWord(token.lower) ||
    /^\p{Lu}{2,}$/u.test(token.text) ||
    /\p{Ll}\p{Lu}\p{Ll}/u.test(token.text) ||
    /^\p{Lu}{1,2}\p{Ll}\p{Lu}|^\p{Lu}{2}\p{Ll}/u.test(token.text) ||
    /\p{Ll}\p{Lu}{3}|^\p{Lu}{2,}-/u.test(token.text)
  )
    return false;
  if (isBesideBody(tokens, i, lexicon)) return true;
  if (isOwnerBracket(tokens, i) && endsBehindBracket(tokens, i) && !/\p{Lu}{2}/u.test(token.text))
    return !isBehindName(tokens, i - 2, lexicon) && !isBehindUnknown(tokens, i - 2, lexicon);
  const before = tokens[i - 1];
  if (isOfTeam(tokens, i)) return true;
  if (isMaker(tokens, i) || (isStart(tokens, i) && isStateOfPerson(tokens, i + 1))) return true;
  if (isThanked(before) || isExcused(tokens, i) || isRelated(tokens, i) || isTurnedTo(tokens, i)) return true;
  if (
    before?.word &&
    token.spaced &&
    !["and", "or", "but", "that", "while", "because", "if", "when", "as", "so"].includes(before.lower)
  )
    return false;
  return humanActAt(tokens, i + 1);
}

/** "Oda on my team is testing", "Oda in our lab has": who is of somebody's team, at the start of a clause. */
const isOfTeam = (tokens: readonly Token[], i: number): boolean =>
  (isStart(tokens, i) || [",", ";"].includes(tokens[i - 1]?.text ?? "")) &&
  /^(?:on|in|from)$/.test(tokens[i + 1]?.lower ?? "") &&
  /^(?:my|our|her|his|their)$/.test(tokens[i + 2]?.lower ?? "") &&
  /^(?:team|group|lab|side|office|company|department)$/.test(tokens[i + 3]?.lower ?? "");

/** "fix by Oda", "the bot by Oda": who made something. */
const isMaker = (tokens: readonly Token[], i: number): boolean =>
  isBehindDeed(tokens, i) &&
  !(tokens[i + 1]?.capital ?? false) &&
  !/\p{Lu}.*\p{Lu}/u.test((tokens[i] as Token).text);

/** "fix by", "written by", "tracked down by", "looked at by": what a single person does, and a company hardly. */
export function isBehindDeed(tokens: readonly Token[], i: number): boolean {
  if (tokens[i - 1]?.lower !== "by") return false;
  const [before, far] = [tokens[i - 2]?.lower ?? "", tokens[i - 3]?.lower ?? ""];
  return MADE.has(before) || (/^(?:at|down|up|into)$/.test(before) && MADE.has(far));
}

const MADE = set(
  "helped assisted contributed implemented developed compiled prepared designed tests text code slides design benchmarks fix fixes patch patches patchset pr prs mr review reviews proposal prototype draft talk bot script import rewrite work written rewritten reviewed reported proposed drafted fixed submitted rebased debugged bisected traced tracked looked chased root-caused spotted noticed led chaired mentored edited translated proofread checked summarised summarized",
);

/** "Oda + 3 contributors", "Oda+Ann", "Oda/Ann": at either name. */
function isJoined(tokens: readonly Token[], i: number): boolean {
  const [before, token, sign, next] = [tokens[i - 1], tokens[i] as Token, tokens[i + 1], tokens[i + 2]];
  if (sign?.text === "+" && /^\d{1,2}$/.test(next?.text ?? "")) return true;
  const isSecond = !token.spaced && /^[+/]$/.test(before?.text ?? "");
  return isSecond || (/^[+/]$/.test(sign?.text ?? "") && next?.spaced === false && isNameLike(next));
}

/** "Apologies from Oda": who is not there. */
const isExcused = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.lower === "from" && /^(?:apologies|regrets|excuses)$/.test(tokens[i - 2]?.lower ?? "");

/** "her colleague Oda", "an intern, Oda,": who is told by what they are to somebody. */
function isRelated(tokens: readonly Token[], i: number): boolean {
  const noun = tokens[i - 1]?.text === "," ? i - 2 : i - 1;
  return RELATIONS.has(tokens[noun]?.lower ?? "") && !(tokens[i + 1]?.capital ?? false);
}

/** "ask Oda to", "pinged Oda about it", "knows Oda from": what is done to people, and not "ask Oda users". */
function isTurnedTo(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  return (
    TURNED_TO.has(findVerb(tokens[i - 1]?.lower ?? "")?.base ?? "") &&
    (!next?.word || (isFunctionWord(next.lower) && !next.capital && !/^(?:and|or)$/.test(next.lower)))
  );
}

const TURNED_TO = set("ask ping tell remind invite bug know thank congratulate nudge poke");

/** "Oda from Ember", "Oda over at Ember", "Oda (Ember)": who stands in front of a known organisation so. */
function isBesideBody(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const before = tokens[i - 1];
  if (before?.word && (before.capital || DETERMINERS.has(before.lower) || before.lower === "in"))
    return false;
  const at = tokens[i + 1]?.lower === "over" ? i + 2 : i + 1;
  const here = tokens[at];
  if (!here || !["from", "at", "@", "("].includes(here.lower)) return false;
  const body = lexicon.names.match(tokens, at + 1) ?? lexicon.gazetteer.match(tokens, at + 1);
  if (body?.value.kind !== "organisation") return false;
  return here.text !== "(" || tokens[body.to]?.text === ")";
}

/** In "Ann Lee (Ember)" the brackets hold an organisation. */
function isBehindName(tokens: readonly Token[], last: number, lexicon: Lexicon): boolean {
  const [given, surname] = [tokens[last - 1], tokens[last]];
  return (
    given !== undefined &&
    surname !== undefined &&
    given.capital &&
    isGivenName(given.lower, lexicon.data) &&
    surname.capital &&
    !isOrdinaryWord(surname.lower)
  );
}

/** In "Oda (Ember)" nothing tells which of two unknown words is a person. */
function isBehindUnknown(tokens: readonly Token[], last: number, lexicon: Lexicon): boolean {
  const before = tokens[last];
  return (
    before !== undefined &&
    isNameLike(before) &&
    !isOrdinaryWord(before.lower) &&
    !hasInnerCapital(before.text) &&
    !/^\p{Lu}+$/u.test(before.text) &&
    (lexicon.people.findWord(before) !== undefined || !isKnown(tokens, last, lexicon))
  );
}

/** "NaN" and "JaSON" are no given names; "McKay", "O'Neil", "Ann-Lee" and "LeBron" are. */
export const hasInnerCapital = (text: string): boolean =>
  /\p{Lu}/u.test(
    text.slice(1).replace(/(?<=-|^[OoDd]['’]?|['’]|^(?:M[a]?c|De|Di|La|Le|Van|Von))\p{Lu}/gu, ""),
  );

/** "(Ann)", "(Ann?)", and nothing more. */
function isOwnerBracket(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.text;
  const next = tokens[i + 1]?.text === "?" ? tokens[i + 2]?.text : tokens[i + 1]?.text;
  return (before === "(" || before === "[") && (next === ")" || next === "]");
}

/** "Parser (Ann)." and not "its CRM (Lagan) next year", which says what it is called. */
function endsBehindBracket(tokens: readonly Token[], i: number): boolean {
  const behind = tokens[tokens[i + 1]?.text === "?" ? i + 3 : i + 2];
  return !behind?.word;
}

export const isThanked = (before: Token | undefined): boolean =>
  before !== undefined && ["thanks", "thank", "kudos", "cc"].includes(before.lower);
