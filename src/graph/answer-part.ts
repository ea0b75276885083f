import { type Citation, listCitations } from "./citation.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import type { EdgeAttributes } from "../model/graph-attributes.ts";
import type { Relation } from "../model/schema.ts";
import { pickFirst } from "./pick-first.ts";
import type { QueryIndex } from "./query-index.ts";
import type { Question } from "./read-question.ts";

/** One line of an answer. */
export interface AnswerRow {
  /** The nodes that it is about, the main one first. */
  nodes: string[];
  words: string;
  /** Why it stands there: counts, a date, a state; may be empty. */
  detail: string;
  /** The sentences that say it; empty for what is counted or not said at all. */
  citations: Citation[];
}

export interface AnswerPart {
  title: string;
  /** The first rows, as many as were wished for. */
  rows: AnswerRow[];
  /** How many rows there are in all. */
  total: number;
}

/** A part before its rows are counted and cut. */
export interface FoundPart {
  title: string;
  rows: AnswerRow[];
  /** Where there are more than `rows`. */
  total?: number;
  /** What is to be known before it is read. */
  note?: string;
}

/** Answers questions of one kind. @param limit how many rows of each part are wished for */
export type AnswerMaker = (index: QueryIndex, question: Question, limit: number) => FoundPart[];

export function toPart(title: string, rows: AnswerRow[]): FoundPart[] {
  return [{ title, rows }];
}

export function labelOf({ graph }: QueryIndex, node: string): string {
  return graph.getNodeAttribute(node, "label");
}

/** "2013-12-03", or "2013-12-03 to 2014-01-07". */
export function describeSpan(first: string, last: string): string {
  return first === last ? first : `${first} to ${last}`;
}

export interface Ends {
  node: string;
  relation: Relation;
  end: "source" | "target";
  /** Which of them; all where absent. */
  accepts?: (other: string) => boolean;
}

/** The nodes at the other end of a node's edges of one relation, by name, each with its sentences. */
export function listEnds(
  index: QueryIndex,
  { node, relation, end, accepts }: Ends,
  limit: number,
): { rows: AnswerRow[]; total: number } {
  const { graph } = index;
  const found: { edge: string; other: string; words: string }[] = [];
  const visit = (edge: string, attributes: EdgeAttributes, source: string, target: string): void => {
    const other = end === "source" ? source : target;
    if (attributes.relation === relation && (!accepts || accepts(other)))
      found.push({ edge, other, words: labelOf(index, other) });
  };
  if (end === "source") graph.forEachInEdge(node, visit);
  else graph.forEachOutEdge(node, visit);
  const first = pickFirst(found, limit, (a, b) => compareCodeUnits(a.words, b.words));
  const rows = first.map(({ edge, other, words }): AnswerRow => ({
    nodes: [other],
    words,
    detail: "",
    citations: [...listCitations(index, edge)],
  }));
  return { rows, total: found.length };
}
