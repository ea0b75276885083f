import type { Attendee, ParsedMinutes } from "../minutes/parsed-minutes.ts";
import { isGivenName } from "../model/given-names.ts";
import type { Lexicon } from "./annotate.ts";
import type { DocumentLine } from "./document-lines.ts";
import { isKnown } from "./name-like.ts";
import type { Token } from "./tokens.ts";
import { findVerb, isFunctionWord, isOrdinaryWord, isPast } from "./vocabulary.ts";
import { judgeOnce } from "./words.ts";

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Learns people by their nicks where the people of the meeting go by nicks.
 *
 * Reads the general habits of chats: somebody who is not there is called by a nick as everybody is, where only a person
 * can stand ("tested by gull", "ok from me and gull", "I'll mail gull about it", "gull told me", "gull_ did it").
 */
export function learnNicks(
  { attendees }: ParsedMinutes,
  lines: readonly DocumentLine[],
  lexicon: Lexicon,
): void {
  if (countNicks(attendees, lines) < FEWEST) return;
  for (const { tokens } of lines)
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      if (!canBeNick(token) || isKnown(tokens, i, lexicon) || !isPlaced(tokens, i, lexicon)) continue;
      const value = { kind: "person" as const, name: token.text, rule: "nick-in-chat" };
      lexicon.people.add(token.text, value);
      lexicon.labels.add(token.text, value);
    }
}

/** So many nicks make a meeting one of nicks. */
const FEWEST = 3;

function countNicks(attendees: readonly Attendee[], lines: readonly DocumentLine[]): number {
  const nicks = new Set(attendees.map(({ name }) => name.text).filter(isLower));
  for (const { node } of lines) if (node.speaker && isLower(node.speaker.text)) nicks.add(node.speaker.text);
  return nicks.size;
}

const isLower = (name: string): boolean => /^[a-z][\w|`^-]{2,}$/.test(name);

const canBeNick = judgeOnce(
  ({ text, lower, word }) =>
    word && /^[a-z][a-z_]{2,}\d{0,2}$/.test(text) && !isOrdinaryWord(lower) && !isFunctionWord(lower),
);

function isPlaced(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const [token, before, far, next] = [tokens[i] as Token, tokens[i - 1], tokens[i - 2], tokens[i + 1]];
  const isEnd = !next?.word || isFunctionWord(next.lower);
  if (before?.lower === "by" && isPast(far?.lower ?? "")) return isEnd && !MADE_BY.has(far?.lower ?? "");
  if (before?.lower === "to" && /^(?:thanks|thank|kudos)$/.test(far?.lower ?? "")) return true;
  if (TURNED_TO.has(findVerb(before?.lower ?? "")?.base ?? "") && isEnd) return true;
  if (before?.lower === "and" && isPersonWord(far, lexicon) && isEnd) return true;
  if (next?.lower === "and" && isBehindBe(before) && canBeNick(tokens[i + 2] ?? token)) return true;
  return isClauseStart(before) && isDoing(token, tokens, i + 1, lexicon);
}

/** What software does, as much as people. */
const MADE_BY = set(
  "generated built packaged provided used required pulled shipped caused triggered affected blocked exposed replaced superseded followed supported covered detected needed driven",
);
const TURNED_TO = set("ask ping mail email tell remind poke nag bug cc thank");

const isPersonWord = (token: Token | undefined, { people }: Lexicon): boolean =>
  token !== undefined && (/^(?:me|myself|i)$/.test(token.lower) || people.findWord(token) !== undefined);

/** "this week was gull and tern" */
const isBehindBe = (before: Token | undefined): boolean => /^(?:was|is|were|are)$/.test(before?.lower ?? "");

const isClauseStart = (before: Token | undefined): boolean =>
  !before?.word || /^(?:and|but|so|as|since|because)$/.test(before.lower);

/** "gull told me", "gull stepped down", "gull_ did it", "gull2 is nagging me": what software does not do. */
function isDoing(token: Token, tokens: readonly Token[], at: number, { data }: Lexicon): boolean {
  const [verb, behind] = [tokens[at], tokens[at + 1]];
  if (!verb?.word || !behind?.word) return false;
  if (TOLD.has(verb.lower) || (verb.lower === "stepped" && behind.lower === "down")) return true;
  const isMarked = /[_\d]$/.test(token.text) || isGivenName(token.lower, data);
  return isMarked && DOES.has(verb.lower);
}

const TOLD = set(
  "told said says asked volunteered mailed promised offered pinged wrote apologised apologized agreed",
);
const DOES = set("did is was has will");
