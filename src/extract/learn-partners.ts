import { isGivenName } from "../model/given-names.ts";
import { addName, isNameToken, textOf } from "./add-name.ts";
import type { Lexicon } from "./annotate.ts";
import type { Token } from "./tokens.ts";
import { AUXILIARIES, isOrdinaryWord } from "./vocabulary.ts";
import { judgeOnce } from "./words.ts";

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Learns who deals with the people of the meeting as only a body does.
 *
 * Reads the general habits of minute-takers: who hosts, sponsors, gives ("hosted by Ember", "Ember would sponsor it",
 * "Ember Hosting gave us a mirror", "thanks to Ember and Basalt for the coffee"), who sells and bills ("the Ember
 * invoice", "new machines from Ember"), who has people ("Ember has an intern on this"), firms of two names ("Harlow &
 * Lind asked"), and bodies told by their kind ("two vendors, EMB and Basalt").
 */
export function learnPartner(tokens: readonly Token[], i: number, lexicon: Lexicon): void {
  const firm = firmEnd(tokens, i, lexicon);
  if (firm === undefined && !isUnknownName(tokens[i], lexicon)) return;
  const to = firm ?? (isSponsor(tokens, i) ? nameEnd(tokens, i) : i + 1);
  const from = firstWord(tokens, i);
  const isBody =
    to > i + 1 ||
    isGiver(tokens, i, to) ||
    isSeller(tokens, i) ||
    isEmployer(tokens, from, to) ||
    isOfKind(tokens, i);
  if (isBody) addName(lexicon, "organisation", textOf(tokens, to > i + 1 ? i : from, to), "partner");
}

function isUnknownName(token: Token | undefined, lexicon: Lexicon): token is Token {
  return (
    token !== undefined &&
    canNamePartner(token) &&
    !isGivenName(token.lower, lexicon.data) &&
    !lexicon.people.findWord(token)
  );
}

const canNamePartner = judgeOnce(
  ({ text, lower }) => /^\p{Lu}[\p{L}-]{2,}$/u.test(text) && (!isOrdinaryWord(lower) || HOSTS.has(lower)),
);

/** "Polaris" of "Polaris Hosting". */
function firstWord(tokens: readonly Token[], i: number): number {
  const [before, token] = [tokens[i - 1], tokens[i]];
  return isNameToken(before) && token?.spaced && !isOrdinaryWord(before.lower) ? i - 1 : i;
}

/** "hosting", behind a name */
const HOSTS = set("hosting cloud networks systems technologies");

/** "hosted by Ember", "Ember would sponsor", "Ember gave us", "thanks to Ember (and Basalt) for the coffee" */
function isGiver(tokens: readonly Token[], i: number, to: number): boolean {
  if (isSponsor(tokens, i)) return true;
  const verb = AUXILIARIES.has(tokens[to]?.lower ?? "") ? tokens[to + 1] : tokens[to];
  if (verb === undefined) return false;
  if (SPONSORING.has(verb.lower)) return true;
  if (GIVING.has(verb.lower))
    return tokens[to + 1]?.lower === "us" && (to > i + 1 || isNameToken(tokens[i - 1]));
  return isThankedFor(tokens, i);
}

/** "sponsored by Ember" */
const isSponsor = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.lower === "by" && SPONSORED.has(tokens[i - 2]?.lower ?? "");

/** Where "Ember Data" ends: of a name, a word may mean something, too. */
function nameEnd(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  while (to < from + 3 && tokens[to]?.spaced && /^\p{Lu}\p{L}+$/u.test(tokens[to]?.text ?? "")) to++;
  return to;
}

const SPONSORED = set("hosted sponsored funded donated provided organised organized acquired employed");
const SPONSORING = set("sponsor sponsors sponsored sponsoring donate donates donated fund funds funded");
const GIVING = set("gave gives lent lends offered offers provided provides");

/** A row of names, with what joins them, has no more words. */
const LONGEST_ROW = 12;
const ROW_MARKS = set("and , &");

/** "to Ember and Basalt for the coffee" */
function isThankedFor(tokens: readonly Token[], i: number): boolean {
  const isInRow = (at: number): boolean => ROW_MARKS.has(tokens[at]?.lower ?? "") || isNameToken(tokens[at]);
  let first = i;
  while (first > 0 && i - first < LONGEST_ROW && isInRow(first - 1)) first--;
  if (tokens[first - 1]?.lower !== "to") return false;
  let end = i + 1;
  while (end - i < LONGEST_ROW && isInRow(end)) end++;
  if (tokens[end]?.lower !== "for") return false;
  const noun = tokens[end + 1]?.lower === "the" ? tokens[end + 2] : tokens[end + 1];
  return GIFTS.has(noun?.lower ?? "");
}

const GIFTS = set(
  "coffee food lunch dinner breakfast drinks venue room rooms space hosting sponsoring sponsorship funding hardware machines servers machine server bandwidth mirror credits donation",
);

/** "the unpaid Ember invoice", "new machines from Ember" */
function isSeller(tokens: readonly Token[], i: number): boolean {
  const [next, before, far] = [tokens[i + 1], tokens[i - 1], tokens[i - 2]];
  if (next?.spaced && BILLS.has(next.lower) && !next.capital) return true;
  return before?.lower === "from" && GOODS.has(far?.lower ?? "");
}

const BILLS = set("invoice invoices contract grant sponsorship bill");
const GOODS = set(
  "machines hardware servers machine server boards invoice invoices quote quotes funding money donation donations sponsorship grant grants loan",
);

/** "Ember has an intern on this", "Ember's lawyers" */
function isEmployer(tokens: readonly Token[], from: number, to: number): boolean {
  if (from > 0 && tokens[from - 1]?.word) return false;
  if (!/^(?:has|have|hired)$/.test(tokens[to]?.lower ?? "")) return false;
  const noun = /^(?:an?|two|three|some)$/.test(tokens[to + 1]?.lower ?? "") ? tokens[to + 2] : tokens[to + 1];
  return STAFF.has(noun?.lower ?? "");
}

const STAFF = set(
  "intern interns student students engineer engineers developer developers lawyer lawyers people somebody someone employee employees",
);

/** "operators, EMB and two others", "vendors such as Ember" */
function isOfKind(tokens: readonly Token[], i: number): boolean {
  const [before, far] = [tokens[i - 1], tokens[i - 2]];
  const next = tokens[i + 1];
  if (before?.text === "," && KINDS_OF_BODIES.has(far?.lower ?? ""))
    return (
      next !== undefined && /^(?:and|,)$/.test(next.lower) && /^\p{Lu}{2,}$/u.test(tokens[i]?.text ?? "")
    );
  const isExample =
    before?.lower === "like" ||
    (before?.lower === "as" && far?.lower === "such") ||
    before?.lower === "including";
  const noun = before?.lower === "as" ? tokens[i - 3] : far;
  return isExample && KINDS_OF_BODIES.has(noun?.lower ?? "");
}

const KINDS_OF_BODIES = set(
  "operators carriers vendors companies firms universities sponsors employers agencies foundations manufacturers suppliers banks organisations organizations",
);

/** "Harlow & Lind", "Harlow & Lind LLP": two names that nobody at the meeting bears. */
function firmEnd(tokens: readonly Token[], i: number, lexicon: Lexicon): number | undefined {
  const [sign, second] = [tokens[i + 1], tokens[i + 2]];
  if (sign?.text !== "&" || !sign.spaced || !second?.spaced || !isUnknownName(second, lexicon))
    return undefined;
  const first = tokens[i] as Token;
  if (!isNameToken(first) || isGivenName(first.lower, lexicon.data) || lexicon.people.findWord(first))
    return undefined;
  if (isNameToken(tokens[i - 1]) || /^[&,/]$/.test(tokens[i - 1]?.text ?? "")) return undefined;
  if (lexicon.names.findWord(tokens[i] as Token) || lexicon.gazetteer.findWord(tokens[i] as Token))
    return undefined;
  if (lexicon.names.findWord(second) || lexicon.gazetteer.findWord(second)) return undefined;
  const next = tokens[i + 3];
  if (/^(?:LLP|Ltd|LLC|Inc|Partners|Associates)$/.test(next?.text ?? "")) return i + 4;
  return next?.word && !next.capital && FIRM_ACTS.test(next.lower) ? i + 3 : undefined;
}

const FIRM_ACTS =
  /^(?:asked?|asks|sent|sends|billed|charges?|charged|advised|advises|recommended|has|have|will|would|is|are|drafted|quoted)$/;
