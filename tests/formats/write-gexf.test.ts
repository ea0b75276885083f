import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import { describe, expect, onTestFinished, test } from "vitest";
import { buildGraph } from "../../src/build-graph.ts";
import { defaultGazetteer } from "../../src/default-gazetteer.ts";
import { createGraphSource } from "../../src/formats/graph-source.ts";
import { writeGexf } from "../../src/formats/write-gexf.ts";
import { decodeXmlString } from "../../src/formats/escape-xml.ts";
import type {
  EdgeAttributes,
  NodeAttributes,
  SerializedMinutesGraph,
} from "../../src/model/graph-attributes.ts";
import { RELATION_DEFINITIONS } from "../../src/model/schema.ts";
import { arbitraryGraph } from "./arbitrary-graph.ts";

const schemas =
  process.env["GEXF_SCHEMAS"] ?? fileURLToPath(new URL("../../../shared/gexf-1.3", import.meta.url));
const canValidate = existsSync(join(schemas, "gexf.rng")) && spawnSync("xmllint", ["--version"]).status === 0;
const hasNetworkX = spawnSync("python3", ["-c", "import networkx"]).status === 0;

async function buildKvmGraph(): Promise<SerializedMinutesGraph> {
  const path = fileURLToPath(new URL("../../graph-data/minutes/kvm-2013-12-03.txt", import.meta.url));
  const files = [{ path: "kvm-2013-12-03.txt", bytes: readFileSync(path) }];
  return (await buildGraph(files, { gazetteer: defaultGazetteer })).graph;
}

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "minutes-graph-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe("GEXF of the minutes in graph-data", async () => {
  const graph = await buildKvmGraph();
  const text = writeGexf(createGraphSource(graph));

  test("carries times, kinds of edges and one type of edge", () => {
    expect(text).toContain('<graph defaultedgetype="directed" mode="dynamic" timeformat="date"');
    expect(text).toContain('<spell start="2013-12-03" end="2013-12-03"/>');
    expect(text).toContain(' kind="works_on" label="works on" ');
    expect(text).toContain('lastmodifieddate="2013-12-03"');
    expect(text).not.toContain(' type="directed"');
  });

  test("graphology-gexf reads every node and edge, with its attributes", () => {
    const read = gexf.parse(MultiDirectedGraph, text, { addMissingNodes: false });
    expect([read.order, read.size]).toEqual([graph.nodes.length, graph.edges.length]);
    for (const { key, attributes } of graph.nodes) {
      const { kind, label, x, y } = attributes ?? {};
      expect(read.getNodeAttributes(key)).toMatchObject({ kind, label, x, y });
    }
    for (const { key, attributes } of graph.edges)
      expect(read.getEdgeAttribute(key, "relation")).toBe(attributes?.relation);
  });

  const name = "NetworkX reads the 1.2 draft with every node, edge and attribute";
  test.skipIf(!hasNetworkX)(hasNetworkX ? name : `${name} (skipped: there is no NetworkX)`, () => {
    const path = join(createFolder(), "graph.gexf");
    writeFileSync(path, writeGexf(createGraphSource(graph), { version: "1.2draft" }));
    const script = `import json, sys, networkx as nx
graph = nx.read_gexf(sys.argv[1])
print(json.dumps({"nodes": dict(graph.nodes(data=True)), "edges": [d for _, _, d in graph.edges(data=True)]}))`;
    const read = JSON.parse(execFileSync("python3", ["-c", script, path], { encoding: "utf8" })) as {
      nodes: Record<string, Record<string, unknown>>;
      edges: Record<string, unknown>[];
    };
    expect(Object.keys(read.nodes).toSorted()).toEqual(graph.nodes.map(({ key }) => key).toSorted());
    for (const { key, attributes } of graph.nodes) {
      const { kind, label, degree } = attributes ?? {};
      expect(read.nodes[key]).toMatchObject({ kind, label, edges: degree });
    }
    expect(read.edges.map((edge) => String(edge["relation"])).toSorted()).toEqual(
      graph.edges.map(({ attributes }) => String(attributes?.relation)).toSorted(),
    );
  });
});

describe("GEXF of a thousand random graphs", () => {
  const name = "is valid by the schema";
  test.skipIf(!canValidate)(
    canValidate ? name : `${name} (skipped: there are no schemas beside the project, or no xmllint)`,
    { timeout: 60_000 },
    () => {
      const folder = createFolder();
      const files = fc.sample(arbitraryGraph, { numRuns: 1000, seed: 13 }).map((graph, index) => {
        writeFileSync(join(folder, `${index}.gexf`), writeGexf(createGraphSource(graph)));
        return `${index}.gexf`;
      });
      for (const schema of [
        ["--relaxng", join(schemas, "gexf.rng")],
        ["--schema", join(schemas, "repaired/gexf.xsd")],
      ]) {
        const { status, stderr } = spawnSync("xmllint", ["--noout", ...schema, ...files], { cwd: folder });
        expect(stderr.toString().match(/ validates$/gm)).toHaveLength(files.length);
        const wrong = stderr
          .toString()
          .split("\n")
          .filter((line) => line && !line.endsWith(" validates"));
        expect({ status, wrong: wrong.slice(0, 5) }).toEqual({ status: 0, wrong: [] });
      }
    },
  );

  test.skipIf(!hasNetworkX)("NetworkX reads the 1.2 draft with equal counts and attributes", () => {
    const folder = createFolder();
    const graphs = fc.sample(arbitraryGraph, { numRuns: 50, seed: 13 });
    graphs.forEach((graph, index) => {
      writeFileSync(
        join(folder, `${index}.gexf`),
        writeGexf(createGraphSource(graph), { version: "1.2draft" }),
      );
    });
    const script = `import json, sys, networkx as nx
graphs = [nx.read_gexf(f"{sys.argv[1]}/{i}.gexf") for i in range(${graphs.length})]
print(json.dumps([{"nodes": list(g.nodes(data=True)), "edges": list(g.edges(data=True))} for g in graphs]))`;
    const read = JSON.parse(execFileSync("python3", ["-c", script, folder], { encoding: "utf8" })) as {
      nodes: [string, Record<string, string | number>][];
      edges: [string, string, Record<string, string | number>][];
    }[];
    const decode = (value: unknown) => decodeXmlString(String(value));
    const compare = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted();
    for (const [place, { nodes, edges }] of graphs.entries()) {
      expect(
        compare(
          (read[place]?.nodes ?? []).map(
            ([key, { label, aliases = "[]", kind, edges: degree, community }]) => {
              return [decode(key), decode(label), JSON.parse(decode(aliases)), kind, degree, community];
            },
          ),
        ),
      ).toEqual(
        compare(
          nodes.map(({ key, attributes }) => {
            const { label, aliases, kind, degree, community } = attributes as NodeAttributes;
            return [key, label, aliases, kind, degree, community];
          }),
        ),
      );
      expect(
        compare(
          (read[place]?.edges ?? []).map(([source, target, { relation, weight, label, ...rest }]) => {
            return [decode(source), decode(target), relation, weight, label, rest["evidence count"]];
          }),
        ),
      ).toEqual(
        compare(
          edges.map(({ source, target, attributes }) => {
            const { relation, weight, evidence } = attributes as EdgeAttributes;
            return [source, target, relation, weight, RELATION_DEFINITIONS[relation].label, evidence.length];
          }),
        ),
      );
    }
  });
});
