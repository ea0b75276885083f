import type { Modality } from "../model/schema.ts";
import {
  agentList,
  behindRelation,
  isAgent,
  membersAt,
  RELATIONS,
  type Sentence,
  skipHonorific,
  TEAM,
  teamLength,
} from "./agent-list.ts";
import type { Annotation } from "./annotate.ts";
import { isModal } from "./tag.ts";
import { behindBracket, type Token } from "./tokens.ts";
import {
  ASSIGNING_VERBS,
  FUTURE,
  FUTURE_CONTRACTIONS,
  NEGATION,
  POSSIBLE,
  PROMISE_VERBS,
  THIRD_PERSON_PROMISES,
} from "./verbs.ts";
import { BE_FORMS, findDoing, findParticiple, findVerb, isPast, type VerbForm } from "./vocabulary.ts";
import { judgeOnce } from "./words.ts";

/** Who acts: named people and bodies, the speaker ("I"), the speaker's side ("we"), or somebody named before ("he"). */
export type Agents =
  { named: readonly Annotation[] } | { pronoun: "i" | "we" | "he" | "they" } | { implied: true };

/** One verb group with its agents, in token indices. */
export interface Predicate {
  agents: Agents;
  /** The base of the main verb. */
  verb: string;
  /** The main verb's token. */
  at: number;
  /** Where the objects begin and end. */
  from: number;
  to: number;
  promise: boolean;
  /** The promise is only that somebody can do it. */
  offer: boolean;
  modality?: Modality;
  progressive: boolean;
  /** The object stands before the verb: "the parser was written by Ann", "is still to be done by Ann". */
  passive: boolean;
}

/**
 * Finds who does what in a sentence.
 * @param implied whether a clause without a subject is somebody's, as in "Ann: finished the parser"
 */
export function findPredicates(sentence: Sentence, implied: boolean): Predicate[] {
  const { tokens, tags } = sentence;
  const found: Predicate[] = [];
  let agents: Agents | undefined = implied
    ? { implied: true }
    : opensWithWill(sentence)
      ? { pronoun: "he" }
      : undefined;
  let acted = false;
  let i = 0;
  while (i < tokens.length) {
    const passive = passiveAt(sentence, i);
    if (passive) {
      found.push(passive);
      i = passive.to;
      continue;
    }
    const busy = busyAt(sentence, i);
    if (busy) {
      found.push(busy);
      acted = true;
      i = busy.to;
      continue;
    }
    const subject = subjectAt(sentence, i);
    if (subject) {
      agents = subject.agents;
      acted = true;
      i = addGroup(sentence, found, agents, subject.verb);
      continue;
    }
    if (agents && startsGroup(sentence, i, acted)) {
      acted = true;
      i = addGroup(sentence, found, agents, i, isPromisedToo(sentence, found.at(-1), i));
      continue;
    }
    if (otherSubjectAt(sentence, i)) agents = undefined;
    if (tags[i] === "break" && tokens[i]?.text === ";") agents = implied ? { implied: true } : agents;
    i++;
  }
  for (let j = 0; j + 1 < found.length; j++) {
    const next = found[j + 1] as Predicate;
    const current = found[j] as Predicate;
    if (current.passive) continue;
    current.to = Math.min(current.to, Math.max(subjectStart(sentence, next, current.at), current.from));
  }
  return found;
}

