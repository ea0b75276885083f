import { expect, test } from "vitest";
import { measureImportance, rankNodes } from "../../src/explorer/canvas/importance.ts";
import { runInSlices } from "../../src/explorer/run-in-slices.ts";
import { createMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import { runThrough } from "../../src/graph/run-through.ts";
import type { Relation } from "../../src/model/schema.ts";

const graph = createMinutesGraph();
for (const node of ["a", "b", "c", "d"])
  graph.addNode(node, { kind: "topic", label: node, aliases: [], x: 0, y: 0, degree: 0, community: 0 });
const link = (source: string, target: string, relation: Relation, weight: number): unknown =>
  graph.addDirectedEdge(source, target, { relation, weight, evidence: [] });
link("b", "c", "works_on", 1);
link("b", "d", "attended", 8);

test("work counts more than attendance, whatever their weights", async () => {
  const importance = await runInSlices(measureImportance(graph));
  expect(runThrough(rankNodes(importance))).toEqual(["b", "c", "d", "a"]);
});

test("nodes are ranked by importance, equals in the order given", () => {
  const importance = new Map([
    ["x", 0],
    ["z", 2.5],
    ["y", 2.5],
    ["w", 1e5],
    ["v", 0],
  ]);
  expect(runThrough(rankNodes(importance))).toEqual(["w", "z", "y", "x", "v"]);
  expect(runThrough(rankNodes(new Map()))).toEqual([]);
});
