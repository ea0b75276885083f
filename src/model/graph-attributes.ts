import type Graph from "graphology";
import type { SerializedGraph } from "graphology-types";
import type { Diagnostic } from "./diagnostic.ts";
import type { Modality, NodeKind, Relation, Status } from "./schema.ts";

/** A stretch of a document's text: UTF-16 code units from 0, half open. */
export interface Span {
  start: number;
  end: number;
}

/** One piece of evidence: `documents[document].text.slice(start, end) === quote`, always. */
export interface Evidence extends Span {
  document: string;
  quote: string;
  /** The name of the rule that read it, e.g. `"attendee-brackets"`. */
  rule: string;
  modality?: Modality;
  status?: Status;
}

// Type aliases and not interfaces: graphology's `Attributes` is an index signature, which interfaces do not satisfy.
export type NodeAttributes = {
  kind: NodeKind;
  /** The canonical name. */
  label: string;
  /** Every other surface form, sorted by code unit. */
  aliases: string[];
  /** Layout position, in graph units. */
  x: number;
  y: number;
  /** Number of edges at the node. */
  degree: number;
  /** Index of the node's community, 0 being the largest. */
  community: number;
  /** Meetings only: ISO 8601 calendar date. */
  date?: string;
  /** Meetings only: the document that reports it. */
  document?: string;
  /** Meetings only: the name shared by the meetings of one series. */
  series?: string;
};

export type EdgeAttributes = {
  relation: Relation;
  /** Pieces of evidence. */
  weight: number;
  /** Never empty; in order of document date, then document, then offset. */
  evidence: Evidence[];
};

/** A place in a document where a node is named. */
export interface NodeMention extends Span {
  node: string;
}

export interface GraphDocument {
  path: string;
  title: string;
  /** ISO 8601 calendar date, or the empty string where the document does not say. */
  date: string;
  /** What the format decodes to; every offset counts in it. */
  text: string;
  /** Every place where a node is named: sorted by start, not overlapping. */
  mentions: NodeMention[];
}

/** Two surface forms that were taken for one entity, and why. */
export interface Join {
  node: string;
  surface: string;
  /** E.g. `"given name of an attendee"`, `"one edit from an attendee's name"`, `"gazetteer alias"`. */
  reason: string;
  document?: string;
}

/** A view of the graph that somebody kept: several make a story. */
export interface StoredView {
  id: string;
  name: string;
  /** The caption. */
  note: string;
  /** What follows `#` in the explorer's address. */
  view: string;
}

export type GraphAttributes = {
  /** The form's version, e.g. `"1"`. */
  version: string;
  documents: Record<string, GraphDocument>;
  joins: Join[];
  diagnostics: Diagnostic[];
  /** In the order in which they are told; absent where nobody kept any. */
  views?: StoredView[];
};

/** A directed multigraph with one edge per (source, relation, target), keyed `source|relation|target`. */
export type MinutesGraph = Graph<NodeAttributes, EdgeAttributes, GraphAttributes>;
export type SerializedMinutesGraph = SerializedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>;
