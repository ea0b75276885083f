import { agentList } from "./agent-list.ts";
import type { MappedText } from "../minutes/document.ts";
import { sliceMapped, toDocumentSpan } from "../minutes/mapped-text.ts";
import { splitSentences } from "../minutes/split-sentences.ts";
import type { Modality, Relation } from "../model/schema.ts";
import { annotate, type Lexicon } from "./annotate.ts";
import { type Context, isDiscussed, type Thread } from "./context.ts";
import type { Extraction } from "./extraction.ts";
import { findMatters } from "./find-matters.ts";
import type { Mention } from "./mention.ts";
import { readAffiliations } from "./read-affiliations.ts";
import { isAnswer } from "./judge-line.ts";
import { findNounPhrases } from "./noun-phrases.ts";
import { findPredicates, type Predicate } from "./predicates.ts";
import { canTellState, findStatus } from "./status.ts";
import { tagTokens } from "./tag.ts";
import { type Token, tokenize } from "./tokens.ts";
import { AUXILIARIES, findVerb, isPast } from "./vocabulary.ts";
import { HUMAN_VERBS, SPEECH_VERBS } from "./verbs.ts";
import { anaphor, isPlain, generalTopic, matterOf, rememberDescribed } from "./anaphora.ts";
import { choosePhrases, objectsOf } from "./find-objects.ts";
import { EXPLAINING, isMotion, relationOf, TALKS } from "./judge-predicate.ts";
import {
  readBehindColon,
  readHolders,
  readProvenance,
  readShares,
  readSigned,
  readThanks,
} from "./read-credits.ts";
import { readParts, readVolunteers } from "./read-parts.ts";
import { readOwnership, readOwnWork, readPossessions } from "./read-possessions.ts";
import { mentionOf } from "./mention-of.ts";
import { type Reading, isPersonPhrase, mentionsOf, mentionsOfAll } from "./reading.ts";
import { readToldMatter } from "./read-told-matter.ts";
import { resolveAgents } from "./resolve-agents.ts";
import { findReportClauses } from "./report-clauses.ts";

/** How a line is to be read. */
export interface StatementOptions {
  speakers: readonly Mention[];
  /** Clauses without a subject are the speaker's or the owner's work. */
  implied: boolean;
  /** Whether the line is what somebody is to do. */
  task?: boolean;
  /** What the line begins with, where that is a matter within the heading's: its later sentences are about it, too. */
  lead?: Mention | undefined;
}

/**
 * Reads the sentences of one line: who works on what, who promises what, who speaks about what.
 *
 * Reads the general habits of minute-takers: a subject with a verb of work ("Ann fixed the parser"), a promise
 * ("Ann will", "Ann to", "agreed to"), reported speech ("Ann said she would"), a passive with "by", and the clauses
 * without a subject of a report.
 */
export function readStatement(
  content: MappedText,
  context: Context,
  options: StatementOptions,
  lexicon: Lexicon,
  into: Extraction,
): void {
  context.thread.near = undefined;
  if (options.implied && isAnswer(content)) return;
  const spans = splitSentences(content.text);
  let { speakers } = options;
  let lead: Mention | undefined;
  for (const span of spans) {
    const sentence = sliceMapped(content, span.start, span.end);
    const reading = createReading(sentence, context, { ...options, speakers }, lexicon, into);
    reading.opens = span === spans[0];
    if (!reading.opens) reading.lead = lead;
    else if (!reading.namesPerson) ({ lead } = options);
    const before = context.thread.focus;
    const implied = options.implied && !/^please\b/i.test(reading.content.text);
    const predicates = findPredicates(reading, implied);
    const spoken = readPredicates(reading, predicates);
    if (implied) readReport(reading, predicates, spoken);
    speakers = findReporter(reading, predicates) ?? speakers;
    if (implied) readState(reading);
    if (implied) readToldMatter(reading);
    readProvenance(reading);
    readPossessions(reading);
    readOwnWork(reading);
    readOwnership(reading);
    readShares(reading);
    readSigned(reading);
    readHolders(reading);
    readThanks(reading);
    readBehindColon(reading);
    readParts(reading);
    readVolunteers(reading);
    readAffiliations(reading);
    recordNames(reading);
    recordMatters(reading);
    rememberDescribed(reading);
    rememberNamed(reading);
    const { thread }: { thread: Thread } = context;
    const { focus } = thread;
    const matter = focus && focus !== before ? () => [focus] : matterOf(reading);
    if (span === spans.at(-1))
      thread.turn = matter ?? thread.near ?? (reading.question ? undefined : thread.turn);
    else {
      thread.near = matter ?? thread.near;
      thread.isNear = matter !== undefined;
    }
  }
}

