import { behindBracket, type Token } from "./tokens.ts";
import { HUMAN_VERBS, WORK_ITEMS, WORK_VERBS } from "./verbs.ts";
import { findVerb, isAdverb } from "./vocabulary.ts";

/** Auxiliaries that stand behind somebody's name. */
export const AUXILIARY_OF_A_PERSON = new Set(
  "will has is was did would had can does isn't hasn't wasn't doesn't didn't won't should could couldn't can't cannot wouldn't hadn't might may".split(
    " ",
  ),
);

/** Whether somebody or something does something at a token: "fixed it", "will", "to send". */
export function actsAt(tokens: readonly Token[], at: number): boolean {
  const i = skipAdverbs(tokens, behindBracket(tokens, at));
  const next = tokens[i];
  if (!next?.word) return false;
  if (AUXILIARY_OF_A_PERSON.has(next.lower) || /^['’](?:ll|d)$/.test(next.lower)) return true;
  if (next.lower === "to") return findVerb(tokens[i + 1]?.lower ?? "")?.form === "base";
  const verb = findVerb(next.lower);
  return (
    verb !== undefined && !next.capital && (verb.form === "past" || verb.form === "s" || verb.form === "ing")
  );
}

/** Whether only a person does what stands at a token: "said", "has a patch", "is happy". */
export function humanActAt(tokens: readonly Token[], at: number): boolean {
  let i = skipAdverbs(tokens, at);
  const first = tokens[i];
  if (!first?.word) return false;
  if (AUXILIARY_OF_A_PERSON.has(first.lower) || first.lower === "to") {
    i = skipAdverbs(tokens, i + 1);
    // "Oda is to write it"
    if (first.lower === "is" && tokens[i]?.lower === "to" && tokens[i + 1]?.lower !== "be")
      return findVerb(tokens[i + 1]?.lower ?? "")?.form === "base";
    if (["be", "been", "being"].includes(tokens[i]?.lower ?? "")) i = skipAdverbs(tokens, i + 1);
    if (/^(?:has|had|have)$/.test(first.lower) && hasWork(tokens, i)) return true;
    if (first.lower === "is" && ["happy", "going", "willing", "interested"].includes(tokens[i]?.lower ?? ""))
      return true;
    const verb = findVerb(tokens[i]?.lower ?? "");
    return verb !== undefined && HUMAN_VERBS.has(verb.base) && verb.form !== "past";
  }
  const verb = findVerb(first.lower);
  // "Mark files" over a list: these are files.
  if (verb?.form === "s" && i + 1 === tokens.length) return false;
  return (
    verb !== undefined &&
    (verb.form === "past" || verb.form === "s") &&
    !PARTICIPLES.has(first.lower) &&
    (HUMAN_VERBS.has(verb.base) || (verb.form === "past" && WORK_VERBS.has(verb.base) && verb.base !== "get"))
  );
}

/** "keys given out by the yard": what never stands alone behind whoever does it. */
const PARTICIPLES = new Set(
  "given taken written done seen shown driven broken chosen known gone begun drawn thrown spoken forgotten".split(
    " ",
  ),
);

/** "Ann OK in principle", "Ann not happy about it", "Ann is on leave", "Ann has concerns": how somebody takes it, or where they are. */
export function isStateOfPerson(tokens: readonly Token[], at: number): boolean {
  const be = /^(?:is|was|isn['’]t|wasn['’]t)$/.test(tokens[at]?.lower ?? "");
  const start = be ? skipAdverbs(tokens, at + 1) : at;
  const i = /^(?:not|still|also|quite|very)$/.test(tokens[start]?.lower ?? "") ? start + 1 : start;
  if (/^(?:has|had)$/.test(tokens[at]?.lower ?? "")) return DOUBTS.has(tokens[at + 1]?.lower ?? "");
  if (be && tokens[i]?.lower === "on") return AWAY_ON.has(tokens[i + 1]?.lower ?? "");
  return STATES.has(tokens[i]?.lower ?? "");
}

const DOUBTS = new Set("reservations concerns doubts objections misgivings questions".split(" "));
const AWAY_ON = new Set("leave vacation holiday holidays pto it".split(" "));
const STATES = new Set(
  "ok okay sceptical skeptical supportive happy unhappy worried unconvinced convinced absent concerned sick willing".split(
    " ",
  ),
);

/** "Ann, as secretary, said", "Ann, who wrote it, said": what stands between commas is passed over. */
export function behindAside(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== "," || !/^(?:as|who|the|an?|our|their)$/.test(tokens[at + 1]?.lower ?? ""))
    return at;
  for (let i = at + 2; i < Math.min(tokens.length, at + 10); i++) if (tokens[i]?.text === ",") return i + 1;
  return at;
}

function skipAdverbs(tokens: readonly Token[], at: number): number {
  let i = at;
  while (tokens[i]?.word && isAdverb((tokens[i] as Token).lower)) i++;
  return i;
}

/** "has (some) patches": what only somebody who works has. */
function hasWork(tokens: readonly Token[], at: number): boolean {
  const noun = ["a", "an", "some", "several", "the", "two", "new", "more"].includes(tokens[at]?.lower ?? "")
    ? at + 1
    : at;
  return WORK_ITEMS.has(tokens[noun]?.lower ?? "");
}
