import { isGivenName } from "../model/given-names.ts";
import { addName, isNameToken, textOf } from "./add-name.ts";
import type { Lexicon } from "./annotate.ts";
import type { Token } from "./tokens.ts";
import { isOrdinaryWord } from "./vocabulary.ts";
import { judgeOnce, oneOf } from "./words.ts";

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Learns bodies that have a name of their own in front of a word in small letters, or that act as only a body does.
 *
 * Reads the general habits of minute-takers: "the Outreach team", "Travel committee", "the QTR lab" (a company's team
 * is the company's), an acronym that informs, decides or pays ("QTR informed us"), rows of organisations of which most are
 * known ("Intel, Quillsoft and SUSE"), and bodies in brackets behind what they are ("our sponsors (Quillsoft, SUSE)").
 */
export function learnNamedBodies(tokens: readonly Token[], lexicon: Lexicon): void {
  const canHaveRow = tokens.some(isJoint) && tokens.some(isNameToken);
  for (let i = 0; i < tokens.length; i++) {
    if (isHead(tokens[i])) learnTeamByName(tokens, i, lexicon);
    if (isFirm(tokens[i])) learnFirm(tokens, i, lexicon);
    if (isPartner(tokens[i - 1])) learnPartnerInBracket(tokens, i, lexicon);
    if (isWorkingGroup(tokens[i] as Token))
      addName(lexicon, "organisation", (tokens[i] as Token).text, "named-team");
    if (isAct(tokens[i + 1]) && isActing(tokens, i, lexicon))
      addName(lexicon, "organisation", (tokens[i] as Token).text, "acts-as-a-body");
    if (canHaveRow) learnRowOfBodies(tokens, i, lexicon);
  }
}

/** At the word behind the name: "team" of "the Outreach team". */
function learnTeamByName(tokens: readonly Token[], i: number, lexicon: Lexicon): void {
  const head = tokens[i] as Token;
  if (head.capital || !head.spaced || tokens[i + 1]?.text === "'") return;
  let from = i;
  while (
    from > 0 &&
    i - from < 3 &&
    isPartOfName(tokens[from - 1], lexicon) &&
    (tokens[from]?.spaced ?? false)
  )
    from--;
  if (from === i || isNameToken(tokens[from - 1])) return;
  const first = tokens[from] as Token;
  const before = tokens[from - 1];
  const isPlaced =
    before?.word === true && /^(?:the|from|of|by|with|to|our|and|for|in|next)$/.test(before.lower);
  if (!isPlaced && isOrdinaryWord(first.lower) && !SITTING.has(head.lower)) return;
  addName(lexicon, "organisation", textOf(tokens, from, i + 1), "named-team");
}

/** "LWG", "TAWG" */
const isWorkingGroup = judgeOnce(({ text }) => /^\p{Lu}{1,4}WG$/u.test(text));

/** At the last word: "Automation" of "Ember Automation", where the first is no other word. */
function learnFirm(tokens: readonly Token[], i: number, lexicon: Lexicon): void {
  const last = tokens[i] as Token;
  if (!last.capital || !last.spaced || tokens[i + 1]?.capital) return;
  let from = i;
  while (from > 0 && i - from < 3 && isNameToken(tokens[from - 1]) && tokens[from]?.spaced) from--;
  const first = tokens[from];
  if (from === i || !first || isOrdinaryWord(first.lower) || /^\p{Lu}+$/u.test(first.text)) return;
  if (first.text.length < 3 || isGivenName(first.lower, lexicon.data)) return;
  const isOther = [lexicon.people, lexicon.names, lexicon.gazetteer].some((index) =>
    index.match(tokens, from),
  );
  if (!isOther) addName(lexicon, "organisation", textOf(tokens, from, i + 1), "named-as-a-firm");
}

/** What firms are called by behind a name of their own. */
const isFirm = oneOf(
  "automation automotive aerospace games tech technologies technology graphics semi semiconductor semiconductors systems labs networks networking robotics instruments electronics devices microdevices microsystems software solutions consulting partners ventures holdings industries motors energy telecom wireless analytics studios interactive hosting assurance insurance bank fund trust association institute university college inc llc ltd gmbh llp corp",
);

/** At the bracket: "the tool vendor (Ember)", "our accountants (Harlow & Lind)" */
function learnPartnerInBracket(tokens: readonly Token[], i: number, lexicon: Lexicon): void {
  if ((tokens[i] as Token).text !== "(") return;
  const inside = tokens.slice(i + 1, i + 6);
  const close = inside.findIndex(({ text }) => text === ")");
  const words = close < 0 ? [] : inside.slice(0, close);
  const [first] = words;
  if (!isNameToken(first) || isGivenName(first.lower, lexicon.data)) return;
  if (!words.every((token) => token.text === "&" || isNameToken(token))) return;
  const isOther = [lexicon.people, lexicon.names, lexicon.gazetteer].some((index) =>
    index.match(tokens, i + 1),
  );
  if (!isOther) addName(lexicon, "organisation", textOf(tokens, i + 1, i + 1 + words.length), "partner");
}

const isPartner = oneOf(
  "vendor supplier consultant consultants consultancy counsel accountants accountant contractor employer company agency firm host sponsor manufacturer provider venue bookkeeper auditor auditors",
);

const isHead = oneOf("team committee lab council cmte subcommittee");
const SITTING = set("committee council cmte subcommittee");

/** A capitalised word that is no person's and no company's. */
function isPartOfName(token: Token | undefined, { people, gazetteer, names, data }: Lexicon): boolean {
  if (!isNameToken(token) || !canNameTeam(token)) return false;
  if (people.findWord(token) || (isGivenName(token.lower, data) && !isOrdinaryWord(token.lower)))
    return false;
  return ![gazetteer, names].some((index) => index.findWord(token)?.kind === "organisation");
}

const canNameTeam = judgeOnce(
  ({ text, lower }) =>
    /^\p{Lu}[\p{L}\d/&-]+$/u.test(text) &&
    !/^(?:this|that|each|every|any|all|both|another|other|local|new|old|whole|same|great|our|core|main)$/.test(
      lower,
    ),
);

/** "QTR informed us", "QTR decided to": what a body does to those who meet. */
function isActing(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const [token, verb] = [tokens[i] as Token, tokens[i + 1]];
  if (!verb?.spaced || !isAcronym(token)) return false;
  if (i > 0 && (tokens[i - 1]?.capital || tokens[i - 1]?.text === "-")) return false;
  return ![lexicon.people, lexicon.labels].some((index) => index.findWord(token));
}

const isAct = oneOf(
  "informed decided drafted approved asked sent invited pays paid funds hired agreed refused",
);
const isAcronym = judgeOnce(({ text }) => /^\p{Lu}{3,6}$|^\p{Lu}\p{Ll}{1,4}\p{Lu}\p{Ll}{2,4}$/u.test(text));

/** "Intel, Quillsoft and SUSE", "sponsors (Quillsoft, SUSE)" */
function learnRowOfBodies(tokens: readonly Token[], i: number, lexicon: Lexicon): void {
  const before = tokens[i - 1];
  if (isJoint(before) || isNameToken(before)) return;
  const row = readBodies(tokens, i, lexicon);
  if (row.length < 2) return;
  const isKnown = ({ from, to }: Part): boolean => bodyEnd(tokens, from, lexicon) === to;
  const unknown = row.filter((part) => !isKnown(part));
  const isOfKind = tokens[i - 1]?.text === "(" && KINDS.has(tokens[i - 2]?.lower ?? "");
  const known = row.length - unknown.length;
  if (unknown.length === 0 || !(known >= 2 || (isOfKind && known >= 1))) return;
  if (unknown.length > known) return;
  for (const { from, to } of unknown)
    addName(lexicon, "organisation", textOf(tokens, from, to), "among-organisations");
}

interface Part {
  from: number;
  to: number;
}

const isJoint = oneOf(", and & / or");
const KINDS = set(
  "sponsors orgs organisations organizations companies vendors members firms partners agency operators",
);

/** The capitalised names of a row, of which none is a person's or a thing's. */
function readBodies(tokens: readonly Token[], start: number, lexicon: Lexicon): Part[] {
  const row: Part[] = [];
  for (let i = start; i < start + LONGEST_ROW;) {
    const to = bodyEnd(tokens, i, lexicon) ?? unknownEnd(tokens, i, lexicon);
    if (to === undefined) return row;
    row.push({ from: i, to });
    if (!isJoint(tokens[to])) return row;
    i = isJoint(tokens[to + 1]) ? to + 2 : to + 1;
  }
  return row;
}

const LONGEST_ROW = 20;

/** Where a known organisation ends that begins at a token. */
function bodyEnd(tokens: readonly Token[], from: number, { names, gazetteer }: Lexicon): number | undefined {
  const own = names.match(tokens, from);
  if (own?.value.kind === "organisation") return own.to;
  const known = gazetteer.match(tokens, from);
  return known?.value.kind === "organisation" ? known.to : undefined;
}

/** Where one or two capitalised words end that nothing knows. */
function unknownEnd(tokens: readonly Token[], from: number, lexicon: Lexicon): number | undefined {
  let to = from;
  while (to < from + 2 && isNameToken(tokens[to]) && (to === from || tokens[to]?.spaced)) {
    const token = tokens[to] as Token;
    if (to === from && isOrdinaryWord(token.lower)) return undefined;
    if (isNamed(token, lexicon) || isGivenName(token.lower, lexicon.data)) return undefined;
    to++;
  }
  return to > from ? to : undefined;
}

const isNamed = (token: Token, { people, names, gazetteer }: Lexicon): boolean =>
  people.findWord(token) !== undefined ||
  names.findWord(token) !== undefined ||
  gazetteer.findWord(token) !== undefined;
