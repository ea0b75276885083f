import { eachInSteps } from "../graph/in-steps.ts";
import { runThrough } from "../graph/run-through.ts";
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
  return runThrough(countKindsGradually(graph, spanned));
}

/** The same; yields often, for graphs of any size. */
export function* countKindsGradually(
  graph: MinutesGraph,
  spanned: Spanned | undefined,
): Generator<void, Counts> {
  const kinds = new Map<NodeKind, number>();
  const relations = new Map<Relation, number>();
  yield* eachInSteps(graph.nodeEntries(), ({ node, attributes: { kind } }) => {
    if (!spanned || spanned.nodes.has(node)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  });
  yield* eachInSteps(graph.edgeEntries(), ({ edge, attributes: { relation } }) => {
    if (!spanned || spanned.edges.has(edge)) relations.set(relation, (relations.get(relation) ?? 0) + 1);
  });
  return { kinds, relations };
}
