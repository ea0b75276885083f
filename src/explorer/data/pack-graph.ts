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
    keys: packTexts(nodes.map(({ key }) => key)),
    labels: packTexts(all.map(({ label }) => label)),
    kinds: fill(new Uint8Array(all.length), all, ({ kind }) => NODE_KINDS.indexOf(kind)),
    x: fill(new Float64Array(all.length), all, ({ x }) => x),
    y: fill(new Float64Array(all.length), all, ({ y }) => y),
    degrees: fill(new Uint32Array(all.length), all, ({ degree }) => degree),
    communities: fill(new Uint32Array(all.length), all, ({ community }) => community),
    aliases: all.flatMap(({ aliases }, node) => (aliases.length > 0 ? [[node, aliases]] : [])),
    others: listOthers(all, NODE_COLUMNS),
  };
}

function packTexts(texts: readonly string[]): PackedTexts {
  let end = 0;
  return {
    text: texts.join(""),
    ends: fill(new Uint32Array(texts.length), texts, ({ length }) => (end += length)),
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
