import type { Sigma } from "sigma";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { GradualDrawing } from "../../src/explorer/canvas/gradual-drawing.ts";
import { createMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import type { MinutesGraph } from "../../src/model/graph-attributes.ts";

const COUNT = 3000;

/** What a Sigma without WebGL knows of each node and edge, and how often it was asked. */
function createSigma() {
  const looks = { nodes: 0, edges: 0 };
  const hooks = { onNode: (): void => undefined };
  const placed = { nodes: [] as string[], edges: [] as string[] };
  /** By edge. */
  const edgePlaces: Record<string, number> = {};
  const createEdgeProgram = () => ({
    capacity: 0,
    reallocate: reserve,
    process(_id: number, place: number, source: { key: string }) {
      const edge = source.key.replace("n", "e");
      placed.edges.push(edge);
      edgePlaces[edge] = place;
    },
  });
  const sigma = {
    customBBox: null,
    nodeDataCache: {} as Record<string, object>,
    settings: {
      defaultEdgeType: "line",
      edgeReducer(edge: string) {
        looks.edges++;
        return { size: 1, ...(Number(edge.slice(1)) % 3 === 0 ? { type: "arrow" } : {}) };
      },
    },
    nodeProgramIndex: {} as Record<string, number>,
    nodePrograms: { circle: { capacity: 0, reallocate: reserve } },
    edgePrograms: { line: createEdgeProgram(), arrow: createEdgeProgram() },
    renders: 0,
    unbindGraphHandlers: () => undefined,
    clearIndices: () => undefined,
    clearState: () => undefined,
    refresh: () => undefined,
    scheduleRender: () => sigma.renders++,
    render: () => sigma.renders++,
    addNode(key: string) {
      looks.nodes++;
      hooks.onNode();
      sigma.nodeDataCache[key] = { type: "circle", key };
    },
    addNodeToProgram(key: string, _id: number, place: number) {
      placed.nodes.push(key);
      sigma.nodeProgramIndex[key] = place;
    },
  };
  return { sigma, looks, hooks, placed, edgePlaces };
}

function reserve(this: { capacity: number }, capacity: number): void {
  this.capacity = capacity;
}

/** A ring. */
function createGraph(): MinutesGraph {
  const graph = createMinutesGraph();
  const place = { kind: "topic" as const, degree: 0, community: 0 };
  for (let node = 0; node < COUNT; node++)
    graph.addNode(`n${node}`, { ...place, aliases: [], label: `${node}`, x: node, y: -node });
  for (let node = 0; node < COUNT; node++)
    graph.addDirectedEdgeWithKey(`e${node}`, `n${node}`, `n${(node + 1) % COUNT}`, {
      relation: "related_to",
      weight: 1,
      evidence: [],
    });
  return graph;
}

describe("drawing little by little", () => {
  let graph: MinutesGraph;
  let drawing: GradualDrawing;
  let fake: ReturnType<typeof createSigma>;
  let prepared: number;

  beforeEach(async () => {
    vi.stubGlobal("requestAnimationFrame", (call: () => void) => setTimeout(call));
    vi.stubGlobal("cancelAnimationFrame", clearTimeout);
    [graph, fake, prepared] = [createGraph(), createSigma(), 0];
    drawing = new GradualDrawing(fake.sigma as unknown as Sigma, graph, {
      *prepare() {
        prepared = fake.looks.nodes === 0 ? 1 : 2;
        yield;
        return graph.nodes().reverse();
      },
      isMoving: () => false,
      hidesEdges: () => false,
    });
    await vi.waitUntil(() => fake.sigma.renders === 1);
  });
  afterEach(() => {
    drawing.dispose();
    vi.unstubAllGlobals();
  });

  test("gives every node and edge a place of its own in its program, after what the reducers need is known", () => {
    const { sigma, edgePlaces } = fake;
    expect(prepared).toBe(1);
    expect(new Set(Object.values(sigma.nodeProgramIndex))).toEqual(
      new Set(Array.from({ length: COUNT }, (_, n) => n)),
    );
    expect(sigma.nodeProgramIndex["n0"]).toBe(COUNT - 1);
    expect(sigma.nodePrograms.circle.capacity).toBe(COUNT);
    expect([sigma.edgePrograms.line.capacity, sigma.edgePrograms.arrow.capacity]).toEqual([2000, 1000]);
    const ofArrows = Object.entries(edgePlaces).filter(([key]) => Number(key.slice(1)) % 3 === 0);
    expect(new Set(ofArrows.map(([, place]) => place)).size).toBe(1000);
  });

  test("a node that moves is placed anew with its edges, and nothing else is", async () => {
    fake.placed.nodes.length = fake.placed.edges.length = 0;
    graph.mergeNodeAttributes("n5", { x: 7, y: 7 });
    await vi.waitUntil(() => fake.sigma.renders === 2);
    expect(fake.placed.nodes).toEqual(["n5"]);
    expect(new Set(fake.placed.edges)).toEqual(new Set(["e4", "e5"]));
  });

  test("new places for all need no reducers", async () => {
    const before = { ...fake.looks };
    graph.updateEachNodeAttributes((_, attributes) => ({ ...attributes, x: -attributes.x }), {
      attributes: ["x"],
    });
    await vi.waitUntil(() => fake.sigma.renders === 2);
    expect(fake.looks).toEqual(before);
    expect(fake.placed.nodes).toHaveLength(2 * COUNT);
  });

  test("what is wished for at once is done once, when whoever wished for it has ended", async () => {
    const before = fake.looks.nodes;
    for (let wish = 0; wish < 5; wish++) drawing.refresh();
    expect(fake.looks.nodes).toBe(before);
    await vi.waitUntil(() => fake.sigma.renders === 2);
    expect(fake.looks.nodes).toBe(before + COUNT);
  });

  test("what is wished for while it works is done once afterwards, however often it was wished for", async () => {
    const before = fake.looks.nodes;
    let wishes = 0;
    fake.hooks.onNode = () => {
      if (wishes++ < 5) drawing.refresh();
    };
    drawing.refresh();
    await vi.waitUntil(() => fake.sigma.renders === 3);
    expect(wishes).toBe(2 * COUNT);
    expect(fake.looks.nodes).toBe(before + 2 * COUNT);
  });

  test("another node is drawn, too", async () => {
    graph.addNode("new", { kind: "topic", label: "New", aliases: [], x: 0, y: 0, degree: 0, community: 0 });
    await vi.waitUntil(() => fake.sigma.renders >= 2);
    expect(fake.sigma.nodeProgramIndex["new"]).toBe(0);
    expect(fake.sigma.nodePrograms.circle.capacity).toBe(COUNT + 1);
  });

  test("nothing is done after the end", async () => {
    drawing.dispose();
    const before = { ...fake.looks };
    graph.mergeNodeAttributes("n1", { x: 1 });
    drawing.refresh();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(fake.looks).toEqual(before);
  });

  test("what ends together with its last work draws nothing any more", async () => {
    const small = createMinutesGraph();
    small.addNode("a", { kind: "topic", label: "A", aliases: [], x: 0, y: 0, degree: 0, community: 0 });
    const other = createSigma();
    const ended = new GradualDrawing(other.sigma as unknown as Sigma, small, {
      *prepare() {
        yield;
        return small.nodes();
      },
      isMoving: () => false,
      hidesEdges: () => false,
    });
    expect(other.placed.nodes).toEqual(["a"]);
    ended.dispose();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(other.sigma.renders).toBe(0);
  });
});
