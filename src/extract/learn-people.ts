import { isGivenName } from "../model/given-names.ts";
import { textOf } from "./add-name.ts";
import { isRole } from "../minutes/parse-attendees.ts";
import type { MinutesNode, ParsedMinutes } from "../minutes/parsed-minutes.ts";
import type { Lexicon } from "./annotate.ts";
import type { DocumentLine } from "./document-lines.ts";
import { learnEmployers } from "./learn-employers.ts";
import { learnMembers } from "./learn-members.ts";
import { learnNamedBodies } from "./learn-named-bodies.ts";
import { closestAttendee, closestBody } from "./misspelt-names.ts";
import { learnNicks } from "./learn-nicks.ts";
import { learnTeams } from "./learn-teams.ts";
import { isKnown, isNameLike } from "./name-like.ts";
import { HONORIFICS } from "../model/honorifics.ts";
import {
  hasInnerCapital,
  isBehindDeed,
  isGivenNameHere,
  isStart,
  isThanked,
  isUnknownNameHere,
} from "./stands-for-person.ts";
import { actsAt, AUXILIARY_OF_A_PERSON, behindAside, humanActAt, isStateOfPerson } from "./acts.ts";
import { behindBracket, type Token } from "./tokens.ts";
import { findVerb, isFunctionWord, isOrdinaryWord, isTemporal } from "./vocabulary.ts";
import { judgeOnce } from "./words.ts";

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
const BEFORE_A_PERSON = set(
  "by with from thanks thank cc ask asked ping pinged and or than except though like for of to @ tell told kudos",
);
const NOT_HANDLES = set(
  "name here all channel everyone team group param returns return see todo types babel scope media import export override deprecated private public internal me you username user handle",
);

/** Learns people who are in no list of attendees: in prose, as owners in brackets, by handle, or misspelt. */
export function learnPeople(minutes: ParsedMinutes, lines: readonly DocumentLine[], lexicon: Lexicon): void {
  learnNicks(minutes, lines, lexicon);
  for (const { tokens, hasName, hasBracket } of lines) {
    if (!hasName) continue;
    if (hasBracket) learnOwnHandles(tokens, lexicon);
    learnRun(tokens, lexicon);
  }
  for (const { tokens, node } of lines)
    for (let i = 0; i < tokens.length; i++) learnAt(tokens, i, node, lexicon);
  for (const { tokens, hasName, hasBracket } of lines) {
    if (hasName) learnEmployers(tokens, lexicon);
    if (hasBracket) for (let i = 0; i < tokens.length; i++) learnMembers(tokens, i, lexicon);
    learnNamedBodies(tokens, lexicon);
    learnTeams(tokens, hasBracket, lexicon);
  }
}

/** "Dov (dsegal)", where the handle is somebody's of the list: the name is the handle's. */
function learnOwnHandles(tokens: readonly Token[], lexicon: Lexicon): void {
  for (let i = 0; i + 3 < tokens.length; i++) {
    if (tokens[i + 1]?.text !== "(" || tokens[i + 3]?.text !== ")") continue;
    const [name, , handle] = tokens.slice(i, i + 3) as [Token, Token, Token];
    if (!isNameLike(name) || handle.capital) continue;
    const person = lexicon.people.find(handle.text);
    if (person && !/\s/.test(person.name) && !lexicon.people.findWord(name))
      add(lexicon, name.text, "name-and-handle", person.name);
  }
}

/** "Ann, Bob (Ember, I think), Oda and Cy": among several people, a word that is no other is somebody, too. */
function learnRun(tokens: readonly Token[], lexicon: Lexicon): void {
  let run: Token[] = [];
  const close = (): void => {
    if (run.length === 0) return;
    const isPerson = (token: Token): boolean =>
      isGivenName(token.lower, lexicon.data) || lexicon.people.findWord(token) !== undefined;
    const unknown = run.filter((token) => !isPerson(token));
    if (run.length - unknown.length >= 3 && unknown.length * 2 <= run.length - unknown.length)
      for (const { text } of unknown) add(lexicon, text, "name-in-prose");
    run = [];
  };
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i] as Token;
    if (!isSingleName(token) || lexicon.names.findWord(token) || lexicon.gazetteer.findWord(token)) {
      close();
      i++;
      continue;
    }
    run.push(token);
    const next = behindBracket(tokens, i + 1);
    if (!/^(?:,|and|&)$/.test(tokens[next]?.lower ?? "")) close();
    i = skipJoints(tokens, next);
  }
  close();
}

const isSingleName = judgeOnce(
  (word) =>
    isNameLike({ spelling: word }) && !isOrdinaryWord(word.lower) && !/\p{Lu}.*\p{Lu}/u.test(word.text),
);

