import { RELATIONS } from "../model/schema.ts";
import type { Citation } from "./citation.ts";
import { citeFact, findDays, getFactTable, isInDays } from "./fact-table.ts";
import type { FactPlace } from "./news-table.ts";
import type { Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";

const PART_OF = RELATIONS.indexOf("part_of");

/**
 * The sentences about a node, each once, in order of time. What is part of what is known, and not said at a meeting.
 * Cost: linear in the evidence of the node.
 */
export function listSentencesAbout(index: QueryIndex, node: string, period: Period = {}): Citation[] {
  const table = getFactTable(index);
  const id = table.ids.get(node);
  if (id === undefined) return [];
  const days = findDays(table, period);
  const found = new Map<number, FactPlace>();
  const visit = (edge: number): void => {
    if (table.relations[edge] === PART_OF) return;
    for (let fact = table.facts[edge] ?? 0; fact < (table.facts[edge + 1] ?? 0); fact++) {
      const sentence = table.sentences[fact] ?? 0;
      if (isInDays(table, fact, days) && !found.has(sentence)) found.set(sentence, { fact, edge });
    }
  };
  for (let edge = table.outgoing[id] ?? 0; edge < (table.outgoing[id + 1] ?? 0); edge++) visit(edge);
  for (let place = table.incoming[id] ?? 0; place < (table.incoming[id + 1] ?? 0); place++)
    visit(table.incomingEdges[place] ?? 0);
  return [...found].sort(([a], [b]) => a - b).map(([, place]) => citeFact(index, table, place));
}
