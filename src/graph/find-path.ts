import type { Relation } from "../model/schema.ts";
import { RELATION_DEFINITIONS } from "../model/schema.ts";
import { type Citation, listCitations } from "./citation.ts";
import { getLinkTable, type LinkTable } from "./link-table.ts";
import { findNamedLinks, type NamedLink } from "./named-links.ts";
import { createPriorityQueue } from "./priority-queue.ts";
import type { Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";
import { computeStrength } from "./strength.ts";

/** One step of a connection, told in the direction of the walk. */
export interface PathStep {
  from: string;
  to: string;
  /** `named`: no statement joins the two, but a sentence about one names the other. */
  relation: Relation | "named";
  /** The step as a sentence: "GICv3 is worked on by Marc Zyngier". */
  words: string;
  citation: Citation;
}

export interface Path {
  steps: PathStep[];
  /** The sum of the steps' resistances: small where the minutes say much, to three decimals. */
  resistance: number;
}

export interface Connection {
  /** Fewest steps, and among those the strongest. */
  shortest: Path;
  /** Least resistance; the same as the shortest where no longer way is stronger. */
  strongest: Path;
}

/**
 * How two nodes are connected, whatever the direction of the edges.
 *
 * What the minutes say strongly and often is an easy step; to have attended one meeting is a hard one. Where no
 * statement leads from one to the other, a sentence that names both does.
 * @returns nothing where not even the same minutes name both, or where both are one node
 */
export function findConnection(
  index: QueryIndex,
  from: string,
  to: string,
  period: Period = {},
): Connection | undefined {
  if (from === to) return undefined;
  const walk = { index, table: getLinkTable(index), period, from, to };
  const find = (named: readonly NamedLink[]): Connection | undefined => {
    const shortest = findWay({ ...walk, named, cost: (resistance) => 1 + resistance / 1e6 });
    const strongest = findWay({ ...walk, named, cost: (resistance) => resistance });
    return shortest && strongest && { shortest, strongest };
  };
  return find([]) ?? find([...findNamedLinks(index, from, period), ...findNamedLinks(index, to, period)]);
}

interface Walk {
  index: QueryIndex;
  table: LinkTable;
  period: Period;
  from: string;
  to: string;
  named: readonly NamedLink[];
  cost: (resistance: number) => number;
}

/** A link into a node: an edge of the table, or a named link. */
type Arrival = { previous: number; edge: number } | { previous: number; link: NamedLink };

const NAMED_RESISTANCE = 2;

/** @see Dijkstra, "A note on two problems in connexion with graphs", 1959, https://doi.org/10.1007/BF01386390 */
function findWay(walk: Walk): Path | undefined {
  const { table, cost, named } = walk;
  const [start, goal] = [table.ids.get(walk.from), table.ids.get(walk.to)];
  if (start === undefined || goal === undefined) return undefined;
  const costs = new Float64Array(table.nodes.length).fill(Number.POSITIVE_INFINITY);
  const arrivals = new Map<number, Arrival>();
  const queue = createPriorityQueue();
  const reach = (id: number, total: number, arrival: Arrival) => {
    if (total >= (costs[id] ?? 0)) return;
    costs[id] = total;
    arrivals.set(id, arrival);
    queue.push(id, total);
  };
  costs[start] = 0;
  queue.push(start, 0);
  for (let id = queue.pop(); id !== undefined && id !== goal; id = queue.pop()) {
    const soFar = costs[id] ?? 0;
    forEachLink(walk, id, (end, edge, resistance) => {
      reach(end, soFar + cost(resistance), { previous: id, edge });
    });
    for (const link of named) {
      const end =
        link.from === table.nodes[id] ? link.to : link.to === table.nodes[id] ? link.from : undefined;
      const endId = end === undefined ? undefined : table.ids.get(end);
      if (endId !== undefined) reach(endId, soFar + cost(NAMED_RESISTANCE), { previous: id, link });
    }
  }
  return arrivals.has(goal) ? tell(walk, arrivals, start, goal) : undefined;
}

function forEachLink(
  { index, table, period }: Walk,
  id: number,
  visit: (end: number, edge: number, resistance: number) => void,
): void {
  const bounded = period.since !== undefined || period.until !== undefined;
  for (let place = table.offsets[id] ?? 0; place < (table.offsets[id + 1] ?? 0); place++) {
    const edge = table.edgeIds[place] ?? 0;
    const resistance = table.resistances[edge] ?? 0;
    if (resistance === Number.POSITIVE_INFINITY) continue;
    if (bounded && listCitations(index, table.edges[edge] ?? "", period).length === 0) continue;
    visit(table.ends[place] ?? 0, edge, resistance);
  }
}

function tell(
  walk: Walk,
  arrivals: ReadonlyMap<number, Arrival>,
  start: number,
  goal: number,
): Path | undefined {
  const steps: PathStep[] = [];
  let resistance = 0;
  for (let id = goal; id !== start;) {
    const arrival = arrivals.get(id);
    if (!arrival) return undefined;
    const [from, to] = [walk.table.nodes[arrival.previous] ?? "", walk.table.nodes[id] ?? ""];
    const named = "link" in arrival;
    resistance += named ? NAMED_RESISTANCE : (walk.table.resistances[arrival.edge] ?? 0);
    steps.unshift(
      named ? tellNamed(walk.index, from, to, arrival.link) : tellStep(walk, from, to, arrival.edge),
    );
    id = arrival.previous;
  }
  return { steps, resistance: Math.round(resistance * 1000) / 1000 };
}

function tellStep({ index, table, period }: Walk, from: string, to: string, edgeId: number): PathStep {
  const edge = table.edges[edgeId] ?? "";
  const relation = index.graph.getEdgeAttribute(edge, "relation");
  const { label, reverseLabel } = RELATION_DEFINITIONS[relation];
  const verb = index.graph.source(edge) === from ? label : reverseLabel;
  const citation = findStrongest(listCitations(index, edge, period), index.latest);
  return { from, to, relation, words: `${labelOf(index, from)} ${verb} ${labelOf(index, to)}`, citation };
}

function tellNamed(index: QueryIndex, from: string, to: string, { citation }: NamedLink): PathStep {
  const words = `${labelOf(index, from)} and ${labelOf(index, to)} are named together`;
  return { from, to, relation: "named", words, citation };
}

function findStrongest(citations: readonly Citation[], asOf: string): Citation {
  let best: Citation | undefined;
  for (const citation of citations) {
    if (!best || computeStrength(citation, asOf) > computeStrength(best, asOf)) best = citation;
  }
  if (!best) throw new Error("an edge without evidence");
  return best;
}

function labelOf({ graph }: QueryIndex, node: string): string {
  return graph.getNodeAttribute(node, "label");
}
