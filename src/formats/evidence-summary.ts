import type { Evidence, GraphDocument } from "../model/graph-attributes.ts";
import { toCalendarDate } from "./foreign-graph.ts";
import type { GraphSource } from "./graph-source.ts";

/** What the evidence around each node comes to. */
export interface EvidenceSummary {
  /** Every meeting's date in the graph, ISO 8601, sorted; without the documents that do not say. */
  dates: readonly string[];
  /** The dates of the meetings that a node stands on, sorted; empty where none is known. */
  findDates: (node: string) => readonly string[];
  /** Pieces of evidence at the node's edges. */
  countEvidence: (node: string) => number;
}

/** Dates and counts of evidence per node; linear in the evidence and in the mentions. */
export function computeEvidenceSummary({ attributes, nodes, edges }: GraphSource): EvidenceSummary {
  const found = new Map<string, { dates: Set<string>; evidence: number }>();
  const get = (node: string) => {
    const known = found.get(node) ?? { dates: new Set(), evidence: 0 };
    found.set(node, known);
    return known;
  };
  const addDates = (node: string, dates: readonly string[]) => {
    for (const date of dates) get(node).dates.add(date);
  };

  for (const { key, attributes: node } of nodes) if (isDate(node.date)) addDates(key, [node.date]);
  for (const { date, mentions } of Object.values(attributes.documents))
    if (isDate(date)) for (const { node } of mentions) addDates(node, [date]);
  for (const { source, target, attributes: edge } of edges) {
    const dates = findEvidenceDates(edge.evidence, attributes.documents);
    for (const node of [source, target]) {
      get(node).evidence += edge.evidence.length;
      addDates(node, dates);
    }
  }

  return {
    dates: [...new Set([...found.values()].flatMap(({ dates }) => [...dates]))].sort(),
    findDates: (node) => [...(found.get(node)?.dates ?? [])].sort(),
    countEvidence: (node) => found.get(node)?.evidence ?? 0,
  };
}

/** The sentences of evidence for people to read, each on one line; none where they were left out. */
export function listSentences(evidence: readonly Evidence[]): readonly string[] {
  return evidence.map(({ quote }) => quote.replace(/\s+/g, " ").trim()).filter(Boolean);
}

/** The dates of the meetings that the evidence comes from, sorted, each once; without what is no calendar date. */
export function findEvidenceDates(
  evidence: readonly Evidence[],
  documents: Readonly<Record<string, GraphDocument>>,
): readonly string[] {
  const dates = evidence.flatMap(({ document }) => {
    const date = documents[document]?.date;
    return isDate(date) ? date : [];
  });
  return dates.length < 2 ? dates : [...new Set(dates)].sort();
}

/** A file can say anything for a date. */
function isDate(text: string | undefined): text is string {
  return text !== undefined && text.length === 10 && toCalendarDate(text) === text;
}
