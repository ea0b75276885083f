import { findNounPhrases, type NounPhrase } from "./noun-phrases.ts";
import { agentList } from "./agent-list.ts";
import { generalTopic } from "./anaphora.ts";
import type { Tag } from "./tag.ts";
import type { Token } from "./tokens.ts";
import type { Annotation } from "./annotate.ts";
import { findStatus } from "./status.ts";
import { FUTURE, MADE_THINGS, NEGATION, POSSIBLE, WORK_ITEMS, WORK_VERBS } from "./verbs.ts";
import { VOTES } from "./line-patterns.ts";
import { BE_FORMS, findVerb, isGenericWord, isPast, isTemporal } from "./vocabulary.ts";
import { oneOf } from "./words.ts";
import { mentionOf } from "./mention-of.ts";
import { type Reading, isPersonPhrase, mentionsOf } from "./reading.ts";

/**
 * "the parser series from Ann was merged", "a patch by Bob for the lexer", "the lexer PR is from Cy", "topic from Dee":
 * whose work it is.
 */
export function readProvenance(reading: Reading): void {
  const { tokens, tags, annotations, into, evidence, status, question, context } = reading;
  const names = reading.namesPerson || reading.namesBody;
  if (!names || question || context.mode === "actions" || context.mode === "next") return;
  for (let i = 1; i + 1 < tokens.length; i++) {
    const person = annotations.get(i + 1);
    const before = tokens[i - 1] as Token;
    const source = (tokens[i] as Token).lower;
    if (
      (person?.kind !== "person" && person?.kind !== "organisation") ||
      !["from", "by", "of"].includes(source)
    )
      continue;
    if (/^['’]s$/.test(tokens[person.to]?.text ?? "")) continue;
    // "talk of Ann went well", "patches of Bob's"
    if (source === "of" && !(person.kind === "person" && MADE_THINGS.has(before.lower))) continue;
    const work = BE_FORMS.has(before.lower) ? workBefore(reading, i - 1) : i;
    const isTopic = work === 1 && /^(?:topic|item|subject)$/.test(before.lower);
    const things = source === "from" ? WORK_ITEMS : MADE_THINGS;
    const isItem = things.has(tokens[work - 1]?.lower ?? "") && tags[work - 1] === "content";
    const isWork = isTopic || isItem;
    if (work < 1 || (!isWork && !(person.kind === "person" && isAuthored(reading, i)))) continue;
    const phrase = isTopic ? undefined : workPhrase(reading, work, person.to);
    if (!isWork && !phrase) continue;
    const own = phrase ? mentionsOf(reading, phrase) : [];
    const targets = new Set([
      ...own,
      ...(phrase ? generalTopic(reading) : context.topic ? [context.topic] : []),
    ]);
    for (const maker of agentList(reading, i + 1).agents)
      for (const target of targets)
        into.claim("works_on", mentionOf(reading, maker), target, evidence, { rule: "work-from", status });
  }
}

/** "The lexer PR in the API is from Cy": behind the work item that is the subject; 0 where there is none. */
function workBefore({ tokens, tags }: Reading, be: number): number {
  for (let i = be - 1; i >= Math.max(0, be - 8); i--) {
    if (tags[i] === "verb" || tags[i] === "break") return 0;
    if (WORK_ITEMS.has((tokens[i] as Token).lower)) return i + 1;
  }
  return 0;
}

/** "the `tidal` package by Ann", "new harness by Bob": what somebody has made, and not what somebody has said. */
function isAuthored({ tokens, tags }: Reading, by: number): boolean {
  const before = tokens[by - 1] as Token;
  const last = before.word ? before : tokens[by - 2];
  const opening = breakBefore(tags, by) + 1;
  return (
    (tokens[by] as Token).lower === "by" &&
    last !== undefined &&
    isNominal(tags[tokens.indexOf(last)]) &&
    !SAID.has(last.lower) &&
    !isTemporal(last) &&
    (!isGenericWord(last.lower) || TESTS.has(last.lower)) &&
    !isPast(last.lower) &&
    // "were moved to the rack by Ann": what she has made is in front of the verb.
    !tokens
      .slice(Math.max(0, by - 6), by)
      .some((token, i, near) => isPast(token.lower) && BE_FORMS.has(near[i - 1]?.lower ?? "")) &&
    // "Guide: ported to the wiki by Ann"
    !(isPast(tokens[opening]?.lower ?? "") && tags[opening + 1] === "preposition")
  );
}

/** What is somebody's as soon as it is of something: "load tests by Ann". */
const TESTS = new Set("test tests experiment experiments analysis slides tool implementation".split(" "));

const isNominal = (tag: string | undefined): boolean => tag === "content" || tag === "name";

/** What somebody has said, and not made. */
export const SAID = new Set(
  "comment comments question questions remark remarks suggestion suggestions point points request requests objection objections concern concerns vote votes motion side signed-off step day one example proposal-by reference mention quote".split(
    " ",
  ),
);

/**
 * "Three ports: Linux (Ann), BSD (Bob, remote)", "the gate, then cranes (Acme: Cy, Dee)": whose the thing in front of the
 * brackets is; where it is more than the thing that stands there, only in a row of such things.
 */
export function readShares(reading: Reading): void {
  const { tokens, tags, annotations, into, evidence, question } = reading;
  if (!reading.namesPerson || question) return;
  let unlisted = 0;
  const shares: { phrase: NounPhrase; people: Annotation[]; isAlone: boolean }[] = [];
  for (let i = 1; i + 2 < tokens.length; i++) {
    if (tokens[i]?.text !== "(") continue;
    const opening = skipBody(reading, i + 1);
    if (annotations.get(opening)?.kind !== "person") {
      if (tokens[i + 1]?.capital && tokens[i + 2]?.capital) unlisted++;
      continue;
    }
    const { agents, to } = agentList(reading, opening);
    const isClosed = tokens[to]?.text === ")" || (tokens[to]?.text === "," && tokens[to + 2]?.text === ")");
    const phrase = findNounPhrases(tokens, tags, annotations, Math.max(0, i - 5), i).at(-1);
    const isHere = phrase && phrase.to === i && !phrase.generic && !isPersonPhrase(phrase);
    if (!isClosed || !isHere) continue;
    const people = agents.filter(({ kind }) => kind === "person");
    const isMatter = phrase.to - phrase.from > 1 && phrase.names.every(({ kind }) => kind !== "organisation");
    shares.push({ phrase, people, isAlone: isMatter && opensClause(reading, phrase.from) });
  }
  const isRow = shares.length + unlisted > 1;
  for (const { phrase, people, isAlone } of shares)
    for (const target of isRow || isAlone ? mentionsOf(reading, phrase) : [])
      for (const person of people)
        into.claim("works_on", mentionOf(reading, person), target, evidence, { rule: "whose-share" });
}

/**
 * "The port is merged (Ann from Ember), straps added [Bob]; see the blog": in brackets behind a clause that tells how far
 * its matter is, whoever has done it.
 */
export function readSigned(reading: Reading): void {
  const { tokens, tags, annotations, into, evidence, question, content, context } = reading;
  if (!reading.namesPerson || question || context.mode === "actions" || context.mode === "next") return;
  for (let i = 2; i + 2 < tokens.length; i++) {
    if (!/^[([]$/.test(tokens[i]?.text ?? "") || annotations.get(i + 1)?.kind !== "person") continue;
    const { agents, to } = agentList(reading, i + 1);
    // "(Ann + a writer from the docs)"
    if (!/^(?:[)\]+&]|and)$/.test(tokens[to]?.lower ?? "")) continue;
    const before = breakBefore(tags, i);
    const clause = content.text.slice(tokens[before + 1]?.start, tokens[i]?.start);
    const end = verbBetween(tags, before + 1, i);
    const status = findStatus(clause);
    const words = tokens.slice(before + 1, i);
    const isOpen = words.some(
      ({ lower }, at) =>
        (NEGATION.has(lower) && !(lower === "no" && words[at + 1]?.lower === "longer")) ||
        POSSIBLE.has(lower) ||
        FUTURE.has(lower) ||
        UNDONE.has(lower),
    );
    const ends = to + 1 >= tokens.length || /^[.,;)]$/.test(tokens[to + 1]?.text ?? "");
    if (before + 1 === i || isOpen || (!status && !(ends && tellsDeed(reading, before + 1, i)))) continue;
    const phrase = findNounPhrases(tokens, tags, annotations, before + 1, end < 0 ? i : end).find(
      (candidate) => !isPersonPhrase(candidate),
    );
    const targets =
      phrase && !phrase.generic ? mentionsOf(reading, phrase) : context.topic ? [context.topic] : [];
    for (const agent of agents.filter(({ kind }) => kind === "person"))
      for (const target of targets)
        into.claim("works_on", mentionOf(reading, agent), target, evidence, {
          rule: "signs-the-state",
          status,
        });
  }
}

/** Where the clause ends that stands in front of a token's, so many tokens away at the most. */
function breakBefore(tags: readonly Tag[], at: number): number {
  let i = at - 1;
  while (i >= 0 && at - i < LONGEST_CLAUSE && tags[i] !== "break") i--;
  return i;
}

/** The first verb or auxiliary; -1 where there is none. */
function verbBetween(tags: readonly Tag[], from: number, to: number): number {
  for (let i = from; i < to; i++) if (tags[i] === "aux" || tags[i] === "verb") return i;
  return -1;
}

/** In tokens */
const LONGEST_CLAUSE = 60;

/** What is wanted, asked or said, and not done. */
const UNDONE = new Set(
  "need needs needed wants i we you they he she please todo why how what who".split(" "),
);

/** "UI designed on Tuesday", "is no longer experimental", "now running nightly", "straps added": a matter, and what was done to it. */
function tellsDeed({ tokens, tags }: Reading, from: number, to: number): boolean {
  const verb = verbBetween(tags, from + 1, to);
  if (verb < 0 || tags[from] === "name") return false;
  const lower = tokens[verb]?.lower ?? "";
  return tags[verb] === "aux"
    ? BE_FORMS.has(lower) || /^(?:has|have)$/.test(lower)
    : isPast(lower) || lower.endsWith("ing");
}

/** "(Acme: Ann, Bob)", "(Acme - Ann)": behind the body that they are of. */
function skipBody({ tokens, annotations }: Reading, at: number): number {
  const body = annotations.get(at);
  return body?.kind === "organisation" && /^[:–—-]$/.test(tokens[body.to]?.text ?? "") ? body.to + 1 : at;
}

/** Whether what stands in front of a token in its clause are only small words: "; also the crane". */
function opensClause({ tokens, tags }: Reading, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && ["determiner", "adverb", "conjunction"].includes(tags[i] ?? "")) i--;
  return i < 0 || /^[,;:.–—-]$/.test(tokens[i]?.text ?? "");
}

