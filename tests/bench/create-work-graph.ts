import { createRandom } from "../../src/graph/create-random.ts";
import type {
  Evidence,
  GraphDocument,
  NodeMention,
  SerializedMinutesGraph,
} from "../../src/model/graph-attributes.ts";
import type { Modality, NodeKind, Relation, Status } from "../../src/model/schema.ts";

type Node = SerializedMinutesGraph["nodes"][number];
type Edge = SerializedMinutesGraph["edges"][number];

const MEETINGS = 100;
const SENTENCE = "Somebody said that the work on it is going on, and asked whether it could be reviewed. ";
const SENTENCES = 2000;
const COUNTS: Readonly<Record<NodeKind, number>> = {
  person: 12_000,
  organisation: 300,
  project: 60,
  topic: 17_540,
  meeting: MEETINGS,
};
/** What relates what, how often, and how many pieces of evidence may stand behind it. */
const RELATIONS: readonly (readonly [NodeKind, Relation, NodeKind, share: number, most: number])[] = [
  ["person", "affiliated_with", "organisation", 0.12, 4],
  ["person", "attended", "meeting", 0.12, 1],
  ["meeting", "covered", "topic", 0.08, 3],
  ["person", "works_on", "topic", 0.26, 5],
  ["organisation", "works_on", "topic", 0.03, 3],
  ["person", "committed_to", "topic", 0.14, 3],
  ["person", "discussed", "topic", 0.2, 4],
  ["person", "works_on", "project", 0.02, 8],
  ["topic", "part_of", "project", 0.03, 1],
];

/** A graph of every kind of node and relation, in which a few names come up very often: always the same one. */
export function createWorkGraph(edgeCount: number): SerializedMinutesGraph {
  const random = createRandom(23);
  const pick = (count: number) => Math.floor(random() * count);
  const often = (kind: NodeKind) => `${kind}:${Math.floor(COUNTS[kind] * random() ** 2)}`;
  const edges = new Map<string, Edge>();
  for (const [from, relation, to, share, most] of RELATIONS) {
    for (let left = Math.round(edgeCount * share); left > 0;) {
      // A topic is part of one project.
      const source = relation === "part_of" ? `${from}:${left * 5}` : often(from);
      const target = often(to);
      const key = `${source}|${relation}|${target}`;
      if (edges.has(key)) continue;
      const evidence = Array.from({ length: 1 + pick(most) }, () => cite(pick, relation));
      edges.set(key, { key, source, target, attributes: { relation, weight: evidence.length, evidence } });
      left -= 1;
    }
  }
  return {
    attributes: { version: "1", documents: createDocuments(often), joins: [], diagnostics: [] },
    options: { type: "directed", multi: true, allowSelfLoops: false },
    nodes: createNodes(pick),
    edges: [...edges.values()],
  };
}

function cite(pick: (count: number) => number, relation: Relation): Evidence {
  const start = pick(SENTENCES) * SENTENCE.length;
  const end = start + SENTENCE.length - 1;
  const piece = {
    document: `${pick(MEETINGS)}.txt`,
    start,
    end,
    quote: SENTENCE.slice(0, -1),
    rule: "random",
  };
  const modality: Modality | undefined = relation === "committed_to" ? "planned" : pickModality(pick(20));
  const status: Status | undefined = (["done", "ongoing", "merged", "blocked"] as const)[pick(16)];
  return { ...piece, ...(modality && { modality }), ...(status && !modality && { status }) };
}

function pickModality(thrown: number): Modality | undefined {
  return (["planned", "possible", "asked", "negated"] as const)[thrown];
}

function createDocuments(often: (kind: NodeKind) => string): Record<string, GraphDocument> {
  const documents: Record<string, GraphDocument> = {};
  for (let place = 0; place < MEETINGS; place++) {
    const date = new Date(Date.UTC(2010, 0, 1 + place * 28)).toISOString().slice(0, 10);
    const mentions = Array.from({ length: SENTENCES }, (_, sentence): NodeMention => {
      const start = sentence * SENTENCE.length;
      return { node: often(sentence % 2 ? "person" : "topic"), start, end: start + 8 };
    });
    documents[`${place}.txt`] = {
      path: `${place}.txt`,
      title: "Meeting",
      date,
      text: SENTENCE.repeat(SENTENCES),
      mentions,
    };
  }
  return documents;
}

const WORDS: Readonly<Record<NodeKind, string>> = {
  person: "Person",
  organisation: "Company",
  project: "Project",
  topic: "Topic",
  meeting: "Meeting",
};

function createNodes(pick: (count: number) => number): Node[] {
  return (Object.keys(COUNTS) as NodeKind[]).flatMap((kind) =>
    Array.from({ length: COUNTS[kind] }, (_, place): Node => {
      const name = { kind, label: `${WORDS[kind]} ${place}`, aliases: [] };
      const meeting = kind === "meeting" ? { document: `${place}.txt`, series: "Meeting" } : {};
      const attributes = {
        ...name,
        x: pick(1000),
        y: pick(1000),
        degree: 6,
        community: pick(40),
        ...meeting,
      };
      return { key: `${kind}:${place}`, attributes };
    }),
  );
}
