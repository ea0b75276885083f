import { HONORIFICS } from "../model/honorifics.ts";
import type { Annotation, Annotations } from "./annotate.ts";
import type { Tag } from "./tag.ts";
import { behindBracket, type Token } from "./tokens.ts";

export interface Sentence {
  tokens: readonly Token[];
  tags: readonly Tag[];
  annotations: Annotations;
}

/** "Ann", "Ann and Bob", "Ann, Bob and Cy", "Ann/Bob", "Ann (Acme)", "Ann and Bob @ Acme", "Ann from Acme". */
export function agentList(sentence: Sentence, from: number): { agents: Annotation[]; to: number } {
  const { tokens, annotations } = sentence;
  const agents: Annotation[] = [];
  let i = skipHonorific(tokens, from);
  for (;;) {
    const annotation = annotations.get(i);
    if (!annotation || !isAgent(annotation)) break;
    agents.push(annotation);
    if (agents.length >= MOST_AGENTS) return { agents, to: annotation.to };
    i = annotation.to;
    if (annotation.kind === "organisation") agents.push(...membersAt(sentence, i));
    i = skipAffiliation(tokens, annotations, i);
    const joint = joinLength(tokens, i);
    const next = skipHonorific(tokens, i + joint);
    if (joint === 0 || !isAgent(annotations.get(next))) break;
    i = next;
  }
  return { agents, to: i };
}

/** "Mr. Roth", "Dr Lee": behind the honorific. */
export function skipHonorific(tokens: readonly Token[], at: number): number {
  if (!HONORIFICS.has(tokens[at]?.lower ?? "")) return at;
  return tokens[at + 1]?.text === "." ? at + 2 : at + 1;
}

/**
 * "Ann's colleague Bob", "his intern, Bob,", "a colleague (Bob)": where the name begins of whom a person is told by what
 * they are to somebody.
 * @returns the place itself where nobody is told so, and undefined where nobody is named
 */
export function behindRelation({ tokens, tags, annotations }: Sentence, at: number): number | undefined {
  const possessor = annotations.get(skipHonorific(tokens, at));
  const isPossessed = possessor !== undefined && /^['’]s$/.test(tokens[possessor.to]?.text ?? "");
  const from = isPossessed ? possessor.to + 1 : tags[at] === "determiner" ? at + 1 : at;
  if (from === at) return at;
  let noun = from;
  while (noun < from + 3 && tags[noun] === "content" && !RELATIONS.has(tokens[noun]?.lower ?? "")) noun++;
  if (!RELATIONS.has(tokens[noun]?.lower ?? "")) return at;
  const name = /^[,(]$/.test(tokens[noun + 1]?.text ?? "") ? noun + 2 : noun + 1;
  return annotations.get(skipHonorific(tokens, name))?.kind === "person" ? name : undefined;
}

/** What somebody is to somebody else. */
export const RELATIONS = new Set(
  "colleague coworker co-worker teammate intern student postdoc apprentice trainee boss manager successor predecessor co-maintainer comaintainer co-chair cochair co-author coauthor co-lead stand-in designer engineer developer assistant deputy contractor lawyer accountant sysadmin consultant mentee mentor".split(
    " ",
  ),
);

/** "Acme (Ann, Bob)", behind the body's name: who of it, where the brackets have people and nothing else. */
export function membersAt(sentence: Sentence, at: number): readonly Annotation[] {
  return sentence.tokens[at]?.text === "(" ? peopleInBracket(sentence, at + 1) : [];
}

/** The people up to the end of the bracket, where it holds nobody and nothing else. */
export function peopleInBracket(sentence: Sentence, from: number): readonly Annotation[] {
  if (sentence.annotations.get(from)?.kind !== "person") return [];
  const { agents, to } = agentList(sentence, from);
  const isWhole = sentence.tokens[to]?.text === ")" && agents.every(({ kind }) => kind === "person");
  return isWhole ? agents : [];
}

/** More than so many names in a row are a list, and no subject. */
const MOST_AGENTS = 12;

function skipAffiliation(tokens: readonly Token[], annotations: Annotations, from: number): number {
  const token = tokens[from];
  if (token?.text === "(") return behindBracket(tokens, from);
  const at = token?.text === "," && tokens[from + 1]?.lower === "from" ? from + 1 : from;
  const body = annotations.get(at + 1);
  if (!["from", "at", "of", "@"].includes(tokens[at]?.lower ?? "")) return from;
  if (body?.kind !== "organisation") return skipTeam(tokens, at + 1) ?? from;
  return at > from && tokens[body.to]?.text === "," ? body.to + 1 : body.to;
}

/** "Ann from the events team", "Ann from harbour-crew is on it": where the team's name ends. */
function skipTeam(tokens: readonly Token[], at: number): number | undefined {
  if (!["the", "our", "their"].includes(tokens[at]?.lower ?? ""))
    return tokens[at]?.word && /^(?:is|was|has|will)$/.test(tokens[at + 1]?.lower ?? "") ? at + 1 : undefined;
  for (let i = at + 2; i < Math.min(tokens.length, at + 5) && tokens[i]?.word; i++)
    if (TEAMS.has((tokens[i] as Token).lower) || BODIES.has((tokens[i] as Token).lower)) return i + 1;
  return undefined;
}

const BODIES = new Set("committee board council working-group wg sig guild subgroup desk library".split(" "));

function joinLength(tokens: readonly Token[], i: number): number {
  const text = tokens[i]?.lower;
  if (text === "and" || text === "&" || text === "or" || text === "+" || text === "/") return 1;
  if (text !== ",") return 0;
  return tokens[i + 1]?.lower === "and" || tokens[i + 1]?.lower === "or" ? 2 : 1;
}

/** "Ann's group", "Acme's lab", "Ann's team at Acme": what they do is theirs. */
export function teamLength({ tokens, annotations }: Sentence, at: number): number {
  if (!/^['’]s$/.test(tokens[at]?.text ?? "") || !TEAMS.has(tokens[at + 1]?.lower ?? "")) return 0;
  return skipAffiliation(tokens, annotations, at + 2) - at;
}

const TEAMS = new Set("team group lab department crew squad unit office".split(" "));

/** "the Acme team", "Acme folks" */
export const TEAM = new Set("team teams folks people engineers developers guys side".split(" "));

export const isAgent = (annotation: Annotation | undefined): boolean =>
  annotation?.kind === "person" || annotation?.kind === "organisation";
