import type { Relation } from "../model/schema.ts";
import type { Mention } from "./mention.ts";
import { findNounPhrases, type NounPhrase } from "./noun-phrases.ts";
import type { Predicate } from "./predicates.ts";
import type { Token } from "./tokens.ts";
import { isGenericWord } from "./vocabulary.ts";
import { CONTACT_VERBS } from "./verbs.ts";
import { type Reading, coordinated, isPersonPhrase, mentionsOf } from "./reading.ts";

/** The matters that a verb acts on: the first phrase of substance with those coordinated to it, and projects in them. */
export function objectsOf(reading: Reading, predicate: Predicate): Mention[] {
  // "translating it into Korean": what is translated was named before.
  const { lower = "" } = reading.tokens[predicate.from] ?? {};
  const where = reading.tokens[predicate.from + 1]?.lower ?? "";
  if (!predicate.passive && ["it", "them"].includes(lower) && AROUND.has(where)) return [];
  const stop = purposeAt(reading, predicate);
  const phrases = findNounPhrases(reading.tokens, reading.tags, reading.annotations, predicate.from, stop);
  const chosen = choosePhrases(reading, phrases, predicate);
  if (chosen.length > 0 || !predicate.promise) return chosen.flatMap((phrase) => mentionsOf(reading, phrase));
  const matter = complement(reading, predicate, stop);
  return matter ? mentionsOf(reading, matter) : [];
}

/** "ask whether Acme can donate the tests", "comment that we should drop the flag": what the clause is about. */
function complement(
  { tokens, tags, annotations }: Reading,
  { to }: Predicate,
  stop: number,
): NounPhrase | undefined {
  if (!["whether", "if", "that"].includes(tokens[stop]?.lower ?? "")) return undefined;
  const verb = tags.findIndex((tag, i) => i > stop && i < to && tag === "verb");
  if (verb < 0) return undefined;
  return findNounPhrases(tokens, tags, annotations, verb, to).find(
    (phrase) => !phrase.generic && !isPersonPhrase(phrase),
  );
}

/** What stands behind these is where or into what, and not what is worked on. */
const AROUND = new Set("into onto on from through via out".split(" "));

/** "Started on X to support Y": the purpose is no object once there is one. */
function purposeAt({ tokens, tags }: Reading, { from, to }: Predicate): number {
  let seen = false;
  if ((tokens[from] as Token | undefined)?.lower === "that") return from;
  for (let i = from; i < to; i++) {
    if (tags[i] === "name" || (tags[i] === "content" && !isGenericWord((tokens[i] as Token).lower)))
      seen = true;
    if (seen && tags[i] === "break" && (tokens[i] as Token).text !== "," && (tokens[i] as Token).text !== "(")
      return i;
    if (
      seen &&
      [
        "because",
        "since",
        "which",
        "that",
        "so",
        "if",
        "when",
        "while",
        "whether",
        "unless",
        "before",
        "after",
        "until",
        "as",
        "but",
        "due",
        "instead",
        "rather",
        "according",
      ].includes((tokens[i] as Token).lower)
    )
      return i;
  }
  return to;
}

export function choosePhrases(
  reading: Reading,
  phrases: readonly NounPhrase[],
  { passive, verb }: Pick<Predicate, "passive" | "verb">,
): NounPhrase[] {
  const contacts = CONTACT_VERBS.has(verb) && (verb !== "check" || phrases[0]?.preposition === "with");
  const told = contacts ? aboutPhrases(phrases) : undefined;
  const near = told ?? (passive ? phrases : phrases.slice(0, reach(reading, phrases)));
  const candidates = near.filter(
    (phrase) =>
      !phrase.generic &&
      !isPersonPhrase(phrase) &&
      !isDenied(reading, phrase) &&
      !(phrase.preposition === "to" && HANDING_VERBS.has(verb)),
  );
  const first = passive ? (candidates.find((phrase) => !phrase.preposition) ?? candidates[0]) : candidates[0];
  if (!first) return [];
  const chosen = [first];
  for (let i = phrases.indexOf(first) + 1; i < phrases.length; i++) {
    const phrase = phrases[i] as NounPhrase;
    const before = chosen.at(-1) as NounPhrase;
    if (!coordinated(reading, before.to, phrase.from)) break;
    if (!phrase.generic && !isPersonPhrase(phrase)) chosen.push(phrase);
  }
  return chosen.slice(0, 4);
}

