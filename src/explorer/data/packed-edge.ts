import type { EdgeAttributes, Evidence } from "../../model/graph-attributes.ts";
import type { Relation } from "../../model/schema.ts";

/** Reads the evidence of an edge, told by its place. */
export type ReadEvidence = (edge: number) => Evidence[];

/**
 * An edge's attributes, of which the evidence is only read once it is asked for: that of a hundred thousand edges is
 * more than half of what a graph is made of, and keeps the page up while memory is tidied.
 */
export class PackedEdge implements EdgeAttributes {
  declare evidence: Evidence[];
  readonly #read: ReadEvidence;
  /** The edge's place until its evidence is read. */
  #evidence: number | Evidence[];

  constructor(
    public relation: Relation,
    public weight: number,
    read: ReadEvidence,
    edge: number,
  ) {
    this.#read = read;
    this.#evidence = edge;
    Object.defineProperty(this, "evidence", PackedEdge.#lazy);
  }

  /** Each edge's own, as that of any object is, and so also that of its copies. */
  static readonly #lazy: PropertyDescriptor & ThisType<PackedEdge> = {
    get() {
      if (typeof this.#evidence === "number") this.#evidence = this.#read(this.#evidence);
      return this.#evidence;
    },
    set(evidence: Evidence[]) {
      this.#evidence = evidence;
    },
    enumerable: true,
    configurable: true,
  };
}
