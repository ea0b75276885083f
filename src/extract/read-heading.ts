import type { MappedText } from "../minutes/document.ts";
import { sliceMapped, trimMapped } from "../minutes/mapped-text.ts";
import { isPersonName } from "../minutes/parse-attendees.ts";
import { annotate, type Annotation, type Lexicon } from "./annotate.ts";
import { tagTokens } from "./tag.ts";
import { type Token, tokenize } from "./tokens.ts";
import { trimTopicName } from "./topic-name.ts";
import { isOrdinaryWord } from "./vocabulary.ts";

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
  for (let again = true; again;) {
    again = false;
    for (const take of [takeTrailingBracket, takeTrailingDash, takeLeadingBracket]) {
      const taken = take(rest, lexicon);
      if (!taken) continue;
      owners.push(...taken.owners);
      rest = taken.rest;
      again = true;
    }
  }
  const whole = readAgents(rest, lexicon);
  if (whole) return { topic: sliceMapped(rest, 0, 0), owners: [...whole, ...owners], onlyOwners: true };
  const possessive = takePossessive(rest, lexicon);
  if (possessive)
    return { topic: possessive.rest, owners: [...possessive.owners, ...owners], onlyOwners: false };
  const from = takeFrom(rest, lexicon);
  if (from) return { topic: from.rest, owners: [...from.owners, ...owners], onlyOwners: false };
  return { topic: stripSide(rest), owners, onlyOwners: rest.text === "" && owners.length > 0 };
}

/** What is longer, in UTF-16 code units, is no heading but a paragraph. */
const LONGEST_HEADING = 1000;

interface Taken {
  rest: MappedText;
  owners: NamedRange[];
}

function takeTrailingBracket(content: MappedText, lexicon: Lexicon): Taken | undefined {
  const match = /[([]([^()[\]]{1,120})[)\]][\s:.]*$/.exec(content.text.slice(-140));
  if (!match) return undefined;
  const open = content.text.length - Math.min(content.text.length, 140) + match.index;
  const owners = readAgents(
    trimMapped(content, open + 1, open + 1 + (match[1] as string).length),
    lexicon,
    true,
  );
  return owners && open > 0 ? { rest: trimMapped(content, 0, open), owners } : undefined;
}

function takeLeadingBracket(content: MappedText, lexicon: Lexicon): Taken | undefined {
  const match = /^[([]([^()[\]]{1,60})[)\]]\s*:?\s*/.exec(content.text);
  const owners = match && readAgents(trimMapped(content, 1, 1 + (match[1] as string).length), lexicon, true);
  return owners ? { rest: trimMapped(content, (match as RegExpExecArray)[0].length), owners } : undefined;
}

function takeTrailingDash(content: MappedText, lexicon: Lexicon): Taken | undefined {
  const dash = Math.max(
    content.text.lastIndexOf(" - "),
    content.text.lastIndexOf(" – "),
    content.text.lastIndexOf(" — "),
    content.text.lastIndexOf(" -- "),
  );
  if (dash <= 0 || content.text.length - dash > 100) return undefined;
  const owners = readAgents(trimMapped(content, dash + 3), lexicon, true);
  return owners ? { rest: trimMapped(content, 0, dash), owners } : undefined;
}