/** "communicate the decision to the parser team": who gets it is not what it is. */
const HANDING_VERBS = new Set(
  "communicate share send report forward explain give hand donate mail email announce".split(" "),
);

/** "contact Acme about the renewal": what it is about, and not who is told. */
function aboutPhrases(phrases: readonly NounPhrase[]): readonly NounPhrase[] {
  const at = phrases.findIndex(({ preposition }) =>
    ["about", "regarding", "on", "re", "concerning"].includes(preposition ?? ""),
  );
  return at < 0 ? [] : phrases.slice(at);
}

/** "no objections", "without tests". */
const isDenied = ({ tokens }: Reading, { from }: NounPhrase): boolean =>
  ["no", "without", "neither"].includes(tokens[from - 1]?.lower ?? "");

/** How many of the phrases belong to one clause: a comma that coordinates nothing ends it. */
function reach(reading: Reading, phrases: readonly NounPhrase[]): number {
  const { tokens, tags } = reading;
  for (let k = 1; k < phrases.length; k++) {
    const [before, after] = [phrases[k - 1] as NounPhrase, phrases[k] as NounPhrase];
    for (let i = before.to; i < after.from; i++)
      if (
        tags[i] === "break" &&
        !/^[()]$/.test((tokens[i] as Token).text) &&
        !coordinated(reading, before.to, after.from)
      )
        return k;
  }
  return phrases.length;
}

const ANAPHORS = new Set("it this that them these those".split(" "));

/** Without an object of substance, it is the matter spoken of: "it" goes back to the last one, else the heading's. */
export function anaphor(reading: Reading, predicate: Predicate, relation: Relation): readonly Mention[] {
  const { context } = reading;
  const antecedent = antecedentOf(reading, predicate);
  if (antecedent.length > 0) return antecedent;
  const pronoun = [0, 1, 2].some((ahead) => isAnaphor(reading, predicate.from + ahead));
  const before =
    relation === "committed_to" || pronoun ? (nearMatter(reading) ?? context.above)?.() : undefined;
  if (before && before.length > 0) return before;
  const own = "pronoun" in predicate.agents || "implied" in predicate.agents;
  if (pronoun && context.thread.focus && context.mode !== "discussion") return [context.thread.focus];
  if (context.mode === "report" && relation === "works_on") return [];
  if (pronoun && context.thread.focus && !own) return [context.thread.focus];
  return context.topic ? [context.topic] : context.thread.focus && pronoun ? [context.thread.focus] : [];
}

/** In prose, the sentence before; a speaker's turn is about the matter under discussion. */
const nearMatter = ({ context, speakers }: Reading): (() => readonly Mention[]) | undefined =>
  speakers.length === 0 ? context.thread.near : undefined;

/** "it", "this"; and "that" where it opens no clause. */
function isAnaphor({ tokens, tags }: Reading, i: number): boolean {
  const token = tokens[i];
  if (!token || !ANAPHORS.has(token.lower)) return false;
  const behind = tags[i + 1];
  return (
    token.lower !== "that" ||
    behind === undefined ||
    ["break", "mark", "preposition", "adverb"].includes(behind)
  );
}

/** "the new flag, which Ann will look into": what the clause hangs on is its object. */
function antecedentOf(reading: Reading, { agents, passive, from }: Predicate): Mention[] {
  const { tokens, tags, annotations } = reading;
  const which = passive ? from : "named" in agents ? (agents.named[0]?.from ?? 0) - 1 : -1;
  if (tokens[which]?.lower !== "which") return [];
  const phrase = findNounPhrases(tokens, tags, annotations, 0, which).at(-1);
  return phrase && !phrase.generic && !isPersonPhrase(phrase) ? mentionsOf(reading, phrase) : [];
}

export function generalTopic({ context, speakers }: Reading): readonly Mention[] {
  return context.topic &&
    context.mode !== "report" &&
    (speakers.length > 0 || context.mode === "discussion" || context.mode === "decisions")
    ? [context.topic]
    : [];
}
