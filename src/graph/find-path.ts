import type { Relation } from "../model/schema.ts";
import { RELATION_DEFINITIONS } from "../model/schema.ts";
import { type Citation, listCitations } from "./citation.ts";
import { getLinkTable, type LinkTable } from "./link-table.ts";
import { findNamedLinks, type NamedLink } from "./named-links.ts";
import { createPriorityQueue, type PriorityQueue } from "./priority-queue.ts";
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

/** One half of the search: what it has reached from its end, and how. */
interface Side {
  costs: Float64Array;
  arrivals: Map<number, Arrival>;
  done: Uint8Array;
  queue: PriorityQueue;
  /** The cost of what comes next; Infinity where nothing does. */
  next: number;
}

function createSide(start: number, size: number): Side {
  const queue = createPriorityQueue();
  queue.push(start, 0);
  const costs = new Float64Array(size).fill(Infinity);
  costs[start] = 0;
  return { costs, arrivals: new Map(), done: new Uint8Array(size), queue, next: 0 };
}

/**
 * The cheapest way, looked for from both ends until no way through what is still unseen can be cheaper.
 * @see Dijkstra, "A note on two problems in connexion with graphs", 1959, https://doi.org/10.1007/BF01386390
 * @see Pohl, "Bi-directional search", 1971, https://exhibits.stanford.edu/stanford-pubs/catalog/hc594mf2336
 */
function findWay(walk: Walk): Path | undefined {
  const { table } = walk;
  const [start, goal] = [table.ids.get(walk.from), table.ids.get(walk.to)];
  if (start === undefined || goal === undefined) return undefined;
  const links = groupNamed(walk);
  const sides = [createSide(start, table.nodes.length), createSide(goal, table.nodes.length)] as const;
  let best = Infinity;
  let middle: number | undefined;
  while (sides[0].next + sides[1].next < best) {
    const place = sides[0].next <= sides[1].next ? 0 : 1;
    const [here, there] = [sides[place], sides[1 - place]];
    if (!here || !there || here.next === Infinity) break;
    step(walk, links, here, (id, total) => {
      const sum = total + (there.costs[id] ?? Infinity);
      if (sum >= best) return;
      best = sum;
      middle = id;
    });
  }
  return middle === undefined ? undefined : tell(walk, sides, [start, middle, goal]);
}

/** Takes the cheapest node that one side has reached, and reaches from it. */
function step(walk: Walk, links: NamedLinks, side: Side, meet: (id: number, total: number) => void): void {
  const id = side.queue.pop();
  if (id !== undefined && !side.done[id]) {
    side.done[id] = 1;
    const soFar = side.costs[id] ?? 0;
    const reach = (end: number, total: number, arrival: Arrival): void => {
      if (total >= (side.costs[end] ?? Infinity)) return;
      side.costs[end] = total;
      side.arrivals.set(end, arrival);
      side.queue.push(end, total);
      meet(end, total);
    };
    forEachLink(walk, id, (end, edge, resistance) => {
      reach(end, soFar + walk.cost(resistance), { previous: id, edge });
    });
    for (const { end, link } of links.get(id) ?? [])
      reach(end, soFar + walk.cost(NAMED_RESISTANCE), { previous: id, link });
  }
  const next = side.queue.peek();
  side.next = next === undefined ? Infinity : (side.costs[next] ?? Infinity);
}

/** By node: the named links at it. */
type NamedLinks = ReadonlyMap<number, readonly { end: number; link: NamedLink }[]>;

function groupNamed({ table, named }: Walk): NamedLinks {
  const links = new Map<number, { end: number; link: NamedLink }[]>();
  const add = (at: number, end: number, link: NamedLink): void => {
    const known = links.get(at);
    if (known) known.push({ end, link });
    else links.set(at, [{ end, link }]);
  };
  for (const link of named) {
    const [from, to] = [table.ids.get(link.from), table.ids.get(link.to)];
    if (from === undefined || to === undefined) continue;
    add(from, to, link);
    add(to, from, link);
  }
  return links;
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

/** Puts the two halves together: from where they met back to the start, and on to the goal. */
function tell(
  walk: Walk,
  [near, far]: readonly [Side, Side],
  [start, middle, goal]: readonly [number, number, number],
): Path | undefined {
  const steps: PathStep[] = [];
  let resistance = 0;
  const walkStep = (from: number, to: number, arrival: Arrival): PathStep => {
    const [here, there] = [walk.table.nodes[from] ?? "", walk.table.nodes[to] ?? ""];
    if ("link" in arrival) {
      resistance += NAMED_RESISTANCE;
      return tellNamed(walk.index, here, there, arrival.link);
    }
    resistance += walk.table.resistances[arrival.edge] ?? 0;
    return tellStep(walk, here, there, arrival.edge);
  };
  for (let id = middle; id !== start;) {
    const arrival = near.arrivals.get(id);
    if (!arrival) return undefined;
    steps.unshift(walkStep(arrival.previous, id, arrival));
    id = arrival.previous;
  }
  for (let id = middle; id !== goal;) {
    const arrival = far.arrivals.get(id);
    if (!arrival) return undefined;
    steps.push(walkStep(id, arrival.previous, arrival));
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
