import { NODE_KINDS, type NodeKind, RELATIONS, STATUSES } from "../model/schema.ts";
import type { Citation } from "./citation.ts";
import { joinWords } from "./communities.ts";
import { citeFact, type FactTable, forEachFact, getFactTable, NEGATED } from "./fact-table.ts";
import { type FactPlace, findLatestState, getNewsTable } from "./news-table.ts";
import { createShortList, type ShortList } from "./pick-first.ts";
import { findStretch, getPresenceTable, isSilentAfter, type PresenceTable } from "./presence.ts";
import type { Meeting } from "./list-meetings.ts";
import { type Commitment, getLedger, type LedgerEntry } from "./promises.ts";
import type { QueryIndex } from "./query-index.ts";

export const CHANGE_KINDS = [
  "appeared",
  "came back",
  "went quiet",
  "joined",
  "moved",
  "started",
  "status",
  "promised",
  "settled",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Change {
  kind: ChangeKind;
  /** What it is about, the main thing first. */
  nodes: string[];
  /** The change as a sentence. */
  words: string;
  /** The date of the sentence that says it; for going quiet, of the last one before the silence. */
  date: string;
  citation?: Citation;
}

export interface Changes {
  /** The meetings that it comes from. */
  meetings: Meeting[];
  /** By kind in the order of `CHANGE_KINDS`, then in order of time, then by name. */
  changes: Change[];
  /** How many changes of each kind there are, also of those beyond the limit. */
  counts: ReadonlyMap<ChangeKind, number>;
}

/** What is compared: everything until `after` with what was said later, up to and including `until`. */
export interface ChangeRange {
  /** ISO 8601 calendar date; the empty string for the beginning. */
  after: string;
  /** ISO 8601 calendar date; the latest where absent. */
  until?: string;
  /** At most so many of each kind, the earliest first; all where absent. */
  limit?: number;
  /** Only changes of these kinds; all where absent. */
  kinds?: readonly ChangeKind[];
  /** Which nodes may come and go: people, topics and projects where absent. */
  of?: readonly NodeKind[];
}

/** What the minutes of a stretch of time say that those before did not. */
export function computeChanges(index: QueryIndex, range: ChangeRange): Changes {
  const { after, until = index.latest, limit = Infinity, kinds = CHANGE_KINDS, of = PRESENT_KINDS } = range;
  const table = getFactTable(index);
  const places = new Map(table.dates.map((date, place) => [date, place]));
  const scope: Scope = { index, table, places, after, until, limit, of };
  const found = FINDERS.filter(({ finds }) => finds.some((kind) => kinds.includes(kind))).flatMap(
    ({ find }) => find(scope),
  );
  const byKind = new Map(found.map((list) => [list.kind, list]));
  const lists = CHANGE_KINDS.flatMap((kind) => (kinds.includes(kind) && byKind.get(kind)) || []);
  return {
    meetings: index.meetings.filter(({ date }) => isNew(scope, date)),
    changes: lists.flatMap(({ changes }) => changes),
    counts: new Map(lists.map(({ kind, count }) => [kind, count])),
  };
}

const PRESENT_KINDS: readonly NodeKind[] = ["person", "topic", "project"];

interface Scope {
  index: QueryIndex;
  table: FactTable;
  /** By date: its place in the table's dates. */
  places: ReadonlyMap<string, number>;
  after: string;
  until: string;
  limit: number;
  of: readonly NodeKind[];
}

/** Something that changed, before it is told: telling costs more than finding, and most is not shown. */
interface Candidate {
  date: string;
  /** Nodes of the table, the main one first. */
  about: readonly number[];
  /** What the telling needs besides. */
  fact: number;
  edge: number;
}

interface CandidateList<T = Candidate> {
  kind: ChangeKind;
  candidates: ShortList<T>;
  tell: (candidate: T) => Omit<Change, "kind">;
}

/** Orders by day, then by the names of the first two nodes. */
function computeOrder({ table: { ranks } }: Scope, day: number, first: number, second = first): number {
  return (day * ranks.length + (ranks[first] ?? 0)) * ranks.length + (ranks[second] ?? 0);
}

/** Where a date stands among those that sentences bear. */
function findPlace({ table: { dates }, places }: Scope, date: string): number {
  const place = places.get(date);
  if (place !== undefined) return place;
  const after = dates.findIndex((known) => known >= date);
  return after < 0 ? dates.length : after;
}

function tellFirst<T>({ kind, candidates, tell }: CandidateList<T>): ToldList {
  return {
    kind,
    count: candidates.count(),
    changes: candidates.list().map((candidate) => ({ kind, ...tell(candidate) })),
  };
}

interface ToldList {
  kind: ChangeKind;
  count: number;
  changes: Change[];
}

function isNew({ after, until }: Scope, date: string): boolean {
  return date > after && date <= until;
}

function labelOf({ index, table }: Scope, node: number): string {
  return index.graph.getNodeAttribute(table.nodes[node], "label");
}

function nameAll({ table }: Scope, nodes: readonly number[]): string[] {
  return nodes.map((node) => table.nodes[node] ?? "");
}

const [PERSON, PROJECT, TOPIC] = [
  NODE_KINDS.indexOf("person"),
  NODE_KINDS.indexOf("project"),
  NODE_KINDS.indexOf("topic"),
];

const TIMELINE_CHANGES = ["appeared", "came back", "went quiet", "joined"] as const;
type TimelineChange = (typeof TIMELINE_CHANGES)[number];

const TOLD: Readonly<Record<TimelineChange | "left", string>> = {
  appeared: "comes up for the first time",
  joined: "is there for the first time",
  "came back": "comes back",
  "went quiet": "has gone quiet since",
  left: "has not been there since",
};

function compareTimelines(scope: Scope): ToldList[] {
  const { index, table, after, until, limit } = scope;
  const { meetings } = index;
  const kinds = new Set(scope.of.map((kind) => NODE_KINDS.indexOf(kind)));
  const presence = getPresenceTable(index);
  const first = meetings.filter(({ date }) => date === "").length;
  const range = {
    first,
    oldEnd: Math.max(first, meetings.filter(({ date }) => date <= after).length),
    newEnd: meetings.filter(({ date }) => date <= until).length,
  };
  const days = meetings.map(({ date }) => findPlace(scope, date));
  const found = new Map(TIMELINE_CHANGES.map((kind) => [kind, createShortList<Candidate>(limit)]));
  for (let node = 0; node < table.nodes.length; node++) {
    const kind = table.kinds[node];
    if (!kinds.has(kind ?? 0)) continue;
    forEachTimelineChange(presence, node, range, (change, place) => {
      const list = found.get(change === "appeared" && kind === PERSON ? "joined" : change);
      const date = meetings[presence.columns[place] ?? -1]?.date ?? "";
      const order = computeOrder(scope, days[presence.columns[place] ?? 0] ?? 0, node);
      if (list?.accepts(order)) list.add(order, { date, about: [node], ...placeOf(presence, place) });
    });
  }
  return [...found].map(([kind, candidates]) =>
    tellFirst({
      kind,
      candidates,
      tell: ({ about, date, fact, edge }) => ({
        date,
        nodes: nameAll(scope, about),
        words: tellPresence(scope, kind, about[0] ?? 0, date),
        citation: citeFact(index, table, { fact, edge }),
      }),
    }),
  );
}

function placeOf({ facts, edges }: PresenceTable, place: number): FactPlace {
  return { fact: facts[place] ?? 0, edge: edges[place] ?? 0 };
}

interface MeetingRange {
  /** The first meeting with a date, the first after the old ones, and the first after the new ones. */
  first: number;
  oldEnd: number;
  newEnd: number;
}

/** Calls for what changed about when a node is spoken of, with the place of the meeting in its presence. */
function forEachTimelineChange(
  presence: PresenceTable,
  node: number,
  { first, oldEnd, newEnd }: MeetingRange,
  visit: (change: TimelineChange, place: number) => void,
): void {
  const stretch = findStretch(presence, node, [first, newEnd]);
  if (stretch.from === stretch.to) return;
  if ((presence.columns[stretch.from] ?? 0) >= oldEnd) visit("appeared", stretch.from);
  for (let place = stretch.to - 1; place > stretch.from; place--) {
    if ((presence.columns[place] ?? 0) < oldEnd) break;
    if (isSilentAfter(presence, stretch, place - 1)) visit("came back", place);
  }
  if (!isSilentAfter(presence, stretch, stretch.to - 1)) return;
  const old = findStretch(presence, node, [first, oldEnd]);
  const wasQuiet = old.from < old.to && isSilentAfter(presence, old, old.to - 1);
  if (!wasQuiet) visit("went quiet", stretch.to - 1);
}

function tellPresence(scope: Scope, kind: TimelineChange, node: number, date: string): string {
  const label = labelOf(scope, node);
  if (kind !== "went quiet") return `${label} ${TOLD[kind]}`;
  return `${label} ${scope.table.kinds[node] === PERSON ? TOLD.left : TOLD[kind]} ${date}`;
}

const AFFILIATED = RELATIONS.indexOf("affiliated_with");

function findMoves(scope: Scope): ToldList {
  const { index, table, limit } = scope;
  const movers = new Set<number>();
  const [from, end] = findNewDays(scope);
  forEachFact(table, "affiliated_with", (fact, edge) => {
    const day = dayOf(table, fact);
    if (day >= from && day < end) movers.add(table.sources[edge] ?? 0);
  });
  const candidates = createShortList<Candidate>(limit);
  for (const person of movers) {
    const move = findMove(scope, person);
    const order = move && computeOrder(scope, findPlace(scope, move.date), move.about[0] ?? 0, move.about[1]);
    if (move && order !== undefined && candidates.accepts(order)) candidates.add(order, move);
  }
  return tellFirst({
    kind: "moved",
    candidates,
    tell: ({ date, about: [person = 0], fact, edge }) => {
      const stays = listStays(scope, person);
      const [now, before] = [listLatest(scope, stays, "now"), listLatest(scope, stays, "old")];
      const name = (nodes: readonly number[]): string => joinWords(nodes.map((node) => labelOf(scope, node)));
      return {
        date,
        nodes: nameAll(scope, [person, ...now]),
        words: `${labelOf(scope, person)} is with ${name(now)}, before with ${name(before)}`,
        citation: citeFact(index, table, { fact, edge }),
      };
    },
  });
}

/** When the minutes last say that a person is with an organisation: before the new meetings, and in all. */
interface Stay {
  edge: number;
  old: string;
  now: string;
  /** The first new sentence, or -1. */
  fact: number;
}

/** The first new sentence that names an organisation which is now a person's and was not before, though another was. */
function findMove(scope: Scope, person: number): Candidate | undefined {
  const { table } = scope;
  const stays = listStays(scope, person);
  if (stays.length < 2) return undefined;
  const [old, now] = [findLatest(stays, "old"), findLatest(stays, "now")];
  const newest = stays.find((stay) => stay.now === now && stay.old !== old);
  if (!newest || newest.fact < 0 || !old) return undefined;
  const { fact, edge } = newest;
  return { date: dateOf(table, fact), about: [person, table.targets[edge] ?? 0], fact, edge };
}

/** In the order of the organisations' keys. */
function listStays(scope: Scope, person: number): Stay[] {
  const { table } = scope;
  const stays: Stay[] = [];
  for (let edge = table.outgoing[person] ?? 0; edge < (table.outgoing[person + 1] ?? 0); edge++)
    if (table.relations[edge] === AFFILIATED) stays.push(findStay(scope, edge));
  return stays;
}

function findStay(scope: Scope, edge: number): Stay {
  const { table, after, until } = scope;
  const stay: Stay = { edge, old: "", now: "", fact: -1 };
  for (let fact = table.facts[edge] ?? 0; fact < (table.facts[edge + 1] ?? 0); fact++) {
    const date = dateOf(table, fact);
    if (table.modalities[fact] === NEGATED || date > until) continue;
    if (date <= after && date > stay.old) stay.old = date;
    if (date > stay.now) stay.now = date;
    if (stay.fact < 0 && isNew(scope, date)) stay.fact = fact;
  }
  return stay;
}

function findLatest(stays: readonly Stay[], time: "old" | "now"): string {
  return stays.reduce((latest, stay) => (stay[time] > latest ? stay[time] : latest), "");
}

/** The organisations that somebody was with, as the minutes said it last. */
function listLatest({ table }: Scope, stays: readonly Stay[], time: "old" | "now"): number[] {
  const latest = findLatest(stays, time);
  return stays.filter((stay) => stay[time] === latest).map(({ edge }) => table.targets[edge] ?? 0);
}

function dayOf({ days, sentences }: FactTable, fact: number): number {
  return days[sentences[fact] ?? 0] ?? 0;
}

/** The new days of a table: places in its dates, half open. */
function findNewDays({ table: { dates }, after, until }: Scope): [first: number, end: number] {
  const [first, end] = [dates.findIndex((date) => date > after), dates.findIndex((date) => date > until)];
  return [first < 0 ? dates.length : first, end < 0 ? dates.length : end];
}

function dateOf({ dates, days, sentences }: FactTable, fact: number): string {
  return dates[days[sentences[fact] ?? 0] ?? 0] ?? "";
}

/** Who took up which work. */
function findStarts(scope: Scope): ToldList {
  const { index, table, limit } = scope;
  const { starts, startDays } = getNewsTable(index);
  const candidates = createShortList<Candidate>(limit);
  const [first, end] = findNewDays(scope);
  for (let edge = 0; edge < starts.length; edge++) {
    const day = startDays[edge] ?? -1;
    if (day < first || day >= end) continue;
    const fact = starts[edge] ?? -1;
    const date = table.dates[day] ?? "";
    const about = [table.sources[edge] ?? 0, table.targets[edge] ?? 0] as const;
    const order = computeOrder(scope, day, ...about);
    if (candidates.accepts(order)) candidates.add(order, { date, about, fact, edge });
  }
  return tellFirst({
    kind: "started",
    candidates,
    tell: ({ date, about, fact, edge }) => ({
      date,
      nodes: nameAll(scope, about),
      words: about.map((node) => labelOf(scope, node)).join(" works on "),
      citation: citeFact(index, table, { fact, edge }),
    }),
  });
}

interface StatusCandidate extends Candidate {
  before: string | undefined;
}

function compareStatuses(scope: Scope): ToldList {
  const { index, table, limit } = scope;
  const candidates = createShortList<StatusCandidate>(limit);
  const [first, end] = findNewDays(scope);
  const news = getNewsTable(index);
  for (let node = 0; node < table.nodes.length; node++) {
    if (table.kinds[node] !== TOPIC && table.kinds[node] !== PROJECT) continue;
    const now = findLatestState(news, node, end);
    if (!now || dayOf(table, now.fact) < first) continue;
    const date = dateOf(table, now.fact);
    const old = findLatestState(news, node, first);
    if (old && table.statuses[old.fact] === table.statuses[now.fact]) continue;
    const before = old && STATUSES[(table.statuses[old.fact] ?? 0) - 1];
    const order = computeOrder(scope, dayOf(table, now.fact), node);
    if (candidates.accepts(order)) candidates.add(order, { date, about: [node], ...now, before });
  }
  return tellFirst({
    kind: "status",
    candidates,
    tell: ({ date, about, fact, edge, before }) => {
      const citation = citeFact(index, table, { fact, edge });
      const words = `${labelOf(scope, about[0] ?? 0)} is ${citation.evidence.status}`;
      return {
        date,
        nodes: nameAll(scope, about),
        words: before ? `${words}, before ${before}` : words,
        citation,
      };
    },
  });
}

interface PromiseCandidate extends Candidate {
  promise: Commitment;
}

function comparePromises(scope: Scope): ToldList[] {
  const { index, table, limit } = scope;
  const ledger = getLedger(index);
  const { given, settled, inOrderGiven, inOrderSettled } = getNewsTable(index);
  const [first, end] = findNewDays(scope);
  const list = (
    order: Uint32Array,
    days: Int32Array,
    accepts = (_entry: number) => true,
  ): ShortList<PromiseCandidate> => {
    const candidates = createShortList<PromiseCandidate>(limit);
    for (let place = findFrom(order, days, first); place < order.length; place++) {
      const entry = order[place] ?? 0;
      const day = days[entry] ?? 0;
      if (day >= end) break;
      if (!accepts(entry) || !candidates.accepts(place)) continue;
      const { by, about, commitment: promise } = ledger[entry] as LedgerEntry;
      const date = table.dates[day] ?? "";
      candidates.add(place, { date, about: [by, ...about], fact: -1, edge: -1, promise });
    }
    return candidates;
  };
  const promised = list(inOrderGiven, given);
  const ended = list(inOrderSettled, settled, (entry) => {
    const day = given[entry] ?? -1;
    return day >= 0 && day < end;
  });
  const matterOf = (about: readonly number[]) =>
    joinWords(about.slice(1).map((node) => labelOf(scope, node)));
  const who = (about: readonly number[]) => labelOf(scope, about[0] ?? 0);
  return [
    tellFirst({
      kind: "promised",
      candidates: promised,
      tell: ({ date, about, promise: { citation } }) => ({
        date,
        nodes: nameAll(scope, about),
        words: `${who(about)} promised ${matterOf(about)}`,
        citation,
      }),
    }),
    tellFirst({
      kind: "settled",
      candidates: ended,
      tell: ({ date: day, about, promise: { date, state, settledBy } }) => ({
        date: day,
        nodes: nameAll(scope, about),
        words: `${who(about)}’s promise of ${date} about ${matterOf(about)} is ${state}`,
        ...(settledBy && { citation: settledBy }),
      }),
    }),
  ];
}

/** The place in the order of days from which on they are not before one. */
function findFrom(order: Uint32Array, days: Int32Array, day: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[order[middle] ?? 0] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

const FINDERS: readonly { finds: readonly ChangeKind[]; find: (scope: Scope) => ToldList[] }[] = [
  { finds: TIMELINE_CHANGES, find: compareTimelines },
  { finds: ["moved"], find: (scope) => [findMoves(scope)] },
  { finds: ["started"], find: (scope) => [findStarts(scope)] },
  { finds: ["status"], find: (scope) => [compareStatuses(scope)] },
  { finds: ["promised", "settled"], find: comparePromises },
];
