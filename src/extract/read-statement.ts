import type { MappedText } from "../minutes/document.ts";
import { sliceMapped, toDocumentSpan } from "../minutes/mapped-text.ts";
import { splitSentences } from "../minutes/split-sentences.ts";
import type { Span } from "../model/graph-attributes.ts";
import type { Modality, Relation, Status } from "../model/schema.ts";
import { annotate, type Lexicon } from "./annotate.ts";
import type { Context } from "./context.ts";
import type { Extraction } from "./extraction.ts";
import { findMatters } from "./find-matters.ts";
import type { Mention } from "./mention.ts";
import { mentionOf, rangeOf } from "./mention-of.ts";
import { readAffiliations } from "./read-affiliations.ts";
import { isAnswer } from "./judge-line.ts";
import { findNounPhrases, type NounPhrase } from "./noun-phrases.ts";
import { agentList, findPredicates, type Predicate, type Sentence } from "./predicates.ts";
import { findStatus } from "./status.ts";
import { tagTokens } from "./tag.ts";
import { type Token, tokenize } from "./tokens.ts";
import { findVerb, isGenericWord } from "./vocabulary.ts";
import {
  CONTACT_VERBS,
  HUMAN_VERBS,
  PLAIN_VERBS,
  PRESENT_VERBS,
  SPEECH_VERBS,
  WEAK_WORK_VERBS,
  WORK_ITEMS,
  WORK_VERBS,
} from "./verbs.ts";

/** One sentence with all that is needed to read it. */
interface Reading extends Sentence {
  content: MappedText;
  evidence: Span;
  status?: Status | undefined;
  question: boolean;
  context: Context;
  /** Who says it, where the line has a label. */
  speakers: readonly Mention[];
  lexicon: Lexicon;
  into: Extraction;
}

/** How a line is to be read. */
export interface StatementOptions {
  speakers: readonly Mention[];
  /** Clauses without a subject are the speaker's or the owner's work. */
  implied: boolean;
  /** Whether the line is what somebody is to do. */
  task?: boolean;
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
  for (const span of spans) {
    const reading = createReading(
      sliceMapped(content, span.start, span.end),
      context,
      options,
      lexicon,
      into,
    );
    const before = context.thread.focus;
    const implied = options.implied && !/^please\b/i.test(reading.content.text);
    const predicates = findPredicates(reading, implied);
    const spoken = readPredicates(reading, predicates);
    if (implied && !spoken) readReport(reading, predicates);
    if (implied) readState(reading);
    readProvenance(reading);
    readThanks(reading);
    readParts(reading);
    readAffiliations(reading);
    recordNames(reading);
    recordMatters(reading);
    if (span === spans.at(-1)) break;
    const { focus } = context.thread;
    context.thread.near =
      focus && focus !== before ? () => [focus] : (matterOf(reading) ?? context.thread.near);
  }
}

/** What a sentence names that a promise behind it may be about: "The cost is unclear. Ann will check." */
function matterOf(reading: Reading): (() => readonly Mention[]) | undefined {
  const { tokens, tags, annotations } = reading;
  const phrase = findNounPhrases(tokens, tags, annotations, 0, tokens.length).find(
    (candidate) =>
      !candidate.generic &&
      !isPersonPhrase(candidate) &&
      !["how", "why", "what", "when", "where", "which"].includes((tokens[candidate.from] as Token).lower) &&
      (candidate.to - candidate.from > 1 || (candidate.name && !candidate.name.weak)),
  );
  return phrase && (() => mentionsOf(reading, phrase));
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
  if (!phrase || phrase.generic || isPersonPhrase(phrase) || second) return;
  if (
    findStatus(
      reading.content.text.slice((tokens[end] as Token).start, (tokens[end] as Token).start + 60),
    ) !== status
  )
    return;
  for (const owner of speakers.length ? speakers : context.owners)
    for (const target of mentionsOf(reading, phrase))
      into.claim("works_on", owner, target, evidence, { rule: "state-of-the-work", status });
}

const isParticiple = (lower: string): boolean => lower === "been" || findVerb(lower)?.form === "past";

