import { createMinutesGraph } from "../../graph/create-minutes-graph.ts";
import { eachInSteps } from "../../graph/in-steps.ts";
import type {
  Evidence,
  GraphDocument,
  MinutesGraph,
  NodeAttributes,
  NodeMention,
  SerializedMinutesGraph,
} from "../../model/graph-attributes.ts";
import { addLazyMentions } from "../../model/lazy-mentions.ts";
import { NODE_KINDS, RELATIONS } from "../../model/schema.ts";
import type { Counts } from "../../view/count-kinds.ts";
import { PackedEdge } from "./packed-edge.ts";
import type { PackedGraph, PackedMentions, PackedTexts } from "./packed-graph.ts";

/** So many nodes or edges are added without asking whether there is time. */
const STEP = 64;

/** Gives the graph back that `packGraph` packed, or fills one; yields often, since a large one takes seconds. */
export function* unpackGraph(packed: PackedGraph | SerializedMinutesGraph): Generator<void, MinutesGraph> {
  const graph = createMinutesGraph();
  if (isPacked(packed)) yield* unpack(graph, packed);
  else yield* fill(graph, packed);
  return graph;
}

/** Whether a graph was packed. */
export function isPacked(graph: PackedGraph | SerializedMinutesGraph): graph is PackedGraph {
  return "evidence" in graph;
}

/** How many edges a graph has, packed or not. */
export function countEdges(graph: PackedGraph | SerializedMinutesGraph): number {
  return isPacked(graph) ? graph.edges.sources.length : graph.edges.length;
}

function* fill(
  graph: MinutesGraph,
  { attributes: ofGraph, nodes, edges }: SerializedMinutesGraph,
): Generator<void> {
  graph.replaceAttributes(ofGraph);
  yield* eachInSteps(nodes, ({ key, attributes }) => graph.addNode(key, attributes));
  yield* eachInSteps(edges, ({ key, source, target, attributes }) =>
    graph.addDirectedEdgeWithKey(key, source, target, attributes),
  );
}

function* unpack(graph: MinutesGraph, packed: PackedGraph): Generator<void> {
  const keys: string[] = [];
  const documents = Object.fromEntries(
    packed.documents.map(([id, document, mentions]) => [
      id,
      addLazyMentions(document, () => readMentions(mentions, keys)),
    ]),
  );
  graph.replaceAttributes({ ...packed.attributes, documents });
  yield* addNodes(graph, packed.nodes, keys);
  yield* addEdges(graph, packed, keys);
}

/** Counts a packed graph by kind and relation: of columns of numbers, that takes no time. */
export function countPacked({ nodes, edges }: PackedGraph): Counts {
  return { kinds: countColumn(nodes.kinds, NODE_KINDS), relations: countColumn(edges.relations, RELATIONS) };
}

function countColumn<Name>(column: Uint8Array, names: readonly Name[]): Map<Name, number> {
  const counts = new Uint32Array(names.length);
  for (const place of column) counts[place] = (counts[place] ?? 0) + 1;
  return new Map(names.flatMap((name, place) => (counts[place] ? [[name, counts[place]] as const] : [])));
}

/** Where names stand in a text is only asked once it is read. */
function* readMentions(
  { starts, ends, nodes, others }: PackedMentions,
  keys: readonly string[],
): Generator<NodeMention> {
  const strangers = new Map(others);
  for (const [mention, start] of starts.entries())
    yield {
      start,
      end: ends[mention] ?? start,
      node: strangers.get(mention) ?? keys[nodes[mention] ?? 0] ?? "",
    };
}

/** @param keys is filled with the nodes' keys */
function* addNodes(graph: MinutesGraph, nodes: PackedGraph["nodes"], keys: string[]): Generator<void> {
  const { kinds, x, y, degrees, communities } = nodes;
  const labels = readTexts(nodes.labels);
  const aliases = new Map(nodes.aliases);
  const noAliases: string[] = [];
  const others = new Map(nodes.others);
  for (const key of readTexts(nodes.keys)) {
    const node = keys.push(key) - 1;
    const attributes: NodeAttributes = {
      kind: NODE_KINDS[kinds[node] ?? 0] ?? "topic",
      label: labels.next().value ?? key,
      aliases: aliases.get(node) ?? noAliases,
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

export function* readTexts({ text, ends }: PackedTexts): Generator<string, undefined> {
  let start = 0;
  for (const end of ends) {
    yield text.slice(start, end);
    start = end;
  }
}

function* addEdges(
  graph: MinutesGraph,
  { edges, evidence }: PackedGraph,
  nodes: readonly string[],
): Generator<void> {
  const { sources, targets, relations, weights, ends } = edges;
  const readPiece = createEvidenceReader(evidence, graph.getAttribute("documents"));
  const ownKeys = new Map(edges.keys);
  const others = new Map(edges.others);
  const readEvidence = (edge: number): Evidence[] => {
    const first = edge === 0 ? 0 : (ends[edge - 1] ?? 0);
    return Array.from({ length: (ends[edge] ?? first) - first }, (_, place) => readPiece(first + place));
  };
  for (let edge = 0; edge < sources.length; edge++) {
    const source = nodes[sources[edge] ?? 0] ?? "";
    const target = nodes[targets[edge] ?? 0] ?? "";
    const relation = RELATIONS[relations[edge] ?? 0] ?? "related_to";
    const attributes = new PackedEdge(relation, shorten(weights[edge] ?? 1), readEvidence, edge);
    const more = others.get(edge);
    if (more) Object.assign(attributes, more);
    // A template would come to four objects before it is one.
    const key = ownKeys.get(edge) ?? [source, relation, target].join("|");
    graph.addDirectedEdgeWithKey(key, source, target, attributes);
    if (edge % STEP === 0) yield;
  }
}

/** The same number, kept without an object of its own where it is whole. */
function shorten(value: number): number {
  const whole = value | 0;
  return whole === value ? whole : value;
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
