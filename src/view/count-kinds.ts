import type { MinutesGraph } from "../model/graph-attributes.ts";
import type { NodeKind, Relation } from "../model/schema.ts";

/** How many nodes and edges there are of each kind and relation; those that do not occur are absent. */
export interface Counts {
  kinds: ReadonlyMap<NodeKind, number>;
  relations: ReadonlyMap<Relation, number>;
}

interface Spanned {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

/** Counts by kind and relation. @param spanned what alone counts; all does where absent. Cost: linear. */
export function countKinds(graph: MinutesGraph, spanned: Spanned | undefined): Counts {
  const kinds = new Map<NodeKind, number>();
  const relations = new Map<Relation, number>();
  graph.forEachNode((node, { kind }) => {
    if (!spanned || spanned.nodes.has(node)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  });
  graph.forEachEdge((edge, { relation }) => {
    if (!spanned || spanned.edges.has(edge)) relations.set(relation, (relations.get(relation) ?? 0) + 1);
  });
  return { kinds, relations };
}
