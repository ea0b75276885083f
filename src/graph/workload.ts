import { NODE_KINDS, type NodeKind, RELATIONS } from "../model/schema.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import {
  computeDecays,
  type DayRange,
  type FactTable,
  findDays,
  forEachEdgeBetween,
  getFactTable,
  isInDays,
  NO_ROLE,
  PLAIN,
  PLANNED,
} from "./fact-table.ts";
import { pickFirst } from "./pick-first.ts";
import { findPromises } from "./promises.ts";
import type { Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";
import { ROLES } from "./strength.ts";
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
  /** Only who is alone on this topic or project. */
  about?: string;
  /** Only what this person or organisation is alone on. */
  by?: string;
  /** At most so many, the strongest first; all where absent. */
  limit?: number;
}

/**
 * The topics and projects that a single person (or organisation) works on or has promised to, strongest work first.
 * Whoever merely spoke about a topic does not carry it.
 */
export function findSoleWorkers(index: QueryIndex, options: SoleWorkerOptions = {}): SoleWorker[] {
  const { period = {}, limit = Infinity } = options;
  const table = getFactTable(index);
  const alone = listChosen(table, options);
  // Rows cost more than weighing; that an organisation's people add to its row orders only what is picked.
  const weigh = createScale(index, table, period);
  const picked = pickFirst(alone.map(weigh), limit, compareScores(table));
  const found = picked.flatMap(({ topic, worker }) => toSoleWorker(index, table, { topic, worker, period }));
  return pickFirst(found, limit, (a, b) => b.work.score - a.work.score || compareCodeUnits(a.label, b.label));
}

interface Alone {
  topic: number;
  worker: number;
}

/** How many topics and projects have a single worker; the limit does not count. */
export function countSoleWorkers(index: QueryIndex, options: SoleWorkerOptions = {}): number {
  return listChosen(getFactTable(index), options).length;
}

function listChosen(
  table: FactTable,
  { period = {}, among = "person", about, by }: SoleWorkerOptions,
): Alone[] {
  return listAlone(table, among, findDays(table, period)).filter(
    ({ topic, worker }) =>
      (about === undefined || table.nodes[topic] === about) &&
      (by === undefined || table.nodes[worker] === by),
  );
}

const MANY = -2;
const NOBODY = -1;

function listAlone(table: FactTable, among: "person" | "organisation", days: DayRange): Alone[] {
  const only = new Int32Array(table.nodes.length).fill(NOBODY);
  forEachWork(table, among, days, (worker, topic) => {
    only[topic] = only[topic] === NOBODY || only[topic] === worker ? worker : MANY;
  });
  const found: Alone[] = [];
  only.forEach((worker, topic) => {
    if (worker >= 0) found.push({ topic, worker });
  });
  return found;
}

/** Calls for each edge by which somebody works or has promised to, not counting what is denied, asked or possible. */
function forEachWork(
  table: FactTable,
  kind: "person" | "organisation",
  days: DayRange,
  visit: (worker: number, topic: number) => void,
): void {
  const wanted = NODE_KINDS.indexOf(kind);
  for (let edge = 0; edge < table.edges.length; edge++) {
    const [source = 0, target = 0] = [table.sources[edge], table.targets[edge]];
    if (table.kinds[source] === wanted && saysWork(table, edge, days)) visit(source, target);
  }
}

const WORK = new Set(
  ["works_on", "committed_to"].map((relation) => RELATIONS.findIndex((one) => one === relation)),
);

/** Whether an edge says, in these days, that somebody works on something or is going to. */
export function saysWork(table: FactTable, edge: number, days: DayRange): boolean {
  if (!WORK.has(table.relations[edge] ?? 0)) return false;
  for (let fact = table.facts[edge] ?? 0; fact < (table.facts[edge + 1] ?? 0); fact++) {
    const modality = table.modalities[fact];
    if ((modality === PLAIN || modality === PLANNED) && isInDays(table, fact, days)) return true;
  }
  return false;
}

interface Weighed extends Alone {
  score: number;
}

/** Gives the score that the work of a person on a topic has in an answer. */
function createScale(index: QueryIndex, table: FactTable, period: Period): (alone: Alone) => Weighed {
  const decays = computeDecays(table, period.until ?? index.latest);
  const days = findDays(table, period);
  return ({ topic, worker }) => {
    const strengths = new Map<number, number>();
    forEachEdgeBetween(table, worker, topic, (edge) => {
      for (let fact = table.facts[edge] ?? 0; fact < (table.facts[edge + 1] ?? 0); fact++) {
        if (!isInDays(table, fact, days)) continue;
        const sentence = table.sentences[fact] ?? 0;
        const strength = (table.strengths[fact] ?? 0) * (decays[table.days[sentence] ?? 0] ?? 0);
        if (strength > (strengths.get(sentence) ?? 0)) strengths.set(sentence, strength);
      }
    });
    const sorted = [...strengths.values()].sort((a, b) => b - a);
    const score = sorted.reduce((sum, strength, place) => sum + strength / (place + 1), 0);
    return { topic, worker, score: Math.round(score * 1000) / 1000 };
  };
}