/** "Ann and Bob at it", "Cy on it now", "Dee's on it": who is at what was named before, without a verb. */
function busyAt(sentence: Sentence, i: number): Predicate | undefined {
  const { tokens, tags, annotations } = sentence;
  if (annotations.get(i)?.kind !== "person" || tags[i - 1] === "preposition") return undefined;
  const list = agentList(sentence, i);
  const to = /^['’]s$/.test(tokens[list.to]?.text ?? "") ? list.to + 1 : list.to;
  const isAt =
    /^(?:at|on)$/.test(tokens[to]?.lower ?? "") &&
    /^(?:it|this|that|them)$/.test(tokens[to + 1]?.lower ?? "");
  if (!isAt || !["break", "adverb", undefined].includes(tags[to + 2])) return undefined;
  return {
    agents: { named: list.agents },
    verb: "work",
    at: to,
    from: to + 1,
    to: to + 2,
    promise: false,
    offer: false,
    progressive: true,
    passive: false,
  };
}

/** "Will check with the vendor.": whoever was spoken of. */
const opensWithWill = ({ tokens, tags }: Sentence): boolean =>
  tokens[0]?.lower === "will" && tags[0] === "aux" && (tags[1] === "verb" || tags[1] === "adverb");

/** The objects of a verb end where the next verb's subject begins, unless it is the same one. */
function subjectStart({ tags }: Sentence, next: Predicate, before: number): number {
  if (next.passive) return next.from;
  let i = next.at - 1;
  while (
    i > 0 &&
    (tags[i] === "aux" ||
      tags[i] === "adverb" ||
      tags[i] === "to" ||
      tags[i] === "verb" ||
      tags[i] === "pronoun")
  )
    i--;
  const agents = next.agents;
  const subject = "named" in agents ? (agents.named[0]?.from ?? -1) : -1;
  return subject > before && subject <= i ? subject : i + 1;
}

/** "Ann will grease the hinge and send the bill": the second verb is promised as the first is. */
function isPromisedToo({ tokens, tags }: Sentence, before: Predicate | undefined, at: number): boolean {
  let and = at - 1;
  while (and > 0 && tags[and] === "adverb") and--;
  return (
    before !== undefined &&
    before.promise &&
    !before.passive &&
    isSomebody(before.agents) &&
    tags[at] === "verb" &&
    findVerb((tokens[at] as Token).lower)?.form === "base" &&
    ["and", "or", "then"].includes(tokens[and]?.lower ?? "") &&
    !tokens.slice(before.at, and).some(({ text }) => text === ";" || text === ":")
  );
}

function addGroup(
  sentence: Sentence,
  found: Predicate[],
  agents: Agents,
  at: number,
  isPromised = false,
): number {
  const group = readVerbGroup(sentence, at);
  if (!group) return at + 1;
  if (group.passive && !isBusyWith(sentence, group)) return group.at + 1;
  const firstPerson = "pronoun" in agents && (agents.pronoun === "i" || agents.pronoun === "we");
  const promise =
    group.future ||
    isPromised ||
    (firstPerson && sentence.tokens[at - 1]?.lower === "me") ||
    (group.promiseVerb !== "" &&
      (firstPerson || "implied" in agents || THIRD_PERSON_PROMISES.has(group.promiseVerb))) ||
    (group.infinitive && !("pronoun" in agents)) ||
    (group.wish && OFFERED.has(group.verb) && !("implied" in agents));
  const offers =
    ("pronoun" in agents &&
      agents.pronoun === "i" &&
      /^(?:should|can|could|may|might|must)$/.test(group.modal)) ||
    ((group.modal === "can" || group.obliged) && isSomebody(agents));
  // "not working on Friday"
  const negated =
    group.negated || ("implied" in agents && NEGATION.has(sentence.tokens[at - 1]?.lower ?? ""));
  const modality: Modality | undefined = negated
    ? "negated"
    : promise || offers
      ? "planned"
      : group.possible || (group.wish && !firstPerson)
        ? "possible"
        : undefined;
  found.push({
    agents,
    verb: group.verb,
    at: group.at,
    from: group.at + 1,
    to: sentence.tokens.length,
    promise: (promise || offers) && !negated,
    offer: offers && !promise && !group.obliged,
    progressive: group.progressive,
    passive: false,
    ...(modality ? { modality } : {}),
  });
  return group.at + 1;
}

/** What nobody wants to do without offering it: "wants to own the mounts", "would like to contribute it" */
const OFFERED = new Set(
  "own lead drive contribute champion host maintain adopt upstream donate demo present show".split(" "),
);

/** "is stuck on the backtrace", "is done with the port": what somebody is at. */
const isBusyWith = ({ tokens }: Sentence, { verb, at }: VerbGroup): boolean =>
  ["stick", "finish", "do", "tie"].includes(verb) && ["on", "with"].includes(tokens[at + 1]?.lower ?? "");

/** People and not bodies, and not "we". */
const isSomebody = (agents: Agents): boolean =>
  "implied" in agents ||
  ("pronoun" in agents
    ? agents.pronoun === "i" || agents.pronoun === "he"
    : agents.named.every(({ kind }) => kind === "person"));

interface VerbGroup {
  verb: string;
  at: number;
  future: boolean;
  promiseVerb: string;
  infinitive: boolean;
  /** "has to" */
  obliged: boolean;
  /** "wants to": it is not done yet, and not promised. */
  wish: boolean;
  possible: boolean;
  modal: string;
  negated: boolean;
  progressive: boolean;
  /** Something is done to the subject: "is merged". */
  passive: boolean;
}

const BE_NOW = /^(?:is|are|am|.*['’](?:s|m|re))$/;

const WILLING = new Set("happy willing ready able glad".split(" "));

const LIGHT = new Set("try start continue look begin help need want like love".split(" "));

/** Reads "has been working", "is going to send", "agreed to document", "to write", "could still review". */
function readVerbGroup({ tokens, tags }: Sentence, from: number): VerbGroup | undefined {
  const group: VerbGroup = {
    verb: "",
    at: from,
    future: false,
    promiseVerb: "",
    infinitive: false,
    obliged: false,
    wish: false,
    possible: false,
    modal: "",
    negated: false,
    progressive: false,
    passive: false,
  };
  let i = from;
  for (; i < tokens.length; i++) {
    const { lower } = tokens[i] as Token;
    const tag = tags[i];
    if (tag === "to") {
      if (group.verb === "" || !tags[i + 1]) group.infinitive = group.verb === "";
      else if (group.passive && ASSIGNING_VERBS.has(group.verb)) group.future = true;
      else if (group.verb === "go" || PROMISE_VERBS.has(group.verb))
        group.promiseVerb = group.promiseVerb || group.verb;
      else if (!LIGHT.has(group.verb) && group.verb !== "be" && group.verb !== "have") break;
      if (group.verb === "go" && group.progressive) group.future = true;
      // "Ann is to apply there"
      if (group.verb === "be" && BE_NOW.test(tokens[i - 1]?.lower ?? "")) group.future = true;
      if (/^(?:has|have|needs)$/.test(tokens[i - 1]?.lower ?? "")) group.obliged = true;
      if (/^(?:want(?:s|ed)?|like[sd]?|love[sd]?|hope[sd]?)$/.test(tokens[i - 1]?.lower ?? ""))
        group.wish = true;
      continue;
    }
    if (tag === "adverb") {
      if (NEGATION.has(lower)) group.negated = true;
      continue;
    }
    if (tag === "aux") {
      if (group.verb !== "" && tags[i - 1] !== "to" && !["be", "have"].includes(group.verb)) break;
      readAuxiliary(group, lower.replace("’", "'"), tokens[i + 1]);
      if (lower === "do" && tags[i - 1] === "to") group.verb = "do";
      group.at = i;
      continue;
    }
    if (tag === "content" && (group.verb === "be" || i === from) && WILLING.has(lower)) {
      group.promiseVerb = "volunteer";
      group.verb = "be";
      continue;
    }
    if (tag !== "verb") break;
    const verb =
      findVerb(lower) ??
      findParticiple(lower) ??
      findDoing(lower) ??
      (tags[i - 1] === "to" || isModal(tokens[i - 1]) ? unknownVerb(lower) : undefined);
    if (
      !verb ||
      (group.verb !== "" &&
        group.verb !== "be" &&
        group.verb !== "have" &&
        tags[i - 1] !== "to" &&
        !(LIGHT.has(group.verb) && verb.form === "ing"))
    )
      break;
    if (verb.form === "ing") group.progressive = true;
    group.passive = verb.form === "past" && group.verb === "be";
    group.verb = verb.base;
    group.at = i;
  }
  return group.verb === "" ? undefined : group;
}

/** "to respin it": what stands behind "to" is a verb, whatever it says. */
const unknownVerb = (base: string): { base: string; form: VerbForm } => ({ base, form: "base" });

function readAuxiliary(group: VerbGroup, lower: string, next: Token | undefined): void {
  if (NEGATION.has(lower) || lower.endsWith("n't")) group.negated = true;
  if (FUTURE.has(lower) || FUTURE_CONTRACTIONS.test(lower)) group.future = true;
  else if (POSSIBLE.has(lower) || /'d$/.test(lower)) {
    group.possible = true;
    group.modal = lower;
  }
  if (group.verb === "" || group.verb === "be" || lower === "be")
    group.verb = /^(?:has|have|had|having|.*'ve)$/.test(lower)
      ? "have"
      : /^(?:do|does|did|done|doing|don't|doesn't|didn't)$/.test(lower)
        ? "do"
        : "be";
  if (lower === "would" && next) {
    group.possible = true;
    group.modal = lower;
  }
}

const PRONOUNS: ReadonlyMap<string, "i" | "we" | "he" | "they"> = new Map([
  ["i", "i"],
  ["we", "we"],
  ["he", "he"],
  ["she", "he"],
  ["they", "they"],
]);
const CONTRACTION = /^(i|we|he|she|they)['’](?:ll|m|ve|d|re|s)$/;
const isContraction = judgeOnce(({ lower }) => CONTRACTION.test(lower));

/** A subject at `i` with the place of its verb group. */
function subjectAt(sentence: Sentence, i: number): { agents: Agents; verb: number } | undefined {
  const { tokens, tags, annotations } = sentence;
  const token = tokens[i] as Token;
  const contraction = isContraction(token) ? CONTRACTION.exec(token.lower) : null;
  if (contraction) return { agents: { pronoun: PRONOUNS.get(contraction[1] as string) ?? "we" }, verb: i };
  const pronoun = tags[i] === "pronoun" ? PRONOUNS.get(token.lower) : undefined;
  if (pronoun) {
    const verb = verbAfter(sentence, i + 1);
    return verb < 0 ? undefined : { agents: { pronoun }, verb };
  }
  if (token.lower === "let" && tokens[i + 1]?.lower === "me" && tags[i + 2] === "verb")
    return { agents: { pronoun: "i" }, verb: i + 2 };
  if (!isAgent(annotations.get(i))) return undefined;
  const list = agentList(sentence, i);
  // "thanks to Ann and Bob who run it", "with Ann and Bob mentoring"
  if (isObjectHere(sentence, i) && tokens[list.to]?.lower !== "who" && !isInvolved(sentence, i, list.to))
    return undefined;
  // "a seat for Ann, Bob asks": the first is whom it is for.
  const first = annotations.get(i)?.to ?? i;
  if (tags[i - 1] === "preposition" && list.agents.length > 1 && tokens[first]?.text === ",")
    return undefined;
  const isBody = list.agents.at(-1)?.kind === "organisation";
  const isTeam = isBody && TEAM.has(tokens[list.to]?.lower ?? "");
  const team = isTeam ? behindBracket(tokens, list.to + 1) - list.to : teamLength(sentence, list.to);
  if (isTeam) list.agents.push(...membersAt(sentence, list.to + 1));
  // "Author (Ann) is looking into it"
  const isRole =
    tokens[i - 1]?.text === "(" &&
    tokens[list.to]?.text === ")" &&
    (ROLES.has(tokens[i - 2]?.lower ?? "") || RELATIONS.has(tokens[i - 2]?.lower ?? ""));
  const verb = verbAfter(sentence, list.to + (isRole ? 1 : team));
  // "let's have Ann demo it": she has done nothing yet.
  if (["have", "let", "make", "see", "watch"].includes(tokens[i - 1]?.lower ?? "") && tags[verb] === "verb")
    return undefined;
  // "waiting for Ann to review": she has promised nothing.
  if (
    tags[verb] === "to" &&
    tokens[i - 1]?.lower === "for" &&
    findVerb(tokens[i - 2]?.lower ?? "")?.base === "wait"
  )
    return undefined;
  if (verb < 0) return undefined;
  // "Ann's team at Acme found it": Acme did.
  const body = team > 2 ? annotations.get(list.to + 3) : undefined;
  return { agents: { named: body?.kind === "organisation" ? [body] : list.agents }, verb };
}

/** "with Ann leading", "with Bob's help" is not. */
const isInvolved = ({ tokens, tags }: Sentence, i: number, to: number): boolean =>
  /^(?:with|w\/)$/.test(tokens[i - 1]?.lower ?? "") &&
  tags[to] === "verb" &&
  findVerb(tokens[to]?.lower ?? "")?.form === "ing";

const OFFICES = new Set(
  "chair chairman chairwoman chairperson secretary treasurer president lead leader maintainer editor manager coordinator owner host mentor shepherd".split(
    " ",
  ),
);

const ROLES = new Set(
  "author owner maintainer reporter editor assignee submitter implementer chair chairman secretary treasurer president reviewer champion".split(
    " ",
  ),
);

/** "thanks to Ann for …", "the patches from Ann were": the name hangs on a preposition and is no subject. */
function isObjectHere({ tokens, tags }: Sentence, i: number): boolean {
  return (
    i > 0 &&
    tags[i - 1] === "preposition" &&
    !["for", "because", "since", "like", "as", "except", "after", "before", "until", "per", "while"].includes(
      (tokens[i - 1] as Token).lower,
    )
  );
}

/** The verb group right behind a subject, adverbs between them; -1 where there is none. */
function verbAfter({ tokens, tags }: Sentence, from: number): number {
  let i = tokens[from]?.text === "," && tokens[from + 1]?.lower === "who" ? from + 2 : from;
  if (tokens[i]?.text === "," && tokens[i + 1]?.lower === "as") {
    // "Ann, as mentor, is helping"
    const close = tokens.findIndex(({ text }, index) => index > i + 1 && index < i + 7 && text === ",");
    if (close > 0) i = close + 1;
  } else if (tokens[i]?.lower === "as" && tags[i + 1] === "determiner") {
    // "Ann as the board's chair writes it"
    const close = tokens.findIndex(
      ({ lower }, index) => index > i + 1 && index < i + 7 && OFFICES.has(lower),
    );
    if (close > 0) i = close + 1;
  }
  if (tokens[i]?.lower === "who") i++;
  if (
    /^(?:on|in)$/.test(tokens[i]?.lower ?? "") &&
    /^(?:my|our|their|your|his|her)$/.test(tokens[i + 1]?.lower ?? "") &&
    /^(?:side|team|group|lab|office)$/.test(tokens[i + 2]?.lower ?? "")
  )
    i += 3;
  while (tags[i] === "adverb" || (tokens[i]?.text === "," && tags[i + 1] === "adverb")) i++;
  if (tokens[i]?.lower === "also" || tokens[i]?.lower === "both" || tokens[i]?.lower === "all") i++;
  if (tokens[i]?.text === "'s" || tokens[i]?.text === "’s") {
    i++;
    while (tags[i] === "adverb") i++;
    const verb = findVerb(tokens[i]?.lower ?? "");
    return verb?.form === "ing" || tags[i] === "verb" || tokens[i]?.lower === "been" ? i : -1;
  }
  return tags[i] === "aux" || tags[i] === "verb" || tags[i] === "to" ? i : -1;
}

/** A verb group without a subject of its own: at the start, or coordinated with the verb before. */
function startsGroup({ tokens, tags, annotations }: Sentence, i: number, coordinated: boolean): boolean {
  if (i === 0 && tags[i] === "to") return tokens[i]?.text === "to";
  const isWilling = i === 0 && tags[i + 1] === "to" && WILLING.has((tokens[i] as Token).lower);
  if (tags[i] !== "verb" && tags[i] !== "aux" && !isWilling) return false;
  // "Ann is away, replaced by Bob"
  if (tokens[i + 1]?.lower === "by" && annotations.get(i + 2)?.kind === "person") return false;
  let before = i - 1;
  while (before >= 0 && (tags[before] === "adverb" || tags[before] === "mark")) before--;
  if (before < 0) return true;
  const form = findVerb((tokens[i] as Token).lower)?.form;
  if (tags[before] === "break") return !(coordinated && form === "s" && tags[i] === "verb");
  return (
    coordinated &&
    tags[before] === "conjunction" &&
    ["and", "or", "but", "then", "&"].includes((tokens[before] as Token).lower)
  );
}

/** Something else than a person takes over as the subject: "it makes reviews harder". */
function otherSubjectAt({ tokens, tags }: Sentence, i: number): boolean {
  if (
    tags[i] !== "pronoun" ||
    ![
      "it",
      "this",
      "that",
      "there",
      "these",
      "those",
      "you",
      "someone",
      "somebody",
      "anyone",
      "nobody",
      "people",
      "everyone",
      "who",
      "which",
    ].includes((tokens[i] as Token).lower)
  )
    return false;
  return tags[i + 1] === "aux" || tags[i + 1] === "verb" || tags[i + 1] === "adverb";
}

/** The participle in front of "by": "written by", "worked on by", "written over the weekend by"; -1 where there is none. */
function participleBefore({ tokens, tags }: Sentence, by: number): number {
  let at = by - 1;
  while (at > 0 && (tags[at] === "adverb" || tags[at] === "mark")) at--;
  if (isPast(tokens[at]?.lower ?? "")) return at;
  if (PARTICLES.has(tokens[at]?.lower ?? "") && isPast(tokens[at - 1]?.lower ?? "")) return at - 1;
  for (let i = at; i >= Math.max(0, by - 6); i--) {
    if (tags[i] === "break") return -1;
    // "was moved to the wiki by Ann", "Guide: ported to the wiki by Ann"
    const isPassive =
      tags[i] === "verb" &&
      (i === 0 ||
        tags[i - 1] === "break" ||
        (tags[i - 1] === "aux" && BE_FORMS.has(tokens[i - 1]?.lower ?? "")));
    if (isPassive && tags[i + 1] === "preposition")
      return findVerb(tokens[i]?.lower ?? "")?.form === "past" ? i : -1;
  }
  return -1;
}

const SINCE = new Set("since then now later meanwhile".split(" "));
const PARTICLES = new Set("on at out over up into after down through off together in back".split(" "));

/** What stands in front of "written by Ann" has fewer words. */
const LONGEST_OBJECT = 60;

/** "… written by Ann", "… to be done by Ann or Bob": the object is in front. */
function passiveAt(sentence: Sentence, i: number): Predicate | undefined {
  const { tokens, tags, annotations } = sentence;
  if (tokens[i]?.lower !== "by") return undefined;
  const related = behindRelation(sentence, i + 1);
  if (related === undefined) return undefined;
  const article = ["the", "our", "their"].includes(tokens[related]?.lower ?? "") ? 1 : 0;
  const who = skipHonorific(tokens, related + article);
  const isOwn = tokens[who]?.lower === "me" || tokens[who]?.lower === "myself";
  const isPronoun = ["her", "him"].includes(tokens[who]?.lower ?? "") && tags[who + 1] !== "content";
  if (!isAgent(annotations.get(who)) && !isPronoun && !isOwn) return undefined;
  const at = participleBefore(sentence, i);
  const verb = at < 0 ? undefined : findDoing(tokens[at]?.lower ?? "");
  if (!verb) return undefined;
  const { agents, to } = isPronoun || isOwn ? { agents: [], to: who + 1 } : agentList(sentence, who);
  let from = at;
  let promise = false;
  // "v2 of the parser posted, reviewed by Ann"
  let opens = at;
  while (
    tags[opens - 1] === "adverb" ||
    SINCE.has(tokens[opens - 1]?.lower ?? "") ||
    tokens[opens - 1]?.lower === "being"
  )
    opens--;
  if (tokens[opens - 1]?.text === ",") from = opens - 1;
  while (from > 0 && i - from < LONGEST_OBJECT && tags[from - 1] !== "break") {
    from--;
    const { lower } = tokens[from] as Token;
    promise ||= lower === "will" || (lower === "to" && tokens[from + 1]?.lower === "be");
  }
  return {
    agents: isOwn ? { pronoun: "i" } : isPronoun ? { pronoun: "he" } : { named: agents },
    verb: verb.base,
    at,
    from,
    to,
    promise,
    offer: false,
    progressive: false,
    passive: true,
    ...(promise ? { modality: "planned" as const } : {}),
  };
}
