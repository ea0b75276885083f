import { getKnownNames, opensWithGivenName } from "../minutes/known-names.ts";
import { isPersonName, parseAttendee } from "../minutes/parse-attendees.ts";
import type { Attendee, MinutesNode, ParsedMinutes } from "../minutes/parsed-minutes.ts";
import { findSectionRole } from "../minutes/section-role.ts";
import { foldCase } from "../model/fold-case.ts";
import { isGivenName } from "../model/given-names.ts";
import type { Gazetteer, GazetteerEntry } from "../model/gazetteer.ts";
import { remember } from "../model/remember.ts";
import type { Lexicon, Name } from "./annotate.ts";
import { type DocumentLine, listLines } from "./document-lines.ts";
import { NameIndex } from "./name-index.ts";
import { findReporters } from "./find-reporters.ts";
import { learnOwners } from "./learn-owners.ts";
import { learnNames } from "./learn-names.ts";
import { learnPeople } from "./learn-people.ts";
import { findKnownBody } from "./read-attendees.ts";
import { isNameLike } from "./name-like.ts";
import { isNoTerm } from "./technical-term.ts";
import type { Token } from "./tokens.ts";
import { isOrdinaryWord } from "./vocabulary.ts";

const gazetteerIndices = new WeakMap<Gazetteer, NameIndex<Name>>();

/** The gazetteer as an index; made once for each gazetteer. */
export function indexGazetteer(gazetteer: Gazetteer): NameIndex<Name> {
  const known = gazetteerIndices.get(gazetteer);
  if (known) return known;
  const index = new NameIndex<Name>();
  for (const entry of gazetteer.entries) {
    const value: Name = { kind: entry.kind, name: entry.name, rule: "gazetteer" };
    for (const surface of [entry.name, ...entry.aliases]) {
      index.add(surface, value, entry.caseSensitive || needsCase(surface));
      // "built with gcc"
      if (entry.kind === "project" && UNSPEAKABLE.test(surface))
        index.add(surface.toLowerCase(), value, true);
    }
  }
  gazetteerIndices.set(gazetteer, index);
  return index;
}

/** A short acronym, or a capitalised word that is an ordinary one too, counts only as written. */
function needsCase(surface: string): boolean {
  if (!/\p{Lu}/u.test(surface)) return false;
  if (surface.length <= 3) return true;
  return !/[\s-]/.test(surface) && isOrdinaryWord(surface.toLowerCase());
}

/** An acronym that is no word in small letters either, since it has no vowel. */
const UNSPEAKABLE = /^[BCDFGHJKLMNPQRSTVWXZ]{3}$/;

const shortFormIndices = new WeakMap<Gazetteer, ReadonlyMap<string, readonly GazetteerEntry[]>>();

/** By the name of an entry: whose short forms it vouches for, its own and those of what it is part of. */
function indexShortForms(gazetteer: Gazetteer): ReadonlyMap<string, readonly GazetteerEntry[]> {
  const known = shortFormIndices.get(gazetteer);
  if (known) return known;
  const short = new Map(
    gazetteer.entries.filter((entry) => entry.shortForms.length > 0).map((entry) => [entry.name, entry]),
  );
  const index = new Map<string, readonly GazetteerEntry[]>();
  for (const { name, partOf } of gazetteer.entries) {
    const vouched = [name, ...partOf].flatMap((whole) => short.get(whole) ?? []);
    if (vouched.length > 0) index.set(name, vouched);
  }
  shortFormIndices.set(gazetteer, index);
  return index;
}

function addShortForms(lines: readonly DocumentLine[], { data, gazetteer, names }: Lexicon): void {
  const index = indexShortForms(data);
  for (const { tokens } of lines)
    for (let i = 0; i < tokens.length; i++) {
      const known = gazetteer.match(tokens, i);
      const vouched = known && index.get(known.value.name);
      if (vouched === undefined) continue;
      for (const { kind, name, shortForms } of vouched)
        for (const form of shortForms) names.add(form, { kind, name, rule: "gazetteer" });
    }
}

