import type { NodeKind } from "../model/schema.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { isInPeriod, type Period } from "./period.ts";
import type { Meeting, QueryIndex } from "./query-index.ts";

/** Meetings in a row, of the series that it came up in, without a word of it, after which it has gone quiet. */
export const QUIET_AFTER = 3;

export interface TimelineEvent {
  kind: "appears" | "goes quiet" | "comes back";
  /** The meeting at which it happens: for going quiet, the last one that speaks of it. */
  meeting: string;
  date: string;
}

/** One node's row in the timeline. */
export interface TimelineRow {
  node: string;
  label: string;
  kind: NodeKind;
  /** Sentences about it at each meeting of the timeline, in the same order. */
  counts: number[];
  events: TimelineEvent[];
  first: string;
  last: string;
  /** Whether it has gone quiet by the last meeting. */
  quiet: boolean;
}

export interface Timeline {
  /** In order of time. */
  meetings: Meeting[];
  /** In order of first appearance, then by name. */
  rows: TimelineRow[];
}

export interface TimelineOptions {
  period?: Period;
  /** The nodes to show; every node of the kinds where absent. */
  nodes?: readonly string[];
  /** People and topics and projects and organisations where absent. */
  kinds?: readonly NodeKind[];
}

/**
 * When people and topics appear, go quiet and come back, meeting by meeting. A person is there who attended or is
 * spoken of; a sentence counts once for each of its edges' ends.
 */
export function computeTimeline(index: QueryIndex, options: TimelineOptions = {}): Timeline {
  const { period = {}, nodes, kinds = ["person", "organisation", "project", "topic"] } = options;
  const meetings = index.meetings.filter(({ date }) => isInPeriod(date, period));
  const columns = new Map(meetings.map(({ document }, column) => [document, column]));
  const chosen = new Set(
    (nodes ?? index.graph.nodes()).filter((node) =>
      kinds.includes(index.graph.getNodeAttribute(node, "kind")),
    ),
  );
  const edges = nodes ? new Set(nodes.flatMap((node) => index.graph.edges(node))) : index.graph.edges();
  const sentences = collectSentences(index, columns, { chosen, edges });
  const rows = [...sentences].map(([node, cells]) =>
    toRow(index, meetings, node, countCells(cells, meetings.length)),
  );
  return {
    meetings,
    rows: rows.sort((a, b) => compareCodeUnits(a.first, b.first) || compareCodeUnits(a.label, b.label)),
  };
}

/** By node: the sentences about it, each as its meeting's column and its place in the text. */
function collectSentences(
  { graph }: QueryIndex,
  columns: ReadonlyMap<string, number>,
  { chosen, edges }: { chosen: ReadonlySet<string>; edges: Iterable<string> },
): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>();
  for (const edge of edges) {
    const { relation, evidence } = graph.getEdgeAttributes(edge);
    if (relation === "part_of") continue;
    for (const end of graph.extremities(edge)) {
      if (!chosen.has(end)) continue;
      let sentences = found.get(end);
      if (!sentences) found.set(end, (sentences = new Map()));
      for (const { document, start, end: stop } of evidence) {
        const column = columns.get(document);
        if (column !== undefined) sentences.set(`${column} ${start} ${stop}`, column);
      }
    }
  }
  return new Map([...found].filter(([, sentences]) => sentences.size > 0));
}

function countCells(sentences: ReadonlyMap<string, number>, length: number): number[] {
  const counts = new Array<number>(length).fill(0);
  for (const column of sentences.values()) counts[column] = (counts[column] ?? 0) + 1;
  return counts;
}

function toRow(index: QueryIndex, meetings: readonly Meeting[], node: string, counts: number[]): TimelineRow {
  const { label, kind } = index.graph.getNodeAttributes(node);
  const events = findEvents(meetings, counts);
  const present = meetings.filter((_, column) => (counts[column] ?? 0) > 0);
  const [first = "", last = ""] = [present[0]?.date, present.at(-1)?.date];
  return { node, label, kind, counts, events, first, last, quiet: events.at(-1)?.kind === "goes quiet" };
}

/** A topic of the monthly call does not go quiet because the weekly one, where it never came up, met three times. */
function findEvents(allMeetings: readonly Meeting[], allCounts: readonly number[]): TimelineEvent[] {
  const series = new Set(
    allMeetings.filter((_, column) => (allCounts[column] ?? 0) > 0).map((one) => one.series),
  );
  const columns = allMeetings.flatMap((meeting, column) => (series.has(meeting.series) ? [column] : []));
  const present = columns.flatMap((column, place) => ((allCounts[column] ?? 0) > 0 ? [place] : []));
  const at = (place: number, kind: TimelineEvent["kind"]): TimelineEvent[] => {
    const meeting = allMeetings[columns[place] ?? -1];
    return meeting ? [{ kind, meeting: meeting.node, date: meeting.date }] : [];
  };
  return present.flatMap((place, order) => {
    const before = present[order - 1];
    const next = present[order + 1] ?? columns.length;
    const arrives = before === undefined ? at(place, "appears") : [];
    const returns = before !== undefined && place - before > QUIET_AFTER ? at(place, "comes back") : [];
    const leaves = next - place > QUIET_AFTER ? at(place, "goes quiet") : [];
    return [...arrives, ...returns, ...leaves];
  });
}
