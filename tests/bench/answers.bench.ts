import { answerQuestion } from "../../src/graph/answer-question.ts";
import { createMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import { createQueryIndex } from "../../src/graph/query-index.ts";
import { suggestQuestions } from "../../src/graph/suggest-questions.ts";
import type { Benchmark } from "./benchmark.ts";
import { createRandomGraph } from "./create-random-graph.ts";

const NODES = 30_000;
const index = createQueryIndex(createMinutesGraph(createRandomGraph(NODES, 100_000)));
const [person, other, topic] = ["Person 12", "Person 345", `Topic ${NODES / 2 + 7}`];

/** Questions that name what they are about. */
const NAMED = [
  topic,
  `who works on ${topic}`,
  `who works on ${topic.replace("Topic", "Topci")}`,
  `what does ${person} do`,
  `what did ${person} promise`,
  `${topic} since 2015`,
  `when did ${topic} come up`,
  "why is the sky blue",
];

/** Questions that weigh every sentence of the graph, and how many passes over them each may cost. */
const WHOLE: readonly (readonly [question: string, passes: number])[] = [
  ["who promised what", 6],
  [`${person} and ${other}`, 25],
  ["who is the only one on what", 25],
  ["who carries the most", 60],
  ["which organisations work together", 80],
  ["what changed since last meeting", 90],
];

/** What an answer from the whole graph costs at least: one look at each sentence. */
function passOverEdges(): number {
  let count = 0;
  index.graph.forEachEdge((_, { evidence }) => {
    for (const { document } of evidence) if (index.dates.get(document)) count += 1;
  });
  return count;
}

const named = NAMED.map((question): Benchmark => ({
  name: `answer “${question}” on 100,000 edges`,
  ours: () => answerQuestion(index, question),
  atMost: 50,
}));
const whole = WHOLE.map(([question, atMost]): Benchmark => ({
  name: `answer “${question}” on 100,000 edges, against one pass over them`,
  ours: () => answerQuestion(index, question),
  floor: passOverEdges,
  atMost,
}));

export const benchmarks: Benchmark[] = [
  ...named,
  {
    name: "suggest questions for “who works on topic 150” among 30,000 names, against one pass over the edges",
    ours: () => suggestQuestions(index, "who works on topic 150"),
    floor: passOverEdges,
    atMost: 8,
  },
  ...whole,
];
