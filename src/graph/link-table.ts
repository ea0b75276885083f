import { type Relation, RELATIONS } from "../model/schema.ts";
import { computeDecays, type FactTable, NEGATED, prepareFactTable } from "./fact-table.ts";
import { countInSteps, fillInSteps } from "./in-steps.ts";
import { keepTable } from "./keep-table.ts";
import type { QueryIndex } from "./query-index.ts";

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
  /** The smallest resistance. */
  least: number;
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

/** The table of a graph's links. Cost at the first call: linear in the edges. */
export const { get: getLinkTable, prepare: prepareLinkTable } = keepTable(createLinkTable);

function* createLinkTable(index: QueryIndex): Generator<void, LinkTable> {
  const table = yield* prepareFactTable(index);
  const { nodes, ids, edges, sources, targets, outgoing, incoming } = table;
  const count = (ends: Uint32Array, id: number): number => (ends[id + 1] ?? 0) - (ends[id] ?? 0);
  const offsets = new Uint32Array(nodes.length + 1);
  yield* countInSteps(nodes.length, (id) => {
    offsets[id + 1] = (offsets[id] ?? 0) + count(outgoing, id) + count(incoming, id);
  });
  const next = offsets.slice();
  const links = { ends: new Uint32Array(2 * edges.length), edgeIds: new Uint32Array(2 * edges.length) };
  const add = (from: number, to: number, edge: number): void => {
    const place = next[from] ?? 0;
    next[from] = place + 1;
    links.ends[place] = to;
    links.edgeIds[place] = edge;
  };
  yield* countInSteps(edges.length, (edge) => {
    add(sources[edge] ?? 0, targets[edge] ?? 0, edge);
    add(targets[edge] ?? 0, sources[edge] ?? 0, edge);
  });
  const resistanceOf = createMeasure(table, index.latest);
  let least = Infinity;
  const resistances = yield* fillInSteps(new Float64Array(edges.length), (edge) => {
    const resistance = resistanceOf(edge);
    least = Math.min(least, resistance);
    return resistance;
  });
  return { nodes, ids, offsets, ...links, edges, resistances, least };
}

/** Says the resistance of an edge. */
function createMeasure(table: FactTable, asOf: string): (edge: number) => number {
  const decays = computeDecays(table, asOf);
  return (edge) => {
    const fixed = FIXED_STRENGTHS[RELATIONS[table.relations[edge] ?? 0] ?? "related_to"];
    let strength = 0;
    let pieces = 0;
    for (let fact = (table.facts[edge + 1] ?? 0) - 1; fact >= (table.facts[edge] ?? 0); fact--) {
      if (table.modalities[fact] === NEGATED || pieces === MAX_PIECES) continue;
      const decay = decays[table.days[table.sentences[fact] ?? 0] ?? 0] ?? 0;
      strength += ((table.strengths[fact] ?? 0) * decay) / ++pieces;
    }
    if (pieces === 0) return Number.POSITIVE_INFINITY;
    return Math.min(MAX_RESISTANCE, 1 / (fixed ?? strength));
  };
}
