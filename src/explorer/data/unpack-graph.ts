import { createMinutesGraph } from "../../graph/create-minutes-graph.ts";
import type {
  EdgeAttributes,
  Evidence,
  GraphDocument,
  MinutesGraph,
  NodeAttributes,
  NodeMention,
} from "../../model/graph-attributes.ts";
import { NODE_KINDS, RELATIONS } from "../../model/schema.ts";
import type { PackedGraph, PackedMentions } from "./packed-graph.ts";

/** So many nodes or edges are added without asking whether there is time. */
const STEP = 64;

/** Gives the graph back that `packGraph` packed; yields often, since a large one takes seconds. */
export function* unpackGraph(packed: PackedGraph): Generator<void, MinutesGraph> {
  const graph = createMinutesGraph();
  const documents = Object.fromEntries(
    packed.documents.map(([id, document, mentions]) => [
      id,
      withMentions(document, () => unpackMentions(mentions, packed.nodes.keys)),
    ]),
  );
  graph.replaceAttributes({ ...packed.attributes, documents });
  yield* addNodes(graph, packed.nodes);
  yield* addEdges(graph, packed, documents);
  return graph;
}

/** Where names stand in a text is only asked once it is read. */
function withMentions(document: Omit<GraphDocument, "mentions">, read: () => NodeMention[]): GraphDocument {
  let mentions: NodeMention[] | undefined;
  return Object.defineProperty({ ...document } as GraphDocument, "mentions", {
    get: () => (mentions ??= read()),
    enumerable: true,
    configurable: true,
  });
}

function unpackMentions(
  { starts, ends, nodes, others }: PackedMentions,
  keys: readonly string[],
): NodeMention[] {
  const strangers = new Map(others);
  return Array.from(starts, (start, mention) => ({
    start,
    end: ends[mention] ?? start,
    node: strangers.get(mention) ?? keys[nodes[mention] ?? 0] ?? "",
  }));
}

function* addNodes(graph: MinutesGraph, nodes: PackedGraph["nodes"]): Generator<void> {
  const { keys, labels, kinds, x, y, degrees, communities } = nodes;
  const aliases = new Map(nodes.aliases);
  const others = new Map(nodes.others);
  for (const [node, key] of keys.entries()) {
    const attributes: NodeAttributes = {
      kind: NODE_KINDS[kinds[node] ?? 0] ?? "topic",
      label: labels[node] ?? key,
      aliases: aliases.get(node) ?? [],
      x: x[node] ?? 0,
      y: y[node] ?? 0,
      degree: degrees[node] ?? 0,
      community: communities[node] ?? 0,
    };
    const more = others.get(node);
    graph.addNode(key, more ? { ...attributes, ...more } : attributes);
    if (node % STEP === 0) yield;
  }
}

function* addEdges(
  graph: MinutesGraph,
  { nodes, edges, evidence }: PackedGraph,
  documents: Readonly<Record<string, GraphDocument>>,
): Generator<void> {
  const { sources, targets, relations, weights, ends } = edges;
  const readPiece = createEvidenceReader(evidence, documents);
  const keys = new Map(edges.keys);
  const others = new Map(edges.others);
  let piece = 0;
  for (let edge = 0; edge < sources.length; edge++) {
    const source = nodes.keys[sources[edge] ?? 0] ?? "";
    const target = nodes.keys[targets[edge] ?? 0] ?? "";
    const relation = RELATIONS[relations[edge] ?? 0] ?? "related_to";
    const pieces: Evidence[] = [];
    for (const end = ends[edge] ?? 0; piece < end; piece++) pieces.push(readPiece(piece));
    const attributes: EdgeAttributes = { relation, weight: weights[edge] ?? 1, evidence: pieces };
    const more = others.get(edge);
    const key = keys.get(edge) ?? `${source}|${relation}|${target}`;
    graph.addDirectedEdgeWithKey(key, source, target, more ? { ...attributes, ...more } : attributes);
    if (edge % STEP === 0) yield;
  }
}

/** A quote is a stretch of its document's text, which costs no memory of its own. */
function createEvidenceReader(
  packed: PackedGraph["evidence"],
  documents: Readonly<Record<string, GraphDocument>>,
): (piece: number) => Evidence {
  const others = new Map(packed.others);
  const { names, rules, starts, lengths } = packed;
  return (piece) => {
    const document = names[packed.documents[piece] ?? 0] ?? "";
    const start = starts[piece] ?? 0;
    const end = start + (lengths[piece] ?? 0);
    const more = others.get(piece);
    const quote = more?.quote ?? documents[document]?.text.slice(start, end) ?? "";
    const evidence = { document, start, end, quote, rule: names[rules[piece] ?? 0] ?? "" };
    return more ? { ...evidence, ...more } : evidence;
  };
}