/** Learns who and what has a name in this document. */
export function buildLexicon(minutes: ParsedMinutes, gazetteer: Gazetteer): Lexicon {
  const lexicon: Lexicon = {
    people: new NameIndex(),
    names: new NameIndex(),
    gazetteer: indexGazetteer(gazetteer),
    labels: new NameIndex(),
    attendeeWords: [],
    bodyWords: [],
    data: gazetteer,
    annotated: new WeakMap(),
  };
  for (const attendee of minutes.attendees) addAttendee(lexicon, attendee);
  for (const reporter of findReporters(minutes, gazetteer)) addAttendee(lexicon, reporter);
  addFirstWords(lexicon, minutes.attendees);
  addShortLabels(lexicon, minutes.attendees);
  const lines = listLines(minutes);
  learnSpeakersBodies(lines, lexicon);
  learnNames(minutes, lines, lexicon);
  addShortForms(lines, lexicon);
  for (const nick of leadingNicks(lines, lexicon)) lexicon.labels.add(nick, toPerson(nick, "nick"));
  const bearers = new Bearers(lines, lexicon);
  const labelled = new Map(lines.map((line) => [line.node, labelNames(line)]));
  addInitialsInUse(labelled, lexicon);
  for (const label of speakerLabels(minutes, labelled, lexicon)) {
    const bearer = /^\p{Lu}{2,3}$/u.test(label) ? bearers.find(label) : undefined;
    lexicon.labels.add(label, bearer ? toPerson(bearer, "initials") : toPerson(label, "speaker-label"));
  }
  learnOwners(lines, lexicon);
  learnPeople(minutes, lines, lexicon);
  return { ...lexicon, annotated: new WeakMap() };
}

/** "Ann Lee, Acme: it fails", "Ann Lee (Acme) [on Jabber]: …", "Ann Lee from Acme: …": whom a speaker is with. */
function learnSpeakersBodies(lines: readonly DocumentLine[], lexicon: Lexicon): void {
  const known = getKnownNames(lexicon.data);
  for (const { label } of lines) {
    if (!label || !SPEAKER_AND_BODY.test(label.text) || !opensWithGivenName(label.text, known)) continue;
    const entry = parseAttendee(label, "listed", known);
    for (const { text: body } of entry && /\s/.test(entry.name.text) ? entry.organisations : []) {
      if (!BODY.test(body) || opensWithGivenName(body, known) || isOrdinaryWord(foldCase(body))) continue;
      if (findSectionRole(body) || lexicon.gazetteer.find(body)) continue;
      lexicon.names.add(body, { kind: "organisation", name: body, rule: "name-and-organisation" });
    }
  }
}

