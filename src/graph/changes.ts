import { NODE_KINDS, RELATIONS, STATUSES } from "../model/schema.ts";
import { findAffiliations } from "./affiliations.ts";
import type { Citation } from "./citation.ts";
import { joinWords } from "./communities.ts";
import {
  citeFact,
  type FactTable,
  forEachFact,
  getFactTable,
  NEGATED,
  PLAIN,
  PLANNED,
} from "./fact-table.ts";
import { pickFirst } from "./pick-first.ts";
import { findStretch, getPresenceTable, isSilentAfter } from "./presence.ts";
import { type Commitment, getLedger } from "./promises.ts";
import type { Meeting, QueryIndex } from "./query-index.ts";

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
}

/** What the minutes of a stretch of time say that those before did not. */
export function computeChanges(index: QueryIndex, range: ChangeRange): Changes {
  const { after, limit = Infinity } = range;
  const table = getFactTable(index);
  const scope: Scope = { index, table, after, until: range.until ?? index.latest };
  const found = [
    ...compareTimelines(scope),
    findMoves(scope),
    findStarts(scope),
    compareStatuses(scope),
    ...comparePromises(scope),
  ];
  const byKind = new Map(found.map((list) => [list.kind, list]));
  const lists = CHANGE_KINDS.flatMap((kind) => byKind.get(kind) ?? []);
  return {
    meetings: index.meetings.filter(({ date }) => isNew(scope, date)),
    changes: lists.flatMap((list) => tellFirst(list, limit)),
    counts: new Map(lists.map(({ kind, candidates }) => [kind, candidates.length])),
  };
}

interface Scope {
  index: QueryIndex;
  table: FactTable;
  after: string;
  until: string;
}

/** Something that changed, before it is told: telling costs more than finding, and most is not shown. */
interface Candidate {
  date: string;
  /** Nodes of the table, the main one first. */
  about: readonly number[];
  /** Orders by day, then by the names of the first two nodes. */
  order: number;
  /** What the telling needs besides. */
  fact: number;
  edge: number;
}

function createCandidate(
  { table: { ranks, dates } }: Scope,
  { date, about, fact = -1, edge = -1 }: Omit<Candidate, "order" | "fact" | "edge"> & Partial<FactPlace>,
): Candidate {
  const [first, second] = [ranks[about[0] ?? 0] ?? 0, ranks[about[1] ?? 0] ?? 0];
  const order = (findPlace(dates, date) * ranks.length + first) * ranks.length + second;
  return { date, about, order, fact, edge };
}

