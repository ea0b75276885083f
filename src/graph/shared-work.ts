import { NODE_KINDS, RELATIONS } from "../model/schema.ts";
import { type DayRange, type FactTable, findDays, getFactTable, isInDays, NEGATED } from "./fact-table.ts";
import type { Period } from "./period.ts";
import { pickFirst } from "./pick-first.ts";
import type { QueryIndex } from "./query-index.ts";
import { saysWork } from "./workload.ts";

/** Two organisations that work on the same things. */
export interface SharedWork {
  first: string;
  second: string;
  firstLabel: string;
  secondLabel: string;
  /** Topics and projects that both work on, sorted by key. */
  shared: string[];
  /** Those of them that the minutes do not show both speaking about. */
  undiscussed: string[];
}

export interface SharedWorkOptions {
  period?: Period;
  /** At most so many pairs; all where absent. */
  limit?: number;
}

interface Pair {
  first: number;
  second: number;
  count: number;
}

/**
 * Pairs of organisations that work on the same topics or projects, most shared first. What an organisation's people
 * do and say counts for the organisation that they are with now.
 */
export function findSharedWork(index: QueryIndex, options: SharedWorkOptions = {}): SharedWork[] {
  const { period = {}, limit = Infinity } = options;
  const table = getFactTable(index);
  const { teams, pairs: all } = getTeams(index, period);
  const { ranks } = table;
  const pairs = pickFirst(
    all,
    limit,
    (a, b) =>
      b.count - a.count ||
      (ranks[a.first] ?? 0) - (ranks[b.first] ?? 0) ||
      (ranks[a.second] ?? 0) - (ranks[b.second] ?? 0),
  );
  return pairs.map((pair) => tellPair(index, table, teams, pair));
}

/** How many pairs of organisations work on the same things. */
export function countSharedWork(index: QueryIndex, period: Period = {}): number {
  return getTeams(index, period).pairs.length;
}

interface KnownTeams {
  period: string;
  teams: Teams;
  pairs: readonly Pair[];
}

const lastTeams = new WeakMap<QueryIndex, KnownTeams>();

/** Who works with whom in a period; the last period asked for is kept. */
function getTeams(index: QueryIndex, { since = "", until = "" }: Period): KnownTeams {
  const period = `${since} ${until}`;
  const known = lastTeams.get(index);
  if (known?.period === period) return known;
  const table = getFactTable(index);
  const days = findDays(table, { ...(since && { since }), ...(until && { until }) });
  const teams = listTeams(table, days);
  const found = { period, teams, pairs: listPairs(table, teams) };
  lastTeams.set(index, found);
  return found;
}

/** Who works on what, by organisation. */
interface Teams {
  /** By topic: the organisations that work on it. */
  workersOf: ReadonlyMap<number, readonly number[]>;
  topicsOf: ReadonlyMap<number, readonly number[]>;
  speakersOf: (topic: number) => ReadonlySet<number>;
}

function listTeams(table: FactTable, days: DayRange): Teams {
  const current = listCurrent(table);
  const workersOf = new Map<number, number[]>();
  const topicsOf = new Map<number, number[]>();
  for (let topic = 0; topic < table.nodes.length; topic++) {
    if (table.kinds[topic] !== TOPIC && table.kinds[topic] !== PROJECT) continue;
    const workers = listActors(table, current, topic, (edge) => saysWork(table, edge, days));
    if (workers.size < 2) continue;
    workersOf.set(topic, [...workers]);
    for (const worker of workers) {
      const topics = topicsOf.get(worker);
      if (topics) topics.push(topic);
      else topicsOf.set(worker, [topic]);
    }
  }
  const speakersOf = (topic: number) =>
    listActors(table, current, topic, (edge) => saysTalk(table, edge, days));
  return { workersOf, topicsOf, speakersOf };
}

