import type { MappedText } from "../minutes/document.ts";
import { isGivenName } from "../model/given-names.ts";
import { sliceMapped, trimMapped } from "../minutes/mapped-text.ts";
import { isPersonName } from "../minutes/parse-attendees.ts";
import { RELATIONS } from "./agent-list.ts";
import { annotate, annotateFirst, type Annotation, type Lexicon } from "./annotate.ts";
import { SAID } from "./read-credits.ts";
import { tagTokens } from "./tag.ts";
import { type Token, tokenize } from "./tokens.ts";
import { trimTopicName } from "./topic-name.ts";
import { isOrdinaryWord, isPast, isTemporal } from "./vocabulary.ts";
import { oneOf } from "./words.ts";

/** A person or a body named in a heading, at a visible range of a line. */
export interface NamedRange {
  kind: "person" | "organisation";
  content: MappedText;
  name?: string;
}

/** A heading taken apart: the matter, and who owns it. */
export interface Heading {
  /** Empty where the heading names nothing but its owners. */
  topic: MappedText;
  owners: NamedRange[];
  /** Whether the heading is nothing but people or bodies. */
  onlyOwners: boolean;
}

/**
 * Reads the owners out of a heading: "Parser (Ann, Acme)", "(Ann) Parser", "Parser - Ann/Bob", "Ann's parser",
 * "parser work from Ann", "Acme (Ann)", "Parser side (Acme, Ann)", "Parser (@ann)".
 */
export function readHeading(content: MappedText, lexicon: Lexicon): Heading {
  const owners: NamedRange[] = [];
  if (content.text.length > LONGEST_HEADING) return { topic: content, owners, onlyOwners: false };
  let rest = trimMapped(content, 0, content.text.replace(/[\s:]+$/, "").length);
  // "Parser (Ann)  draft-lee-parser-02": the file that it is about.
  const draft = rest.text.includes("draft")
    ? /\S(\s+draft(?:-[a-z\d]+){1,12})$/.exec(rest.text.slice(-120))?.[1]
    : undefined;
  if (draft && draft.length < rest.text.length) rest = trimMapped(rest, 0, rest.text.length - draft.length);
  // "Parser (Ann), if time permits"
  const reserve = /[,;]?\s*[([]?(?:if time (?:permits|allows)|time permitting)[)\]]?$/i.exec(
    rest.text.slice(-40),
  );
  if (reserve && rest.text.length > 40 - reserve.index)
    rest = trimMapped(rest, 0, rest.text.length - reserve[0].length);
  // "Parser (Ann)  10 min", "Parser - 5 min"
  const minutes = /[\s,–—-]+\d{1,3}\s*min(?:ute)?s?\.?$/i.exec(rest.text.slice(-20));
  if (minutes && rest.text.length > 20 - minutes.index && minutes.index > 0)
    rest = trimMapped(rest, 0, rest.text.length - minutes[0].length);
  const slot =
    /[)\]]$/.test(rest.text) &&
    /\s*[([]\s*\d{1,3}(?:\s*\+\s*\d{1,3})?\s*(?:m|mins?|minutes?|h|hrs?|hours?)?\.?\s*[)\]]$/i.exec(
      rest.text,
    );
  if (slot && slot.index > 0) {
    rest = trimMapped(rest, 0, slot.index);
    const presenter = takeTrailingComma(rest, lexicon, "any");
    if (presenter) {
      owners.push(...presenter.owners);
      rest = presenter.rest;
    }
  }
  for (let again = true; again;) {
    again = false;
    for (const take of [takeTrailingBracket, takeTrailingDash, takeLeadingBracket, takeTrailingComma]) {
      const taken = take(rest, lexicon);
      if (!taken) continue;
      owners.push(...taken.owners);
      rest = taken.rest;
      again = true;
    }
  }
  const whole = readAgents(rest, lexicon);
  // "Process WG (Ann)": what Ann has to tell of the group.
  if (whole && isGroup(rest) && owners.some(({ kind }) => kind === "person"))
    return { topic: rest, owners, onlyOwners: false };
  if (whole) return { topic: sliceMapped(rest, 0, 0), owners: [...whole, ...owners], onlyOwners: true };
  const possessive = takePossessive(rest, lexicon);
  if (possessive)
    return { topic: possessive.rest, owners: [...possessive.owners, ...owners], onlyOwners: false };
  const from = takeFrom(rest, lexicon);
  if (from) return { topic: from.rest, owners: [...from.owners, ...owners], onlyOwners: false };
  return { topic: stripSide(rest, lexicon), owners, onlyOwners: rest.text === "" && owners.length > 0 };
}

