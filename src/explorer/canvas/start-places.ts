import type { MinutesGraph } from "../../model/graph-attributes.ts";

const known = new WeakMap<MinutesGraph, ReadonlyMap<string, { x: number; y: number }>>();

/** Where every node is in the graph file: to be asked before the first of them moves. */
export function getStartPlaces(graph: MinutesGraph): ReadonlyMap<string, { x: number; y: number }> {
  const places = known.get(graph) ?? new Map(graph.mapNodes((node, { x, y }) => [node, { x, y }] as const));
  known.set(graph, places);
  return places;
}
