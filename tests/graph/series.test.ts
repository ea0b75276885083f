import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../src/graph/answer-question.ts";
import { computeChanges } from "../../src/graph/changes.ts";
import { findPromises } from "../../src/graph/promises.ts";
import { createQueryIndex } from "../../src/graph/query-index.ts";
import { computeTimeline } from "../../src/graph/timeline.ts";
import { findWhoWorksOn } from "../../src/graph/who-works-on.ts";
import { createTestGraph, keyOf } from "./create-test-graph.ts";
import { dateOf, generateSeries, MEETINGS } from "./generate-series.ts";

describe.each([1, 2, 3, 4, 5])("24 meetings whose truth is known (seed %i)", (seed) => {
  const { meetings, truth } = generateSeries(seed);
  const index = createQueryIndex(createTestGraph(meetings));
  const label = (node: string) => index.graph.getNodeAttribute(node, "label");

  it("ranks whoever works on a topic before whoever only spoke, and names nobody else", () => {
    for (const [topic, { owner, speaker }] of truth.owners) {
      const rows = findWhoWorksOn(index, keyOf(`topic:${topic}`), { kinds: ["person"] });
      expect(rows.map((row) => row.label)).toEqual([owner, speaker]);
    }
  });

  it("counts work for the company that they were with when it was said", () => {
    for (const { person, from, at } of truth.moves) {
      const until = dateOf(at - 1);
      const rows = findWhoWorksOn(index, keyOf("topic:Roof"), {
        period: { until },
        at: keyOf(`organisation:${from}`),
      });
      const { owner, speaker } = truth.owners.get("Roof") ?? { owner: "", speaker: "" };
      const starts = (truth.stretches.get("Roof")?.[0]?.from ?? MEETINGS) < at;
      expect(rows.some((row) => row.label === person)).toBe(starts && [owner, speaker].includes(person));
    }
  });

  it("tells kept promises from open ones, and when they were kept", () => {
    const told = findPromises(index).map(({ by, about, date, state, settledBy }) => {
      return [label(by), about.map(label), date, state, settledBy?.date];
    });
    const expected = truth.promises.map(({ person, topic, at, keptAt }) => [
      person,
      [topic],
      dateOf(at),
      keptAt === undefined ? "open" : "kept",
      keptAt === undefined ? undefined : dateOf(keptAt),
    ]);
    expect(new Set(told.map((row) => JSON.stringify(row)))).toEqual(
      new Set(expected.map((row) => JSON.stringify(row))),
    );
    const states = told.map(([, , , state]) => state);
    const open = states.filter((state) => state === "open");
    expect(states.slice(0, open.length)).toEqual(open);
  });

  it("tells when topics appear, go quiet and come back", () => {
    const { rows } = computeTimeline(index, { kinds: ["topic"] });
    const told = new Map(
      rows.map((row) => [row.label, row.events.map(({ kind, date }) => `${kind} ${date}`)]),
    );
    for (const [topic, stretches] of truth.stretches) {
      const expected = stretches.flatMap(({ from, to }, order) => [
        `${order === 0 ? "appears" : "comes back"} ${dateOf(from)}`,
        ...(MEETINGS - to > 3 ? [`goes quiet ${dateOf(to)}`] : []),
      ]);
      expect(told.get(topic)).toEqual(expected);
    }
  });

  it("finds each move between companies at its meeting, and none at another", () => {
    const told = Array.from(
      { length: MEETINGS - 1 },
      (_, before) => computeChanges(index, { after: dateOf(before), until: dateOf(before + 1) }).changes,
    ).flat();
    const moves = told.filter(({ kind }) => kind === "moved").map(({ words, date }) => `${date} ${words}`);
    const expected = truth.moves.map(
      ({ person, from, to, at }) => `${dateOf(at)} ${person} is with ${to}, before with ${from}`,
    );
    expect(moves.toSorted()).toEqual(expected.toSorted());
  });

  it("says in words who moved, and who left or joined a company", () => {
    const words = (question: string) =>
      answerQuestion(index, question).parts.flatMap(({ rows }) =>
        rows.map((row) => `${row.detail} ${row.words}`),
      );
    const tell = (moves: typeof truth.moves) =>
      moves.map(
        ({ person, from, to, at }) => `${dateOf(at)} ${person} is with ${to} and no longer with ${from}`,
      );
    expect(words("who moved").toSorted()).toEqual(tell(truth.moves).toSorted());
    for (const organisation of new Set(truth.moves.flatMap(({ from, to }) => [from, to]))) {
      expect(words(`who left ${organisation}`).toSorted()).toEqual(
        tell(truth.moves.filter(({ from }) => from === organisation)).toSorted(),
      );
      expect(words(`who joined ${organisation}`).toSorted()).toEqual(
        tell(truth.moves.filter(({ to }) => to === organisation)).toSorted(),
      );
    }
  });

  it("counts a promise for the company that they were with when they gave it, and for no other", () => {
    for (const organisation of new Set(truth.moves.flatMap(({ from, to }) => [from, to]))) {
      const expected = truth.promises.flatMap(({ person, topic, at }) => {
        const move = truth.moves.find((one) => one.person === person);
        return move && (at < move.at ? move.from : move.to) === organisation ? [`${person} ${topic}`] : [];
      });
      const told = findPromises(index, { by: [keyOf(`organisation:${organisation}`)] });
      expect(told.map(({ by, about }) => `${label(by)} ${about.map(label).join()}`).toSorted()).toEqual(
        expected.toSorted(),
      );
    }
  });

  it("answers which promises are open, and which were kept", () => {
    for (const [question, isKept] of [
      ["open promises", false],
      ["which promises were kept", true],
    ] as const) {
      const expected = truth.promises.filter(({ keptAt }) => (keptAt !== undefined) === isKept);
      const rows = answerQuestion(index, question).parts.flatMap((part) => part.rows);
      expect(rows.map(({ words }) => words).toSorted()).toEqual(
        expected.map(({ person, topic }) => `${person} promised to act on ${topic}`).toSorted(),
      );
    }
  });

  it("answers which topics went quiet and which came back, each with a sentence of that day", () => {
    const told = (question: string) => {
      const rows = answerQuestion(index, question).parts.flatMap((part) => part.rows);
      for (const { nodes, detail, citations } of rows) {
        expect(citations[0]?.date).toBe(detail);
        expect([citations[0]?.source, citations[0]?.target]).toContain(nodes[0]);
      }
      return rows.map(({ nodes: [node = ""], detail }) => `${label(node)} ${detail}`).toSorted();
    };
    const stretches = [...truth.stretches];
    const quiet = stretches.map(([topic, own]) => [topic, own.at(-1)?.to ?? 0] as const);
    expect(told("what went quiet")).toEqual(
      quiet
        .filter(([, to]) => MEETINGS - to > 3)
        .map(([topic, to]) => `${topic} ${dateOf(to)}`)
        .toSorted(),
    );
    expect(told("what came back")).toEqual(
      stretches.flatMap(([topic, [, again]]) => (again ? [`${topic} ${dateOf(again.from)}`] : [])).toSorted(),
    );
  });

  it("shows the sentences of every meeting at which a topic came up", () => {
    for (const [topic, stretches] of truth.stretches) {
      const { parts } = answerQuestion(index, `when did ${topic} come up`);
      const dates = stretches.flatMap(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, place) => dateOf(from + place)),
      );
      expect(parts[0]?.rows.map(({ citations: [citation] }) => citation?.date)).toEqual(dates);
    }
  });

  it("says in words who is with a company now", () => {
    for (const { person, to } of truth.moves) {
      const { parts } = answerQuestion(index, `where does ${person} work`);
      expect(parts[0]?.rows[0]?.words).toBe(to);
    }
  });
});
