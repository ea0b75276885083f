import { answerQuestion } from "../../src/graph/answer-question.ts";
import { createMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import { prepareAnswers } from "../../src/graph/prepare-answers.ts";
import { createQueryIndex } from "../../src/graph/query-index.ts";
import { QUESTION_FORMS } from "../../src/graph/question-forms.ts";
import { suggestQuestions } from "../../src/graph/suggest-questions.ts";
import type { Benchmark } from "./benchmark.ts";
import { createWorkGraph } from "./create-work-graph.ts";

const EDGES = 100_000;
const graph = createMinutesGraph(createWorkGraph(EDGES));
const index = createQueryIndex(graph);
/** Nodes without an edge, so that a way to one is looked for among what sentences name. */
const alone = graph.filterNodes((node, { kind }) => kind === "topic" && graph.degree(node) === 0);

/** Names that come up hundreds of times, and names that hardly do. */
const NAMES: readonly Readonly<Record<string, string>>[] = [
  {
    matter: "Topic 0",
    actor: "Person 0",
    person: "Person 0",
    organisation: "Company 0",
    meeting: "Meeting 0",
    any: "Person 0",
    other: "Topic 1",
  },
  {
    matter: "Topic 9007",
    actor: "Company 250",
    person: "Person 9345",
    organisation: "Company 250",
    meeting: "Meeting 80",
    any: "Person 9345",
    other: "Topic 12345",
  },
];

/** Every form of question about often and seldom named nodes, and wordings that cost more than others. */
const QUESTIONS = new Set([
  ...NAMES.flatMap((names) =>
    QUESTION_FORMS.map(({ words }) => words.replace(/\{(\w+)\}/g, (_, slot: string) => names[slot] ?? slot)),
  ),
  "what changed since 2012",
  "what changed since last meeting",
  "who promised what since 2015",
  "who carries the most since 2015",
  "who works on Topci 9007",
  "Topic 0 since 2015",
  "Project 0",
  "Company 0",
  "Person 9345 and Person 11999",
  `Person 0 and ${graph.getNodeAttribute(alone[0], "label")}`,
  "why is the sky blue",
]);

export const benchmarks: Benchmark[] = [
  {
    name: `prepare a graph of ${EDGES} edges for questions, once`,
    ours: () => prepareAnswers(createQueryIndex(graph)),
    ofProcessor: true,
    atMost: 4000,
    runs: 3,
  },
  ...[...QUESTIONS].map((question): Benchmark => ({
    name: `answer “${question}” on ${EDGES} edges`,
    ours: () => answerQuestion(index, question),
    ofProcessor: true,
    atMost: 50,
    runs: 9,
  })),
  {
    name: `suggest questions for “who works on topic 150” on ${EDGES} edges`,
    ours: () => suggestQuestions(index, "who works on topic 150"),
    ofProcessor: true,
    atMost: 50,
  },
];
