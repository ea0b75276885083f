import { describe, expect, test } from "vitest";
import { readSmallGraph } from "../../src/explorer/data/read-small-graph.ts";
import { unpackGraph } from "../../src/explorer/data/unpack-graph.ts";
import { runInSlices } from "../../src/explorer/run-in-slices.ts";
import { serializeMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import { buildKvmIndex } from "../graph/build-kvm-graph.ts";

const toFile = (value: unknown) => ({
  path: "tea.json",
  bytes: new TextEncoder().encode(JSON.stringify(value)),
});

describe("a graph file that the page reads by itself", () => {
  test("is the graph that was written", async () => {
    const graph = serializeMinutesGraph((await buildKvmIndex()).graph);
    const opened = await readSmallGraph(toFile(graph));
    expect(opened).toMatchObject({ name: "tea.json", lacksCommunities: false });
    expect(opened && serializeMinutesGraph(await runInSlices(unpackGraph(opened.graph)))).toEqual(graph);
  });

  test("of another program's is told to lack communities", async () => {
    const nodes = [0, 1].map((key) => ({ key: `${key}`, attributes: { x: key, y: 0 } }));
    const opened = await readSmallGraph(toFile({ nodes, edges: [{ source: "0", target: "1" }] }));
    expect(opened?.lacksCommunities).toBe(true);
  });

  test("is left to a worker where it is large, has no positions, or is none", async () => {
    const nodes = [{ key: "0" }, { key: "1" }];
    expect(await readSmallGraph(toFile({ nodes, edges: [] }))).toBeUndefined();
    expect(await readSmallGraph(toFile({ nodes: "none" }))).toBeUndefined();
    const placed = [{ key: "0", attributes: { x: 1, y: 1, note: "n".repeat(1_000_000) } }];
    expect(await readSmallGraph(toFile({ nodes: placed, edges: [] }))).toBeUndefined();
  });
});
