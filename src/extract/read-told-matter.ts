import type { Mention } from "./mention.ts";
import { findNounPhrases, type NounPhrase } from "./noun-phrases.ts";
import { isPersonPhrase, mentionsOf, type Reading } from "./reading.ts";
import { behindBracket } from "./tokens.ts";
import { findVerb } from "./vocabulary.ts";

/**
 * "Ann: tide tables rewritten in metres", "Bob: the east crane is down", "Cy: gate hinges, half of them": whoever tells
 * with the first words how a matter stands works on it.
 *
 * Reads the general habit of terse notes, in which a name in front of a line is of who reports, also below a matter
 * that others speak of. What somebody thinks has "I", a question or a verb of its own.
 */
export function readToldMatter(reading: Reading): void {
  const { tokens, tags, annotations, context, speakers, opens, question, status, into, evidence } = reading;
  if (!opens || question || context.mode !== "discussion" || speakers.length === 0) return;
  if (speakers.some(({ kind }) => kind !== "person")) return;
  const [phrase] = findNounPhrases(tokens, tags, annotations, 0, Math.min(tokens.length, LONGEST_START));
  if (!phrase || phrase.generic || isPersonPhrase(phrase)) return;
  if (phrase.from > 1 || (phrase.from === 1 && tokens[0]?.lower !== "the")) return;
  if (/[#!]/.test(tokens[phrase.from]?.text ?? "")) return;
  // "Firefox does some strange things": what is so of a thing by itself
  if (phrase.to - phrase.from < 2 && !/\d/.test(tokens[phrase.from]?.text ?? "")) return;
  if (!tellsState(reading, phrase)) return;
  const [matter] = mentionsOf(reading, phrase);
  for (const speaker of matter ? speakers : [])
    into.claim("works_on", speaker, matter as Mention, evidence, { rule: "told-matter", status });
}

const LONGEST_START = 9;

function tellsState({ tokens, tags }: Reading, { to }: NounPhrase): boolean {
  let at = tokens[to]?.text === "(" ? behindBracket(tokens, to) : to;
  const behind = tokens[at]?.text;
  if (behind === undefined || behind === "," || behind === ";" || behind === "-" || behind === "–")
    return true;
  // "the runner on the north quay is down"
  if (tags[at] === "preposition")
    while (at < to + 6 && at < tokens.length && tags[at] !== "aux" && tags[at] !== "verb") at++;
  const token = tokens[at];
  if (!token) return false;
  const verb = findVerb(token.lower);
  if (tags[at] === "aux") {
    if (!["is", "are", "was", "were", "has", "have", "got"].includes(token.lower)) return false;
    let next = at + 1;
    while (tags[next] === "adverb" && !STATES.has(tokens[next]?.lower ?? "")) next++;
    const state = tokens[next]?.lower ?? "";
    return STATES.has(state) || state === "been" || findVerb(state)?.form === "past";
  }
  return verb !== undefined && (verb.form === "past" || (verb.form === "s" && RUNNING.has(verb.base)));
}

/** What a matter is when work on it has got somewhere. */
const STATES = new Set(
  "out in up down at ready done red green broken blocked missing pending live complete finished behind under underway still almost nearly mostly fixed stuck back".split(
    " ",
  ),
);

/** What a thing that somebody works on does. */
const RUNNING = new Set("work boot build compile pass land run".split(" "));
