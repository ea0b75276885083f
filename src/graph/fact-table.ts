import { MODALITIES, NODE_KINDS, RELATIONS, STATUSES } from "../model/schema.ts";
import type { Relation } from "../model/schema.ts";
import type { Citation } from "./citation.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { countDays, type Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";
import { countInSteps, eachInSteps, fillInSteps } from "./in-steps.ts";
import { keepTable } from "./keep-table.ts";
import { runThrough } from "./run-through.ts";
import { sortGradually, sortNumbersGradually } from "./sort-gradually.ts";
import { findRole, MODALITY_FACTORS, type Role, ROLE_STRENGTHS, ROLES, HALF_LIFE } from "./strength.ts";

/**
 * The graph as columns of numbers, from which questions about the whole of it are answered.
 *
 * A fact is one piece of evidence of one edge. Nodes are numbered by key, sentences in order of time.
 */
export interface FactTable {
  nodes: readonly string[];
  ids: ReadonlyMap<string, number>;
  /** By node: its place in `NODE_KINDS`. */
  kinds: Uint8Array;
  /** By node: its place in the order of labels, then keys. */
  ranks: Uint32Array;
  /** In order of source, then target, then key. */
  edges: readonly string[];
  sources: Uint32Array;
  targets: Uint32Array;
  /** By edge: its place in `RELATIONS`. */
  relations: Uint8Array;
  /** The edges out of node `n` are those from `outgoing[n]` to `outgoing[n + 1]`. */
  outgoing: Uint32Array;
  /** The edges into node `n` are `incomingEdges` from `incoming[n]` to `incoming[n + 1]`. */
  incoming: Uint32Array;
  incomingEdges: Uint32Array;
  /** The facts of edge `e`, in the order of its evidence, are those from `facts[e]` to `facts[e + 1]`. */
  facts: Uint32Array;
  /** By fact: its sentence. */
  sentences: Uint32Array;
  /** By fact: 0 for a plain one, else one more than its modality's place in `MODALITIES`. */
  modalities: Uint8Array;
  /** By fact: its role's place in `ROLES`, or `NO_ROLE`. */
  roles: Uint8Array;
  /** By fact: the strength that it had on its day. */
  strengths: Float64Array;
  /** By fact: 0 where its sentence says no status, else one more than the status's place in `STATUSES`. */
  statuses: Uint8Array;
  /** By sentence: the place of its date in `dates`. */
  days: Uint32Array;
  /** By sentence: the place of its document in `documents`. */
  places: Uint32Array;
  /** By sentence: where it stands in its document. */
  starts: Uint32Array;
  ends: Uint32Array;
  documents: readonly string[];
  /** Sorted; the empty string, for documents without a date, comes first. */
  dates: readonly string[];
}

export const NO_ROLE = ROLES.length;
/** What a fact's modality is where the minutes tell that something is so, or is going to be. */
export const PLAIN = 0;
export const NEGATED = 1 + MODALITIES.indexOf("negated");
export const PLANNED = 1 + MODALITIES.indexOf("planned");

/** The table of a graph. Cost at the first call: linear in the evidence, and sorting it. */
export const { get: getFactTable, prepare: prepareFactTable } = keepTable(createFactTable);

/** A stretch of days in a table: places in `dates`, half open. */
export interface DayRange {
  from: number;
  to: number;
}

/** The days of a period; what bears no date lies in the unbounded period alone. */
export function findDays({ dates }: FactTable, { since, until }: Period): DayRange {
  const undated = dates[0] === "" && (since !== undefined || until !== undefined) ? 1 : 0;
  const first = since === undefined ? 0 : dates.findIndex((date) => date >= since);
  const after = until === undefined ? -1 : dates.findIndex((date) => date > until);
  return {
    from: Math.max(undated, first < 0 ? dates.length : first),
    to: after < 0 ? dates.length : after,
  };
}

