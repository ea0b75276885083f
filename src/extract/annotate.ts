import type { Gazetteer } from "../model/gazetteer.ts";
import type { NodeKind } from "../model/schema.ts";
import { isTechnicalTerm } from "./technical-term.ts";
import type { NameIndex } from "./name-index.ts";
import type { Token } from "./tokens.ts";
import { findVerb, isOrdinaryWord } from "./vocabulary.ts";
import { judgeOnce } from "./words.ts";

/** A known name in a sentence, in token indices, half open. */
export interface Annotation {
  from: number;
  to: number;
  kind: NodeKind;
  /** The canonical name, or the name as written. */
  name: string;
  /** Which rule knew it. */
  rule: string;
  /** Whether the name names a matter by itself, or is only a technical term of the text. */
  weak?: boolean;
}

export interface Name {
  kind: NodeKind;
  name: string;
  rule: string;
  weak?: boolean;
}

/** Everything that has a name in one document: the gazetteer's, the document's own, and its people. */
export interface Lexicon {
  people: NameIndex<Name>;
  names: NameIndex<Name>;
  gazetteer: NameIndex<Name>;
  /** Surfaces that are people only as labels: initials, lower-case nicks. */
  labels: NameIndex<Name>;
  /** Given names and surnames of the attendees, as written. */
  attendeeWords: string[];
  /** Names of bodies of one word, as the document itself has them. */
  bodyWords: string[];
  data: Gazetteer;
  /** Lines that have been annotated with all that is in here. */
  annotated: WeakMap<readonly Token[], Annotations>;
}

/** The known names of a sentence, in order: each stands at the token that it begins with. */
export class Annotations {
  private readonly found: Annotation[] = [];
  private readonly byToken: (Annotation | undefined)[] = [];

  /** @param annotation begins at the token behind the last one that something was added for */
  add(annotation: Annotation | undefined): void {
    this.byToken.push(annotation);
    if (annotation === undefined) return;
    this.found.push(annotation);
    for (let i = annotation.from + 1; i < annotation.to; i++) this.byToken.push(undefined);
  }

  /** The name that begins at a token. */
  get(at: number): Annotation | undefined {
    return at >= 0 && at < this.byToken.length ? this.byToken[at] : undefined;
  }

  has(at: number): boolean {
    return this.get(at) !== undefined;
  }

  values(): readonly Annotation[] {
    return this.found;
  }
}

/** Finds the known names of a sentence: the longest one wins, people before things of the same length. */
export function annotate(tokens: readonly Token[], lexicon: Lexicon): Annotations {
  const known = lexicon.annotated.get(tokens);
  if (known) return known;
  const found = findNames(tokens, lexicon);
  lexicon.annotated.set(tokens, found);
  return found;
}

/** The known name that a sentence begins with, as {@link annotate} finds it. */
export function annotateFirst(tokens: readonly Token[], lexicon: Lexicon): Annotation | undefined {
  const known = lexicon.annotated.get(tokens);
  if (known) return known.get(0);
  return tokens.length > 0 ? annotationAt(tokens, 0, lexicon) : undefined;
}

function findNames(tokens: readonly Token[], lexicon: Lexicon): Annotations {
  const found = new Annotations();
  for (let i = 0; i < tokens.length;) {
    const annotation = annotationAt(tokens, i, lexicon);
    found.add(annotation);
    i = annotation ? annotation.to : i + 1;
  }
  return found;
}

const canBeNamed = judgeOnce(({ word, lower }) => word && !/^https?:/.test(lower));

function annotationAt(tokens: readonly Token[], i: number, lexicon: Lexicon): Annotation | undefined {
  const token = tokens[i] as Token;
  if (!canBeNamed(token)) return undefined;
  const person = lexicon.people.match(tokens, i);
  const own = lexicon.names.match(tokens, i);
  const known = matchGazetteer(tokens, i, lexicon);
  const thing = own && (!known || own.to >= known.to) ? own : known;
  if (person && isPersonHere(tokens, i, person.to) && (!thing || person.to >= thing.to))
    return toAnnotation(i, person.to, person.value);
  if (thing) return toAnnotation(i, thing.to, thing.value);
  if (!isNamedBySpelling(token)) return undefined;
  return (
    initials(tokens, i, lexicon) ??
    part(token, i, lexicon) ??
    numbered(token, i, lexicon) ??
    versioned(token, i, lexicon) ??
    term(tokens, i)
  );
}

/** What can be told to be a name, or to hold one, by its letters. */
const isNamedBySpelling = judgeOnce((word) => {
  const token = { spelling: word };
  return (
    word.text.includes("/") ||
    isInitials(token) ||
    isNumbered(token) ||
    isVersioned(token) ||
    isTechnicalTerm(token)
  );
});

const toAnnotation = (from: number, to: number, { kind, name, rule, weak }: Name): Annotation => ({
  from,
  to,
  kind,
  name,
  rule,
  weak: weak === true,
});

/** A given name that is a word too counts only with its capital ("Will", "Mark"). */
function isPersonHere(tokens: readonly Token[], i: number, to: number): boolean {
  const token = tokens[i] as Token;
  return token.capital || to > i + 1 || token.text.startsWith("@") || !isOrdinaryWord(token.lower);
}