/** "5.2 Lee, Gate protocol [N21]": among numbered headings, whoever presents stands in front of the comma. */
export function readLedTitle(content: MappedText, lexicon: Lexicon): Heading | undefined {
  const lead = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+)(\p{Lu}[\p{L}'’ -]{1,40}), (?=[\p{Lu}\p{N}_#`])/u.exec(
    content.text,
  );
  if (!lead?.[1]) return undefined;
  const start = lead[0].length - lead[1].length - 2;
  const owners = readAgents(trimMapped(content, start, start + lead[1].length), lexicon);
  const topic = trimMapped(content, lead[0].length);
  if (!owners?.every(({ kind }) => kind === "person") || readAgents(topic, lexicon)) return undefined;
  return { topic, owners, onlyOwners: false };
}

/** What is longer, in UTF-16 code units, is no heading but a paragraph. */
const LONGEST_HEADING = 1000;

/**
 * How much is trusted to be somebody's name: only who is known; where an owner stands, a given name or a handle too;
 * where an action is marked, any capitalised word that is no other.
 */
export type Trust = "known" | "given" | "any";

/** Takes the owners off the end of a line, or brackets with them off its start. */
export function takeOwners(content: MappedText, lexicon: Lexicon, trust: Trust): Taken | undefined {
  for (const take of [takeTrailingBracket, takeTrailingArrow, takeTrailingDash, takeLeadingBracket]) {
    const taken = take(content, lexicon, trust);
    if (taken && taken.rest.text !== "") return taken;
  }
  return undefined;
}

interface Taken {
  rest: MappedText;
  owners: NamedRange[];
}

function takeTrailingBracket(
  content: MappedText,
  lexicon: Lexicon,
  trust: Trust = "given",
): Taken | undefined {
  if (!content.text.includes(")") && !content.text.includes("]")) return undefined;
  const match = /[([]([^()[\]]{1,120})[)\]][\s:.]*$/.exec(content.text.slice(-140));
  if (!match) return undefined;
  const open = content.text.length - Math.min(content.text.length, 140) + match.index;
  // "fixed (Ann, https://…)"
  const inner = (match[1] as string).replace(/[,;]?\s+https?:\S+$/, "");
  const owners = readAgents(trimMapped(content, open + 1, open + 1 + inner.length), lexicon, trust);
  return owners && open > 0 ? { rest: trimMapped(content, 0, open), owners } : undefined;
}

function takeLeadingBracket(
  content: MappedText,
  lexicon: Lexicon,
  trust: Trust = "given",
): Taken | undefined {
  if (content.text[0] !== "(" && content.text[0] !== "[") return undefined;
  const match = /^[([](name=)?([^()[\]]{1,60})[)\]]\s*:?\s*/.exec(content.text);
  // "[name=Ann] the gate", as HackMD marks whose a line is
  const start = 1 + (match?.[1]?.length ?? 0);
  const names = match && trimMapped(content, start, start + (match[2] as string).length);
  const owners = names && readAgents(names, lexicon, match[1] ? "any" : trust);
  return owners ? { rest: trimMapped(content, (match as RegExpExecArray)[0].length), owners } : undefined;
}

/** "Parser rewrite, Ann Lee", "Parser rewrite, Ann Lee (15)": full names, since much else stands behind commas. */
function takeTrailingComma(content: MappedText, lexicon: Lexicon, trust: Trust = "given"): Taken | undefined {
  const comma = content.text.lastIndexOf(", ");
  if (comma <= 0 || content.text.length - comma > 60 || content.text.length > 140) return undefined;
  const name = trimMapped(content, comma + 1);
  if (!/^\p{Lu}[^\s()[\]]*(?:\s[^\s()[\]]+){1,3}$/u.test(name.text)) return undefined;
  // "compiled by Ann's student, Bob Roth"
  if (RELATED.test(content.text.slice(Math.max(0, comma - 60), comma))) return undefined;
  const owners = readAgents(name, lexicon, trust);
  if (!owners?.every(({ kind }) => kind === "person")) return undefined;
  const rest = trimMapped(content, 0, comma);
  return readAgents(rest, lexicon, "given") ? undefined : { rest, owners };
}

