import type { NodeKind } from "../model/schema.ts";
import { findNodes } from "./find-node.ts";
import type { NodeMatch } from "./name-index.ts";
import type { QueryIndex } from "./query-index.ts";
import { QUESTION_FORMS, type Slot, SLOT_KINDS } from "./question-forms.ts";

const SLOT = /\{(\w+)\}/g;
/** What is asked first about a node of each kind. */
const FIRST_QUESTIONS: Readonly<Record<NodeKind, readonly string[]>> = {
  person: ["what does {any} do", "what did {any} promise"],
  organisation: ["who is with {any}", "what does {any} do"],
  project: ["who works on {any}", "what is the status of {any}"],
  topic: ["who works on {any}", "what is the status of {any}"],
  meeting: ["who attended {any}"],
};

/**
 * Whole questions that begin as the text does, or are about the name that it ends on; each can be read.
 * @param text what has been typed so far
 * @param limit how many at most; 6 where absent
 */
export function suggestQuestions(index: QueryIndex, text: string, limit = 6): string[] {
  const typed = text.trimStart().toLowerCase().slice(0, 200);
  const found = new Set<string>();
  for (const { words } of QUESTION_FORMS) {
    if (words.startsWith("{") || !typed) continue;
    if (words.startsWith(typed.trim())) found.add(fill(index, words, []));
    else for (const question of complete(index, words, typed)) found.add(question);
  }
  if (typed && found.size < limit) for (const question of askAbout(index, typed)) found.add(question);
  for (const { words } of typed ? [] : QUESTION_FORMS) {
    if (!words.startsWith("{")) found.add(fill(index, words, []));
  }
  return [...found].filter((question) => !question.includes("{")).slice(0, limit);
}

/** "who works on gi" → "who works on GICv3". */
function complete(index: QueryIndex, words: string, typed: string): string[] {
  const [head = "", slot] = words.split(SLOT);
  if (slot === undefined || !typed.startsWith(head) || typed.length === head.length) return [];
  const kinds = SLOT_KINDS[slot as Slot];
  const matches = findNodes(index, typed.slice(head.length), kinds ? { kinds, limit: 4 } : { limit: 4 });
  return matches.map(({ node }) => fill(index, words, [node]));
}

function askAbout(index: QueryIndex, typed: string): string[] {
  return findNodes(index, typed, { limit: 4 }).flatMap(listQuestionsAbout);
}

/** What is asked first about a node. */
export function listQuestionsAbout({ label, kind }: Pick<NodeMatch, "label" | "kind">): string[] {
  return FIRST_QUESTIONS[kind].map((words) => words.replace("{any}", () => label));
}

/** The question about the given nodes, and where those end about the nodes with most edges. */
function fill(index: QueryIndex, words: string, given: readonly string[]): string {
  const used: string[] = [];
  return words.replace(SLOT, (whole, slot: string) => {
    const node = given[used.length] ?? findBusiest(index, slot as Slot, used);
    if (node === undefined) return whole;
    used.push(node);
    return index.graph.getNodeAttribute(node, "label");
  });
}

function findBusiest({ graph }: QueryIndex, slot: Slot, used: readonly string[]): string | undefined {
  const kinds = SLOT_KINDS[slot] ?? ["person"];
  let best: string | undefined;
  graph.forEachNode((node, { kind }) => {
    if (!kinds.includes(kind) || used.includes(node)) return;
    if (best === undefined || graph.degree(node) > graph.degree(best)) best = node;
  });
  return best;
}
