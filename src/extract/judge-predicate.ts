import type { Relation } from "../model/schema.ts";
import { findNounPhrases } from "./noun-phrases.ts";
import type { Predicate } from "./predicates.ts";
import type { Token } from "./tokens.ts";
import { hangsOnWhich } from "./anaphora.ts";
import { isAtIt, isDeed, isErrand, isLasting } from "./deeds.ts";
import { findVerb, isPast, isTemporal } from "./vocabulary.ts";
import {
  CONTACT_VERBS,
  MADE_THINGS,
  PRESENT_VERBS,
  SPEECH_VERBS,
  STATIVE,
  WEAK_WORK_VERBS,
  WORK_ITEMS,
  WORK_VERBS,
} from "./verbs.ts";
import { type Reading, isPersonPhrase } from "./reading.ts";

const SUBORDINATE = new Set("since because which that after".split(" "));

const SOON =
  /\b(?:tomorrow|tonight|next (?:week|month|meeting|call)|later (?:today|this week)|this afternoon|soon|shortly|on (?:mon|tues|wednes|thurs|fri)day|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b/i;

export function relationOf(reading: Reading, predicate: Predicate): Relation | undefined {
  const { verb, promise } = predicate;
  const { mode } = reading.context;
  if (predicate.offer && !("pronoun" in predicate.agents) && !isOffer(verb)) return undefined;
  if (promise)
    return (NO_ACTION.has(verb) && !commentsOnIt(reading, predicate)) ||
      (STATIVE.has(verb) && verb !== "do" && verb !== "own")
      ? undefined
      : "committed_to";
  if (isSupposed(reading, predicate) || standsIn(reading, predicate)) return undefined;
  // "the port is working", "Ember works": it does what it should.
  if (
    verb === "work" &&
    "named" in predicate.agents &&
    !predicate.passive &&
    isBehindNothing(reading, predicate) &&
    !isAtIt(reading, predicate)
  )
    return undefined;
  if (isMovedInTime(reading, predicate) || sendsGreetings(reading, predicate)) return undefined;
  const behind = wordBehind(reading, predicate);
  if ((verb === "turn" && behind === "out") || (verb === "move" && behind === "on")) return undefined;
  if (PLEDGES.has(verb) && !predicate.passive) return "committed_to";
  if (isWilling(reading, predicate)) return "committed_to";
  if (holdsPen(reading, predicate)) return "works_on";
  if (isErrand(reading, predicate)) return "committed_to";
  if (
    predicate.progressive &&
    !("implied" in predicate.agents) &&
    !isPerfect(reading, predicate) &&
    SOON.test(clauseOf(reading, predicate)) &&
    !STATIVE.has(verb)
  )
    return "committed_to";
  if (TAKES_ON.test(reading.content.text.slice((reading.tokens[predicate.at] as Token).start)))
    return "committed_to";
  const isNamed = "named" in predicate.agents && !predicate.passive;
  // "Next: Ann writing it up", "Ann owns the release PR"
  if (isNamed && mode === "next" && !STATIVE.has(verb) && !NO_ACTION.has(verb)) return "committed_to";
  if (isNamed && isAtIt(reading, predicate)) return "works_on";
  if (isNamed && verb === "own" && WORK_ITEMS.has(objectHead(reading, predicate))) return "committed_to";
  const reporting =
    "implied" in predicate.agents &&
    (mode === "report" || mode === "next" || mode === "blocked" || mode === "actions");
  if (mode === "next" && reporting) return "committed_to";
  if (mode === "actions" && reporting) return "committed_to";
  if (verb === "have" && (WORK_ITEMS.has(objectHead(reading, predicate)) || hasIt(reading, predicate)))
    return "works_on";
  if (isSettingUp(reading, predicate)) return "works_on";
  if (verb === "give" && givesTalk(reading, predicate)) return "works_on";
  if (hasGoing(reading, predicate) || isLasting(reading, predicate)) return "works_on";
  if (treats(reading, predicate) || isOn(reading, predicate) || doesIt(reading, predicate)) return "works_on";
  if (
    isNamed &&
    EXPLAINING.has(verb) &&
    mode === "discussion" &&
    !reading.context.thread.opened &&
    reading.speakers.length === 0
  )
    return "works_on";
  if (predicate.passive && (verb === "do" || verb === "carry")) return "works_on";
  if (reporting && (!STATIVE.has(verb) || verb === "do")) return "works_on";
  if (!WORK_VERBS.has(verb))
    return isDeed(reading, predicate) && !isAboutTheMeeting(reading, predicate) ? "works_on" : undefined;
  if (SPEECH_VERBS.has(verb) && !PRESENT_VERBS.has(verb)) return undefined;
  if (isMotion(reading, predicate)) return undefined;
  if (isAboutTheMeeting(reading, predicate)) return undefined;
  if (WEAK_WORK_VERBS.has(verb) && mode === "discussion" && !isOwnWork(reading, predicate)) return undefined;
  return "works_on";
}

/** "will comment on the issue": that is something to do. */
const commentsOnIt = ({ tokens }: Reading, { verb, from }: Predicate): boolean =>
  verb === "comment" &&
  tokens[from]?.lower === "on" &&
  /^(?:issue|bug|ticket|pr|pull|thread|proposal|rfc|patch|draft)$/.test(tokens[from + 2]?.lower ?? "");

/** "if he gets a grant", "unless Ann fixes it": it has not come about. */
function isSupposed({ tokens, tags }: Reading, { agents, at }: Predicate): boolean {
  let subject = "named" in agents ? (agents.named[0]?.from ?? 0) : at - 1;
  if ("pronoun" in agents) while (subject > at - 5 && tags[subject] !== "pronoun") subject--;
  return ["if", "unless", "whether"].includes(tokens[subject - 1]?.lower ?? "");
}

const isBehindNothing = ({ tokens, tags }: Reading, { from, to }: Predicate): boolean =>
  from >= to || tags[from] === "break" || tokens[from]?.lower === "again";

const wordBehind = ({ tokens }: Reading, { from }: Predicate): string => tokens[from]?.lower ?? "";

/** "moved to tomorrow", "postponed to next week": when, and nobody's work. */
function isMovedInTime({ tokens }: Reading, { verb, from }: Predicate): boolean {
  if (!["move", "push", "postpone", "defer", "reschedule"].includes(verb) || tokens[from]?.lower !== "to")
    return false;
  return [tokens[from + 1], tokens[from + 2]].some(
    (token) => token !== undefined && (isTemporal(token) || ["next", "tomorrow"].includes(token.lower)),
  );
}

/** "has the index ready for publication", "has 80% of it on a branch", "is busy with the index", "is stuck on it" */
function hasGoing({ content, tokens }: Reading, { verb, at, from, to, passive }: Predicate): boolean {
  if (passive) return false;
  const behind = tokens[from]?.lower ?? "";
  if (
    ["stick", "finish", "do", "tie"].includes(verb) &&
    findVerb((tokens[at] as Token).lower)?.form === "past"
  )
    return ["on", "with"].includes(behind) && isBe(tokens[at - 1]);
  // "has been through the typos"
  if (behind === "through" && tokens[at]?.lower === "been") return true;
  if (verb === "be")
    return ["busy", "occupied"].includes(behind) && ["on", "with"].includes(tokens[from + 1]?.lower ?? "");
  if (verb !== "have") return false;
  return (
    /^\W{0,3}\d{1,3} ?% of\b/.test(content.text.slice(tokens[from]?.start ?? 0)) ||
    tokens.slice(from + 1, Math.min(to, from + 8)).some(({ lower }) => GOING.has(lower))
  );
}

const GOING = new Set("ready working running finished done prototyped implemented drafted".split(" "));
const isBe = (token: Token | undefined): boolean =>
  /^(?:is|are|was|were|been|now|still|also|mostly|almost|nearly|.*['’](?:s|m|re))$/.test(token?.lower ?? "");

/** "Ann is on it", "Bob has been on this since May", "I'm on the first" */
function isOn({ tokens }: Reading, { verb, from, passive }: Predicate): boolean {
  if (verb !== "be" || passive || tokens[from]?.lower !== "on") return false;
  const [what = "", which = ""] = [tokens[from + 1]?.lower, tokens[from + 2]?.lower];
  return (
    ["it", "this", "that", "them", "those"].includes(what) ||
    (what === "the" && ["first", "second", "case"].includes(which))
  );
}

/** Everyday verbs that are work with the right object: "did the upload", "had a look at it", "went through the table". */
function treats(reading: Reading, { verb, at, from, to, agents, passive }: Predicate): boolean {
  if (passive || ("pronoun" in agents && agents.pronoun === "they")) return false;
  const { tokens, tags } = reading;
  const next = tokens[from]?.lower ?? "";
  const article = tags[from] === "determiner" ? 1 : 0;
  const head = tokens[from + article]?.lower ?? "";
  if ((verb === "have" || verb === "take") && article > 0 && (head === "look" || head === "stab"))
    return true;
  if (["go", "walk", "run", "step", "talk"].includes(verb))
    return (
      next === "through" ||
      next === "thru" ||
      (verb === "go" && next === "over") ||
      (["us", "everyone", "them"].includes(next) && tokens[from + 1]?.lower === "through")
    );
  if (verb === "take" && (next === "over" || (ITS.has(next) && tokens[from + 1]?.lower === "over")))
    return true;
  if (verb === "withdraw") return from >= to || tags[from] === "break" || next === "it";
  if (verb === "send" || verb === "submit") return WORK_ITEMS.has(head);
  if (verb === "try") return findVerb((tokens[at] as Token).lower)?.form === "past" && tags[from] !== "to";
  if (verb !== "do" && verb !== "show") return false;
  // "Ann did it for 2.0", "Ann did most of this"
  if (
    verb === "do" &&
    (next === "it" || isShareOfIt(reading, from)) &&
    "named" in agents &&
    tags[at - 1] !== "aux"
  )
    return findVerb(tokens[at]?.lower ?? "")?.form === "past";
  const isClause = ["that", "how", "why", "what", "not", "it", "this", "so"].includes(next);
  const [first, second] = findNounPhrases(tokens, tags, reading.annotations, from, to);
  // "did the same exercise for the tide tables"
  const phrase = first?.generic && second?.preposition === "for" ? second : first;
  return (
    !isClause &&
    first !== undefined &&
    phrase !== undefined &&
    (!phrase.generic || MADE_THINGS.has(tokens[phrase.to - 1]?.lower ?? "")) &&
    !isPersonPhrase(phrase) &&
    first.from <= from + 3
  );
}

/** "most of this", "the bulk of it", "half of these" */
function isShareOfIt({ tokens }: Reading, from: number): boolean {
  const of = tokens[from]?.lower === "the" ? from + 2 : from + 1;
  return (
    /^(?:most|all|some|much|half|bulk|part|parts|rest)$/.test(tokens[of - 1]?.lower ?? "") &&
    tokens[of]?.lower === "of" &&
    /^(?:it|this|that|these|those|them)$/.test(tokens[of + 1]?.lower ?? "")
  );
}

/** "Ann has it on a branch", "Bob has this internally" */
function hasIt({ tokens }: Reading, { from, agents, modality }: Predicate): boolean {
  if (!("named" in agents) || modality !== undefined) return false;
  return (
    ["it", "this"].includes(tokens[from]?.lower ?? "") &&
    /^(?:in|on|internally|already|locally|nearly|almost|mostly|[,.;]|)$/.test(tokens[from + 1]?.lower ?? "")
  );
}

/** "Ann has the pen", "Bob holds the pen for the guide": who writes it. */
const holdsPen = ({ tokens }: Reading, { agents, verb, from, passive }: Predicate): boolean =>
  "named" in agents &&
  !passive &&
  ["have", "hold", "keep", "take"].includes(verb) &&
  tokens[from]?.lower === "the" &&
  tokens[from + 1]?.lower === "pen";

/** "Ann doing it", "the port, which Bob is doing", "Cy following up" */
function doesIt(reading: Reading, predicate: Predicate): boolean {
  const { tokens, tags } = reading;
  const { agents, verb, from, to, progressive, passive } = predicate;
  if (!("named" in agents) || passive || !progressive) return false;
  const next = tokens[from]?.lower ?? "";
  if (verb === "do") return ["it", "this", "that", "them"].includes(next) || hangsOnWhich(reading, predicate);
  return verb === "follow" && next === "up" && (from + 1 >= to || tags[from + 1] === "break");
}

/** "Ann is setting up a farm", "Bob has set up the mirror", "set up by Cy" */
const isSettingUp = ({ tokens, tags }: Reading, { verb, at, agents, passive }: Predicate): boolean =>
  verb === "set" &&
  "named" in agents &&
  tokens[at + 1]?.lower === "up" &&
  (passive || tags[at - 1] === "aux" || tags[at - 1] === "adverb");

const ITS = new Set(["it", "this", "that", "them"]);

/** "Ann can take it", "Bob has to ask": of what somebody can do, only work is an offer. */
const isOffer = (verb: string): boolean =>
  (WORK_VERBS.has(verb) ||
    CONTACT_VERBS.has(verb) ||
    ["do", "take", "donate", "lend", "send"].includes(verb)) &&
  !["reproduce", "find", "get", "make", "run", "continue", "start", "know", "thank"].includes(verb);

/** "Ann and Bob said yes", "Cy raised her hand", "Dee is willing", "Ann offered to", "Bob steps in": they have taken it on. */
function isWilling({ tokens, tags }: Reading, { agents, verb, from, to, passive }: Predicate): boolean {
  if (!("named" in agents) || passive || agents.named.some(({ kind }) => kind !== "person")) return false;
  const [next = "", behind = ""] = [tokens[from]?.lower, tokens[from + 1]?.lower];
  const ends = (at: number): boolean => at >= to || tags[at] === "break" || tags[at] === "conjunction";
  switch (verb) {
    case "say":
      return next === "yes";
    case "raise":
      return behind === "hand" || behind === "hands";
    case "be":
      return /^(?:willing|in|game|up)$/.test(next) && (ends(from + 1) || `${next} ${behind}` === "up for");
    case "offer":
      return ends(from) || (next === "to" && ends(from + 1));
    case "step":
      return next === "up" || next === "in" || next === "forward";
    default:
      return verb === "sign" && next === "up";
  }
}

/** "promises a draft", "volunteered for the talk" */
const PLEDGES = new Set("promise volunteer pledge".split(" "));

/** "moved to open a ballot", "reported that it is done": says it, and does not do it. */
export const isMotion = ({ tokens, tags }: Reading, { verb, from }: Predicate): boolean =>
  (verb === "move" && tags[from] === "to") ||
  (["move", "report"].includes(verb) && tokens[from]?.lower === "that");

/** "It was moved by Ann and seconded by Bob", "Cy on leave, replaced by Dee": a vote, or who comes instead. */
function standsIn({ tokens, annotations }: Reading, { verb, at, passive }: Predicate): boolean {
  if (!passive) return false;
  if (verb === "replace" || verb === "succeed")
    return annotations.values().some(({ kind, from }) => kind === "person" && from < at);
  // "The meeting was held by telephone, hosted by Ember."
  if (verb === "host" && tokens.slice(0, at).some(({ lower }) => HOSTED.has(lower))) return true;
  return VOTED.has(verb) && tokens.some(({ lower }) => MOTIONS.has(lower));
}

const HOSTED = new Set("meeting call teleconference telecon session".split(" "));

const VOTED = new Set("move second make propose".split(" "));
const MOTIONS = new Set("motion seconded resolved carried adjourned".split(" "));

/** "Ann sends apologies", "Bob had sent +1": they are not there. */
const sendsGreetings = ({ tokens }: Reading, { verb, from }: Predicate): boolean =>
  verb === "send" &&
  tokens.slice(from, from + 2).some(({ lower }) => GREETINGS.has(lower) || /^[+-]$|^[+-]?[01]$/.test(lower));

const GREETINGS = new Set("apologies regrets greetings thanks".split(" "));

/** "has been reworking it, v5 is out next week": what has been going on is no plan. */
const isPerfect = ({ tokens }: Reading, { at }: Predicate): boolean =>
  tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => lower === "been");

/** The words from the verb to the end of its clause. */
function clauseOf({ content, tokens, tags }: Reading, { at }: Predicate): string {
  // "is fixing the hinge, came out of the review in May": it is the second verb's.
  const ends = (i: number): boolean => {
    const { text, lower } = tokens[i] as Token;
    const goesOn = tags[i + 1] === "verb" || tags[i + 1] === "aux" || isPast(tokens[i + 1]?.lower ?? "");
    return text === ";" || (text === "," && goesOn) || SUBORDINATE.has(lower);
  };
  let end = at + 1;
  while (end < tokens.length && end < at + LONGEST_CLAUSE && !ends(end)) end++;
  return content.text.slice((tokens[at] as Token).start, tokens[end]?.start);
}

/** In tokens */
const LONGEST_CLAUSE = 100;

/** "Ann took the minutes", "Bob adjourned the meeting": work on the meeting, and on none of its matters. */
function isAboutTheMeeting({ tokens, tags }: Reading, { from, to }: Predicate): boolean {
  if (["his", "her", "their"].includes(tokens[from]?.lower ?? "")) return false;
  let i = from;
  while (i < to && tags[i] === "determiner") i++;
  const next = tokens[i + 1];
  return (
    [
      "minutes",
      "meeting",
      "agenda",
      "notes",
      "call",
      "teleconference",
      "telecon",
      "attendance",
      "session",
      "discussion",
      "regrets",
      "apologies",
    ].includes(tokens[i]?.lower ?? "") &&
    (!next || !next.word || tags[i + 1] === "preposition")
  );
}

/** "Ann follows up", "Ann takes care of it": minutes have promises in the present tense, too. */
const TAKES_ON =
  /^(?:follows up|takes care|takes it|takes this|takes over|carries on|keeps at it|stays on it|sees to it|sees to that)\b/i;

/** Saying and thinking: nothing is promised by "will say". */
const NO_ACTION = new Set(
  "say mention note comment point argue worry disagree claim express voice observe remark warn insist emphasize emphasise stress oppose object second state thank welcome doubt recommend like skip avoid abstain".split(
    " ",
  ),
);

/** Whoever does this first under a matter's heading brings the matter. */
export const EXPLAINING = new Set("explain describe outline".split(" "));

/** "gave an update on the parser": presents it. */
function givesTalk({ tokens }: Reading, { from }: Predicate): boolean {
  const at = tokens.findIndex(({ lower }, i) => i >= from && i < from + 5 && TALKS.has(lower));
  const behind = tokens[at + 1];
  return (
    at >= 0 &&
    (!behind?.word || ["on", "of", "about", "regarding", "to", "into", "from"].includes(behind.lower))
  );
}

export const TALKS = new Set(
  "update overview presentation talk demo report summary introduction walkthrough status recap".split(" "),
);

function isOwnWork({ lexicon: _, speakers }: Reading, { agents, verb }: Predicate): boolean {
  if ("pronoun" in agents && agents.pronoun !== "they")
    return [
      "make",
      "find",
      "raise",
      "present",
      "introduce",
      "report",
      "propose",
      "look",
      "run",
      "get",
    ].includes(verb);
  if ("implied" in agents)
    return speakers.length > 0 && ["make", "find", "get", "set", "run", "change", "move"].includes(verb);
  return !["see", "use", "have", "plan", "try", "get", "set", "support", "bring"].includes(verb);
}

function objectHead(reading: Reading, predicate: Predicate): string {
  for (let i = predicate.from; i < Math.min(predicate.to, predicate.from + 6); i++) {
    const token = reading.tokens[i] as Token;
    if (WORK_ITEMS.has(token.lower)) return token.lower;
    if (reading.tags[i] === "preposition" || reading.tags[i] === "verb" || reading.tags[i] === "break")
      return "";
  }
  return "";
}