/** By day: what is left of a sentence's strength on another day. */
export function computeDecays({ dates }: FactTable, asOf: string): Float64Array {
  return Float64Array.from(dates, (date) => 2 ** (-Math.max(0, countDays(date, asOf)) / HALF_LIFE));
}

/** Calls for each edge from one node to another. */
export function forEachEdgeBetween(
  table: FactTable,
  source: number,
  target: number,
  visit: (edge: number) => void,
): void {
  let low = table.outgoing[source] ?? 0;
  const end = table.outgoing[source + 1] ?? 0;
  for (let high = end; low < high;) {
    const middle = (low + high) >> 1;
    if ((table.targets[middle] ?? 0) < target) low = middle + 1;
    else high = middle;
  }
  for (; low < end && table.targets[low] === target; low++) visit(low);
}

/** Calls for each fact of the edges of one relation, in the order of the table. */
export function forEachFact(
  table: FactTable,
  relation: Relation,
  visit: (fact: number, edge: number) => void,
): void {
  runThrough(eachFact(table, relation, visit));
}

/** The same; yields often. */
export function* eachFact(
  table: FactTable,
  relation: Relation,
  visit: (fact: number, edge: number) => void,
): Generator<void> {
  const wanted = RELATIONS.indexOf(relation);
  yield* countInSteps(table.edges.length, (edge) => {
    if (table.relations[edge] !== wanted) return;
    for (let fact = table.facts[edge] ?? 0; fact < (table.facts[edge + 1] ?? 0); fact++) visit(fact, edge);
  });
}

/** Calls for each fact of an edge that tells, in the days, what its source has to do with its target. */
export function forEachWorkFact(
  table: FactTable,
  edge: number,
  { days, roles }: { days: DayRange; roles?: readonly Role[] | undefined },
  visit: (fact: number, edge: number) => void,
): void {
  for (let fact = table.facts[edge] ?? 0; fact < (table.facts[edge + 1] ?? 0); fact++) {
    const role = ROLES[table.roles[fact] ?? NO_ROLE];
    if (role && isInDays(table, fact, days) && (!roles || roles.includes(role))) visit(fact, edge);
  }
}

/** Whether a fact's sentence lies in the days. */
export function isInDays(table: FactTable, fact: number, { from, to }: DayRange): boolean {
  const day = table.days[table.sentences[fact] ?? 0] ?? 0;
  return day >= from && day < to;
}

/** The date of a fact's sentence, or the empty string. */
export function dateFact(table: FactTable, fact: number): string {
  return table.dates[table.days[table.sentences[fact] ?? 0] ?? 0] ?? "";
}

/** A fact with its sentence. */
export function citeFact(
  { graph }: QueryIndex,
  table: FactTable,
  { fact, edge }: { fact: number; edge: number },
): Citation {
  const { relation, evidence } = graph.getEdgeAttributes(table.edges[edge]);
  const piece = evidence[fact - (table.facts[edge] ?? 0)];
  if (!piece) throw new Error("a table of another graph");
  return {
    source: table.nodes[table.sources[edge] ?? 0] ?? "",
    relation,
    target: table.nodes[table.targets[edge] ?? 0] ?? "",
    date: dateFact(table, fact),
    evidence: piece,
  };
}

function* createFactTable(index: QueryIndex): Generator<void, FactTable> {
  const { graph } = index;
  const nodes = yield* sortGradually(graph.nodes(), compareCodeUnits);
  const ids = new Map<string, number>();
  const kinds = new Uint8Array(nodes.length);
  yield* eachInSteps(nodes.entries(), ([id, node]) => {
    ids.set(node, id);
    kinds[id] = NODE_KINDS.indexOf(graph.getNodeAttribute(node, "kind"));
  });
  const ranks = yield* rankByLabel(index, nodes);
  const columns = yield* listEdges(index, ids);
  yield;
  const facts = yield* listFacts(index, columns.edges);
  return {
    nodes,
    ids,
    kinds,
    ranks,
    ...columns,
    outgoing: yield* countOffsets(columns.sources, nodes.length),
    ...(yield* groupByTarget(columns.targets, nodes.length)),
    ...facts,
  };
}

