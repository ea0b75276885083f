import { isHandleOf } from "../minutes/handle-of.ts";
import type { Attendee } from "../minutes/parsed-minutes.ts";
import { foldName } from "../model/node-key.ts";
import { isOneEdit, isShortFormOf, isSlip } from "./person-names.ts";

/** Somebody of one meeting. */
export interface Person {
  /** The fullest name. */
  label: string;
  /** The folded words of the label. */
  words: string[];
  /** Folded surface forms that are decided to mean this person. */
  forms: Set<string>;
  handles: Set<string>;
  addresses: Set<string>;
}

export interface Resolution {
  person: Person;
  reason: string;
}

/** A name that could be several people of the meeting. */
export interface Ambiguity {
  surface: string;
  candidates: readonly Person[];
}

/** Somebody known by name from outside the text: the author of a mail, its addressees. */
export interface Acquaintance {
  name: string;
  address?: string;
}

/**
 * Who is who in one meeting.
 *
 * A given name means the one attendee who bears it; a misspelling is an attendee's when it is one edit from their name
 * and nobody else's; two people with one given name stay apart and are reported.
 */
export class PeopleDirectory {
  readonly people: Person[] = [];
  readonly ambiguities: Ambiguity[] = [];
  private readonly decided = new Map<string, Resolution>();
  private acquaintances: Person[] = [];

  constructor(
    attendees: readonly Attendee[],
    acquaintances: readonly Acquaintance[],
    private readonly isGivenName: (folded: string) => boolean,
  ) {
    this.acquaintances = acquaintances.map(({ name, address }) => {
      const person = createPerson(name);
      if (address) person.addresses.add(address.toLowerCase());
      return person;
    });
    const entries = [...attendees].sort(
      (a, b) =>
        Number(b.status === "present") - Number(a.status === "present") || wordCount(b) - wordCount(a),
    );
    for (const attendee of entries) this.addAttendee(attendee);
  }

  private addAttendee(attendee: Attendee): void {
    const name = attendee.called ?? attendee.name.text.replace(/^@/, "");
    const known =
      this.decided.get(foldName(name)) ??
      (attendee.status === "listed" || wordCount(attendee) === 1 ? this.guess(name) : undefined);
    const resolution = known ?? this.findGivenNameOf(name) ?? { person: this.add(name), reason: "attendee" };
    const { person } = resolution;
    this.decide(name, resolution);
    if (attendee.name.text.startsWith("@")) person.handles.add(name.toLowerCase());
    if (attendee.handle) {
      person.handles.add(attendee.handle.text.toLowerCase());
      this.decide(attendee.handle.text, { person, reason: "handle in the list of attendees" });
    }
    if (attendee.initials)
      this.decide(attendee.initials.text, { person, reason: "initials in the list of attendees" });
    if (attendee.address) person.addresses.add(attendee.address.text.toLowerCase());
  }

  /** "Organizer: Ann Lee", where the list has one Ann and nobody else of that name: she is told in full. */
  private findGivenNameOf(name: string): Resolution | undefined {
    const [given, ...rest] = foldName(name).split(/[\s._]+/);
    const bearers = this.people.filter(({ words }) => words[0] === given);
    const [person] = bearers;
    if (rest.length === 0 || bearers.length !== 1 || !person || person.words.length > 1) return undefined;
    const full = createPerson(name);
    person.label = full.label;
    person.words = full.words;
    return { person, reason: "full form of a given name in the list of attendees" };
  }

  private add(label: string): Person {
    const person = this.promote(label) ?? createPerson(label);
    if (!this.people.includes(person)) this.people.push(person);
    return person;
  }

  /** An acquaintance whose name comes up becomes one of the meeting's people. */
  private promote(name: string): Person | undefined {
    const folded = foldName(name);
    return this.acquaintances.find((person) => person.forms.has(folded));
  }

  private decide(surface: string, resolution: Resolution): void {
    const folded = foldName(surface);
    if (!this.decided.has(folded)) this.decided.set(folded, resolution);
    resolution.person.forms.add(folded);
  }

  /** A person said whom the name means. */
  declare(surface: string, name: string): void {
    const { person } = this.resolve(name);
    this.decided.set(foldName(surface), { person, reason: "correction" });
    person.forms.add(foldName(surface));
  }

  /** Whom the name means; a name that means nobody known is somebody new. */
  resolve(surface: string): Resolution {
    const name = surface.replace(/^@/, "");
    const folded = foldName(name);
    const known = this.decided.get(folded);
    if (known) return known;
    const guessed = this.guess(name);
    if (guessed) {
      if (!this.people.includes(guessed.person)) this.people.push(guessed.person);
      this.decide(name, guessed);
      return guessed;
    }
    const person = this.add(name);
    if (surface.startsWith("@")) person.handles.add(folded);
    const fresh = { person, reason: "name" };
    this.decide(name, fresh);
    return fresh;
  }

