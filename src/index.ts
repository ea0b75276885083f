/** The package's public interface: minutes in, a graph out, questions to it, and files for other programs. */
export { buildGraph } from "./build-graph.ts";
export type { BuildOptions, BuildResult, SourceFile } from "./build-graph.ts";
export { defaultGazetteer } from "./default-gazetteer.ts";
export { NO_CORRECTIONS, parseCorrections, parseGazetteer } from "./extract/gazetteer.ts";
export { createGraphSource } from "./formats/graph-source.ts";
export { readGraph } from "./formats/read-graph.ts";
export { generateGexf, writeGexf } from "./formats/write-gexf.ts";
export { generateJson, writeJson } from "./formats/write-json.ts";
export { answerQuestion } from "./graph/answer-question.ts";
export type { Answer, AnswerOptions, AnswerPart, AnswerRow } from "./graph/answer-question.ts";
export { appendGraph } from "./graph/append-graph.ts";
export { computeChanges } from "./graph/changes.ts";
export type { Change, ChangeKind, ChangeRange, Changes } from "./graph/changes.ts";
export type { Citation } from "./graph/citation.ts";
export { findColleagues } from "./graph/colleagues.ts";
export type { Colleague } from "./graph/colleagues.ts";
export { describeCommunities, findBridges } from "./graph/communities.ts";
export { createMinutesGraph, serializeMinutesGraph } from "./graph/create-minutes-graph.ts";
export { findConnection } from "./graph/find-path.ts";
export type { Connection, Path, PathStep } from "./graph/find-path.ts";
export { findMoves } from "./graph/moves.ts";
export type { Move, MoveOptions } from "./graph/moves.ts";
export type { Period } from "./graph/period.ts";
export { findPromises } from "./graph/promises.ts";
export type { Commitment, PromiseOptions, PromiseState } from "./graph/promises.ts";
export { createQueryIndex } from "./graph/query-index.ts";
export type { Meeting } from "./graph/list-meetings.ts";
export type { QueryIndex } from "./graph/query-index.ts";
export type { Question } from "./graph/read-question.ts";
export { findSharedWork } from "./graph/shared-work.ts";
export type { SharedWork } from "./graph/shared-work.ts";
export { findStatusHistory } from "./graph/status.ts";
export type { StatusChange } from "./graph/status.ts";
export { suggestQuestions } from "./graph/suggest-questions.ts";
export { computeTimeline } from "./graph/timeline.ts";
export type { Timeline, TimelineOptions, TimelineRow } from "./graph/timeline.ts";
export { findWhatDoes } from "./graph/what-does.ts";
export type { WhatOptions } from "./graph/what-does.ts";
export { findWhoWorksOn } from "./graph/who-works-on.ts";
export type { WhoOptions } from "./graph/who-works-on.ts";
export type { WorkRow } from "./graph/work-table.ts";
export { findSoleWorkers, listWorkers, rankWorkload } from "./graph/workload.ts";
export type { SoleWorker, SoleWorkerOptions, Workload, WorkloadOptions } from "./graph/workload.ts";
export type { Diagnostic } from "./model/diagnostic.ts";
export type { Corrections, Gazetteer, GazetteerEntry } from "./model/gazetteer.ts";
export type {
  EdgeAttributes,
  Evidence,
  GraphAttributes,
  GraphDocument,
  MinutesGraph,
  NodeAttributes,
  SerializedMinutesGraph,
} from "./model/graph-attributes.ts";
