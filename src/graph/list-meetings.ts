import type { MinutesGraph } from "../model/graph-attributes.ts";
import { compareCodeUnits } from "./compare-code-units.ts";

export interface Meeting {
  node: string;
  label: string;
  /** ISO 8601 calendar date, or the empty string. */
  date: string;
  document: string;
  /** The name shared by the meetings of one series. */
  series: string;
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
