import { describe, expect, test } from "vitest";
import { showAll } from "../../src/view/find-shown.ts";
import { createCard } from "../../src/explorer/store/node-card.ts";
import { listRows, type NodeRow, sortRows } from "../../src/explorer/store/node-rows.ts";
import { createMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import { runThrough } from "../../src/graph/run-through.ts";

const graph = createMinutesGraph();
for (const label of ["hub", "ida", "Ida", "tom", "lone"])
  graph.addNode(label, { kind: "person", label, aliases: [], x: 0, y: 0, degree: 0, community: 0 });
for (const [place, [source, target]] of (
  [
    ["ida", "hub"],
    ["hub", "tom"],
    ["Ida", "hub"],
  ] as const
).entries())
  graph.addEdgeWithKey(`e${place}`, source, target, {
    relation: "related_to",
    weight: 1 + place,
    evidence: [],
  });
const rows = runThrough(listRows(graph, showAll(graph), ({ weight }) => weight));
const sort = (valueOf: (row: NodeRow) => string | number, isUp: boolean): string[] =>
  runThrough(sortRows(rows, valueOf, isUp)).map(({ node }) => node);

describe("lines of a table", () => {
  test("count the links and sentences of what is shown, and list what has none", () => {
    expect(rows.find(({ node }) => node === "hub")).toMatchObject({ links: 3, sentences: 6 });
    expect(rows.find(({ node }) => node === "lone")).toMatchObject({ links: 0, sentences: 0 });
    const shown = { nodes: new Set(["hub", "tom"]), edges: new Set(["e1"]) };
    const some = runThrough(listRows(graph, shown, () => 5));
    expect(some.map(({ node, links, sentences }) => [node, links, sentences])).toEqual([
      ["hub", 1, 5],
      ["tom", 1, 5],
    ]);
  });

  test("are sorted by numbers, and by names without regard to case, equals by key", () => {
    expect(sort(({ links }) => links, false)).toEqual(["hub", "Ida", "ida", "tom", "lone"]);
    expect(sort(({ label }) => label, true)).toEqual(["hub", "ida", "Ida", "lone", "tom"]);
    expect(sort(({ label }) => label, false)).toEqual(["tom", "lone", "Ida", "ida", "hub"]);
  });
});

test("the card of a node with many edges yields at least every 64 of them", () => {
  const star = createMinutesGraph();
  const add = (key: string): string =>
    star.addNode(key, { kind: "topic", label: key, aliases: [], x: 0, y: 0, degree: 0, community: 0 });
  add("hub");
  const piece = { document: "d", start: 0, end: 1, quote: "q", rule: "r" };
  for (let edge = 0; edge < 1280; edge++)
    star.addEdgeWithKey(`e${edge}`, add(`n${edge}`), "hub", {
      relation: "related_to",
      weight: 1,
      evidence: [piece],
    });
  const work = createCard(star, "hub");
  let yields = 0;
  while (!work.next().done) yields++;
  expect(yields).toBeGreaterThanOrEqual(40);
});
