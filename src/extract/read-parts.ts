import type { Mention } from "./mention.ts";
import { mentionOf } from "./mention-of.ts";
import { findNounPhrases, type NounPhrase } from "./noun-phrases.ts";
import { agentList } from "./agent-list.ts";
import { coordinated, type Reading, isPersonPhrase, mentionsOf } from "./reading.ts";
import type { Token } from "./tokens.ts";
import { BE_FORMS } from "./vocabulary.ts";
import { oneOf } from "./words.ts";

/**
 * Whose part it is: "Ann, the parser maintainer", "Bob (author of the lexer and most of the docs)", "Cy is camp lead",
 * "two interns, with Ann and Bob as mentors", "the lead of the parser is Ann", "Bob is the author".
 */
export function readParts(reading: Reading): void {
  const { tokens, tags, evidence, into, question } = reading;
  if (question || tokens.length > LONGEST_SENTENCE) return;
  tokens.forEach((token, head) => {
    const isGroup = isGroupOfPeople(token);
    if (!isPart(token) && !isGroup) return;
    if (tags[head] === "verb" && !NAMES_HOLDERS.has(tokens[head + 1]?.lower ?? "")) return;
    let from = head;
    while (from > Math.max(0, head - 6) && isOfTheRole(reading, from - 1)) from--;
    const isOf = ["of", "for"].includes(tokens[head + 1]?.lower ?? "");
    if (isGroup && !/^[:=]$/.test(tokens[head + 1]?.text ?? "")) return;
    if (
      !isOf &&
      reading.annotations.get(head + 1)?.kind !== "person" &&
      !/^(?:[,().;:=–—-]|and|is|was|are|were|so|)$/.test(tokens[head + 1]?.lower ?? "")
    )
      return;
    const named = namedBehind(reading, head, isOf);
    const people = named.length > 0 ? named : holders(reading, from - 1, isOf);
    if (people.length === 0) return;
    const isAside = named.length > 0 && !isOf && (from === head || isGroup || tokens[head + 1]?.text === "(");
    const matters = isOf
      ? mattersBehind(reading, head + 1)
      : isAside
        ? matterAbove(reading, head)
        : matterBefore(reading, from, head);
    for (const target of matters)
      for (const person of people)
        into.claim("works_on", person, target, evidence, { rule: "part-in-the-work" });
  });
}