/** ", and", "plus" */
function skipJoints(tokens: readonly Token[], from: number): number {
  let i = from;
  while (/^(?:,|and|&|plus)$/.test(tokens[i]?.lower ?? "")) i++;
  return i;
}

function learnAt(tokens: readonly Token[], i: number, node: MinutesNode, lexicon: Lexicon): void {
  const token = tokens[i] as Token;
  if (token.text[0] === "@" || (i > 0 && tokens[i - 1]?.text === "@")) learnHandle(tokens, i, node, lexicon);
  else if (isNameLike(token) && (!isKnown(tokens, i, lexicon) || isNamesake(tokens, i, lexicon)))
    learnName(tokens, i, lexicon);
  else if (node.kind === "message" && isNamedInChat(tokens, i, lexicon))
    add(lexicon, token.text, "name-in-chat");
}

/** "Jenkins Oldroyd wrote it": a given name with a surname behind it, though a project has the name as well. */
function isNamesake(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const [token, next, behind] = [tokens[i] as Token, tokens[i + 1], tokens[i + 2]];
  const isListed = tokens[i - 1]?.text === "(" && /^[,)]$/.test(behind?.text ?? "");
  return (
    next?.spaced === true &&
    isGivenName(token.lower, lexicon.data) &&
    lexicon.people.match(tokens, i) === undefined &&
    (lexicon.gazetteer.match(tokens, i)?.to ?? 0) === i + 1 &&
    isSurname(tokens, i + 1, lexicon) &&
    (isListed || isBehindDeed(tokens, i) || humanActAt(tokens, behindAside(tokens, i + 2)))
  );
}

function add(lexicon: Lexicon, name: string, rule: string, meant = name): void {
  const value = { kind: "person" as const, name: meant, rule };
  lexicon.people.add(name, value, isOrdinaryWord(name.toLowerCase()));
  lexicon.labels.add(name, value);
}

/** "ann isn't here": in chats, given names are often written small. */
function isNamedInChat(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const token = tokens[i] as Token;
  if (!/^\p{Ll}{4,}$/u.test(token.text) || !lexicon.data.givenNames.has(token.lower)) return false;
  if (isOrdinaryWord(token.lower) || isKnown(tokens, i, lexicon)) return false;
  const isPlaced =
    i === 0 ||
    !tokens[i - 1]?.word ||
    ["and", "but", "that", "if", "so"].includes(tokens[i - 1]?.lower ?? "");
  return isPlaced && AUXILIARY_OF_A_PERSON.has(tokens[i + 1]?.lower ?? "");
}

/** "@nick" at the start of a line, in brackets, or where somebody acts. */
function learnHandle(tokens: readonly Token[], i: number, node: MinutesNode, lexicon: Lexicon): void {
  const token = tokens[i] as Token;
  const handle = token.text.replace(/^@/, "");
  if (
    !/^[A-Za-z][\w-]{1,38}$/.test(handle) ||
    NOT_HANDLES.has(handle.toLowerCase()) ||
    (token.text === handle && token.spaced)
  )
    return;
  if (node.marks.some((mark) => mark.kind === "code" && mark.start <= token.start && token.end <= mark.end))
    return;
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  const acts =
    next !== undefined &&
    (AUXILIARY_OF_A_PERSON.has(next.lower) || next.lower === "to" || findVerb(next.lower) !== undefined);
  const placed = !before || !before.word || BEFORE_A_PERSON.has(before.lower) || isFunctionWord(before.lower);
  if (!placed && !acts) return;
  const value = { kind: "person" as const, name: handle, rule: "handle" };
  lexicon.people.add(`@${handle}`, value);
  lexicon.labels.add(handle, value);
  if (!isOrdinaryWord(handle.toLowerCase())) lexicon.people.add(handle, value);
}

