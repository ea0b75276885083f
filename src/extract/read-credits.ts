import { findNounPhrases, type NounPhrase } from "./noun-phrases.ts";
import { agentList } from "./predicates.ts";
import type { Token } from "./tokens.ts";
import { WORK_ITEMS } from "./verbs.ts";
import { type Reading, isPersonPhrase, mentionOf, mentionsOf } from "./reading.ts";

/** "the parser series from Ann was merged", "a patch by Bob for the lexer": whose work it is. */
export function readProvenance(reading: Reading): void {
  const { tokens, tags, annotations, into, evidence, status, question, context } = reading;
  if (question || context.mode === "actions" || context.mode === "next") return;
  for (let i = 1; i + 1 < tokens.length; i++) {
    const person = annotations.get(i + 1);
    const before = tokens[i - 1] as Token;
    if (person?.kind !== "person" || !["from", "by"].includes((tokens[i] as Token).lower)) continue;
    if (!WORK_ITEMS.has(before.lower) || tags[i - 1] !== "content") continue;
    const phrase = workPhrase(reading, i, person.to);
    const targets = phrase ? mentionsOf(reading, phrase) : context.topic ? [context.topic] : [];
    for (const target of targets)
      into.claim("works_on", mentionOf(reading, person), target, evidence, { rule: "work-from", status });
  }
}

/** What the patches in front of "from Ann" are about, or what stands behind "for". */
function workPhrase(
  { tokens, tags, annotations }: Reading,
  at: number,
  behind: number,
): NounPhrase | undefined {
  const isMatter = (phrase: NounPhrase): boolean => !phrase.generic && !isPersonPhrase(phrase);
  const front = findNounPhrases(tokens, tags, annotations, Math.max(0, at - 7), at).at(-1);
  if (front && isMatter(front) && front.to >= at - 2) return front;
  if (!["for", "to", "on", "adding"].includes(tokens[behind]?.lower ?? "")) return undefined;
  return findNounPhrases(tokens, tags, annotations, behind, Math.min(tokens.length, behind + 8)).find(
    isMatter,
  );
}

/** "the crash is fixed, thanks to Ann": whoever is thanked has done it. */
export function readThanks(reading: Reading): void {
  const { tokens, tags, annotations, into, evidence, status, question } = reading;
  const at = tokens.findIndex(
    ({ lower }, i) =>
      tokens[i - 1]?.text === "," && ["thanks", "thank", "thx", "kudos", "ty"].includes(lower),
  );
  if (question || at < 0) return;
  const to = tokens[at + 1]?.lower === "to" ? at + 2 : at + 1;
  const person = annotations.get(to);
  if (person?.kind !== "person" && person?.kind !== "organisation") return;
  const matter = findNounPhrases(tokens, tags, annotations, 0, at).find(
    (phrase) => !phrase.generic && !isPersonPhrase(phrase),
  );
  if (!matter) return;
  for (const agent of agentList(reading, to).agents)
    for (const target of mentionsOf(reading, matter))
      into.claim("works_on", mentionOf(reading, agent), target, evidence, { rule: "thanked-for", status });
}

/** "Ann, the parser maintainer", "Bob (docs lead)": whose part it is. */
export function readParts(reading: Reading): void {
  const { tokens, tags, annotations, into, evidence } = reading;
  for (const person of annotations.values()) {
    if (person.kind !== "person" || !/^[,(]$/.test(tokens[person.to]?.text ?? "")) continue;
    const from = person.to + 1;
    let head = from;
    while (head < from + 6 && tokens[head]?.word && !PARTS.has((tokens[head] as Token).lower)) head++;
    if (
      head === from ||
      !PARTS.has(tokens[head]?.lower ?? "") ||
      !/^(?:[,).]|)$/.test(tokens[head + 1]?.text ?? "")
    )
      continue;
    const [phrase, other] = findNounPhrases(tokens, tags, annotations, from, head);
    if (!phrase || other || phrase.generic || isPersonPhrase(phrase)) continue;
    for (const target of mentionsOf(reading, phrase))
      into.claim("works_on", mentionOf(reading, person), target, evidence, { rule: "part-in-the-work" });
  }
}

const PARTS = new Set(
  "maintainer co-maintainer comaintainer author co-author coauthor lead co-lead developer owner editor co-editor champion implementer".split(
    " ",
  ),
);
