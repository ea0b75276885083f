import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { buildGraph } from "../../src/build-graph.ts";
import { defaultGazetteer } from "../../src/default-gazetteer.ts";
import { createCard } from "../../src/explorer/store/node-card.ts";
import { ExplorerStore } from "../../src/explorer/store/explorer-store.ts";
import type { SearchHit } from "../../src/explorer/store/search.ts";
import { createMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import { runThrough } from "../../src/graph/run-through.ts";
import type { MinutesGraph } from "../../src/model/graph-attributes.ts";

const path = "kvm-2013-12-03.txt";
const bytes = new Uint8Array(readFileSync(new URL(`../../graph-data/minutes/${path}`, import.meta.url)));
const { graph } = await buildGraph([{ path, bytes }], { gazetteer: defaultGazetteer });
const countOf = (relation: string): number =>
  graph.edges.filter(({ attributes }) => attributes?.relation === relation).length;

let store: ExplorerStore;
beforeEach(() => {
  store = new ExplorerStore();
  store.open({ name: path, graph, diagnostics: [] });
});

describe("what is shown", () => {
  test("is every node at first, without the relations that link everything with everything", () => {
    expect(store.shown.value.nodes.size).toBe(graph.nodes.length);
    expect(store.shown.value.edges.size).toBe(graph.edges.length - countOf("attended") - countOf("covered"));
  });

  test("lacks a hidden kind with all of its edges, until it is shown again", () => {
    store.toggleKind("topic");
    const { nodes, edges } = store.shown.value;
    expect([...nodes].some((node) => node.startsWith("topic:"))).toBe(false);
    expect([...edges].some((edge) => edge.includes("topic:"))).toBe(false);
    store.toggleKind("topic");
    expect(store.shown.value.nodes.size).toBe(graph.nodes.length);
  });

  test("keeps the nodes of a hidden relation", () => {
    store.toggleRelation("works_on");
    expect([...store.shown.value.edges].some((edge) => edge.includes("|works_on|"))).toBe(false);
    expect(store.shown.value.nodes.size).toBe(graph.nodes.length);
  });

  test("is the selected node and its neighbours within one step, and more within two", () => {
    store.toggleRelation("covered");
    store.select("topic:gicv3");
    store.setSteps(1);
    const near = store.shown.value.nodes;
    const neighbours = getGraph(store).neighbors("topic:gicv3");
    expect([...near].toSorted(byCodeUnit)).toEqual(["topic:gicv3", ...neighbours].toSorted(byCodeUnit));
    store.setSteps(2);
    expect(store.shown.value.nodes.size).toBeGreaterThan(near.size);
  });

  test("is everything again once nothing is selected", () => {
    store.select("topic:gicv3");
    store.setSteps(1);
    store.select(undefined);
    expect(store.shown.value.nodes.size).toBe(graph.nodes.length);
  });

  test("is as at first after the filters are cleared, and the selection stays", () => {
    const first = store.shown.value.edges.size;
    store.select("person:marc-zyngier");
    store.toggleKind("project");
    store.toggleRelation("covered");
    store.clearFilters();
    expect(store.shown.value.edges.size).toBe(first);
    expect(store.selected.value).toBe("person:marc-zyngier");
  });
});

describe("the selection", () => {
  test("is nothing where the graph does not have the node", () => {
    store.select("person:nobody");
    expect(store.selected.value).toBeUndefined();
  });

  test("brings a hidden kind back when somebody goes to a node of it", () => {
    store.toggleKind("topic");
    store.goTo("topic:gicv3");
    expect(store.selected.value).toBe("topic:gicv3");
    expect(store.shown.value.nodes.has("topic:gicv3")).toBe(true);
  });

  test("and the open minutes are forgotten when another graph is opened", () => {
    store.select("person:marc-zyngier");
    store.openSentence({ document: path, start: 0, end: 3 });
    store.open({ name: "empty", graph: { ...graph, nodes: [], edges: [] }, diagnostics: [] });
    expect(store.state.value.selected).toBeUndefined();
    expect(store.state.value.place).toBeUndefined();
  });

  test("of a link survives the opening of the first graph", () => {
    const linked = new ExplorerStore();
    linked.select("person:marc-zyngier");
    linked.open({ name: path, graph, diagnostics: [] });
    expect(linked.selected.value).toBe("person:marc-zyngier");
  });
});

describe("the minutes", () => {
  test("open at a sentence and close", () => {
    store.openSentence({ document: path, start: 10, end: 20 });
    expect(store.place.value).toEqual({ document: path, start: 10, end: 20 });
    store.closeMinutes();
    expect(store.place.value).toBeUndefined();
  });

  test("do not open where the graph has no such document", () => {
    store.openSentence({ document: "other.txt", start: 0, end: 1 });
    expect(store.place.value).toBeUndefined();
  });
});

describe("the search", () => {
  test.each([
    ["a given name", "marc", "person:marc-zyngier"],
    ["the beginning of a name", "maydel", "person:peter-maydell"],
    ["a misspelling", "christofer dal", "person:christoffer-dall"],
    ["an alias", "antionios", "person:antonios-motakis"],
    ["another case", "gicV3", "topic:gicv3"],
  ])("finds by %s", async (_, query, node) => {
    expect((await search(query))[0]?.node).toBe(node);
  });

  test("finds nothing that nobody is called", async () => {
    expect(await search("zzzzzz")).toEqual([]);
  });

  test("of one graph is not that of the next", async () => {
    await store.prepareSearch();
    store.open({ name: "empty", graph: createMinutesGraph(), diagnostics: [] });
    expect(store.search.value).toBeUndefined();
    expect(await search("marc")).toEqual([]);
  });

  async function search(query: string): Promise<SearchHit[]> {
    await store.prepareSearch();
    return runThrough(store.search.value?.(query) ?? neverReady());
  }
});

describe("a card", () => {
  test("tells each neighbour once in each relation, with the sentences of the edge", () => {
    for (const { key } of graph.nodes) {
      const lines = runThrough(createCard(getGraph(store), key)).flatMap((section) => section.lines);
      const told = lines.reduce((sum, { evidence }) => sum + evidence.length, 0);
      const own = graph.edges.filter(({ source, target }) => source === key || target === key);
      expect([key, lines.length]).toEqual([key, own.length]);
      expect(told).toBe(own.reduce((sum, { attributes }) => sum + (attributes?.weight ?? 0), 0));
    }
  });

  test("of a person begins with whom they are with and what they work on", () => {
    const titles = runThrough(createCard(getGraph(store), "person:marc-zyngier")).map(({ title }) => title);
    expect(titles.slice(0, 2)).toEqual(["Is with", "Works on"]);
  });
});

describe("communities that come after the graph", () => {
  const [first = ""] = graph.nodes.map(({ key }) => key);
  const communities = Uint32Array.from(graph.nodes, (_, place) => place);

  test("are not known before, and then are what every node bears", async () => {
    store.open({ name: path, graph, diagnostics: [], communities: Promise.resolve(communities) });
    expect(store.communityOf.value).toBeUndefined();
    await store.grouped;
    expect(graph.nodes.map(({ key }) => store.communityOf.value?.(key))).toEqual([...communities]);
  });

  test("are not looked for a second time when they are wanted meanwhile", async () => {
    store.open({ name: path, graph, diagnostics: [], communities: Promise.resolve(communities) });
    store.setLook({ colour: "community" });
    expect(store.findsCommunities.value).toBe(false);
    await store.grouped;
    expect(store.findsCommunities.value).toBe(false);
  });

  test("are waited for by questions", async () => {
    let come = (_: Uint32Array): void => undefined;
    const coming = new Promise<Uint32Array>((resolve) => {
      come = resolve;
    });
    store.open({ name: path, graph, diagnostics: [], communities: coming });
    const preparing = store.prepareQuestions();
    come(communities);
    await preparing;
    expect(store.questions.value?.graph.getNodeAttribute(first, "community")).toBe(0);
    const last = graph.nodes.length - 1;
    expect(store.questions.value?.graph.getNodeAttribute(graph.nodes[last]?.key ?? "", "community")).toBe(
      last,
    );
  });

  test("of another graph that was opened since change nothing", async () => {
    let come = (_: Uint32Array): void => undefined;
    const coming = new Promise<Uint32Array>((resolve) => {
      come = resolve;
    });
    store.open({ name: path, graph, diagnostics: [], communities: coming });
    store.open({ name: path, graph, diagnostics: [] });
    come(communities);
    await coming;
    expect(store.communityOf.value?.(first)).toBe(graph.nodes[0]?.attributes?.community);
  });
});

function neverReady(): never {
  throw new Error("The names were not made findable");
}

function getGraph({ graph: { value } }: ExplorerStore): MinutesGraph {
  if (!value) throw new Error("No graph is open");
  return value;
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : 1);
