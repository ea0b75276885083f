import { agentList } from "./agent-list.ts";
import type { Annotation } from "./annotate.ts";
import type { Mention } from "./mention.ts";
import { speakersOf } from "./first-person.ts";
import { mentionOf } from "./mention-of.ts";
import { findNounPhrases, type NounPhrase } from "./noun-phrases.ts";
import { type Reading, isPersonPhrase, mentionsOf } from "./reading.ts";
import type { Tag } from "./tag.ts";
import type { Token } from "./tokens.ts";
import { MADE_THINGS, WORK_ITEMS } from "./verbs.ts";
import { findVerb } from "./vocabulary.ts";

/** "Ann's paging series is the way to go", "reviewed Bob's draft of the rules": whose work it is. */
export function readPossessions(reading: Reading): void {
  const { tokens, tags, annotations, into, evidence, question, context } = reading;
  if (!reading.namesPerson || question || context.mode === "actions" || context.mode === "next") return;
  for (const person of annotations.values()) {
    if (person.kind !== "person" || !/^['’]s?$/.test(tokens[person.to]?.text ?? "")) continue;
    const from = person.to + 1;
    let end = from;
    while (end < tokens.length && isNominal(tags[end]) && !isDoing(tokens, from, end)) end++;
    if (!MADE_THINGS.has(tokens[end - 1]?.lower ?? "")) continue;
    const stop = ["for", "of", "on"].includes(tokens[end]?.lower ?? "") ? end + 7 : end;
    const phrase = findNounPhrases(tokens, tags, annotations, from, Math.min(tokens.length, stop)).find(
      (candidate) => !candidate.generic && !isPersonPhrase(candidate),
    );
    // "Ann's draft was updated": of the heading's matter.
    const isBare = end === from + 1 && MADE_THINGS.has(tokens[from]?.lower ?? "");
    const matter = phrase ?? (isBare ? subjectBefore(reading, person.from) : undefined);
    const own = isBare && context.topic ? [context.topic] : [];
    for (const target of matter ? mentionsOf(reading, matter) : own)
      into.claim("works_on", mentionOf(reading, person), target, evidence, { rule: "whose-work" });
  }
}

/** "the drawbridge is up, mostly Ann's work": what a comma parts from whose it is. */
function subjectBefore({ tokens, tags, annotations }: Reading, at: number): NounPhrase | undefined {
  let comma = at - 1;
  while (comma > 0 && tags[comma] === "adverb") comma--;
  if (tokens[comma]?.text !== ",") return undefined;
  const [phrase] = findNounPhrases(tokens, tags, annotations, 0, Math.min(comma, LONGEST_SUBJECT));
  return phrase && !phrase.generic && !isPersonPhrase(phrase) ? phrase : undefined;
}

/** "Ann's script files tickets": what it does, and no part of its name. */
const isDoing = (tokens: readonly Token[], from: number, at: number): boolean =>
  at > from &&
  MADE_THINGS.has(tokens[at - 1]?.lower ?? "") &&
  findVerb(tokens[at]?.lower ?? "")?.form === "s";

/** "My proposal in the PR is to clamp", "our patch for the lexer": what a speaker calls their own. */
export function readOwnWork(reading: Reading): void {
  const { tokens, tags, annotations, into, evidence, question, context } = reading;
  if (question || context.mode === "actions" || context.mode === "next") return;
  const at = tokens.findIndex(({ lower }) => lower === "my");
  const owners = at < 0 ? [] : speakersOf(reading);
  if (owners.length === 0) return;
  let end = at + 1;
  while (end < tokens.length && isNominal(tags[end])) end++;
  if (!WORK_ITEMS.has(tokens[end - 1]?.lower ?? "")) return;
  const stop = ["for", "of", "on"].includes(tokens[end]?.lower ?? "") ? end + 7 : end;
  const phrase = findNounPhrases(tokens, tags, annotations, at + 1, Math.min(tokens.length, stop)).find(
    (candidate) => !candidate.generic && !isPersonPhrase(candidate),
  );
  const targets = phrase ? mentionsOf(reading, phrase) : context.topic ? [context.topic] : [];
  for (const owner of owners)
    for (const target of targets) into.claim("works_on", owner, target, evidence, { rule: "own-work" });
}

/**
 * "The parser is Ann's", "it was Bob's baby", "the crash is Cy's own bug", "the rest is with Dee", "the docs are mine":
 * whose a matter is.
 */
export function readOwnership(reading: Reading): void {
  const { tokens, annotations, question, context } = reading;
  if (question || context.mode === "actions" || context.mode === "next") return;
  for (const person of annotations.values()) {
    if (person.kind !== "person") continue;
    const before = tokens[person.from - 1]?.lower ?? "";
    const isWith = WITH.has(before);
    const { to } = agentList(reading, person.from);
    const isIn = before === "in" || before === "on";
    const be = beBefore(reading, isWith || isIn ? person.from - 1 : person.from);
    const isTheirs = isIn && isInHand(tokens, person.to);
    if (
      be >= 0 &&
      (isTheirs ||
        (isWith ? endsClause(tokens, person.to) || endsClause(tokens, to) : isHeld(reading, person)))
    )
      claimOwned(reading, be, [mentionOf(reading, person)], "whose-matter");
  }
  const mine = tokens.findIndex(({ lower }, i) => lower === "mine" && endsClause(tokens, i + 1));
  const be = mine > 0 ? beBefore(reading, mine) : -1;
  if (mine < 0 || (mine > 0 && be < 0)) return;
  claimOwned(reading, be, speakersOf(reading), "own-matter");
}

/** "is in Ann's hands", "is on Bob's plate" */
const isInHand = (tokens: readonly Token[], at: number): boolean =>
  /^['’]s?$/.test(tokens[at]?.text ?? "") &&
  /^(?:hands?|court|plate|desk|queue|list|backlog|radar)$/.test(tokens[at + 1]?.lower ?? "");

/** Behind these stands who has the matter: "is with Ann", "is up to Ann". */
const WITH = new Set(["with", "on", "to"]);

/** The form of "be" in front of a word, adverbs between them; -1 where there is none. */
function beBefore({ tokens, tags }: Reading, before: number): number {
  let at = before - 1;
  if (tokens[before]?.lower === "to") {
    if (tokens[at]?.lower !== "up") return -1;
    at--;
  }
  while (at > 0 && tags[at] === "adverb" && !NEGATED.has((tokens[at] as Token).lower)) at--;
  return at >= 0 && BE.test((tokens[at] as Token).lower) ? at : -1;
}

const BE = /^(?:is|are|was|were|been|be|(?:it|that|this|these|those|they)['’](?:s|re))$/;
const NEGATED = new Set("not never no".split(" "));

/** "Ann's", "Ann's baby", "Ann's own bug" at the end of its clause. */
function isHeld({ tokens, tags }: Reading, person: Annotation): boolean {
  if (!/^['’]s$/.test(tokens[person.to]?.text ?? "")) return false;
  let at = person.to + 1;
  while (at < person.to + 4 && (OWN.has(tokens[at]?.lower ?? "") || HELD.has(tokens[at]?.lower ?? ""))) at++;
  return endsClause(tokens, at) || tags[at] === "conjunction" || tags[at] === "preposition";
}

const OWN = new Set("own old little pet current".split(" "));
const HELD = new Set(
  "baby babies bug bugs thing job task turf project projects area domain department department child brainchild responsibility work item part piece feature code idea initiative ticket problem field topic corner pot".split(
    " ",
  ),
);

function endsClause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    !token || /^[.,;:!)–—]$/.test(token.text) || ["and", "but", "so", "now", "then"].includes(token.lower)
  );
}

/** What stands in front of "is Ann's" is hers; "that's mine" is what was spoken of, and a promise. */
function claimOwned(reading: Reading, be: number, owners: readonly Mention[], rule: string): void {
  const { tokens, tags, annotations, into, evidence, context, speakers } = reading;
  let from = Math.max(be, 0);
  while (from > 0 && be - from < LONGEST_SUBJECT && !/^[,;:–—]$/.test((tokens[from - 1] as Token).text))
    from--;
  const phrases = be > 0 ? findNounPhrases(tokens, tags, annotations, from, be) : [];
  if (phrases.some(isPersonPhrase)) return;
  const phrase = phrases.find(({ generic }) => !generic);
  const { near, turn } = context.thread;
  const before = (near ?? (speakers.length ? turn : undefined))?.() ?? [];
  const isPromise = !phrase && rule === "own-matter";
  const general = context.topic && (before.length === 0 || !isPromise) ? [context.topic] : [];
  const spoken = [...before, ...general.filter((topic) => !before.includes(topic))];
  for (const owner of owners)
    for (const target of phrase ? mentionsOf(reading, phrase) : spoken)
      into.claim(isPromise ? "committed_to" : "works_on", owner, target, evidence, {
        rule,
        modality: isPromise ? "planned" : undefined,
      });
}

/** In tokens: what stands in front of "is Ann's" is shorter. */
const LONGEST_SUBJECT = 40;

const isNominal = (tag: Tag | undefined): boolean => tag === "content" || tag === "name";
