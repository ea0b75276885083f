import { findAffiliations, findOrganisationsAt } from "./affiliations.ts";
import { type AnswerMaker, type AnswerRow, listEnds, toPart } from "./answer-part.ts";
import { listCitations } from "./citation.ts";
import { isInPeriod } from "./period.ts";

export const answerAttendees: AnswerMaker = (
  index,
  { nodes: { meeting: asked, organisation }, period },
  limit,
) => {
  const meetings = index.meetings.filter(
    ({ node, date }) => (asked === undefined || asked === node) && isInPeriod(date, period),
  );
  return meetings.map(({ node, label, date }) => {
    const isOfIt = (person: string): boolean =>
      organisation === undefined ||
      findOrganisationsAt(findAffiliations(index, person), date).includes(organisation);
    return {
      title: [label, date].filter(Boolean).join(", "),
      ...listEnds(index, { node, relation: "attended", end: "source", accepts: isOfIt }, limit),
    };
  });
};

export const answerMeetings: AnswerMaker = (index, { nodes: { matter, person }, period }) => {
  const rows = index.meetings.flatMap(({ node, label, date }): AnswerRow[] => {
    if (!isInPeriod(date, period)) return [];
    const edge = matter === undefined ? person && `${person}|attended|${node}` : `${node}|covered|${matter}`;
    if (edge !== undefined && !index.graph.hasEdge(edge)) return [];
    const citations = edge === undefined ? [] : listCitations(index, edge);
    return [{ nodes: [node], words: label, detail: date, citations: [...citations] }];
  });
  return toPart("Meetings", rows);
};
