import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createGraphSource } from "../../src/formats/graph-source.ts";
import { readGexf } from "../../src/formats/read-gexf.ts";
import { readGraphml } from "../../src/formats/read-graphml.ts";
import { readGraph } from "../../src/formats/read-graph.ts";
import { writeGexf } from "../../src/formats/write-gexf.ts";
import { writeGraphml } from "../../src/formats/write-graphml.ts";
import { writeJson } from "../../src/formats/write-json.ts";
import { arbitraryGraph } from "./arbitrary-graph.ts";

describe("what was written comes back without loss, whatever the names", () => {
  test("JSON, byte for byte", () => {
    fc.assert(
      fc.property(arbitraryGraph, (graph) => {
        const text = writeJson(createGraphSource(graph));
        const { graph: read, diagnostics } = readGraph(text, "graph.json");
        expect(diagnostics).toEqual([]);
        expect(read).toEqual(graph);
        expect(read && writeJson(createGraphSource(read))).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  test.for(["1.3", "1.2draft"] as const)("GEXF %s, in chunks of any length", async (version) => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph, fc.integer({ min: 1, max: 500 }), async (graph, length) => {
        const text = writeGexf(createGraphSource(graph), { version });
        const { graph: read, diagnostics } = await readGexf(cut(text, length), "graph.gexf");
        expect(diagnostics).toEqual([]);
        expect(read).toEqual(graph);
      }),
      { numRuns: 200 },
    );
  });

  test("GraphML, in chunks of any length", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph, fc.integer({ min: 1, max: 500 }), async (graph, length) => {
        const text = writeGraphml(createGraphSource(graph));
        const { graph: read, diagnostics } = await readGraphml(cut(text, length), "graph.graphml");
        expect(diagnostics).toEqual([]);
        expect(read).toEqual(graph);
      }),
      { numRuns: 200 },
    );
  });

  test("a document of any length, in instructions that every parser takes", async () => {
    const [graph] = fc.sample(arbitraryGraph, { numRuns: 1, seed: 7 });
    const [document] = Object.values(graph?.attributes.documents ?? {});
    if (!graph || !document) throw new Error("no sample");
    document.text += ` ?>😀 \n`.repeat(1_000_000);
    for (const [write, read] of [
      [writeGexf, readGexf],
      [writeGraphml, readGraphml],
    ] as const) {
      const text = write(createGraphSource(graph));
      const longest = Math.max(...text.split("<?").map((part) => part.indexOf("?>")));
      expect(longest * 3).toBeLessThan(10_000_000);
      const { graph: back } = await read(cut(text, 1 << 20), "graph.xml");
      expect(back?.attributes.documents).toEqual(graph.attributes.documents);
    }
  });

  test("a label of 100 kB", async () => {
    const [graph] = fc.sample(arbitraryGraph, { numRuns: 1, seed: 7 });
    const label = "<&\u0001]]>".repeat(15_000);
    const first = graph?.nodes[0]?.attributes;
    if (!graph || !first) throw new Error("no sample");
    first.label = label;
    const { graph: read } = await readGexf([writeGexf(createGraphSource(graph))], "graph.gexf");
    expect(read?.nodes[0]?.attributes?.label).toBe(label);
  });
});

/** Pieces of so many code units: through surrogate pairs and tags. */
function* cut(text: string, length: number): Generator<string> {
  for (let start = 0; start < text.length; start += length) yield text.slice(start, start + length);
}
