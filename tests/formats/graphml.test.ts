import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { decodeXmlString } from "../../src/formats/escape-xml.ts";
import { createGraphSource } from "../../src/formats/graph-source.ts";
import { readGraphml } from "../../src/formats/read-graphml.ts";
import { writeGraphml } from "../../src/formats/write-graphml.ts";
import type { EdgeAttributes, NodeAttributes } from "../../src/model/graph-attributes.ts";
import { RELATION_DEFINITIONS } from "../../src/model/schema.ts";
import { arbitraryGraph } from "./arbitrary-graph.ts";

const hasNetworkX = spawnSync("python3", ["-c", "import networkx"]).status === 0;

describe("GraphML", () => {
  test.skipIf(!hasNetworkX)(
    "NetworkX reads every node and edge of random graphs, with their attributes",
    () => {
      const folder = mkdtempSync(join(tmpdir(), "minutes-graph-"));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const graphs = fc.sample(arbitraryGraph, { numRuns: 50, seed: 13 });
      graphs.forEach((graph, index) => {
        writeFileSync(join(folder, `${index}.graphml`), writeGraphml(createGraphSource(graph)));
      });
      const script = `import json, sys, networkx as nx
graphs = [nx.read_graphml(f"{sys.argv[1]}/{i}.graphml") for i in range(${graphs.length})]
print(json.dumps([{"nodes": dict(g.nodes(data=True)), "edges": [[s, t, d] for s, t, d in g.edges(data=True)]} for g in graphs]))`;
      const read = JSON.parse(execFileSync("python3", ["-c", script, folder], { encoding: "utf8" })) as {
        nodes: Record<string, Record<string, string | number>>;
        edges: [string, string, Record<string, string | number>][];
      }[];
      const decode = (value: string | number | undefined | null) => decodeXmlString(String(value ?? ""));
      for (const [place, { nodes, edges }] of graphs.entries()) {
        const seen = read[place];
        expect(
          Object.entries(seen?.nodes ?? {})
            .map(([key, { label, aliases, kind, x, y, degree, community }]) =>
              JSON.stringify([
                decode(key),
                decode(label),
                JSON.parse(decode(aliases)),
                kind,
                x,
                y,
                degree,
                community,
              ]),
            )
            .toSorted(),
        ).toEqual(
          nodes
            .map(({ key, attributes }) => {
              const { label, aliases, kind, x, y, degree, community } = attributes as NodeAttributes;
              return JSON.stringify([key, label, aliases, kind, x, y, degree, community]);
            })
            .toSorted(),
        );
        expect(
          seen?.edges
            .map(([source, target, { relation, weight, label, evidence }]) =>
              JSON.stringify([
                decode(source),
                decode(target),
                relation,
                weight,
                label,
                JSON.parse(decode(evidence)),
              ]),
            )
            .toSorted(),
        ).toEqual(
          edges
            .map(({ source, target, attributes }) => {
              const { relation, weight, evidence } = attributes as EdgeAttributes;
              const { label } = RELATION_DEFINITIONS[relation];
              return JSON.stringify([source, target, relation, weight, label, evidence]);
            })
            .toSorted(),
        );
      }
    },
  );

  test("yEd's labels and places are read, and its text elsewhere is not", async () => {
    const { graph } = await readGraphml(
      [
        `<graphml xmlns:y="y"><key id="d0" for="node" yfiles.type="nodegraphics"/><graph edgedefault="directed">
        <node id="n0"><data key="d0"><y:ShapeNode><y:Geometry x="10" y="20" width="30" height="40"/>
        <y:NodeLabel>Tea<y:LabelModel>smart</y:LabelModel></y:NodeLabel></y:ShapeNode></data></node>
        <node id="n1"><data key="d0"><y:ShapeNode><y:Geometry x="0" y="0" width="0" height="0"/><y:NodeLabel>Pot</y:NodeLabel></y:ShapeNode></data></node>
        <edge source="n0" target="n1"/></graph></graphml>`,
      ],
      "tea.graphml",
    );
    expect(graph?.nodes.map(({ attributes }) => [attributes?.label, attributes?.x, attributes?.y])).toEqual([
      ["Pot", 0, 0],
      ["Tea", 25, -40],
    ]);
  });

  test("a group of yEd's has one label, that of when it is open; a label of two lines is one name", async () => {
    const group = `<y:ProxyAutoBoundsNode><y:Realizers active="0">
      <y:GroupNode><y:Geometry x="0" y="0" width="20" height="20"/><y:NodeLabel>Team
        A</y:NodeLabel></y:GroupNode>
      <y:GroupNode><y:Geometry x="50" y="50" width="20" height="20"/><y:NodeLabel>Folder 1</y:NodeLabel></y:GroupNode>
      </y:Realizers></y:ProxyAutoBoundsNode>`;
    const { graph } = await readGraphml(
      [
        `<graphml xmlns:y="y"><key id="d0" for="node" yfiles.type="nodegraphics"/><graph><node id="n0"><data key="d0">${group}</data>
        <graph><node id="n0::n0"><data key="d0"><y:ShapeNode><y:Geometry x="1" y="1" width="0" height="0"/></y:ShapeNode></data></node></graph></node></graph></graphml>`,
      ],
      "tea.graphml",
    );
    expect(graph?.nodes.map(({ attributes }) => [attributes?.label, attributes?.x, attributes?.y])).toEqual([
      ["n0::n0", 1, -1],
      ["Team A", 10, -10],
    ]);
  });

  test("a column's default holds where a node or an edge says nothing", async () => {
    const { graph } = await readGraphml(
      [
        `<graphml><key id="k" for="node" attr.name="Kind"><default>person</default></key><key id="w" for="edge" attr.name="weight"><default>2</default></key>
        <graph><node id="Ann"/><node id="Tea"><data key="k">topic</data></node><edge source="Ann" target="Tea"/></graph></graphml>`,
      ],
      "tea.graphml",
    );
    expect(graph?.edges.map(({ key, attributes }) => [key, attributes?.weight])).toEqual([
      ["person:ann|related_to|topic:tea", 2],
    ]);
  });

  test("columns are known by their names", async () => {
    const { graph } = await readGraphml(
      [
        `<graphml><key id="a" for="node" attr.name="type"/><key id="b" for="node" attr.name="name"/><key id="c" for="edge" attr.name="weight"/>
        <graph><node id="1"><data key="a">person</data><data key="b">Ann</data></node><node id="2"/>
        <edge source="1" target="2"><data key="c">3</data></edge></graph></graphml>`,
      ],
      "tea.graphml",
    );
    expect(graph?.edges.map(({ key, attributes }) => [key, attributes?.weight])).toEqual([
      ["person:ann|related_to|topic:2", 3],
    ]);
  });

  test("a broken file gives no graph, and says what and where", async () => {
    const { graph, diagnostics } = await readGraphml(["<graphml><graph>\n<node id='1'>"], "tea.graphml");
    expect(graph).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "not-a-graph", line: 2 }]);
  });
});