const RELATED = new RegExp(
  String.raw`(?:^|\s)by\s.{1,50}(?:['’]s|\b(?:an?|his|her|their|our|my))\s(?:[\p{L}-]+\s)?(?:${[...RELATIONS].join("|")})$`,
  "u",
);

/** "needs somebody to look at it → Ann" */
function takeTrailingArrow(content: MappedText, lexicon: Lexicon, trust: Trust): Taken | undefined {
  if (!content.text.includes("→") && !content.text.includes(">")) return undefined;
  const match = /\s*(?:→|[-=]{1,2}>)\s*([^→>]{1,60})$/.exec(content.text.slice(-70));
  if (!match?.[1]) return undefined;
  const at = content.text.length - match[1].length;
  const owners = readAgents(trimMapped(content, at), lexicon, trust);
  return owners ? { rest: trimMapped(content, 0, content.text.length - match[0].length), owners } : undefined;
}

function takeTrailingDash(content: MappedText, lexicon: Lexicon, trust: Trust = "given"): Taken | undefined {
  const dash = Math.max(
    content.text.lastIndexOf(" - "),
    content.text.lastIndexOf(" – "),
    content.text.lastIndexOf(" — "),
    content.text.lastIndexOf(" -- "),
  );
  if (dash <= 0 || content.text.length - dash > 100) return undefined;
  const owners = readAgents(trimMapped(content, dash + 3), lexicon, trust);
  return owners ? { rest: trimMapped(content, 0, dash), owners } : undefined;
}

