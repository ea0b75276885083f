import { KINDS } from "../model/schema.ts";
import { joinWords } from "./communities.ts";
import { findNodes } from "./find-node.ts";
import type { NodeMatch } from "./name-index.ts";
import { describePeriod, isUnbounded, type Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";
import {
  QUESTION_FORMS,
  type QuestionForm,
  type QuestionKind,
  type Slot,
  SLOT_KINDS,
  SLOTS,
  type Wish,
} from "./question-forms.ts";
import { type Calendar, readPeriod } from "./read-period.ts";

export interface Question extends Wish {
  /** The nodes that it names, by their slots. */
  nodes: Partial<Record<Slot, string>>;
  period: Period;
}

/** A question as it was understood, or why it was not. */
export interface QuestionReading {
  /** Absent where the question could not be read. */
  question?: Question;
  /** What it was read as, to be shown after "I read this as"; or what is the matter. */
  words: string;
  /** The names in it that are not written as in the minutes, or that may mean somebody else. */
  notes: string[];
  /** Nodes that may be meant, where no name was found. */
  candidates: NodeMatch[];
}

const MAX_LENGTH = 200;
const COMPILED = QUESTION_FORMS.map((form) => {
  const patterns =
    form.wish.asks === "about" ? [...form.patterns, form.words] : [form.words, ...form.patterns];
  return { form, patterns: patterns.map(compile) };
});

/** How a name is looked for: a form whose names are all exact goes before one with a guess. */
const WAYS = [findExactly, findNearly, findLoosely] as const;
type Way = (typeof WAYS)[number];

/**
 * Reads a question by its form and the graph's own names; case, punctuation, misspellings and beginnings of names are
 * forgiven. The forms are in `QUESTION_FORMS`. No language model, so the same text is always read alike.
 * @param within a time that is chosen besides the question's own: nothing is then assumed where it names none
 */
export function readQuestion(index: QueryIndex, text: string, within: Period = {}): QuestionReading {
  const clean = tidy(text);
  if (!clean) return refuse(index, ["", ""], "Ask about a name, or ask a question.");
  const calendar = createCalendar(index);
  const written = index.names.findExact(text);
  const whole = written.length > 0 ? written : index.names.findExact(clean);
  if (whole.length > 0)
    return toReading(index, getForm("about"), new Map([["any", { text: clean, matches: whole }]]), {});
  const timed = readPeriod(clean, calendar);
  const assume = (form: QuestionForm, period: Period): Period =>
    isUnbounded(within) ? assumePeriod(form, period, calendar) : period;
  if (!timed.text) return toReading(index, getForm("changes"), new Map(), timed.period);
  let missing = "";
  for (const { text: asked, period } of timed.text === clean
    ? [timed]
    : [timed, { text: clean, period: {} }]) {
    for (const find of WAYS) {
      for (const { form, names } of listReadings(index, asked, find)) {
        if (typeof names !== "string") return toReading(index, form, names, assume(form, period));
        missing ||= names;
      }
    }
  }
  const unknown = missing || timed.text;
  return refuse(index, [unknown, timed.text], `No name in these minutes is like “${unknown}”.`);
}

function createCalendar({ latest, meetings }: QueryIndex): Calendar {
  return { latest, meetings: [...new Set(meetings.flatMap(({ date }) => date || []))] };
}

/** "What changed" is asked of the last meeting, and "who joined" of all but the first, at which everybody is new. */
function assumePeriod(
  { wish: { asks, changes } }: QuestionForm,
  period: Period,
  { latest, meetings }: Calendar,
): Period {
  const { since, until = latest } = period;
  if (asks !== "changes" || since !== undefined) return period;
  const last = meetings.findLast((date) => date <= until);
  const first = changes === undefined ? last : changes.some((kind) => NEW.has(kind)) && meetings[1];
  return first && first <= until ? { ...period, since: first } : period;
}

const NEW: ReadonlySet<string> = new Set(["joined", "appeared", "started"]);

/** Every form that the text has, with the names in it; or the first of them that there is no node for. */
function* listReadings(
  index: QueryIndex,
  text: string,
  find: Way,
): Generator<{ form: QuestionForm; names: Names | string }> {
  for (const { form, patterns } of COMPILED) {
    for (const pattern of patterns) {
      const match = pattern.exec(text);
      if (match) yield { form, names: findNames(index, match.groups ?? {}, find) };
    }
  }
}

function getForm(asks: QuestionKind): QuestionForm {
  const form = QUESTION_FORMS.find(({ wish }) => wish.asks === asks);
  if (!form) throw new Error(`no form asks for ${asks}`);
  return form;
}

const POLITE = /^(?:please|so|and|but|hey|hi|hello|ok|okay|well|now),? /i;
const ASKING =
  /^(?:(?:(?:can|could|would) you |please )*(?:show|tell|give|list)(?: me| us)?|(?:do|does) (?:you|we|anyone|anybody) know|I (?:want|would like|need) to know|list)(?=,? (?:the|all|who|whom|what|which|where|when|how|is|are|did|does|has|open|promises|action|people|topics|projects|organi[sz]ations|companies|meetings)\b),? /i;
const FILLER =
  /(?:,? (?:please|now|right now|currently|at the moment|at present|these days|nowadays|so far|again|exactly|thanks|thank you|yet))+$/i;

function tidy(text: string): string {
  return text
    .slice(0, MAX_LENGTH)
    .replace(/[‘’`]/g, "'")
    .replace(/[“”"]/g, "")
    .replace(/\s+/g, " ")
    .replace(/\b(who|what|where|how|when)(?:'s|s)\b/gi, "$1 is")
    .replace(/\b(who|what|where|how)'?re\b/gi, "$1 are")
    .trim()
    .replace(/ ?[?!.,;:]{1,20}$/, "")
    .replace(POLITE, "")
    .replace(ASKING, "")
    .replace(/^how (?:many|much) /i, "which ")
    .replace(FILLER, "");
}

function compile(words: string): RegExp {
  const source = words.replace(/\{(\w+)\}/g, (_, slot: string) => `(?<${slot}>.+?)`);
  return new RegExp(`^(?:${source})$`, "iu");
}

/** The nodes that a name may mean, best first, and the words beside it that are no part of any name. */
interface Found {
  matches: readonly NodeMatch[];
  leftOut?: readonly string[];
}

/** What stands in a slot of the question. */
interface Named extends Found {
  text: string;
}

type Names = ReadonlyMap<Slot, Named>;

/** The matches of every name, or the first name without any. */
function findNames(
  index: QueryIndex,
  groups: Readonly<Record<string, string | undefined>>,
  find: Way,
): Names | string {
  const found = new Map<Slot, Named>();
  for (const slot of SLOTS) {
    const text = groups[slot];
    if (text === undefined) continue;
    const named = find(index, text, slot);
    if (named.matches.length === 0) return text;
    found.set(slot, { text, ...named });
  }
  return found;
}

/** The name as it is, then without an article before it, an "'s" behind it, or a word for its kind around it. */
function listForms(name: string): string[] {
  const bare = name.replace(/^(?:the|a|an|our|this|that) /i, "").replace(/'s?$/, "");
  const kind =
    /^(?:projects?|topics?|meeting|company|organi[sz]ation) | (?:projects?|topic|work|company|meeting)$/i;
  return [...new Set([name, bare, bare.replace(kind, "")])].filter(Boolean);
}

function findExactly(index: QueryIndex, name: string, slot: Slot): Found {
  const kinds = SLOT_KINDS[slot];
  for (const form of listForms(name)) {
    const matches = index.names.findExact(form).filter(({ kind }) => !kinds || kinds.includes(kind));
    if (matches.length > 0) return { matches };
  }
  return { matches: [] };
}

function findNearly(index: QueryIndex, name: string, slot: Slot): Found {
  const exact = findExactly(index, name, slot);
  if (exact.matches.length > 0) return exact;
  const kinds = SLOT_KINDS[slot];
  for (const form of listForms(name)) {
    const matches = findNodes(index, form, kinds ? { kinds, limit: 5 } : { limit: 5 });
    if (matches.length > 0) return { matches };
  }
  return { matches: [] };
}

const MOST_WORDS = 8;
/** A word that may turn the meaning of those beside it is not passed over. */
const TELLING =
  /^(?:who|whom|what|which|when|where|why|how|no|not|never|nobody|nothing|but|except|without|besides|other|than|\w+n't)$/i;

/** "complete PSCI support" finds "PSCI", and "mixed CPU support" "mixed CPU": the longest part that is a name. */
function findLoosely(index: QueryIndex, name: string, slot: Slot): Found {
  const near = findNearly(index, name, slot);
  if (near.matches.length > 0 || !SLOT_KINDS[slot]) return near;
  const words = name.replace(/^(?:the|a|an|our) /i, "").split(" ");
  if (words.length > MOST_WORDS || words.some((word) => TELLING.test(word))) return near;
  for (let length = words.length - 1; length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const part = words.slice(start, start + length).join(" ");
      const { matches } = length > 1 ? findNearly(index, part, slot) : findExactly(index, part, slot);
      const leftOut = [words.slice(0, start), words.slice(start + length)].map((left) => left.join(" "));
      if (matches.length > 0) return { matches, leftOut: leftOut.filter(Boolean) };
    }
  }
  return near;
}

function toReading(index: QueryIndex, form: QuestionForm, names: Names, period: Period): QuestionReading {
  const { wish } = form;
  const nodes: Question["nodes"] = {};
  const notes: string[] = [];
  let { words } = form;
  for (const [slot, named] of names) {
    const [best] = named.matches;
    if (!best) continue;
    nodes[slot] = best.node;
    words = words.replace(`{${slot}}`, () => best.label);
    notes.push(...describeDoubt(index, named));
  }
  return {
    question: { ...wish, nodes, period },
    words: words + describePeriod(period),
    notes,
    candidates: [],
  };
}

/** That a name was guessed, which others it may be as well, and what was not understood. */
function describeDoubt(
  index: QueryIndex,
  { text, matches: [best, ...others], leftOut = [] }: Named,
): string[] {
  if (!best) return [];
  const notes = leftOut.map((words) => `“${words}” is left out of this answer`);
  if (best.how === "misspelling") notes.push(`“${best.name}” is the nearest name`);
  const [other] = best.how === "name" || best.how === "alias" ? [] : index.names.findExact(text);
  if (other && other.node !== best.node)
    notes.push(`${other.label} itself is the name of ${withArticle(KINDS[other.kind].label.toLowerCase())}`);
  const rivals = others.filter(({ how, kind }) => how === best.how && kind === best.kind);
  if (rivals.length > 0)
    notes.push(
      `${best.label} may also be ${joinWords(
        rivals.map(({ label }) => label),
        "or",
      )}`,
    );
  return notes;
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

/** Names that share a word with the name that was not found, or else with the question. */
function refuse(index: QueryIndex, [name, text]: readonly [string, string], words: string): QuestionReading {
  const near = findByWords(index, name);
  return { words, notes: [], candidates: near.length > 0 ? near : findByWords(index, text) };
}

function findByWords(index: QueryIndex, text: string): NodeMatch[] {
  const found = new Map<string, NodeMatch>();
  const words = text.split(" ").filter((word) => word.length > 2 && !QUESTION_WORDS.test(word));
  for (const word of words.slice(0, 8))
    for (const match of findNodes(index, word, { limit: 2 })) found.set(match.node, match);
  return [...found.values()].slice(0, 6);
}

const QUESTION_WORDS =
  /^(?:who|whom|what|which|where|when|why|how|the|and|are|was|were|has|have|had|did|does|for|with|about|all|any|can|could|will|would|should|not|work|works|working)$/i;
