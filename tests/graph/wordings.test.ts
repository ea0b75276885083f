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
    ["who talks about Quay", "who spoke about Quay"],
    ["who can I ask about Quay", "who works on Quay"],
    ["anyone from Nordkai on the call?", "who at Nordkai attended"],
    ["show me all promises of Ida", "what did Ida Holm promise"],
    ["what should Ida do next", "what did Ida Holm promise"],
    ["action items for Ida", "what did Ida Holm promise"],
    ["what is still open", "which promises are open"],
    ["which topics are blocked", "what is blocked"],
    ["what's in review", "what is in review"],
    ["what is finished", "what is done"],
    ["busiest person", "who carries the most"],
    ["how does Ida know Sydkai", "how are Ida Holm and Sydkai connected"],
    ["everything about Quay", "Quay"],
    ["WHO'S WORKING ON QUAY??", "who works on Quay"],
    ["can you tell me who works on Quay, please", "who works on Quay"],
    ["who is the expert on Quay", "who works on Quay"],
    ["experts for Quay", "who works on Quay"],
    ["who can help me with Quay", "who works on Quay"],
    ["who has experience with Quay", "who works on Quay"],
    ["is anybody working on Quay", "who works on Quay"],
    ["who fixed Quay", "who works on Quay"],
    ["Nordkai people working on Crane", "who at Nordkai works on Crane"],
    ["does Nordkai work on Crane", "does Nordkai work on Crane"],
    ["what is Ida doing on Crane", "does Ida Holm work on Crane"],
    ["Ida on Crane", "does Ida Holm work on Crane"],
    ["has Ida finished Crane?", "has Ida Holm done Crane"],
    ["did Ida promise Quay", "did Ida Holm promise to act on Quay"],
    ["what did Ida promise about Quay", "did Ida Holm promise to act on Quay"],
    ["open promises of Ida", "which promises of Ida Holm are open"],
    ["Ida's open action items", "which promises of Ida Holm are open"],
    ["how many promises are open", "which promises are open"],
    ["broken promises", "which promises were not kept"],
    ["which promises were kept", "which promises were kept"],
    ["what did Ida say about Crane", "what did Ida Holm say about Crane"],
    ["what did Ida say", "what did Ida Holm speak about"],
    ["what Ida is doing now", "what does Ida Holm do"],
    ["who is Ida's employer", "whom is Ida Holm with"],
    ["who employs Ida", "whom is Ida Holm with"],
    ["Nordkai staff", "who is with Nordkai"],
    ["who works with Ida", "who works with Ida Holm"],
    ["Ida's colleagues", "who works with Ida Holm"],
    ["bus factor", "who is the only one on what"],
    ["bus factor of Quay", "who is the only one on Quay"],
    ["what hangs on Ida", "what is Ida Holm the only one on"],
    ["is Crane done yet?", "what is the status of Crane"],
    ["Crane status", "what is the status of Crane"],
    ["how far along is Crane", "what is the status of Crane"],
    ["any news on Crane", "what is the status of Crane"],
    ["what do Ida and Per have in common", "how are Ida Holm and Per Lund connected"],
    ["Ida, Per", "how are Ida Holm and Per Lund connected"],
    ["was Per at the last meeting", "which meetings did Per Lund attend on 2019-06-04"],
    ["who was at the last meeting", "who attended on 2019-06-04"],
    ["what happened last time", "what changed on 2019-06-04"],
    ["what changed", "what changed since 2019-06-04"],
    ["what changed until May 2019", "what changed from 2019-05-07 to 2019-05-31"],
    ["list all topics", "which topics are there"],
    ["who left", "who left"],
    ["who is new", "who joined since 2019-06-04"],
    ["who moved last year", "who moved from 2018-01-01 to 2018-12-31"],
    ["who left Nordkai", "who left Nordkai"],
    ["which topics went quiet", "what went quiet"],
  ])("“%s” is read as “%s”", (text, reading) => {
    expect(ask(text).reading).toBe(`I read this as: ${reading}`);
  });

  test("takes an exact name of another kind before a guess of the kind that is asked for", () => {
    const alike = createQueryIndex(
      createTestGraph([
        {
          date: "2019-05-07",
          statements: [
            { from: "person:Ida Holm", relation: "affiliated_with", to: "organisation:Arc" },
            { from: "person:Per Lund", relation: "works_on", to: "topic:Arch bridge" },
          ],
        },
      ]),
    );
    expect(answerQuestion(alike, "who works on Arc").reading).toBe("I read this as: Arc");
    const { reading, notes } = answerQuestion(alike, "what is the status of Arc");
    expect(reading).toBe("I read this as: what is the status of Arch bridge");
    expect(notes).toContain("Arc itself is the name of an organisation");
  });

  test("says which words it passed over, and passes over none that turn the meaning", () => {
    expect(ask("who works on the old Crane stuff").notes).toEqual([
      "“old” is left out of this answer",
      "“stuff” is left out of this answer",
    ]);
    expect(ask("who works on Crane since yesterday").notes).toEqual([
      "“since yesterday” is left out of this answer",
    ]);
    expect(ask("who works on Crane and Quay").notes).toEqual(["“and Quay” is left out of this answer"]);
    for (const text of ["who works on all but Crane", "who works on no Crane", "why is Ida angry on Crane"])
      expect(ask(text).question).toBeUndefined();
  });

  test("names the others that are as near to a misspelt name", () => {
    const { notes } = ask("Quan");
    expect(notes).toEqual(["“Quay” is the nearest name"]);
    const twins = createQueryIndex(
      createTestGraph([
        {
          date: "2019-05-07",
          statements: [
            { from: "person:Ida Holm", relation: "works_on", to: "topic:Roof" },
            { from: "person:Ida Holm", relation: "works_on", to: "topic:Rood" },
          ],
        },
      ]),
    );
    expect(answerQuestion(twins, "Rook").notes.join()).toMatch(/Roof.*Rood|Rood.*Roof/);
  });

  test("tells what can be asked about the names that it knows in a question that it cannot read", () => {
    const { question, help } = ask("did Ida paint the fence");
    expect(question).toBeUndefined();
    expect(help).toContain("what does Ida Holm do");
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

  test("does not tell speaking as working", () => {
    const port = createQueryIndex(
      createTestGraph([
        {
          date: "2019-05-07",
          statements: [
            { from: "person:Ida Holm", relation: "works_on", to: "topic:Crane" },
            { from: "person:Ida Holm", relation: "discussed", to: "topic:Quay" },
            { from: "topic:Crane", relation: "part_of", to: "project:Port" },
            { from: "person:Per Lund", relation: "discussed", to: "project:Port" },
          ],
        },
      ]),
    );
    const parts = (text: string) =>
      answerQuestion(port, text).parts.map(({ title, rows }) => [title, rows.map(({ words }) => words)]);
    expect(parts("what does Ida do")).toEqual([
      ["Works on or promised to", ["Crane"]],
      ["Spoke about", ["Quay"]],
    ]);
    expect(parts("who works on Crane")).toEqual([
      ["People who work on it or promised to", ["Ida Holm"]],
      ["On what it is part of", ["Per Lund"]],
    ]);
    expect(parts("who spoke about Crane")).toEqual([]);
  });

  test("shows where something came up that nobody works on", () => {
    const silent = createQueryIndex(
      createTestGraph([
        {
          date: "2019-05-07",
          statements: [
            { from: "person:Ida Holm", relation: "works_on", to: "topic:Crane", modality: "negated" },
          ],
        },
      ]),
    );
    const { notes, parts } = answerQuestion(silent, "who works on Crane");
    expect(notes).toEqual(["The minutes do not say who works on it; this is where it came up."]);
    expect(parts.map(({ rows }) => rows.map(({ words }) => words))).toEqual([["Call"]]);
  });

  test("about colleagues tells who works on the same, and on what", () => {
    expect(ask("who works with Ida").parts[0]?.rows.map(({ words, detail }) => [words, detail])).toEqual([
      ["Per Lund", "both on Quay"],
    ]);
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
