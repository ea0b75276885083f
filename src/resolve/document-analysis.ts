import type { Span } from "../model/graph-attributes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Modality, NodeKind, Relation, Status } from "../model/schema.ts";

/** An entity of one document, before documents are joined. */
export interface LocalEntity {
  kind: NodeKind;
  label: string;
  /** How often each surface form stands in the document, by form; the label counts too. */
  surfaces: Record<string, number>;
  /** What makes it the same entity in other documents: "name:ann lee", "handle:alee". Empty: only in this one. */
  identities: string[];
  date?: string;
}

export interface LocalClaim extends Span {
  relation: Relation;
  /** Indices of entities. */
  source: number;
  target: number;
  rule: string;
  modality?: Modality;
  status?: Status;
}

export interface LocalJoin {
  entity: number;
  surface: string;
  reason: string;
}

/** All that one document adds to a graph: plain data that can be kept, sent to a worker and put together in any order. */
export interface DocumentAnalysis {
  id: string;
  path: string;
  title: string;
  date: string;
  text: string;
  /** Index of the meeting's entity. */
  meeting: number;
  entities: LocalEntity[];
  /** Sorted by start. */
  mentions: (Span & { entity: number })[];
  claims: LocalClaim[];
  joins: LocalJoin[];
  diagnostics: Diagnostic[];
}
