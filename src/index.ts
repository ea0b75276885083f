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
export type { Answer, AnswerPart, AnswerRow } from "./graph/answer-question.ts";
export { appendGraph } from "./graph/append-graph.ts";
export { computeChanges } from "./graph/changes.ts";
export { describeCommunities, findBridges } from "./graph/communities.ts";
export { createMinutesGraph, serializeMinutesGraph } from "./graph/create-minutes-graph.ts";
export { findConnection } from "./graph/find-path.ts";
export { findPromises } from "./graph/promises.ts";
export { createQueryIndex } from "./graph/query-index.ts";
export { findSharedWork } from "./graph/shared-work.ts";
export { findStatusHistory } from "./graph/status.ts";
export { suggestQuestions } from "./graph/suggest-questions.ts";
export { computeTimeline } from "./graph/timeline.ts";
export { findWhatDoes } from "./graph/what-does.ts";
export { findWhoWorksOn } from "./graph/who-works-on.ts";
export { findSoleWorkers, listWorkers, rankWorkload } from "./graph/workload.ts";
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
