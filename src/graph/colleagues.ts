import { NODE_KINDS } from "../model/schema.ts";
import { type Citation, compareCitations } from "./citation.ts";
import { citeFact, type DayRange, type FactTable, findDays, getFactTable, isInDays } from "./fact-table.ts";
import type { Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";
import { saysWork } from "./workload.ts";

/** Somebody who works on the same as somebody else. */
export interface Colleague {
  person: string;
  label: string;
  /** What both work on or have promised to, by key. */
  shared: string[];
  /** What the minutes say of the colleague's work on it, the latest first. */
  citations: Citation[];
}

const PERSON = NODE_KINDS.indexOf("person");

/** The people who work on the same topics and projects as a person, those who share the most first, then by name. */
export function findColleagues(index: QueryIndex, person: string, period: Period = {}): Colleague[] {
  const table = getFactTable(index);
  const days = findDays(table, period);
  const id = table.ids.get(person);
  if (id === undefined) return [];
  const edgesOf = new Map<number, number[]>();
  for (const matter of listMatters(table, id, days)) {
    for (let place = table.incoming[matter] ?? 0; place < (table.incoming[matter + 1] ?? 0); place++) {
      const edge = table.incomingEdges[place] ?? 0;
      const other = table.sources[edge] ?? 0;
      if (other === id || table.kinds[other] !== PERSON || !saysWork(table, edge, days)) continue;
      edgesOf.set(other, [...(edgesOf.get(other) ?? []), edge]);
    }
  }
  return [...edgesOf]
    .map(([other, edges]) => ({
      other,
      edges,
      shared: new Set(edges.map((edge) => table.targets[edge] ?? 0)),
    }))
    .sort(
      (a, b) => b.shared.size - a.shared.size || (table.ranks[a.other] ?? 0) - (table.ranks[b.other] ?? 0),
    )
    .map(({ other, edges, shared }) => ({
      person: table.nodes[other] ?? "",
      label: index.graph.getNodeAttribute(table.nodes[other], "label"),
      shared: [...shared].map((matter) => table.nodes[matter] ?? ""),
      citations: citeEdges(index, table, edges, days),
    }));
}

function listMatters(table: FactTable, person: number, days: DayRange): Set<number> {
  const matters = new Set<number>();
  for (let edge = table.outgoing[person] ?? 0; edge < (table.outgoing[person + 1] ?? 0); edge++)
    if (saysWork(table, edge, days)) matters.add(table.targets[edge] ?? 0);
  return matters;
}

function citeEdges(
  index: QueryIndex,
  table: FactTable,
  edges: readonly number[],
  days: DayRange,
): Citation[] {
  const citations: Citation[] = [];
  for (const edge of edges)
    for (let fact = table.facts[edge] ?? 0; fact < (table.facts[edge + 1] ?? 0); fact++)
      if (isInDays(table, fact, days)) citations.push(citeFact(index, table, { fact, edge }));
  return citations.sort((a, b) => compareCitations(b, a));
}
