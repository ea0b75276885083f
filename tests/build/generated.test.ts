import { beforeAll, describe, expect, test } from "vitest";
import type { MinutesGraph } from "../../src/model/graph-attributes.ts";
import { buildMinutes, findEvidence, listLabels } from "./build-minutes.ts";
import { DRESSES, generateMinutes } from "./generate-minutes.ts";

const MEETINGS = generateMinutes(25, 7);

describe.each(DRESSES)("minutes in the dress %s", (dress) => {
  const worn = MEETINGS.filter((meeting) => meeting.dress === dress);
  let graph: MinutesGraph;
  beforeAll(async () => {
    graph = await buildMinutes(Object.fromEntries(worn.map(({ path, text }) => [path, text])));
  });
  /** What is written in a meeting's minutes and not read in that document. */
  const findMissed = (
    relation: "attended" | "affiliated_with" | "works_on" | "committed_to",
    facts: (meeting: (typeof worn)[number]) => readonly (readonly [string, string])[],
  ): string[] =>
    worn.flatMap((meeting) =>
      facts(meeting)
        .filter(
          ([source, target]) =>
            !findEvidence(graph, source, relation, target).some(({ document }) => document === meeting.path),
        )
        .map(([source, target]) => `${meeting.path}: ${source} -> ${target}`),
    );

  test("name everybody, and nobody else", () => {
    const people = new Set(worn.flatMap(({ affiliations }) => affiliations.map(([person]) => person)));
    const found = listLabels(graph, "person").filter((name) => name !== "Karl Lund");
    expect(found).toEqual([...people].toSorted());
  });

  test("say who attended", () => {
    expect(
      findMissed("attended", ({ attended, title }) => attended.map((person) => [person, title])),
    ).toEqual([]);
  });

  test("say whom everybody was with that day", () => {
    expect(findMissed("affiliated_with", ({ affiliations }) => affiliations)).toEqual([]);
  });

  test("say who works on what", () => {
    expect(findMissed("works_on", ({ works }) => works)).toEqual([]);
  });

  test("say who promised what", () => {
    expect(findMissed("committed_to", ({ promises }) => promises)).toEqual([]);
  });
});
