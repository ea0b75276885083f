import { RELATIONS } from "./agent-list.ts";
import { isAnaphor } from "./anaphora.ts";
import type { Mention } from "./mention.ts";
import { findNounPhrases, type NounPhrase } from "./noun-phrases.ts";
import type { Predicate } from "./predicates.ts";
import type { Tag } from "./tag.ts";
import type { Token } from "./tokens.ts";
import { isGenericWord } from "./vocabulary.ts";
import { CONTACT_VERBS } from "./verbs.ts";
import { type Reading, coordinated, isPersonPhrase, mentionsOf, mentionsOfAll } from "./reading.ts";

/** The matters that a verb acts on: the first phrase of substance with those coordinated to it, and projects in them. */
export function objectsOf(reading: Reading, predicate: Predicate): Mention[] {
  const pronoun = predicate.passive ? -1 : pronounObject(reading, predicate);
  // "translating it into Korean": what is translated was named before.
  if (pronoun >= 0) return bracketed(reading, pronoun + 1);
  const stop = predicate.passive ? clauseEnd(reading, predicate) : purposeAt(reading, predicate);
  const { tokens, tags, annotations } = reading;
  const inTouch = predicate.verb === "get" && tokens[predicate.from + 1]?.lower === "touch" ? 2 : 0;
  const from =
    helpedWith(reading, predicate, stop) ?? predicate.from + (inTouch || idiomLength(reading, predicate));
  const found = findNounPhrases(tokens, tags, annotations, from, stop);
  // "Tests are being written by Ann's student (Bob)": who it is says nothing of what.
  const phrases = predicate.passive
    ? found.filter(
        (phrase) => !RELATIONS.has((tokens[phrase.to - 1] as Token).lower) || phrase.to <= predicate.at,
      )
    : found;
  // "emails them our requirements": whom, and then what.
  const isToldWhat =
    ["them", "him", "her", "us"].includes(tokens[from]?.lower ?? "") && tags[from + 1] === "determiner";
  const verb = isToldWhat ? "send" : inTouch ? "contact" : predicate.verb;
  const chosen = choosePhrases(reading, phrases, { passive: predicate.passive, verb });
  const isTask = predicate.promise || ("implied" in predicate.agents && reading.context.mode === "actions");
  const [only, other] = chosen;
  if (only && !other && isTask) return mentionsOf(reading, widen(reading, only, phrases));
  if (chosen.length > 0 || !isTask) return mentionsOfAll(reading, chosen);
  const matter = complement(reading, predicate, stop);
  return matter ? mentionsOf(reading, matter) : [];
}

/** "takes care of the papers", "holds the pen for the guide", "has a look at the mill": how many words say no more than the verb. */
function idiomLength({ tokens }: Reading, { verb, from, passive }: Predicate): number {
  const nouns = passive ? undefined : IDIOMS[verb];
  const at = /^(?:an?|the|their|his|her)$/.test(tokens[from]?.lower ?? "") ? from + 1 : from;
  if (!nouns?.includes(tokens[at]?.lower ?? "")) return 0;
  const link = tokens[at + 1];
  return /^(?:of|for|at|on|over)$/.test(link?.lower ?? "") ? at + 2 - from : !link?.word ? at + 1 - from : 0;
}

const IDIOMS: Readonly<Record<string, readonly string[]>> = {
  take: ["care", "charge", "lead", "ownership", "pen", "hold"],
  hold: ["pen", "baton"],
  have: ["look", "pen", "lead", "go", "stab"],
  keep: ["eye", "pen"],
  give: ["go", "try", "push"],
  raise: ["hand", "hands"],
};

/** "mentors an intern on the tests", "helped Ann with the gate": not whom, but with what. */
function helpedWith(
  { tokens, annotations }: Reading,
  { verb, from, passive }: Predicate,
  stop: number,
): number | undefined {
  if (passive || !HELPING.has(verb)) return undefined;
  for (let i = from + 1; i < Math.min(stop, from + LONGEST_HELPED); i++)
    if (["on", "with"].includes(tokens[i]?.lower ?? "") && !annotations.has(i + 1)) return i + 1;
  return undefined;
}

