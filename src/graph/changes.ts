import { findAffiliations } from "./affiliations.ts";
import { type Citation, compareCitations, listCitations } from "./citation.ts";
import { joinWords } from "./communities.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { isInPeriod } from "./period.ts";
import { findPromises } from "./promises.ts";
import type { Meeting, QueryIndex } from "./query-index.ts";
import { findStatus } from "./status.ts";
import { computeTimeline, type TimelineRow } from "./timeline.ts";

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
  /** By kind in the order of `CHANGE_KINDS`, then in order of time. */
  changes: Change[];
}

/** What is compared: everything until `after` with what was said later, up to and including `until`. */
export interface ChangeRange {
  /** ISO 8601 calendar date; the empty string for the beginning. */
  after: string;
  /** ISO 8601 calendar date; the latest where absent. */
  until?: string;
}

/** What the minutes of a stretch of time say that those before did not. */
export function computeChanges(index: QueryIndex, range: ChangeRange): Changes {
  const until = range.until ?? index.latest;
  const scope: Scope = { index, after: range.after, until };
  const changes = [
    ...compareTimelines(scope),
    ...findMoves(scope),
    ...compareEdges(scope),
    ...compareStatuses(scope),
    ...comparePromises(scope),
  ];
  return {
    meetings: index.meetings.filter(({ date }) => isNew(scope, date)),
    changes: changes.sort(
      (a, b) =>
        CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind) ||
        compareCodeUnits(a.date, b.date) ||
        compareCodeUnits(a.words, b.words),
    ),
  };
}

interface Scope {
  index: QueryIndex;
  after: string;
  until: string;
}

function isNew({ after, until }: Scope, date: string): boolean {
  return date > after && date <= until;
}

function compareTimelines(scope: Scope): Change[] {
  const { index, after, until } = scope;
  const kinds = ["person", "topic", "project"] as const;
  const rows = computeTimeline(index, { period: { until }, kinds }).rows;
  const before = computeTimeline(index, { period: { until: after }, kinds }).rows;
  const wasQuiet = new Set(before.filter(({ quiet }) => quiet).map(({ node }) => node));
  return rows.flatMap((row) => toTimelineChanges(scope, row, wasQuiet.has(row.node)));
}

function toTimelineChanges(scope: Scope, row: TimelineRow, wasQuiet: boolean): Change[] {
  const { node, label, kind, events, quiet, first, last } = row;
  const isPerson = kind === "person";
  const changes: Change[] = [];
  if (isNew(scope, first)) {
    const words = isPerson ? `${label} is there for the first time` : `${label} comes up for the first time`;
    changes.push({ kind: isPerson ? "joined" : "appeared", nodes: [node], words, date: first });
  }
  for (const event of events) {
    if (event.kind !== "comes back" || !isNew(scope, event.date)) continue;
    changes.push({ kind: "came back", nodes: [node], words: `${label} comes back`, date: event.date });
  }
  if (quiet && !wasQuiet) {
    const words = isPerson
      ? `${label} has not been there since ${last}`
      : `${label} has gone quiet since ${last}`;
    changes.push({ kind: "went quiet", nodes: [node], words, date: last });
  }
  return changes;
}

function findMoves(scope: Scope): Change[] {
  const { index, after, until } = scope;
  const { graph } = index;
  return graph
    .filterNodes((_, { kind }) => kind === "person")
    .flatMap((person): Change[] => {
      const now = findAffiliations(index, person, { until }).filter(({ current }) => current);
      const before = findAffiliations(index, person, { until: after }).filter(({ current }) => current);
      const known = new Set(before.map(({ organisation }) => organisation));
      const newest = now.find(({ organisation }) => !known.has(organisation));
      const citation = newest?.citations.find(({ date }) => isNew(scope, date));
      if (!citation || before.length === 0) return [];
      const label = (node: string) => graph.getNodeAttribute(node, "label");
      const from = joinWords(before.map(({ organisation }) => label(organisation)));
      const to = joinWords(now.map(({ organisation }) => label(organisation)));
      const nodes = [person, ...now.map(({ organisation }) => organisation)];
      const words = `${label(person)} is with ${to}, before with ${from}`;
      return [{ kind: "moved", nodes, words, date: citation.date, citation }];
    });
}

/** Who took up which work. */
function compareEdges(scope: Scope): Change[] {
  const { index } = scope;
  const { graph } = index;
  const changes: Change[] = [];
  graph.forEachEdge((edge, { relation }, source, target) => {
    if (relation !== "works_on") return;
    const citations = listCitations(index, edge, { until: scope.until }).filter(
      ({ evidence: { modality } }) => modality === undefined || modality === "planned",
    );
    const citation = citations.sort(compareCitations)[0];
    if (!citation || !isNew(scope, citation.date)) return;
    const [who, what] = [source, target].map((node) => graph.getNodeAttribute(node, "label"));
    const words = `${who} works on ${what}`;
    changes.push({ kind: "started", nodes: [source, target], words, date: citation.date, citation });
  });
  return changes;
}

function compareStatuses(scope: Scope): Change[] {
  const { index, after, until } = scope;
  const { graph } = index;
  const matters = graph.filterNodes((_, { kind }) => kind === "topic" || kind === "project");
  return matters.flatMap((node): Change[] => {
    const citations = graph.inEdges(node).flatMap((edge) => listCitations(index, edge, { until }));
    const now = findStatus(citations);
    const before = findStatus(citations.filter(({ date }) => isInPeriod(date, { until: after })));
    const [status, old] = [now?.evidence.status, before?.evidence.status];
    if (!now || !status || status === old || !isNew(scope, now.date)) return [];
    const words = `${graph.getNodeAttribute(node, "label")} is ${status}${old ? `, before ${old}` : ""}`;
    return [{ kind: "status", nodes: [node], words, date: now.date, citation: now }];
  });
}

function comparePromises(scope: Scope): Change[] {
  const { index } = scope;
  const label = (node: string) => index.graph.getNodeAttribute(node, "label");
  return findPromises(index, { period: { until: scope.until } }).flatMap((promise): Change[] => {
    const { by, about, date, state, citation, settledBy } = promise;
    const matter = joinWords(about.map(label));
    const changes: Change[] = [];
    if (isNew(scope, date)) {
      changes.push({
        kind: "promised",
        nodes: [by, ...about],
        words: `${label(by)} promised ${matter}`,
        date,
        citation,
      });
    }
    if (settledBy && isNew(scope, settledBy.date)) {
      const words = `${label(by)}’s promise of ${date} about ${matter} is ${state}`;
      changes.push({
        kind: "settled",
        nodes: [by, ...about],
        words,
        date: settledBy.date,
        citation: settledBy,
      });
    }
    return changes;
  });
}
