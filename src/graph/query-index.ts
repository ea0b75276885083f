import type { MinutesGraph } from "../model/graph-attributes.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { indexNames, type NameIndex } from "./name-index.ts";

export interface Meeting {
  node: string;
  label: string;
  /** ISO 8601 calendar date, or the empty string. */
  date: string;
  document: string;
  /** The name shared by the meetings of one series. */
  series: string;
}

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

/** The date of every document: its own or else its meeting's. */
export function listDates(graph: MinutesGraph, meetings: readonly Meeting[]): Map<string, string> {
  const dates = new Map(meetings.map(({ document, date }) => [document, date]));
  for (const [document, { date }] of Object.entries(graph.getAttribute("documents"))) {
    if (date || !dates.has(document)) dates.set(document, date);
  }
  return dates;
}

/** The meetings of a graph in order of date, then key. */
export function listMeetings(graph: MinutesGraph): Meeting[] {
  const documents = graph.getAttribute("documents");
  const meetings: Meeting[] = [];
  graph.forEachNode((node, { kind, label, date: ownDate, document = "", series = label }) => {
    if (kind !== "meeting") return;
    meetings.push({ node, label, date: ownDate || documents[document]?.date || "", document, series });
  });
  return meetings.sort((a, b) => compareCodeUnits(a.date, b.date) || compareCodeUnits(a.node, b.node));
}
