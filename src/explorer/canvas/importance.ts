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

/** How important a node is by what the minutes say of it. */
export function computeImportance(graph: MinutesGraph, node: string): number {
  let importance = 0;
  graph.forEachEdge(node, (_, { relation, weight }) => {
    importance += SHARES[relation] * (1 + Math.log2(weight));
  });
  return importance;
}

/** The radius to draw a node with, in pixels at the first zoom. */
export function sizeOf(graph: MinutesGraph, node: string): number {
  const importance = computeImportance(graph, node);
  return Math.min(4 + 2.4 * Math.sqrt(importance), 24);
}

/** Every node, the most important first; equals by key. */
export function rankNodes(graph: MinutesGraph): string[] {
  const ranked = graph.mapNodes((node) => ({ node, importance: computeImportance(graph, node) }));
  ranked.sort((a, b) => b.importance - a.importance || (a.node < b.node ? -1 : 1));
  return ranked.map(({ node }) => node);
}