function learnName(tokens: readonly Token[], i: number, lexicon: Lexicon): void {
  const token = tokens[i] as Token;
  const given = isGivenName(token.lower, lexicon.data) && !hasInnerCapital(token.text);
  const next = tokens[i + 1];
  // "Harlow & Lind" is a firm.
  if (tokens[i - 1]?.text === "&" && (lexicon.names.match(tokens, i - 2)?.to ?? 0) > i) return;
  // "the bakeathon in Ann Arbor"
  if (next?.capital && ["in", "near"].includes(tokens[i - 1]?.lower ?? "")) return;
  if (learnNicknamed(tokens, i, lexicon)) return;
  if (learnInitial(tokens, i, lexicon) || learnTitled(tokens, i, lexicon)) return;
  const particles = given ? particleEnd(tokens, i, lexicon) : undefined;
  if (particles !== undefined && startsPlainly(tokens, i)) {
    add(lexicon, textOf(tokens, i, particles), "name-in-prose");
    return;
  }
  if (
    next?.spaced &&
    isSurname(tokens, i + 1, lexicon) &&
    (given || (!isOrdinaryWord(token.lower) && !/^\p{Lu}{2,}$/u.test(token.text))) &&
    (given
      ? startsPlainly(tokens, i) || isBesidePerson(tokens, i + 2, lexicon)
      : actsAt(tokens, behindAside(tokens, i + 2)) || isBehindDeed(tokens, i) || isElected(tokens[i - 1]))
  ) {
    const middle = tokens[i + 2];
    const third =
      given && middle?.spaced && isSurname(tokens, i + 2, lexicon) && !isKnown(tokens, i + 2, lexicon);
    add(
      lexicon,
      [token, next, ...(third ? [middle as Token] : [])].map(({ text }) => text).join(" "),
      "name-in-prose",
    );
    return;
  }
  if (
    isFromBody(tokens, i, lexicon) ||
    (given && hasOrdinarySurname(tokens, i)) ||
    hasSurnameFirst(tokens, i)
  ) {
    add(lexicon, `${token.text} ${(next as Token).text}`, "name-in-prose");
    return;
  }
  if (closestAttendee(token, lexicon) || closestBody(token, lexicon)) return;
  if (given ? isGivenNameHere(tokens, i, lexicon) : isUnknownNameHere(tokens, i, lexicon))
    add(lexicon, token.text, "name-in-prose");
}

/** "and Ann", "& Bob": whoever is known */
const isBesidePerson = (tokens: readonly Token[], at: number, { people }: Lexicon): boolean =>
  ["and", "&"].includes(tokens[at]?.lower ?? "") && people.match(tokens, at + 1) !== undefined;

/** "nominates Oda Brandvold": what is done to a person */
const isElected = (token: Token | undefined): boolean =>
  ELECTING.has(findVerb(token?.lower ?? "")?.base ?? "");

const ELECTING = set("nominate appoint elect welcome replace thank congratulate");

/** "Ann de Wolff", "Ann van der Lee": where the name ends whose particles stand behind a given name; undefined where there are none. */
function particleEnd(tokens: readonly Token[], i: number, lexicon: Lexicon): number | undefined {
  let at = i + 1;
  while (at < i + 4 && PARTICLES.has(tokens[at]?.lower ?? "") && tokens[at]?.spaced) at++;
  return at > i + 1 && tokens[at]?.spaced && isSurname(tokens, at, lexicon) ? at + 1 : undefined;
}

const PARTICLES = set(
  "de der den van von da di del della dos la le el al bin ibn ben ter ten te zu zur af av",
);

/** `Ann "Nan" Lee`: what somebody is called between the names. */
function learnNicknamed(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const [given, open, nickname, close, surname] = tokens.slice(i, i + 5) as [Token, ...(Token | undefined)[]];
  const isQuoted = /^["“]$/.test(open?.text ?? "") && /^["”]$/.test(close?.text ?? "");
  if (!isQuoted || !nickname?.capital || !surname || !isSurname(tokens, i + 4, lexicon)) return false;
  const full = `${given.text} ${surname.text}`;
  add(
    lexicon,
    [given.text, open?.text, nickname.text, close?.text, surname.text].join(" "),
    "name-in-prose",
    full,
  );
  add(lexicon, full, "name-in-prose");
  add(lexicon, nickname.text, "name-in-prose", full);
  return true;
}

/** "Mr. Brandt", "Dr. Osk": who is told by a title. */
function learnTitled(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const title = tokens[i - 1]?.text === "." && !tokens[i - 1]?.spaced ? tokens[i - 2] : tokens[i - 1];
  const name = (tokens[i] as Token).text;
  if (!title?.capital || !HONORIFICS.has(title.lower) || tokens[i + 1]?.capital || isRole(name)) return false;
  add(lexicon, name, "name-in-prose");
  return true;
}

/** "Oda Brandvold from the docs team", "Oda Brandvold from Ember": two words that are no others. */
function isFromBody(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const [token, next, from] = [tokens[i] as Token, tokens[i + 1], tokens[i + 2]];
  if (!next?.spaced || from?.lower !== "from" || isOrdinaryWord(token.lower)) return false;
  if (!/\p{Ll}/u.test(token.text) || hasInnerCapital(token.text) || !isSurname(tokens, i + 1, lexicon))
    return false;
  return isStart(tokens, i) || BEFORE_A_PERSON.has(tokens[i - 1]?.lower ?? "")
    ? tokens[i + 3]?.lower === "the" || (tokens[i + 3]?.capital ?? false)
    : false;
}

