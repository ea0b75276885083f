import { describe, expect, test } from "vitest";
import { listBuffers, packGraph } from "../../src/explorer/data/pack-graph.ts";
import { countPacked, unpackGraph } from "../../src/explorer/data/unpack-graph.ts";
import { runInSlices } from "../../src/explorer/run-in-slices.ts";
import { countKinds } from "../../src/view/count-kinds.ts";
import { serializeMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import type { SerializedMinutesGraph } from "../../src/model/graph-attributes.ts";
import { buildKvmIndex } from "../graph/build-kvm-graph.ts";

const pass = async (graph: SerializedMinutesGraph): Promise<SerializedMinutesGraph> => {
  const packed = packGraph(graph);
  const sent = structuredClone(packed, { transfer: listBuffers(packed) });
  return serializeMinutesGraph(await runInSlices(unpackGraph(sent)));
};

describe("a packed graph", () => {
  test("is the same when it is unpacked: the graph of real minutes with all of its evidence", async () => {
    const graph = serializeMinutesGraph((await buildKvmIndex()).graph);
    expect(await pass(graph)).toEqual(graph);
  });

  test("keeps what few nodes and edges have: further attributes, a key of its own, a quote from elsewhere", async () => {
    const evidence = {
      document: "gone.txt",
      start: 5,
      end: 9,
      quote: "Ida and Tom",
      rule: "told",
      modality: "planned",
    };
    const node = { aliases: ["I."], x: 1.5, y: -2, degree: 1, community: 0 };
    const graph = {
      attributes: {
        version: "1",
        documents: {
          "a.txt": {
            path: "a.txt",
            title: "A",
            date: "",
            text: "Ida",
            mentions: [{ start: 0, end: 3, node: "person:una" }],
          },
        },
        joins: [],
        diagnostics: [],
      },
      options: { type: "directed", multi: true, allowSelfLoops: false },
      nodes: [
        { key: "meeting:a", attributes: { kind: "meeting", label: "A", ...node, date: "2019-05-07" } },
        { key: "person:ida", attributes: { kind: "person", label: "Ida", ...node, shoe: 38 } },
      ],
      edges: [
        {
          key: "one",
          source: "person:ida",
          target: "meeting:a",
          attributes: { relation: "attended", weight: 0.5, evidence: [evidence], colour: "red" },
        },
      ],
    } as unknown as SerializedMinutesGraph;
    expect(await pass(graph)).toEqual(graph);
  });

  test("reads the evidence of an edge once, and gives it to a copy of its attributes, too", async () => {
    const serialized = serializeMinutesGraph((await buildKvmIndex()).graph);
    const graph = await runInSlices(unpackGraph(packGraph(serialized)));
    const { key = "", attributes } = serialized.edges[0] ?? {};
    const { evidence } = graph.getEdgeAttributes(key);
    expect(evidence).toEqual(attributes?.evidence);
    expect(graph.getEdgeAttribute(key, "evidence")).toBe(evidence);
    expect({ ...graph.getEdgeAttributes(key) }).toEqual(attributes);
    graph.setEdgeAttribute(key, "evidence", []);
    expect(graph.getEdgeAttribute(key, "evidence")).toEqual([]);
  });

  test("counts kinds and relations as they are counted one by one, without those that do not occur", async () => {
    const { graph } = await buildKvmIndex();
    const counts = countPacked(packGraph(serializeMinutesGraph(graph)));
    expect(counts).toEqual(countKinds(graph, undefined));
    expect(counts.relations.has("related_to")).toBe(false);
  });

  test("of nothing is nothing", async () => {
    const attributes = { version: "1", documents: {}, joins: [], diagnostics: [] };
    const graph: SerializedMinutesGraph = {
      attributes,
      options: { type: "directed", multi: true, allowSelfLoops: false },
      nodes: [],
      edges: [],
    };
    expect(await pass(graph)).toEqual(graph);
  });
});
