/** Nodes of a graph and the links between them, as arrays that are moved to a worker and not copied. */
export interface PackedMembers {
  /** Places in `NODE_KINDS`. */
  kinds: Uint8Array<ArrayBuffer>;
  /** The ends of edges: places of nodes. */
  sources: Uint32Array<ArrayBuffer>;
  targets: Uint32Array<ArrayBuffer>;
  /** Places in `RELATIONS`. */
  relations: Uint8Array<ArrayBuffer>;
  weights: Float64Array<ArrayBuffer>;
}

/** `x` and `y` of every node in turn. */
export type MemberPlaces = Float64Array<ArrayBuffer>;
