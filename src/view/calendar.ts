import { eachInSteps } from "../graph/in-steps.ts";
import { isInPeriod, type Period } from "../graph/period.ts";
import { listDates, listMeetings } from "../graph/list-meetings.ts";
import type { MinutesGraph } from "../model/graph-attributes.ts";
import type { Shown } from "./find-shown.ts";

/** When everything was said. */
export interface Calendar {
  /** By document: ISO 8601 calendar date, or the empty string. */
  dates: ReadonlyMap<string, string>;
  /** Every date once, in order of time; two or more. */
  days: readonly string[];
}

/** One bar of the time brush: a day with meetings, or a month or a year of them. */
export interface TimeBin {
  /** The first and the last date in it that something was said on. */
  since: string;
  until: string;
  label: string;
  meetings: number;
  /** Pieces of evidence. */
  sentences: number;
}

/** Reads when everything was said; nothing where there are not two days. */
export function createCalendar(graph: MinutesGraph): Calendar | undefined {
  const dates = listDates(graph, listMeetings(graph));
  const days = [...new Set(dates.values())].filter(Boolean).sort();
  return days.length < 2 ? undefined : { dates, days };
}

/** Whether a period leaves anything out. */
export function isBounded({ since, until }: Period): boolean {
  return since !== undefined || until !== undefined;
}

/** The edges with a sentence of the period, their ends, and its meetings; yields often, for graphs of any size. */
export function* findSpanned(
  graph: MinutesGraph,
  { dates }: Calendar,
  period: Period,
): Generator<void, Shown> {
  const nodes = new Set<string>();
  const edges = new Set<string>();
  const said = new Set([...dates].flatMap(([document, date]) => (isInPeriod(date, period) ? document : [])));
  yield* eachInSteps(graph.edgeEntries(), ({ edge, attributes, source, target }) => {
    if (!attributes.evidence.some(({ document }) => said.has(document))) return;
    edges.add(edge);
    nodes.add(source).add(target);
  });
  yield* eachInSteps(graph.nodeEntries(), ({ node, attributes: { kind, document } }) => {
    if (kind === "meeting" && document !== undefined && said.has(document)) nodes.add(node);
  });
  return { nodes, edges };
}

const MOST_BINS = 60;
/** Of a date: the day, the month, the year. */
const GRAINS = [10, 7, 4] as const;

/**
 * The bars of the brush: a day each, or a month or a year where there are more than sixty. Yields often, for graphs of
 * any size.
 */
export function* listTimeBins(
  graph: MinutesGraph,
  { dates, days }: Calendar,
): Generator<void, readonly TimeBin[]> {
  const grain = GRAINS.find((length) => countGrains(days, length) <= MOST_BINS) ?? 4;
  const bins = new Map<string, TimeBin>();
  for (const day of days) {
    const label = day.slice(0, grain);
    const bin = bins.get(label);
    if (bin) bin.until = day;
    else bins.set(label, { since: day, until: day, label, meetings: 0, sentences: 0 });
  }
  const binOf = (document: string) => bins.get((dates.get(document) ?? "").slice(0, grain));
  for (const document of dates.keys()) {
    const bin = binOf(document);
    if (bin) bin.meetings += 1;
  }
  yield* eachInSteps(graph.edgeEntries(), ({ attributes }) => {
    for (const { document } of attributes.evidence) {
      const bin = binOf(document);
      if (bin) bin.sentences += 1;
    }
  });
  return [...bins.values()];
}

function countGrains(days: readonly string[], length: number): number {
  return new Set(days.map((day) => day.slice(0, length))).size;
}
