import { type Status, STATUSES } from "../model/schema.ts";
import { type Citation, compareCitations, listCitations } from "./citation.ts";
import { citeFact, findDays, getFactTable, isInDays, PLAIN } from "./fact-table.ts";
import type { Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";

/** Whether the sentence reports something that is so, not something planned, possible, asked or denied. */
export function isFact({ evidence }: Citation): boolean {
  return evidence.modality === undefined;
}

/** The latest sentence that says as a fact how the work stands, or nothing where none does. */
export function findStatus(citations: readonly Citation[]): Citation | undefined {
  let latest: Citation | undefined;
  for (const citation of citations) {
    if (!citation.evidence.status || !isFact(citation)) continue;
    if (!latest || compareCitations(citation, latest) >= 0) latest = citation;
  }
  return latest;
}

/** One time that the minutes said how a topic or project stood. */
export interface StatusChange {
  date: string;
  status: Status;
  citation: Citation;
}

/** How a topic or project stood over time, oldest first; the last one is its state now. */
export function findStatusHistory(index: QueryIndex, node: string, period: Period = {}): StatusChange[] {
  const citations = index.graph.inEdges(node).flatMap((edge) => listCitations(index, edge, period));
  const history: StatusChange[] = [];
  for (const citation of citations.filter(isFact).sort(compareCitations)) {
    const { status } = citation.evidence;
    const last = history.at(-1);
    if (status && !(last?.status === status && last.date === citation.date)) {
      history.push({ date: citation.date, status, citation });
    }
  }
  return history;
}

/** How one topic or project stands by the latest sentence that says so. */
export interface NodeState extends StatusChange {
  node: string;
}

/** The topics and projects that stand so by the latest word of a time; the latest first, then by name. */
export function listStates(index: QueryIndex, status: Status, period: Period = {}): NodeState[] {
  const table = getFactTable(index);
  const days = findDays(table, period);
  const latest = new Map<number, { fact: number; edge: number }>();
  for (let edge = 0; edge < table.edges.length; edge++) {
    const target = table.targets[edge] ?? 0;
    for (let fact = table.facts[edge] ?? 0; fact < (table.facts[edge + 1] ?? 0); fact++) {
      if (!table.statuses[fact] || table.modalities[fact] !== PLAIN || !isInDays(table, fact, days)) continue;
      const known = latest.get(target);
      if (!known || (table.sentences[fact] ?? 0) >= (table.sentences[known.fact] ?? 0))
        latest.set(target, { fact, edge });
    }
  }
  const order = (fact: number) => table.days[table.sentences[fact] ?? 0] ?? 0;
  const wanted = 1 + STATUSES.indexOf(status);
  return [...latest]
    .filter(([, { fact }]) => table.statuses[fact] === wanted)
    .sort(([a, { fact: one }], [b, { fact: other }]) => {
      return order(other) - order(one) || (table.ranks[a] ?? 0) - (table.ranks[b] ?? 0);
    })
    .flatMap(([node, place]): NodeState[] => {
      const citation = citeFact(index, table, place);
      return [{ node: table.nodes[node] ?? "", date: citation.date, status, citation }];
    });
}
