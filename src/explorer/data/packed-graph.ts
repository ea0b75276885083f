import { createMinutesGraph } from "../../graph/create-minutes-graph.ts";
import type {
  EdgeAttributes,
  Evidence,
  GraphAttributes,
  GraphDocument,
  MinutesGraph,
  NodeAttributes,
  NodeMention,
  SerializedMinutesGraph,
} from "../../model/graph-attributes.ts";
import { NODE_KINDS, RELATIONS } from "../../model/schema.ts";

/**
 * A graph as columns of numbers, and each name once: so the page receives and keeps it without standing still. Nodes
 * and edges are told by their place; what few of them have stands apart, by place.
 */
export interface PackedGraph {
  attributes: Omit<GraphAttributes, "documents">;
  documents: [id: string, document: Omit<GraphDocument, "mentions">, mentions: PackedMentions][];
  nodes: {
    keys: string[];
    labels: string[];
    kinds: Uint8Array<ArrayBuffer>;
    x: Float64Array<ArrayBuffer>;
    y: Float64Array<ArrayBuffer>;
    degrees: Uint32Array<ArrayBuffer>;
    communities: Uint32Array<ArrayBuffer>;
    aliases: [node: number, aliases: string[]][];
    others: [node: number, attributes: Partial<NodeAttributes>][];
  };
  edges: {
    /** Only where they are not `source|relation|target`. */
    keys: [edge: number, key: string][];
    sources: Uint32Array<ArrayBuffer>;
    targets: Uint32Array<ArrayBuffer>;
    relations: Uint8Array<ArrayBuffer>;
    weights: Float64Array<ArrayBuffer>;
    /** The evidence of edge `n` stands before place `ends[n]`, and behind that of the edge before. */
    ends: Uint32Array<ArrayBuffer>;
    others: [edge: number, attributes: Partial<EdgeAttributes>][];
  };
  evidence: {
    /** Places in `names`. */
    documents: Uint32Array<ArrayBuffer>;
    rules: Uint32Array<ArrayBuffer>;
    starts: Uint32Array<ArrayBuffer>;
    /** What more there is: a quote that is not what stands at its place, a modality, a status. */
    others: [piece: number, evidence: Partial<Evidence>][];
    lengths: Uint32Array<ArrayBuffer>;
    names: string[];
  };
}

interface PackedMentions {
  starts: Uint32Array<ArrayBuffer>;
  ends: Uint32Array<ArrayBuffer>;
  /** Places in the graph's nodes. */
  nodes: Uint32Array<ArrayBuffer>;
  /** Names of what is no node of the graph. */
  others: [mention: number, node: string][];
}

/** Packs a graph; {@link unpackGraph} gives it back. */
export function packGraph({ attributes, nodes, edges }: SerializedMinutesGraph): PackedGraph {
  const places = new Map(nodes.map(({ key }, place) => [key, place]));
  const { documents, ...rest } = attributes;
  return {
    attributes: rest,
    documents: Object.entries(documents).map(([id, { mentions, ...document }]) => [
      id,
      document,
      packMentions(mentions, places),
    ]),
    nodes: packNodes(nodes),
    edges: packEdges(edges, places),
    evidence: packEvidence(edges, documents),
  };
}

/** The memory of a packed graph that can be handed over instead of copied. */
export function listBuffers({ documents, nodes, edges, evidence }: PackedGraph): ArrayBuffer[] {
  const columns = [nodes, edges, evidence, ...documents.map(([, , mentions]) => mentions)];
  return columns.flatMap((column) =>
    Object.values(column as object).flatMap((value: unknown) =>
      ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : [],
    ),
  );
}

function packMentions(mentions: readonly NodeMention[], places: ReadonlyMap<string, number>): PackedMentions {
  return {
    starts: fill(new Uint32Array(mentions.length), mentions, ({ start }) => start),
    ends: fill(new Uint32Array(mentions.length), mentions, ({ end }) => end),
    nodes: fill(new Uint32Array(mentions.length), mentions, ({ node }) => places.get(node) ?? 0),
    others: mentions.flatMap(({ node }, mention) => (places.has(node) ? [] : [[mention, node]])),
  };
}

function packNodes(nodes: SerializedMinutesGraph["nodes"]): PackedGraph["nodes"] {
  const all = nodes.map(({ attributes }) => attributes as NodeAttributes);
  return {
    keys: nodes.map(({ key }) => key),
    labels: all.map(({ label }) => label),
    kinds: fill(new Uint8Array(all.length), all, ({ kind }) => NODE_KINDS.indexOf(kind)),
    x: fill(new Float64Array(all.length), all, ({ x }) => x),
    y: fill(new Float64Array(all.length), all, ({ y }) => y),
    degrees: fill(new Uint32Array(all.length), all, ({ degree }) => degree),
    communities: fill(new Uint32Array(all.length), all, ({ community }) => community),
    aliases: all.flatMap(({ aliases }, node) => (aliases.length > 0 ? [[node, aliases]] : [])),
    others: listOthers(all, NODE_COLUMNS),
  };
}