/** Where a clause without a verb ends on its state: "page cache patches merged". */
function stateAt({ tokens }: Reading): number {
  const words = tokens.filter(({ word }) => word);
  const last = words.at(-1);
  return last && findVerb(last.lower)?.form === "past" ? tokens.indexOf(last) : -1;
}

/** "the parser series from Ann was merged", "a patch by Bob for the lexer": whose work it is. */
function readProvenance(reading: Reading): void {
  const { tokens, tags, annotations, into, evidence, status, question, context } = reading;
  if (question || context.mode === "actions" || context.mode === "next") return;
  for (let i = 1; i + 1 < tokens.length; i++) {
    const person = annotations.get(i + 1);
    const before = tokens[i - 1] as Token;
    if (person?.kind !== "person" || !["from", "by"].includes((tokens[i] as Token).lower)) continue;
    if (!WORK_ITEMS.has(before.lower) || tags[i - 1] !== "content") continue;
    const phrase = workPhrase(reading, i, person.to);
    const targets = phrase ? mentionsOf(reading, phrase) : context.topic ? [context.topic] : [];
    for (const target of targets)
      into.claim("works_on", mentionOf(reading, person), target, evidence, { rule: "work-from", status });
  }
}

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

function createReading(
  content: MappedText,
  context: Context,
  options: StatementOptions,
  lexicon: Lexicon,
  into: Extraction,
): Reading {
  const tokens = tokenize(content.text);
  const annotations = annotate(tokens, lexicon);
  return {
    content,
    tokens,
    annotations,
    tags: tagTokens(tokens, annotations, options.task),
    evidence: toDocumentSpan(content, 0, content.text.length),
    status: findStatus(content.text),
    question: /\?["”')\]]*$/.test(content.text),
    context,
    speakers: options.speakers,
    lexicon,
    into,
  };
}

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
    if (readPredicate(reading, predicate, agents)) continue;
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

function resolveAgents(
  reading: Reading,
  { agents }: Predicate,
  reporter: readonly Mention[],
): readonly Mention[] {
  const { context, speakers } = reading;
  if ("named" in agents) return agents.named.map((annotation) => mentionOf(reading, annotation));
  const own = speakers.length ? speakers : context.owners;
  if ("implied" in agents) return own;
  const people = own.filter((owner) => owner.kind === "person");
  switch (agents.pronoun) {
    case "i":
      return people.length === 0 && reading.into.author ? [reading.into.author] : people;
    case "we":
      if (reporter.length) return reporter;
      return context.mode === "discussion" ? [] : own;
    case "he":
      return reporter.length
        ? reporter.filter((agent) => agent.kind === "person")
        : context.thread.person
          ? [context.thread.person]
          : people;
    default:
      return context.owners.some((owner) => owner.kind === "organisation")
        ? context.owners.filter((owner) => owner.kind === "organisation")
        : [];
  }
}

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
  const general = relation === "committed_to" && objects.length ? generalTopic(reading) : [];
  for (const agent of relation === "works_on" ? withHeading(reading, predicate, agents) : agents)
    for (const target of [...targets, ...general.filter((topic) => !targets.includes(topic))]) {
      reading.into.claim(relation, agent, target, reading.evidence, {
        rule: ruleOf(predicate, relation),
        modality,
        status: relation === "works_on" ? reading.status : undefined,
      });
    }
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

const SOON =
  /\b(?:tomorrow|tonight|next (?:week|month|meeting|call)|later (?:today|this week)|this afternoon|soon|shortly|on (?:mon|tues|wednes|thurs|fri)day|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b/i;

function relationOf(reading: Reading, predicate: Predicate): Relation | undefined {
  const { verb, promise } = predicate;
  const { mode } = reading.context;
  if (predicate.offer && !("pronoun" in predicate.agents) && !isOffer(verb)) return undefined;
  if (promise)
    return NO_ACTION.has(verb) || (STATIVE.has(verb) && verb !== "do" && verb !== "own")
      ? undefined
      : "committed_to";
  if (PLEDGES.has(verb) && !predicate.passive) return "committed_to";
  if (isErrand(reading, predicate)) return "committed_to";
  if (
    predicate.progressive &&
    !("implied" in predicate.agents) &&
    SOON.test(clauseOf(reading, predicate)) &&
    !STATIVE.has(verb)
  )
    return "committed_to";
  if (TAKES_ON.test(reading.content.text.slice((reading.tokens[predicate.at] as Token).start)))
    return "committed_to";
  const reporting =
    "implied" in predicate.agents &&
    (mode === "report" || mode === "next" || mode === "blocked" || mode === "actions");
  if (mode === "next" && reporting) return "committed_to";
  if (mode === "actions" && reporting) return "committed_to";
  if (verb === "have" && WORK_ITEMS.has(objectHead(reading, predicate))) return "works_on";
  if (verb === "give" && givesTalk(reading, predicate)) return "works_on";
  if (treats(reading, predicate)) return "works_on";
  if (reporting && (!STATIVE.has(verb) || verb === "do")) return "works_on";
  if (!WORK_VERBS.has(verb)) return undefined;
  if (SPEECH_VERBS.has(verb) && !PRESENT_VERBS.has(verb)) return undefined;
  if (isMotion(reading, predicate)) return undefined;
  if (isAboutTheMeeting(reading, predicate)) return undefined;
  if (WEAK_WORK_VERBS.has(verb) && mode === "discussion" && !isOwnWork(reading, predicate)) return undefined;
  return "works_on";
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
      (["us", "everyone", "them"].includes(next) && tokens[from + 1]?.lower === "through")
    );
  if (verb === "take" && next === "over") return true;
  if (verb === "send" || verb === "submit") return WORK_ITEMS.has(head);
  if (verb === "try") return findVerb((tokens[at] as Token).lower)?.form === "past" && tags[from] !== "to";
  if (verb !== "do" && verb !== "show") return false;
  const isClause = ["that", "how", "why", "what", "not", "it", "this", "so"].includes(next);
  const [phrase] = findNounPhrases(tokens, tags, reading.annotations, from, to);
  return (
    !isClause && phrase !== undefined && !phrase.generic && !isPersonPhrase(phrase) && phrase.from <= from + 3
  );
}

/** "Ann can take it", "Bob has to ask": of what somebody can do, only work is an offer. */
const isOffer = (verb: string): boolean =>
  (WORK_VERBS.has(verb) ||
    CONTACT_VERBS.has(verb) ||
    ["do", "take", "donate", "lend", "send"].includes(verb)) &&
  !["reproduce", "find", "get", "make", "run", "continue", "start", "know", "thank"].includes(verb);

/** "promises a draft", "volunteered for the talk" */
const PLEDGES = new Set("promise volunteer pledge".split(" "));

/** "the crash is fixed, thanks to Ann": whoever is thanked has done it. */
function readThanks(reading: Reading): void {
  const { tokens, tags, annotations, into, evidence, status, question } = reading;
  const at = tokens.findIndex(
    ({ lower }, i) =>
      tokens[i - 1]?.text === "," && ["thanks", "thank", "thx", "kudos", "ty"].includes(lower),
  );
  if (question || at < 0) return;
  const to = tokens[at + 1]?.lower === "to" ? at + 2 : at + 1;
  const person = annotations.get(to);
  if (person?.kind !== "person" && person?.kind !== "organisation") return;
  const matter = findNounPhrases(tokens, tags, annotations, 0, at).find(
    (phrase) => !phrase.generic && !isPersonPhrase(phrase),
  );
  if (!matter) return;
  for (const agent of agentList(reading, to).agents)
    for (const target of mentionsOf(reading, matter))
      into.claim("works_on", mentionOf(reading, agent), target, evidence, { rule: "thanked-for", status });
}

/** "Ann, the parser maintainer", "Bob (docs lead)": whose part it is. */
function readParts(reading: Reading): void {
  const { tokens, tags, annotations, into, evidence } = reading;
  for (const person of annotations.values()) {
    if (person.kind !== "person" || !/^[,(]$/.test(tokens[person.to]?.text ?? "")) continue;
    const from = person.to + 1;
    let head = from;
    while (head < from + 6 && tokens[head]?.word && !PARTS.has((tokens[head] as Token).lower)) head++;
    if (
      head === from ||
      !PARTS.has(tokens[head]?.lower ?? "") ||
      !/^(?:[,).]|)$/.test(tokens[head + 1]?.text ?? "")
    )
      continue;
    const [phrase, other] = findNounPhrases(tokens, tags, annotations, from, head);
    if (!phrase || other || phrase.generic || isPersonPhrase(phrase)) continue;
    for (const target of mentionsOf(reading, phrase))
      into.claim("works_on", mentionOf(reading, person), target, evidence, { rule: "part-in-the-work" });
  }
}

const PARTS = new Set(
  "maintainer co-maintainer comaintainer author co-author coauthor lead co-lead developer owner editor co-editor champion implementer".split(
    " ",
  ),
);

/** "Ann books the room", "Bob asks them": in the present tense, what is done once is still to be done. */
function isErrand({ tokens, tags, context }: Reading, { agents, verb, at, from }: Predicate): boolean {
  if (!("named" in agents) || agents.named.some(({ kind }) => kind !== "person")) return false;
  if (context.mode === "report" || findVerb((tokens[at] as Token).lower)?.form !== "s") return false;
  if (verb === "take") return tags[from] === "determiner" && !isGenericWord(tokens[from + 1]?.lower ?? "");
  return ERRANDS.has(verb) || (verb === "ask" && ["them", "him", "her"].includes(tokens[from]?.lower ?? ""));
}

const ERRANDS = new Set(
  "book collect file contact escalate circulate recheck re-check rerun re-run nag prepare draft write send schedule organize organise mail email poke ping arrange post".split(
    " ",
  ),
);

/** "moved to open a ballot", "reported that it is done": says it, and does not do it. */
const isMotion = ({ tokens, tags }: Reading, { verb, from }: Predicate): boolean =>
  (verb === "move" && tags[from] === "to") ||
  (["move", "report"].includes(verb) && tokens[from]?.lower === "that");

/** The words from the verb to the end of its clause. */
function clauseOf({ content, tokens }: Reading, { at }: Predicate): string {
  const end = tokens.findIndex(({ text }, i) => i > at && text === ";");
  return content.text.slice((tokens[at] as Token).start, end < 0 ? undefined : tokens[end]?.start);
}

/** "Ann took the minutes", "Bob adjourned the meeting": work on the meeting, and on none of its matters. */
function isAboutTheMeeting({ tokens, tags }: Reading, { from, to }: Predicate): boolean {
  let i = from;
  while (i < to && tags[i] === "determiner") i++;
  const next = tokens[i + 1];
  return (
    ["minutes", "meeting", "agenda", "notes", "call", "attendance", "session", "discussion"].includes(
      tokens[i]?.lower ?? "",
    ) &&
    (!next || !next.word || tags[i + 1] === "preposition")
  );
}

/** "Ann follows up", "Ann takes care of it": minutes have promises in the present tense, too. */
const TAKES_ON = /^(?:follows up|takes care|takes it|takes this|takes over)\b/i;

/** Saying and thinking: nothing is promised by "will say". */
const NO_ACTION = new Set(
  "say mention note comment point argue worry disagree claim express voice observe remark warn insist emphasize emphasise stress oppose object second state thank welcome doubt recommend like".split(
    " ",
  ),
);

const STATIVE = new Set(
  "be have do need want like think believe know see seem mean agree disagree feel hope expect wonder happen exist remain belong depend concern matter prefer understand hear guess remember forget love hate own suspect suppose assume appear require insist wait await".split(
    " ",
  ),
);

/** "gave an update on the parser": presents it. */
function givesTalk({ tokens }: Reading, { from }: Predicate): boolean {
  const at = tokens.findIndex(({ lower }, i) => i >= from && i < from + 5 && TALKS.has(lower));
  return at >= 0 && ["on", "of", "about", "regarding", "to", "into"].includes(tokens[at + 1]?.lower ?? "");
}

const TALKS = new Set(
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

/** The matters that a verb acts on: the first phrase of substance with those coordinated to it, and projects in them. */
function objectsOf(reading: Reading, predicate: Predicate): Mention[] {
  // "translating it into Korean": what is translated was named before.
  const { lower = "" } = reading.tokens[predicate.from] ?? {};
  const where = reading.tokens[predicate.from + 1]?.lower ?? "";
  if (!predicate.passive && ["it", "them"].includes(lower) && AROUND.has(where)) return [];
  const stop = purposeAt(reading, predicate);
  const phrases = findNounPhrases(reading.tokens, reading.tags, reading.annotations, predicate.from, stop);
  const chosen = choosePhrases(reading, phrases, predicate);
  if (chosen.length > 0 || !predicate.promise) return chosen.flatMap((phrase) => mentionsOf(reading, phrase));
  const matter = complement(reading, predicate, stop);
  return matter ? mentionsOf(reading, matter) : [];
}

/** "ask whether Acme can donate the tests", "comment that we should drop the flag": what the clause is about. */
function complement(
  { tokens, tags, annotations }: Reading,
  { to }: Predicate,
  stop: number,
): NounPhrase | undefined {
  if (!["whether", "if", "that"].includes(tokens[stop]?.lower ?? "")) return undefined;
  const verb = tags.findIndex((tag, i) => i > stop && i < to && tag === "verb");
  if (verb < 0) return undefined;
  return findNounPhrases(tokens, tags, annotations, verb, to).find(
    (phrase) => !phrase.generic && !isPersonPhrase(phrase),
  );
}

/** What stands behind these is where or into what, and not what is worked on. */
const AROUND = new Set("into onto on from through via out".split(" "));

/** "Started on X to support Y": the purpose is no object once there is one. */
function purposeAt({ tokens, tags }: Reading, { from, to }: Predicate): number {
  let seen = false;
  if ((tokens[from] as Token | undefined)?.lower === "that") return from;
  for (let i = from; i < to; i++) {
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

function choosePhrases(
  reading: Reading,
  phrases: readonly NounPhrase[],
  { passive, verb }: Pick<Predicate, "passive" | "verb">,
): NounPhrase[] {
  const contacts = CONTACT_VERBS.has(verb) && (verb !== "check" || phrases[0]?.preposition === "with");
  const told = contacts ? aboutPhrases(phrases) : undefined;
  const near = told ?? (passive ? phrases : phrases.slice(0, reach(reading, phrases)));
  const candidates = near.filter(
    (phrase) =>
      !phrase.generic &&
      !isPersonPhrase(phrase) &&
      !isDenied(reading, phrase) &&
      !(phrase.preposition === "to" && HANDING_VERBS.has(verb)),
  );
  const first = passive ? (candidates.find((phrase) => !phrase.preposition) ?? candidates[0]) : candidates[0];
  if (!first) return [];
  const chosen = [first];
  for (let i = phrases.indexOf(first) + 1; i < phrases.length; i++) {
    const phrase = phrases[i] as NounPhrase;
    const before = chosen.at(-1) as NounPhrase;
    if (!coordinated(reading, before.to, phrase.from)) break;
    if (!phrase.generic && !isPersonPhrase(phrase)) chosen.push(phrase);
  }
  return chosen.slice(0, 4);
}

/** "communicate the decision to the parser team": who gets it is not what it is. */
const HANDING_VERBS = new Set(
  "communicate share send report forward explain give hand donate mail email announce".split(" "),
);

/** "contact Acme about the renewal": what it is about, and not who is told. */
function aboutPhrases(phrases: readonly NounPhrase[]): readonly NounPhrase[] {
  const at = phrases.findIndex(({ preposition }) =>
    ["about", "regarding", "on", "re", "concerning"].includes(preposition ?? ""),
  );
  return at < 0 ? [] : phrases.slice(at);
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

const isPersonPhrase = (phrase: NounPhrase): boolean =>
  phrase.name !== undefined && (phrase.name.kind === "person" || phrase.name.kind === "organisation");

function coordinated({ tokens, tags }: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    if (
      token.text === "," ||
      token.lower === "and" ||
      token.lower === "or" ||
      token.text === "&" ||
      token.text === "/"
    )
      continue;
    if (tags[i] === "determiner" || tags[i] === "mark" || tags[i] === "content") continue;
    return false;
  }
  return to > from;
}

/** The phrase as a mention, and the projects that are named inside it. */
function mentionsOf(reading: Reading, phrase: NounPhrase): Mention[] {
  const { into, content, tokens } = reading;
  if (phrase.name && phrase.name.kind !== "person" && phrase.name.kind !== "organisation")
    return [mentionOf(reading, phrase.name)];
  const mentions: Mention[] = [];
  const inside = phrase.names.filter(
    (name) => name.kind === "project" || (name.kind === "topic" && !name.weak),
  );
  if (isTopicLike(tokens, phrase))
    mentions.push(into.mention("topic", content, rangeOf(tokens, phrase.from, phrase.to), "noun-phrase"));
  for (const name of inside) if (name.kind === "project") mentions.push(mentionOf(reading, name));
  return mentions;
}

/** A phrase names a topic when a word of substance is left in it that is nobody's name. */
function isTopicLike(tokens: readonly Token[], { from, to, names }: NounPhrase): boolean {
  const text = tokens.slice(from, to);
  if (text.every((token) => !/\p{L}{2}/u.test(token.text))) return false;
  const covered = names
    .filter((name) => name.kind === "person" || name.kind === "organisation")
    .reduce((sum, name) => sum + name.to - name.from, 0);
  return to - from - covered > 0;
}

const ANAPHORS = new Set("it this that them these those".split(" "));

/** Without an object of substance, it is the matter spoken of: "it" goes back to the last one, else the heading's. */
function anaphor(reading: Reading, predicate: Predicate, relation: Relation): readonly Mention[] {
  const { context } = reading;
  const antecedent = antecedentOf(reading, predicate);
  if (antecedent.length > 0) return antecedent;
  const pronoun = [0, 1, 2].some((ahead) => isAnaphor(reading, predicate.from + ahead));
  const before =
    relation === "committed_to" || pronoun ? (nearMatter(reading) ?? context.above)?.() : undefined;
  if (before && before.length > 0) return before;
  const own = "pronoun" in predicate.agents || "implied" in predicate.agents;
  if (pronoun && context.thread.focus && context.mode !== "discussion") return [context.thread.focus];
  if (context.mode === "report" && relation === "works_on") return [];
  if (pronoun && context.thread.focus && !own) return [context.thread.focus];
  return context.topic ? [context.topic] : context.thread.focus && pronoun ? [context.thread.focus] : [];
}

/** In prose, the sentence before; a speaker's turn is about the matter under discussion. */
const nearMatter = ({ context, speakers }: Reading): (() => readonly Mention[]) | undefined =>
  speakers.length === 0 ? context.thread.near : undefined;

/** "it", "this"; and "that" where it opens no clause. */
function isAnaphor({ tokens, tags }: Reading, i: number): boolean {
  const token = tokens[i];
  if (!token || !ANAPHORS.has(token.lower)) return false;
  const behind = tags[i + 1];
  return (
    token.lower !== "that" ||
    behind === undefined ||
    ["break", "mark", "preposition", "adverb"].includes(behind)
  );
}

/** "the new flag, which Ann will look into": what the clause hangs on is its object. */
function antecedentOf(reading: Reading, { agents, passive, from }: Predicate): Mention[] {
  const { tokens, tags, annotations } = reading;
  const which = passive ? from : "named" in agents ? (agents.named[0]?.from ?? 0) - 1 : -1;
  if (tokens[which]?.lower !== "which") return [];
  const phrase = findNounPhrases(tokens, tags, annotations, 0, which).at(-1);
  return phrase && !phrase.generic && !isPersonPhrase(phrase) ? mentionsOf(reading, phrase) : [];
}

function generalTopic({ context, speakers }: Reading): readonly Mention[] {
  return context.topic &&
    context.mode !== "report" &&
    (speakers.length > 0 || context.mode === "discussion" || context.mode === "decisions")
    ? [context.topic]
    : [];
}

/** A report's clauses without any verb of their own: "v4 release stuff, new website, CI for release". */
function readReport(reading: Reading, predicates: readonly Predicate[]): void {
  const { context, speakers, tokens, tags, annotations, into } = reading;
  if (
    context.mode === "discussion" ||
    context.mode === "decisions" ||
    (reading.question && context.mode !== "next")
  )
    return;
  const owners = speakers.length ? speakers : context.owners;
  if (owners.length === 0) return;
  const promised = context.mode === "next" || context.mode === "actions";
  const relation: Relation = promised ? "committed_to" : "works_on";
  const modality: Modality | undefined = promised ? "planned" : undefined;
  for (const clause of clauses(reading)) {
    const { from } = clause;
    const to = subjectEnd(reading, clause);
    if (predicates.some((predicate) => predicate.at >= from && predicate.at < to && !isBare(predicate)))
      continue;
    if (isBareVerb(reading, from, to)) continue;
    if (isConsequence(reading, from, to) || isAdjunct(reading, from) || isCount(reading, from)) continue;
    const chosen = choosePhrases(reading, findNounPhrases(tokens, tags, annotations, from, to), {
      passive: false,
      verb: "",
    }).slice(0, 3);
    const targets = chosen.flatMap((phrase) => mentionsOf(reading, phrase));
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

/** "…, possibly revisit next week": a verb that nothing is said to be done to. */
function isBareVerb({ tokens, tags }: Reading, from: number, to: number): boolean {
  let at = from;
  while (at < to && (tags[at] === "adverb" || tags[at] === "conjunction")) at++;
  const token = tokens[at];
  if (!token || token.capital || isGenericWord(token.lower)) return false;
  const behind = tags[at + 1];
  return (
    findVerb(token.lower)?.form === "base" &&
    (at > from || from > 0) &&
    (at + 1 >= to || behind === "preposition" || behind === "adverb" || behind === "break")
  );
}

/** "…, or from the old to the new": more of what went before, and no item of its own. */
const isAdjunct = ({ tokens, tags }: Reading, from: number): boolean =>
  from > 0 && (tokens[from]?.lower === "or" || tags[from] === "preposition");

/** "249(249) bugs open", "12 patches": how many there are, and nobody's work. */
const isCount = ({ tokens }: Reading, from: number): boolean =>
  /^\d+(?:$|\()/.test(tokens[from]?.text ?? "") && !/^\d/.test(tokens[from + 1]?.text ?? "");

/** Of a clause with a verb of its own ("the port is done"), the subject is the work. */
function subjectEnd({ tags }: Reading, { from, to }: { from: number; to: number }): number {
  for (let i = from + 1; i < to; i++)
    if (tags[i] === "aux" && (tags[i - 1] === "content" || tags[i - 1] === "name")) return i;
  return to;
}

const isBare = (predicate: Predicate): boolean =>
  "implied" in predicate.agents && predicate.verb === "be" && predicate.modality === undefined;

/** "…, improves performance": what follows from the work is not the work. */
function isConsequence({ tokens, tags }: Reading, from: number, to: number): boolean {
  if (from === 0) return false;
  const verb = to - from > 1 ? findVerb((tokens[from] as Token).lower) : undefined;
  return verb?.form === "s" && (tags[from] === "verb" || PLAIN_VERBS.has(verb.base));
}

function clauses({ tokens, tags }: Reading): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  let from = 0;
  let depth = 0;
  for (let i = 0; i <= tokens.length; i++) {
    const text = tokens[i]?.text;
    if (text === "(" || text === "[") depth++;
    if (text === ")" || text === "]") depth = Math.max(0, depth - 1);
    const ends =
      i === tokens.length ||
      (depth === 0 &&
        (text === "," ||
          text === ";" ||
          text === ":" ||
          text === "–" ||
          text === "—" ||
          text === "-" ||
          (tokens[i]?.lower === "and" && tags[i + 1] === "verb")));
    if (!ends) continue;
    if (i > from) spans.push({ from, to: i });
    from = i + 1;
  }
  return spans;
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
