import { beforeEach, describe, expect, test, vi } from "vitest";
import { ExplorerStore } from "../../src/explorer/store/explorer-store.ts";
import { findShown } from "../../src/view/find-shown.ts";
import { INITIAL_STATE } from "../../src/view/view-state.ts";
import { createMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import { runThrough } from "../../src/graph/run-through.ts";
import type { MinutesGraph } from "../../src/model/graph-attributes.ts";
import type { NodeKind } from "../../src/model/schema.ts";

const NODES = 4000;
const EDGES = 20_000;
const DOCUMENTS = ["monday", "tuesday"];
const KINDS: readonly NodeKind[] = ["person", "topic"];

/** Persons and topics in turn, and edges to the next few of them. */
function createLargeGraph(): MinutesGraph {
  const graph = createMinutesGraph();
  const documents = DOCUMENTS.map((id, day) => {
    const document = { path: id, title: id, date: `2024-07-0${day + 1}`, text: "", mentions: [] };
    return [id, document] as const;
  });
  graph.setAttribute("documents", Object.fromEntries(documents));
  for (let node = 0; node < NODES; node++)
    graph.addNode(`n${node}`, {
      kind: KINDS[node % 2] ?? "topic",
      label: `Node ${node}`,
      aliases: [],
      x: node,
      y: 0,
      degree: 10,
      community: 0,
    });
  for (let edge = 0; edge < EDGES; edge++) {
    const [source, target] = [edge % NODES, (edge + 1 + Math.floor(edge / NODES)) % NODES];
    graph.addEdgeWithKey(`e${edge}`, `n${source}`, `n${target}`, {
      relation: "related_to",
      weight: 1 + (edge % 3),
      evidence: [
        { document: DOCUMENTS[edge % 2] ?? "", start: 0, end: 1, quote: `quote ${edge}`, rule: "imported" },
      ],
    });
  }
  return graph;
}

describe("filters of a large graph", () => {
  const graph = createLargeGraph();
  let store: ExplorerStore;
  beforeEach(() => {
    store = new ExplorerStore();
    store.open({ name: "large", graph, diagnostics: [] });
  });

  test("keep what was shown until what they leave is found: the same as at once", async () => {
    store.toggleKind("topic");
    store.setText("1");
    const { state } = store;
    const focus = { start: undefined, wanted: { nodes: new Set<string>(), edges: new Set<string>() } };
    const expected = runThrough(findShown(graph, state.value, { ...focus, spanned: undefined }));
    await vi.waitUntil(() => store.shown.value.nodes.size === expected.nodes.size, 5000);
    expect(store.shown.value).toEqual(expected);
    expect(expected.edges.size).toBeGreaterThan(0);
  });

  test("keep to a time, with their counts, as soon as what was said in it is found", async () => {
    store.setPeriod({ since: "2024-07-02", until: "2024-07-02" });
    await vi.waitUntil(() => store.spanned.value !== undefined, 5000);
    expect(store.spanned.value?.edges.size).toBe(EDGES / 2);
    expect(store.counts.value.relations.get("related_to")).toBe(EDGES / 2);
    await vi.waitUntil(() => store.shown.value.edges.size === EDGES / 2, 5000);
    store.setPeriod({});
    expect(store.spanned.value).toBeUndefined();
    expect(store.counts.value.relations.get("related_to")).toBe(EDGES);
  });

  test("yield at least every 64 nodes or edges", () => {
    const filter = { ...INITIAL_STATE, text: "quote 7", rest: "faint" as const };
    const nothing = { nodes: new Set<string>(), edges: new Set<string>() };
    const work = findShown(graph, filter, { start: undefined, wanted: nothing, spanned: undefined });
    let yields = 0;
    while (!work.next().done) yields++;
    // Text, filter and rest each go through all of them.
    expect(yields).toBeGreaterThanOrEqual(Math.floor((3 * (NODES + EDGES)) / 64) - 3);
  });

  test("the last of several changes counts", async () => {
    store.setText("1");
    store.setText("17");
    store.setText("Node 1234");
    await vi.waitUntil(() => store.shown.value.nodes.size === 1, 5000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([...store.shown.value.nodes]).toEqual(["n1234"]);
  });

  test("are not gone through again when something is selected", async () => {
    store.toggleKind("topic");
    await vi.waitUntil(() => store.shown.value.nodes.size === NODES / 2, 5000);
    const before = store.shown.value;
    store.select("n2");
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(store.shown.value).toBe(before);
  });
});