function takePossessive(content: MappedText, lexicon: Lexicon): Taken | undefined {
  if (!content.text.includes("'s") && !content.text.includes("’s")) return undefined;
  const match = /^(@?[\p{L}][\p{L}'’ .-]{0,40}?)['’]s\s+/u.exec(content.text);
  // Several sentences are no heading: what the others say must not be lost.
  if (!match || /[.!?]\s+[\p{Lu}\d]/u.test(content.text.slice(match[0].length))) return undefined;
  if (THEIR_TEAM.test(content.text.slice(match[0].length))) return undefined;
  const owners = readAgents(trimMapped(content, 0, (match[1] as string).length), lexicon);
  if (!owners) return undefined;
  const comma = content.text.indexOf(", ", match[0].length);
  return { rest: trimMapped(content, match[0].length, comma < 0 ? undefined : comma), owners };
}

/** "Ann's team found a lot", "Ann's still chasing it": what stands there is no matter of hers. */
const THEIR_TEAM = new RegExp(
  `^(?:still|also|now|already|currently|just|been|going|not|team|group|colleagues|company|employer|(?:[\\p{L}-]+ )?(?:${[...RELATIONS].join("|")}))\\s`,
  "u",
);

const isSource = oneOf("from by");

/** "the parser rework from Ann fixes a lot": who it is from, and the matter in front of it. */
function takeFrom(content: MappedText, lexicon: Lexicon): Taken | undefined {
  if (content.text.length > 120) return undefined;
  const tokens = tokenize(content.text);
  let at = 1;
  while (at < 8 && !isSource(tokens[at])) at++;
  if (at === 8 || /;\s|[.!?]\s+\p{Lu}/u.test(content.text)) return undefined;
  if (SAID.has((tokens[at - 1] as Token).lower)) return undefined;
  const annotations = annotate(tokens, lexicon);
  const person = annotations.get(at + 1);
  if (/^['’]s$/.test(tokens[person?.to ?? 0]?.text ?? "")) return undefined;
  if (person?.kind !== "person" || tagTokens(tokens, annotations).slice(0, at).includes("aux"))
    return undefined;
  // "v2 of the parser posted, reviewed by Ann": what came before is told of the matter.
  const participles = tokens.slice(0, at).flatMap(({ lower }, i) => (isPast(lower) ? [i] : []));
  const cut = participles[0];
  if (
    participles.length > 1 ||
    cut === 0 ||
    (cut !== undefined && tokens.slice(0, at).some(({ text }) => text === ","))
  )
    return undefined;
  const [first, last] = [tokens[person.from] as Token, tokens[person.to - 1] as Token];
  const owner: NamedRange = {
    kind: "person",
    content: sliceMapped(content, first.start, last.end),
    name: person.name,
  };
  // "drafted by Ann & Bob"
  const listed =
    person.to < tokens.length ? readAgents(trimMapped(content, first.start), lexicon, "given") : undefined;
  // "the clock on the tower, prototype by Ann"
  const comma = tokens.slice(Math.max(0, at - 3), at).findLast(({ text }) => text === ",");
  const end =
    cut === undefined && comma && comma.start > 0 ? comma.start : (tokens[cut ?? at] as Token).start;
  return { rest: trimMapped(content, 0, end), owners: listed ?? [owner] };
}

/** Whether a heading names a group of the community's own, which meets and reports, and no company. */
export const isGroup = ({ text }: Pick<MappedText, "text">): boolean =>
  /\s(?:wg|working group|(?:sub)?committee|sig|task force|tf|council)$/i.test(text);

/** "Parser side", "On the parser front": the matter without the side; but a body's report is a matter, and the body none. */
function stripSide(content: MappedText, lexicon: Lexicon): MappedText {
  const side = /\s+(?:side|front|corner|land|team updates?|updates?|status|news|report)$/i.exec(content.text);
  if (!side || side.index === 0) return content;
  const matter = trimMapped(content, 0, side.index);
  const isBody = readAgents(matter, lexicon)?.every(({ kind }) => kind === "organisation");
  return isBody || isGroup(matter) ? content : matter;
}

/**
 * The people and bodies of a list that names nothing else ("Ann, Acme", "@ann and @bob", "Ann/Bob").
 * @param trust what counts as a name; "given" where the list stands where an owner stands
 * @returns undefined where anything else is in it
 */
export function readAgents(
  content: MappedText,
  lexicon: Lexicon,
  trust: Trust = "known",
): NamedRange[] | undefined {
  const agents: NamedRange[] = [];
  let from = 0;
  let isSure = false;
  let doubts = false;
  if (content.text.length > 160) return undefined;
  const lead =
    trust !== "known"
      ? /^(?:assigned to|owned by|presented by|led by|assignee:|owner:|presenter:|speaker:|lead:|champion:|by|w\/)\s+/i.exec(
          content.text,
        )
      : null;
  if (lead) return readAgents(trimMapped(content, lead[0].length), lexicon, trust);
  // "Ann → Bob": what Ann has for Bob.
  const hasArrow = content.text.includes("→") || content.text.includes("->");
  const arrow = hasArrow ? /\s*(?:→|->)\s*/.exec(content.text) : null;
  if (arrow) {
    const receiver = trimMapped(content, arrow.index + arrow[0].length);
    const giver = trimMapped(content, 0, arrow.index);
    return readAgents(receiver, lexicon, trust) && readAgents(giver, lexicon, trust);
  }
  for (const piece of content.text.split(/(\s*[,;/&+]\s*(?:and\s+)?|\s+and\s+|\s+or\s+|\s+(?=@\p{L}))/u)) {
    const start = from;
    from += piece.length;
    if (agents.length * 2 > 40) return undefined;
    if (/^\s*(?:[,;/&+]|and\s|or\s)/.test(piece) && /^[\s,;/&+]*(?:and|or)?\s*$/.test(piece)) continue;
    const part = trimMapped(content, start, from);
    if (part.text === "" || DURATION.test(part.text) || (agents.length > 0 && isAside(part.text))) continue;
    const sure = readAgent(part, lexicon, trust);
    // "Ann / Oda Brandvold": beside somebody, two words that are no others are somebody, too.
    const agent =
      sure ?? (trust === "given" && /\s/.test(part.text) ? readAgent(part, lexicon, "any") : undefined);
    if (!agent) return undefined;
    isSure ||= sure?.kind === "person";
    doubts ||= !sure;
    agents.push(agent);
  }
  return agents.length && (isSure || !doubts) ? agents : undefined;
}

/** "for the board", "remote", "3 May", "by Friday", "ASAP" behind the names */
function isAside(text: string): boolean {
  if (
    /^(?:(?:for|as|on behalf of)\s.{1,40}|async|remote|late|chair|lead|pm|scribe|presenting|tbc|tentative|others|et al\.?)$/i.test(
      text,
    )
  )
    return true;
  const words = tokenize(text.replace(/^(?:by|due|eta|until|before)\b:?\s*/i, ""));
  return (
    words.length > 0 &&
    words.length <= 4 &&
    words.every(
      (word) =>
        isTemporal(word) ||
        /^\d[\d./-]*$/.test(word.text) ||
        /^(?:asap|tbd|end|of|next|week|month|eod|eow)$/.test(word.lower),
    )
  );
}

const DURATION = /^\d{1,3}\s*(?:m|mins?|minutes?|h|hrs?|hours?)?\.?$/i;

function readAgent(part: MappedText, lexicon: Lexicon, trust: Trust): NamedRange | undefined {
  const role = /\s*\((?:as |acting )?[^()]{1,30}\)$|\s+(?:[-–—]\s*)?on behalf of\s.{1,40}$/.exec(part.text);
  const bare = role ? trimMapped(part, 0, role.index) : part;
  const tokens = tokenize(bare.text);
  const label = lexicon.labels.find(bare.text.replace(/^@/, ""));
  const known = label?.rule === "initials" ? label : (findWhole(tokens, lexicon) ?? label);
  if (known && (known.kind === "person" || known.kind === "organisation"))
    return { kind: known.kind, content: bare, name: known.name };
  if (known || trust === "known") return undefined;
  if (PLACEHOLDER.test(bare.text)) return undefined;
  if (/^@[A-Za-z][\w-]{1,38}$/.test(bare.text))
    return { kind: "person", content: bare, name: bare.text.slice(1) };
  const first = tokens[0];
  const name =
    first &&
    tokens.length <= 3 &&
    isPersonName(bare.text) &&
    isGivenName(first.lower, lexicon.data) &&
    first.capital;
  return (name && (tokens.length > 1 || trust === "any" || !isOrdinaryWord(first.lower))) ||
    (trust === "any" && looksLikeOwner(tokens, lexicon))
    ? { kind: "person", content: bare }
    : undefined;
}

/** What a template has where a name goes, and what rooms address everybody by */
const PLACEHOLDER =
  /^@?(?:(?:your[- ]?)?name|user(?:name)?|nick|handle|you|all|here|channel|everyone|team|group)$/i;

/** "Kewei", "Paul McK.", "Ann Lee": where an action is marked, a capitalised word that is no other is whose it is. */
function looksLikeOwner(tokens: readonly Token[], lexicon: Lexicon): boolean {
  const [first, second, third] = tokens;
  if (!first || third || !isCapitalised(first) || first.text.length < 3 || lexicon.gazetteer.find(first.text))
    return false;
  const given = isGivenName(first.lower, lexicon.data);
  if (!second) return !isOrdinaryWord(first.lower);
  return isCapitalised(second) && (given || (!isOrdinaryWord(first.lower) && !isOrdinaryWord(second.lower)));
}

const isCapitalised = ({ text }: Token): boolean =>
  /^\p{Lu}[\p{L}'’-]*\.?$/u.test(text) &&
  /\p{Ll}/u.test(text) &&
  !/\p{Ll}\p{Lu}{2}|\p{Lu}{2}\p{Ll}/u.test(text);

function findWhole(tokens: readonly Token[], lexicon: Lexicon): Annotation | undefined {
  const annotation = annotateFirst(tokens, lexicon);
  return annotation &&
    annotation.to === tokens.length &&
    !annotation.weak &&
    tokens.length > 0 &&
    !(tokens[0]?.text.includes("/") && tokens.length === 1 && annotation.kind !== "person")
    ? annotation
    : undefined;
}

/** The heading's matter as a person would name it; empty where nothing is left. */
export function headingTopic(heading: Heading): MappedText {
  return trimTopicName(heading.topic);
}
