import { findColleagues } from "./colleagues.ts";
import { joinWords } from "./communities.ts";
import {
  type AnswerMaker,
  type AnswerRow,
  describeSpan,
  type FoundPart,
  labelOf,
  toPart,
} from "./answer-part.ts";
import { getFactTable } from "./fact-table.ts";
import { findWholes } from "./parts-and-wholes.ts";
import { toPromiseParts } from "./answer-promises.ts";
import { answerMeetings } from "./answer-meetings.ts";
import { findPromises } from "./promises.ts";
import type { QueryIndex } from "./query-index.ts";
import { countSharedWork, findSharedWork } from "./shared-work.ts";
import { rankWork } from "./what-does.ts";
import { rankWorkers } from "./who-works-on.ts";
import { describeWork, type RankedWork, type WorkRow } from "./work-table.ts";
import { countSoleWorkers, countWorkers, findSoleWorkers, rankWorkload } from "./workload.ts";

export const answerWorkers: AnswerMaker = (index, { nodes, kind, period }, limit) => {
  const { matter = "", organisation: at, actor } = nodes;
  if (actor !== undefined) {
    const row = rankWorkers(index, matter, { period }).find(({ node }) => node === actor);
    return row ? toWorkersParts(index, matter, [row], limit) : [];
  }
  const kinds = at === undefined ? kind && [kind] : (["person"] as const);
  const rows = rankWorkers(index, matter, {
    period,
    ...(at !== undefined && { at }),
    ...(kinds && { kinds }),
  });
  if (rows.length > 0) return toWorkersParts(index, matter, rows, limit);
  const note = "The minutes do not say who works on it; this is where it came up.";
  return answerMeetings(index, { asks: "meetings", nodes: { matter }, period }, limit).map((part) => ({
    ...part,
    note,
  }));
};

/** Where the minutes name no leader, those who work on it are the honest answer. */
export const answerLeaders: AnswerMaker = (index, { nodes: { matter = "" }, period }, limit) => {
  const leaders = rankWorkers(index, matter, { period, roles: ["leads"] });
  if (leaders.length > 0) return [toWorkPart(index, "Leads or maintains it", leaders, limit)];
  const note = "The minutes name no leader; this is who works on it.";
  return listWorkersInstead(index, { matter, note, period }, limit);
};

/** Those who work on something, where the minutes do not say what was asked. */
export function listWorkersInstead(
  index: QueryIndex,
  { matter, note, period }: { matter: string; note: string; period: Parameters<AnswerMaker>[1]["period"] },
  limit: number,
): FoundPart[] {
  const parts = toWorkersParts(index, matter, rankWorkers(index, matter, { period }), limit);
  return parts.map((part) => ({ ...part, note }));
}

export const answerSpeakers: AnswerMaker = (index, { nodes: { matter = "" }, period }, limit) => {
  const isFar = createFarTest(index, matter);
  const rows = rankWorkers(index, matter, { period, roles: ["spoke"] });
  return [
    toWorkPart(
      index,
      "Spoke about it",
      rows.filter((row) => !isFar(row)),
      limit,
    ),
  ];
};

export const answerSpeech: AnswerMaker = (index, { nodes: { actor = "", matter }, period }, limit) => {
  const about = matter === undefined ? {} : { about: matter };
  return [
    toWorkPart(index, "Spoke about", rankWork(index, actor, { period, roles: ["spoke"], ...about }), limit),
  ];
};

/** Doing before talking, so that nobody who only spoke about something is taken to work on it. */
export const answerWork: AnswerMaker = (index, { nodes: { actor = "" }, period }, limit) => {
  const rows = rankWork(index, actor, { period });
  return [
    toWorkPart(
      index,
      "Works on or promised to",
      rows.filter(({ role }) => role !== "spoke"),
      limit,
    ),
    toWorkPart(
      index,
      "Spoke about",
      rows.filter(({ role }) => role === "spoke"),
      limit,
    ),
  ];
};

/** What somebody has to do with one thing, and what they promised about it: it says how far they are. */
export const answerProgress: AnswerMaker = (index, { nodes: { actor = "", matter = "" }, period }, limit) => [
  toWorkPart(index, "What the minutes say of it", rankWork(index, actor, { period, about: matter }), limit),
  ...toPromiseParts(index, findPromises(index, { period, by: [actor], about: [matter] }), limit),
];

function toWorkPart(index: QueryIndex, title: string, rows: readonly RankedWork[], limit: number): FoundPart {
  return {
    title,
    rows: rows.slice(0, limit).map((row) => toWorkRow(index, describeWork(index, row))),
    total: rows.length,
  };
}

