import { addName, isNameToken, textOf } from "./add-name.ts";
import type { Lexicon } from "./annotate.ts";
import { findSelfBefore } from "./first-person.ts";
import { readRow } from "./learn-members.ts";
import type { Token } from "./tokens.ts";
import { DETERMINERS, findVerb, isFunctionWord } from "./vocabulary.ts";
import { judgeOnce, oneOf } from "./words.ts";

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const isTeam = oneOf(
  "team teams group committee subcommittee board council lab department unit squad guild desk wg sig tg",
);
/** Behind the name of what they belong to: "the docs folks". */
const areFolks = oneOf("folks people guys crew");
/** Parts of an organisation that stand for those who are in them: "Ann in infra", "Legal (Bob)". */
const isDepartment = oneOf(
  "infra infrastructure legal marketing finance accounting security ops operations it hr docs documentation qa design comms procurement sales compliance",
);

/**
 * Learns the teams that people are with, or that somebody in brackets stands for.
 *
 * Reads the general habits of minute-takers: "Ann from the Brazilian team", "Bob of the docs group", "Cy in infra", "Dee
 * (desktop team)", "I'm in the loader group", "the release team (Ed)", "the docs folks (Flo)".
 * @param hasBracket whether there is a round bracket that opens among the tokens
 */
export function learnTeams(tokens: readonly Token[], hasBracket: boolean, lexicon: Lexicon): void {
  for (let i = 0; i < tokens.length; i++) if (hasBracket || isLead(tokens[i])) learnTeam(tokens, i, lexicon);
}

function learnTeam(tokens: readonly Token[], i: number, lexicon: Lexicon): void {
  if (isBehindPerson(tokens, i, lexicon)) return learnBehindPerson(tokens, i, lexicon);
  const end = teamEnd(tokens, i);
  if (end === undefined || isInsideName(tokens, i)) return;
  const open = areFolks(tokens[end]) ? end + 1 : end;
  const isStoodFor = tokens[open]?.text === "(" && closesPerson(tokens, open + 1, lexicon);
  // "Documentation (Ann)" and nothing more: what Ann is to tell of.
  if (i === 0 && isDepartment(tokens[0]) && tokens.at(-1)?.text === ")") return;
  if (isStoodFor && !isOfKnownBody(tokens, i, end, lexicon))
    addName(lexicon, "organisation", textOf(tokens, i, end), "team-of-a-person");
}

/** "the Acme team (Ann)", where Acme is known: it is Acme's. */
const isOfKnownBody = (tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean =>
  [lexicon.names, lexicon.gazetteer].some((index) => {
    const body = index.match(tokens, from);
    return body?.value.kind === "organisation" && body.to === to - 1;
  });

/** At "from", "of", "in" or "(" right behind somebody's name. */
function learnBehindPerson(tokens: readonly Token[], i: number, lexicon: Lexicon): void {
  const { text, lower } = tokens[i] as Token;
  const isBracket = text === "(";
  let from = isBracket && OF.has(tokens[i + 1]?.lower ?? "") ? i + 2 : i + 1;
  const article = DETERMINERS.has(tokens[from]?.lower ?? "");
  if (article) from++;
  const end = teamEnd(tokens, from);
  if (end === undefined || (isBracket && !/^[),;]$/.test(tokens[end]?.text ?? ""))) return;
  const isWhole = end > from + 1 || lower !== "of" || article;
  if (isWhole) addName(lexicon, "organisation", textOf(tokens, from, end), "team-of-a-person");
}

const OF = set("of from in");

/** Where "Brazilian team", "docs folks", "package registry team" or "infra" ends that begins at a token. */
function teamEnd(tokens: readonly Token[], from: number): number | undefined {
  const first = tokens[from];
  if (!first?.word) return undefined;
  // "Ann of the OWG"
  if (isGroup(first)) return from + 1;
  for (let i = from + 1; i < from + 4; i++) {
    const [before, token] = [tokens[i - 1], tokens[i]];
    if (!token?.word || !before?.word || !isModifier(before)) break;
    // "the Acme people (Ann)" are Acme's.
    if (areFolks(token)) return first.capital ? i : i + 1;
    if (isTeam(token)) return i + 1;
  }
  if (isSitting(first) && DETERMINERS.has(tokens[from - 1]?.lower ?? "")) return from + 1;
  if (!isDepartment(first) || first.text === "it") return undefined;
  const next = tokens[from + 1];
  return !next?.word || isFunctionWord(next.lower) || isActing(next) ? from + 1 : undefined;
}

const isGroup = judgeOnce(({ text }) => /^\p{Lu}{1,4}(?:WG|SIG|TF|TSC|TC)$/u.test(text));

const isActing = judgeOnce(({ lower }) => ["s", "past"].includes(findVerb(lower)?.form ?? ""));

/** "Ann of the board" */
const isSitting = oneOf("board committee council");

const NO_MODIFIERS = set(
  "whole entire same other new old small big rest first second third last next our his her their my",
);

const isModifier = judgeOnce(
  ({ lower, text }) =>
    !isFunctionWord(lower) &&
    !NO_MODIFIERS.has(lower) &&
    !/^[@#\d]/.test(text) &&
    !["past", "ing"].includes(findVerb(lower)?.form ?? ""),
);

const isInsideName = (tokens: readonly Token[], i: number): boolean =>
  isNameToken(tokens[i - 1]) && isNameToken(tokens[i]);

/** Stands in front of what somebody belongs to. */
const isLead = oneOf("from of in (");

function isBehindPerson(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  if (!isLead(tokens[i])) return false;
  if (findSelfBefore(tokens, i) === "be") return true;
  for (let from = i - 1; from >= Math.max(0, i - 3); from--)
    if (lexicon.people.match(tokens, from)?.to === i) return true;
  return false;
}

/** "Ann)", "Ann Lee)", "Ann, Bob)" */
function closesPerson(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const entries = readRow(tokens, i)?.entries ?? [];
  if (entries.length > 0)
    return entries.every(({ from, to }) => lexicon.people.match(tokens, from)?.to === to);
  const person = lexicon.people.match(tokens, i);
  return person !== undefined && tokens[person.to]?.text === ")";
}
