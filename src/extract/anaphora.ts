import { isDiscussed } from "./context.ts";
import type { Relation } from "../model/schema.ts";
import { cutAtVerb } from "./find-matters.ts";
import type { Mention } from "./mention.ts";
import { findNounPhrases, type NounPhrase } from "./noun-phrases.ts";
import type { Predicate } from "./predicates.ts";
import { isPersonPhrase, mentionsOf, type Reading } from "./reading.ts";
import type { Token } from "./tokens.ts";
import { WORK_ITEMS } from "./verbs.ts";
import { EMPTY_ADJECTIVES } from "./vocabulary.ts";

const ANAPHORS = new Set("it this that them these those something".split(" "));

/**
 * What a verb without an object of substance is about: the matter spoken of.
 *
 * Reads the habit of minute-takers to name a matter once and to go on with "it": in the same sentence ("the parser is
 * slow, Ann is profiling it"), in the sentence before, in the line above, in what the speaker before said; "the draft"
 * goes back to "a draft of the rules"; else it is the heading's matter.
 */
export function anaphor(reading: Reading, predicate: Predicate, relation: Relation): readonly Mention[] {
  const { context, speakers } = reading;
  const antecedent = antecedentOf(reading, predicate);
  if (antecedent.length > 0) return antecedent;
  const described = describedBefore(reading, predicate);
  if (described.length > 0) return described;
  const pronoun = isAboutPronoun(reading, predicate);
  if (pronoun || isBareVerb(reading, predicate, relation)) {
    const earlier = earlierClause(reading, predicate);
    if (earlier.length > 0) return earlier;
  }
  const { focus } = context.thread;
  if (relation === "committed_to" && focus && isOfTheSentence(reading, focus)) return [focus];
  const { turn, isNear } = context.thread;
  const near = pronoun || isNear ? context.thread.near : undefined;
  const isTurn = speakers.length > 0;
  const item = isItem(reading, predicate);
  const isAlready = pronoun || relation === "committed_to" || item;
  const isAnswered = (isTurn && (pronoun || context.mode === "discussion")) || takesRole(reading, predicate);
  const told = isTurn && !pronoun && !item ? undefined : (near ?? (isAnswered ? turn : undefined));
  const before =
    isAlready && !isPassiveOfItsOwn(reading, predicate) ? (told ?? context.above)?.() : undefined;
  if (before && before.length > 0) return before;
  const own = "pronoun" in predicate.agents || "implied" in predicate.agents;
  if (pronoun && context.thread.focus && context.mode !== "discussion") return [context.thread.focus];
  // "submitted on Friday, written by Ann and Bob" below its matter
  const isMade = predicate.passive && "named" in predicate.agents && !isPassiveOfItsOwn(reading, predicate);
  if (context.mode === "report" && relation === "works_on")
    return isMade && context.topic ? [context.topic] : [];
  if (pronoun && context.thread.focus && !own) return [context.thread.focus];
  return context.topic ? [context.topic] : context.thread.focus && pronoun ? [context.thread.focus] : [];
}

/** "The tower has no owner. Ann volunteers as one": of what was named before. */
const takesRole = ({ tokens }: Reading, { verb, from }: Predicate): boolean =>
  ["volunteer", "step", "sign"].includes(verb) &&
  tokens.slice(from, from + 2).some(({ lower }) => lower === "as" || lower === "for");

/** Whether the object is "it", "this" or the like: "fix it", "get back to you on that". */
export function isAboutPronoun(reading: Reading, { from }: Predicate): boolean {
  for (let i = from; i < Math.min(reading.tokens.length, from + 6); i++) {
    if (isAnaphor(reading, i)) return true;
    const tag = reading.tags[i] ?? "break";
    if (i >= from + 2 && (tag === "break" || tag === "content" || tag === "name")) return false;
  }
  return false;
}

/** "Ann to prepare the final text": a plain noun, of the heading's matter as much as of the sentence before. */
export function isPlain({ tokens, tags }: Reading, { from, to, passive }: Predicate): boolean {
  const last = tokens.slice(from, to).findLastIndex(({ word }) => word);
  if (passive || tags[from + last] === "preposition") return false;
  let i = from;
  while (i < to && (tags[i] === "determiner" || EMPTY_ADJECTIVES.has((tokens[i] as Token).lower))) i++;
  return i < to && tags[i] === "content";
}

/** "The vote will be started by Ann": what is done is named, and is the heading's matter. */
const isPassiveOfItsOwn = ({ tokens, tags }: Reading, { passive, from, at }: Predicate): boolean =>
  passive &&
  tokens
    .slice(from, at)
    .some(
      ({ lower }, i) =>
        tags[from + i] === "content" && !WORK_ITEMS.has(lower) && !EMPTY_ADJECTIVES.has(lower),
    );

