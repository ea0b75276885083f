import type { NodeKind } from "../model/schema.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { listCitations } from "./citation.ts";
import { findPromises } from "./promises.ts";
import type { Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";
import { computeStrength, findRole } from "./strength.ts";
import { findWhatDoes } from "./what-does.ts";
import type { WorkRow } from "./work-table.ts";

/** A topic or project that the minutes name one worker of. */
export interface SoleWorker {
  topic: string;
  label: string;
  worker: string;
  workerLabel: string;
  workerKind: NodeKind;
  /** What the worker has to do with it. */
  work: WorkRow;
}

export interface SoleWorkerOptions {
  period?: Period;
  /** Whether to look for the only person or the only organisation; people where absent. */
  among?: "person" | "organisation";
}

/**
 * The topics and projects that a single person (or organisation) works on or has promised to, strongest work first.
 * Whoever merely spoke about a topic does not carry it.
 */
export function findSoleWorkers(index: QueryIndex, options: SoleWorkerOptions = {}): SoleWorker[] {
  const { period = {}, among = "person" } = options;
  const works = new Map<string, Map<string, WorkRow>>();
  const found: SoleWorker[] = [];
  for (const [topic, workers] of listWorkers(index, among, period)) {
    const [worker] = workers;
    if (workers.size !== 1 || !worker) continue;
    const rows =
      works.get(worker) ?? new Map(findWhatDoes(index, worker, { period }).map((row) => [row.node, row]));
    works.set(worker, rows);
    const work = rows.get(topic);
    const { label: workerLabel, kind: workerKind } = index.graph.getNodeAttributes(worker);
    if (work) found.push({ topic, label: work.label, worker, workerLabel, workerKind, work });
  }
  return found.sort((a, b) => b.work.score - a.work.score || compareCodeUnits(a.label, b.label));
}

/** What one person carries. */
export interface Workload {
  person: string;
  label: string;
  /** Topics and projects that they work on or have promised to. */
  topics: string[];
  /** Those of them that nobody else works on. */
  alone: string[];
  openPromises: number;
  /** Sum of what the minutes say about their work; it orders the list. */
  score: number;
}

/** The people who carry the most, by the strength of what the minutes say about all their work. */
export function rankWorkload(index: QueryIndex, period: Period = {}): Workload[] {
  const workers = listWorkers(index, "person", period);
  const loads = new Map<string, { topics: string[]; alone: string[] }>();
  for (const [topic, people] of workers) {
    for (const person of people) {
      const load = loads.get(person) ?? { topics: [], alone: [] };
      loads.set(person, load);
      load.topics.push(topic);
      if (people.size === 1) load.alone.push(topic);
    }
  }
  const promises = countOpenPromises(index, period);
  const asOf = period.until ?? index.latest;
  return [...loads]
    .map(([person, { topics, alone }]) => ({
      person,
      label: index.graph.getNodeAttribute(person, "label"),
      topics: topics.sort(),
      alone: alone.sort(),
      openPromises: promises.get(person) ?? 0,
      score: sumWork(index, person, period, asOf),
    }))
    .sort((a, b) => b.score - a.score || compareCodeUnits(a.label, b.label));
}

/** By topic or project: who works on it or has promised to, not counting what is denied, asked or merely possible. */
export function listWorkers(
  index: QueryIndex,
  kind: "person" | "organisation",
  period: Period = {},
): Map<string, Set<string>> {
  const { graph } = index;
  const workers = new Map<string, Set<string>>();
  graph.forEachEdge((edge, { relation }, source, target, { kind: sourceKind }) => {
    if (sourceKind !== kind || (relation !== "works_on" && relation !== "committed_to")) return;
    const says = listCitations(index, edge, period).some(
      ({ evidence: { modality } }) => modality === undefined || modality === "planned",
    );
    if (!says) return;
    const set = workers.get(target);
    if (set) set.add(source);
    else workers.set(target, new Set([source]));
  });
  return new Map([...workers].sort(([a], [b]) => compareCodeUnits(a, b)));
}

function countOpenPromises(index: QueryIndex, period: Period): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { by } of findPromises(index, { period, states: ["open"] }))
    counts.set(by, (counts.get(by) ?? 0) + 1);
  return counts;
}

function sumWork(index: QueryIndex, person: string, period: Period, asOf: string): number {
  let sum = 0;
  for (const edge of index.graph.outEdges(person)) {
    const citations = listCitations(index, edge, period).filter((citation) => findRole(citation) !== "spoke");
    citations.reverse().forEach((citation, place) => {
      sum += computeStrength(citation, asOf) / (place + 1);
    });
  }
  return Math.round(sum * 1000) / 1000;
}