function packEdges(
  edges: SerializedMinutesGraph["edges"],
  places: ReadonlyMap<string, number>,
): PackedGraph["edges"] {
  const all = edges.map(({ attributes }) => attributes as EdgeAttributes);
  let end = 0;
  return {
    keys: edges.flatMap(({ key, source, target }, edge) =>
      key === undefined || isUsual(key, source, all[edge]?.relation ?? "", target) ? [] : [[edge, key]],
    ),
    sources: fill(new Uint32Array(edges.length), edges, ({ source }) => places.get(source) ?? 0),
    targets: fill(new Uint32Array(edges.length), edges, ({ target }) => places.get(target) ?? 0),
    relations: fill(new Uint8Array(all.length), all, ({ relation }) => RELATIONS.indexOf(relation)),
    weights: fill(new Float64Array(all.length), all, ({ weight }) => weight),
    ends: fill(new Uint32Array(all.length), all, ({ evidence }) => (end += evidence.length)),
    others: listOthers(all, EDGE_COLUMNS),
  };
}

/** Whether a key is `source|relation|target`; asked of every edge, and so without putting one together. */
function isUsual(key: string, source: string, relation: string, target: string): boolean {
  const between = source.length + 1;
  return (
    key.length === between + relation.length + 1 + target.length &&
    key.startsWith(source) &&
    key.startsWith("|", source.length) &&
    key.startsWith(relation, between) &&
    key.startsWith("|", between + relation.length) &&
    key.endsWith(target)
  );
}

function packEvidence(
  edges: SerializedMinutesGraph["edges"],
  documents: Readonly<Record<string, GraphDocument>>,
): PackedGraph["evidence"] {
  const pieces = edges.flatMap(({ attributes }) => attributes?.evidence ?? []);
  const names = new Map<string, number>();
  const toPlace = (name: string): number => {
    const place = names.get(name) ?? names.size;
    names.set(name, place);
    return place;
  };
  return {
    documents: fill(new Uint32Array(pieces.length), pieces, ({ document }) => toPlace(document)),
    rules: fill(new Uint32Array(pieces.length), pieces, ({ rule }) => toPlace(rule)),
    starts: fill(new Uint32Array(pieces.length), pieces, ({ start }) => start),
    lengths: fill(new Uint32Array(pieces.length), pieces, ({ start, end }) => Math.max(0, end - start)),
    others: listOtherEvidence(pieces, documents),
    names: [...names.keys()],
  };
}

function listOtherEvidence(
  pieces: readonly Evidence[],
  documents: Readonly<Record<string, GraphDocument>>,
): PackedGraph["evidence"]["others"] {
  const all = new Map(listOthers(pieces, EVIDENCE_COLUMNS));
  for (const [place, piece] of pieces.entries()) {
    const { quote, start, end } = piece;
    const isQuote = isQuoteOf(documents[piece.document], piece);
    if (isQuote && end >= start) continue;
    all.set(place, { ...all.get(place), ...(isQuote ? {} : { quote }), ...(end < start ? { end } : {}) });
  }
  return [...all];
}

function isQuoteOf(document: GraphDocument | undefined, { start, end, quote }: Evidence): boolean {
  return document?.text.slice(start, end) === quote;
}

/** Several times as fast as a typed array's own `from`. */
function fill<Column extends Uint8Array | Uint32Array | Float64Array, Item>(
  column: Column,
  items: readonly Item[],
  read: (item: Item) => number,
): Column {
  for (const [place, item] of items.entries()) column[place] = read(item);
  return column;
}

const NODE_COLUMNS = new Set(["kind", "label", "aliases", "x", "y", "degree", "community"]);
const EDGE_COLUMNS = new Set(["relation", "weight", "evidence"]);
const EVIDENCE_COLUMNS = new Set(["document", "start", "end", "quote", "rule"]);

/** What the items have besides the columns, by their places. */
function listOthers<Item extends object>(
  items: readonly Item[],
  columns: ReadonlySet<string>,
): [place: number, others: Partial<Item>][] {
  const all: [number, Partial<Item>][] = [];
  for (const [place, item] of items.entries()) {
    let others: Record<string, unknown> | undefined;
    for (const name in item)
      if (!columns.has(name)) (others ??= {})[name] = (item as Record<string, unknown>)[name];
    if (others) all.push([place, others as Partial<Item>]);
  }
  return all;
}

/** So many nodes or edges are added without asking whether there is time. */
const STEP = 64;

/** Gives the graph back that {@link packGraph} packed; yields often, since a large one takes seconds. */
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