/** "the volunteer for the gate (a student of Ann's, Bob)", "a plan of the rowers (Cy) to widen the lock": who that is. */
export function readVolunteers(reading: Reading): void {
  const { tokens, tags, annotations, evidence, into, question } = reading;
  if (!reading.namesPerson || question || tokens.length > LONGEST_SENTENCE) return;
  tokens.forEach((token, head) => {
    if (!isVolunteer(token) || tags[head] === "verb") return;
    const open = tokens.findIndex(({ text }, i) => i > head && i < head + 8 && text === "(");
    const close = tokens.findIndex(({ text }, i) => i > open && i < open + 12 && text === ")");
    if (open < 0 || close < 0 || tags.slice(head, open).some((tag) => tag === "break" || tag === "verb"))
      return;
    const people = annotations
      .values()
      .filter(
        ({ kind, from, to }) =>
          kind === "person" && from > open && to <= close && !/^['’]s$/.test(tokens[to]?.text ?? ""),
      );
    const last = people.at(-1);
    if (!last) return;
    const listed = agentList(reading, open + 1);
    const isList = listed.to === close && listed.agents.every(({ kind }) => kind === "person");
    const purpose = tags[close + 1] === "to" ? close + 2 : -1;
    const phrases = [
      ...findNounPhrases(tokens, tags, annotations, head + 1, open),
      ...(purpose < 0 ? [] : findNounPhrases(tokens, tags, annotations, purpose, tokens.length)),
      ...(purpose < 0 ? findNounPhrases(tokens, tags, annotations, 0, head).toReversed() : []),
    ];
    const phrase = phrases.find(isMatter);
    const targets = phrase
      ? mentionsOf(reading, phrase)
      : reading.context.topic
        ? [reading.context.topic]
        : [];
    for (const person of isList ? people : [last])
      for (const target of targets)
        into.claim("works_on", mentionOf(reading, person), target, evidence, { rule: "part-in-the-work" });
  });
}

/** In tokens; what is longer is no sentence, and would be read again for each of its roles. */
const LONGEST_SENTENCE = 400;

const isVolunteer = oneOf(
  "volunteer volunteers intern interns student students contractor assignee proposer implementer author maintainer",
);

const isOfTheRole = ({ tokens, tags, annotations }: Reading, i: number): boolean =>
  ["content", "name", "determiner", "mark"].includes(tags[i] ?? "break") &&
  tokens[i]?.text !== "&" &&
  !annotations.values().some(({ kind, from, to }) => kind === "person" && from <= i && i < to);

/** Who stands in front of the role: behind a comma, a bracket, a form of "be", or between "with" and "as". */
function holders(reading: Reading, at: number, isOf: boolean): Mention[] {
  const { tokens, annotations } = reading;
  const link = tokens[at];
  if (!link) return [];
  // "Ann: as the parser maintainer, I object"
  if (link.lower === "as" && at === 0 && reading.speakers.length === 1) return [...reading.speakers];
  const people = annotations.values().filter(({ kind, to }) => kind === "person" && to <= at);
  const last = people.at(-1);
  if (!last) return [];
  if (link.lower === "as") {
    const first = people.find(({ from }) => agentList(reading, from).to === at);
    if (!first || tokens[first.from - 1]?.lower !== "with") return [];
    return agentList(reading, first.from)
      .agents.filter(({ kind }) => kind === "person")
      .map((person) => mentionOf(reading, person));
  }
  const isBehind = last.to === at || agentList(reading, last.from).to === at;
  // "nominated Ann for the board (author of the lexer)"
  const isInBracket = link.text === "(" && isOf;
  const isLink = link.text === "(" || link.text === "," || BE_FORMS.has(link.lower);
  return isLink && (isBehind || isInBracket) ? [mentionOf(reading, last)] : [];
}

/** "the lead of the parser is Ann", "mentor is Bob", "mentors: Ann and Bob", "editors = Ann, Cy" */
function namedBehind(reading: Reading, head: number, isOf: boolean): Mention[] {
  const { tokens, annotations } = reading;
  // "editors (Ann, Cy)"
  if (tokens[head + 1]?.text === "(" && annotations.get(head + 2)?.kind === "person") {
    const { agents, to } = agentList(reading, head + 2);
    const isList = tokens[to]?.text === ")" && agents.every(({ kind }) => kind === "person");
    return isList ? agents.map((person) => mentionOf(reading, person)) : [];
  }
  // "mentors Ann and Bob", "test lead Cy"
  const isTitle = annotations.get(head + 1)?.kind === "person";
  for (let i = head; i < Math.min(tokens.length, head + (isOf ? 8 : 2)); i++) {
    // "reviewers so far Ann, Bob"
    const isSoFar = tokens[i]?.lower === "so" && tokens[i + 1]?.lower === "far" && !isOf;
    if (isSoFar && annotations.get(i + 2)?.kind === "person")
      return agentList(reading, i + 2).agents.map((person) => mentionOf(reading, person));
    if (i === head ? !isTitle : !NAMES_HOLDERS.has(tokens[i]?.lower ?? "")) continue;
    if (annotations.get(i + 1)?.kind !== "person") return [];
    const { agents, to } = agentList(reading, i + 1);
    const ends = i === head || /^(?:[,).;]|and|for|as|again|now|)$/.test(tokens[to]?.lower ?? "");
    return ends && agents.every(({ kind }) => kind === "person")
      ? agents.map((person) => mentionOf(reading, person))
      : [];
  }
  return [];
}

const NAMES_HOLDERS = new Set("is was are were : =".split(" "));

