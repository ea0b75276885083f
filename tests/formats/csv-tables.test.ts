import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listSentences } from "../../src/formats/evidence-summary.ts";
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

  test.for(["plain", "neo4j"] as const)(
    "a graph comes back with its names, kinds, aliases, weights and sentences (%s)",
    (dialect) => {
      // Neo4j's importer has no sign for a line break or for a semicolon in an item.
      const clean = (name: string) => (dialect === "plain" ? name : name.replace(/[\r\n]+/g, " "));
      const toItem = (name: string) => (dialect === "plain" ? name : clean(name).replaceAll(";", ",").trim());
      fc.assert(
        fc.property(arbitraryGraph, (graph) => {
          const source = createGraphSource(graph);
          const nodesText = [...generateNodesCsv(source, dialect)].join("");
          const edgesText = [...generateEdgesCsv(source, dialect)].join("");
          const { graph: read, diagnostics } = readCsv([
            { path: "nodes.csv", text: nodesText },
            { path: "edges.csv", text: edgesText },
          ]);
          expect(diagnostics).toEqual([]);
          const describeNodes = (nodes: typeof graph.nodes) =>
            nodes
              .map(({ attributes: node }) => {
                const aliases = (node?.aliases ?? [])
                  .map(toItem)
                  .filter((name) => dialect === "plain" || name);
                return JSON.stringify([
                  clean(node?.label ?? ""),
                  node?.kind,
                  aliases.toSorted(),
                  node?.x,
                  node?.y,
                ]);
              })
              .toSorted();
          expect(read && read.nodes.length).toBe(graph.nodes.length);
          const wanted = graph.nodes.filter(({ attributes }) => attributes?.label);
          expect(describeNodes(read?.nodes ?? [])).toEqual(expect.arrayContaining(describeNodes(wanted)));
          const sum = (edges: typeof graph.edges) =>
            edges.reduce((total, { attributes }) => total + (attributes?.weight ?? 0), 0);
          expect(sum(read?.edges ?? [])).toBe(sum(graph.edges));
          const listQuotes = (edges: typeof graph.edges) =>
            edges
              .map(({ attributes }) =>
                listSentences(attributes?.evidence ?? [])
                  .map(toItem)
                  .filter(Boolean),
              )
              .filter((quotes) => quotes.length > 0)
              .flat();
          expect(listQuotes(read?.edges ?? [])).toEqual(expect.arrayContaining(listQuotes(graph.edges)));
        }),
        { numRuns: 150 },
      );
    },
  );

  test("Neo4j's columns are written on one line a row, since its importer takes no other, and read", () => {
    const graph = fc.sample(arbitraryGraph, { numRuns: 1, seed: 3 })[0];
    if (!graph) throw new Error("no sample");
    for (const { attributes } of graph.nodes) if (attributes) attributes.label = "Tea\r\npot";
    const source = createGraphSource(graph);
    const nodes = [...generateNodesCsv(source, "neo4j")].join("");
    const edges = [...generateEdgesCsv(source, "neo4j")].join("");
    expect(nodes).toMatch(/^key:ID,label,:LABEL,aliases:string\[\],/);
    expect(edges).toMatch(/^:START_ID,:END_ID,:TYPE,.*,sentences:string\[\]\n/);
    const { graph: read } = readCsv([
      { path: "n.csv", text: nodes },
      { path: "e.csv", text: edges },
    ]);
    expect(nodes.split("\n")).toHaveLength(graph.nodes.length + 2);
    expect(edges.split("\n")).toHaveLength(graph.edges.length + 2);
    const kinds = (list: typeof graph.nodes = []) =>
      list.map(({ attributes }) => String(attributes?.kind)).toSorted();
    expect(kinds(read?.nodes)).toEqual(kinds(graph.nodes));
    expect(new Set(read?.nodes.map(({ attributes }) => attributes?.label))).toEqual(new Set(["Tea pot"]));
  });

  test("Neo4j's id spaces and types are no part of a column's name", () => {
    const { graph } = readCsv([
      { path: "n.csv", text: "personId:ID(Person),name:string,born:int,:LABEL\np1,Ann,1970,Person;Cook\n" },
      { path: "e.csv", text: ":START_ID(Person),role,:END_ID(Person),:TYPE\np1,x,p2,KNOWS\n" },
    ]);
    expect(graph?.edges.map(({ attributes, key }) => [key, attributes?.evidence[0]?.quote])).toEqual([
      ["person:ann|related_to|topic:p2", "Ann · KNOWS · p2"],
    ]);
  });

  test("Gephi's table of links keeps kinds apart, and decimals may have a comma", () => {
    const { graph, diagnostics } = readCsv([
      {
        path: "tea.csv",
        text: 'Source;Target;Type;Kind;Id;Label;Weight\nAnn;Tea;Directed;drinks;0;;"2,5"\n;;;;;;\nAnn;;Directed;;;;1\n',
      },
    ]);
    expect(
      graph?.edges.map(({ attributes }) => [attributes?.weight, attributes?.evidence[0]?.quote]),
    ).toEqual([[2.5, "Ann · drinks · Tea"]]);
    expect(diagnostics).toMatchObject([
      { severity: "warning", line: 3, message: "2 rows, first this one, without both ends were left out" },
    ]);
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
    ['id,label\n1,2\n3,"4,5\n6', /quotation marks/],
    ["id,label\n", /There is no node/],
  ] as const)("%j gets a message", ([text, message]) => {
    const { graph, diagnostics } = readCsv([{ path: "tea.csv", text }]);
    expect(graph).toBeUndefined();
    expect(diagnostics[0]?.message).toMatch(message);
    if (text.includes('"')) expect(diagnostics[0]?.line).toBe(3);
  });
});
