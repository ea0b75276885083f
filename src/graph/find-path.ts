import type { Relation } from "../model/schema.ts";
import { RELATION_DEFINITIONS } from "../model/schema.ts";
import { type Citation, listCitations } from "./citation.ts";
import { getLinkTable, type LinkTable } from "./link-table.ts";
import { findNamedLinks, type NamedLink } from "./named-links.ts";
import { createPriorityQueue, type PriorityQueue } from "./priority-queue.ts";
import { isUnbounded, type Period } from "./period.ts";
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
    const shortest = findWay({ ...walk, named, cost: (resistance) => 1 + resistance / 1e6, most: Infinity });
    if (!shortest) return undefined;
    // No way is stronger that costs as much as the shortest, but for what adding in another order makes of the last digit.
    const most = sumResistances(walk.table, shortest) * (1 + 1e-9);
    const strongest = findWay({ ...walk, named, cost: (resistance) => resistance, most });
    return { shortest: tell(walk, shortest), strongest: tell(walk, strongest ?? shortest) };
  };
  return find([]) ?? find([...findNamedLinks(index, from, period), ...findNamedLinks(index, to, period)]);
}

interface Ends {
  index: QueryIndex;
  table: LinkTable;
  period: Period;
  from: string;
  to: string;
}

interface Walk extends Ends {
  named: readonly NamedLink[];
  cost: (resistance: number) => number;
  /** Ways that cost as much are not wanted. */
  most: number;
}

/** A link from one node to the next: an edge of the table, or a named link. */
type Link = { from: number; to: number } & ({ edge: number } | { link: NamedLink });

const NAMED_RESISTANCE = 2;
const NONE = -1;

/** One half of the search: what it has reached from its end, and how. */
interface Side {
  costs: Float64Array;
  /** By node: the one that it was reached from. */
  previous: Int32Array;
  /** By node: the edge that it was reached by; `NONE` for a named link. */
  edges: Int32Array;
  named: Map<number, NamedLink>;
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
  const [previous, edges] = [new Int32Array(size), new Int32Array(size).fill(NONE)];
  return { costs, previous, edges, named: new Map(), done: new Uint8Array(size), queue, next: 0 };
}

/** Where the two halves of a search met best so far. */
interface Meeting {
  cost: number;
  node: number;
}

/**
 * The cheapest way, looked for from both ends until no way through what is still unseen can be cheaper.
 * @see Dijkstra, "A note on two problems in connexion with graphs", 1959, https://doi.org/10.1007/BF01386390
 * @see Pohl, "Bi-directional search", 1971, https://exhibits.stanford.edu/stanford-pubs/catalog/hc594mf2336
 */
function findWay(walk: Walk): Link[] | undefined {
  const { table } = walk;
  const [start, goal] = [table.ids.get(walk.from), table.ids.get(walk.to)];
  if (start === undefined || goal === undefined) return undefined;
  const links = groupNamed(walk);
  const near = createSide(start, table.nodes.length);
  const far = createSide(goal, table.nodes.length);
  const best: Meeting = { cost: walk.most, node: NONE };
  while (near.next + far.next < best.cost) {
    const [here, there] = near.next <= far.next ? [near, far] : [far, near];
    if (here.next === Infinity) break;
    step(walk, links, [here, there], best);
  }
  return best.node === NONE ? undefined : listLinks([near, far], [start, best.node, goal]);
}

/** Takes the cheapest node that one side has reached, and reaches from it. */
function step(walk: Walk, links: NamedLinks, [here, there]: readonly [Side, Side], best: Meeting): void {
  const from = here.queue.pop();
  if (from !== undefined && !here.done[from]) {
    here.done[from] = 1;
    followEdges(walk, [here, there], from, best);
    for (const { end, link } of links.get(from) ?? []) {
      const total = (here.costs[from] ?? 0) + walk.cost(NAMED_RESISTANCE);
      if (!isWorth([here, there], end, total, best.cost)) continue;
      here.edges[end] = NONE;
      here.named.set(end, link);
      reach([here, there], { from, end, total, best });
    }
  }
  const next = here.queue.peek();
  here.next = next === undefined ? Infinity : (here.costs[next] ?? Infinity);
}