function takePossessive(content: MappedText, lexicon: Lexicon): Taken | undefined {
  const match = /^(@?[\p{L}][\p{L}'’ .-]{0,40}?)['’]s\s+/u.exec(content.text);
  // Several sentences are no heading: what the others say must not be lost.
  if (!match || /[.!?]\s+\p{Lu}/u.test(content.text.slice(match[0].length))) return undefined;
  const owners = readAgents(trimMapped(content, 0, (match[1] as string).length), lexicon);
  if (!owners) return undefined;
  const comma = content.text.indexOf(", ", match[0].length);
  return { rest: trimMapped(content, match[0].length, comma < 0 ? undefined : comma), owners };
}

/** "the parser rework from Ann fixes a lot": who it is from, and the matter in front of it. */
function takeFrom(content: MappedText, lexicon: Lexicon): Taken | undefined {
  if (content.text.length > 120 || /[.!?]\s+\p{Lu}/u.test(content.text)) return undefined;
  const tokens = tokenize(content.text);
  const at = tokens.findIndex(
    (token, index) => index > 0 && index < 8 && (token.lower === "from" || token.lower === "by"),
  );
  if (at < 1) return undefined;
  const annotations = annotate(tokens, lexicon);
  const person = annotations.get(at + 1);
  if (person?.kind !== "person" || tagTokens(tokens, annotations).slice(0, at).includes("aux"))
    return undefined;
  const [first, last] = [tokens[person.from] as Token, tokens[person.to - 1] as Token];
  const owner: NamedRange = {
    kind: "person",
    content: sliceMapped(content, first.start, last.end),
    name: person.name,
  };
  return { rest: trimMapped(content, 0, (tokens[at] as Token).start), owners: [owner] };
}

/** "Parser side", "On the parser front": the matter without the side. */
function stripSide(content: MappedText): MappedText {
  const side = /\s+(?:side|front|corner|land|team updates?|updates?|status|news|report)$/i.exec(content.text);
  return side && side.index > 0 ? trimMapped(content, 0, side.index) : content;
}

/**
 * The people and bodies of a list that names nothing else ("Ann, Acme", "@ann and @bob", "Ann/Bob").
 * @param bracket whether the list stands where an owner stands, so that an unknown given name is one
 * @returns undefined where anything else is in it
 */
export function readAgents(content: MappedText, lexicon: Lexicon, bracket = false): NamedRange[] | undefined {
  const agents: NamedRange[] = [];
  let from = 0;
  if (content.text.length > 160) return undefined;
  const lead = bracket
    ? /^(?:assigned to|owned by|presented by|led by|assignee:|owner:|presenter:|speaker:|lead:|champion:|by|w\/)\s+/i.exec(
        content.text,
      )
    : null;
  if (lead) return readAgents(trimMapped(content, lead[0].length), lexicon, true);
  // "Ann → Bob": what Ann has for Bob.
  const arrow = /\s*(?:→|->)\s*/.exec(content.text);
  if (arrow) {
    const receiver = trimMapped(content, arrow.index + arrow[0].length);
    const giver = trimMapped(content, 0, arrow.index);
    return readAgents(receiver, lexicon, bracket) && readAgents(giver, lexicon, bracket);
  }
  for (const piece of content.text.split(/(\s*[,;/&+]\s*(?:and\s+)?|\s+and\s+|\s+or\s+)/)) {
    const start = from;
    from += piece.length;
    if (agents.length * 2 > 40) return undefined;
    if (/^\s*(?:[,;/&+]|and\s|or\s)/.test(piece) && /^[\s,;/&+]*(?:and|or)?\s*$/.test(piece)) continue;
    const part = trimMapped(content, start, from);
    if (part.text === "" || DURATION.test(part.text)) continue;
    const agent = readAgent(part, lexicon, bracket);
    if (!agent) return undefined;
    agents.push(agent);
  }
  return agents.length ? agents : undefined;
}

const DURATION = /^\d{1,3}\s*(?:m|mins?|minutes?|h|hrs?|hours?)?\.?$/i;

function readAgent(part: MappedText, lexicon: Lexicon, bracket: boolean): NamedRange | undefined {
  const role = /\s*\((?:as |acting )?[^()]{1,30}\)$/.exec(part.text);
  const bare = role ? trimMapped(part, 0, role.index) : part;
  const tokens = tokenize(bare.text);
  const label = lexicon.labels.find(bare.text.replace(/^@/, ""));
  const known = label?.rule === "initials" ? label : (findWhole(tokens, lexicon) ?? label);
  if (known && (known.kind === "person" || known.kind === "organisation"))
    return { kind: known.kind, content: bare, name: known.name };
  if (known || !bracket) return undefined;
  if (/^@[A-Za-z][\w-]{1,38}$/.test(bare.text))
    return { kind: "person", content: bare, name: bare.text.slice(1) };
  const first = tokens[0];
  const name =
    first &&
    tokens.length <= 3 &&
    isPersonName(bare.text) &&
    lexicon.data.givenNames.has(first.lower) &&
    first.capital;
  return name && (tokens.length > 1 || !isOrdinaryWord(first.lower))
    ? { kind: "person", content: bare }
    : undefined;
}

function findWhole(tokens: readonly Token[], lexicon: Lexicon): Annotation | undefined {
  const annotation = annotate(tokens, lexicon).get(0);
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
