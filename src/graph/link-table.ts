import type { EdgeAttributes } from "../model/graph-attributes.ts";
import type { Relation } from "../model/schema.ts";
import type { QueryIndex } from "./query-index.ts";
import { computeStrength } from "./strength.ts";

/** The graph as rows of numbers: the links of node `n` stand from `offsets[n]` to `offsets[n + 1]`. */
export interface LinkTable {
  nodes: readonly string[];
  ids: ReadonlyMap<string, number>;
  offsets: Uint32Array;
  /** The node at the other end of each link. */
  ends: Uint32Array;
  /** The edge of each link, as its place in `edges`. */
  edgeIds: Uint32Array;
  edges: readonly string[];
  /** By edge: 1 divided by the strength of what the minutes say; infinite where all of it is denied. */
  resistances: Float64Array;
}

/** To have been at the same meeting joins people little; whom one is with, and what is part of what, joins much. */
const FIXED_STRENGTHS: Partial<Record<Relation, number>> = {
  attended: 0.3,
  covered: 0.3,
  affiliated_with: 3,
  part_of: 3,
  related_to: 1,
};
const MAX_RESISTANCE = 1000;
const MAX_PIECES = 5;

const tables = new WeakMap<QueryIndex, LinkTable>();

/** The table of a graph's links, made at the first call. Cost then: linear in the edges. */
export function getLinkTable(index: QueryIndex): LinkTable {
  let table = tables.get(index);
  if (!table) tables.set(index, (table = createLinkTable(index)));
  return table;
}

function createLinkTable(index: QueryIndex): LinkTable {
  const { graph } = index;
  const nodes = graph.nodes().sort();
  const ids = new Map(nodes.map((node, id) => [node, id]));
  const edges = graph.edges().sort();
  const ends = edges.map((edge) => graph.extremities(edge).map((node) => ids.get(node) ?? 0));
  const offsets = new Uint32Array(nodes.length + 1);
  for (const pair of ends) for (const id of pair) offsets[id + 1] = (offsets[id + 1] ?? 0) + 1;
  for (let id = 1; id < offsets.length; id++) offsets[id] = (offsets[id] ?? 0) + (offsets[id - 1] ?? 0);
  const next = offsets.slice();
  const table = { ends: new Uint32Array(2 * edges.length), edgeIds: new Uint32Array(2 * edges.length) };
  ends.forEach(([source = 0, target = 0], edge) => {
    for (const [from, to] of [[source, target] as const, [target, source] as const]) {
      const place = next[from] ?? 0;
      next[from] = place + 1;
      table.ends[place] = to;
      table.edgeIds[place] = edge;
    }
  });
  const resistances = Float64Array.from(edges, (edge) => resist(index, graph.getEdgeAttributes(edge)));
  return { nodes, ids, offsets, ...table, edges, resistances };
}

function resist(index: QueryIndex, { relation, evidence }: EdgeAttributes): number {
  const facts = evidence.filter(({ modality }) => modality !== "negated");
  if (facts.length === 0) return Number.POSITIVE_INFINITY;
  const fixed = FIXED_STRENGTHS[relation];
  if (fixed !== undefined) return 1 / fixed;
  let strength = 0;
  for (const [place, piece] of facts.slice(-MAX_PIECES).reverse().entries()) {
    const date = index.dates.get(piece.document) ?? "";
    const citation = { source: "", relation, target: "", date, evidence: piece };
    strength += computeStrength(citation, index.latest) / (place + 1);
  }
  return Math.min(MAX_RESISTANCE, 1 / strength);
}