function followEdges(walk: Walk, [here, there]: readonly [Side, Side], from: number, best: Meeting): void {
  const { table, cost } = walk;
  const soFar = here.costs[from] ?? 0;
  // What the other side is done with has met this node already.
  if (soFar + cost(table.least) + there.next >= best.cost) return;
  for (let place = table.offsets[from] ?? 0; place < (table.offsets[from + 1] ?? 0); place++) {
    const end = table.ends[place] ?? 0;
    if (here.done[end]) continue;
    const edge = table.edgeIds[place] ?? 0;
    const total = soFar + cost(table.resistances[edge] ?? 0);
    if (!isWorth([here, there], end, total, best.cost) || !isSaidIn(walk, edge)) continue;
    here.edges[end] = edge;
    reach([here, there], { from, end, total, best });
  }
}

/** Whether a node was not reached more cheaply, and a way through it can still cost less than `most`. */
function isWorth([here, there]: readonly [Side, Side], end: number, total: number, most: number): boolean {
  if (total >= (here.costs[end] ?? Infinity)) return false;
  return total + Math.min(there.next, there.costs[end] ?? Infinity) < most;
}

interface Reached {
  from: number;
  end: number;
  total: number;
  best: Meeting;
}

function reach([here, there]: readonly [Side, Side], { from, end, total, best }: Reached): void {
  here.costs[end] = total;
  here.previous[end] = from;
  here.queue.push(end, total);
  const sum = total + (there.costs[end] ?? Infinity);
  if (sum >= best.cost) return;
  best.cost = sum;
  best.node = end;
}

function isSaidIn({ index, table, period }: Walk, edge: number): boolean {
  return isUnbounded(period) || listCitations(index, table.edges[edge] ?? "", period).length > 0;
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

/** Puts the two halves together: from the start to where they met, and on to the goal. */
function listLinks(
  [near, far]: readonly [Side, Side],
  [start, middle, goal]: readonly [number, number, number],
): Link[] {
  const links: Link[] = [];
  const join = ({ edges, named }: Side, end: number, [from, to]: readonly [number, number]): Link => {
    const [edge = NONE, link] = [edges[end], named.get(end)];
    return edge === NONE && link ? { from, to, link } : { from, to, edge };
  };
  for (let id = middle; id !== start;) {
    const previous = near.previous[id] ?? start;
    links.unshift(join(near, id, [previous, id]));
    id = previous;
  }
  for (let id = middle; id !== goal;) {
    const previous = far.previous[id] ?? goal;
    links.push(join(far, id, [id, previous]));
    id = previous;
  }
  return links;
}

function sumResistances({ resistances }: LinkTable, links: readonly Link[]): number {
  return links.reduce(
    (sum, link) => sum + ("edge" in link ? (resistances[link.edge] ?? 0) : NAMED_RESISTANCE),
    0,
  );
}

function tell(ends: Ends, links: readonly Link[]): Path {
  const { index, table } = ends;
  const steps = links.map((link) => {
    const [from, to] = [table.nodes[link.from] ?? "", table.nodes[link.to] ?? ""];
    return "edge" in link ? tellStep(ends, [from, to], link.edge) : tellNamed(index, [from, to], link.link);
  });
  return { steps, resistance: Math.round(sumResistances(table, links) * 1000) / 1000 };
}

function tellStep(
  { index, table, period }: Ends,
  [from, to]: readonly [string, string],
  edgeId: number,
): PathStep {
  const edge = table.edges[edgeId] ?? "";
  const relation = index.graph.getEdgeAttribute(edge, "relation");
  const { label, reverseLabel } = RELATION_DEFINITIONS[relation];
  const verb = index.graph.source(edge) === from ? label : reverseLabel;
  const citation = findStrongest(listCitations(index, edge, period), index.latest);
  return { from, to, relation, words: `${labelOf(index, from)} ${verb} ${labelOf(index, to)}`, citation };
}

function tellNamed(
  index: QueryIndex,
  [from, to]: readonly [string, string],
  { citation }: NamedLink,
): PathStep {
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
