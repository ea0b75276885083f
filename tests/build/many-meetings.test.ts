import { describe, expect, test } from "vitest";
import { analyseFile, buildGraph, joinAnalyses } from "../../src/build-graph.ts";
import { parseCorrections } from "../../src/extract/gazetteer.ts";
import { buildMinutes, findEvidence, gazetteer, listFacts, listLabels, toFile } from "./build-minutes.ts";

const FIRST = `# Lantern sync, 2024-01-10

Attendees: Priya Natarajan (Northwind), Marc Oduya (Basalt), @drobert

## Wick trimming (Priya)
- Marc is working on the oil gauge.
`;
const SECOND = `# Lantern sync, 2024-02-14

Attendees: Priya Natarajan (Kestrel), Marc Verne, @drobert

## Wick trimming
- Marc will review the flame sensor.
- @drobert is working on the oil gauge.
`;
const THIRD = `# Harbour board, 2024-02-20

Attendees: Marc, Sofia Rossi

- Sofia presented the budget.
`;

describe("several meetings", () => {
  test("people are joined by full name and by handle, never by given name", async () => {
    const graph = await buildMinutes({ "1.md": FIRST, "2.md": SECOND, "3.md": THIRD });
    expect(listLabels(graph, "person")).toEqual([
      "Marc",
      "Marc Oduya",
      "Marc Verne",
      "Priya Natarajan",
      "Sofia Rossi",
      "drobert",
    ]);
    expect(graph.getAttribute("joins")).toContainEqual(
      expect.objectContaining({
        node: "person:drobert",
        document: "2.md",
        reason: "same handle in another meeting",
      }),
    );
  });

  test("people change their organisation, and each edge has its date's sentence", async () => {
    const graph = await buildMinutes({ "1.md": FIRST, "2.md": SECOND });
    const sentences = (body: string): string[] =>
      findEvidence(graph, "Priya Natarajan", "affiliated_with", body).map(({ document }) => document);
    expect([sentences("Northwind"), sentences("Kestrel")]).toEqual([["1.md"], ["2.md"]]);
  });

  test("matters of the same words are one, with the sentences in order of time", async () => {
    const graph = await buildMinutes({ "b.md": FIRST, "a.md": SECOND });
    const meetings = listFacts(graph, "covered").filter((fact) => fact.endsWith("-> Wick trimming"));
    expect(meetings).toHaveLength(2);
    expect(listFacts(graph, "works_on").filter((fact) => fact.endsWith("oil gauge"))).toHaveLength(2);
  });

  test("meetings of one title are a series", async () => {
    const graph = await buildMinutes({ "1.md": FIRST, "2.md": SECOND, "3.md": THIRD });
    const series = graph
      .filterNodes((_, { kind }) => kind === "meeting")
      .map((node) => graph.getNodeAttribute(node, "series"));
    expect(series.filter((name) => name === "Lantern sync")).toHaveLength(2);
    expect(series.filter((name) => name === undefined)).toHaveLength(1);
  });

  test("a file added to what was read before gives the bytes of a full build", async () => {
    const files = [toFile("1.md", FIRST), toFile("2.md", SECOND), toFile("3.md", THIRD)];
    const kept = await Promise.all(files.slice(0, 2).map((file) => analyseFile(file, gazetteer)));
    const added = await analyseFile(files[2] ?? expect.fail(), gazetteer);
    const joined = joinAnalyses([added, ...structuredClone(kept)], gazetteer);
    expect(JSON.stringify(joined.graph)).toBe(JSON.stringify((await buildGraph(files, { gazetteer })).graph));
  });

  test.each([
    ["a few words", "# Notes\n\nAll the minutes of the Lantern project.\n"],
    ["a list of dated files", "# Minutes\n\n| file | what |\n|---|---|\n| 2024-01-10.md | Lantern sync |\n"],
  ])("%s by a name that is not that of minutes is left out, and the build says why", async (_, text) => {
    const files = [toFile("1.md", FIRST), toFile("README.md", text)];
    const { graph, diagnostics } = await buildGraph(files, { gazetteer });
    expect(Object.keys(graph.attributes.documents)).toEqual(["1.md"]);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: "not-minutes", document: "README.md" }),
    );
  });
});

describe("corrections", () => {
  const build = (yaml: string) =>
    buildMinutes({ "1.md": FIRST, "3.md": THIRD }, parseCorrections(yaml, "c.yaml").corrections);

  test("join two names of one person", async () => {
    const graph = await build("same: [{ kind: person, names: [Marc Oduya, Marc] }]");
    expect(listLabels(graph, "person")).not.toContain("Marc");
    expect(findEvidence(graph, "Marc Oduya", "attended", "Harbour board")).toHaveLength(1);
  });

  test("drop what is nothing", async () => {
    const graph = await build("drop: [{ kind: topic, name: Wick trimming }]");
    expect(listLabels(graph, "topic")).not.toContain("Wick trimming");
  });

  test("change a kind", async () => {
    const graph = await build("kind: [{ name: oil gauge, from: topic, to: project }]");
    expect(listLabels(graph, "project")).toContain("oil gauge");
  });

  test("say whom a name means in one document", async () => {
    const graph = await build("means: [{ document: 3.md, name: Marc, person: Marc Oduya }]");
    expect(findEvidence(graph, "Marc Oduya", "attended", "Harbour board")).toHaveLength(1);
  });

  test("a mistake in them has its line", () => {
    const { diagnostics } = parseCorrections("same:\n  - { kind: persona, names: [a, b] }\n", "c.yaml");
    expect(diagnostics).toMatchObject([{ document: "c.yaml", line: 2 }]);
  });
});