function findPlace(dates: readonly string[], date: string): number {
  let low = 0;
  for (let high = dates.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((dates[middle] ?? "") < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface CandidateList<T extends Candidate = Candidate> {
  kind: ChangeKind;
  candidates: readonly T[];
  tell: (candidate: T) => Omit<Change, "kind" | "date">;
}

/** A list whose candidates are of one form, as one of lists that are not. */
function toList<T extends Candidate>(list: CandidateList<T>): CandidateList {
  return list as unknown as CandidateList;
}

function tellFirst({ kind, candidates, tell }: CandidateList, limit: number): Change[] {
  const picked = pickFirst(candidates, limit, (a, b) => a.order - b.order);
  return picked.map((candidate) => ({ kind, date: candidate.date, ...tell(candidate) }));
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

function compareTimelines(scope: Scope): CandidateList[] {
  const { index, table, after, until } = scope;
  const { meetings } = index;
  const presence = getPresenceTable(index);
  const first = meetings.filter(({ date }) => date === "").length;
  const oldEnd = meetings.filter(({ date }) => date <= after).length;
  const newEnd = meetings.filter(({ date }) => date <= until).length;
  const found: Record<TimelineChange, Candidate[]> = {
    appeared: [],
    "came back": [],
    "went quiet": [],
    joined: [],
  };
  for (let node = 0; node < table.nodes.length; node++) {
    const kind = table.kinds[node];
    const stretch = findStretch(presence, node, [first, newEnd]);
    if (stretch.from === stretch.to || (kind !== PERSON && kind !== PROJECT && kind !== TOPIC)) continue;
    const add = (change: TimelineChange, place: number): void => {
      const date = meetings[presence.columns[place] ?? -1]?.date ?? "";
      found[change].push(createCandidate(scope, { date, about: [node] }));
    };
    if ((presence.columns[stretch.from] ?? 0) >= oldEnd)
      add(kind === PERSON ? "joined" : "appeared", stretch.from);
    for (let place = stretch.to - 1; place > stretch.from; place--) {
      if ((presence.columns[place] ?? 0) < oldEnd) break;
      if (isSilentAfter(presence, stretch, place - 1)) add("came back", place);
    }
    if (!isSilentAfter(presence, stretch, stretch.to - 1)) continue;
    const old = findStretch(presence, node, [first, oldEnd]);
    if (old.from === old.to || !isSilentAfter(presence, old, old.to - 1)) add("went quiet", stretch.to - 1);
  }
  return TIMELINE_CHANGES.map((kind) => ({
    kind,
    candidates: found[kind],
    tell: ({ about: [node = 0], date }) => ({
      nodes: nameAll(scope, [node]),
      words:
        kind !== "went quiet"
          ? `${labelOf(scope, node)} ${TOLD[kind]}`
          : `${labelOf(scope, node)} ${table.kinds[node] === PERSON ? TOLD.left : TOLD[kind]} ${date}`,
    }),
  }));
}

const AFFILIATED = RELATIONS.indexOf("affiliated_with");

function findMoves(scope: Scope): CandidateList {
  const { index, table, after, until } = scope;
  const { graph } = index;
  const movers = new Set<number>();
  forEachFact(table, "affiliated_with", (fact, edge) => {
    if (isNew(scope, dateOf(table, fact))) movers.add(table.sources[edge] ?? 0);
  });
  const candidates = [...movers].flatMap((person) => findMove(scope, person) ?? []);
  return {
    kind: "moved",
    candidates,
    tell: ({ about: [person = 0], fact, edge }) => {
      const node = table.nodes[person] ?? "";
      const now = findAffiliations(index, node, { until }).filter(({ current }) => current);
      const before = findAffiliations(index, node, { until: after }).filter(({ current }) => current);
      const label = ({ organisation }: { organisation: string }) =>
        graph.getNodeAttribute(organisation, "label");
      return {
        nodes: [node, ...now.map(({ organisation }) => organisation)],
        words: `${labelOf(scope, person)} is with ${joinWords(now.map(label))}, before with ${joinWords(before.map(label))}`,
        citation: citeFact(index, table, { fact, edge }),
      };
    },
  };
}

/** The first new sentence that names an organisation which is now a person's and was not before, though another was. */
function findMove(scope: Scope, person: number): Candidate | undefined {
  const { table, after, until } = scope;
  const days = { old: "", now: "" };
  const stays: { edge: number; old: string; now: string; fact: number }[] = [];
  for (let edge = table.outgoing[person] ?? 0; edge < (table.outgoing[person + 1] ?? 0); edge++) {
    if (table.relations[edge] !== AFFILIATED) continue;
    const stay = { edge, old: "", now: "", fact: -1 };
    for (let fact = table.facts[edge] ?? 0; fact < (table.facts[edge + 1] ?? 0); fact++) {
      const date = dateOf(table, fact);
      if (table.modalities[fact] === NEGATED || date > until) continue;
      if (date <= after && date > stay.old) stay.old = date;
      if (date > stay.now) stay.now = date;
      if (stay.fact < 0 && isNew(scope, date)) stay.fact = fact;
    }
    if (stay.old > days.old) days.old = stay.old;
    if (stay.now > days.now) days.now = stay.now;
    stays.push(stay);
  }
  const newest = stays.find(({ old, now }) => now === days.now && old !== days.old);
  if (!newest || newest.fact < 0 || !days.old) return undefined;
  const { fact, edge } = newest;
  const about = [person, table.targets[edge] ?? 0];
  return createCandidate(scope, { date: dateOf(table, fact), about, fact, edge });
}

function dateOf({ dates, days, sentences }: FactTable, fact: number): string {
  return dates[days[sentences[fact] ?? 0] ?? 0] ?? "";
}

/** Who took up which work. */
function findStarts(scope: Scope): CandidateList {
  const { index, table } = scope;
  const earliest = new Map<number, number>();
  forEachFact(table, "works_on", (fact, edge) => {
    const modality = table.modalities[fact];
    if ((modality !== PLAIN && modality !== PLANNED) || !dateOf(table, fact)) return;
    const known = earliest.get(edge);
    if (known === undefined || (table.sentences[fact] ?? 0) < (table.sentences[known] ?? 0))
      earliest.set(edge, fact);
  });
  const candidates: Candidate[] = [];
  for (const [edge, fact] of earliest) {
    const date = dateOf(table, fact);
    const about = [table.sources[edge] ?? 0, table.targets[edge] ?? 0];
    if (isNew(scope, date)) candidates.push(createCandidate(scope, { date, about, fact, edge }));
  }
  return {
    kind: "started",
    candidates,
    tell: ({ about, fact, edge }) => ({
      nodes: nameAll(scope, about),
      words: about.map((node) => labelOf(scope, node)).join(" works on "),
      citation: citeFact(index, table, { fact, edge }),
    }),
  };
}

interface StatusCandidate extends Candidate {
  before: string | undefined;
}

function compareStatuses(scope: Scope): CandidateList {
  const { index, table, after, until } = scope;
  const candidates: StatusCandidate[] = [];
  for (let node = 0; node < table.nodes.length; node++) {
    if (table.kinds[node] !== TOPIC && table.kinds[node] !== PROJECT) continue;
    const now = findLatestStatus(table, node, until);
    const date = now ? dateOf(table, now.fact) : "";
    if (!now || !isNew(scope, date)) continue;
    const old = findLatestStatus(table, node, after);
    if (old && table.statuses[old.fact] === table.statuses[now.fact]) continue;
    const before = old && STATUSES[(table.statuses[old.fact] ?? 0) - 1];
    candidates.push({ ...createCandidate(scope, { date, about: [node], ...now }), before });
  }
  return toList<StatusCandidate>({
    kind: "status",
    candidates,
    tell: ({ about, fact, edge, before }) => {
      const citation = citeFact(index, table, { fact, edge });
      const words = `${labelOf(scope, about[0] ?? 0)} is ${citation.evidence.status}`;
      return {
        nodes: nameAll(scope, about),
        words: before ? `${words}, before ${before}` : words,
        citation,
      };
    },
  });
}

interface FactPlace {
  fact: number;
  edge: number;
}

/** The latest plain fact with a status about a node, up to a day. */
function findLatestStatus(table: FactTable, node: number, until: string): FactPlace | undefined {
  let latest: FactPlace | undefined;
  let last = -1;
  for (let place = table.incoming[node] ?? 0; place < (table.incoming[node + 1] ?? 0); place++) {
    const edge = table.incomingEdges[place] ?? 0;
    for (let fact = table.facts[edge] ?? 0; fact < (table.facts[edge + 1] ?? 0); fact++) {
      const sentence = table.sentences[fact] ?? 0;
      if (!table.statuses[fact] || table.modalities[fact] !== PLAIN || sentence < last) continue;
      const date = dateOf(table, fact);
      if (!date || date > until) continue;
      latest = { fact, edge };
      last = sentence;
    }
  }
  return latest;
}

interface PromiseCandidate extends Candidate {
  promise: Commitment;
}

function comparePromises(scope: Scope): CandidateList[] {
  const { index, until } = scope;
  const promised: PromiseCandidate[] = [];
  const settled: PromiseCandidate[] = [];
  for (const { by, about, commitment } of getLedger(index)) {
    const { date, settledBy } = commitment;
    if (!date || date > until) continue;
    const add = (list: PromiseCandidate[], day: string): void => {
      if (!isNew(scope, day)) return;
      list.push({ ...createCandidate(scope, { date: day, about: [by, ...about] }), promise: commitment });
    };
    add(promised, date);
    if (settledBy) add(settled, settledBy.date);
  }
  const matterOf = (about: readonly number[]) =>
    joinWords(about.slice(1).map((node) => labelOf(scope, node)));
  const who = (about: readonly number[]) => labelOf(scope, about[0] ?? 0);
  return [
    toList<PromiseCandidate>({
      kind: "promised",
      candidates: promised,
      tell: ({ about, promise: { citation } }) => ({
        nodes: nameAll(scope, about),
        words: `${who(about)} promised ${matterOf(about)}`,
        citation,
      }),
    }),
    toList<PromiseCandidate>({
      kind: "settled",
      candidates: settled,
      tell: ({ about, promise: { date, state, settledBy } }) => ({
        nodes: nameAll(scope, about),
        words: `${who(about)}’s promise of ${date} about ${matterOf(about)} is ${state}`,
        ...(settledBy && { citation: settledBy }),
      }),
    }),
  ];
}
