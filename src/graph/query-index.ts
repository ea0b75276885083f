import type { MinutesGraph } from "../model/graph-attributes.ts";
import { listDates, listMeetings, type Meeting } from "./list-meetings.ts";
import { indexNames, type NameIndex } from "./name-index.ts";
import { runThrough } from "./run-through.ts";

/** What every question reads: the graph, and what is worth working out once. It does not follow later changes. */
export interface QueryIndex {
  graph: MinutesGraph;
  names: NameIndex;
  /** In order of date, then key. */
  meetings: readonly Meeting[];
  /** The date of the latest document; it stands for today, so that an answer depends on the minutes alone. */
  latest: string;
  /** The date of every document: its own or else its meeting's. */
  dates: ReadonlyMap<string, string>;
}

/** Prepares a graph for questions. Cost: linear in its nodes and names. */
export function createQueryIndex(graph: MinutesGraph): QueryIndex {
  return runThrough(prepareQueryIndex(graph));
}

/** Prepares a graph for questions a little at a time: yields often, for whoever has something else to do as well. */
export function* prepareQueryIndex(graph: MinutesGraph): Generator<void, QueryIndex> {
  const meetings = listMeetings(graph);
  const dates = listDates(graph, meetings);
  let latest = "";
  for (const date of dates.values()) if (date > latest) latest = date;
  return { graph, names: yield* indexNames(graph), meetings, latest, dates };
}