function* rankByLabel({ graph }: QueryIndex, nodes: readonly string[]): Generator<void, Uint32Array> {
  const labels: string[] = [];
  yield* eachInSteps(nodes, (node) => void labels.push(graph.getNodeAttribute(node, "label")));
  const order = yield* sortGradually(
    labels.map((_, id) => id),
    (a, b) => compareCodeUnits(labels[a] ?? "", labels[b] ?? "") || a - b,
  );
  const ranks = new Uint32Array(nodes.length);
  yield* eachInSteps(order.entries(), ([rank, id]) => {
    ranks[id] = rank;
  });
  return ranks;
}

/** Sorts by counting: first by target, then by source, which keeps the targets in order; then each pair by key. */
function* listEdges({ graph }: QueryIndex, ids: ReadonlyMap<string, number>) {
  const keys = graph.edges();
  const from = new Uint32Array(keys.length);
  const to = new Uint32Array(keys.length);
  const relationOf = new Uint8Array(keys.length);
  let next = 0;
  yield* eachInSteps(graph.edgeEntries(), ({ source, target, attributes }) => {
    from[next] = ids.get(source) ?? 0;
    to[next] = ids.get(target) ?? 0;
    relationOf[next++] = RELATIONS.indexOf(attributes.relation);
  });
  const byTarget = yield* sortByCounting(yield* countUp(keys.length), to, ids.size);
  const order = yield* sortByCounting(byTarget, from, ids.size);
  yield* countInSteps(order.length, (place) => {
    for (let at = place; at > 0; at--) {
      const [edge = 0, before = 0] = [order[at], order[at - 1]];
      const isSamePair = from[edge] === from[before] && to[edge] === to[before];
      if (!isSamePair || compareCodeUnits(keys[before] ?? "", keys[edge] ?? "") <= 0) break;
      order[at] = before;
      order[at - 1] = edge;
    }
  });
  const edges: string[] = [];
  yield* eachInSteps(order, (edge) => void edges.push(keys[edge] ?? ""));
  return {
    edges,
    sources: yield* pick(from, order),
    targets: yield* pick(to, order),
    relations: yield* fillInSteps(
      new Uint8Array(order.length),
      (place) => relationOf[order[place] ?? 0] ?? 0,
    ),
  };
}

/** The numbers below `length`, in order. */
const countUp = (length: number) => fillInSteps(new Uint32Array(length), (place) => place);

/** The values at the places. */
const pick = (values: Uint32Array, places: Uint32Array) =>
  fillInSteps(new Uint32Array(places.length), (place) => values[places[place] ?? 0] ?? 0);

/** The items by their owner, those of one owner as they were. */
function* sortByCounting(
  items: Uint32Array,
  owners: Uint32Array,
  length: number,
): Generator<void, Uint32Array> {
  const next = yield* countOffsets(owners, length);
  const sorted = new Uint32Array(items.length);
  yield* eachInSteps(items, (item) => {
    const owner = owners[item] ?? 0;
    const place = next[owner] ?? 0;
    sorted[place] = item;
    next[owner] = place + 1;
  });
  return sorted;
}

/** Where the items of each owner begin and, one further, end. */
export function* countOffsets(owners: Uint32Array, length: number): Generator<void, Uint32Array> {
  const offsets = new Uint32Array(length + 1);
  yield* eachInSteps(owners, (owner) => {
    offsets[owner + 1] = (offsets[owner + 1] ?? 0) + 1;
  });
  yield* countInSteps(length, (id) => {
    offsets[id + 1] = (offsets[id + 1] ?? 0) + (offsets[id] ?? 0);
  });
  return offsets;
}

function* groupByTarget(targets: Uint32Array, length: number) {
  const edges = yield* countUp(targets.length);
  const incoming = yield* countOffsets(targets, length);
  return { incoming, incomingEdges: yield* sortByCounting(edges, targets, length) };
}

