import { eachFact, type FactTable, PLAIN, PLANNED, prepareFactTable } from "./fact-table.ts";
import { countInSteps, fillInSteps } from "./in-steps.ts";
import { keepTable } from "./keep-table.ts";
import { prepareLedger } from "./promises.ts";
import type { QueryIndex } from "./query-index.ts";
import { sortGradually } from "./sort-gradually.ts";

/** What is asked of the facts whenever two times are compared, whichever they are. */
export interface NewsTable {
  /** By edge: the first dated fact of work, done or planned; -1 where there is none. */
  starts: Int32Array;
  /** By edge: the day of that fact; -1 where there is none. */
  startDays: Int32Array;
  /**
   * The dated plain facts with a status about node `n`, in order of time, stand from `offsets[n]` to `offsets[n + 1]`.
   */
  offsets: Uint32Array;
  facts: Uint32Array;
  edges: Uint32Array;
  days: Uint32Array;
  /** By entry of the ledger: on which day the promise was given, and on which it was settled; -1 for none that is known. */
  given: Int32Array;
  settled: Int32Array;
  /** The entries whose day is known, by day, then by the names of who gave it and of what it is about first. */
  inOrderGiven: Uint32Array;
  inOrderSettled: Uint32Array;
}

/** The table of a graph. Cost at the first call: linear in the evidence, and sorting what has a status. */
export const { get: getNewsTable, prepare: prepareNewsTable } = keepTable(createNewsTable);

function* createNewsTable(index: QueryIndex): Generator<void, NewsTable> {
  const facts = yield* prepareFactTable(index);
  const starts = yield* findStarts(facts);
  const states = yield* listStates(facts);
  return { ...starts, ...states, ...(yield* datePromises(index, facts)) };
}

/** A fact with the edge that it belongs to. */
export interface FactPlace {
  fact: number;
  edge: number;
}

/** The latest plain fact with a status about a node, before a day of the table. */
export function findLatestState(
  { offsets, facts, edges, days }: NewsTable,
  node: number,
  end: number,
): FactPlace | undefined {
  const first = offsets[node] ?? 0;
  for (let place = (offsets[node + 1] ?? 0) - 1; place >= first; place--) {
    const fact = facts[place] ?? 0;
    if ((days[place] ?? 0) < end) return { fact, edge: edges[place] ?? 0 };
  }
  return undefined;
}

function dayOf({ days, sentences }: FactTable, fact: number): number {
  return days[sentences[fact] ?? 0] ?? 0;
}

function isDated(table: FactTable, fact: number): boolean {
  return table.dates[dayOf(table, fact)] !== "";
}

function* findStarts(table: FactTable): Generator<void, Pick<NewsTable, "starts" | "startDays">> {
  const starts = new Int32Array(table.edges.length).fill(-1);
  yield* eachFact(table, "works_on", (fact, edge) => {
    const modality = table.modalities[fact];
    if ((modality !== PLAIN && modality !== PLANNED) || !isDated(table, fact)) return;
    const known = starts[edge] ?? -1;
    if (known < 0 || (table.sentences[fact] ?? 0) < (table.sentences[known] ?? 0)) starts[edge] = fact;
  });
  const startDays = yield* fillInSteps(new Int32Array(starts.length), (edge) => {
    const fact = starts[edge] ?? -1;
    return fact < 0 ? -1 : dayOf(table, fact);
  });
  return { starts, startDays };
}

function* listStates(
  table: FactTable,
): Generator<void, Pick<NewsTable, "offsets" | "facts" | "edges" | "days">> {
  const offsets = new Uint32Array(table.nodes.length + 1);
  const states: FactPlace[] = [];
  yield* countInSteps(table.nodes.length, (node) => {
    const own: FactPlace[] = [];
    for (let place = table.incoming[node] ?? 0; place < (table.incoming[node + 1] ?? 0); place++) {
      const edge = table.incomingEdges[place] ?? 0;
      for (let fact = table.facts[edge] ?? 0; fact < (table.facts[edge + 1] ?? 0); fact++)
        if (table.statuses[fact] && table.modalities[fact] === PLAIN && isDated(table, fact))
          own.push({ fact, edge });
    }
    own.sort((a, b) => (table.sentences[a.fact] ?? 0) - (table.sentences[b.fact] ?? 0));
    states.push(...own);
    offsets[node + 1] = states.length;
  });
  const fill = (valueOf: (state: FactPlace) => number) =>
    fillInSteps(new Uint32Array(states.length), (place) => valueOf(states[place] as FactPlace));
  return {
    offsets,
    facts: yield* fill(({ fact }) => fact),
    edges: yield* fill(({ edge }) => edge),
    days: yield* fill(({ fact }) => dayOf(table, fact)),
  };
}

function* datePromises(
  index: QueryIndex,
  { dates, ranks }: FactTable,
): Generator<void, Pick<NewsTable, "given" | "settled" | "inOrderGiven" | "inOrderSettled">> {
  const places = new Map(dates.map((date, place) => [date, place]));
  const findDay = (date: string | undefined): number => (date ? (places.get(date) ?? -1) : -1);
  const ledger = yield* prepareLedger(index);
  const rankOf = (node: number | undefined): number => ranks[node ?? 0] ?? 0;
  const order = Float64Array.from(ledger, ({ by, about }) => rankOf(by) * ranks.length + rankOf(about[0]));
  const given = Int32Array.from(ledger, ({ commitment }) => findDay(commitment.date));
  const settled = Int32Array.from(ledger, ({ commitment }) => findDay(commitment.settledBy?.date));
  yield;
  const inOrderGiven = yield* sortByDay(given, order);
  return { given, settled, inOrderGiven, inOrderSettled: yield* sortByDay(settled, order) };
}

/** The entries with a day, by day, then in an order. */
function* sortByDay(days: Int32Array, order: Float64Array): Generator<void, Uint32Array> {
  const dated = Array.from(days.keys()).filter((entry) => (days[entry] ?? -1) >= 0);
  const compare = (a: number, b: number): number =>
    (days[a] ?? 0) - (days[b] ?? 0) || (order[a] ?? 0) - (order[b] ?? 0);
  return Uint32Array.from(yield* sortGradually(dated, compare));
}
