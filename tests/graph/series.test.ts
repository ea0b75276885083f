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

  it("says in words who is with a company now", () => {
    for (const { person, to } of truth.moves) {
      const { parts } = answerQuestion(index, `where does ${person} work`);
      expect(parts[0]?.rows[0]?.words).toBe(to);
    }
  });
});