/** "Ann is on the gate. Hinges are ordered" in a body's report: what follows is the report of whoever it opens with. */
function findReporter(
  { opens, speakers, context, annotations }: Reading,
  [first]: readonly Predicate[],
): readonly Mention[] | undefined {
  const { owners, mode, thread } = context;
  const isBodys = owners.length > 0 && owners.every(({ kind }) => kind === "organisation");
  if (!opens || speakers.length > 0 || mode !== "report" || !isBodys) return undefined;
  const opening = annotations.get(0);
  const isSubject = first && "named" in first.agents && first.agents.named.some(({ from }) => from === 0);
  return isSubject && opening?.kind === "person" && thread.person ? [thread.person] : undefined;
}

/** "Ann: the installer is in progress": whoever reports a matter's state works on it. */
function readState(reading: Reading): void {
  const { tokens, tags, annotations, status, context, speakers, into, evidence } = reading;
  if (!status || reading.question || context.mode === "decisions" || context.mode === "actions") return;
  const be = tokens.findIndex(
    ({ lower }, index) =>
      ["is", "are", "was", "were"].includes(lower) ||
      (["has", "have", "got"].includes(lower) && isParticiple(tokens[index + 1]?.lower ?? "")),
  );
  const end = be < 0 ? stateAt(reading) : be;
  if (
    end < 1 ||
    end > 8 ||
    tags.slice(0, end).some((tag) => tag === "pronoun" || tag === "verb" || tag === "aux")
  )
    return;
  const [phrase, second] = findNounPhrases(tokens, tags, annotations, 0, end);
  if (!phrase || isPersonPhrase(phrase) || second) return;
  // "I'd like a note with numbers. Text is half ready"
  const isText = phrase.generic && TEXTS.has((tokens[phrase.to - 1] as Token).lower);
  if (phrase.generic && !isText) return;
  const targets = isText ? (context.thread.near?.() ?? []) : mentionsOf(reading, phrase);
  if (
    findStatus(
      reading.content.text.slice((tokens[end] as Token).start, (tokens[end] as Token).start + 60),
    ) !== status
  )
    return;
  for (const owner of speakers.length ? speakers : context.owners)
    for (const target of targets)
      into.claim("works_on", owner, target, evidence, { rule: "state-of-the-work", status });
}

const TEXTS = new Set("text draft patch patches pr code implementation wording prototype fix".split(" "));

const isParticiple = (lower: string): boolean => lower === "been" || findVerb(lower)?.form === "past";

/** Where a clause without a verb ends on its state: "page cache patches merged". */
function stateAt({ tokens }: Reading): number {
  const words = tokens.filter(({ word }) => word);
  const last = words.at(-1);
  return last && findVerb(last.lower)?.form === "past" ? tokens.indexOf(last) : -1;
}

function createReading(
  content: MappedText,
  context: Context,
  options: StatementOptions,
  lexicon: Lexicon,
  into: Extraction,
): Reading {
  const tokens = tokenize(content.text);
  const annotations = annotate(tokens, lexicon);
  let [namesPerson, namesBody] = [false, false];
  for (const { kind } of annotations.values()) {
    namesPerson ||= kind === "person";
    namesBody ||= kind === "organisation";
  }
  return {
    content,
    tokens,
    annotations,
    tags: tagTokens(tokens, annotations, options.task),
    evidence: toDocumentSpan(content, 0, content.text.length),
    status: tokens.some(canTellState) ? findStatus(content.text) : undefined,
    question: isQuestion(content.text, tokens),
    namesPerson,
    namesBody,
    opens: false,
    context,
    speakers: options.speakers,
    lexicon,
    into,
  };
}

