import { hangsOnWhich } from "./anaphora.ts";
import { findNounPhrases, type NounPhrase } from "./noun-phrases.ts";
import type { Predicate } from "./predicates.ts";
import { type Reading, isPersonPhrase } from "./reading.ts";
import type { Token } from "./tokens.ts";
import { CONTACT_VERBS, PRESENT_VERBS, SPEECH_VERBS, STATIVE } from "./verbs.ts";
import { findDoing, isOrdinaryWord } from "./vocabulary.ts";

/**
 * "Ann has inherited the decoder", "Bob calibrated the sensors", "she is digitising the ledgers", "the talks were
 * subtitled by Cy": whatever somebody has done or is doing to a thing is work on it.
 *
 * Reads the general habit of minute-takers to tell work by the verb of its own field. The list is of what is no work.
 */
export function isDeed(reading: Reading, predicate: Predicate): boolean {
  const { agents, verb, at, passive } = predicate;
  const isSubject =
    "named" in agents ||
    ("pronoun" in agents &&
      (agents.pronoun === "he" || (agents.pronoun === "i" && reading.speakers.length === 1)));
  if (!isSubject) return false;
  if (passive)
    return (
      (!isNoWork(verb) || WORK_ON_A_THING.has(verb)) &&
      (!("named" in agents) || agents.named.every(({ kind }) => kind === "person"))
    );
  if (isNoWork(verb)) return false;
  const form = findDoing((reading.tokens[at] as Token).lower)?.form;
  if (form !== "past" && !(form === "ing" && predicate.progressive)) return false;
  return (
    isOnIt(reading, predicate) ||
    hangsOnWhich(reading, predicate) ||
    directObject(reading, predicate) !== undefined
  );
}

/**
 * "Ann books the room", "Bob and Cy exchange samples", "Dee asks them": in the present tense, what is done once is
 * still to be done.
 */
export function isErrand(reading: Reading, predicate: Predicate): boolean {
  const { tokens, annotations, context } = reading;
  const { agents, verb, at, from } = predicate;
  if (predicate.passive) return false;
  if ("pronoun" in agents) return isNextErrand(reading, predicate);
  if (!("named" in agents) || agents.named.some(({ kind }) => kind !== "person")) return false;
  const form = findDoing((tokens[at] as Token).lower)?.form;
  const isPresent = form === "s" || (form === "base" && agents.named.length > 1 && !predicate.modality);
  if ((context.mode === "report" && context.owners.length > 0) || !isPresent) return false;
  // "Ann continues on the parser": she has begun it.
  if (verb === "continue") return false;
  if (verb === "take") return directObject(reading, predicate) !== undefined && isTaken(reading, from);
  if (verb === "call" || verb === "ask" || verb === "talk" || verb === "speak") {
    const whom = annotations.get(["to", "with"].includes(tokens[from]?.lower ?? "") ? from + 1 : from);
    // "Bob calls Acme."
    if (whom && endsThere(tokens[whom.to])) return true;
  }
  if (verb === "ask") return ["them", "him", "her"].includes(tokens[from]?.lower ?? "");
  if (verb === "talk" || verb === "speak")
    return (
      ["to", "with"].includes(tokens[from]?.lower ?? "") && tokens.some(({ lower }) => lower === "about")
    );
  if (verb === "get") return tokens[from]?.lower === "in" && tokens[from + 1]?.lower === "touch";
  if (verb === "cover" && tokens[from]?.lower === "for") return true;
  if (verb === "help") return tokens[from]?.lower === "with";
  if (verb === "set" && ["up", "out"].includes(tokens[from]?.lower ?? "")) return true;
  if (ERRANDS.has(verb)) return true;
  if (isNoWork(verb) || isLongDone(verb)) return false;
  if (isOnIt(reading, predicate)) return true;
  return directObject(reading, predicate) !== undefined || (form === "s" && isBare(reading, predicate));
}

/** "Ann relaunches it", "Bob renaming them": the thing was named before. */
const isOnIt = ({ tokens, tags }: Reading, { from }: Predicate): boolean =>
  ["it", "them", "this"].includes(tokens[from]?.lower ?? "") && tags[from + 1] !== "aux";

/** "the tag is wrong, Ann corrects", "Bob revises until Friday", "Cy asks around": nothing is said of what is done to what. */
const isBare = ({ tags }: Reading, { from, to }: Predicate): boolean =>
  from >= to || ["break", "adverb", "preposition", "conjunction"].includes(tags[from] ?? "break");

const endsThere = (token: Token | undefined): boolean =>
  !token || /^[.,;]$/.test(token.text) || token.lower === "and";

