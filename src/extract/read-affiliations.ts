import type { Span } from "../model/graph-attributes.ts";
import type { Annotation, Annotations } from "./annotate.ts";
import type { Context } from "./context.ts";
import { readSelf, speakersOf } from "./first-person.ts";
import type { Mention } from "./mention.ts";
import { mentionOf, type PlacedSentence } from "./mention-of.ts";
import { agentList, peopleInBracket, RELATIONS, type Sentence } from "./agent-list.ts";
import { MEETING } from "./verbs.ts";
import type { Token } from "./tokens.ts";
import { DETERMINERS, findVerb } from "./vocabulary.ts";

interface Reading extends Sentence, PlacedSentence {
  tokens: readonly Token[];
  evidence: Span;
  question: boolean;
  namesPerson: boolean;
  namesBody: boolean;
  context: Context;
  /** Who says it, where the line has a label. */
  speakers: readonly Mention[];
}

/**
 * Reads whom people are with out of a sentence.
 *
 * Reads the general habits of minute-takers: the organisation right behind a name ("Ann and Bob from Acme", "Ann (Acme)",
 * "Ann's team at Acme", "Acme's Ann"), what somebody is part of ("she is in the docs team"), the speaker's own side ("we at Acme",
 * "at Acme we cannot", "we run this at Acme"), and where somebody does the work ("Ann is profiling this at Acme").
 */
export function readAffiliations(reading: Reading): void {
  if (reading.namesBody) {
    if (reading.namesPerson) readBehindPeople(reading);
    readPairsInBrackets(reading);
    readStandIns(reading);
    readSpokesman(reading);
    readMembership(reading);
  }
  rememberName(reading);
  if (reading.question || !reading.namesBody) return;
  readOwnEmployer(reading);
  readOwnSide(reading);
  readWorkplace(reading);
}

/** "Ann and Bob from Acme", "Acme's Ann" */
function readBehindPeople(reading: Reading): void {
  const { tokens, annotations } = reading;
  for (let i = 0; i < tokens.length; i++) {
    if (annotations.get(i)?.kind !== "person") continue;
    const { agents, to } = agentList(reading, i);
    readBehindNames(reading, agents);
    const [first] = agents;
    const owner = first && readPossessed(reading, first);
    if (owner) claim(reading, mentionOf(reading, first), owner, "affiliation-in-prose");
    i = Math.max(i, to - 1);
  }
}

/** "Ann?" and nothing more: whom the next sentence is about. */
function rememberName(reading: Reading): void {
  const { tokens, annotations, context } = reading;
  const only = annotations.get(0);
  if (only?.kind === "person" && tokens.length <= only.to + 1)
    context.thread.person = mentionOf(reading, only);
}

function claim(reading: PairReading, person: Mention, body: Annotation, rule: string): void {
  reading.into.claim("affiliated_with", person, mentionOf(reading, body), reading.evidence, { rule });
}

/** "Ann and Bob from Acme", "Ann (Acme), Bob (Ember)": of names joined by "and", the last one's body is all of theirs. */
function readBehindNames(reading: Reading, agents: readonly Annotation[]): void {
  const { tokens } = reading;
  let shared: Annotation | undefined;
  for (let index = agents.length - 1; index >= 0; index--) {
    const agent = agents[index] as Annotation;
    if (agent.kind !== "person") {
      shared = undefined;
      continue;
    }
    const own = affiliationBehind(reading, agent.to);
    const isBracket = tokens[agent.to]?.text === "(";
    if (own) shared = own;
    const isJoined = ["and", "&", "/"].includes(tokens[agent.to]?.lower ?? "");
    const body = own ?? (isJoined ? shared : undefined);
    if (body) claim(reading, mentionOf(reading, agent), body, "affiliation-in-prose");
    // "Ann, Bob (Acme)": nothing tells whom Ann is with.
    shared = isBracket && agents.length > 2 ? undefined : body;
  }
}

