import { type AnswerMaker, type AnswerRow, type FoundPart, labelOf } from "./answer-part.ts";
import { joinWords } from "./communities.ts";
import { type Commitment, findPromises } from "./promises.ts";
import type { QueryIndex } from "./query-index.ts";

export const answerPromises: AnswerMaker = (index, { nodes, promises: states, period }, limit) => {
  const { actor, matter, organisation = actor } = nodes;
  const found = findPromises(index, {
    period,
    ...(organisation !== undefined && { by: [organisation] }),
    ...(matter !== undefined && { about: [matter] }),
    ...(states && { states }),
  });
  return toPromiseParts(index, found, limit);
};

/** Open promises, and those that a later meeting settled. */
export function toPromiseParts(
  index: QueryIndex,
  promises: readonly Commitment[],
  limit: number,
): FoundPart[] {
  const toPart = (title: string, listed: readonly Commitment[]): FoundPart => ({
    title,
    rows: listed.slice(0, limit).map((promise) => toRow(index, promise)),
    total: listed.length,
  });
  return [
    toPart(
      "Open promises",
      promises.filter(({ state }) => state === "open"),
    ),
    toPart(
      "Settled promises",
      promises.filter(({ state }) => state !== "open"),
    ),
  ];
}

function toRow(index: QueryIndex, { by, about, date, state, citation, settledBy }: Commitment): AnswerRow {
  const matters = joinWords(about.map((node) => labelOf(index, node)));
  return {
    nodes: [by, ...about],
    words: `${labelOf(index, by)} promised to act on ${matters}`,
    detail: [settledBy ? `${state} on ${settledBy.date}` : state, date].filter(Boolean).join(" · "),
    citations: settledBy ? [citation, settledBy] : [citation],
  };
}
