import { distance } from "fastest-levenshtein";
import { beforeAll, describe, expect, it } from "vitest";
import { type Answer, answerQuestion, type AnswerRow } from "../../src/graph/answer-question.ts";
import type { QueryIndex } from "../../src/graph/query-index.ts";
import { readQuestion } from "../../src/graph/read-question.ts";
import { suggestQuestions } from "../../src/graph/suggest-questions.ts";
import { buildKvmIndex } from "./build-kvm-graph.ts";
import { type ExpectedAnswer, KVM_QUESTIONS } from "./kvm-questions.ts";

let index: QueryIndex;
beforeAll(async () => {
  index = await buildKvmIndex();
});

const rowsOf = ({ parts }: Answer): AnswerRow[] => parts.flatMap(({ rows }) => rows);
const labelsOf = ({ nodes }: AnswerRow): string[] =>
  nodes.map((node) => index.graph.getNodeAttribute(node, "label"));

/** A reader names a topic a little longer or shorter than the minutes do, and does not misspell it as they do. */
function isSameName(label: string, name: string): boolean {
  const [a, b] = [label.toLowerCase(), name.toLowerCase()];
  return a.startsWith(b) || b.startsWith(a) || distance(a, b) <= 1;
}

function checkAnswer({ question, names, match, quote, never = [] }: ExpectedAnswer): void {
  const rows = rowsOf(answerQuestion(index, question));
  const all = rows.map(labelsOf);
  const has = (labels: readonly string[], name: string) => labels.some((label) => isSameName(label, name));
  const counted = match === "first" ? all.slice(0, names.length) : all;
  expect(names.filter((name) => !has(counted.flat(), name))).toEqual([]);
  expect(never.filter((name) => has(all.flat(), name))).toEqual([]);
  const others = all.filter((row) => !names.some((name) => has(row, name)));
  expect(match === "only" ? others : []).toEqual([]);
  const said = rows.filter((row) => has(labelsOf(row), names[0] ?? "")).flatMap((row) => row.citations);
  expect(said.map(({ evidence }) => evidence.quote).join("\n")).toContain(quote);
}

describe("the questions to the minutes of the KVM call", () => {
  const known = KVM_QUESTIONS.filter(({ knownFailure }) => knownFailure !== undefined);
  it.each(KVM_QUESTIONS.filter((expected) => !known.includes(expected)))("$question", checkAnswer);
  it.fails.each(known)("$question (not yet: $knownFailure)", checkAnswer);

  it("shows of every sentence exactly what stands in the document", () => {
    for (const { question } of KVM_QUESTIONS) {
      for (const { evidence } of rowsOf(answerQuestion(index, question)).flatMap(
        ({ citations }) => citations,
      )) {
        const { text } = index.graph.getAttribute("documents")[evidence.document] ?? { text: "" };
        expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
      }
    }
  });
});

describe("reading a question", () => {
  it("says what it read, with the names of the graph", () => {
    expect(answerQuestion(index, "WHO is working on gicv3 ??").reading).toBe(
      "I read this as: who works on GICv3",
    );
  });

  it("answers what it cannot read with what can be asked, and never with rows", () => {
    const answer = answerQuestion(index, "why is the sky blue");
    expect(answer.question).toBeUndefined();
    expect(answer.parts).toEqual([]);
    expect(answer.help).toContain("who works on TOPIC");
  });

  it("names the word that no name is like", () => {
    expect(answerQuestion(index, "who works on Zeppelins").reading).toBe(
      "No name in these minutes is like “Zeppelins”.",
    );
  });

  it("says that the minutes say nothing, rather than less", () => {
    const answer = answerQuestion(index, "VFIO before 2013");
    expect(answer.question?.period).toEqual({ until: "2012-12-31" });
    expect(answer.help).toEqual(["The minutes say nothing about that."]);
  });

  it.each([
    ["GICv3 since 2013", { since: "2013-01-01" }],
    ["GICv3 after 2013", { since: "2014-01-01" }],
    ["GICv3 in Feb 2012", { since: "2012-02-01", until: "2012-02-29" }],
    ["GICv3 until 2013-12", { until: "2013-12-31" }],
    ["GICv3 from 2012 to 2013-06-05", { since: "2012-01-01", until: "2013-06-05" }],
    ["GICv3 since last meeting", { since: "2013-12-03" }],
  ])("reads the time of “%s”", (text, period) => {
    expect(readQuestion(index, text).question?.period).toEqual(period);
  });

  it("does not read a day that does not exist as a time", () => {
    expect(readQuestion(index, "GICv3 since 2013-02-30").question).toBeUndefined();
  });

  it.each(["", "?", "   ", "who", "and", "{any}", "(((((", "a ".repeat(5000), "who works on ".repeat(500)])(
    "never fails on hostile text",
    (text) => {
      expect(answerQuestion(index, text).reading).not.toBe("");
    },
  );

  it("suggests only questions that it can read", () => {
    for (const typed of ["", "who", "who works on g", "what does m", "GIC", "Linaro", "how"]) {
      const suggested = suggestQuestions(index, typed);
      expect(suggested.length).toBeGreaterThan(0);
      for (const question of suggested) expect(readQuestion(index, question).question).toBeDefined();
    }
  });

  it("completes a name that has been begun", () => {
    expect(suggestQuestions(index, "who works on gicv")).toContain("who works on GICv3");
  });
});
