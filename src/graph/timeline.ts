import type { NodeKind } from "../model/schema.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { getFactTable } from "./fact-table.ts";
import { isInPeriod, type Period } from "./period.ts";
import {
  type Calendar,
  createCalendar,
  createCounter,
  isLongSilence,
  listPresent,
  measureSilence,
} from "./presence.ts";
import type { Meeting, QueryIndex } from "./query-index.ts";

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
  const meetings = index.meetings.filter(({ date }) => isInPeriod(date, period));
  const calendar = createCalendar(table, meetings);
  const count = createCounter(table, calendar);
  const chosen = (nodes ?? table.nodes).filter((node) =>
    kinds.includes(index.graph.getNodeAttribute(node, "kind")),
  );
  const rows = chosen.flatMap((node): TimelineRow[] => {
    const counts = count(table.ids.get(node) ?? 0);
    const present = listPresent(counts);
    return present.length > 0 ? [toRow(index, calendar, { node, counts: [...counts], present })] : [];
  });
  return {
    meetings,
    rows: rows.sort((a, b) => compareCodeUnits(a.first, b.first) || compareCodeUnits(a.label, b.label)),
  };
}

function toRow(
  { graph }: QueryIndex,
  calendar: Calendar,
  { node, counts, present }: { node: string; counts: number[]; present: readonly number[] },
): TimelineRow {
  const { label, kind } = graph.getNodeAttributes(node);
  const { meetings } = calendar;
  const events = findEvents(calendar, present);
  const [first = "", last = ""] = [present[0], present.at(-1)].map((column) => meetings[column ?? -1]?.date);
  return { node, label, kind, counts, events, first, last, quiet: events.at(-1)?.kind === "goes quiet" };
}

function findEvents(calendar: Calendar, present: readonly number[]): TimelineEvent[] {
  const { meetings } = calendar;
  const measure = measureSilence(calendar, present);
  const events: TimelineEvent[] = [];
  const add = (column: number, kind: TimelineEvent["kind"]): void => {
    const meeting = meetings[column];
    if (meeting) events.push({ kind, meeting: meeting.node, date: meeting.date });
  };
  for (const [order, column] of present.entries()) {
    const before = present[order - 1];
    if (before === undefined) add(column, "appears");
    else if (isLongSilence(measure(before, column))) add(column, "comes back");
    const next = present[order + 1] ?? meetings.length;
    if (isLongSilence(measure(column, next))) add(column, "goes quiet");
  }
  return events;
}
