import type { Evidence } from "../model/graph-attributes.ts";
import type { Relation } from "../model/schema.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { isInPeriod, type Period } from "./period.ts";
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

/** The evidence of an edge that lies in the period, in the edge's order. */
export function listCitations(index: QueryIndex, edge: string, period: Period = {}): Citation[] {
  const { graph, dates } = index;
  const [source, target] = graph.extremities(edge);
  const { relation, evidence } = graph.getEdgeAttributes(edge);
  const citations: Citation[] = [];
  for (const piece of evidence) {
    const date = dates.get(piece.document) ?? "";
    if (isInPeriod(date, period)) citations.push({ source, relation, target, date, evidence: piece });
  }
  return citations;
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

/** Tells one sentence from another, whatever it was read as. */
export function identifySentence({ evidence }: Citation): string {
  return `${evidence.document}\n${evidence.start}\n${evidence.end}`;
}
