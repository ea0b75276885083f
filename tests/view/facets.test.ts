import { describe, expect, test } from "vitest";
import { nameCommunities } from "../../src/explorer/looks/name-communities.ts";
import { countFacet } from "../../src/view/facets.ts";
import { showAll } from "../../src/view/find-shown.ts";
import type { FacetId } from "../../src/view/view-state.ts";
import { createMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import { runThrough } from "../../src/graph/run-through.ts";
import type { MinutesGraph } from "../../src/model/graph-attributes.ts";
import type { NodeKind, Relation } from "../../src/model/schema.ts";

function createGraph(
  nodes: readonly (readonly [kind: NodeKind, label: string, community: number])[],
  edges: readonly (readonly [source: string, relation: Relation, target: string])[],
): MinutesGraph {
  const graph = createMinutesGraph();
  for (const [kind, label, community] of nodes)
    graph.addNode(label, { kind, label, aliases: [], x: 0, y: 0, degree: 0, community });
  for (const [source, relation, target] of edges)
    graph.addEdgeWithKey(`${source} ${relation} ${target}`, source, target, {
      relation,
      weight: 1,
      evidence: [{ document: "d", start: 0, end: 1, quote: "q", rule: "r" }],
    });
  return graph;
}

const graph = createGraph(
  [
    ["person", "Ida", 0],
    ["person", "Tom", 1],
    ["organisation", "Holm", 0],
    ["organisation", "Reed", 1],
    ["topic", "pilot", 0],
  ],
  [
    ["Ida", "affiliated_with", "Holm"],
    ["Tom", "affiliated_with", "Reed"],
    ["Ida", "works_on", "pilot"],
    ["Tom", "discussed", "pilot"],
    ["Holm", "committed_to", "pilot"],
  ],
);
const nameAll = (of: MinutesGraph) =>
  runThrough(nameCommunities(of, (node) => of.getNodeAttribute(node, "community")));
const count = (id: FacetId, shown = showAll(graph)) =>
  runThrough(countFacet(graph, id, shown, nameAll(graph)));

describe("counting a facet", () => {
  test("an organisation has its people and what they have to do with, each once", () => {
    expect(count("organisation")).toEqual([
      { value: "Holm", name: "Holm", total: 3, shown: 3 },
      { value: "Reed", name: "Reed", total: 3, shown: 3 },
    ]);
  });

  test("a community is named by the matters that most is said of, else by people, and the largest is first", () => {
    expect(count("community")).toEqual([
      { value: "0", name: "pilot", total: 3, shown: 3 },
      { value: "1", name: "Tom, Reed", total: 2, shown: 2 },
    ]);
  });

  test("tells what of it is shown, which can be nothing", () => {
    const shown = { nodes: new Set(["Ida"]), edges: new Set<string>() };
    expect(count("community", shown).map((each) => each.shown)).toEqual([1, 0]);
    expect(count("modality", shown)).toEqual([{ value: "plainly", name: "plainly", total: 5, shown: 0 }]);
  });

  test("yields at least every 64 nodes and edges of each pass", () => {
    const names = Array.from({ length: 640 }, (_, place) => ["person", `p${place}`, place] as const);
    const many = createGraph(
      names,
      names.slice(1).map(([, name]) => [name, "related_to", "p0"] as const),
    );
    for (const [id, passes] of [
      ["organisation", 4],
      ["community", 1],
      ["weight", 1],
    ] as const) {
      const work = countFacet(many, id, showAll(many), nameAll(many));
      let yields = 0;
      while (!work.next().done) yields++;
      expect([id, yields >= 9 * passes]).toEqual([id, true]);
    }
  });
});