/** "Camp is confirmed, Ann organises", "The roof leaks, he will show where": a verb that ends its clause. */
function isBareVerb(
  { tags, annotations }: Reading,
  { agents, passive, from, to }: Predicate,
  relation: Relation,
): boolean {
  const isTold = "pronoun" in agents && agents.pronoun === "he" && relation === "committed_to";
  if (passive || !("named" in agents || isTold)) return false;
  // "a seat is missing, Ann asks Acme": whom she asks is not what about.
  const whom = annotations.get(from);
  const at = whom && (whom.kind === "person" || whom.kind === "organisation") ? whom.to : from;
  return at >= to || tags[at] === "break" || tags[at] === "conjunction";
}

/** "Ann to write two options for the gate, Bob helps with the numbers" */
const isOfTheSentence = ({ evidence }: Reading, { start, end }: Mention): boolean =>
  start >= evidence.start && end <= evidence.end;

/** "The crash is back. Ann has a patch", "Bob is bisecting", "filed a PR": work that says nothing of what it is for. */
function isItem({ tokens, tags }: Reading, { agents, from, to }: Predicate): boolean {
  if ("pronoun" in agents && agents.pronoun !== "i" && agents.pronoun !== "he") return false;
  if (from >= to || tags[from] === "break") return "named" in agents;
  const at = tags[from] === "determiner" ? from + 1 : from;
  return (
    WORK_ITEMS.has(tokens[at]?.lower ?? "") &&
    !["of", "for", "on", "to"].includes(tokens[at + 1]?.lower ?? "")
  );
}

/** "it", "this"; and "that" where it opens no clause. */
export function isAnaphor({ tokens, tags }: Reading, i: number): boolean {
  const token = tokens[i];
  if (!token || !ANAPHORS.has(token.lower)) return false;
  const behind = tags[i + 1];
  if (tags[i] === "determiner" && behind === "content") return false;
  // "will push something this week"
  if (token.lower === "something")
    return behind === undefined || ["break", "adverb", "determiner", "conjunction"].includes(behind);
  // "sends them the price list": whom.
  if (token.lower === "them" && behind === "determiner") return false;
  return (
    token.lower !== "that" ||
    behind === undefined ||
    ["break", "mark", "preposition", "adverb"].includes(behind)
  );
}

/** Where the clause of named agents hangs on "which"; -1 where it does not. */
function whichOf({ tokens }: Reading, { agents, passive, from }: Predicate): number {
  const at = passive ? from : "named" in agents ? (agents.named[0]?.from ?? 0) - 1 : -1;
  return tokens[at]?.lower === "which" ? at : -1;
}

/** "the new flag, which Ann is reswizzling" */
export const hangsOnWhich = (reading: Reading, predicate: Predicate): boolean =>
  whichOf(reading, predicate) >= 0;

/** "the new flag, which Ann will look into": what the clause hangs on is its object. */
function antecedentOf(reading: Reading, predicate: Predicate): Mention[] {
  const { tokens, tags, annotations } = reading;
  const which = whichOf(reading, predicate);
  if (which < 0) return [];
  const phrase = findNounPhrases(tokens, tags, annotations, Math.max(0, which - FARTHEST), which).at(-1);
  return phrase && isMatter(phrase) ? mentionsOf(reading, phrase) : [];
}

const isMatter = (phrase: NounPhrase): boolean => !phrase.generic && !isPersonPhrase(phrase);

/** "the parser is slow, Ann is profiling it": what the clause before names first. */
function earlierClause(reading: Reading, { at, agents }: Predicate): Mention[] {
  const { tokens, tags, annotations } = reading;
  const reach = Math.max(0, at - FARTHEST);
  let end = at;
  while (end > reach && !/^[,;:–—-]$/.test((tokens[end] as Token).text)) end--;
  // "has a student, Ann, who studies it": what stands in front of a name is who that is.
  const agent = "named" in agents ? agents.named[0]?.from : undefined;
  const isApposition = ({ to }: NounPhrase): boolean => tokens[to]?.text === "," && to + 1 === agent;
  // "all was broken since the scripts were old; Ann fixed those": the clause that is nearest.
  let start = end;
  while (start > reach && !CAUSES.has((tokens[start - 1] as Token).lower)) start--;
  const find = (from: number): NounPhrase | undefined =>
    findNounPhrases(tokens, tags, annotations, from, end).find(
      (candidate) => isMatter(candidate) && !isApposition(candidate),
    );
  const phrase = (start > reach ? find(start) : undefined) ?? find(reach);
  return phrase ? mentionsOf(reading, phrase) : [];
}

/** Nobody goes back by more words with "it". */
const FARTHEST = 100;
const CAUSES = new Set("since because as".split(" "));

/** The heading's matter, beside what a promise names. */
export function generalTopic({ context, speakers, evidence }: Reading): readonly Mention[] {
  const { topic } = context;
  if (topic && context.lineTopic && (topic.start < evidence.start || topic.end > evidence.end)) return [];
  return topic &&
    (context.mode !== "report" || context.owners.length === 0) &&
    (speakers.length > 0 || isDiscussed(context) || context.mode === "decisions")
    ? [topic]
    : [];
}

