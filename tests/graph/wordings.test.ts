import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/graph/answer-question.ts";
import { createQueryIndex } from "../../src/graph/query-index.ts";
import { createTestGraph, type TestMeeting } from "./create-test-graph.ts";

const MEETINGS: TestMeeting[] = [
  {
    date: "2019-05-07",
    statements: [
      { from: "person:Ida Holm", relation: "attended", to: "meeting:2019-05-07 Call" },
      { from: "person:Per Lund", relation: "attended", to: "meeting:2019-05-07 Call" },
      { from: "person:Ida Holm", relation: "affiliated_with", to: "organisation:Nordkai" },
      { from: "person:Per Lund", relation: "affiliated_with", to: "organisation:Sydkai" },
      { from: "person:Ida Holm", relation: "works_on", to: "topic:Crane", status: "blocked" },
      { from: "person:Per Lund", relation: "works_on", to: "topic:Quay", status: "in review" },
      { from: "person:Ida Holm", relation: "committed_to", to: "topic:Quay", modality: "planned" },
    ],
  },
  {
    date: "2019-06-04",
    statements: [
      { from: "person:Ida Holm", relation: "attended", to: "meeting:2019-06-04 Call" },
      { from: "person:Ida Holm", relation: "works_on", to: "topic:Crane", status: "done" },
    ],
  },
];
const index = createQueryIndex(createTestGraph(MEETINGS));
const ask = (text: string, options = {}) => answerQuestion(index, text, options);

describe("a question in other words", () => {
  test.each([
    ["whats Ida doing", "what does Ida Holm do"],
    ["what's Ida Holm up to?", "what does Ida Holm do"],
    ["does Ida work on Crane", "does Ida Holm work on Crane"],
    ["which companies work on Quay", "which organisations work on Quay"],
    ["who talks about Quay", "who works on Quay"],
    ["who can I ask about Quay", "who works on Quay"],
    ["anyone from Nordkai on the call?", "who at Nordkai attended"],
    ["show me all promises of Ida", "what did Ida Holm promise"],
    ["what should Ida do next", "what did Ida Holm promise"],
    ["action items for Ida", "what did Ida Holm promise"],
    ["what is still open", "who promised what"],
    ["which topics are blocked", "what is blocked"],
    ["what's in review", "what is in review"],
    ["what is finished", "what is done"],
    ["busiest person", "who carries the most"],
    ["how does Ida know Sydkai", "how are Ida Holm and Sydkai connected"],
    ["everything about Quay", "Quay"],
  ])("“%s” is read as “%s”", (text, reading) => {
    expect(ask(text).reading).toBe(`I read this as: ${reading}`);
  });

  test("about a state tells what stands so by the latest word, not what once did", () => {
    expect(ask("what is done").parts[0]?.rows.map(({ words }) => words)).toEqual(["Crane"]);
    expect(ask("what is blocked").parts).toEqual([]);
    expect(ask("what is blocked until 2019-05-31").parts[0]?.rows.map(({ words }) => words)).toEqual([
      "Crane",
    ]);
  });

  test("about one person's work has no row of anybody else, and none where they do not work on it", () => {
    const words = (text: string) => ask(text).parts.flatMap(({ rows }) => rows.map((row) => row.words));
    expect(words("does Per work on Quay")).toEqual(["Per Lund"]);
    expect(words("does Per work on Crane")).toEqual([]);
  });

  test("about organisations lists no people, and about an organisation's people nobody else's", () => {
    const rows = ask("which organisations work on Quay").parts.flatMap((part) => part.rows);
    expect(rows.map(({ words }) => words).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      "Nordkai",
      "Sydkai",
    ]);
    const [first] = ask("who at Sydkai attended").parts;
    expect(first?.rows.map(({ words }) => words)).toEqual(["Per Lund"]);
  });

  test("keeps to the time that is chosen besides the one that is asked for", () => {
    const within = { until: "2019-05-31" };
    expect(ask("what is done", { within }).parts).toEqual([]);
    expect(ask("Crane since 2019-06-01", { within }).parts).toEqual([]);
    expect(ask("who works on Crane", { within }).parts.length).toBeGreaterThan(0);
  });
});
