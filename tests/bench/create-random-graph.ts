import { createRandom } from "../../src/graph/create-random.ts";
import type { Evidence, GraphDocument, SerializedMinutesGraph } from "../../src/model/graph-attributes.ts";

const SENTENCE = "Somebody said that the work on it is going on, and asked whether it could be reviewed. ";
const SENTENCES = 200;

/** People and topics of a hundred meetings: as many nodes and edges as told, always the same ones. */
export function createRandomGraph(nodeCount: number, edgeCount: number): SerializedMinutesGraph {
  const random = createRandom(11);
  const pick = (count: number) => Math.floor(random() * count);
  const documents: Record<string, GraphDocument> = {};
  for (let index = 0; index < 100; index++) {
    const date = new Date(Date.UTC(2010, 0, 1 + index * 28)).toISOString().slice(0, 10);
    documents[`meeting-${index}.txt`] = {
      path: `meeting-${index}.txt`,
      title: "Random meeting",
      date,
      text: SENTENCE.repeat(SENTENCES),
      mentions: [],
    };
  }
  const cite = (): Evidence => {
    const start = pick(SENTENCES) * SENTENCE.length;
    const end = start + SENTENCE.length - 1;
    return { document: `meeting-${pick(100)}.txt`, start, end, quote: SENTENCE.slice(0, -1), rule: "random" };
  };
  const half = Math.floor(nodeCount / 2);
  const nodes = Array.from({ length: nodeCount }, (_, index): SerializedMinutesGraph["nodes"][number] => {
    const kind = index < half ? "person" : "topic";
    const label = `${kind === "person" ? "Person" : "Topic"} ${index}`;
    const place = { x: pick(100_000) / 10, y: pick(100_000) / 10 };
    return {
      key: `${kind}:${index}`,
      attributes: { kind, label, aliases: [], ...place, degree: 6, community: pick(20) },
    };
  });
  const edges = new Map<string, SerializedMinutesGraph["edges"][number]>();
  while (edges.size < edgeCount) {
    const [source, target] = [`person:${pick(half)}`, `topic:${half + pick(nodeCount - half)}`];
    const key = `${source}|works_on|${target}`;
    const attributes = { relation: "works_on" as const, weight: 1, evidence: [cite()] };
    edges.set(key, { key, source, target, attributes });
  }
  return {
    attributes: { version: "1", documents, joins: [], diagnostics: [] },
    options: { type: "directed", multi: true, allowSelfLoops: false },
    nodes,
    edges: [...edges.values()],
  };
}
