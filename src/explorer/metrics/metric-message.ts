import { MultiDirectedGraph } from "graphology";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { NODE_KINDS } from "../../model/schema.ts";
import { packTexts } from "../data/pack-graph.ts";
import type { PackedTexts } from "../data/packed-graph.ts";
import { readTexts } from "../data/unpack-graph.ts";
import type { MetricGraph } from "./metric.ts";

/** A graph as arrays, which are moved to a worker and not copied. */
export interface PackedGraph {
  keys: PackedTexts;
  /** Places in `NODE_KINDS`, by the place of the key. */
  kinds: Uint8Array<ArrayBuffer>;
  /** The ends of edges: places of keys. */
  sources: Uint32Array<ArrayBuffer>;
  targets: Uint32Array<ArrayBuffer>;
  weights: Float64Array<ArrayBuffer>;
}

/** What the page asks a worker for; each worker gets one request. */
export interface MetricRequest {
  id: string;
  graph: PackedGraph;
  resolution: number;
}

/** What a worker answers: any number of shares done, then the numbers by the place of the key, or a failure. */
export type MetricAnswer =
  | { kind: "progress"; share: number }
  | { kind: "done"; values: Float64Array<ArrayBuffer> }
  | { kind: "failed"; message: string };

/** So many nodes or edges are gone through without asking whether there is time. */
const STEP = 64;

/**
 * Packs a graph, or the part of it that is shown; yields often.
 * @param keys of what is packed
 */
export function* packGraph(
  graph: MinutesGraph,
  keys: readonly string[],
  edges: readonly string[],
): Generator<void, PackedGraph> {
  const places = new Map<string, number>();
  const packed: PackedGraph = {
    keys: packTexts(keys),
    kinds: new Uint8Array(keys.length),
    sources: new Uint32Array(edges.length),
    targets: new Uint32Array(edges.length),
    weights: new Float64Array(edges.length),
  };
  for (const [place, key] of keys.entries()) {
    if (place % STEP === 0) yield;
    places.set(key, place);
    packed.kinds[place] = NODE_KINDS.indexOf(graph.getNodeAttribute(key, "kind"));
  }
  for (const [index, edge] of edges.entries()) {
    if (index % STEP === 0) yield;
    packed.sources[index] = places.get(graph.source(edge)) ?? 0;
    packed.targets[index] = places.get(graph.target(edge)) ?? 0;
    packed.weights[index] = graph.getEdgeAttribute(edge, "weight");
  }
  return packed;
}

export function unpackGraph({ kinds, sources, targets, weights, ...packed }: PackedGraph): MetricGraph {
  const graph: MetricGraph = new MultiDirectedGraph();
  const keys = [...readTexts(packed.keys)];
  keys.forEach((key, index) => graph.addNode(key, { kind: NODE_KINDS[kinds[index] ?? 0] ?? "topic" }));
  sources.forEach((source, index) => {
    const ends = [keys[source] ?? "", keys[targets[index] ?? 0] ?? ""] as const;
    // Edges are gone through in the order of their keys.
    graph.addEdgeWithKey(String(index).padStart(9, "0"), ...ends, { weight: weights[index] ?? 1 });
  });
  return graph;
}
