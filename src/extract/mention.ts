import type { Span } from "../model/graph-attributes.ts";
import type { Modality, NodeKind, Relation, Status } from "../model/schema.ts";

/** A place where the text names somebody or something: what it says, not yet who is meant. */
export interface Mention extends Span {
  kind: NodeKind;
  /** As written, on one line. */
  surface: string;
  /** The canonical name where a gazetteer or the document itself gives one. */
  name?: string | undefined;
  rule: string;
}

/** What a sentence says of two mentions. */
export interface Claim {
  relation: Relation;
  source: Mention;
  target: Mention;
  /** The sentence or line that says it. */
  evidence: Span;
  rule: string;
  modality: Modality | undefined;
  status: Status | undefined;
}
