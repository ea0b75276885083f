import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignCommunities, computeCommunities, listLinks } from "../../src/graph/assign-communities.ts";
import { assignDegree } from "../../src/graph/assign-degree.ts";
import { assignLayout, computeLayout } from "../../src/graph/assign-layout.ts";
import { createMinutesGraph, serializeMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import type { MinutesGraph, SerializedMinutesGraph } from "../../src/model/graph-attributes.ts";
import { createTestGraph, type Statement } from "./create-test-graph.ts";

const name = (kind: string) => fc.integer({ min: 0, max: 12 }).map((number) => `${kind}:${kind} ${number}`);
const statement: fc.Arbitrary<Statement> = fc.record({
  from: name("person"),
  relation: fc.constantFrom("works_on", "discussed", "committed_to"),
  to: name("topic"),
});
const graphs = fc
  .array(statement, { minLength: 1, maxLength: 60 })
  .map((statements) => createTestGraph([{ date: "2024-01-02", statements }]));

function assignAll(serialized: SerializedMinutesGraph): string {
  const graph = createMinutesGraph(serialized);
  assignDegree(graph);
  assignCommunities(graph);
  assignLayout(graph);
  return JSON.stringify(serializeMinutesGraph(graph));
}

function twoTeams(): MinutesGraph {
  const statements = ["red", "blue"].flatMap((team) =>
    [1, 2, 3].flatMap((person) =>
      [1, 2, 3].map((topic): Statement => {
        return { from: `person:${team} ${person}`, relation: "works_on", to: `topic:${team} ${topic}` };
      }),
    ),
  );
  statements.push({ from: "person:red 1", relation: "works_on", to: "topic:red 4" });
  return createTestGraph([{ date: "2024-01-02", statements }]);
}

describe("layout, communities and degree", () => {
  it("give the same bytes whatever the order of nodes and edges", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const serialized = serializeMinutesGraph(graph);
        const reversed = {
          ...serialized,
          nodes: serialized.nodes.toReversed(),
          edges: serialized.edges.toReversed(),
        };
        expect(assignAll(reversed)).toBe(assignAll(serialized));
      }),
      { numRuns: 30 },
    );
  });

  it("lays no node on another", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const points = [...computeLayout(graph).values()];
        for (const [index, a] of points.entries()) {
          for (const b of points.slice(index + 1)) {
            expect(Math.hypot((a.x - b.x) / 100, (a.y - b.y) / 34)).toBeGreaterThan(0.8);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("accepts a graph without nodes", () => {
    expect(computeLayout(createMinutesGraph()).size).toBe(0);
    expect(computeCommunities(listLinks(createMinutesGraph())).size).toBe(0);
  });

  it("numbers the larger team 0, and parts teams that only a meeting joins", () => {
    const communities = computeCommunities(listLinks(twoTeams()));
    expect(communities.get("person:red-1")).toBe(0);
    expect(communities.get("topic:red-4")).toBe(0);
    expect(communities.get("person:blue-1")).toBe(1);
    expect(communities.get("meeting:2024-01-02-call")).toBe(0);
  });

  it("draws a team closer together than two teams", () => {
    const layout = computeLayout(twoTeams());
    const at = (node: string) => layout.get(node) ?? { x: Number.NaN, y: Number.NaN };
    const distance = (a: string, b: string) => Math.hypot(at(a).x - at(b).x, at(a).y - at(b).y);
    expect(distance("person:red-1", "topic:red-1")).toBeLessThan(distance("person:red-1", "topic:blue-1"));
  });

  it("counts parallel edges of different relations in the degree", () => {
    const graph = createTestGraph([
      {
        date: "2024-01-02",
        statements: [
          { from: "person:Ann", relation: "works_on", to: "topic:Tea" },
          { from: "person:Ann", relation: "works_on", to: "topic:Tea" },
          { from: "person:Ann", relation: "discussed", to: "topic:Tea" },
        ],
      },
    ]);
    assignDegree(graph);
    expect(graph.getNodeAttribute("person:ann", "degree")).toBe(2);
  });
});
