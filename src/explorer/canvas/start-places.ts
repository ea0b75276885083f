import type { MinutesGraph } from "../../model/graph-attributes.ts";

interface Place {
  x: number;
  y: number;
}

const known = new WeakMap<MinutesGraph, ReadonlyMap<string, Place>>();
/** Of nodes that moved before all were asked for. */
const kept = new WeakMap<MinutesGraph, Map<string, Place>>();

/** Where every node is in the graph file: to be asked before the first of them moves. */
export function getStartPlaces(graph: MinutesGraph): ReadonlyMap<string, Place> {
  const moved = kept.get(graph);
  const places =
    known.get(graph) ??
    new Map(graph.mapNodes((node, { x, y }) => [node, moved?.get(node) ?? { x, y }] as const));
  known.set(graph, places);
  return places;
}

/** Keeps where one node is in the graph file, before it moves: of a large graph, all take long. */
export function keepStartPlace(graph: MinutesGraph, node: string): void {
  if (known.has(graph)) return;
  let places = kept.get(graph);
  if (!places) kept.set(graph, (places = new Map()));
  const { x, y } = graph.getNodeAttributes(node);
  if (!places.has(node)) places.set(node, { x, y });
}
