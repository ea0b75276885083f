import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { getStartPlaces } from "../../src/explorer/canvas/start-places.ts";
import { arrangeMembers } from "../../src/explorer/layouts/arrange-members.ts";
import type { PackedMembers } from "../../src/explorer/layouts/member-message.ts";
import { createMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import type { MinutesGraph } from "../../src/model/graph-attributes.ts";

/** Answers with the places (0, 0), (1, 1), (2, 2) and so on. */
class DiagonalWorker extends EventTarget {
  static packed: PackedMembers | undefined;
  terminate = (): void => undefined;
  postMessage(packed: PackedMembers): void {
    DiagonalWorker.packed = packed;
    const places = Float64Array.from({ length: 2 * packed.kinds.length }, (_, at) => Math.floor(at / 2));
    this.dispatchEvent(new MessageEvent("message", { data: places }));
  }
}

/** Ten nodes in a row: each is linked with the next but one. */
function createGraph(): MinutesGraph {
  const graph = createMinutesGraph();
  for (let n = 0; n < 10; n++)
    graph.addNode(`n${n}`, {
      kind: "topic",
      label: "",
      aliases: [],
      x: 100 * n,
      y: 0,
      degree: 0,
      community: 0,
    });
  for (let n = 0; n < 8; n++)
    graph.addDirectedEdge(`n${n}`, `n${n + 2}`, { relation: "related_to", weight: 1, evidence: [] });
  return graph;
}

const SCATTERED = ["n0", "n2", "n4", "n6", "n8"];
const never = new AbortController().signal;
const listPlaces = (graph: MinutesGraph): number[] => graph.mapNodes((_, { x }) => x);

describe("the members of a community", () => {
  let graph: MinutesGraph;
  beforeEach(() => {
    graph = createGraph();
    DiagonalWorker.packed = undefined;
    vi.stubGlobal("Worker", DiagonalWorker);
  });
  afterEach(() => vi.unstubAllGlobals());

  test("that are scattered are laid out by the links between them, where they were as a whole", async () => {
    await arrangeMembers(graph, SCATTERED.toReversed(), never);
    expect(DiagonalWorker.packed?.sources).toHaveLength(4);
    const xs = SCATTERED.map((node) => graph.getNodeAttribute(node, "x"));
    expect([Math.min(...xs), Math.max(...xs)].every((x) => x >= 0 && x <= 800)).toBe(true);
    expect(xs).toEqual([800, 600, 400, 200, 0]);
    expect(graph.getNodeAttribute("n1", "x")).toBe(100);
  });

  test("go back to where they were, except who was moved since", async () => {
    const bringBack = await arrangeMembers(graph, SCATTERED, never);
    graph.setNodeAttribute("n4", "x", 7);
    bringBack?.();
    expect(listPlaces(graph)).toEqual([0, 100, 200, 300, 7, 500, 600, 700, 800, 900]);
    expect([...getStartPlaces(graph).values()].map(({ x }) => x)).toEqual(listPlaces(createGraph()));
  });

  test("stay where they lie together already", async () => {
    expect(await arrangeMembers(graph, ["n3", "n4", "n5"], never)).toBeUndefined();
    expect(listPlaces(graph)).toEqual(listPlaces(createGraph()));
  });

  test("stay where they are when another community is opened meanwhile", async () => {
    const stop = new AbortController();
    const arranged = arrangeMembers(graph, SCATTERED, stop.signal);
    stop.abort();
    await expect(arranged).rejects.toThrow("abort");
    expect(listPlaces(graph)).toEqual(listPlaces(createGraph()));
  });
});
