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
import { actsAt, AUXILIARY_OF_A_PERSON, behindAside, humanActAt, isStateOfPerson } from "./acts.ts";
import { behindBracket, type Token } from "./tokens.ts";
import { DETERMINERS, findVerb, isAdverb, isFunctionWord, isOrdinaryWord, isTemporal } from "./vocabulary.ts";
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
  if (!title?.capital || !FORMS_OF_ADDRESS.has(title.lower) || tokens[i + 1]?.capital || isRole(name))
    return false;
  add(lexicon, name, "name-in-prose");
  return true;
}

const FORMS_OF_ADDRESS = set(
  "mr mrs ms mx dr prof professor officer captain councillor cllr reverend senator",
);

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
const isStart = (tokens: readonly Token[], i: number): boolean =>
  i === 0 || /[.!?:()]/.test((tokens[i - 1] as Token).text) || !(tokens[i - 1] as Token).word;

function isGivenNameHere(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const token = tokens[i] as Token;
  const ordinary = isOrdinaryWord(token.lower);
  const [before, next, behind] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]];
  if (isOwnerBracket(tokens, i)) return true;
  if (isPossessor(tokens, i)) return !isTemporal(token);
  if (PLACED.has(tokens[i - 1]?.lower ?? "")) return false;
  if (
    !ordinary &&
    (isAskedAfter(tokens, i) ||
      isIntroduced(tokens, i) ||
      isApposition(tokens, i) ||
      isAtBody(tokens, i, lexicon))
  )
    return true;
  if (ordinary && isSource(tokens, i)) return true;
  if (!ordinary && isStart(tokens, i) && (isStateOfPerson(tokens, i + 1) || isJoined(tokens, i))) return true;
  // "Ann (docs team) fixed it", "(Ann on their team)"
  if (!ordinary && isStart(tokens, i) && next?.text === "(" && actsAt(tokens, behindSelf(tokens, i + 1)))
    return true;
  if (
    !ordinary &&
    before?.text === "(" &&
    next?.lower === "on" &&
    /^(?:their|our|the|his|her)$/.test(behind?.lower ?? "")
  )
    return true;
  if (!isStart(tokens, i) && isAttribute(tokens, i)) return false;
  if (next?.capital && next.spaced && !isFunctionWord(next.lower) && !actsAt(tokens, i + 1)) return false;
  if (isThanked(before) && !ordinary) return true;
  const opensVerb = before !== undefined && isStart(tokens, i - 1) && findVerb(before.lower) !== undefined;
  if (before?.capital && before.word && token.spaced && !opensVerb && !isFunctionWord(before.lower))
    return false;
  if (next?.text === "," && behind && (/^\d/.test(behind.text) || isTemporal(behind))) return false;
  if (ordinary && isStart(tokens, i)) return humanActAt(tokens, i + 1) || /^['’]s$/.test(next?.text ?? "");
  if (actsAt(tokens, i + 1)) return true;
  if (ordinary) return !isTemporal(token) && isPartner(tokens, i);
  return (
    !isStart(tokens, i) ||
    next?.text === "," ||
    next?.lower === "and" ||
    next?.text === "'s" ||
    next?.text === "’s"
  );
}

/** Behind "(docs team)", and behind "(docs team) and I". */
function behindSelf(tokens: readonly Token[], from: number): number {
  const to = behindBracket(tokens, from);
  return tokens[to]?.lower === "and" && tokens[to + 1]?.text === "I" ? to + 2 : to;
}

