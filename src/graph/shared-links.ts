import type { MinutesGraph } from "../model/graph-attributes.ts";
import { compareCodeUnits } from "./compare-code-units.ts";

/** Something that several nodes are linked with. */
export interface SharedLink {
  node: string;
  /** Those of the nodes that it is linked with, in their order. */
  members: string[];
}

/** What several nodes have to do with each other. */
export interface SharedLinks {
  /** Edges between two of them, those with most evidence first. */
  inner: string[];
  /** Topics, projects, organisations and meetings linked with at least two, those linked with most first. */
  shared: SharedLink[];
  /** Other people linked with at least two, those linked with most first. */
  connectors: SharedLink[];
}

/**
 * Says what several nodes share, and who connects them.
 * @param nodes keys; each counts once
 * @param edges those that count
 */
export function findSharedLinks(
  graph: MinutesGraph,
  nodes: readonly string[],
  edges: { has(edge: string): boolean },
): SharedLinks {
  const chosen = new Set(nodes);
  const inner = new Set<string>();
  const found = new Map<string, Set<string>>();
  for (const node of chosen)
    graph.forEachEdge(node, (edge, _, source, target) => {
      if (!edges.has(edge)) return;
      const other = source === node ? target : source;
      if (chosen.has(other)) inner.add(edge);
      else found.set(other, (found.get(other) ?? new Set()).add(node));
    });
  const links = [...found]
    .filter(([, members]) => members.size > 1)
    .map(([node, members]): SharedLink => ({ node, members: [...members] }))
    .sort((a, b) => b.members.length - a.members.length || compareCodeUnits(a.node, b.node));
  const isPerson = ({ node }: SharedLink): boolean => graph.getNodeAttribute(node, "kind") === "person";
  const weigh = (edge: string): number => graph.getEdgeAttribute(edge, "weight");
  return {
    inner: [...inner].sort((a, b) => weigh(b) - weigh(a) || compareCodeUnits(a, b)),
    shared: links.filter((link) => !isPerson(link)),
    connectors: links.filter(isPerson),
  };
}
