import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createGraphSource } from "../../src/formats/graph-source.ts";
import { matchColumns, parseCsv, readCsv } from "../../src/formats/read-csv.ts";
import { type Cell, writeCsv } from "../../src/formats/write-csv.ts";
import { generateEdgesCsv, generateNodesCsv } from "../../src/formats/write-graph-csv.ts";
import { arbitraryGraph, hostileText } from "./arbitrary-graph.ts";

describe("CSV", () => {
  test("every cell comes back, whatever is in it", () => {
    const table = fc.array(fc.array(hostileText, { minLength: 2, maxLength: 2 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const head = ["a", "b"];
        expect(parseCsv(writeCsv([head, ...rows] satisfies Cell[][]))).toEqual([head, ...rows]);
      }),
      { numRuns: 300 },
    );
  });

  test("the delimiter, a byte order mark and line ends are found out", () => {
    expect(parseCsv('\ufeffa;b\r\n"1;""2""";\r\n\r\n')).toEqual([
      ["a", "b"],
      ['1;"2"', ""],
    ]);
    expect(parseCsv("a\tb\n1,5\t2")).toEqual([
      ["a", "b"],
      ["1,5", "2"],
    ]);
    expect(parseCsv('a,b\n"1')).toBeUndefined();
  });

  test("a graph comes back with its names, kinds, aliases and weights", () => {
    fc.assert(
      fc.property(arbitraryGraph, (graph) => {
        const source = createGraphSource(graph);
        const { graph: read } = readCsv([
          { path: "nodes.csv", text: [...generateNodesCsv(source)].join("") },
          { path: "edges.csv", text: [...generateEdgesCsv(source)].join("") },
        ]);
        const describeNodes = (nodes: typeof graph.nodes) =>
          nodes
            .map(({ key, attributes: node }) =>
              JSON.stringify([node?.label || key, node?.kind, node?.aliases.toSorted(), node?.x, node?.y]),
            )
            .toSorted();
        expect(read && read.nodes.length).toBe(graph.nodes.length);
        const wanted = graph.nodes.filter(({ attributes }) => attributes?.label);
        expect(describeNodes(read?.nodes ?? [])).toEqual(expect.arrayContaining(describeNodes(wanted)));
        const sum = (edges: typeof graph.edges) =>
          edges.reduce((total, { attributes }) => total + (attributes?.weight ?? 0), 0);
        expect(sum(read?.edges ?? [])).toBe(sum(graph.edges));
      }),
      { numRuns: 150 },
    );
  });

  test("Neo4j's columns are written and read", () => {
    const graph = fc.sample(arbitraryGraph, { numRuns: 1, seed: 3 })[0];
    if (!graph) throw new Error("no sample");
    const source = createGraphSource(graph);
    const nodes = [...generateNodesCsv(source, "neo4j")].join("");
    const edges = [...generateEdgesCsv(source, "neo4j")].join("");
    expect(nodes).toMatch(/^key:ID,label,:LABEL,aliases:string\[\],/);
    expect(edges).toMatch(/^:START_ID,:END_ID,:TYPE,/);
    const { graph: read } = readCsv([
      { path: "n.csv", text: nodes },
      { path: "e.csv", text: edges },
    ]);
    const kinds = (list: typeof graph.nodes = []) =>
      list.map(({ attributes }) => String(attributes?.kind)).toSorted();
    expect(kinds(read?.nodes)).toEqual(kinds(graph.nodes));
  });

  test("columns are matched by their names in any case", () => {
    expect(matchColumns(["FROM", " To ", "Weight", "Year"])).toEqual({
      source: 0,
      target: 1,
      weight: 2,
      date: 3,
    });
  });

  test("a table of edges alone names its nodes", () => {
    const { graph } = readCsv([
      { path: "tea.csv", text: "source,target,relation,year\nAnn,Tea,drinks,2013\n" },
    ]);
    expect(graph?.edges).toMatchObject([
      {
        key: "topic:ann|related_to|topic:tea",
        attributes: { evidence: [{ document: "tea.csv#2013-01-01" }] },
      },
    ]);
  });

  test.for([
    ["colour,size\nred,3\n", /is an id, or a source/],
    ['id,label\n"1,2', /quotation marks/],
    ["id,label\n", /There is no node/],
  ] as const)("%j gets a message", ([text, message]) => {
    const { graph, diagnostics } = readCsv([{ path: "tea.csv", text }]);
    expect(graph).toBeUndefined();
    expect(diagnostics[0]?.message).toMatch(message);
  });
});
