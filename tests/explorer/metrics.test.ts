import { MultiDirectedGraph } from "graphology";
import betweenness from "graphology-metrics/centrality/betweenness";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MetricGraph } from "../../src/explorer/metrics/metric.ts";
import { METRICS } from "../../src/explorer/metrics/metrics.ts";

type Pair = readonly [number, number];

function createGraph(order: number, pairs: readonly Pair[]): MetricGraph {
  const graph: MetricGraph = new MultiDirectedGraph();
  for (let node = 0; node < order; node++) graph.addNode(String(node), { kind: "topic" });
  for (const [a, b] of pairs)
    if (a !== b && a < order && b < order) graph.addEdge(String(a), String(b), { weight: 1 });
  return graph;
}

function compute(id: string, graph: MetricGraph, resolution = 1): Record<string, number> {
  const metric = METRICS.find((each) => each.id === id);
  return Object.fromEntries(metric?.compute(graph, () => undefined, resolution) ?? []);
}

/** A triangle 0-1-2 with a tail 2-3-4. */
const TAILED: readonly Pair[] = [
  [0, 1],
  [1, 2],
  [2, 0],
  [2, 3],
  [3, 4],
];
const graphs = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 30 }))
  .map(([order, pairs]) => createGraph(order, pairs));

describe("metrics", () => {
  test("degree counts a neighbour once, however many links there are to it", () => {
    const graph = createGraph(3, [
      [0, 1],
      [1, 0],
      [0, 1],
      [1, 2],
    ]);
    expect(compute("degree", graph)).toEqual({ 0: 1, 1: 2, 2: 1 });
  });

  test("betweenness is what the library says of the same graph without direction", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        fc.pre(graph.order > 2);
        const simple = graph.emptyCopy({ type: "undirected", multi: false });
        graph.forEachEdge((_, { weight }, source, target) =>
          simple.mergeUndirectedEdge(source, target, { weight }),
        );
        const wanted = betweenness(simple, { getEdgeWeight: null });
        const found = compute("betweenness", graph);
        for (const node of graph.nodes()) expect(found[node]).toBeCloseTo(wanted[node] ?? NaN, 9);
      }),
    );
  });

  test("betweenness reports how far it is, never going back", () => {
    const path = Array.from({ length: 400 }, (_, node): Pair => [node, node + 1]);
    const shares: number[] = [];
    const metric = METRICS.find(({ id }) => id === "betweenness");
    metric?.compute(createGraph(401, path), (share) => shares.push(share), 1);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThan(1);
  });

  test("PageRank sums to one, and gives nodes alike the same", () => {
    const found = compute("pagerank", createGraph(5, TAILED));
    expect(Object.values(found).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
    expect(found["0"]).toBeCloseTo(found["1"] ?? NaN, 6);
    expect(found["2"]).toBeGreaterThan(found["4"] ?? NaN);
  });

  test("the core of a triangle is 2, of its tail 1, and of a node alone 0", () => {
    expect(compute("core", createGraph(6, TAILED))).toEqual({ 0: 2, 1: 2, 2: 2, 3: 1, 4: 1, 5: 0 });
  });

  test("within the nodes of core k or more, everybody has k neighbours", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const cores = compute("core", graph);
        for (const node of graph.nodes()) {
          const core = cores[node] ?? NaN;
          const inside = graph.neighbors(node).filter((other) => (cores[other] ?? NaN) >= core);
          expect(inside.length).toBeGreaterThanOrEqual(core);
          expect(core).toBeLessThanOrEqual(graph.neighbors(node).length);
        }
      }),
    );
  });

  test("more resolution never gives fewer communities of two cliques on a bridge, and finds both", () => {
    const clique = (from: number): Pair[] =>
      [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].filter((b) => a < b).map((b): Pair => [from + a, from + b]));
    const graph = createGraph(8, [...clique(0), ...clique(4), [3, 4]]);
    const count = (resolution: number): number =>
      new Set(Object.values(compute("community", graph, resolution))).size;
    expect(count(1)).toBe(2);
    expect(count(0.05)).toBe(1);
    expect(count(3)).toBeGreaterThan(2);
  });

  test("every metric gives every node a number, on a graph without links, and without nodes", () => {
    for (const { id } of METRICS) {
      expect(compute(id, createGraph(0, []))).toEqual({});
      const found = compute(id, createGraph(3, []));
      expect(Object.keys(found)).toEqual(["0", "1", "2"]);
      for (const value of Object.values(found)) expect(value).toBeTypeOf("number");
    }
  });
});
