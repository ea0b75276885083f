import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkGraph } from "../../src/formats/check-graph.ts";
import { readCsv } from "../../src/formats/read-csv.ts";
import { appendGraph } from "../../src/graph/append-graph.ts";
import { serializeMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import type { SerializedMinutesGraph } from "../../src/model/graph-attributes.ts";
import { arbitraryGraph } from "../formats/arbitrary-graph.ts";
import { buildKvmIndex } from "./build-kvm-graph.ts";
import { createTestGraph, keyOf, type Statement } from "./create-test-graph.ts";

const write = (date: string, ...statements: Statement[]): SerializedMinutesGraph =>
  serializeMinutesGraph(createTestGraph([{ date, statements }]));
const keysOf = ({ nodes }: SerializedMinutesGraph): string[] => nodes.map(({ key }) => key);
const findEdge = ({ edges }: SerializedMinutesGraph, from: string, to: string) =>
  edges.find(({ source, target }) => source === keyOf(from) && target === keyOf(to))?.attributes;

describe("appending a graph", () => {
  test("people of one full name are one, with the sentences of both in the order of their dates", () => {
    const later = write("2024-05-02", { from: "person:Ida Frost", relation: "works_on", to: "topic:Kettle" });
    const earlier = write("2024-01-02", {
      from: "person:Ida Frost",
      relation: "works_on",
      to: "topic:kettle",
    });
    const graph = appendGraph(later, earlier);
    expect(keysOf(graph).filter((key) => !key.startsWith("meeting:"))).toEqual([
      "person:ida-frost",
      "topic:kettle",
    ]);
    const edge = findEdge(graph, "person:Ida Frost", "topic:Kettle");
    expect(edge?.weight).toBe(2);
    expect(edge?.evidence.map(({ document }) => document)).toEqual([
      "2024-01-02-Call.txt",
      "2024-05-02-Call.txt",
    ]);
    expect(graph.attributes.joins).toContainEqual({
      node: "person:ida-frost",
      surface: "Ida Frost",
      reason: "same name in the graph that was added",
    });
  });

  test("two people of one given name stay two, and two meetings of one name on two days", () => {
    const statement: Statement = { from: "person:Ida", relation: "works_on", to: "topic:Kettle" };
    const graph = appendGraph(write("2024-01-02", statement), write("2024-05-02", statement));
    expect(keysOf(graph).filter((key) => key.startsWith("person:"))).toEqual(["person:ida", "person:ida-2"]);
    expect(keysOf(graph).filter((key) => key.startsWith("meeting:"))).toHaveLength(2);
  });

  test("an organisation is found by an alias that means it alone, and not by one that means two", () => {
    const open = write(
      "2024-01-02",
      { from: "organisation:Kettle Works", relation: "works_on", to: "topic:Steam" },
      { from: "organisation:Kiln Works", relation: "works_on", to: "topic:Steam" },
    );
    for (const { attributes } of open.nodes) {
      if (attributes?.label === "Kettle Works") attributes.aliases = ["KEW", "KW"];
      if (attributes?.label === "Kiln Works") attributes.aliases = ["KW"];
    }
    const added = (name: string) =>
      keysOf(
        appendGraph(
          open,
          write("2024-05-02", { from: `organisation:${name}`, relation: "works_on", to: "topic:Steam" }),
        ),
      ).filter((key) => key.startsWith("organisation:"));
    expect(added("KEW")).toEqual(["organisation:kettle-works", "organisation:kiln-works"]);
    expect(added("KW")).toEqual(["organisation:kettle-works", "organisation:kiln-works", "organisation:kw"]);
  });

  test("documents of one id with other texts are both kept, and quotes stay at their places", () => {
    const first = write("2024-01-02", { from: "person:Ida Frost", relation: "works_on", to: "topic:Kettle" });
    const second = write("2024-01-02", { from: "person:Ida Frost", relation: "works_on", to: "topic:Oven" });
    const graph = appendGraph(first, second);
    expect(Object.keys(graph.attributes.documents)).toEqual([
      "2024-01-02-Call.txt (2)",
      "2024-01-02-Call.txt",
    ]);
    for (const { attributes } of graph.edges)
      for (const { document, start, end, quote } of attributes?.evidence ?? [])
        expect(graph.attributes.documents[document]?.text.slice(start, end)).toBe(quote);
  });

  test("a graph appended to itself adds no node, edge, sentence or reason", async () => {
    const { graph } = await buildKvmIndex();
    const once = serializeMinutesGraph(graph);
    const twice = appendGraph(once, once);
    expect(keysOf(twice)).toEqual(keysOf(once));
    expect(twice.edges).toEqual(once.edges);
    expect(twice.attributes).toEqual(once.attributes);
  });

  test("another program's weights are added up", () => {
    const table = (path: string) =>
      readCsv([{ path, text: "source,target,weight\nOven,Kettle,2.5\n" }]).graph as SerializedMinutesGraph;
    const graph = appendGraph(table("one.csv"), table("two.csv"));
    expect(graph.edges.map(({ attributes }) => attributes?.weight)).toEqual([5]);
  });

  test("whatever two graphs are appended, the result is a graph with all their sentences", () => {
    const places = ({ edges, attributes: { documents } }: SerializedMinutesGraph): Set<string> =>
      new Set(
        edges.flatMap(({ attributes }) =>
          (attributes?.evidence ?? []).map(({ document, start, end, quote }) =>
            JSON.stringify([documents[document]?.text, start, end, quote]),
          ),
        ),
      );
    fc.assert(
      fc.property(arbitraryGraph, arbitraryGraph, (first, second) => {
        const joined = appendGraph(first, second);
        const { graph, diagnostics } = checkGraph(JSON.parse(JSON.stringify(joined)), "joined.json");
        expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(keysOf(joined)).toEqual(expect.arrayContaining(keysOf(first)));
        const all = places(graph as SerializedMinutesGraph);
        for (const place of [...places(first), ...places(second)]) expect(all).toContain(place);
      }),
      { numRuns: 60 },
    );
  });
});