const compareScores =
  ({ ranks }: FactTable) =>
  (a: Weighed, b: Weighed): number =>
    b.score - a.score || (ranks[a.topic] ?? 0) - (ranks[b.topic] ?? 0);

function toSoleWorker(
  index: QueryIndex,
  table: FactTable,
  { topic, worker, period }: Alone & { period: Period },
): SoleWorker[] {
  const [who = "", what = ""] = [table.nodes[worker], table.nodes[topic]];
  const [work] = findWhatDoes(index, who, { period, about: what });
  if (!work) return [];
  const { label: workerLabel, kind: workerKind } = index.graph.getNodeAttributes(who);
  return [{ topic: what, label: work.label, worker: who, workerLabel, workerKind, work }];
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

export interface WorkloadOptions {
  period?: Period;
  /** At most so many; all where absent. */
  limit?: number;
}

/** The people who carry the most, by the strength of what the minutes say about all their work. */
export function rankWorkload(index: QueryIndex, options: WorkloadOptions = {}): Workload[] {
  const { period = {}, limit = Infinity } = options;
  const table = getFactTable(index);
  const days = findDays(table, period);
  const scores = sumWork(table, days, computeDecays(table, period.until ?? index.latest));
  const workers = listBusy(table, days);
  const alone = groupByWorker(listAlone(table, "person", days));
  const promises = countOpenPromises(index, period);
  const { ranks } = table;
  const picked = pickFirst(
    workers,
    limit,
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (ranks[a] ?? 0) - (ranks[b] ?? 0),
  );
  return picked.map((worker) => {
    const person = table.nodes[worker] ?? "";
    return {
      person,
      label: index.graph.getNodeAttribute(person, "label"),
      topics: listTopics(table, worker, days),
      alone: (alone.get(worker) ?? []).map((topic) => table.nodes[topic] ?? ""),
      openPromises: promises.get(person) ?? 0,
      score: scores[worker] ?? 0,
    };
  });
}

/** How many people the minutes say work on something. */
export function countWorkers(index: QueryIndex, period: Period = {}): number {
  const table = getFactTable(index);
  return listBusy(table, findDays(table, period)).size;
}

function listBusy(table: FactTable, days: DayRange): Set<number> {
  const workers = new Set<number>();
  forEachWork(table, "person", days, (worker) => workers.add(worker));
  return workers;
}

function listTopics(table: FactTable, worker: number, days: DayRange): string[] {
  const topics = new Set<string>();
  for (let edge = table.outgoing[worker] ?? 0; edge < (table.outgoing[worker + 1] ?? 0); edge++) {
    if (saysWork(table, edge, days)) topics.add(table.nodes[table.targets[edge] ?? 0] ?? "");
  }
  return [...topics];
}

function groupByWorker(alone: readonly Alone[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const { worker, topic } of alone) {
    const topics = groups.get(worker);
    if (topics) topics.push(topic);
    else groups.set(worker, [topic]);
  }
  return groups;
}

/** By topic or project: who works on it or has promised to, not counting what is denied, asked or merely possible. */
export function listWorkers(
  index: QueryIndex,
  kind: "person" | "organisation",
  period: Period = {},
): Map<string, Set<string>> {
  const table = getFactTable(index);
  const workers = new Map<string, Set<string>>();
  forEachWork(table, kind, findDays(table, period), (worker, topic) => {
    const [who = "", what = ""] = [table.nodes[worker], table.nodes[topic]];
    const set = workers.get(what);
    if (set) set.add(who);
    else workers.set(what, new Set([who]));
  });
  return new Map([...workers].sort(([a], [b]) => compareCodeUnits(a, b)));
}

function countOpenPromises(index: QueryIndex, period: Period): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { by } of findPromises(index, { period, states: ["open"] }))
    counts.set(by, (counts.get(by) ?? 0) + 1);
  return counts;
}

const SPOKE = ROLES.indexOf("spoke");

/** By node: the strength of all its work; of each edge the latest sentence counts whole, the one before half, and so on. */
function sumWork(table: FactTable, days: DayRange, decays: Float64Array): Float64Array {
  const sums = new Float64Array(table.nodes.length);
  for (let edge = 0; edge < table.edges.length; edge++) {
    const source = table.sources[edge] ?? 0;
    let place = 1;
    for (let fact = (table.facts[edge + 1] ?? 0) - 1; fact >= (table.facts[edge] ?? 0); fact--) {
      const role = table.roles[fact];
      if (role === SPOKE || role === NO_ROLE || !isInDays(table, fact, days)) continue;
      const decay = decays[table.days[table.sentences[fact] ?? 0] ?? 0] ?? 0;
      sums[source] = (sums[source] ?? 0) + ((table.strengths[fact] ?? 0) * decay) / place++;
    }
  }
  return sums.map((sum) => Math.round(sum * 1000) / 1000);
}
