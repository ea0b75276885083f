import { describe, expect, test } from "vitest";
import { findSharedLinks } from "../../src/graph/shared-links.ts";
import { buildKvmIndex } from "./build-kvm-graph.ts";

const { graph } = await buildKvmIndex();
const every = { has: () => true };
const [MARC, PETER] = ["person:marc-zyngier", "person:peter-maydell"];

describe("what several nodes share", () => {
  test("is linked with two of them at least, and is none of them", () => {
    const nodes = [MARC, PETER, "organisation:arm", "organisation:linaro"];
    const { shared, connectors } = findSharedLinks(graph, nodes, every);
    expect(shared.length).toBeGreaterThan(0);
    for (const { node, members } of [...shared, ...connectors]) {
      expect(nodes).not.toContain(node);
      expect(members.length).toBeGreaterThan(1);
      for (const member of members) expect(graph.areNeighbors(node, member)).toBe(true);
    }
  });

  test("comes with those that are linked with most first", () => {
    const counts = findSharedLinks(graph, graph.nodes().slice(0, 20), every).shared.map(
      ({ members }) => members.length,
    );
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  test("an edge between two of them is inside, once, and makes neither a connector", () => {
    const { inner, connectors } = findSharedLinks(graph, [MARC, "organisation:arm", MARC], every);
    expect(inner).toContain(`${MARC}|affiliated_with|organisation:arm`);
    expect(new Set(inner).size).toBe(inner.length);
    expect(connectors.map(({ node }) => node)).not.toContain(MARC);
  });

  test("counts no edge that is left out", () => {
    expect(findSharedLinks(graph, [MARC, PETER], { has: () => false })).toEqual({
      inner: [],
      shared: [],
      connectors: [],
    });
  });

  test("connectors are people, and people alone", () => {
    const { shared, connectors } = findSharedLinks(graph, graph.nodes().slice(20), every);
    const kinds = (links: typeof shared) => links.map(({ node }) => graph.getNodeAttribute(node, "kind"));
    expect(kinds(shared)).not.toContain("person");
    expect(new Set(kinds(connectors))).toEqual(new Set(["person"]));
  });
});
