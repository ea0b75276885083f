import { describe, expect, test } from "vitest";
import { findDays, getFactTable } from "../../src/graph/fact-table.ts";
import { findConnection } from "../../src/graph/find-path.ts";
import { pickFirst } from "../../src/graph/pick-first.ts";
import { createQueryIndex } from "../../src/graph/query-index.ts";
import { findSoleWorkers, rankWorkload } from "../../src/graph/workload.ts";
import { findSharedWork } from "../../src/graph/shared-work.ts";
import { answerQuestion } from "../../src/graph/answer-question.ts";
import { computeChanges } from "../../src/graph/changes.ts";
import { createMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import { createWorkGraph } from "../bench/create-work-graph.ts";

const index = createQueryIndex(createMinutesGraph(createWorkGraph(2000)));
const table = getFactTable(index);

describe("the first of an order", () => {
  const numbers = [5, 3, 9, 3, 1, 7];
  test("is what sorting would give, also beyond the end and at none", () => {
    const sorted = numbers.toSorted((a, b) => a - b);
    for (const count of [0, 1, 3, 6, 10, Infinity])
      expect(pickFirst(numbers, count, (a, b) => a - b)).toEqual(sorted.slice(0, count));
  });
  test("keeps equals in the order that they came in", () => {
    const items = ["b1", "a1", "b2", "a2"];
    expect(
      pickFirst(items, 3, (a, b) => (a.charAt(0) < b.charAt(0) ? -1 : a.charAt(0) > b.charAt(0) ? 1 : 0)),
    ).toEqual(["a1", "a2", "b1"]);
  });
});

describe("the table of facts", () => {
  test("says of every edge what the graph says", () => {
    expect(table.edges.length).toBe(index.graph.size);
    for (const [edge, key] of table.edges.entries()) {
      expect(table.nodes[table.sources[edge] ?? -1]).toBe(index.graph.source(key));
      expect(table.nodes[table.targets[edge] ?? -1]).toBe(index.graph.target(key));
      const { evidence } = index.graph.getEdgeAttributes(key);
      expect((table.facts[edge + 1] ?? 0) - (table.facts[edge] ?? 0)).toBe(evidence.length);
      for (const [place, piece] of evidence.entries()) {
        const sentence = table.sentences[(table.facts[edge] ?? 0) + place] ?? -1;
        expect([table.starts[sentence], table.ends[sentence]]).toEqual([piece.start, piece.end]);
        expect(table.documents[table.places[sentence] ?? -1]).toBe(piece.document);
      }
    }
  });
  test("has the edges of each node together, in and out", () => {
    for (const [id, node] of table.nodes.entries()) {
      const out = table.edges.slice(table.outgoing[id], table.outgoing[id + 1]);
      const into = table.incomingEdges.slice(table.incoming[id], table.incoming[id + 1]);
      expect(out.toSorted()).toEqual(index.graph.outEdges(node).sort());
      expect(new Set(Array.from(into, (edge) => table.edges[edge]))).toEqual(
        new Set(index.graph.inEdges(node)),
      );
    }
  });
  test("counts both ends of a period, and an end that is no meeting's day", () => {
    const [first = "", second = "", third = ""] = table.dates;
    expect(findDays(table, {})).toEqual({ from: 0, to: table.dates.length });
    expect(findDays(table, { since: second, until: third })).toEqual({ from: 1, to: 3 });
    expect(findDays(table, { until: first })).toEqual({ from: 0, to: 1 });
    expect(findDays(table, { since: "9999-01-01" })).toEqual({
      from: table.dates.length,
      to: table.dates.length,
    });
  });
});

describe("a limit", () => {
  test("gives the beginning of the whole list", () => {
    const limit = 5;
    expect(findSoleWorkers(index, { limit })).toEqual(findSoleWorkers(index).slice(0, limit));
    expect(rankWorkload(index, { limit })).toEqual(rankWorkload(index).slice(0, limit));
    expect(findSharedWork(index, { limit })).toEqual(findSharedWork(index).slice(0, limit));
  });
  test("of changes is one for each kind, and the rest is counted", () => {
    const after = "2014-01-01";
    const all = computeChanges(index, { after });
    const some = computeChanges(index, { after, limit: 2 });
    expect(some.counts).toEqual(all.counts);
    for (const [kind, count] of all.counts) {
      const ofKind = all.changes.filter((change) => change.kind === kind);
      expect(ofKind.length).toBe(count);
      expect(some.changes.filter((change) => change.kind === kind)).toEqual(ofKind.slice(0, 2));
    }
  });
  test("of an answer leaves rows out and says how many there are", () => {
    const [whole] = answerQuestion(index, "who carries the most", { limit: Infinity }).parts;
    const [part] = answerQuestion(index, "who carries the most", { limit: 3 }).parts;
    expect(part?.rows).toEqual(whole?.rows.slice(0, 3));
    expect(part?.total).toBe(whole?.rows.length);
    expect(whole?.total).toBe(whole?.rows.length);
  });
});

describe("the way between two nodes", () => {
  /** Fewest steps by breadth-first search over all edges that are not only denied. */
  function countSteps(from: string, to: string): number {
    const seen = new Set([from]);
    let border = [from];
    for (let steps = 0; border.length > 0; steps++) {
      if (border.includes(to)) return steps;
      border = border
        .flatMap((node) =>
          index.graph
            .edges(node)
            .filter(isSaid)
            .map((edge) => index.graph.opposite(node, edge)),
        )
        .filter((node) => !seen.has(node) && seen.add(node));
    }
    return Infinity;
  }
  const isSaid = (edge: string) =>
    index.graph.getEdgeAttribute(edge, "evidence").some(({ modality }) => modality !== "negated");

  test("looked for from both ends is as short as the one looked for from one", () => {
    for (let place = 0; place < 12; place++) {
      const [from, to] = [`person:${place}`, `topic:${place * 7}`];
      const steps = countSteps(from, to);
      if (steps === Infinity) continue;
      const connection = findConnection(index, from, to);
      expect(connection?.shortest.steps.length).toBe(steps);
      expect(connection?.strongest.resistance).toBeLessThanOrEqual(connection?.shortest.resistance ?? -1);
      expect(connection?.shortest.steps.map(({ from: start }) => start).slice(1)).toEqual(
        connection?.shortest.steps.slice(0, -1).map(({ to: end }) => end),
      );
    }
  });
  test("is as strong in both directions", () => {
    for (let place = 0; place < 8; place++) {
      const [from, to] = [`person:${place}`, `organisation:${place}`];
      expect(findConnection(index, to, from)?.strongest.resistance).toBe(
        findConnection(index, from, to)?.strongest.resistance,
      );
    }
  });
});
