import type { Evidence } from "../model/graph-attributes.ts";
import type { Relation } from "../model/schema.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { isInPeriod, isUnbounded, type Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";

/** A sentence of the minutes with what it was read as. */
export interface Citation {
  source: string;
  relation: Relation;
  target: string;
  /** ISO 8601 calendar date of the document, or the empty string. */
  date: string;
  evidence: Evidence;
}

const citations = new WeakMap<QueryIndex, Map<string, readonly Citation[]>>();

/** The evidence of an edge that lies in the period, in the edge's order. */
export function listCitations(index: QueryIndex, edge: string, period: Period = {}): readonly Citation[] {
  let known = citations.get(index);
  if (!known) citations.set(index, (known = new Map()));
  let all = known.get(edge);
  if (!all) known.set(edge, (all = citeEdge(index, edge)));
  if (isUnbounded(period)) return all;
  return all.filter(({ date }) => isInPeriod(date, period));
}

function citeEdge({ graph, dates }: QueryIndex, edge: string): Citation[] {
  const [source, target] = graph.extremities(edge);
  const { relation, evidence } = graph.getEdgeAttributes(edge);
  return evidence.map((piece) => {
    return { source, relation, target, date: dates.get(piece.document) ?? "", evidence: piece };
  });
}

/** Orders citations as time went: by date, document and place. */
export function compareCitations(a: Citation, b: Citation): number {
  return (
    compareCodeUnits(a.date, b.date) ||
    compareCodeUnits(a.evidence.document, b.evidence.document) ||
    a.evidence.start - b.evidence.start ||
    a.evidence.end - b.evidence.end
  );
}