/** In tokens: who is helped, "an intern from the yard". */
const LONGEST_HELPED = 10;

const HELPING = new Set("mentor help assist coach teach train support".split(" "));

/** "ask whether Acme can donate the tests", "comment that we should drop the flag": what the clause is about. */
function complement(
  { tokens, tags, annotations }: Reading,
  { to }: Predicate,
  stop: number,
): NounPhrase | undefined {
  if (!["whether", "if", "that"].includes(tokens[stop]?.lower ?? "")) return undefined;
  const verb = tags.findIndex((tag, i) => i > stop && i < to && tag === "verb");
  if (verb < 0) return undefined;
  const isMatter = (phrase: NounPhrase): boolean => !phrase.generic && !isPersonPhrase(phrase);
  return (
    findNounPhrases(tokens, tags, annotations, verb, to).find(isMatter) ??
    findNounPhrases(tokens, tags, annotations, stop + 1, verb).find(isMatter)
  );
}

/** Where the object is a pronoun, its last token: "it", "most of this", "fixes for two of them"; -1 where it is none. */
function pronounObject(reading: Reading, { from, to }: Predicate): number {
  const { tokens, tags, annotations } = reading;
  for (let i = from; i < Math.min(to, from + 7); i++) {
    const { lower } = tokens[i] as Token;
    if (isAnaphor(reading, i) && (i === from || ["of", "on", "for"].includes(tokens[i - 1]?.lower ?? "")))
      return isNominal(tags[i + 1]) || INTO.has(tokens[i + 1]?.lower ?? "") ? -1 : i;
    const isCounted = lower === "of" || isGenericWord(lower) || /^\d+$/.test(lower);
    if (annotations.has(i)) return -1;
    if (!isCounted && !["determiner", "adverb", "preposition"].includes(tags[i] ?? "break")) return -1;
  }
  return -1;
}

/** "implemented it in the parser", "add it to the guide": what stands behind these is worked on, too. */
const INTO = new Set("in to of inside within under against".split(" "));

const isNominal = (tag: Tag | undefined): boolean => tag === "content" || tag === "name";

/** "two of them (the crash, the leak)": what stands in brackets right behind is what is meant. */
function bracketed(reading: Reading, at: number): Mention[] {
  const { tokens, tags, annotations } = reading;
  if (tokens[at]?.text !== "(") return [];
  const close = tokens.findIndex(({ text }, i) => i > at && text === ")");
  return findNounPhrases(tokens, tags, annotations, at + 1, close < 0 ? tokens.length : close)
    .filter(
      (phrase, index) =>
        !phrase.generic &&
        !isPersonPhrase(phrase) &&
        (index === 0 || /^[,;]|and$/.test(tokens[phrase.from - 1]?.lower ?? "") || !phrase.preposition),
    )
    .slice(0, MOST_BRACKETED)
    .flatMap((phrase) => mentionsOf(reading, phrase));
}

const MOST_BRACKETED = 4;

/** "mentioned that the grant was filed by Ann": the object stands in front of the verb, wherever its clause opens. */
const clauseEnd = ({ tokens }: Reading, { from, at, to }: Predicate): number =>
  tokens.slice(from, at).some(({ lower }) => lower === "that") ? Math.min(at, to) : to;

/** "drafts in the fork", "revises until Friday": where and when, and not what. */
const PLACING = new Set("in at until till by before during within via".split(" "));
/** "works in the parser", "looked in the logs" */
const PLACED_VERBS = new Set(
  "work look help participate take join engage invest dig experiment be live specialise specialize succeed assist meddle poke".split(
    " ",
  ),
);

/** "fill in the form", "hand in the report" */
const TAKES_IN = new Set("fill hand pull wire plug phase bake fold roll send turn bring factor".split(" "));