/** "The pump motor, lead Ann", "crane draft in last call, shepherd is Bob", "the port; assigned to Cy": whose the matter in front of the office is. */
export function readHolders(reading: Reading): void {
  const { tokens, tags, annotations, into, evidence, question, context } = reading;
  if (!reading.namesPerson || question) return;
  for (const person of annotations.values()) {
    if (person.kind !== "person") continue;
    const isAssigned =
      tokens[person.from - 1]?.lower === "to" && tokens[person.from - 2]?.lower === "assigned";
    const link = isAssigned || /^(?:is|are|:)$/.test(tokens[person.from - 1]?.lower ?? "") ? 1 : 0;
    const office = person.from - 1 - link;
    if (office < 0 || !(isAssigned || HOLDERS.has(tokens[office]?.lower ?? ""))) continue;
    const isBehind = BE_FORMS.has(tokens[office - 1]?.lower ?? "") && isAssigned;
    if (office > 0 && !isBehind && !/^[,;(–—-]$/.test(tokens[office - 1]?.text ?? "")) continue;
    const { agents, to } = agentList(reading, person.from);
    if (to < tokens.length && !/^[.,;)]$/.test(tokens[to]?.text ?? "")) continue;
    const phrase = findNounPhrases(
      tokens,
      tags,
      annotations,
      Math.max(0, office - LONGEST_CLAUSE),
      office,
    ).find((candidate) => !candidate.generic && !isPersonPhrase(candidate));
    const matter = reading.lead ?? context.topic;
    for (const target of phrase ? mentionsOf(reading, phrase) : matter ? [matter] : [])
      for (const agent of agents)
        into.claim("works_on", mentionOf(reading, agent), target, evidence, { rule: "holds-the-office" });
  }
}