/** "who does this?", and not "Ann does this these days, no?" */
function isQuestion(text: string, tokens: readonly Token[]): boolean {
  if (!text.includes("?") || !/\?["”')\]]*$/.test(text)) return false;
  const opens = tokens[0]?.lower ?? "";
  // "I'd like to show the plugin, 15 minutes?"
  if (/^i(?:['’](?:d|ll|m|ve))?$/.test(opens) && /,\s(?:\S+\s){0,3}\S+\?$/.test(text.slice(-60)))
    return false;
  return (
    !/[\s,](?:no|right|correct|yes|eh)\?$/i.test(text) ||
    tokens.length < 5 ||
    AUXILIARIES.has(opens) ||
    ASKS.test(opens)
  );
}

const ASKS = /^(?:who|what|when|where|why|which|how|whether|any|anyone|anybody)$/;

/** @returns whether an agent of the sentence's own does something in it */
function readPredicates(reading: Reading, predicates: readonly Predicate[]): boolean {
  let named = false;
  let asked = false;
  let reporter: readonly Mention[] = [];
  for (const predicate of predicates) {
    const agents = resolveAgents(reading, predicate, reporter);
    if ("named" in predicate.agents) {
      named = true;
      remember(reading, agents);
    }
    if (agents.length === 0) continue;
    if (asked && !("named" in predicate.agents && HUMAN_VERBS.has(predicate.verb))) {
      askAbout(reading, predicate, reporter);
      continue;
    }
    claimOpening(reading, predicate, agents);
    if (readPredicate(reading, predicate, withHelpers(reading, predicate, agents))) continue;
    if (SPEECH_VERBS.has(predicate.verb) || isMotion(reading, predicate)) {
      reporter = agents;
      asked ||=
        predicate.verb === "ask" ||
        predicate.verb === "wonder" ||
        predicate.verb === "question" ||
        predicate.verb === "doubt";
      recordSpeech(reading, agents);
    }
  }
  return named && !("implied" in (predicates[0]?.agents ?? {}));
}

/** "Ann reported on the gate", "Bob said that it is up" as the first words under a matter: who brings it. */
function claimOpening(reading: Reading, predicate: Predicate, people: readonly Mention[]): void {
  const { agents } = predicate;
  const { context, opens, speakers, question, into, evidence } = reading;
  const { topic, thread } = context;
  if (!topic || !opens || question || speakers.length > 0 || !isDiscussed(context) || context.owned) return;
  if (thread.opened || context.depth > 2 || !("named" in agents) || !isTelling(reading, predicate)) return;
  if (isMotion(reading, predicate)) return;
  if (people.length > 2 || people.some(({ kind }) => kind !== "person")) return;
  if (/\b(?:needs?|should|must|ought)\b/.test(reading.content.text.slice(0, 400))) return;
  for (const person of people) into.claim("works_on", person, topic, evidence, { rule: "opens-the-item" });
}

/** "Ann reported", "Ann went over the numbers", "Ann gave us an overview", "Ann proposed that" */
function isTelling({ tokens }: Reading, { verb, from, passive }: Predicate): boolean {
  if (TELLING.has(verb)) return true;
  if (passive) return false;
  const behind = tokens.slice(from, from + 5).map(({ lower }) => lower);
  if (PASSING.has(verb)) return ["over", "through", "thru"].includes(behind[0] ?? "");
  if (verb === "bring") return behind[0] === "up";
  return verb === "give" && behind.some((word) => TALKS.has(word));
}

const TELLING = new Set(
  "say report announce inform tell update explain describe outline recap summarise summarize introduce nominate present show demo demonstrate propose raise".split(
    " ",
  ),
);
const PASSING = new Set("go walk run step talk lead take".split(" "));

/** What a question is about is what the answer's "it" means. */
function askAbout(reading: Reading, predicate: Predicate, askers: readonly Mention[]): void {
  const [matter] = objectsOf(reading, predicate);
  if (!matter) return;
  reading.context.thread.focus = matter;
  for (const asker of askers)
    reading.into.claim("discussed", asker, matter, reading.evidence, {
      rule: "reported-question",
      modality: "asked",
    });
}

function remember({ context }: Reading, agents: readonly Mention[]): void {
  const person = agents.find((agent) => agent.kind === "person");
  if (person) context.thread.person = person;
}

/** The one person that a sentence names is whom the next one means by "she". */
function rememberNamed(reading: Reading): void {
  if (!reading.namesPerson) return;
  const people = reading.annotations.values().filter(({ kind }) => kind === "person");
  const [person] = people;
  if (person && people.every(({ name }) => name === person.name))
    reading.context.thread.person = mentionOf(reading, person);
}

/** "Ann wrote it together with Bob", "Cy is co-writing it with Dee", "done by Ann, with help from Bob": with whom they do it. */
function withHelpers(reading: Reading, { at }: Predicate, agents: readonly Mention[]): readonly Mention[] {
  const { tokens, annotations } = reading;
  if (!reading.namesPerson) return agents;
  const isJoint = tokens[at]?.lower.startsWith("co-");
  const end = Math.min(tokens.length - 1, at + FARTHEST_HELPER);
  for (let i = at + 1; i < end && tokens[i]?.text !== ";"; i++) {
    const person = annotations.get(i + 1);
    if (person?.kind !== "person" || !["with", "of", "from", "by"].includes(tokens[i]?.lower ?? "")) continue;
    const before = tokens.slice(Math.max(at, i - 3), i + 1).map(({ lower }) => lower);
    if (!(isJoint && before.at(-1) === "with") && !HELPED.test(before.join(" "))) continue;
    if (/^['’]s$/.test(tokens[person.to]?.text ?? "")) continue;
    const helpers = agentList(reading, i + 1).agents.filter(({ kind }) => kind === "person");
    return [...agents, ...helpers.map((helper) => mentionOf(reading, helper))];
  }
  return agents;
}

/** In tokens behind the verb. */
const FARTHEST_HELPER = 24;

const HELPED =
  /\b(?:(?:together|jointly|along) with|(?:some |the )?help (?:of|from|by)|(?:helped|assisted) by|pair(?:ed|ing) with)$/;

/** Reads one verb with its objects into claims. @returns whether it made one */
function readPredicate(reading: Reading, predicate: Predicate, agents: readonly Mention[]): boolean {
  if (predicate.modality === "negated" || reading.question) return false;
  const relation = relationOf(reading, predicate);
  if (!relation) return false;
  const modality = predicate.modality ?? (reading.context.mode === "next" ? "planned" : undefined);
  if (modality === "possible") return false;
  if (sharesObject(reading, predicate)) return true;
  const objects = objectsOf(reading, predicate);
  const targets = objects.length ? objects : anaphor(reading, predicate, relation);
  const general =
    (relation === "committed_to" || isDiscussed(reading.context)) &&
    (objects.length > 0 ||
      (targets.length > 0 &&
        (isPlain(reading, predicate) || (relation === "works_on" && "named" in predicate.agents))))
      ? generalTopic(reading)
      : [];
  for (const agent of relation === "works_on" ? withHeading(reading, predicate, agents) : agents)
    for (const target of [...targets, ...general.filter((topic) => !targets.includes(topic))]) {
      reading.into.claim(relation, agent, target, reading.evidence, {
        rule: ruleOf(predicate, relation),
        modality,
        status: relation === "works_on" ? reading.status : undefined,
      });
    }
  const { lead } = reading;
  if (lead && "named" in predicate.agents && !targets.includes(lead))
    for (const agent of agents.filter(({ kind }) => kind === "person"))
      reading.into.claim(relation, agent, lead, reading.evidence, { rule: "matter-of-the-line", modality });
  // "Ann presented the results": and so the matter.
  const { topic, mode } = reading.context;
  if (
    relation === "works_on" &&
    (predicate.verb === "present" || (EXPLAINING.has(predicate.verb) && !reading.context.thread.opened)) &&
    topic &&
    mode !== "actions" &&
    !targets.includes(topic)
  )
    for (const agent of agents)
      reading.into.claim("works_on", agent, topic, reading.evidence, { rule: "presents-the-item" });
  const first = targets[0];
  if (first) reading.context.thread.focus = first;
  return targets.length > 0;
}

/** "found & fixed the crash": the object stands behind the second verb. */
const sharesObject = ({ tokens, tags }: Reading, { from, passive }: Predicate): boolean =>
  !passive && ["&", "and"].includes(tokens[from]?.lower ?? "") && tags[from + 1] === "verb";

function ruleOf({ passive, agents, promise }: Predicate, relation: Relation): string {
  if (passive) return promise ? "to-be-done-by" : "done-by";
  const who = "named" in agents ? "subject" : "implied" in agents ? "report" : "pronoun";
  return `${who}-${relation === "committed_to" ? "promises" : "works"}`;
}

/** Under a company's heading, its people's work is the company's too. */
function withHeading(
  { context }: Reading,
  { agents }: Predicate,
  found: readonly Mention[],
): readonly Mention[] {
  if (!("named" in agents) || context.mode === "discussion") return found;
  const bodies = context.owners.filter((owner) => owner.kind === "organisation" && !found.includes(owner));
  return context.owners.some((owner) => owner.kind === "person") ? found : [...found, ...bodies];
}

/** A report's clauses without any verb of their own: "v4 release stuff, new website, CI for release". */
function readReport(reading: Reading, predicates: readonly Predicate[], spoken: boolean): void {
  const { context, speakers, tokens, tags, annotations, into } = reading;
  if (
    context.mode === "discussion" ||
    context.mode === "decisions" ||
    (reading.question && context.mode !== "next")
  )
    return;
  const owners = speakers.length ? speakers : context.owners;
  const promised = context.mode === "next" || context.mode === "actions";
  if (owners.length === 0 || isCounted(reading)) return;
  // "Ann: draft the policy. The other one is separate.": what is said of it behind the task.
  if (context.mode === "actions" && !reading.opens && tags.includes("aux")) return;
  const relation: Relation = promised ? "committed_to" : "works_on";
  const modality: Modality | undefined = promised ? "planned" : undefined;
  for (const { from, to } of findReportClauses(reading, predicates, spoken)) {
    if (!promised && isAnothers(reading, from, owners)) continue;
    const chosen = choosePhrases(reading, findNounPhrases(tokens, tags, annotations, from, to), {
      passive: false,
      verb: "",
    }).slice(0, 3);
    const targets = mentionsOfAll(reading, chosen);
    const general = promised && targets.length > 0 ? generalTopic(reading) : [];
    for (const target of [...targets, ...general.filter((topic) => !targets.includes(topic))]) {
      if (!general.includes(target)) context.thread.focus = target;
      for (const owner of owners)
        into.claim(relation, owner, target, reading.evidence, {
          rule: promised ? "planned-item" : "report-item",
          modality,
          status: promised
            ? undefined
            : (reading.status ?? (context.mode === "blocked" ? "blocked" : undefined)),
        });
    }
  }
}

/** "added 4(-3) 16(1) 50(2) 131(2)": a row of numbers tells how much, and nobody's work. */
const isCounted = ({ tokens }: Reading): boolean =>
  tokens.filter(({ text }) => /^[+-]?\d/.test(text)).length >= MOST_NUMBERS;

const MOST_NUMBERS = 5;

/** "merged into one by Ann", "thanks to Bob for it": somebody else is in the clause, and it may be theirs. */
function isAnothers({ tokens, annotations }: Reading, from: number, owners: readonly Mention[]): boolean {
  for (let i = from; i < tokens.length; i++) {
    const { text } = tokens[i] as Token;
    // "…, announced by Ann"
    const goesOn = text === "," && isPast(tokens[i + 1]?.lower ?? "");
    if (/^[,;:]$/.test(text) && !goesOn) return false;
    const annotation = annotations.get(i);
    const isPerson = annotation?.kind === "person" && !annotation.weak;
    if (isPerson && !owners.some(({ name }) => name === annotation.name)) return true;
  }
  return false;
}

/** Speaking about the section's matter, and about the things named in the sentence. */
function recordSpeech(reading: Reading, agents: readonly Mention[]): void {
  const { context, into, evidence } = reading;
  const modality: Modality | undefined = reading.question ? "asked" : undefined;
  if (context.topic)
    for (const agent of agents)
      into.claim("discussed", agent, context.topic, evidence, { rule: "reported-speech", modality });
  for (const annotation of reading.annotations.values()) {
    if (annotation.weak || (annotation.kind !== "project" && annotation.kind !== "topic")) continue;
    const target = mentionOf(reading, annotation);
    for (const agent of agents)
      into.claim("discussed", agent, target, evidence, { rule: "reported-speech", modality });
    if (!context.thread.focus) context.thread.focus = target;
  }
}

/** What a sentence names first came up in the meeting, whoever speaks of it. */
function recordMatters(reading: Reading): void {
  for (const phrase of findMatters(reading, reading.lexicon).slice(0, MOST_MATTERS))
    for (const matter of mentionsOf(reading, phrase)) reading.into.cover(matter, reading.evidence);
}

const MOST_MATTERS = 2;

/** Every name of the sentence is a mention, and what a speaker's sentence names was spoken about. */
function recordNames(reading: Reading): void {
  const { into, speakers, evidence, annotations, context } = reading;
  for (const annotation of annotations.values()) {
    if (annotation.weak) continue;
    const mention = mentionOf(reading, annotation);
    if (mention.kind === "project" || mention.kind === "topic") into.cover(mention, evidence);
    if (
      speakers.length === 0 ||
      (mention.kind !== "project" && mention.kind !== "topic") ||
      context.mode !== "discussion"
    )
      continue;
    for (const speaker of speakers)
      into.claim("discussed", speaker, mention, evidence, {
        rule: "speech",
        modality: reading.question ? "asked" : undefined,
      });
  }
}