/** "Started on X to support Y": the purpose is no object once there is one. */
function purposeAt({ tokens, tags }: Reading, { from, to, verb }: Predicate): number {
  let seen = false;
  const isParticle = tokens[from]?.lower === "in" && TAKES_IN.has(verb);
  if (PLACING.has(tokens[from]?.lower ?? "") && !isParticle && !PLACED_VERBS.has(verb)) return from;
  // "Ann is organising; the venue is booked"
  if (tokens[from]?.text === ";") return from;
  if (["that", "while", "because", "so", "whether"].includes(tokens[from]?.lower ?? "")) return from;
  // "carries on, and then the mill"
  if (AWAY.has(tokens[from]?.lower ?? "") && (from + 1 >= to || tags[from + 1] === "break")) return from;
  let open = 0;
  for (let i = from; i < to; i++) {
    if (tokens[i]?.text === "(") open++;
    // "with the student (Oda) on the parser"
    if (tokens[i]?.text === ")" && open-- > 0) continue;
    if (tags[i] === "name" || (tags[i] === "content" && !isGenericWord((tokens[i] as Token).lower)))
      seen = true;
    if (seen && tags[i] === "break" && (tokens[i] as Token).text !== "," && (tokens[i] as Token).text !== "(")
      return i;
    if (
      seen &&
      [
        "because",
        "since",
        "which",
        "that",
        "so",
        "if",
        "when",
        "while",
        "whether",
        "unless",
        "before",
        "after",
        "until",
        "as",
        "but",
        "due",
        "instead",
        "rather",
        "according",
      ].includes((tokens[i] as Token).lower)
    )
      return i;
  }
  return to;
}

const AWAY = new Set("on up over out off in back away along".split(" "));

export function choosePhrases(
  reading: Reading,
  found: readonly NounPhrase[],
  { passive, verb }: Pick<Predicate, "passive" | "verb">,
): NounPhrase[] {
  // "he works at the county": where; on what stands behind it.
  const isWhere = verb === "work" && found[0]?.preposition === "at";
  const phrases = isWhere ? found.filter(({ preposition }) => preposition === "on") : found;
  // "working with the county on it": whom with is not what.
  const isJoint =
    (verb === "work" && phrases[0]?.preposition === "with" && phrases[0].name?.kind !== "project") ||
    (verb === "write" && phrases[0]?.preposition === "to");
  const contacts =
    isJoint || (CONTACT_VERBS.has(verb) && (verb !== "check" || phrases[0]?.preposition === "with"));
  const about = contacts ? aboutPhrases(reading, phrases) : undefined;
  // "contact the translators about reviews": where that says nothing, it is whom.
  const told = about?.length && about.every(({ generic }) => generic) ? undefined : about;
  const near = told ?? (passive ? phrases : phrases.slice(0, reach(reading, phrases)));
  const candidates = near.filter(
    (phrase) =>
      !phrase.generic &&
      !isPersonPhrase(phrase) &&
      !isDenied(reading, phrase) &&
      !isSideOf(reading, phrase, near) &&
      !(phrase.preposition === "to" && HANDING_VERBS.has(verb)) &&
      !(phrase.preposition === "from" && verb === "give"),
  );
  const first = passive ? (candidates.find((phrase) => !phrase.preposition) ?? candidates[0]) : candidates[0];
  if (!first) return [];
  const chosen = [first];
  for (let i = phrases.indexOf(first) + 1; i < phrases.length; i++) {
    const phrase = phrases[i] as NounPhrase;
    const before = chosen.at(-1) as NounPhrase;
    if (!coordinated(reading, before.to, phrase.from) || opensClause(reading, before, phrase)) break;
    if (!phrase.generic && !isPersonPhrase(phrase)) chosen.push(phrase);
  }
  return chosen.slice(0, 4);
}

