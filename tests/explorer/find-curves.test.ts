import { expect, test } from "vitest";
import { findCurves as findCurvesGradually } from "../../src/explorer/canvas/find-curves.ts";
import { createMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import { runInSlices } from "../../src/explorer/run-in-slices.ts";
import type { MinutesGraph } from "../../src/model/graph-attributes.ts";
import type { Relation } from "../../src/model/schema.ts";

function createGraph(relations: readonly Relation[]) {
  const graph = createMinutesGraph();
  const node = { aliases: [], x: 0, y: 0, degree: 0, community: 0 };
  graph.addNode("person:ida", { ...node, kind: "person", label: "Ida" });
  graph.addNode("topic:bees", { ...node, kind: "topic", label: "bees" });
  for (const relation of relations)
    graph.addEdgeWithKey(relation, "person:ida", "topic:bees", { relation, weight: 1, evidence: [] });
  return graph;
}

async function findCurves(graph: MinutesGraph, step: number): Promise<Map<string, number>> {
  return await runInSlices(findCurvesGradually(graph, step));
}

test("leaves the only edge between two nodes straight", async () => {
  expect(await findCurves(createGraph(["works_on"]), 0.25)).toEqual(new Map());
});

test("bends two edges apart", async () => {
  const curves = await findCurves(createGraph(["works_on", "discussed"]), 0.25);
  expect([...curves.values()]).toEqual([-0.125, 0.125]);
});

test("leaves the middle one of three straight, since a curve without a bend is not drawn", async () => {
  const curves = await findCurves(createGraph(["works_on", "committed_to", "discussed"]), 0.25);
  expect(curves).toEqual(
    new Map([
      ["works_on", -0.25],
      ["discussed", 0.25],
    ]),
  );
});
