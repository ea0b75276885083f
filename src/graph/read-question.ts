import type { NodeKind, Status } from "../model/schema.ts";
import { findNodes } from "./find-node.ts";
import type { NodeMatch } from "./name-index.ts";
import { describePeriod, type Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";
import {
  QUESTION_FORMS,
  type QuestionForm,
  type QuestionKind,
  type Slot,
  SLOT_KINDS,
  SLOTS,
} from "./question-forms.ts";
import { readPeriod } from "./read-period.ts";

export interface Question {
  asks: QuestionKind;
  /** The nodes that it names, by their slots. */
  nodes: Partial<Record<Slot, string>>;
  /** The status that it asks for. */
  status?: Status;
  /** Which kind of workers it asks for; all where absent. */
  kind?: NodeKind;
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
  const patterns = form.asks === "about" ? [...form.patterns, form.words] : [form.words, ...form.patterns];
  return { form, patterns: patterns.map(compile) };
});

/**
 * Reads a question by its form and the graph's own names; case, punctuation, misspellings and beginnings of names are
 * forgiven. The forms are in `QUESTION_FORMS`. No language model, so the same text is always read alike.
 */
export function readQuestion(index: QueryIndex, text: string): QuestionReading {
  const clean = tidy(text);
  const whole = index.names.findExact(clean);
  if (whole.length > 0) return toReading(index, getForm("about"), new Map([["any", whole]]), {});
  const { text: asked, period } = readPeriod(clean, index.latest);
  if (!clean) return refuse(index, "", "Ask about a name, or ask a question.");
  if (!asked) return toReading(index, getForm("changes"), new Map(), period);
  let missing = "";
  for (const { form, patterns } of COMPILED) {
    for (const pattern of patterns) {
      const groups = pattern.exec(asked);
      if (!groups) continue;
      const names = findNames(index, groups.groups ?? {});
      if (typeof names !== "string") return toReading(index, form, names, period);
      missing ||= names;
    }
  }
  return refuse(index, missing || asked, `No name in these minutes is like “${missing || asked}”.`);
}

function getForm(asks: QuestionKind): QuestionForm {
  const form = QUESTION_FORMS.find((other) => other.asks === asks);
  if (!form) throw new Error(`no form asks for ${asks}`);
  return form;
}

function tidy(text: string): string {
  return text
    .slice(0, MAX_LENGTH)
    .replace(/[‘’`]/g, "'")
    .replace(/[“”"]/g, "")
    .replace(/\s+/g, " ")
    .replace(/\b(who|what|where|how)'?s\b/gi, "$1 is")
    .trim()
    .replace(/ ?[?!.,;:]{1,20}$/, "")
    .replace(
      /^(?:please|so|and|hey|(?:can you )?(?:show|tell|give) me(?= (?:the|all|who|what|which|open)\b)),? /i,
      "",
    );
}

function compile(words: string): RegExp {
  const source = words.replace(/\{(\w+)\}/g, (_, slot: string) => `(?<${slot}>.+?)`);
  return new RegExp(`^(?:${source})$`, "iu");
}

/** The matches of every name, or the first name without any. */
function findNames(
  index: QueryIndex,
  groups: Readonly<Record<string, string | undefined>>,
): Map<Slot, NodeMatch[]> | string {
  const found = new Map<Slot, NodeMatch[]>();
  for (const slot of SLOTS) {
    const name = groups[slot];
    if (name === undefined) continue;
    const matches = findName(index, name, slot);
    if (matches.length === 0) return name;
    found.set(slot, matches);
  }
  return found;
}

/** Tries the name as it is, then without an article before it or an "'s" behind. */
function findName(index: QueryIndex, name: string, slot: Slot): NodeMatch[] {
  const kinds = SLOT_KINDS[slot];
  const exact = index.names.findExact(name).filter(({ kind }) => !kinds || kinds.includes(kind));
  if (exact.length > 0) return exact;
  const find = (text: string) => findNodes(index, text, kinds ? { kinds, limit: 5 } : { limit: 5 });
  const bare = name.replace(/^(?:the|a|an|our) /i, "").replace(/'s?$/, "");
  const plain = bare.replace(/ (?:project|topic|work|company|meeting)$/i, "");
  for (const form of new Set([name, bare, plain])) {
    const matches = find(form);
    if (matches.length > 0) return matches;
  }
  return kinds ? findWithoutLastWord(bare, find) : [];
}

/** "mixed CPU support" finds "mixed CPU": of three words or more, all but the last. */
function findWithoutLastWord(name: string, find: (text: string) => NodeMatch[]): NodeMatch[] {
  const words = name.split(" ");
  if (words.length < 3) return [];
  return find(words.slice(0, -1).join(" ")).map((match) => ({ ...match, how: "misspelling" as const }));
}

function toReading(
  index: QueryIndex,
  form: QuestionForm,
  names: ReadonlyMap<Slot, readonly NodeMatch[]>,
  period: Period,
): QuestionReading {
  const nodes: Question["nodes"] = {};
  const notes: string[] = [];
  let { words } = form;
  for (const [slot, [best, ...others]] of names) {
    if (!best) continue;
    nodes[slot] = best.node;
    words = words.replace(`{${slot}}`, () => best.label);
    notes.push(...describeDoubt(best, others));
  }
  if (form.asks === "changes" && period.since === undefined && index.latest)
    period = { ...period, since: index.latest };
  return {
    question: {
      asks: form.asks,
      nodes,
      period,
      ...(form.status && { status: form.status }),
      ...(form.kind && { kind: form.kind }),
    },
    words: words + describePeriod(period),
    notes,
    candidates: [],
  };
}

function describeDoubt(best: NodeMatch, others: readonly NodeMatch[]): string[] {
  const rivals = others.filter(({ how, kind }) => how === best.how && kind === best.kind && how !== "word");
  const notes = best.how === "misspelling" ? [`“${best.name}” is the nearest name`] : [];
  if (rivals.length === 0 || best.how === "misspelling") return notes;
  return [...notes, `${best.label} may also be ${rivals.map(({ label }) => label).join(" or ")}`];
}

/** Names that share a word with what was asked. */
function refuse(index: QueryIndex, name: string, words: string): QuestionReading {
  const candidates = new Map<string, NodeMatch>();
  for (const word of name
    .split(" ")
    .filter((part) => part.length > 2)
    .slice(0, 8)) {
    for (const match of findNodes(index, word, { limit: 2 })) candidates.set(match.node, match);
  }
  return { words, notes: [], candidates: [...candidates.values()].slice(0, 6) };
}