/** What a sentence names that a later one may be about: "The cost is unclear. Ann will check." */
export function matterOf(reading: Reading): (() => readonly Mention[]) | undefined {
  const { tokens, tags, annotations } = reading;
  if (tokens[0]?.lower === "part") return undefined;
  const words = tokens.filter(({ word }) => word).length;
  const isFragment =
    (reading.question && (words <= 2 || (words <= 6 && tokens[0]?.lower === "who"))) ||
    (words <= 4 && NEEDING.has(tokens[0]?.lower ?? ""));
  const phrases = findNounPhrases(tokens, tags, annotations, 0, tokens.length);
  const phrase = phrases.find(
    (candidate) =>
      isMatter(candidate) &&
      !ASKING.has((tokens[candidate.from] as Token).lower) &&
      (candidate.to - candidate.from > 1 ||
        (candidate.name && !candidate.name.weak) ||
        (candidate.from <= 1 &&
          (isSubject(reading, candidate) || ["one", "ones"].includes(tokens[candidate.to]?.lower ?? ""))) ||
        (candidate.from <= 3 && (isFragment || (reading.question && tags[0] === "aux")))),
  );
  // "They run it against the catalogue": the sentence is about what "it" was before.
  if (
    phrase?.preposition &&
    tokens.slice(0, phrase.from).some((_, i) => tokens[i]?.lower === "it" && isAnaphor(reading, i))
  )
    return undefined;
  const meant = namedBehind(reading, phrases) ?? phrase;
  return meant && (() => mentionsOf(reading, meant.name ? meant : cutAtVerb(meant, tokens)));
}

/** "Paint is gone", "The gate still squeaks" */
const isSubject = ({ tags }: Reading, { to }: NounPhrase): boolean => {
  const at = tags[to] === "adverb" ? to + 1 : to;
  return tags[at] === "aux" || (tags[at] === "verb" && at > to);
};

/** "most of the failures are one bug, the gate hinge", "one blocker is left: the paint": what the bug is called. */
function namedBehind({ tokens, tags }: Reading, phrases: readonly NounPhrase[]): NounPhrase | undefined {
  const last = phrases.at(-1);
  const before = phrases.at(-2);
  if (!last || !before?.generic || !isMatter(last) || last.to < tokens.length - 1) return undefined;
  let at = last.from - 1;
  while (at > 0 && tags[at] === "determiner") at--;
  if (!/^[,:–—-]$/.test(tokens[at]?.text ?? "") || !FAULTS.has((tokens[before.to - 1] as Token).lower))
    return undefined;
  const between = tokens.slice(before.to, at);
  return between.every(({ lower }) => ["is", "left", "remains", "still", "open"].includes(lower))
    ? last
    : undefined;
}

const FAULTS = new Set(
  "bug issue problem thing blocker question item point task topic matter cause reason".split(" "),
);

const NEEDING = new Set("need needs needed wanted missing".split(" "));
const ASKING = new Set("how why what when where which".split(" "));

/** Remembers what a plain noun was said to be for: "a draft of the rules", "docs for the parser". */
export function rememberDescribed(reading: Reading): void {
  const { tokens, tags, annotations, context, into } = reading;
  for (let i = 0; i + 2 < tokens.length; i++) {
    const head = (tokens[i] as Token).lower;
    if (tags[i] !== "content" || !DESCRIBED.has(head) || !OF.has((tokens[i + 1] as Token).lower)) continue;
    const phrase = findNounPhrases(tokens, tags, annotations, i + 2, Math.min(tokens.length, i + 10))[0];
    if (phrase && isMatter(phrase) && phrase.from <= i + 3)
      into.described.set(singular(head), {
        thread: context.thread,
        matter: () => mentionsOf(reading, phrase),
      });
  }
}

const OF = new Set(["of", "for", "on", "about"]);
const DESCRIBED = new Set(
  "doc docs document documents documentation draft drafts patch patches proposal proposals pr prs test tests text writeup prototype slides paper talk review plan list table page demo spec change fix blog blogpost announcement email tutorial report".split(
    " ",
  ),
);
const singular = (word: string): string => word.replace(/(?<=\p{L}{2})s$/u, "");

/** "the docs" of this section, "his draft" of the whole meeting. */
function describedBefore(
  { tokens, tags, context, into }: Reading,
  { from, to, passive }: Predicate,
): readonly Mention[] {
  if (passive || into.described.size === 0) return [];
  for (let i = from; i + 1 < Math.min(to, from + 4); i++) {
    if (tags[i] !== "determiner") continue;
    const known = into.described.get(singular((tokens[i + 1] as Token).lower));
    const isOwn = ["his", "her", "their"].includes((tokens[i] as Token).lower);
    const isSame = ["the", "that", "those", "this"].includes((tokens[i] as Token).lower);
    return known && (isOwn || (isSame && known.thread === context.thread)) ? known.matter() : [];
  }
  return [];
}