/** "from Acme", ", from Acme", "over at Acme", "(Acme)", "from the docs team", "'s team at Acme", "is a student at Acme". */
function affiliationBehind(reading: Reading, at: number): Annotation | undefined {
  const { tokens, annotations } = reading;
  const next = tokens[at]?.lower ?? "";
  if (/^['’]s$/.test(next)) return teamBehind(reading, at + 1);
  const from =
    (next === "," && /^(?:from|at)$/.test(tokens[at + 1]?.lower ?? "")) ||
    (next === "over" && tokens[at + 1]?.lower === "at")
      ? at + 1
      : at;
  const article = DETERMINERS.has(tokens[from + 1]?.lower ?? "") && tokens[from]?.text !== "(" ? 1 : 0;
  const body = annotations.get(from + 1 + article);
  if (
    ["from", "at", "of", "in", "@", "("].includes(tokens[from]?.lower ?? "") &&
    body?.kind === "organisation"
  )
    return tokens[from]?.text !== "(" || /^[),;]$/.test(tokens[body.to]?.text ?? "") ? body : undefined;
  if (next === "(" && ["of", "from", "in"].includes(tokens[at + 1]?.lower ?? ""))
    return affiliationBehind(reading, at + 1);
  if (next === "," && tokens[at + 1]?.lower === "who") return employerBehind(reading, at + 2, "who");
  if (next === "," && /^(?:an?|the)$/.test(tokens[at + 1]?.lower ?? ""))
    return employerBehind(reading, at + 2, ",");
  const tells = next === "who" || (BE.has(next) && ["a", "an", "the"].includes(tokens[at + 1]?.lower ?? ""));
  return tells || WORKS.has(next) ? employerBehind(reading, at + 1, next) : undefined;
}

const BE = new Set(["is", "was"]);
const WORKS = new Set(["works", "worked", "working"]);
const TEAMS = new Set(
  "team group colleague colleagues coworkers manager boss employer company lab department".split(" "),
);

/** "Ann's team at Acme", "Ann's colleagues from Acme" */
function teamBehind({ tokens, annotations }: Reading, at: number): Annotation | undefined {
  const noun = TEAMS.has(tokens[at]?.lower ?? "") ? at : at + 1;
  if (!TEAMS.has(tokens[noun]?.lower ?? "") || !["at", "from", "in"].includes(tokens[noun + 1]?.lower ?? ""))
    return undefined;
  const body = annotations.get(noun + 2);
  return body?.kind === "organisation" ? body : undefined;
}

/** The organisation that the same clause names behind "at", or right behind "works for". */
function employerBehind(
  { tokens, annotations }: Reading,
  from: number,
  verb: string,
): Annotation | undefined {
  const isClose = WORKS.has(verb);
  for (let i = from; i < Math.min(tokens.length, from + (isClose ? 2 : 12)); i++) {
    const token = tokens[i] as Token;
    if (!token.word || token.lower === "and" || token.lower === "but") return undefined;
    const body = annotations.get(i + 1);
    const leads =
      token.lower === "at" ||
      (verb === "," && token.lower === "from") ||
      (isClose && ["for", "with"].includes(token.lower)) ||
      (verb === "who" && token.lower === "to" && /^(?:moved|on|over|went)$/.test(tokens[i - 1]?.lower ?? ""));
    if (leads && body?.kind === "organisation") return body;
  }
  return undefined;
}

/** "the author (Ann Lee, Acme) answered": somebody in brackets with whom they are with. */
export function readPairsInBrackets(reading: PairReading): void {
  const { tokens, annotations } = reading;
  for (const person of annotations.values()) {
    if (person.kind !== "person" || tokens[person.from - 1]?.text !== "(" || tokens[person.to]?.text !== ",")
      continue;
    const body = annotations.get(person.to + 1);
    if (body?.kind === "organisation" && tokens[body.to]?.text === ")")
      claim(reading, mentionOf(reading, person), body, "affiliation-in-prose");
  }
}

/** What pairs in brackets are read from. */
export interface PairReading extends PlacedSentence {
  annotations: Annotations;
  evidence: Span;
}

/** "Acme's Ann Lee" */
function readPossessed({ tokens, tags, annotations }: Reading, person: Annotation): Annotation | undefined {
  // "Acme's designer (Ann Lee)", "Acme's intern, Bob"
  let end = /^[(,]$/.test(tokens[person.from - 1]?.text ?? "") ? person.from - 1 : person.from;
  if (RELATIONS.has(tokens[end - 1]?.lower ?? "")) end--;
  else if (end < person.from) return undefined;
  if (end < person.from && tags[end - 1] === "content") end--;
  if (!/^['’]s$/.test(tokens[end - 1]?.text ?? "")) return undefined;
  for (let from = end - 2; from >= Math.max(0, end - 6); from--) {
    const body = annotations.get(from);
    if (body) return body.kind === "organisation" && body.to === end - 1 ? body : undefined;
  }
  return undefined;
}

/** "the release team (Ann)", "Acme (Bob, Cy)", "(Acme: Ann)", "Ember (thanks to Cy)", "the Acme folks, especially Dee": who stands for a body. */
function readStandIns(reading: Reading): void {
  const { tokens, annotations } = reading;
  for (const body of annotations.values()) {
    if (body.kind !== "organisation") continue;
    const open = STAFF.has(tokens[body.to]?.lower ?? "") ? body.to + 1 : body.to;
    const thanked =
      tokens[open]?.text === "(" && tokens[open + 1]?.lower === "thanks"
        ? annotations.get(open + 3)
        : undefined;
    const among = open > body.to && tokens[open]?.text === "," ? amongAt(reading, open + 1) : undefined;
    const told = thanked ?? among;
    if (told?.kind === "person") claim(reading, mentionOf(reading, told), body, "stands-for-the-team");
    const isInside = tokens[body.from - 1]?.text === "(" && /^[:–—-]$/.test(tokens[body.to]?.text ?? "");
    if (tokens[open]?.text !== "(" && !isInside) continue;
    for (const person of peopleInBracket(reading, open + 1))
      claim(reading, mentionOf(reading, person), body, "stands-for-the-team");
  }
}

/** "especially Ann", "esp. Bob" */
function amongAt({ tokens, annotations }: Reading, at: number): Annotation | undefined {
  if (!/^(?:esp|especially|mainly|notably|namely|mostly)$/.test(tokens[at]?.lower ?? "")) return undefined;
  return annotations.get(tokens[at + 1]?.text === "." ? at + 2 : at + 1);
}

const STAFF = new Set("people folks team guys side crew".split(" "));

/** "I'm from Acme", "I am in the docs group", "I work for Acme" */
function readOwnEmployer(reading: Reading): void {
  const { tokens, annotations } = reading;
  const speakers = speakersOf(reading);
  for (let i = 0; i + 2 < tokens.length; i++) {
    const lead = readSelf(tokens, i)?.to;
    if (lead === undefined || !OWN_LEADS.has(tokens[lead]?.lower ?? "")) continue;
    const at = DETERMINERS.has(tokens[lead + 1]?.lower ?? "") ? lead + 2 : lead + 1;
    const body = annotations.get(at);
    if (body?.kind !== "organisation") continue;
    for (const speaker of speakers)
      if (speaker.kind === "person") claim(reading, speaker, body, "we-at-the-organisation");
  }
}

const OWN_LEADS = new Set("from with at in for".split(" "));

/** "On behalf of Acme, Ann offered", "Representing Acme, Ann asked" */
function readSpokesman(reading: Reading): void {
  const { tokens, annotations } = reading;
  if (!SPOKESMAN_OPENS.has(tokens[0]?.lower ?? "")) return;
  const lead = tokens
    .slice(0, 4)
    .map(({ lower }) => lower)
    .join(" ");
  const at = SPOKESMAN.exec(lead)?.[0].split(" ").length;
  const body = at === undefined ? undefined : annotations.get(at);
  if (body?.kind !== "organisation" || tokens[body.to]?.text !== ",") return;
  const person = annotations.get(body.to + 1);
  if (person?.kind === "person")
    claim(reading, mentionOf(reading, person), body, "speaks-for-the-organisation");
}

const SPOKESMAN_OPENS: ReadonlySet<string> = new Set(["speaking", "on", "representing"]);
const SPOKESMAN = /^(?:(?:speaking )?on behalf of|representing|speaking for)(?= )/;

/** "Ann is in the docs team", "she's on the Parser WG", "Cy is with Acme", "Bob is a member of Acme", "Ann sits on the board". */
function readMembership(reading: Reading): void {
  const { tokens, annotations, into } = reading;
  for (let i = 1; i + 1 < tokens.length; i++) {
    const { lower } = tokens[i] as Token;
    if (!["in", "on", "of", "with", "at"].includes(lower)) continue;
    const at = DETERMINERS.has(tokens[i + 1]?.lower ?? "") ? i + 2 : i + 1;
    const body = annotations.get(at);
    if (body?.kind !== "organisation") continue;
    const subject = lower === "of" ? memberAt(tokens, i - 1) : i - 1;
    const verb = subject === undefined ? undefined : beAt(tokens, subject);
    if (verb === undefined) continue;
    const named = personEndingAt(reading, verb);
    const isPronoun = PRONOUN.test(tokens[verb]?.lower ?? "") || PRONOUN.test(tokens[verb - 1]?.lower ?? "");
    const person = named ? mentionOf(reading, named) : isPronoun ? personBefore(reading, verb) : undefined;
    if (person)
      into.claim("affiliated_with", person, mentionOf(reading, body), reading.evidence, {
        rule: "member-of",
      });
  }
}

/** The last person that the sentence names in front of a pronoun, or the one whom the lines before were about. */
function personBefore(reading: Reading, end: number): Mention | undefined {
  for (let i = end - 1; i >= 0; i--) {
    const annotation = reading.annotations.get(i);
    if (annotation?.kind === "person") return mentionOf(reading, annotation);
  }
  return reading.context.thread.person;
}

const PRONOUN = /^(?:she|he|they)(?:['’](?:s|re))?$/;

/** "a member of", "part of": where the clause in front of it ends. */
function memberAt(tokens: readonly Token[], last: number): number | undefined {
  if (
    !["member", "part", "chair", "co-chair", "head", "secretary", "founder"].includes(
      tokens[last]?.lower ?? "",
    )
  )
    return undefined;
  return DETERMINERS.has(tokens[last - 1]?.lower ?? "") ? last - 2 : last - 1;
}

/** Where "is", "'s", "sits", or a pronoun with its verb stands last. */
function beAt(tokens: readonly Token[], last: number): number | undefined {
  const lower = tokens[last]?.lower ?? "";
  return /^(?:is|was|sits|serves|['’]s)$/.test(lower) || /^(?:she|he|they)['’](?:s|re)$/.test(lower)
    ? last
    : undefined;
}

function personEndingAt({ annotations }: Reading, end: number): Annotation | undefined {
  for (let i = end - 1; i >= Math.max(0, end - 4); i--) {
    const annotation = annotations.get(i);
    if (annotation) return annotation.kind === "person" && annotation.to === end ? annotation : undefined;
  }
  return undefined;
}

/** "we at Acme", "we (Acme)", "in our code at Acme", "at Acme we cannot", "we run this at Acme": the speaker's organisation. */
function readOwnSide(reading: Reading): void {
  const { tokens, annotations } = reading;
  const speakers = speakersOf(reading);
  const own = tokens.findIndex(({ lower }) => OWN.has(lower));
  if (own < 0) return;
  const noun = tokens[own]?.lower === "our" ? 1 : 0;
  const isLed = (noun ? ["at"] : ["at", "@", "("]).includes(tokens[own + noun + 1]?.lower ?? "");
  const close = isLed ? annotations.get(own + noun + 2) : undefined;
  const body =
    close?.kind === "organisation" ? close : (bodyBefore(reading, own) ?? sideBehind(reading, own));
  if (body?.kind !== "organisation") return;
  for (const speaker of speakers)
    if (speaker.kind === "person") claim(reading, speaker, body, "we-at-the-organisation");
}

const OWN = new Set("we our us we're we've we'd we'll we’re we’ve we’d we’ll".split(" "));

/** "at Acme we", "at Acme they" */
function bodyBefore({ tokens, annotations }: Reading, pronoun: number): Annotation | undefined {
  for (let i = pronoun - 1; i >= Math.max(1, pronoun - 4); i--) {
    const body = annotations.get(i);
    if (body)
      return body.kind === "organisation" && body.to === pronoun && tokens[i - 1]?.lower === "at"
        ? body
        : undefined;
  }
  return undefined;
}

/** "we run this at Acme", "we'd be unhappy at Acme": and not "we met at Acme", which tells where. */
function sideBehind({ tokens, annotations }: Reading, own: number): Annotation | undefined {
  const end = Math.min(tokens.length - 1, own + 9);
  for (let i = own + 2; i < end; i++) {
    const token = tokens[i] as Token;
    if (!token.word || MEETING.has(findVerb(token.lower)?.base ?? "")) return undefined;
    const body = token.lower === "at" ? annotations.get(i + 1) : undefined;
    if (body)
      return body.kind === "organisation" && !MEETING.has(findVerb(tokens[i - 1]?.lower ?? "")?.base ?? "")
        ? body
        : undefined;
  }
  return undefined;
}

/** "Ann is profiling this at Acme", "Ann says that at Acme they depend on it": the one person that the sentence names. */
function readWorkplace(reading: Reading): void {
  const { tokens, annotations } = reading;
  if (!tokens.some(({ lower }) => lower === "at")) return;
  const first = annotations.values().find(({ kind }) => kind === "person");
  if (!first) return;
  for (let i = first.to + 1; i + 1 < tokens.length; i++) {
    const token = tokens[i] as Token;
    const annotation = annotations.get(i);
    if (annotation?.kind === "person" || /^[.;?!]$/.test(token.text)) return;
    const body = token.lower === "at" ? annotations.get(i + 1) : undefined;
    if (body?.kind !== "organisation") continue;
    const isTheirs = ["they", "we"].includes(tokens[body.to]?.lower ?? "");
    if (isTheirs || isDoneAt(reading, first.to, i))
      claim(reading, mentionOf(reading, first), body, "works-at-the-organisation");
    return;
  }
}

/** Whether the clause between the name and "at" is one of use or trial: "is profiling this", "saw the same with lld". */
function isDoneAt({ tokens, tags }: Reading, from: number, at: number): boolean {
  let done = false;
  for (let i = from; i < at; i++) {
    const token = tokens[i] as Token;
    if (!token.word || token.lower === "and" || token.lower === "that") return false;
    if (tags[i] !== "verb") continue;
    const base = findVerb(token.lower)?.base ?? "";
    if (!DONE_AT.has(base)) return false;
    done = true;
  }
  return done && !SOMEBODY.has(tokens[at - 1]?.lower ?? "");
}

const DONE_AT = new Set(
  "use run see test profile deploy measure hit debug try build have depend ship maintain notice experience develop evaluate benchmark lead manage work need operate look".split(
    " ",
  ),
);
const SOMEBODY = new Set(
  "somebody someone people folks guys contact contacts friends team engineers developers lawyers meeting summit conference talk hackathon office".split(
    " ",
  ),
);
