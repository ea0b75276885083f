import type { Annotation } from "./annotate.ts";
import type { Mention } from "./mention.ts";
import { mentionOf } from "./mention-of.ts";
import type { Predicate } from "./predicates.ts";
import type { Reading } from "./reading.ts";
import type { Token } from "./tokens.ts";
import { WORK_ITEMS } from "./verbs.ts";
import { findVerb } from "./vocabulary.ts";

/**
 * Who acts: the people and bodies that are named, or whom "I", "we", "she" and "they" mean.
 * @param reporter whoever the sentence says has said it
 */
export function resolveAgents(
  reading: Reading,
  predicate: Predicate,
  reporter: readonly Mention[],
): readonly Mention[] {
  const { context, speakers } = reading;
  const { agents, at } = predicate;
  if ("named" in agents) return agents.named.map((annotation) => mentionOf(reading, annotation));
  const own = speakers.length ? speakers : context.owners;
  if ("implied" in agents) return own;
  const people = own.filter((owner) => owner.kind === "person");
  switch (agents.pronoun) {
    case "i":
      return people.length === 0 && reading.into.author ? [reading.into.author] : people;
    case "we":
      if (reporter.length) return reporter;
      if (context.mode !== "discussion") return own;
      return isOwnSide(reading) || isOwnDeed(reading, predicate) ? people : [];
    case "he":
      return reporter.length
        ? reporter.filter((agent) => agent.kind === "person")
        : (onlyPersonBefore(reading, at) ?? personBefore(reading, people));
    default:
      if (reporter.length) return reporter;
      return context.owners.some((owner) => owner.kind === "organisation")
        ? context.owners.filter((owner) => owner.kind === "organisation")
        : [];
  }
}

/** "The crash is Ann's bug, she'll push a fix": whom the sentence itself names. */
function onlyPersonBefore(reading: Reading, at: number): Mention[] | undefined {
  const people: Annotation[] = [];
  for (let i = Math.max(0, at - FARTHEST); i < at; i++) {
    const annotation = reading.annotations.get(i);
    if (annotation?.kind === "person" && annotation.to <= at) people.push(annotation);
  }
  const [person] = people;
  return person && people.every(({ name }) => name === person.name)
    ? [mentionOf(reading, person)]
    : undefined;
}

/** In tokens: how far back a sentence still names whom its "she" means. */
const FARTHEST = 60;

function personBefore({ context, speakers }: Reading, people: readonly Mention[]): readonly Mention[] {
  const { person } = context.thread;
  if (person && !speakers.includes(person)) return [person];
  return speakers.length ? [] : people;
}

/** "we measured it for a client", "at Acme we solved that": the speaker's own side, and not the meeting. */
function isOwnSide({ tokens, annotations, speakers }: Reading): boolean {
  if (speakers.length !== 1) return false;
  return tokens.slice(0, LONGEST_SENTENCE).some(({ lower }, i) => {
    if (lower !== "at" && lower !== "for" && lower !== "in") return false;
    const at = ["a", "an", "our", "one"].includes(tokens[i + 1]?.lower ?? "") ? i + 2 : i + 1;
    if (at === i + 2 && OWN_SIDE.has(tokens[at]?.lower ?? "")) return true;
    return lower === "at" && annotations.get(i + 1)?.kind === "organisation";
  });
}

/** "we have implemented it", "we're fixing it", "we have patches": what a speaker's side has done, and not what the meeting has. */
function isOwnDeed({ tokens, speakers }: Reading, { verb, at, progressive, from }: Predicate): boolean {
  if (speakers.length !== 1) return false;
  if (verb === "have") return WORK_ITEMS.has(tokens[from]?.lower ?? "");
  return (progressive || findVerb((tokens[at] as Token).lower)?.form === "past") && DEEDS.has(verb);
}

/** What is done between meetings, and not in them */
const DEEDS = new Set(
  "implement fix write port merge submit post upstream refactor rework rewrite develop build prototype migrate test debug backport release ship publish deploy bisect profile benchmark split patch reproduce".split(
    " ",
  ),
);

/** In tokens; what is longer is no sentence. */
const LONGEST_SENTENCE = 200;

const OWN_SIDE = new Set(
  "client clients customer customers company team lab department shop group office firm university library".split(
    " ",
  ),
);
