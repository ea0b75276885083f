import { UndirectedGraph } from "graphology";
import pagerank from "graphology-metrics/centrality/pagerank";
import { createUnweightedIndexedBrandes } from "graphology-shortest-path/indexed-brandes";
import { computeCommunities, listLinks } from "../../graph/assign-communities.ts";
import type { NodeKind } from "../../model/schema.ts";
import { METRIC_NAMES, type MetricId } from "../../view/look.ts";
import type { Metric, MetricGraph } from "./metric.ts";

/** PageRank goes on until a round changes a node by less than this on the average. */
const TOLERANCE = 1e-7;
const MOST_ROUNDS = 1000;

/** Every metric that the page offers. Links count once for each pair of nodes, and in both directions. */
export const METRICS: readonly Metric<MetricId | "community">[] = [
  {
    id: "degree",
    title: METRIC_NAMES.degree,
    description: "How many others it is linked with.",
    scope: "shown",
    compute(graph) {
      const simple = simplify(graph);
      return new Map(simple.nodes().map((node) => [node, simple.degree(node)]));
    },
  },
  {
    id: "betweenness",
    title: METRIC_NAMES.betweenness,
    description: "How often it lies on the shortest way between two others: high for those who join groups.",
    scope: "shown",
    compute: (graph, report) => computeBetweenness(simplify(graph), report),
  },
  {
    id: "pagerank",
    title: METRIC_NAMES.pagerank,
    description: "How much weight comes to it by way of those that have weight themselves.",
    scope: "shown",
    compute(graph) {
      const simple = simplify(graph);
      if (simple.order === 0) return new Map();
      const options = { getEdgeWeight: "weight", tolerance: TOLERANCE, maxIterations: MOST_ROUNDS } as const;
      return new Map(Object.entries(pagerank(simple, options)));
    },
  },
  {
    id: "core",
    title: METRIC_NAMES.core,
    description: "The largest k for which it belongs to a group where everybody has k links inside.",
    scope: "shown",
    compute: (graph) => computeCores(simplify(graph)),
  },
  {
    id: "community",
    title: "Community",
    description: "Which group it hangs together with most (Louvain).",
    scope: "whole",
    compute: (graph, _, resolution) => computeCommunities(listLinks(graph), resolution),
  },
];

/** One undirected edge per pair of nodes, with the sum of the weights. */
function simplify(graph: MetricGraph): UndirectedGraph<{ kind: NodeKind }, { weight: number }> {
  const simple = new UndirectedGraph<{ kind: NodeKind }, { weight: number }>();
  graph.forEachNode((node, { kind }) => simple.addNode(node, { kind }));
  graph.forEachEdge((_, { weight }, source, target) =>
    simple.updateUndirectedEdge(source, target, (attributes) => ({
      weight: (attributes.weight ?? 0) + weight,
    })),
  );
  return simple;
}

/**
 * The share of all pairs' shortest ways that lead through each node. Cost: nodes times edges.
 * @see Brandes, "A faster algorithm for betweenness centrality", 2001,
 *   https://doi.org/10.1080/0022250X.2001.9990249
 */
function computeBetweenness(graph: UndirectedGraph, report: (share: number) => void): Map<string, number> {
  const nodes = graph.nodes();
  const sums = new Float64Array(nodes.length);
  const shares = new Float64Array(nodes.length);
  if (nodes.length === 0) return new Map();
  const search = createUnweightedIndexedBrandes(graph);
  for (const source of nodes.keys()) {
    const [stack, predecessors, ways] = search(source);
    shares.fill(0);
    while (stack.size > 0) {
      const node = stack.pop() ?? 0;
      const share = (1 + (shares[node] ?? 0)) / (ways[node] ?? 1);
      for (const before of predecessors[node] ?? [])
        shares[before] = (shares[before] ?? 0) + (ways[before] ?? 0) * share;
      if (node !== source) sums[node] = (sums[node] ?? 0) + (shares[node] ?? 0);
    }
    if (source % 64 === 0) report(source / nodes.length);
  }
  const pairs = Math.max(1, (nodes.length - 1) * (nodes.length - 2));
  return new Map(nodes.map((node, index) => [node, (sums[index] ?? 0) / pairs]));
}

/**
 * The core number of every node. Cost: nodes and edges.
 * @see Batagelj, Zaveršnik, "An O(m) algorithm for cores decomposition of networks", 2003,
 *   https://arxiv.org/abs/cs/0310049
 */
function computeCores(graph: UndirectedGraph): Map<string, number> {
  const left = new Map(graph.nodes().map((node) => [node, graph.degree(node)]));
  const cores = new Map<string, number>();
  const byDegree: string[][] = [];
  const file = (node: string, degree: number): void => void (byDegree[degree] ??= []).push(node);
  for (const [node, degree] of left) file(node, degree);
  for (let core = 0; core < byDegree.length; core++) {
    // A node comes again in a lower list with each neighbour that it loses: the first time counts.
    for (let node = byDegree[core]?.pop(); node !== undefined; node = byDegree[core]?.pop()) {
      if (cores.has(node)) continue;
      cores.set(node, core);
      graph.forEachNeighbor(node, (other) => {
        if (cores.has(other)) return;
        const degree = Math.max(core, (left.get(other) ?? 0) - 1);
        left.set(other, degree);
        file(other, degree);
      });
    }
  }
  return cores;
}
