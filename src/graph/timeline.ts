import type { NodeKind } from "../model/schema.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { getFactTable } from "./fact-table.ts";
import { isInPeriod, type Period } from "./period.ts";
import {
  findStretch,
  getPresenceTable,
  isSilentAfter,
  type PresenceTable,
  type Stretch,
} from "./presence.ts";
import type { Meeting } from "./list-meetings.ts";
import type { QueryIndex } from "./query-index.ts";

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
  const table = getFactTable(index);
  const presence = getPresenceTable(index);
  const range = findMeetings(index, period);
  const chosen = (nodes ?? table.nodes).filter((node) =>
    kinds.includes(index.graph.getNodeAttribute(node, "kind")),
  );
  const rows = chosen.flatMap((node): TimelineRow[] => {
    const stretch = findStretch(presence, table.ids.get(node) ?? 0, range);
    return stretch.from < stretch.to ? [toRow(index, presence, { node, stretch, range })] : [];
  });
  return {
    meetings: index.meetings.slice(...range),
    rows: rows.sort((a, b) => compareCodeUnits(a.first, b.first) || compareCodeUnits(a.label, b.label)),
  };
}

/** The meetings of a period: they are sorted by date, so that they stand together. */
function findMeetings({ meetings }: QueryIndex, period: Period): [number, number] {
  const first = meetings.findIndex(({ date }) => isInPeriod(date, period));
  if (first < 0) return [0, 0];
  return [first, 1 + meetings.findLastIndex(({ date }) => isInPeriod(date, period))];
}

interface RowPlace {
  node: string;
  stretch: Stretch;
  range: readonly [number, number];
}

function toRow(
  index: QueryIndex,
  presence: PresenceTable,
  { node, stretch, range: [start, end] }: RowPlace,
): TimelineRow {
  const { label, kind } = index.graph.getNodeAttributes(node);
  const counts = new Array<number>(end - start).fill(0);
  for (let place = stretch.from; place < stretch.to; place++)
    counts[(presence.columns[place] ?? 0) - start] = presence.counts[place] ?? 0;
  const events = findEvents(index, presence, stretch);
  const dateAt = (place: number) => index.meetings[presence.columns[place] ?? -1]?.date ?? "";
  const [first, last] = [dateAt(stretch.from), dateAt(stretch.to - 1)];
  return { node, label, kind, counts, events, first, last, quiet: events.at(-1)?.kind === "goes quiet" };
}

function findEvents({ meetings }: QueryIndex, presence: PresenceTable, stretch: Stretch): TimelineEvent[] {
  const events: TimelineEvent[] = [];
  for (let place = stretch.from; place < stretch.to; place++) {
    const meeting = meetings[presence.columns[place] ?? -1];
    if (!meeting) continue;
    const add = (kind: TimelineEvent["kind"]) =>
      events.push({ kind, meeting: meeting.node, date: meeting.date });
    if (place === stretch.from) add("appears");
    else if (isSilentAfter(presence, stretch, place - 1)) add("comes back");
    if (isSilentAfter(presence, stretch, place)) add("goes quiet");
  }
  return events;
}
