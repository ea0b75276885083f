import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { createGraphSource } from "../../src/formats/graph-source.ts";
import { readGraphml } from "../../src/formats/read-graphml.ts";
import { writeGraphml } from "../../src/formats/write-graphml.ts";
import { arbitraryGraph } from "./arbitrary-graph.ts";

const hasNetworkX = spawnSync("python3", ["-c", "import networkx"]).status === 0;

describe("GraphML", () => {
  test.skipIf(!hasNetworkX)(
    "NetworkX reads every node and edge of random graphs, with kinds and relations",
    () => {
      const folder = mkdtempSync(join(tmpdir(), "minutes-graph-"));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const graphs = fc.sample(arbitraryGraph, { numRuns: 50, seed: 13 });
      graphs.forEach((graph, index) => {
        writeFileSync(join(folder, `${index}.graphml`), writeGraphml(createGraphSource(graph)));
      });
      const script = `import json, sys, networkx as nx
graphs = [nx.read_graphml(f"{sys.argv[1]}/{i}.graphml") for i in range(${graphs.length})]
print(json.dumps([[sorted(d["kind"] for _, d in g.nodes(data=True)), sorted(d["relation"] for _, _, d in g.edges(data=True))] for g in graphs]))`;
      const read: unknown = JSON.parse(execFileSync("python3", ["-c", script, folder], { encoding: "utf8" }));
      expect(read).toEqual(
        graphs.map(({ nodes, edges }) => [
          nodes.map(({ attributes }) => String(attributes?.kind)).toSorted(),
          edges.map(({ attributes }) => String(attributes?.relation)).toSorted(),
        ]),
      );
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
