import type { Status } from "../model/schema.ts";
import { type Citation, compareCitations, listCitations } from "./citation.ts";
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
