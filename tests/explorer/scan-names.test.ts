import { describe, expect, test } from "vitest";
import { createNameScan } from "../../src/explorer/store/scan-names.ts";
import { createMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import { runThrough } from "../../src/graph/run-through.ts";

const PEOPLE: readonly (readonly [name: string, ...aliases: string[]])[] = [
  ["Ida Holm", "the pilot"],
  ["Holm Ida Strand"],
  ["Idana Reed"],
  ["Zoë Ångström"],
  ["Tom Reed-Holm"],
  ["Jo"],
];

const graph = createMinutesGraph();
for (const [label, ...aliases] of PEOPLE)
  graph.addNode(label, { kind: "person", label, aliases, x: 0, y: 0, degree: 0, community: 0 });
graph.addDirectedEdgeWithKey("a", "Idana Reed", "Jo", { relation: "related_to", weight: 1, evidence: [] });
const scan = runThrough(createNameScan(graph));
const find = (query: string, limit = 8): string[] => runThrough(scan(query, limit));

describe("going through all names", () => {
  test("finds by the beginnings of words, in any order, the whole name first", () => {
    expect(find("ida holm")[0]).toBe("Ida Holm");
    expect(find("holm ida")[0]).toBe("Holm Ida Strand");
    expect(find("str")).toEqual(["Holm Ida Strand"]);
  });

  test("does not find by the middle of a word", () => {
    expect(find("ström")).toEqual([]);
  });

  test("puts the beginning of a name before that of a later word, and more edges first", () => {
    expect(find("ree")).toEqual(["Idana Reed", "Tom Reed-Holm"]);
    expect(find("ida")[0]).toBe("Idana Reed");
    expect(find("holm")[0]).toBe("Holm Ida Strand");
  });

  test("takes accents, case and hyphens as nothing", () => {
    expect(find("ZOE ang")).toEqual(["Zoë Ångström"]);
    expect(find("reed-h")).toEqual(["Tom Reed-Holm"]);
  });

  test("finds an alias, and a node once", () => {
    expect(find("pilot")).toEqual(["Ida Holm"]);
  });

  test("forgives one slip in a word of four letters or more, and none in a shorter one", () => {
    expect(find("stramd")).toEqual(["Holm Ida Strand"]);
    expect(find("ja")).toEqual([]);
  });

  test("gives nothing for nothing, and no more than asked for", () => {
    expect(find(" -")).toEqual([]);
    expect(find("i", 1)).toHaveLength(1);
  });

  test("yields at least every 64 names, while it gets them ready and while it looks", () => {
    const many = createMinutesGraph();
    for (let node = 0; node < 640; node++)
      many.addNode(`n${node}`, {
        kind: "topic",
        label: `n${node}`,
        aliases: [],
        x: 0,
        y: 0,
        degree: 0,
        community: 0,
      });
    const count = (work: Generator): number => {
      let yields = 0;
      while (!work.next().done) yields++;
      return yields;
    };
    expect(count(createNameScan(many))).toBeGreaterThanOrEqual(10);
    // Once for the names themselves, once for slips.
    expect(count(runThrough(createNameScan(many))("nothing", 8))).toBeGreaterThanOrEqual(20);
  });
});
