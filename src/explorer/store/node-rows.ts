import { compareCodeUnits } from "../../graph/compare-code-units.ts";
import type { EdgeAttributes, MinutesGraph } from "../../model/graph-attributes.ts";
import type { NodeKind } from "../../model/schema.ts";
import { sortGradually } from "../../graph/sort-gradually.ts";
import type { Shown } from "../../view/find-shown.ts";

/** A node as a line of a table. */
export interface NodeRow {
  node: string;
  label: string;
  kind: NodeKind;
  /** Of what is shown. */
  links: number;
  sentences: number;
}

/** So many nodes are gone through without asking whether there is time. */
const STEP = 16;

/**
 * What is shown as lines of a table; yields often, for graphs of any size.
 * @param countSentences how many of an edge's sentences count
 */
export function* listRows(
  graph: MinutesGraph,
  shown: Shown,
  countSentences: (edge: EdgeAttributes) => number,
): Generator<void, NodeRow[]> {
  const isWhole = shown.edges.size === graph.size;
  const rows: NodeRow[] = [];
  for (const node of shown.nodes) {
    const { label, kind } = graph.getNodeAttributes(node);
    const row = { node, label, kind, links: 0, sentences: 0 };
    graph.forEachEdge(node, (edge, attributes) => {
      if (!isWhole && !shown.edges.has(edge)) return;
      row.links++;
      row.sentences += countSentences(attributes);
    });
    rows.push(row);
    if (rows.length % STEP === 0) yield;
  }
  return rows;
}

/** Sorts lines by a value of theirs, texts without regard to case, equals by key; yields often. */
export function* sortRows(
  rows: readonly NodeRow[],
  valueOf: (row: NodeRow) => string | number,
  isUp: boolean,
): Generator<void, NodeRow[]> {
  const keyed: Keyed[] = [];
  for (const row of rows) {
    const value = valueOf(row);
    keyed.push({ row, value: typeof value === "string" ? value.toLowerCase() : value });
    if (keyed.length % STEP === 0) yield;
  }
  const sorted = yield* sortGradually(keyed, (a, b) => (isUp ? compare(a, b) : compare(b, a)));
  return sorted.map(({ row }) => row);
}

interface Keyed {
  row: NodeRow;
  value: string | number;
}

function compare(a: Keyed, b: Keyed): number {
  const order =
    typeof a.value === "number" && typeof b.value === "number"
      ? a.value - b.value
      : compareCodeUnits(String(a.value), String(b.value));
  return order || compareCodeUnits(b.row.node, a.row.node);
}