function matchGazetteer(
  tokens: readonly Token[],
  i: number,
  lexicon: Lexicon,
): ReturnType<Lexicon["names"]["match"]> {
  const match = lexicon.gazetteer.match(tokens, i);
  if (!match) return undefined;
  if (
    match.exact &&
    isSentenceStart(tokens, i) &&
    match.to === i + 1 &&
    isOrdinaryWord((tokens[i] as Token).lower) &&
    !(match.value.kind === "organisation" && (acts(tokens[match.to]) || isBracketed(tokens, i)))
  )
    return undefined;
  return match;
}

/** "Ann Lee (Oracle)": alone in brackets behind a name. */
const isBracketed = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.text === "(" &&
  tokens[i + 1]?.text === ")" &&
  (tokens[i - 2]?.capital === true || tokens[i - 2]?.text === ".");

/** "Oracle might host it", "Apple's lawyers": a body is told by what it does or has. */
const acts = (next: Token | undefined): boolean =>
  next !== undefined &&
  /^(?:will|would|might|may|could|can|has|wants?|is|have|are|declined|said|says|['’]s)$/.test(next.lower);

/** At the start of a sentence a capital says nothing about an ordinary word. */
function isSentenceStart(tokens: readonly Token[], i: number): boolean {
  let j = i - 1;
  while (j >= 0 && !(tokens[j] as Token).word && !/[.!?:]/.test((tokens[j] as Token).text)) j--;
  return j < 0 || /[.!?:]/.test((tokens[j] as Token).text);
}

/** "AL presented it", "AL and BO swap samples", "BO to ask them": an attendee's initials, where somebody acts. */
function initials(tokens: readonly Token[], i: number, lexicon: Lexicon): Annotation | undefined {
  const token = tokens[i] as Token;
  if (!isInitials(token)) return undefined;
  const known = lexicon.labels.find(token.text);
  if (known?.rule !== "initials") return undefined;
  const next = tokens[i + 1];
  const isJoined = (at: number): boolean =>
    ["and", "&", "/"].includes(tokens[at]?.lower ?? "") &&
    lexicon.labels.find(tokens[at > i ? at + 1 : at - 1]?.text ?? "")?.kind === "person";
  const form = findVerb(next?.lower ?? "")?.form;
  const isActing =
    isJoined(i + 1) ||
    (next?.word === true &&
      !next.capital &&
      (form === "s" || form === "past" || next.lower === "to" || ACTING.test(next.lower))) ||
    (isJoined(i - 1) && form !== undefined);
  return isActing ? toAnnotation(i, i + 1, known) : undefined;
}

const ACTING = /^(?:will|has|is|was|can|would|does|did|had|also)$/;
/** What capitals mean as often as not. */
const ACRONYMS = new Set(
  "ai ap ar api ci cd pr qa ui ux os ip it tc wg hr pm pc db us eu uk un id io ml ok rc ec cs ad sg ta td tag mr".split(
    " ",
  ),
);
const isInitials = judgeOnce(({ text, lower }) => /^\p{Lu}{2,3}$/u.test(text) && !ACRONYMS.has(lower));

/** "KVM/ARM", "node.js/io.js": a known name on one side of a slash. */
function part(token: Token, i: number, lexicon: Lexicon): Annotation | undefined {
  if (!token.text.includes("/") || token.text.length > 60) return undefined;
  for (const piece of token.text.split("/")) {
    const known = piece.length > 1 ? (lexicon.names.find(piece) ?? lexicon.gazetteer.find(piece)) : undefined;
    if (known) return toAnnotation(i, i + 1, known);
  }
  return undefined;
}

/** "parser#42", "acme/parser#42": an issue of a repository names the repository. */
function numbered(token: Token, i: number, lexicon: Lexicon): Annotation | undefined {
  const name = isNumbered(token) ? NUMBERED.exec(token.text)?.[1] : undefined;
  if (!name) return undefined;
  const known = lexicon.names.find(name) ?? lexicon.gazetteer.find(name);
  // "acme/parser-team#42" is a list of things to do, and no software.
  if (
    !known &&
    /-(?:team|wg|sig|meetings?|notes|minutes|agenda|tracker|issues|admin|governance)$/i.test(name)
  )
    return undefined;
  return toAnnotation(i, i + 1, known ?? { kind: "project", name, rule: "repository-issue" });
}

const NUMBERED = /^(?:[\w.-]+\/)?([\w.-]*[A-Za-z][\w.-]*)(?:#|\/(?:pull|issues|merge_requests)\/)\d+$/;
const isNumbered = judgeOnce(({ text }) => text.length <= 120 && NUMBERED.test(text));

/** "gtk2", "RHEL6", "C++26": a project that is known, with its version. */
function versioned(token: Token, i: number, lexicon: Lexicon): Annotation | undefined {
  const name = isVersioned(token) ? VERSIONED.exec(token.text)?.[1] : undefined;
  const known = name === undefined ? undefined : (lexicon.names.find(name) ?? lexicon.gazetteer.find(name));
  return known?.kind === "project" ? toAnnotation(i, i + 1, known) : undefined;
}

const VERSIONED = /^([\p{L}][\p{L}+#.-]{0,20}[\p{L}+#])v?\d{1,2}(?:\.\d{1,3}){0,2}$/u;
const isVersioned = judgeOnce(({ text }) => VERSIONED.test(text));

function term(tokens: readonly Token[], i: number): Annotation | undefined {
  const token = tokens[i] as Token;
  if (!isTechnicalTerm(token)) return undefined;
  return { from: i, to: i + 1, kind: "topic", name: token.text, rule: "technical-term", weak: true };
}
