import type { QueryIndex } from "./query-index.ts";

/** What is left of a sentence's strength for each step from a part to its whole. */
export const PART_FACTOR = 0.5;
/** And for each step from a whole to its part: work on KVM says little about VGIC. */
export const WHOLE_FACTOR = 0.2;
const MAX_STEPS = 3;

/** A node whose work counts for another, less than its own. */
export interface RelatedNode {
  node: string;
  factor: number;
}

/** The parts and wholes of a topic or project up to three steps away, nearest first. */
export function findPartsAndWholes(index: QueryIndex, node: string): RelatedNode[] {
  const parts = findParts(index, node);
  const wholes = findWholes(index, node);
  const known = new Set(parts.map((part) => part.node));
  return [...parts, ...wholes.filter((whole) => !known.has(whole.node))];
}

/** What is part of the node, up to three steps away, nearest first. */
export function findParts(index: QueryIndex, node: string): RelatedNode[] {
  return walk(node, PART_FACTOR, (at) => followPartOf(index, at, "in"));
}

/** What the node is part of, up to three steps away, nearest first. */
export function findWholes(index: QueryIndex, node: string): RelatedNode[] {
  return walk(node, WHOLE_FACTOR, (at) => followPartOf(index, at, "out"));
}

function followPartOf({ graph }: QueryIndex, node: string, direction: "in" | "out"): string[] {
  const edges = direction === "in" ? graph.inEdges(node) : graph.outEdges(node);
  return edges
    .filter((edge) => graph.getEdgeAttribute(edge, "relation") === "part_of")
    .map((edge) => graph.opposite(node, edge))
    .sort();
}

function walk(start: string, step: number, next: (node: string) => string[]): RelatedNode[] {
  const found: RelatedNode[] = [];
  const seen = new Set([start]);
  let border = [start];
  for (let factor = step, steps = 0; steps < MAX_STEPS; steps++, factor *= step) {
    border = border.flatMap(next).filter((node) => !seen.has(node) && seen.add(node));
    found.push(...border.map((node) => ({ node, factor })));
  }
  return found;
}