/** Offices whose holder has the matter. */
const HOLDERS = new Set(
  "author authors editor editors lead leads owner owners champion champions shepherd shepherds assignee assignees driver drivers maintainer maintainers".split(
    " ",
  ),
);

/** What the patches in front of "from Ann" are about, or what stands behind "for". */
function workPhrase(
  { tokens, tags, annotations }: Reading,
  at: number,
  behind: number,
): NounPhrase | undefined {
  const isMatter = (phrase: NounPhrase): boolean => !phrase.generic && !isPersonPhrase(phrase);
  const front = findNounPhrases(tokens, tags, annotations, Math.max(0, at - 7), at).at(-1);
  if (front && isMatter(front) && front.to >= at - 2) return front;
  if (!["for", "to", "on", "adding"].includes(tokens[behind]?.lower ?? "")) return undefined;
  return findNounPhrases(tokens, tags, annotations, behind, Math.min(tokens.length, behind + 8)).find(
    isMatter,
  );
}

/** "the crash is fixed, thanks to Ann": whoever is thanked has done it. */
export function readThanks(reading: Reading): void {
  const { tokens, tags, annotations, into, evidence, status, question, context } = reading;
  if (question || !(reading.namesPerson || reading.namesBody)) return;
  const at = tokens.findIndex(
    (token, i) =>
      isThanks(token) &&
      (i === 0 ||
        tokens[i + 1]?.lower === "to" ||
        /^[(,;.!–—-]$/.test(tokens[i - 1]?.text ?? "") ||
        GRATEFUL.has(tokens[i - 1]?.lower ?? "")),
  );
  if (at < 0) return;
  const to = tokens[at + 1]?.lower === "to" ? at + 2 : at + 1;
  const person = annotations.get(to);
  if (person?.kind !== "person" && person?.kind !== "organisation") return;
  // "thanks to Ann's work on the hooks": it is the hooks that are hers.
  if (/^['’]s$/.test(tokens[person.to]?.text ?? "")) return;
  const isMatter = (phrase: NounPhrase): boolean => !phrase.generic && !isPersonPhrase(phrase);
  const behind = agentList(reading, to).to;
  // "the ladder: done (thanks Ann)"
  const isState = at > 0 && tokens.slice(0, at).every((token, i) => isStateWord(token, tags[i]));
  const matter =
    findNounPhrases(tokens, tags, annotations, 0, at).find(isMatter) ??
    (tokens[behind]?.lower === "for"
      ? findNounPhrases(tokens, tags, annotations, behind, tokens.length).find(isMatter)
      : undefined);
  // "the port is out, thanks Ann for doing the release"
  const deed = findVerb(tokens[behind + 1]?.lower ?? "");
  const hasDone =
    tokens[behind]?.lower === "for" &&
    deed?.form === "ing" &&
    (deed.base === "do" || WORK_VERBS.has(deed.base));
  const targets =
    matter && !ATTENDING.has((tokens[matter.to - 1] as Token).lower)
      ? mentionsOf(reading, matter)
      : !matter && (hasDone || isState) && context.topic
        ? [context.topic]
        : [];
  for (const agent of agentList(reading, to).agents)
    for (const target of targets)
      into.claim("works_on", mentionOf(reading, agent), target, evidence, { rule: "thanked-for", status });
  // "kudos to Ann for the report and Bob for the patch"
  const end = Math.min(tokens.length, behind + LONGEST_CLAUSE);
  for (let i = behind + 1; i + 2 < end && tokens[behind]?.lower === "for"; i++) {
    if (annotations.get(i)?.kind !== "person" || !/^(?:and|,)$/.test(tokens[i - 1]?.lower ?? "")) continue;
    const other = agentList(reading, i);
    const thing = findNounPhrases(tokens, tags, annotations, other.to, end)[0];
    const own = thing && isMatter(thing) ? mentionsOf(reading, thing) : context.topic ? [context.topic] : [];
    for (const agent of tokens[other.to]?.lower === "for" ? other.agents : [])
      for (const target of own)
        into.claim("works_on", mentionOf(reading, agent), target, evidence, { rule: "thanked-for", status });
  }
}

const isStateWord = ({ lower, word }: Token, tag: string | undefined): boolean =>
  !word || tag === "adverb" || isPast(lower) || BE_FORMS.has(lower);

const isThanks = oneOf("thanks thank thx kudos props ty");
/** "Many thanks", "a big thank you" */
const GRATEFUL = new Set("many big huge special warm special lots most".split(" "));

/** What people are thanked for that is no work. */
const ATTENDING = new Set(
  "coming joining attending hosting coffee time patience attention participation hospitality".split(" "),
);

/** "Announcement: Ann.", "Slides: Bob and Cy": at the end of what was said, whoever stands behind a thing is to do it. */
export function readBehindColon(reading: Reading): void {
  const { tokens, tags, annotations, into, evidence, question, context, content } = reading;
  if (!reading.namesPerson || question || !context.topic) return;
  if (context.mode !== "discussion" && context.mode !== "decisions") return;
  const colon = tokens.findIndex(({ text }) => text === ":");
  if (colon < 1 || colon > 4) return;
  if (annotations.get(colon + 1)?.kind !== "person" || HOLDERS.has(tokens[colon - 1]?.lower ?? "")) return;
  if (tags.slice(0, colon).some((tag) => tag === "verb" || tag === "aux" || tag === "pronoun")) return;
  const { agents, to } = agentList(reading, colon + 1);
  if (agents.length > 2 || (to < tokens.length && tokens[to]?.text !== ".")) return;
  if (VOTES.test(content.text.slice(0, tokens[colon]?.start))) return;
  const [phrase] = findNounPhrases(tokens, tags, annotations, 0, colon);
  if (!phrase || isPersonPhrase(phrase)) return;
  const targets = phrase.generic ? [context.topic] : mentionsOf(reading, phrase);
  for (const agent of agents)
    for (const target of targets)
      into.claim("committed_to", mentionOf(reading, agent), target, evidence, {
        rule: "stands-behind-the-matter",
        modality: "planned",
      });
}
