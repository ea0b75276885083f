import { type Citation, compareCitations, identifySentence, listCitations } from "./citation.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { isInPeriod, type Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";
import { isFact } from "./status.ts";

/** `open`: nothing later settles it. `dropped`: a later meeting says that they do not do it. `superseded`: promised anew. `kept`: a later meeting says that it is done or merged. */
export const PROMISE_STATES = ["open", "dropped", "superseded", "kept"] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** Something that somebody said they would do, in one sentence. */
export interface Commitment {
  by: string;
  /** The topics and projects that it is about; topics first. */
  about: string[];
  /** The date of the meeting at which it was given, and that meeting where there is one. */
  date: string;
  meeting?: string;
  state: PromiseState;
  citation: Citation;
  /** The later sentence that settled it. */
  settledBy?: Citation;
}

export interface PromiseOptions {
  /** A person; or an organisation, for its own promises. */
  by?: readonly string[];
  about?: readonly string[];
  /** When the promise was given. */
  period?: Period;
  states?: readonly PromiseState[];
}

/**
 * Who promised what: open promises first, and the latest first among those of one state.
 *
 * A promise is settled by the first later meeting that says about the same person and the same topic that the work is
 * done or merged, that they do not do it, or that they promise it anew.
 */
export function findPromises(index: QueryIndex, options: PromiseOptions = {}): Commitment[] {
  const { by, about, period = {}, states } = options;
  const commitments = groupBySentence(index, selectEdges(index, by, about))
    .filter(({ date }) => isInPeriod(date, period))
    .filter((commitment) => !about || commitment.about.some((node) => about.includes(node)));
  for (const commitment of commitments) settle(index, commitment);
  return commitments.filter(({ state }) => !states || states.includes(state)).sort(compareCommitments);
}

function selectEdges({ graph }: QueryIndex, by?: readonly string[], about?: readonly string[]): string[] {
  const sources = by ?? about?.flatMap((node) => graph.inNeighbors(node));
  const edges = sources ? [...new Set(sources)].flatMap((node) => graph.outEdges(node)) : graph.edges();
  return edges.filter((edge) => graph.getEdgeAttribute(edge, "relation") === "committed_to");
}

/** "Ann will review the parser of Tea" is one promise, about the parser and about Tea. */
function groupBySentence(index: QueryIndex, edges: readonly string[]): Commitment[] {
  const meetings = new Map(index.meetings.map(({ document, node }) => [document, node]));
  const found = new Map<string, Commitment>();
  for (const citation of edges.flatMap((edge) => listCitations(index, edge))) {
    const { modality, document } = citation.evidence;
    if (modality === "negated" || modality === "asked") continue;
    const key = `${citation.source}\n${identifySentence(citation)}`;
    const known = found.get(key);
    if (known) known.about.push(citation.target);
    else {
      const { source: by, target, date } = citation;
      const meeting = meetings.get(document);
      found.set(key, { by, about: [target], date, ...(meeting && { meeting }), state: "open", citation });
    }
  }
  const rank = (node: string) => (index.graph.getNodeAttribute(node, "kind") === "topic" ? 0 : 1);
  for (const { about } of found.values()) about.sort((a, b) => rank(a) - rank(b) || compareCodeUnits(a, b));
  return [...found.values()];
}

/** Where a promise names a topic, news of the project around it settles nothing. */
function settle(index: QueryIndex, commitment: Commitment): void {
  const { graph } = index;
  const topics = commitment.about.filter((node) => graph.getNodeAttribute(node, "kind") === "topic");
  const later = (topics.length > 0 ? topics : commitment.about)
    .flatMap((node) => graph.directedEdges(commitment.by, node))
    .flatMap((edge) => listCitations(index, edge))
    .filter(({ date }) => date > commitment.date)
    .sort(compareCitations);
  for (const citation of later) {
    const state = judge(citation);
    if (!state) continue;
    commitment.state = state;
    commitment.settledBy = citation;
    return;
  }
}

function judge(citation: Citation): PromiseState | undefined {
  const { modality, status } = citation.evidence;
  if (isFact(citation) && (status === "done" || status === "merged")) return "kept";
  if (citation.relation !== "discussed" && modality === "negated") return "dropped";
  return citation.relation === "committed_to" && modality !== "asked" ? "superseded" : undefined;
}

function compareCommitments(a: Commitment, b: Commitment): number {
  return (
    PROMISE_STATES.indexOf(a.state) - PROMISE_STATES.indexOf(b.state) ||
    compareCitations(b.citation, a.citation) ||
    compareCodeUnits(a.by, b.by)
  );
}