function* listFacts(index: QueryIndex, edges: readonly string[]) {
  const { graph } = index;
  const sentences = yield* numberSentences(index);
  const facts = new Uint32Array(edges.length + 1);
  yield* eachInSteps(edges.entries(), ([id, edge]) => {
    facts[id + 1] = (facts[id] ?? 0) + graph.getEdgeAttribute(edge, "evidence").length;
  });
  const count = facts[edges.length] ?? 0;
  const columns = {
    facts,
    sentences: new Uint32Array(count),
    modalities: new Uint8Array(count),
    roles: new Uint8Array(count),
    strengths: new Float64Array(count),
    statuses: new Uint8Array(count),
  };
  let fact = 0;
  yield* eachInSteps(edges, (edge) => {
    const { relation, evidence } = graph.getEdgeAttributes(edge);
    for (const piece of evidence) {
      const role = findRole({ relation, evidence: piece });
      const { modality } = piece;
      const isPlainPromise = role === "promised" && modality === "planned";
      const factor = modality && !isPlainPromise ? MODALITY_FACTORS[modality] : 1;
      columns.sentences[fact] = sentences.find(piece.document, piece.start, piece.end);
      columns.modalities[fact] = modality ? 1 + MODALITIES.indexOf(modality) : PLAIN;
      columns.roles[fact] = role ? ROLES.indexOf(role) : NO_ROLE;
      columns.strengths[fact] = role ? ROLE_STRENGTHS[role] * factor : 0;
      columns.statuses[fact] = piece.status ? 1 + STATUSES.indexOf(piece.status) : 0;
      fact += 1;
    }
  });
  return { ...columns, ...sentences.columns };
}

/** So many sentences may begin or end in a document: offsets below it are told apart. */
const MOST_OFFSETS = 2 ** 26;

/** Numbers every stretch of text that is cited, in order of date, document and place. */
function* numberSentences({ graph, dates: dateOf }: QueryIndex) {
  const spans = new Map<string, Map<number, number>>();
  yield* eachInSteps(graph.edgeEntries(), ({ attributes }) => {
    for (const { document, start, end } of attributes.evidence) {
      let known = spans.get(document);
      if (!known) spans.set(document, (known = new Map()));
      known.set(start * MOST_OFFSETS + end, 0);
    }
  });
  const date = (document: string) => dateOf.get(document) ?? "";
  const documents = [...spans.keys()].sort(
    (a, b) => compareCodeUnits(date(a), date(b)) || compareCodeUnits(a, b),
  );
  const dates = [...new Set(documents.map(date))].sort();
  const days: number[] = [];
  const places: number[] = [];
  const ordered: number[] = [];
  for (const [place, document] of documents.entries()) {
    yield;
    const known = spans.get(document) ?? new Map<number, number>();
    const day = dates.indexOf(date(document));
    const sorted = new Float64Array(known.size);
    let count = 0;
    yield* eachInSteps(known.keys(), (span) => {
      sorted[count++] = span;
    });
    yield* sortNumbersGradually(sorted);
    yield* eachInSteps(sorted, (span) => {
      known.set(span, days.length);
      days.push(day);
      places.push(place);
      ordered.push(span);
    });
  }
  const find = (document: string, start: number, end: number): number =>
    spans.get(document)?.get(start * MOST_OFFSETS + end) ?? 0;
  const fill = (valueOf: (place: number) => number) => fillInSteps(new Uint32Array(ordered.length), valueOf);
  const columns = {
    days: yield* fill((place) => days[place] ?? 0),
    places: yield* fill((place) => places[place] ?? 0),
    starts: yield* fill((place) => Math.floor((ordered[place] ?? 0) / MOST_OFFSETS)),
    ends: yield* fill((place) => (ordered[place] ?? 0) % MOST_OFFSETS),
    documents,
    dates,
  };
  return { find, columns };
}