/** "the patch in Mark's tree": a capital inside a sentence, whatever else the word means. */
const isPossessor = (tokens: readonly Token[], i: number): boolean =>
  !isStart(tokens, i) && /^['’]s$/.test(tokens[i + 1]?.text ?? "") && tokens[i + 2]?.capital === false;

/** "checked with Mark of the docs team", "reviewed by Will.": and not "with Mark detection". */
function isPartner(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  return (
    ["by", "with", "thanks", "from"].includes(tokens[i - 1]?.lower ?? "") &&
    (!next?.word || (isFunctionWord(next.lower) && !next.capital))
  );
}

/** "Who knows it? Ann? She …": a name alone with a question mark. */
const isAskedAfter = (tokens: readonly Token[], i: number): boolean =>
  tokens[i + 1]?.text === "?" && (i === 0 || /^[.!?:]$/.test(tokens[i - 1]?.text ?? ""));

/** "Ann from Acme", "Ann from the docs team", "Ann of the docs team", at the start of a sentence. */
function isIntroduced(tokens: readonly Token[], i: number): boolean {
  const article = tokens[i + 2]?.lower === "the";
  const isLed = tokens[i + 1]?.lower === "from" || (tokens[i + 1]?.lower === "of" && article);
  if (!isStart(tokens, i) || !isLed) return false;
  return article
    ? /^(?:team|group|wg|sig|board|committee|folks?|people|side|crew|project)$/.test(
        tokens[i + 4]?.lower ?? "",
      )
    : (tokens[i + 2]?.capital ?? false);
}

/** "Ann at Acme can look", "mail Bob @ Acme": with a body that is known. */
function isAtBody(tokens: readonly Token[], i: number, { names, gazetteer }: Lexicon): boolean {
  if (!["at", "@", "from"].includes(tokens[i + 1]?.lower ?? "")) return false;
  return [names, gazetteer].some((index) => index.match(tokens, i + 2)?.value.kind === "organisation");
}

/** "They have an intern on it, Ann.": at the end of a sentence, and not "in Lisbon, Florence". */
function isApposition(tokens: readonly Token[], i: number): boolean {
  const [before, far, next] = [tokens[i - 1], tokens[i - 2], tokens[i + 1]];
  const isEnd = next === undefined || [".", ")", ";"].includes(next.text);
  return isEnd && before?.text === "," && far?.word === true && (!far.capital || isTemporal(far));
}

/** "comments from Mark on the list": a capital behind "from" inside a sentence, whatever else the word means. */
const isSource = (tokens: readonly Token[], i: number): boolean =>
  ["from", "by"].includes(tokens[i - 1]?.lower ?? "") &&
  /^(?:comments?|feedback|reviews?|mail|email|e-mail|word|news|input|help|patch|patches|suggestions?|reply|answer|objections?|talk)$/.test(
    tokens[i - 2]?.lower ?? "",
  ) &&
  !(tokens[i + 1]?.capital ?? false);

/** "in France", "the Morse code": what stands there is a place or a thing, whatever else bears its name. */
const PLACED = set(
  "at in near within into inside via around a an the his their our my your some this that these",
);

const ADDRESSED = set("thanks thank kudos cc ask asked ping pinged tell told let let's give gave");

/** "Morse answer codes", and not "Ann reviewed". */
function isAttribute(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  if (!next?.word || !next.spaced || next.capital || isFunctionWord(next.lower)) return false;
  if (ADDRESSED.has(tokens[i - 1]?.lower ?? "") || !isOrdinaryWord(next.lower)) return false;
  const verb = findVerb(next.lower);
  return (
    !isAdverb(next.lower) && (verb === undefined || verb.form === "base") && tokens[i - 1]?.word === true
  );
}

/** A capitalised word that nothing knows is a person's where it does what only people do. */
function isUnknownNameHere(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const token = tokens[i] as Token;
  if (
    token.text.length < 3 ||
    isOrdinaryWord(token.lower) ||
    /^\p{Lu}{2,}$/u.test(token.text) ||
    /\p{Ll}\p{Lu}\p{Ll}/u.test(token.text) ||
    /^\p{Lu}{1,2}\p{Ll}\p{Lu}|^\p{Lu}{2}\p{Ll}/u.test(token.text) ||
    /\p{Ll}\p{Lu}{3}|^\p{Lu}{2,}-/u.test(token.text)
  )
    return false;
  if (isBesideBody(tokens, i, lexicon)) return true;
  if (isOwnerBracket(tokens, i) && endsBehindBracket(tokens, i) && !/\p{Lu}{2}/u.test(token.text))
    return !isBehindName(tokens, i - 2, lexicon) && !isBehindUnknown(tokens, i - 2, lexicon);
  const before = tokens[i - 1];
  if (isMaker(tokens, i) || (isStart(tokens, i) && isStateOfPerson(tokens, i + 1))) return true;
  if (isThanked(before) || isExcused(tokens, i) || isRelated(tokens, i) || isTurnedTo(tokens, i)) return true;
  if (
    before?.word &&
    token.spaced &&
    !["and", "or", "but", "that", "while", "because", "if", "when", "as", "so"].includes(before.lower)
  )
    return false;
  return humanActAt(tokens, i + 1);
}

/** "fix by Oda", "the bot by Oda": who made something. */
const isMaker = (tokens: readonly Token[], i: number): boolean =>
  isBehindDeed(tokens, i) &&
  !(tokens[i + 1]?.capital ?? false) &&
  !/\p{Lu}.*\p{Lu}/u.test((tokens[i] as Token).text);

/** "fix by", "written by", "tracked down by", "looked at by": what a single person does, and a company hardly. */
function isBehindDeed(tokens: readonly Token[], i: number): boolean {
  if (tokens[i - 1]?.lower !== "by") return false;
  const [before, far] = [tokens[i - 2]?.lower ?? "", tokens[i - 3]?.lower ?? ""];
  return MADE.has(before) || (/^(?:at|down|up|into)$/.test(before) && MADE.has(far));
}

const MADE = set(
  "fix fixes patch patches patchset pr prs mr review reviews proposal prototype draft talk bot script import rewrite work written rewritten reviewed reported proposed drafted fixed submitted rebased debugged bisected traced tracked looked chased root-caused spotted noticed led chaired mentored edited translated proofread checked written summarised summarized",
);

/** "Oda + 3 contributors", "Oda+Ann", "Oda/Ann": at either name. */
function isJoined(tokens: readonly Token[], i: number): boolean {
  const [before, token, sign, next] = [tokens[i - 1], tokens[i] as Token, tokens[i + 1], tokens[i + 2]];
  if (sign?.text === "+" && /^\d{1,2}$/.test(next?.text ?? "")) return true;
  const isSecond = !token.spaced && /^[+/]$/.test(before?.text ?? "");
  return isSecond || (/^[+/]$/.test(sign?.text ?? "") && next?.spaced === false && isNameLike(next));
}

/** "Apologies from Oda": who is not there. */
const isExcused = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.lower === "from" && /^(?:apologies|regrets|excuses)$/.test(tokens[i - 2]?.lower ?? "");

/** "her colleague Oda", "an intern, Oda,": who is told by what they are to somebody. */
function isRelated(tokens: readonly Token[], i: number): boolean {
  const noun = tokens[i - 1]?.text === "," ? i - 2 : i - 1;
  return RELATIONS.has(tokens[noun]?.lower ?? "") && !(tokens[i + 1]?.capital ?? false);
}

const RELATIONS = set(
  "colleague coworker co-worker teammate intern student postdoc apprentice trainee boss manager successor predecessor co-maintainer comaintainer co-chair cochair co-author coauthor co-lead stand-in",
);

/** "ask Oda to", "pinged Oda about it", "knows Oda from": what is done to people, and not "ask Oda users". */
function isTurnedTo(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  return (
    TURNED_TO.has(findVerb(tokens[i - 1]?.lower ?? "")?.base ?? "") &&
    (!next?.word || (isFunctionWord(next.lower) && !next.capital && !/^(?:and|or)$/.test(next.lower)))
  );
}

const TURNED_TO = set("ask ping tell remind invite bug know thank congratulate nudge poke");

/** "Oda from Ember", "Oda over at Ember", "Oda (Ember)": who stands in front of a known organisation so. */
function isBesideBody(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const before = tokens[i - 1];
  if (before?.word && (before.capital || DETERMINERS.has(before.lower) || before.lower === "in"))
    return false;
  const at = tokens[i + 1]?.lower === "over" ? i + 2 : i + 1;
  const here = tokens[at];
  if (!here || !["from", "at", "@", "("].includes(here.lower)) return false;
  const body = lexicon.names.match(tokens, at + 1) ?? lexicon.gazetteer.match(tokens, at + 1);
  if (body?.value.kind !== "organisation") return false;
  return here.text !== "(" || tokens[body.to]?.text === ")";
}

/** In "Ann Lee (Ember)" the brackets hold an organisation. */
function isBehindName(tokens: readonly Token[], last: number, lexicon: Lexicon): boolean {
  const [given, surname] = [tokens[last - 1], tokens[last]];
  return (
    given !== undefined &&
    surname !== undefined &&
    given.capital &&
    isGivenName(given.lower, lexicon.data) &&
    surname.capital &&
    !isOrdinaryWord(surname.lower)
  );
}

/** In "Oda (Ember)" nothing tells which of two unknown words is a person. */
function isBehindUnknown(tokens: readonly Token[], last: number, lexicon: Lexicon): boolean {
  const before = tokens[last];
  return (
    before !== undefined &&
    isNameLike(before) &&
    !isOrdinaryWord(before.lower) &&
    !hasInnerCapital(before.text) &&
    !/^\p{Lu}+$/u.test(before.text) &&
    (lexicon.people.findWord(before) !== undefined || !isKnown(tokens, last, lexicon))
  );
}

/** "NaN" and "JaSON" are no given names; "McKay", "O'Neil", "Ann-Lee" and "LeBron" are. */
const hasInnerCapital = (text: string): boolean =>
  /\p{Lu}/u.test(
    text.slice(1).replace(/(?<=-|^[OoDd]['’]?|['’]|^(?:M[a]?c|De|Di|La|Le|Van|Von))\p{Lu}/gu, ""),
  );

/** "(Ann)", "(Ann?)", and nothing more. */
function isOwnerBracket(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.text;
  const next = tokens[i + 1]?.text === "?" ? tokens[i + 2]?.text : tokens[i + 1]?.text;
  return (before === "(" || before === "[") && (next === ")" || next === "]");
}

/** "Parser (Ann)." and not "its CRM (Lagan) next year", which says what it is called. */
function endsBehindBracket(tokens: readonly Token[], i: number): boolean {
  const behind = tokens[tokens[i + 1]?.text === "?" ? i + 3 : i + 2];
  return !behind?.word;
}

const isThanked = (before: Token | undefined): boolean =>
  before !== undefined && ["thanks", "thank", "kudos", "cc"].includes(before.lower);
