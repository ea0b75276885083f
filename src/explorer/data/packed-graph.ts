import type {
  EdgeAttributes,
  Evidence,
  GraphAttributes,
  GraphDocument,
  NodeAttributes,
} from "../../model/graph-attributes.ts";

/**
 * A graph as columns of numbers, and each name once: so the page receives and keeps it without standing still. Nodes
 * and edges are told by their place; what few of them have stands apart, by place.
 */
export interface PackedGraph {
  attributes: Omit<GraphAttributes, "documents">;
  documents: [id: string, document: Omit<GraphDocument, "mentions">, mentions: PackedMentions][];
  nodes: {
    keys: PackedTexts;
    labels: PackedTexts;
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

/** Many short texts as one: a page takes over a hundred thousand of them twenty times as fast. */
export interface PackedTexts {
  text: string;
  /** Text `n` stands before `ends[n]`, and behind the one before. */
  ends: Uint32Array<ArrayBuffer>;
}

export interface PackedMentions {
  starts: Uint32Array<ArrayBuffer>;
  ends: Uint32Array<ArrayBuffer>;
  /** Places in the graph's nodes. */
  nodes: Uint32Array<ArrayBuffer>;
  /** Names of what is no node of the graph. */
  others: [mention: number, node: string][];
}
