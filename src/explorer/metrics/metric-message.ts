import { MultiDirectedGraph } from "graphology";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { NODE_KINDS } from "../../model/schema.ts";
import type { Shown } from "../store/explorer-store.ts";
import type { MetricGraph } from "./metric.ts";

/** A graph as arrays, which are moved to a worker and not copied. */
export interface PackedGraph {
  keys: readonly string[];
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

/** Packs a graph, or the part of it that is shown. */
export function packGraph(graph: MinutesGraph, shown?: Shown): PackedGraph {
  const keys = shown ? [...shown.nodes] : graph.nodes();
  const edges = shown ? [...shown.edges] : graph.edges();
  const places = new Map(keys.map((key, place) => [key, place]));
  const packed: PackedGraph = {
    keys,
    kinds: Uint8Array.from(keys, (key) => NODE_KINDS.indexOf(graph.getNodeAttribute(key, "kind"))),
    sources: new Uint32Array(edges.length),
    targets: new Uint32Array(edges.length),
    weights: new Float64Array(edges.length),
  };
  edges.forEach((edge, index) => {
    packed.sources[index] = places.get(graph.source(edge)) ?? 0;
    packed.targets[index] = places.get(graph.target(edge)) ?? 0;
    packed.weights[index] = graph.getEdgeAttribute(edge, "weight");
  });
  return packed;
}

export function unpackGraph({ keys, kinds, sources, targets, weights }: PackedGraph): MetricGraph {
  const graph: MetricGraph = new MultiDirectedGraph();
  keys.forEach((key, index) => graph.addNode(key, { kind: NODE_KINDS[kinds[index] ?? 0] ?? "topic" }));
  sources.forEach((source, index) => {
    const ends = [keys[source] ?? "", keys[targets[index] ?? 0] ?? ""] as const;
    // Edges are gone through in the order of their keys.
    graph.addEdgeWithKey(String(index).padStart(9, "0"), ...ends, { weight: weights[index] ?? 1 });
  });
  return graph;
}
