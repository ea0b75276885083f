import { RELATIONS } from "../model/schema.ts";
import type { FactTable } from "./fact-table.ts";
import type { Meeting } from "./query-index.ts";

/** Meetings in a row, of the series that it came up in, without a word of it, after which it has gone quiet. */
export const QUIET_AFTER = 3;

/** Meetings in order of time, as columns of a timeline. */
export interface Calendar {
  meetings: readonly Meeting[];
  /** By document of the table: the column of its meeting, or -1. */
  columns: Int32Array;
  /** By column: the number of its series. */
  series: Uint32Array;
  /** By series: how many of its meetings come before each column, and before the end. */
  before: readonly Uint32Array[];
}

export function createCalendar(table: FactTable, meetings: readonly Meeting[]): Calendar {
  const columnOf = new Map(meetings.map(({ document }, column) => [document, column]));
  const names = [...new Set(meetings.map(({ series }) => series))];
  const series = Uint32Array.from(meetings, (meeting) => names.indexOf(meeting.series));
  const before = names.map((_, name) => {
    const counts = new Uint32Array(meetings.length + 1);
    series.forEach((other, column) => {
      counts[column + 1] = (counts[column] ?? 0) + (other === name ? 1 : 0);
    });
    return counts;
  });
  const columns = Int32Array.from(table.documents, (document) => columnOf.get(document) ?? -1);
  return { meetings, columns, series, before };
}

const PART_OF = RELATIONS.indexOf("part_of");

/** Gives how many sentences about a node there are at each meeting; what comes back is written over by the next call. */
export function createCounter(table: FactTable, { columns, meetings }: Calendar): (node: number) => Uint32Array {
  const counts = new Uint32Array(meetings.length);
  const seenFor = new Int32Array(table.days.length).fill(-1);
  const countEdge = (edge: number, node: number): void => {
    if (table.relations[edge] === PART_OF) return;
    for (let fact = table.facts[edge] ?? 0; fact < (table.facts[edge + 1] ?? 0); fact++) {
      const sentence = table.sentences[fact] ?? 0;
      const column = columns[table.places[sentence] ?? 0] ?? -1;
      if (column < 0 || seenFor[sentence] === node) continue;
      seenFor[sentence] = node;
      counts[column] = (counts[column] ?? 0) + 1;
    }
  };
  return (node) => {
    counts.fill(0);
    for (let edge = table.outgoing[node] ?? 0; edge < (table.outgoing[node + 1] ?? 0); edge++)
      countEdge(edge, node);
    for (let place = table.incoming[node] ?? 0; place < (table.incoming[node + 1] ?? 0); place++)
      countEdge(table.incomingEdges[place] ?? 0, node);
    return counts;
  };
}

/** The columns that have sentences. */
export function listPresent(counts: Uint32Array): number[] {
  const present: number[] = [];
  for (let column = 0; column < counts.length; column++) if (counts[column]) present.push(column);
  return present;
}

/**
 * How many meetings, of the series that a node came up in, lie between two columns. A topic of the monthly call does
 * not go quiet because the weekly one, where it never came up, met three times.
 */
export function measureSilence(
  calendar: Calendar,
  present: readonly number[],
): (from: number, to: number) => number {
  const own = new Set(present.map((column) => calendar.series[column] ?? 0));
  return (from, to) => {
    let count = 0;
    for (const series of own) {
      const before = calendar.before[series];
      count += (before?.[to] ?? 0) - (before?.[from + 1] ?? 0);
    }
    return count;
  };
}

/** Whether a silence of so many meetings is long enough to tell. */
export function isLongSilence(meetings: number): boolean {
  return meetings >= QUIET_AFTER;
}
