import {
  type AnswerMaker,
  type AnswerRow,
  describeSpan,
  type FoundPart,
  labelOf,
  toPart,
} from "./answer-part.ts";
import { listWorkersInstead } from "./answer-work.ts";
import { type ChangeKind, computeChanges } from "./changes.ts";
import type { Citation } from "./citation.ts";
import { joinWords } from "./communities.ts";
import { findMoves, type Move } from "./moves.ts";
import { getDayBefore } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";
import { listSentencesAbout } from "./sentences-about.ts";
import { findStatusHistory, listStates, type StatusChange } from "./status.ts";
import { computeTimeline } from "./timeline.ts";

const CHANGE_TITLES: Readonly<Record<ChangeKind, string>> = {
  appeared: "Came up for the first time",
  "came back": "Came back",
  "went quiet": "Went quiet",
  joined: "There for the first time",
  moved: "Moved",
  started: "Started to work on something",
  status: "Changed status",
  promised: "Promised",
  settled: "Promises kept, dropped or superseded",
};

export const answerChanges: AnswerMaker = (
  index,
  { changes: wanted, of, period: { since, until } },
  limit,
) => {
  const { changes, counts } = computeChanges(index, {
    after: since === undefined ? "" : getDayBefore(since),
    limit,
    ...(until !== undefined && { until }),
    ...(wanted && { kinds: wanted }),
    ...(of && { of }),
  });
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    title: CHANGE_TITLES[kind],
    total: counts.get(kind) ?? 0,
    rows: changes
      .filter((change) => change.kind === kind)
      .map(({ nodes, words, date, citation }) => ({
        nodes,
        words,
        detail: date,
        citations: citation ? [citation] : [],
      })),
  }));
};

export const answerMoves: AnswerMaker = (index, { nodes: { organisation }, move, period }, limit) => {
  const found = findMoves(index, { period, ...(organisation !== undefined && { organisation }) }).filter(
    (one) => organisation === undefined || move === undefined || one[move].includes(organisation),
  );
  const rows = found.slice(0, limit).map((one) => toMoveRow(index, one));
  return [{ title: "Moved, the latest first", rows, total: found.length }];
};

function toMoveRow(index: QueryIndex, { person, left, joined, date, citations }: Move): AnswerRow {
  const name = (nodes: readonly string[]): string => joinWords(nodes.map((node) => labelOf(index, node)));
  const news = [
    joined.length > 0 ? `is with ${name(joined)}` : "",
    left.length > 0 ? `${joined.length > 0 ? "and " : "is "}no longer with ${name(left)}` : "",
  ];
  const words = [labelOf(index, person), ...news].filter(Boolean).join(" ");
  return { nodes: [person, ...joined, ...left], words, detail: date, citations };
}

export const answerStatus: AnswerMaker = (index, { nodes: { matter = "" }, period }, limit) => {
  const rows = groupStates(findStatusHistory(index, matter, period))
    .toReversed()
    .map((states): AnswerRow => ({
      nodes: [matter],
      words: `${labelOf(index, matter)} is ${states[0]?.status}`,
      detail: describeSpan(states[0]?.date ?? "", states.at(-1)?.date ?? ""),
      citations: states.map(({ citation }) => citation).reverse(),
    }));
  if (rows.length > 0) return toPart("Status, the latest first", rows);
  const note = "The minutes tell no status; this is who works on it.";
  return listWorkersInstead(index, { matter, note, period }, limit);
};

/** What stands so for several meetings is told once. */
function groupStates(history: readonly StatusChange[]): StatusChange[][] {
  const groups: StatusChange[][] = [];
  for (const change of history) {
    const last = groups.at(-1);
    if (last?.[0]?.status === change.status) last.push(change);
    else groups.push([change]);
  }
  return groups;
}

/** What stands so by the latest that the minutes say of it. */
export const answerStates: AnswerMaker = (index, { status = "ongoing", period }, limit) => {
  const states = listStates(index, status, period);
  const rows = states.slice(0, limit).map(({ node, date, citation }): AnswerRow => ({
    nodes: [node],
    words: labelOf(index, node),
    detail: date,
    citations: [citation],
  }));
  return [{ title: `Now ${status}`, rows, total: states.length }];
};

export const answerTimeline: AnswerMaker = (index, { nodes: { any: node = "" }, period }): FoundPart[] => {
  const {
    meetings,
    rows: [row],
  } = computeTimeline(index, { period, nodes: [node], kinds: [index.graph.getNodeAttribute(node, "kind")] });
  if (!row) return [];
  const said = groupByDocument(listSentencesAbout(index, node, period));
  const rows = meetings.flatMap((meeting, column): AnswerRow[] => {
    const count = row.counts[column] ?? 0;
    const events = row.events.filter((event) => event.meeting === meeting.node).map(({ kind }) => kind);
    if (count === 0) return [];
    const detail = [meeting.date, `${count} ${count === 1 ? "sentence" : "sentences"}`, ...events]
      .filter(Boolean)
      .join(" · ");
    return [
      {
        nodes: [meeting.node, node],
        words: meeting.label,
        detail,
        citations: said.get(meeting.document) ?? [],
      },
    ];
  });
  return toPart(`When ${row.label} came up`, rows);
};

function groupByDocument(citations: readonly Citation[]): Map<string, Citation[]> {
  const groups = new Map<string, Citation[]>();
  for (const citation of citations) {
    const known = groups.get(citation.evidence.document);
    if (known) known.push(citation);
    else groups.set(citation.evidence.document, [citation]);
  }
  return groups;
}
