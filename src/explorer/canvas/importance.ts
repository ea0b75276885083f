import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { Relation } from "../../model/schema.ts";

/** How much an edge says for the importance of its ends; what links everything says little. */
const SHARES: Readonly<Record<Relation, number>> = {
  works_on: 1,
  committed_to: 1,
  affiliated_with: 0.7,
  discussed: 0.5,
  part_of: 0.3,
  related_to: 1,
  covered: 0.1,
  attended: 0.05,
};
/** So many edges are gone through without asking whether there is time. */
const STEP = 64;

/** How important every node is by what the minutes say of it; yields often, for graphs of any size. */
export function* measureImportance(graph: MinutesGraph): Generator<void, Map<string, number>> {
  const importance = new Map<string, number>();
  let count = 0;
  for (const { node } of graph.nodeEntries()) {
    importance.set(node, 0);
    if (++count % STEP === 0) yield;
  }
  for (const { source, target, attributes } of graph.edgeEntries()) {
    const share = SHARES[attributes.relation] * (1 + Math.log2(attributes.weight));
    for (const end of [source, target]) importance.set(end, (importance.get(end) ?? 0) + share);
    if (++count % STEP === 0) yield;
  }
  return importance;
}

/** The radius to draw a node with, in pixels at the first zoom. */
export function sizeOf(importance: number): number {
  return Math.min(4 + 2.4 * Math.sqrt(importance), 24);
}

/** So many steps of importance are told apart within 1. */
const STEPS = 1024;
/** More nodes than any picture has. */
const MOST_NODES = 2 ** 24;

/**
 * Every node, the most important first; equals in the order given. Numbers are sorted, which takes a tenth of the time.
 * Yields often, except while it sorts.
 */
export function* rankNodes(importance: ReadonlyMap<string, number>): Generator<void, string[]> {
  const nodes: string[] = [];
  const codes = new Float64Array(importance.size);
  for (const [node, value] of importance) {
    const place = nodes.push(node) - 1;
    codes[place] = place - Math.round(value * STEPS) * MOST_NODES;
    if (place % STEP === 0) yield;
  }
  codes.sort();
  yield;
  const ranking: string[] = [];
  for (const code of codes) {
    const count = ranking.push(nodes[((code % MOST_NODES) + MOST_NODES) % MOST_NODES] ?? "");
    if (count % STEP === 0) yield;
  }
  return ranking;
}
