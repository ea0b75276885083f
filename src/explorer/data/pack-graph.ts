import type {
  EdgeAttributes,
  Evidence,
  GraphDocument,
  NodeAttributes,
  NodeMention,
  SerializedMinutesGraph,
} from "../../model/graph-attributes.ts";
import { NODE_KINDS, RELATIONS } from "../../model/schema.ts";
import type { PackedGraph, PackedMentions, PackedTexts } from "./packed-graph.ts";

/** Packs a graph; `unpackGraph` gives it back. */
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
  const { keys, labels } = nodes;
  const columns = [nodes, keys, labels, edges, evidence, ...documents.map(([, , mentions]) => mentions)];
  return columns.flatMap((column) =>
    Object.values(column as object).flatMap((value: unknown) =>
      ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : [],
    ),
  );
}

function packMentions(mentions: readonly NodeMention[], places: ReadonlyMap<string, number>): PackedMentions {
  const packed: PackedMentions = {
    starts: new Uint32Array(mentions.length),
    ends: new Uint32Array(mentions.length),
    nodes: new Uint32Array(mentions.length),
    others: [],
  };
  for (const [mention, { start, end, node }] of mentions.entries()) {
    const place = places.get(node);
    packed.starts[mention] = start;
    packed.ends[mention] = end;
    if (place === undefined) packed.others.push([mention, node]);
    else packed.nodes[mention] = place;
  }
  return packed;
}

function packNodes(nodes: SerializedMinutesGraph["nodes"]): PackedGraph["nodes"] {
  const packed: PackedGraph["nodes"] = {
    keys: packTexts(nodes.map(({ key }) => key)),
    labels: packTexts(nodes.map(({ attributes }) => (attributes as NodeAttributes).label)),
    kinds: new Uint8Array(nodes.length),
    x: new Float64Array(nodes.length),
    y: new Float64Array(nodes.length),
    degrees: new Uint32Array(nodes.length),
    communities: new Uint32Array(nodes.length),
    aliases: [],
    others: [],
  };
  for (const [node, { attributes }] of nodes.entries()) {
    const { kind, x, y, degree, community, aliases } = attributes as NodeAttributes;
    packed.kinds[node] = NODE_KINDS.indexOf(kind);
    packed.x[node] = x;
    packed.y[node] = y;
    packed.degrees[node] = degree;
    packed.communities[node] = community;
    if (aliases.length > 0) packed.aliases.push([node, aliases]);
    const others = findOthers(attributes as NodeAttributes, NODE_COLUMNS);
    if (others) packed.others.push([node, others]);
  }
  return packed;
}

/** Packs many short texts; `readTexts` gives them back. */
export function packTexts(texts: readonly string[]): PackedTexts {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [place, { length }] of texts.entries()) ends[place] = end += length;
  return { text: texts.join(""), ends };
}

function packEdges(
  edges: SerializedMinutesGraph["edges"],
  places: ReadonlyMap<string, number>,
): PackedGraph["edges"] {
  const packed: PackedGraph["edges"] = {
    keys: [],
    sources: new Uint32Array(edges.length),
    targets: new Uint32Array(edges.length),
    relations: new Uint8Array(edges.length),
    weights: new Float64Array(edges.length),
    ends: new Uint32Array(edges.length),
    others: [],
  };
  let end = 0;
  for (const [edge, { key, source, target, attributes }] of edges.entries()) {
    const { relation, weight, evidence } = attributes as EdgeAttributes;
    if (key !== undefined && !isUsual(key, source, relation, target)) packed.keys.push([edge, key]);
    packed.sources[edge] = places.get(source) ?? 0;
    packed.targets[edge] = places.get(target) ?? 0;
    packed.relations[edge] = RELATIONS.indexOf(relation);
    packed.weights[edge] = weight;
    packed.ends[edge] = end += evidence.length;
    const others = findOthers(attributes as EdgeAttributes, EDGE_COLUMNS);
    if (others) packed.others.push([edge, others]);
  }
  return packed;
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
  const packed: Omit<PackedGraph["evidence"], "names"> = {
    documents: new Uint32Array(pieces.length),
    rules: new Uint32Array(pieces.length),
    starts: new Uint32Array(pieces.length),
    lengths: new Uint32Array(pieces.length),
    others: [],
  };
  for (const [place, piece] of pieces.entries()) {
    const { document, start, end, rule } = piece;
    packed.documents[place] = toPlace(document);
    packed.rules[place] = toPlace(rule);
    packed.starts[place] = start;
    packed.lengths[place] = Math.max(0, end - start);
    const others = findOtherEvidence(piece, documents[document]);
    if (others) packed.others.push([place, others]);
  }
  return { ...packed, names: [...names.keys()] };
}

function findOtherEvidence(
  piece: Evidence,
  document: GraphDocument | undefined,
): Partial<Evidence> | undefined {
  const { quote, start, end } = piece;
  const others = findOthers(piece, EVIDENCE_COLUMNS);
  const isQuote =
    document !== undefined && end - start === quote.length && document.text.startsWith(quote, start);
  if (isQuote) return others;
  return { ...others, quote, ...(end < start ? { end } : {}) };
}

const NODE_COLUMNS = new Set(["kind", "label", "aliases", "x", "y", "degree", "community"]);
const EDGE_COLUMNS = new Set(["relation", "weight", "evidence"]);
const EVIDENCE_COLUMNS = new Set(["document", "start", "end", "quote", "rule"]);

/** What an item has besides the columns. */
function findOthers<Item extends object>(
  item: Item,
  columns: ReadonlySet<string>,
): Partial<Item> | undefined {
  let others: Record<string, unknown> | undefined;
  for (const name in item)
    if (!columns.has(name)) (others ??= {})[name] = (item as Record<string, unknown>)[name];
  return others as Partial<Item> | undefined;
}