/** "kernel side for the sensors": where it is done, and behind it what. */
function isSideOf({ tokens }: Reading, { to }: NounPhrase, near: readonly NounPhrase[]): boolean {
  const side = [to - 1, to].find((at) => /^(?:side|half)$/.test(tokens[at]?.lower ?? ""));
  return (
    side !== undefined &&
    ["for", "of"].includes(tokens[side + 1]?.lower ?? "") &&
    near.some((other) => other.from > side && !other.generic && !isPersonPhrase(other))
  );
}

/** "write errata on null values", "the deviation for Rule 5": a single plain word says what it is only with what stands behind it. */
function widen({ tokens, tags }: Reading, first: NounPhrase, phrases: readonly NounPhrase[]): NounPhrase {
  const next = phrases[phrases.indexOf(first) + 1];
  if (first.to - first.from > 1 || first.name || !next || next.generic || isPersonPhrase(next)) return first;
  const between = tokens.slice(first.to, next.from);
  const isLed =
    /^(?:on|for|about|in|between|against)$/.test(between[0]?.lower ?? "") &&
    between.length <= 2 &&
    tags.slice(first.to + 1, next.from).every((tag) => tag === "determiner");
  if (!isLed || next.to - first.from > LONGEST_NAME) return first;
  const names = [...first.names, ...next.names];
  return { from: first.from, to: next.to, generic: false, names, name: undefined, preposition: undefined };
}

/** In tokens */
const LONGEST_NAME = 7;

/** "stuck on the backtrace, his adapter is dead", "pruned the orchard, 20% gain": what stands behind is of another clause. */
const opensClause = ({ tokens, tags }: Reading, before: NounPhrase, { from, to }: NounPhrase): boolean =>
  tokens[before.to]?.text === "," &&
  (tags[to] === "aux" || /^[+~-]?\d+(?:[.,]\d+)?(?:%|x)$/.test(tokens[from - 1]?.text ?? ""));

/** "communicate the decision to the parser team": who gets it is not what it is. */
const HANDING_VERBS = new Set(
  "communicate share send report forward explain give hand donate mail email announce circulate distribute".split(
    " ",
  ),
);

/** "contact Acme about the renewal": what it is about, and not who is told. */
function aboutPhrases({ tokens, tags }: Reading, phrases: readonly NounPhrase[]): readonly NounPhrase[] {
  const about = phrases.findIndex(
    ({ preposition, from }) =>
      ["about", "regarding", "on", "re", "concerning", "through", "thru"].includes(preposition ?? "") ||
      isGerundBehindAbout(tokens, tags, from),
  );
  // "mails the press for the price of the banners": what is asked for.
  const at = about < 0 ? phrases.findIndex(({ preposition }) => preposition === "for") : about;
  return at < 0 ? [] : phrases.slice(at);
}

/** "talks to the county about sponsoring the ladders" */
function isGerundBehindAbout(tokens: readonly Token[], tags: readonly Tag[], from: number): boolean {
  let at = from - 1;
  while (at > 0 && tags[at] === "determiner") at--;
  return tags[at] === "verb" && ["about", "regarding", "re"].includes(tokens[at - 1]?.lower ?? "");
}

/** "no objections", "without tests". */
const isDenied = ({ tokens }: Reading, { from }: NounPhrase): boolean =>
  ["no", "without", "neither"].includes(tokens[from - 1]?.lower ?? "");

/** How many of the phrases belong to one clause: a comma that coordinates nothing ends it. */
function reach(reading: Reading, phrases: readonly NounPhrase[]): number {
  const { tokens, tags } = reading;
  for (let k = 1; k < phrases.length; k++) {
    const [before, after] = [phrases[k - 1] as NounPhrase, phrases[k] as NounPhrase];
    for (let i = before.to; i < after.from; i++)
      if (
        tags[i] === "break" &&
        !/^[()]$/.test((tokens[i] as Token).text) &&
        !coordinated(reading, before.to, after.from)
      )
        return k;
  }
  return phrases.length;
}
