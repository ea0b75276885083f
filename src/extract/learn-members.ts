import { isGivenName } from "../model/given-names.ts";
import { addName } from "./add-name.ts";
import type { Lexicon } from "./annotate.ts";
import { isNameLike } from "./name-like.ts";
import type { Token } from "./tokens.ts";
import { isOrdinaryWord } from "./vocabulary.ts";

/** A name in a row, in token indices, half open. */
export interface Entry {
  from: number;
  to: number;
}

/** Names in brackets, and the token behind these. */
export interface Row {
  entries: Entry[];
  to: number;
}

/**
 * Learns people by the company that brackets put them in.
 *
 * Reads the general habits of minute-takers: a body with its people in brackets behind it ("the release team (Ann,
 * Oda)", "Ember (Bob + Cy)"), and both in the same brackets ("(Ember: Ann, Oda)", "(Basalt - Dee)").
 */
export function learnMembers(tokens: readonly Token[], i: number, lexicon: Lexicon): void {
  if (tokens[i]?.text !== "(") return;
  const colon = bodyInBracket(tokens, i, lexicon);
  const row = readRow(tokens, colon ?? i + 1);
  if (!row || !isOfPeople(tokens, row, lexicon)) return;
  if (colon === undefined && !isBehindBody(tokens, i, lexicon)) return;
  if (colon !== undefined)
    addName(
      lexicon,
      "organisation",
      tokens
        .slice(i + 1, colon - 1)
        .map(({ text }) => text)
        .join(" "),
      "members-in-brackets",
    );
  for (const { from, to } of row.entries) addPerson(tokens, from, to, lexicon);
}

function addPerson(tokens: readonly Token[], from: number, to: number, { people, labels }: Lexicon): void {
  if (people.match(tokens, from)?.to === to) return;
  const name = tokens
    .slice(from, to)
    .reduce((joined, token) => joined + (token.spaced && joined ? " " : "") + token.text, "");
  const value = { kind: "person" as const, name, rule: "members-in-brackets" };
  people.add(name, value, isOrdinaryWord(name.toLowerCase()));
  labels.add(name, value);
}

/** Where the names begin in "(Ember: Ann", "(Basalt - Dee". */
function bodyInBracket(tokens: readonly Token[], open: number, lexicon: Lexicon): number | undefined {
  for (let i = open + 2; i <= open + 4; i++) {
    const sign = tokens[i];
    if (sign?.text === ":" || (/^[-–—]$/.test(sign?.text ?? "") && sign?.spaced)) {
      const words = tokens.slice(open + 1, i);
      const isBody = words.every((word) => isNameLike(word) && !isPerson(word, lexicon));
      const known = lexicon.gazetteer.match(tokens, open + 1);
      const isOther = known?.to === i && known.value.kind !== "organisation";
      return isBody && !isOther && !isOrdinaryWord(words[0]?.lower ?? "") ? i + 1 : undefined;
    }
    if (!sign?.word) return undefined;
  }
  return undefined;
}

/** The names from a token up to the bracket's end: "Ann, Bob R.", "Ann Lee + Bob". Undefined where anything else is there. */
export function readRow(tokens: readonly Token[], from: number): Row | undefined {
  const entries: Entry[] = [];
  for (let i = from; i < from + LONGEST;) {
    const to = nameEnd(tokens, i);
    if (to === i) return undefined;
    entries.push({ from: i, to });
    if (tokens[to]?.text === ")") return { entries, to: to + 1 };
    if (!JOINTS.has(tokens[to]?.lower ?? "")) return undefined;
    i = tokens[to]?.text === "," && JOINTS.has(tokens[to + 1]?.lower ?? "") ? to + 2 : to + 1;
  }
  return undefined;
}

const JOINTS: ReadonlySet<string> = new Set([",", "and", "&", "+", "/"]);
/** A row of names in brackets has fewer tokens. */
const LONGEST = 24;

/** "Ann", "Ann Lee", "Ann L." */
function nameEnd(tokens: readonly Token[], from: number): number {
  let i = from;
  while (i < from + 3 && isNamePart(tokens[i], i > from)) i++;
  return i > from + 1 && /^\p{Lu}$/u.test(tokens[i - 1]?.text ?? "") && tokens[i]?.text === "." ? i + 1 : i;
}

const isNamePart = (token: Token | undefined, isInner: boolean): boolean =>
  token !== undefined && (canBeName(token) || (isInner && token.spaced && /^\p{Lu}$/u.test(token.text)));

const canBeName = (token: Token): boolean =>
  isNameLike(token) && /^\p{Lu}\p{Ll}/u.test(token.text) && !/\p{Ll}\p{Lu}{2}/u.test(token.text);

const isPerson = (token: Token, { people, data }: Lexicon): boolean =>
  people.findWord(token) !== undefined || isGivenName(token.lower, data);

/** Whether a name of the row is somebody's, and none is a word or a thing. */
function isOfPeople(tokens: readonly Token[], { entries }: Row, lexicon: Lexicon): boolean {
  const firsts = entries.map(({ from }) => tokens[from] as Token);
  return (
    firsts.some((token) => isPerson(token, lexicon) && !isOrdinaryWord(token.lower)) &&
    entries.every(({ from }) => {
      const token = tokens[from] as Token;
      if (isPerson(token, lexicon)) return true;
      return (
        !isOrdinaryWord(token.lower) && !lexicon.gazetteer.findWord(token) && !lexicon.names.findWord(token)
      );
    })
  );
}

/** Whether an organisation or a team ends in front of the bracket. */
function isBehindBody(tokens: readonly Token[], open: number, { names, gazetteer }: Lexicon): boolean {
  if (BODIES.has(tokens[open - 1]?.lower ?? "")) return true;
  for (let from = Math.max(0, open - 5); from < open; from++)
    for (const index of [names, gazetteer]) {
      const match = index.match(tokens, from);
      if (match?.to === open && match.value.kind === "organisation") return true;
    }
  return false;
}

const BODIES: ReadonlySet<string> = new Set(
  "team group committee board council wg sig folks people guys crew staff".split(" "),
);
