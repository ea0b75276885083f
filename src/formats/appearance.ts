import type { NodeKind, Relation } from "../model/schema.ts";

export interface KindAppearance {
  /** Red, green and blue from 0 to 255. */
  color: readonly [number, number, number];
  /** A node shape of GEXF's viz module. */
  shape: "disc" | "square" | "triangle" | "diamond";
}

/** How other programs are told to draw a node: told apart by shape as well as by colour. */
export const KIND_APPEARANCE: Readonly<Record<NodeKind, KindAppearance>> = {
  person: { color: [31, 119, 180], shape: "disc" },
  organisation: { color: [230, 126, 34], shape: "square" },
  project: { color: [39, 144, 84], shape: "diamond" },
  topic: { color: [142, 84, 173], shape: "triangle" },
  meeting: { color: [127, 127, 127], shape: "disc" },
};

/** An edge shape of GEXF's viz module: work is a solid line, the rest is lighter. */
export const RELATION_SHAPE: Readonly<Record<Relation, "solid" | "dotted" | "dashed" | "double">> = {
  works_on: "solid",
  committed_to: "double",
  affiliated_with: "dashed",
  part_of: "dashed",
  attended: "dotted",
  discussed: "dotted",
  covered: "dotted",
  related_to: "solid",
};

/** A node's diameter in the drawing's units: its area grows with the number of edges. */
export function computeNodeSize(degree: number): number {
  return round(4 + 2 * Math.sqrt(Math.max(degree, 0)));
}

/** An edge's width in the drawing's units. */
export function computeThickness(weight: number): number {
  return round(1 + Math.log2(Math.max(weight, 1)));
}

function round(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 100) / 100 : 1;
}
