import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import { createGraphSource } from "../../src/formats/graph-source.ts";
import { readGexf } from "../../src/formats/read-gexf.ts";
import { generateGexf, writeGexf } from "../../src/formats/write-gexf.ts";
import type { SerializedMinutesGraph } from "../../src/model/graph-attributes.ts";
import type { Benchmark } from "./benchmark.ts";
import { createRandomGraph } from "./create-random-graph.ts";

const large = createRandomGraph(100_000, 300_000);
const source = createGraphSource(large);
const flat = flatten(large);
/** On Node graphology-gexf runs out of memory at 300,000 edges. */
const small = createRandomGraph(10_000, 30_000);
const text = writeGexf(createGraphSource(small));
const largeText = writeGexf(source);

/** The same graph as graphology-gexf can write it: text and numbers alone. */
function flatten(graph: SerializedMinutesGraph): MultiDirectedGraph {
  const copy = new MultiDirectedGraph();
  for (const { key, attributes } of graph.nodes) {
    const { aliases = [], ...rest } = attributes ?? {};
    copy.addNode(key, { ...rest, aliases: JSON.stringify(aliases) });
  }
  for (const { key, source: from, target, attributes } of graph.edges) {
    const { evidence = [], ...rest } = attributes ?? {};
    const sentences = evidence.map(({ quote }) => quote).join("\n");
    copy.addDirectedEdgeWithKey(key, from, target, {
      ...rest,
      sentences,
      evidence: JSON.stringify(evidence),
    });
  }
  return copy;
}

/** Chunks as a stream gives them. */
function* cut(whole: string): Generator<string> {
  for (let start = 0; start < whole.length; start += 1 << 20) yield whole.slice(start, start + (1 << 20));
}

export const benchmarks: Benchmark[] = [
  {
    name: "write GEXF of 100,000 nodes and 300,000 edges, against graphology-gexf",
    ours: () => {
      let length = 0;
      for (const chunk of generateGexf(source)) length += chunk.length;
      return length;
    },
    floor: () => gexf.write(flat, { pretty: false }),
    atMost: 1,
    runs: 3,
  },
  {
    name: `read GEXF of 30,000 edges (${toMegabytes(text)} MB), against graphology-gexf`,
    ours: () => read(text, small),
    floor: () => gexf.parse(MultiDirectedGraph, text, { addMissingNodes: false }),
    atMost: 1 / 3,
    runs: 3,
  },
  {
    name: `read GEXF of 300,000 edges (${toMegabytes(largeText)} MB), against ten times 30,000`,
    ours: () => read(largeText, large),
    floor: async () => {
      for (let time = 0; time < 10; time++) await read(text, small);
    },
    // Time grows with the file, and the engine's rubbish collector has more to look through.
    atMost: 1.5,
    ofProcessor: true,
    runs: 3,
  },
];

async function read(whole: string, { edges }: SerializedMinutesGraph): Promise<void> {
  const { graph } = await readGexf(cut(whole), "random.gexf");
  if (graph?.edges.length !== edges.length) throw new Error("edges were lost");
}

function toMegabytes(whole: string): number {
  return Math.round(whole.length / 1e6);
}
