import { describe, expect, test } from "vitest";
import { fitCommunities, placeCommunities } from "../../src/explorer/overview/lay-out-communities.ts";
import { placeNames } from "../../src/explorer/overview/place-names.ts";
import { summariseCommunities } from "../../src/explorer/overview/summarise-communities.ts";
import { nameCommunities } from "../../src/explorer/looks/name-communities.ts";
import { ExplorerStore } from "../../src/explorer/store/explorer-store.ts";
import { parseViewState, writeViewState } from "../../src/view/view-state.ts";
import { createMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import { runThrough } from "../../src/graph/run-through.ts";
import type { MinutesGraph } from "../../src/model/graph-attributes.ts";
import type { NodeKind } from "../../src/model/schema.ts";

/** Three topics and a person in community 0, two people in 1, one topic in 2. */
function createGraph(): MinutesGraph {
  const graph = createMinutesGraph();
  const add = (key: string, kind: NodeKind, community: number): void =>
    void graph.addNode(key, {
      kind,
      label: key.toUpperCase(),
      aliases: [],
      x: 0,
      y: 0,
      degree: 0,
      community,
    });
  for (const key of ["a", "b", "c"]) add(key, "topic", 0);
  add("p", "person", 0);
  for (const key of ["q", "r"]) add(key, "person", 1);
  add("z", "topic", 2);
  const link = (source: string, target: string, weight: number): void =>
    void graph.addDirectedEdgeWithKey(`${source}${target}`, source, target, {
      relation: "works_on",
      weight,
      evidence: [],
    });
  link("p", "b", 5);
  link("p", "c", 2);
  link("q", "b", 1);
  link("r", "b", 1);
  link("q", "c", 1);
  return graph;
}

const ofFile = (graph: MinutesGraph) => (node: string) => graph.getNodeAttribute(node, "community");
const nameAll = (graph: MinutesGraph) => runThrough(nameCommunities(graph, ofFile(graph)));
const showAll = (graph: MinutesGraph) => ({ nodes: new Set(graph.nodes()), edges: new Set(graph.edges()) });

describe("communities", () => {
  test("are named by the matters that most is said of, else by people; the largest is first", () => {
    expect(nameAll(createGraph()).list).toEqual([
      { id: "0", name: "B, C", size: 4 },
      { id: "1", name: "Q, R", size: 2 },
      { id: "2", name: "Z", size: 1 },
    ]);
  });

  test("are summarised with links within, and one link for two of them that counts all between", () => {
    const graph = createGraph();
    const { nodes, links } = runThrough(summariseCommunities(graph, nameAll(graph), showAll(graph)));
    expect(nodes.map(({ id, shown, inside, outside }) => [id, shown, inside, outside])).toEqual([
      ["0", 4, 2, 3],
      ["1", 2, 0, 3],
      ["2", 1, 0, 0],
    ]);
    expect(links).toEqual([{ from: 0, to: 1, count: 3 }]);
  });

  test("of which nothing is shown are left out, and ranks stay", () => {
    const graph = createGraph();
    const shown = { nodes: new Set(["q", "z"]), edges: new Set<string>() };
    const { nodes, links } = runThrough(summariseCommunities(graph, nameAll(graph), shown));
    expect(nodes.map(({ id, rank, shown: count }) => [id, rank, count])).toEqual([
      ["1", 1, 1],
      ["2", 2, 1],
    ]);
    expect(links).toEqual([]);
  });
});

describe("the picture of communities", () => {
  const nodes = [5000, 900, 880, 40, 3, 1].map((shown) => ({ shown }));
  const links = [
    { from: 0, to: 1, count: 90 },
    { from: 1, to: 2, count: 10 },
  ];
  const points = placeCommunities(nodes.length, links);

  test("is the same each time", () => {
    expect(placeCommunities(nodes.length, links)).toEqual(points);
  });

  test.each([
    [900, 700],
    [330, 400],
    [220, 120],
  ])("has room in %d by %d pixels, and no disc covers another", (width, height) => {
    const discs = fitCommunities(nodes, points, { width, height });
    for (const [index, { x, y, radius }] of discs.entries()) {
      expect(x - radius).toBeGreaterThan(-1);
      expect(x + radius).toBeLessThan(width + 1);
      expect(y - radius).toBeGreaterThan(-1);
      expect(y + radius).toBeLessThan(height + 1);
      for (const other of discs.slice(index + 1))
        expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(radius + other.radius);
    }
  });

  test("has one community, or none, too", () => {
    const room = { width: 300, height: 200 };
    expect(fitCommunities([{ shown: 7 }], placeCommunities(1, []), room)[0]).toMatchObject({ x: 150 });
    expect(fitCommunities([], placeCommunities(0, []), room)).toEqual([]);
  });

  test("names a disc within it where there is room, else beside it, and never over another disc", () => {
    const discs = [
      { x: 100, y: 100, radius: 60 },
      { x: 200, y: 100, radius: 12 },
    ];
    const room = { width: 320, height: 200 };
    const measure = (text: string): number => text.length * 8;
    const [large, small] = placeNames(discs, ["Ann, Bob", "A longer name"], room, measure);
    expect(large).toEqual({ lines: ["Ann, Bob"], x: 100, y: 100 });
    expect(small?.lines).toEqual(["A longer name"]);
    expect(small?.x).toBeGreaterThan(200);
    expect(placeNames(discs, ["", "x".repeat(60)], room, measure)[1]).toBeUndefined();
    const [, short] = placeNames(discs, ["", `Ann, ${"x".repeat(60)}`], room, measure);
    expect(short?.lines).toEqual(["Ann"]);
  });
});

describe("a community that is opened", () => {
  const open = (): ExplorerStore => {
    const store = new ExplorerStore();
    store.open({ name: "g", graph: createGraph(), diagnostics: [] });
    return store;
  };

  test("is shown alone, is in the address, and undone with one step", () => {
    const store = open();
    store.setView("overview");
    store.openCommunity("1");
    expect([...store.shown.value.nodes]).toEqual(["q", "r"]);
    expect(store.shown.value.counts?.kinds).toEqual(new Map([["person", 2]]));
    expect(writeViewState(store.state.value)).toBe("community=1");
    store.history.undo();
    expect(writeViewState(store.state.value)).toBe("view=overview");
  });

  test("is closed by the same key as everything else, after what lies above it", () => {
    const store = open();
    store.openCommunity("1");
    store.select("q");
    store.closeUppermost();
    expect(store.openedCommunity.value).toBe("1");
    store.closeUppermost();
    expect([store.openedCommunity.value, store.state.value.view]).toEqual([undefined, "overview"]);
  });

  test("is closed where communities are told apart more finely: its number means another one", () => {
    const store = open();
    store.openCommunity("1");
    store.setLook({ resolution: 2 });
    expect(store.openedCommunity.value).toBeUndefined();
  });

  test("waits until communities are found, where they are not those of the file", () => {
    const store = open();
    store.state.value = parseViewState("resolution=2&community=1");
    expect([store.findsCommunities.value, store.shown.value.nodes.size]).toEqual([true, 0]);
    const values = new Map(createGraph().mapNodes((node) => [node, node === "z" ? 1 : 0] as const));
    const measure = { title: "Community", description: "", values, resolution: 2 };
    store.measures.value = new Map([["community", measure]]);
    expect([...store.shown.value.nodes]).toEqual(["z"]);
  });
});