/** "Agreed. She drafts it, Bob supplies the map." */
function isNextErrand(
  { tokens, context, speakers }: Reading,
  { agents, verb, at, from }: Predicate,
): boolean {
  if (!("pronoun" in agents) || agents.pronoun !== "he" || speakers.length > 0) return false;
  if (context.mode !== "discussion" || findDoing((tokens[at] as Token).lower)?.form !== "s") return false;
  return ERRANDS.has(verb) && (tokens[at - 1]?.lower ?? "") !== "who" && from < tokens.length;
}

/** "the draft is out, Ann proofreading", "Bob looking": what somebody is at, with no more said of it. */
export function isAtIt({ tokens, tags }: Reading, predicate: Predicate): boolean {
  const { agents, verb, at, from, to, passive, progressive } = predicate;
  if (!("named" in agents) || passive || !progressive) return false;
  // "Ann and Bob working", and not "the port working"
  if (isNoWork(verb) && !(verb === "work" && agents.named.every(({ kind }) => kind === "person")))
    return false;
  const isOpen =
    from >= to || tags[from] === "break" || ["on", "at", "into"].includes(tokens[from]?.lower ?? "");
  return isOpen && tags[at - 1] !== "aux";
}

/** "Ann and Bob who administer it", "Cy steers the fund": what people do for long. */
export function isLasting(reading: Reading, predicate: Predicate): boolean {
  const { tokens, tags } = reading;
  const { agents, verb, from, to, passive, modality } = predicate;
  if (!("named" in agents) || passive || modality !== undefined || !isLongDone(verb) || VAGUE.has(verb))
    return false;
  if (["it", "them", "this", "these", "those"].includes(tokens[from]?.lower ?? "")) return true;
  return from >= to || tags[from] === "break" || directObject(reading, predicate) !== undefined;
}

/** "maintains", "co-maintains" */
const isLongDone = (verb: string): boolean => LASTING.has(verb.replace(/^co-/, ""));

const isNoWork = (verb: string): boolean =>
  STATIVE.has(verb) ||
  SPEECH_VERBS.has(verb) ||
  PRESENT_VERBS.has(verb) ||
  CONTACT_VERBS.has(verb) ||
  NO_WORK.has(verb);

/** "takes the parser", "takes proj", and not "takes place" */
const isTaken = ({ tokens, tags }: Reading, from: number): boolean =>
  tags[from] === "determiner" || tags[from] === "name" || !isOrdinaryWord(tokens[from]?.lower ?? "");

/** The thing that stands right behind the verb; undefined where a preposition or a clause does. */
function directObject(
  { tokens, tags, annotations }: Reading,
  { from, to }: Predicate,
): NounPhrase | undefined {
  // "drew up the plan", and not "went on the trip"
  let start = PARTICLES.has(tokens[from]?.lower ?? "") && tags[from + 1] === "determiner" ? from + 1 : from;
  const isParticle = start > from;
  while (start < to && (tags[start] === "determiner" || tags[start] === "adverb" || tags[start] === "mark"))
    start++;
  if (tags[start] !== "content" && tags[start] !== "name") return undefined;
  const [phrase] = findNounPhrases(tokens, tags, annotations, start, to);
  return phrase &&
    !phrase.generic &&
    !isPersonPhrase(phrase) &&
    phrase.from <= start + 3 &&
    (isParticle || !phrase.preposition)
    ? phrase
    : undefined;
}

const PARTICLES = new Set("up out down together off through".split(" "));

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What somebody does to a thing that is no work on it: perceiving, judging, voting, coming and going, having bad luck. */
const NO_WORK = set(`
  abstain accept acknowledge act adjourn admit allow appreciate approve arrive attend become block blame buy call cancel carry cause
  challenge choose cite come compare complain concede consider criticise criticize cross decide decline defer deny depart discover
  dislike echo elect emphasise encounter end endorse enjoy enter estimate exceed exit experience face fall fail favor favour fear
  find follow forgive get give go greet have hit ignore intend invite join keep lack learn leave let lose make meet mind miss
  move name need nominate note notice observe open pass permit postpone praise predict promise quit quote read realise realize receive
  refer regard reject reiterate represent request resign run save second see set show sign skip spot start stay step stop suffer
  support take tell trust turn use vote watch welcome win withdraw work try plan put bring close arrange happen let's put ask`);

/** What somebody does for long: work, and no errand. */
const LASTING = set(`
  administer build champion coordinate develop do drive generate handle head host lead maintain manage mentor moderate operate organise organize oversee
  own process produce provide research run sponsor steward study supervise teach train work look`);

/** Of these, the ones that say nothing without more. */
const VAGUE = set("do work look train process provide produce generate handle head host");

/** "the session was run by Ann": done to a thing it is work, though she runs late. */
const WORK_ON_A_THING = set("run move read hit");

const ERRANDS = set(
  "book collect file contact escalate circulate recheck re-check rerun re-run nag prepare draft write send schedule mail email poke ping arrange post",
);