const SPEAKER_AND_BODY = /^\p{Lu}[^,([@]{2,40}(?:, |\s[([@]|\s[-–]\s|\sfrom\s)/u;
const BODY = /^\p{Lu}[\p{L}\p{N}&.-]+(?: \p{Lu}[\p{L}\p{N}&.-]+){0,2}$/u;

const toBody = (name: string, lexicon: Lexicon): Name => ({
  kind: "organisation",
  name: findKnownBody(name, lexicon) ?? name,
  rule: "attendee-affiliation",
});

const toPerson = (name: string, rule: string): Name => ({ kind: "person", name, rule });

function addAttendee(lexicon: Lexicon, attendee: Attendee): void {
  const { people, labels, names, attendeeWords, bodyWords } = lexicon;
  const full = attendee.called ?? attendee.name.text.replace(/^@/, "");
  const person = (rule: string): Name => toPerson(full, rule);
  people.add(attendee.name.text, person("attendee"), isOrdinaryWord(full.toLowerCase()));
  labels.add(full, person("attendee"));
  if (attendee.handle)
    for (const form of [attendee.handle.text, `@${attendee.handle.text}`])
      people.add(form, person("handle"), isOrdinaryWord(form));
  if (attendee.initials) {
    const { text } = attendee.initials;
    labels.add(text, person("initials"), true);
    if (!isNoTerm(text.toLowerCase()) && !lexicon.gazetteer.find(text))
      people.add(text, person("initials"), true);
  }
  for (const form of formalNames(full)) {
    people.add(form, person("formal-name"));
    labels.add(form, person("formal-name"));
  }
  const surname = /\s(\p{Ll}+(?: \p{Ll}+)? \p{Lu}[\p{L}'’-]+)$/u.exec(full)?.[1];
  if (surname) people.add(surname, person("surname"));
  for (const word of nameWords(full)) {
    attendeeWords.push(word);
    people.add(
      word,
      { kind: "person", name: word, rule: "part-of-a-name" },
      isOrdinaryWord(word.toLowerCase()),
    );
    labels.add(word, { kind: "person", name: word, rule: "part-of-a-name" });
    for (const index of [people, labels]) index.add(`${word}-san`, person("honorific"));
  }
  for (const { text } of attendee.organisations) {
    const short = text.replace(COMPANY_FORM, "");
    if (short !== text && short.length > 2) names.add(short, toBody(text, lexicon), true);
  }
  for (const { text } of attendee.organisations) if (!/\s/.test(text)) bodyWords.push(text);
  for (const organisation of attendee.organisations)
    names.add(
      organisation.text,
      toBody(organisation.text, lexicon),
      organisation.text.length <= 3 || isOrdinaryWord(organisation.text.toLowerCase()),
    );
}

/** "Basalt" for the one listed organisation that begins with it, Basalt Car Systems. */
function addFirstWords({ names, people, gazetteer, data }: Lexicon, attendees: readonly Attendee[]): void {
  const bodies = new Map<string, Set<string>>();
  for (const { text } of attendees.flatMap(({ organisations }) => organisations)) {
    const [first = ""] = text.split(/\s+/, 1);
    bodies.set(first, (bodies.get(first) ?? new Set()).add(text));
  }
  for (const [first, [body = "", other]] of bodies) {
    const isName = /^\p{Lu}[\p{L}\p{N}-]{2,}$/u.test(first) && !isOrdinaryWord(foldCase(first));
    if (!isName || other !== undefined || body === first || people.find(first)) continue;
    // "FreeBSD" beside the FreeBSD Foundation is what it stands behind.
    if (gazetteer.find(first)?.kind === "project") continue;
    if (!isGivenName(foldCase(first), data))
      names.add(first, { kind: "organisation", name: body, rule: "attendee-affiliation" }, true);
  }
}

/** "A. Lee" for Ann Lee. */
const formalNames = remember((full): readonly string[] => {
  const words = full.split(/\s+/);
  const [given = "", surname = ""] = [words[0], words.at(-1)];
  if (words.length < 2 || !/^\p{Lu}\p{L}+$/u.test(given) || surname.length < 3) return [];
  return [`${given[0] ?? ""}. ${surname}`];
});

/** What is left out where a company is named again. */
const COMPANY_FORM =
  /,?\s+(?:inc|ltd|limited|llc|gmbh|corp|corporation|ag|s\.?a|b\.?v|co|company|plc|oy|ab|electronics|systems|software|technologies|semiconductors?|networks|labs)\.?$/i;

/** The given name, and the surname where it is no ordinary word. */
const nameWords = remember((full): readonly string[] => {
  const words = full.split(/\s+/);
  const [given = "", surname = ""] = [words[0], words.at(-1)];
  if (words.length < 2) return [];
  const isWord = (word: string): boolean => /^[\p{Lu}\p{Lo}][\p{L}'’-]+$/u.test(word);
  return [
    ...(isWord(given) ? [given] : []),
    ...(isWord(surname) && surname.length > 3 && !isOrdinaryWord(surname.toLowerCase()) ? [surname] : []),
  ];
});

/** "AL" and "AnnL" for Ann Lee, "LvH" for Lena van Houten, "alee" and "J-L" for Ann Lee and Jean-Luc Roy, in front of what she says; where two people have the same, it is nobody's. */
function addShortLabels({ labels, people, gazetteer }: Lexicon, attendees: readonly Attendee[]): void {
  const bearers = new Map<string, string | undefined>();
  for (const { name, called = name.text, initials } of attendees)
    for (const label of initials ? [] : shortLabels(called))
      bearers.set(label, bearers.has(label) && bearers.get(label) !== called ? undefined : called);
  for (const [label, name] of bearers) {
    if (name === undefined || findSectionRole(label) || gazetteer.find(label)) continue;
    if (!NOT_SPEAKERS.has(label.toLowerCase()) && !isNoTerm(label.toLowerCase()))
      labels.add(label, toPerson(name, "initials"), true);
    if (/-|^[a-z]/.test(label) && !isOrdinaryWord(label)) people.add(label, toPerson(name, "initials"), true);
  }
}

/** "AL: …", "AL asks": where initials stand in front of what people say, they are the people in their sentences, too. */
function addInitialsInUse(labelled: LabelNames, { labels, people, gazetteer }: Lexicon): void {
  for (const names of labelled.values())
    for (const name of names) {
      const bearer = /^\p{Lu}(?:\p{Lu}{1,2}|\p{Ll}{1,2}\p{Lu})$/u.test(name) ? labels.find(name) : undefined;
      if (bearer?.rule !== "initials" || isNoTerm(name.toLowerCase()) || gazetteer.find(name)) continue;
      people.add(name, bearer, true);
    }
}

/** Who has a speaker's initials among the people whom no list has: "Relay hints (Ann Lee)", and "AL: …" below it. */
class Bearers {
  /** By initials, once they have been asked for. */
  private names: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(
    private readonly lines: readonly DocumentLine[],
    private readonly lexicon: Lexicon,
  ) {}

  /** @returns the one full name with these initials, or undefined where there is none or more than one */
  find(label: string): string | undefined {
    this.names ??= this.collect();
    const [name, other] = this.names.get(label) ?? [];
    return other === undefined ? name : undefined;
  }

  private collect(): Map<string, Set<string>> {
    const names = new Map<string, Set<string>>();
    for (const { tokens } of this.lines)
      for (let i = 0; i + 1 < tokens.length; i++) {
        const [first, second] = [tokens[i] as Token, tokens[i + 1] as Token];
        if (!second.spaced || !isNameLike(first) || !isNameLike(second)) continue;
        for (const [given, surname] of [
          [first, second],
          [second, first],
        ] as const) {
          if (!isGivenName(given.lower, this.lexicon.data) || isOrdinaryWord(given.lower)) continue;
          const third = tokens[i + 2];
          const isThree = given === first && third?.spaced && isNameLike(third);
          const words = isThree ? [first, second, third] : [first, second];
          const initials = (isThree ? words : [given, surname]).map(({ text }) => text[0] ?? "").join("");
          const name = words.map(({ text }) => text).join(" ");
          names.set(initials, (names.get(initials) ?? new Set()).add(name));
        }
      }
    return names;
  }
}

const shortLabels = remember((full): readonly string[] => {
  const words = full.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  const [given = "", last = ""] = [words[0], words.at(-1)];
  if (words.length < 2) return [];
  const capitals = words.map((word) => word[0] ?? "").join("");
  const all = full.split(/\s+/).map((word) => word[0] ?? "");
  const double = /^(\p{Lu})\p{L}+-(\p{Lu})/u.exec(given);
  const handle = (foldCase(given)[0] ?? "") + foldCase(last);
  return [
    ...(/^[a-z]{5,}$/.test(handle) ? [handle] : []),
    ...(double ? [`${double[1] ?? ""}-${double[2] ?? ""}`] : []),
    capitals,
    // "LvH" for Lena van Houten
    ...(all.length > words.length ? [all.join("")] : []),
    ...(double
      ? [
          full
            .replace(/-/g, " ")
            .split(/\s+/)
            .map((word) => word[0] ?? "")
            .join(""),
        ]
      : []),
    given + (last[0] ?? ""),
    `${given} ${last[0] ?? ""}`,
  ];
});

const NOT_SPEAKERS = new Set(
  "q a note notes example update updates question answer summary background discussion todo fixme http https re fwd edit ps warning pros cons idea proposal goal goals option problem issue topic status jabber irc zoom chat slack mic floor audience unknown speaker room hum hums poll vote show laughter result results reason motivation context link links links issues time when where what why how who pro con plus minus today tomorrow yesterday eta url repo pr prs deadline agenda minutes action actions decision abstract release bluesheet bluesheets".split(
    " ",
  ),
);

/** Labels in front of lines that can only be speakers: they come again and again, or are given names. */
function speakerLabels({ nodes }: ParsedMinutes, labelled: LabelNames, lexicon: Lexicon): string[] {
  const counts = new Map<string, number>();
  const handles = new Set<string>();
  for (const [node, names] of labelled)
    for (const speaker of names) {
      counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
      if (node.speaker) handles.add(speaker);
    }
  const found = [...counts]
    .filter(([label, count]) => handles.has(label) || isSpeaker(label, count, lexicon))
    .map(([label]) => label);
  return [...found, ...companions(nodes, labelled, lexicon, new Set(found))];
}

/**
 * "[annlee] Parser rewrite", "[bobr] Docs": nicks in front of the items that they bring. Items of one list are tagged
 * with areas, too ("[docs] …"): these are words that are known.
 */
function leadingNicks(lines: readonly DocumentLine[], lexicon: Lexicon): string[] {
  const found = new Set<string>();
  let areas = 0;
  for (const { node } of lines) {
    const nick = /^[[(]([a-z][a-z0-9_]{2,19})[\])]\s*:?\s*\S/.exec(node.content.text)?.[1];
    if (nick === undefined) continue;
    if (isOrdinaryWord(nick) || isNoTerm(nick) || lexicon.gazetteer.find(nick) || lexicon.names.find(nick))
      areas++;
    else found.add(nick);
  }
  return found.size >= 2 && areas === 0 ? [...found] : [];
}

/** Among neighbours that mostly are people's labels, one that looks like a name is a person's, too. */
function companions(
  nodes: readonly MinutesNode[],
  labelled: LabelNames,
  lexicon: Lexicon,
  known: ReadonlySet<string>,
): string[] {
  const found: string[] = [];
  const isKnown = (name: string): boolean =>
    known.has(name) ||
    lexicon.labels.find(name)?.kind === "person" ||
    isGivenName(name.toLowerCase(), lexicon.data);
  const readGroup = (siblings: readonly MinutesNode[]): void => {
    const names = siblings.flatMap((node) => labelled.get(node) ?? []);
    if (names.length === 0) return;
    const people = names.filter(isKnown).length;
    if (people < 2 || people * 2 < names.length) return;
    found.push(
      ...names.filter((name) => !known.has(name) && !lexicon.labels.find(name) && isCapitalisedName(name)),
    );
  };
  readGroup(nodes);
  for (const { children } of labelled.keys()) readGroup(children);
  return found;
}

const isCapitalisedName = (name: string): boolean =>
  /^\p{Lu}\p{Ll}+(?:[ '’-]\p{Lu}\p{L}+){0,2}$/u.test(name) &&
  !/\b(?:Notes?|Update|Topic|Agenda|Question)s?\b/.test(name);

/** The names in front of each line that may be speakers', in the order of reading. */
type LabelNames = ReadonlyMap<MinutesNode, readonly string[]>;

function labelNames({ node, label: written }: DocumentLine): readonly string[] {
  if (node.speaker) return [node.speaker.text];
  const label = written?.text.replace(/[*_`]/g, "").trim();
  if (!label || label.length > 60) return NOBODY;
  return (
    label
      .replace(/(?:\s?[([][^()[\]]{1,30}[)\]]){1,2}$/, "")
      .split(/\s*(?:,|&|\+|\/| and )\s*/)
      .map((name) => name.trim())
      // "Ann Lee, Acme": people of one label are named alike.
      .filter((name, index, [first = ""]) => index === 0 || /\s/.test(name) || !/\s/.test(first))
      .filter((name) => isPersonName(name) && !findSectionRole(name) && !NOT_SPEAKERS.has(name.toLowerCase()))
  );
}

const NOBODY: readonly never[] = [];

function isSpeaker(label: string, count: number, lexicon: Lexicon): boolean {
  if (lexicon.labels.find(label)) return false;
  const words = label.split(/\s+/);
  // "mei-lin" can be a nick, and "meta-tools" a package: of two halves, only a capital tells.
  const isDouble = /^\p{Ll}+-/u.test(label);
  const given = !isDouble && isGivenName((words[0] as string).toLowerCase(), lexicon.data);
  if (lexicon.gazetteer.find(label) && !given) return false;
  if (words.length > 1)
    return (
      (given && words.slice(1).every((word) => /^\p{Lu}/u.test(word))) ||
      (words.length <= 3 &&
        words.every(
          (word, index) =>
            (index === 0 && /^\p{Lu}\.$/u.test(word)) ||
            (/^\p{Lu}\p{Ll}+$/u.test(word) && !isOrdinaryWord(word.toLowerCase())),
        ))
    );
  if (isOrdinaryWord(label.toLowerCase())) return given && count >= 2 && /^\p{Lu}/u.test(label);
  if (given || label.startsWith("@")) return true;
  return count >= 2 && !/^\p{Lu}{4,}$/u.test(label) && !/[()_.]/.test(label);
}