const ORGANISATION = NODE_KINDS.indexOf("organisation");
const [TOPIC, PROJECT] = [NODE_KINDS.indexOf("topic"), NODE_KINDS.indexOf("project")];
const AFFILIATED = RELATIONS.indexOf("affiliated_with");
const DISCUSSED = RELATIONS.indexOf("discussed");
const NONE: readonly number[] = [];

function listActors(
  table: FactTable,
  current: ReadonlyMap<number, readonly number[]>,
  topic: number,
  counts: (edge: number) => boolean,
): Set<number> {
  const found = new Set<number>();
  for (let place = table.incoming[topic] ?? 0; place < (table.incoming[topic + 1] ?? 0); place++) {
    const edge = table.incomingEdges[place] ?? 0;
    if (!counts(edge)) continue;
    const source = table.sources[edge] ?? 0;
    if (table.kinds[source] === ORGANISATION) found.add(source);
    else for (const organisation of current.get(source) ?? NONE) found.add(organisation);
  }
  return found;
}

function saysTalk(table: FactTable, edge: number, days: DayRange): boolean {
  if (table.relations[edge] !== DISCUSSED) return false;
  for (let fact = table.facts[edge] ?? 0; fact < (table.facts[edge + 1] ?? 0); fact++) {
    if (isInDays(table, fact, days)) return true;
  }
  return false;
}

/** By person: the organisations that the minutes name last, however long ago. */
function listCurrent(table: FactTable): Map<number, number[]> {
  const latest = new Map<number, { day: number; organisations: number[] }>();
  for (let edge = 0; edge < table.edges.length; edge++) {
    if (table.relations[edge] !== AFFILIATED) continue;
    const day = findLastDay(table, edge);
    const [person = 0, organisation = 0] = [table.sources[edge], table.targets[edge]];
    const known = latest.get(person);
    if (day < 0 || (known && known.day > day)) continue;
    if (known?.day === day) known.organisations.push(organisation);
    else latest.set(person, { day, organisations: [organisation] });
  }
  return new Map([...latest].map(([person, { organisations }]) => [person, organisations]));
}

/** The last day on which an edge is said and not denied; -1 where there is none. */
function findLastDay(table: FactTable, edge: number): number {
  let last = -1;
  for (let fact = table.facts[edge] ?? 0; fact < (table.facts[edge + 1] ?? 0); fact++) {
    if (table.modalities[fact] !== NEGATED)
      last = Math.max(last, table.days[table.sentences[fact] ?? 0] ?? 0);
  }
  return last;
}

function listPairs(table: FactTable, { workersOf, topicsOf }: Teams): Pair[] {
  const pairs: Pair[] = [];
  const counts = new Uint32Array(table.nodes.length);
  for (const [first, topics] of topicsOf) {
    const partners: number[] = [];
    for (const topic of topics) {
      for (const second of workersOf.get(topic) ?? NONE) {
        if (second <= first) continue;
        if (counts[second] === 0) partners.push(second);
        counts[second] = (counts[second] ?? 0) + 1;
      }
    }
    for (const second of partners) {
      pairs.push({ first, second, count: counts[second] ?? 0 });
      counts[second] = 0;
    }
  }
  return pairs;
}

function tellPair(
  { graph }: QueryIndex,
  { nodes }: FactTable,
  { topicsOf, speakersOf }: Teams,
  pair: Pair,
): SharedWork {
  const [first = "", second = ""] = [nodes[pair.first], nodes[pair.second]];
  const others = new Set(topicsOf.get(pair.second));
  const topics = (topicsOf.get(pair.first) ?? []).filter((topic) => others.has(topic));
  const isUndiscussed = (topic: number): boolean => {
    const speakers = speakersOf(topic);
    return !speakers.has(pair.first) || !speakers.has(pair.second);
  };
  const name = (topic: number): string => nodes[topic] ?? "";
  return {
    first,
    second,
    firstLabel: graph.getNodeAttribute(first, "label"),
    secondLabel: graph.getNodeAttribute(second, "label"),
    shared: topics.map(name),
    undiscussed: topics.filter(isUndiscussed).map(name),
  };
}
