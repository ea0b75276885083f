import { expect, test } from "vitest";
import { createGraphSource } from "../../src/formats/graph-source.ts";
import { readJson } from "../../src/formats/read-json.ts";
import { writeJson } from "../../src/formats/write-json.ts";
import { buildMinutes } from "../build/build-minutes.ts";

const graph = await buildMinutes({
  "a.md": "# Harbour sync, 2024-01-10\n\nAttendees: Mira Holm\n\n- Mira is working on the tide scheduler.\n",
  "b.md": "# Harbour sync, 2024-02-14\n\nAttendees: Oto Brandl\n\n- Oto is working on the buoy driver.\n",
});
const isMira = (key: string): boolean => key === "person:mira-holm" || key === "topic:tide-scheduler";

test("a part of a graph takes along only the documents that it cites, and what is noted of its nodes", async () => {
  const part = createGraphSource(graph, { hasNode: isMira, hasEdge: () => true });
  expect(Object.keys(part.attributes.documents)).toEqual(["a.md"]);
  const named = Object.values(part.attributes.documents).flatMap(({ mentions }) => mentions);
  expect(new Set(named.map(({ node }) => node))).toEqual(
    new Set(["person:mira-holm", "topic:tide-scheduler"]),
  );
  expect(part.attributes.joins.every(({ node }) => isMira(node))).toBe(true);
  const { graph: read } = await readJson([...writeJson(part)].join(""), "part.json");
  expect(Object.keys(read?.attributes.documents ?? {})).toEqual(["a.md"]);
});

test("a meeting takes its document along, though nothing of it is shown", () => {
  const [meeting = ""] = graph.filterNodes((_, { document }) => document === "b.md");
  const part = createGraphSource(graph, { hasNode: (key) => key === meeting, hasEdge: () => true });
  expect(Object.keys(part.attributes.documents)).toEqual(["b.md"]);
});

test("the whole graph takes everything along", () => {
  expect(createGraphSource(graph).attributes).toBe(graph.getAttributes());
});