  private guess(name: string): Resolution | undefined {
    const words = foldName(name)
      .split(/[\s._]+/)
      .filter(Boolean);
    for (const pool of [this.people, this.acquaintances]) {
      for (const [reason, matches] of words.length > 1 ? FULL_NAME_RULES : SINGLE_NAME_RULES) {
        const isOwnName = reason === ONE_EDIT && this.isGivenName(words[0] ?? "");
        if (isOwnName && words.length > 1) continue;
        const candidates = pool.filter((person) =>
          isOwnName ? isSlip(words[0] ?? "", person.words[0] ?? "") : matches(words, name, person),
        );
        if (candidates.length === 1) return { person: candidates[0] as Person, reason };
        if (candidates.length > 1) {
          this.ambiguities.push({ surface: name, candidates });
          return undefined;
        }
      }
    }
    return undefined;
  }
}

const wordCount = ({ name, called = name.text }: Attendee): number => called.split(/\s+/).length;

function createPerson(label: string): Person {
  const folded = foldName(label);
  return {
    label,
    words: folded.split(/[\s._]+/).filter(Boolean),
    forms: new Set([folded]),
    handles: new Set(),
    addresses: new Set(),
  };
}

const ONE_EDIT = "one edit from an attendee's name and from nobody else's";
type Rule = readonly [string, (words: readonly string[], name: string, person: Person) => boolean];

const isFull = (person: Person): boolean => person.words.length > 1;

const SINGLE_NAME_RULES: readonly Rule[] = [
  [
    "given name of one person of the meeting",
    ([word], _, person) => isFull(person) && person.words[0] === word,
  ],
  [
    "surname of one person of the meeting",
    ([word], _, person) => isFull(person) && person.words.at(-1) === word,
  ],
  [
    "handle made of the name",
    (_, name, person) =>
      isHandleOf(name, person.label) ||
      [...person.handles].some((handle) => startsHandle(name, handle)) ||
      (!isFull(person) && isCamelOf(name, person.label)),
  ],
  [
    "given name of whom the handle's initial fits alone",
    ([word = ""], name, person) => isHandleWithInitial(person.label, word) && /^\p{Lu}/u.test(name),
  ],
  [
    "short form of a given name",
    ([word = ""], _, person) => isFull(person) && isShortFormOf(word, person.words[0] ?? ""),
  ],
  [
    ONE_EDIT,
    ([word = ""], _, person) =>
      person.words.length < 5 &&
      (person.words.some((part) => isOneEdit(word, part)) || isSlip(word, person.words[0] ?? "")),
  ],
];

const FULL_NAME_RULES: readonly Rule[] = [
  [
    "same name with another middle",
    (words, _, person) =>
      isFull(person) && person.words[0] === words[0] && person.words.at(-1) === words.at(-1),
  ],
  [
    "beginning of one person's name",
    (words, _, person) =>
      person.words.length > words.length && words.every((word, index) => person.words[index] === word),
  ],
  [
    "given name and initial",
    (words, _, person) =>
      isFull(person) &&
      person.words[0] === words[0] &&
      isInitial(words.at(-1) ?? "", person.words.at(-1) ?? ""),
  ],
  [
    "handle made of the name",
    (_, name, person) =>
      [...person.handles, ...(isFull(person) ? [] : [person.label])].some((handle) =>
        isHandleOf(handle, name),
      ),
  ],
  [ONE_EDIT, (words, _, person) => isFull(person) && isOneEdit(words.join(" "), person.words.join(" "))],
  [
    "same surname, and a given name spelt alike",
    (words, _, person) =>
      isFull(person) && person.words.at(-1) === words.at(-1) && alike(words[0] ?? "", person.words[0] ?? ""),
  ],
];

const isInitial = (a: string, b: string): boolean =>
  (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
const alike = (a: string, b: string): boolean =>
  isShortFormOf(a, b) ||
  isShortFormOf(b, a) ||
  isOneEdit(a, b) ||
  (a.length >= 5 && b.length >= 5 && a.slice(0, 3) === b.slice(0, 3) && a.at(-1) === b.at(-1));

/** "Corinne" for "cbrathwaite": an initial and a surname. */
const isHandleWithInitial = (handle: string, given: string): boolean =>
  /^[a-z]{6,}$/.test(handle) &&
  given.length >= 3 &&
  handle[0] === given[0] &&
  !/[aeiou]/.test(handle.slice(0, 2));

/** "Erin" for "@erinwood", "Vera" for "@vera-santos": the given name that a handle begins with. */
function startsHandle(name: string, handle: string): boolean {
  const folded = foldName(name);
  return folded.length >= 4 && foldName(handle).startsWith(folded) && foldName(handle) !== folded;
}

/** "PhilMD" for "Philippe": the beginning of a given name with capitals behind it. */
function isCamelOf(handle: string, name: string): boolean {
  const match =
    /^(\p{Lu}\p{Ll}{3,})\p{Lu}{1,3}$/u.exec(handle) ?? /^(\p{Lu}\p{Ll}{3,})\p{Lu}{1,3}$/u.exec(name);
  if (!match) return false;
  const other = match.input === handle ? name : handle;
  return foldName(other).startsWith(foldName(match[1] as string));
}
