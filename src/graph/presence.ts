import { RELATIONS } from "../model/schema.ts";
import { type FactTable, prepareFactTable } from "./fact-table.ts";
import { countInSteps } from "./in-steps.ts";
import { keepTable } from "./keep-table.ts";
import type { QueryIndex } from "./query-index.ts";

/** Meetings in a row, of the series that it came up in, without a word of it, after which it has gone quiet. */
export const QUIET_AFTER = 3;

/** At which meetings nodes come up: node `n` at `columns` from `offsets[n]` to `offsets[n + 1]`, in order of time. */
export interface PresenceTable {
  offsets: Uint32Array;
  /** Places in the index's meetings. */
  columns: Uint16Array;
  /** How many sentences there are about the node. */
  counts: Uint32Array;
  /** The first of them: a fact, and the edge that it belongs to. */
  facts: Uint32Array;
  edges: Uint32Array;
  /** By meeting: the number of its series. */
  series: Uint32Array;
  /** By series: how many of its meetings come before each meeting, and before the end. */
  before: readonly Uint32Array[];
}

/** The table of a graph. Cost at the first call: linear in the evidence, and in nodes times meetings. */
export const { get: getPresenceTable, prepare: preparePresenceTable } = keepTable(createPresenceTable);

function* createPresenceTable(index: QueryIndex): Generator<void, PresenceTable> {
  const table = yield* prepareFactTable(index);
  const count = createCounter(table, index);
  const offsets = new Uint32Array(table.nodes.length + 1);
  const columns: number[] = [];
  const counts: number[] = [];
  const facts: number[] = [];
  const edges: number[] = [];
  yield* countInSteps(table.nodes.length, (node) => {
    const counted = count(node);
    counted.counts.forEach((sentences, column) => {
      if (sentences === 0) return;
      columns.push(column);
      counts.push(sentences);
      facts.push(counted.facts[column] ?? 0);
      edges.push(counted.edges[column] ?? 0);
    });
    offsets[node + 1] = columns.length;
  });
  const presence = {
    offsets,
    columns: Uint16Array.from(columns),
    counts: Uint32Array.from(counts),
    facts: Uint32Array.from(facts),
    edges: Uint32Array.from(edges),
  };
  return { ...presence, ...numberSeries(index) };
}

function numberSeries({ meetings }: QueryIndex) {
  const names = [...new Set(meetings.map(({ series }) => series))];
  const series = Uint32Array.from(meetings, (meeting) => names.indexOf(meeting.series));
  const before = names.map((_, name) => {
    const counts = new Uint32Array(meetings.length + 1);
    series.forEach((other, column) => {
      counts[column + 1] = (counts[column] ?? 0) + (other === name ? 1 : 0);
    });
    return counts;
  });
  return { series, before };
}

const PART_OF = RELATIONS.indexOf("part_of");

/** By meeting: how many sentences there are about a node, and the first one. */
type Counted = Pick<PresenceTable, "counts" | "facts" | "edges">;

/** Counts the sentences about a node at each meeting; the next call writes over what comes back. */
function createCounter(table: FactTable, { meetings }: QueryIndex): (node: number) => Counted {
  const columnOf = new Map(meetings.map(({ document }, column) => [document, column]));
  const columns = Int32Array.from(table.documents, (document) => columnOf.get(document) ?? -1);
  const counts = new Uint32Array(meetings.length);
  const [facts, edges] = [new Uint32Array(meetings.length), new Uint32Array(meetings.length)];
  const seenFor = new Int32Array(table.days.length).fill(-1);
  const countEdge = (edge: number, node: number): void => {
    if (table.relations[edge] === PART_OF) return;
    for (let fact = table.facts[edge] ?? 0; fact < (table.facts[edge + 1] ?? 0); fact++) {
      const sentence = table.sentences[fact] ?? 0;
      const column = columns[table.places[sentence] ?? 0] ?? -1;
      if (column < 0 || seenFor[sentence] === node) continue;
      seenFor[sentence] = node;
      const known = counts[column] ?? 0;
      if (known === 0 || sentence < (table.sentences[facts[column] ?? 0] ?? 0)) {
        facts[column] = fact;
        edges[column] = edge;
      }
      counts[column] = known + 1;
    }
  };
  return (node) => {
    counts.fill(0);
    for (let edge = table.outgoing[node] ?? 0; edge < (table.outgoing[node + 1] ?? 0); edge++)
      countEdge(edge, node);
    for (let place = table.incoming[node] ?? 0; place < (table.incoming[node + 1] ?? 0); place++)
      countEdge(table.incomingEdges[place] ?? 0, node);
    return { counts, facts, edges };
  };
}

/** Where a node's presence stands in a table: places in `columns`, half open, and the meeting that it is cut off at. */
export interface Stretch {
  from: number;
  to: number;
  /** The meeting after the last one that counts. */
  end: number;
}

/** The part of a node's presence that lies between two meetings, the second not included. */
export function findStretch(
  { offsets, columns }: PresenceTable,
  node: number,
  [first, end]: readonly [number, number],
): Stretch {
  let [from, to] = [offsets[node] ?? 0, offsets[node + 1] ?? 0];
  while (from < to && (columns[from] ?? 0) < first) from++;
  while (to > from && (columns[to - 1] ?? 0) >= end) to--;
  return { from, to, end };
}

/**
 * Whether a node was quiet for long between the meeting at a place of its stretch and the next one, or the end. A
 * topic of the monthly call does not go quiet because the weekly one, where it never came up, met three times.
 */
export function isSilentAfter(presence: PresenceTable, stretch: Stretch, place: number): boolean {
  const { columns, series, before } = presence;
  const here = columns[place] ?? 0;
  const next = place + 1 < stretch.to ? (columns[place + 1] ?? 0) : stretch.end;
  if (next - here <= QUIET_AFTER) return false;
  if (before.length === 1) return true;
  let silent = 0;
  const own = new Set<number>();
  for (let other = stretch.from; other < stretch.to; other++) own.add(series[columns[other] ?? 0] ?? 0);
  for (const one of own) silent += (before[one]?.[next] ?? 0) - (before[one]?.[here + 1] ?? 0);
  return silent >= QUIET_AFTER;
}
