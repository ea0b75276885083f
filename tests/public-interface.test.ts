import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import * as library from "../src/index.ts";

const NAMES = [
  "NO_CORRECTIONS",
  "answerQuestion",
  "appendGraph",
  "buildGraph",
  "computeChanges",
  "computeTimeline",
  "createGraphSource",
  "createMinutesGraph",
  "createQueryIndex",
  "defaultGazetteer",
  "describeCommunities",
  "findBridges",
  "findColleagues",
  "findConnection",
  "findMoves",
  "findPromises",
  "findSharedWork",
  "findSoleWorkers",
  "findStatusHistory",
  "findWhatDoes",
  "findWhoWorksOn",
  "generateGexf",
  "generateJson",
  "listWorkers",
  "parseCorrections",
  "parseGazetteer",
  "rankWorkload",
  "readGraph",
  "serializeMinutesGraph",
  "suggestQuestions",
  "writeGexf",
  "writeJson",
];

test("the library exports these names and no other", () => {
  expect(Object.keys(library).toSorted()).toEqual(NAMES);
});

test("each of them is told of in the documents", () => {
  const documents = ["../README.md", "../src/graph/README.md"].map((path) =>
    readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8"),
  );
  expect(NAMES.filter((name) => !documents.join().includes(`\`${name}`))).toEqual([]);
});

test("a question is answered with what is exported alone", async () => {
  const bytes = new TextEncoder().encode(
    "# Tea call, 2024-05-07\n\nAttendees:\n\n- Ann Fox (Mill)\n\n## Parser\n\n- Ann is working on the parser.\n",
  );
  const { graph } = await library.buildGraph([{ path: "tea.md", bytes }], {
    gazetteer: library.defaultGazetteer,
  });
  const index = library.createQueryIndex(library.createMinutesGraph(graph));
  const { reading, parts } = library.answerQuestion(index, "who works on parser");
  expect(reading).toBe("I read this as: who works on Parser");
  expect(parts[0]?.rows[0]?.words).toBe("Ann Fox");
});