/** "vPCI starts in May (lead: Ann)", "Lock adapter merged; mentor was Bob": what the sentence is about, else the heading's matter. */
function matterAbove(reading: Reading, head: number): readonly Mention[] {
  const { tokens, tags, annotations, context } = reading;
  const phrases = findNounPhrases(tokens, tags, annotations, 0, head).filter(isMatter);
  const phrase = tokens[head - 1]?.text === "(" ? phrases.at(-1) : phrases[0];
  return phrase ? mentionsOf(reading, phrase) : context.topic ? [context.topic] : [];
}

/** "author of the lexer and most of the docs": both. */
function mattersBehind(reading: Reading, from: number): Mention[] {
  const { tokens, tags, annotations } = reading;
  const close = tokens.findIndex(
    ({ text, lower }, i) => i > from && (/^[();:–—]$/.test(text) || lower === "is"),
  );
  const phrases = findNounPhrases(tokens, tags, annotations, from, close < 0 ? tokens.length : close);
  const chosen: NounPhrase[] = [];
  for (const phrase of phrases) {
    const before = chosen.at(-1);
    if (before && !joined(reading, before.to, phrase.from)) break;
    if (isMatter(phrase)) chosen.push(phrase);
    else if (!phrase.generic) break;
  }
  // "manager for 9.8", "editor of the document": of the heading's matter.
  const { topic } = reading.context;
  const isOfTheTopic = topic && phrases.every(({ generic }) => generic);
  return isOfTheTopic ? [topic] : chosen.slice(0, 3).flatMap((phrase) => mentionsOf(reading, phrase));
}

/** "and", "and most of the" */
function joined(reading: Reading, from: number, to: number): boolean {
  let end = to;
  while (
    end > from &&
    ["of", "the", "most", "some", "all", "both"].includes(reading.tokens[end - 1]?.lower ?? "")
  )
    end--;
  return coordinated(reading, from, end);
}

/** "parser" in "the parser maintainer"; a word of the heading's matter is the matter; else what the sentence opens with. */
function matterBefore(reading: Reading, from: number, head: number): readonly Mention[] {
  const { tokens, tags, annotations, context } = reading;
  const [phrase, other] = findNounPhrases(tokens, tags, annotations, from, head);
  if (other) return [];
  if (!phrase) {
    // "Ann is the author", "the mentor is Bob"
    const isOffice =
      BE_FORMS.has(tokens[from - 1]?.lower ?? "") || BE_FORMS.has(tokens[head + 1]?.lower ?? "");
    if (isOffice && context.topic) return [context.topic];
    if (tokens[from - 1]?.lower !== "as") return [];
    const opening = findNounPhrases(tokens, tags, annotations, 0, from - 1).find(isMatter);
    return opening ? mentionsOf(reading, opening) : context.topic ? [context.topic] : [];
  }
  // "Bob is release lead", "Cy is the spec editor"
  if (!isMatter(phrase))
    return phrase.generic && BE_FORMS.has(tokens[from - 1]?.lower ?? "") && context.topic
      ? [context.topic]
      : [];
  const word = (tokens[phrase.from] as Token).lower;
  const isOfTheTopic =
    phrase.to === phrase.from + 1 && context.topic?.surface.toLowerCase().split(/\s+/).includes(word);
  return isOfTheTopic && context.topic ? [context.topic] : mentionsOf(reading, phrase);
}

const isMatter = (phrase: NounPhrase): boolean => !phrase.generic && !isPersonPhrase(phrase);

const isPart = oneOf(
  "maintainer maintainers co-maintainer comaintainer author authors co-author coauthor lead leads co-lead developer owner owners editor editors co-editor champion implementer assignee driver shepherd manager mentor mentors admin admins organiser organizer organisers organizers coordinator coordinators inventor creator rm speaker speakers presenter presenters delegate contact sponsor reviewer reviewers shepherds",
);

/** Whose members are told behind a colon: "election committee: Ann, Bob" */
const isGroupOfPeople = oneOf("committee subcommittee sub-team subteam taskforce volunteers");