/** "Zhou Gang has been fixing it": an East Asian surname in front, and whatever the given name means in English. */
function hasSurnameFirst(tokens: readonly Token[], i: number): boolean {
  const [token, next] = [tokens[i] as Token, tokens[i + 1]];
  return (
    SURNAMES_IN_FRONT.has(token.lower) &&
    next?.spaced === true &&
    /^\p{Lu}\p{Ll}{1,10}$/u.test(next.text) &&
    !isFunctionWord(next.lower) &&
    !isTemporal(next) &&
    (actsAt(tokens, i + 2) || ["by", "from"].includes(tokens[i - 1]?.lower ?? ""))
  );
}

const SURNAMES_IN_FRONT = set(
  "wang zhang liu chen huang zhao zhou xu zhu hu guo gao luo zheng liang xie tang deng feng cao peng zeng tian dong pan cai jiang du ye cheng su lu ding shen yao cui zhong tan liao jia xia fu zou xiong meng qin qiu hou yin xue yan tao choi jung kang yoon jang nguyen tran pham hoang phan dang bui",
);

/** "A. Lee" and "Ann L.", as names are shortened. */
function learnInitial(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const [token, next, last] = [tokens[i] as Token, tokens[i + 1], tokens[i + 2]];
  const given = isGivenName(token.lower, lexicon.data) && !hasInnerCapital(token.text);
  const isShortened = last?.text === "." && !last.spaced;
  const canBeGiven = given || (isShortened && isUnknownWord(tokens, i));
  if (canBeGiven && /\p{Ll}/u.test(token.text) && next?.spaced && /^[^\P{Lu}I]$/u.test(next.text)) {
    const isPlain = !isOrdinaryWord(token.lower) && !(last?.capital && last.spaced);
    if (isShortened || isPlain) {
      add(lexicon, `${token.text} ${next.text}${isShortened ? "." : ""}`, "name-in-prose");
      return true;
    }
  }
  const isInitial =
    /^\p{Lu}$/u.test(tokens[i - 2]?.text ?? "") && tokens[i - 1]?.text === "." && !tokens[i - 1]?.spaced;
  const isBefore =
    tokens[i - 3]?.text === "(" ||
    AUTHORS.has(tokens[i - 3]?.lower ?? "") ||
    BEFORE_A_PERSON.has(tokens[i - 3]?.lower ?? "");
  if (!isInitial || !isBefore || !isSurname(tokens, i, lexicon)) return false;
  add(lexicon, `${tokens[i - 2]?.text ?? ""}. ${token.text}`, "name-in-prose");
  return true;
}

/** In "Oda L.", a word that is no other, and no part of a longer name. */
const isUnknownWord = (tokens: readonly Token[], i: number): boolean =>
  /^\p{Lu}\p{Ll}{2,}$/u.test((tokens[i] as Token).text) &&
  !isOrdinaryWord((tokens[i] as Token).lower) &&
  !(tokens[i - 1]?.capital && (tokens[i] as Token).spaced && !isStart(tokens, i));

const AUTHORS = set("author co-author coauthor editor presenter speaker mr mrs ms dr prof shepherd reviewer");

function isSurname(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const token = tokens[i];
  if (!token || !/^\p{Lu}[\p{Ll}\p{Lu}'’-]+$/u.test(token.text) || /^\p{Lu}{2,}s?$/u.test(token.text))
    return false;
  return (
    !isOrdinaryWord(token.lower) &&
    !isFunctionWord(token.lower) &&
    !lexicon.names.findWord(token) &&
    !lexicon.gazetteer.findWord(token)
  );
}

/** "Joshua Stone said": a word that is an ordinary one too is a surname where somebody acts. */
function hasOrdinarySurname(tokens: readonly Token[], i: number): boolean {
  const [token, next] = [tokens[i] as Token, tokens[i + 1]];
  return (
    next?.spaced === true &&
    /^\p{Lu}\p{Ll}+$/u.test(next.text) &&
    !isOrdinaryWord(token.lower) &&
    !isFunctionWord(next.lower) &&
    !isTemporal(next) &&
    !actsAt(tokens, i + 1) &&
    (humanActAt(tokens, i + 2) ||
      ["by", "from"].includes(tokens[i - 1]?.lower ?? "") ||
      (isThanked(tokens[i - 1]) && !(tokens[i + 2]?.capital ?? false)))
  );
}

/** An ordinary word as a given name needs more than its capital at the start of a sentence. */
const startsPlainly = (tokens: readonly Token[], i: number): boolean =>
  !isOrdinaryWord((tokens[i] as Token).lower) ||
  actsAt(tokens, i + 2) ||
  isStateOfPerson(tokens, i + 2) ||
  BEFORE_A_PERSON.has(tokens[i - 1]?.lower ?? "") ||
  (!isStart(tokens, i) && !(tokens[i - 1] as Token).capital);