function toWorkRow(index: QueryIndex, row: WorkRow): AnswerRow {
  const { node, label, reason, status, first, last, citations } = row;
  const detail = [reason, describeVia(index, row), status, describeSpan(first, last)]
    .filter(Boolean)
    .join(" · ");
  return { nodes: [node], words: label, detail, citations };
}

/** "through KVM and Peter Maydell"; empty for what is said of the thing itself. */
export function describeVia(index: QueryIndex, { via }: Pick<WorkRow, "via">): string {
  return via.length > 0 ? `through ${joinWords(via.map((other) => labelOf(index, other)))}` : "";
}

/** Tells of what row nothing is said of the thing itself or a part of it, only of what it is part of. */
function createFarTest(index: QueryIndex, matter: string): (row: RankedWork) => boolean {
  const table = getFactTable(index);
  const wholes = new Set(findWholes(index, matter).map(({ node }) => table.ids.get(node)));
  return ({ contributions }) => contributions.every(({ edge }) => wholes.has(table.targets[edge]));
}

/** People before organisations, and work before mere talk, so that nobody who only spoke is taken for a worker. */
function toWorkersParts(
  index: QueryIndex,
  matter: string,
  rows: readonly RankedWork[],
  limit: number,
): FoundPart[] {
  const isFar = createFarTest(index, matter);
  const near = rows.filter((row) => !isFar(row));
  const workers = near.filter(({ role }) => role !== "spoke");
  const part = (title: string, listed: readonly RankedWork[]) => toWorkPart(index, title, listed, limit);
  return [
    part(
      "People who work on it or promised to",
      workers.filter(({ kind }) => kind === "person"),
    ),
    part(
      "Organisations that work on it",
      workers.filter(({ kind }) => kind === "organisation"),
    ),
    part(
      "Spoke about it",
      near.filter(({ role }) => role === "spoke"),
    ),
    part(
      "On what it is part of",
      rows.filter((row) => isFar(row)),
    ),
  ];
}

export const answerSoleWorkers: AnswerMaker = (index, { nodes: { matter, person }, kind, period }, limit) => {
  const among = kind === "organisation" ? "organisation" : "person";
  const chosen = {
    ...(matter !== undefined && { about: matter }),
    ...(person !== undefined && { by: person }),
  };
  const found = findSoleWorkers(index, { period, limit, among, ...chosen });
  const rows = found.map(({ topic, label, worker, workerLabel, work }): AnswerRow => ({
    nodes: [worker, topic],
    words: `${workerLabel} is the only one on ${label}`,
    detail: work.reason,
    citations: work.citations,
  }));
  if (matter === undefined)
    return [{ title: "The only one", rows, total: countSoleWorkers(index, { period, among, ...chosen }) }];
  if (rows.length > 0) return toPart("The only one", rows);
  return listWorkersInstead(index, { matter, note: "Nobody is the only one on it.", period }, limit);
};

export const answerWorkload: AnswerMaker = (index, { period }, limit) => {
  const rows = rankWorkload(index, { period, limit }).map(
    ({ person, label, topics, alone, openPromises }): AnswerRow => ({
      nodes: [person],
      words: label,
      detail: `on ${topics.length}, alone on ${alone.length} · open promises: ${openPromises}`,
      citations: [],
    }),
  );
  return [{ title: "Who carries the most", rows, total: countWorkers(index, period) }];
};

export const answerColleagues: AnswerMaker = (index, { nodes: { person = "" }, period }, limit) => {
  const found = findColleagues(index, person, period);
  const rows = found.slice(0, limit).map(({ person: other, label, shared, citations }): AnswerRow => ({
    nodes: [other, ...shared],
    words: label,
    detail: `both on ${nameSome(index, shared)}`,
    citations,
  }));
  return [{ title: "Work on the same", rows, total: found.length }];
};

/** So many names are enough to tell what two share. */
const MOST_SHARED = 8;

function nameSome(index: QueryIndex, nodes: readonly string[]): string {
  const names = nodes.slice(0, MOST_SHARED).map((node) => labelOf(index, node));
  const left = nodes.length - names.length;
  return joinWords(left > 0 ? [...names, `${left} more`] : names);
}

export const answerSharedWork: AnswerMaker = (index, { period }, limit) => {
  const rows = findSharedWork(index, { period, limit }).map(
    ({ first, second, firstLabel, secondLabel, shared, undiscussed }): AnswerRow => ({
      nodes: [first, second, ...shared],
      words: `${firstLabel} and ${secondLabel} both work on ${nameSome(index, shared)}`,
      detail:
        undiscussed.length > 0 ? `without both speaking about ${undiscussed.length} of ${shared.length}` : "",
      citations: [],
    }),
  );
  return [{ title: "Work together", rows, total: countSharedWork(index, period) }];
};
