import { describe, expect, test } from "vitest";
import { findSimilarNames } from "../../src/explorer/data/find-similar-names.ts";
import type { SerializedMinutesGraph } from "../../src/model/graph-attributes.ts";
import type { NodeKind } from "../../src/model/schema.ts";

describe("names that look alike", () => {
  test("are those that differ by a plural, a hyphen, their words' order or one letter", () => {
    expect(pairs("tide scheduler", "tide schedulers")).toBe(1);
    expect(pairs("boot time", "boot-time")).toBe(1);
    expect(pairs("guest debugging", "debugging guest")).toBe(1);
    expect(pairs("U-Boot implementation", "U-Boot implementaion")).toBe(1);
  });

  test("are not those of other versions, of other letters in short names, and of other kinds", () => {
    expect(pairs("GICv2 emulation", "GICv3 emulation")).toBe(0);
    expect(pairs("VGIC", "GIC")).toBe(0);
    expect(pairs("PCIe", "PCI")).toBe(0);
    expect(pairs("tide parser", "tide loader")).toBe(0);
    expect(count({ Lantern: "topic", lantern: "project" })).toBe(0);
  });

  test("are told with what there is to choose between", () => {
    const [found] = findSimilarNames(graphOf({ "boot time": "topic", "boot times": "topic" }));
    expect(found).toMatchObject({
      code: "similar-names",
      kind: "topic",
      candidates: ["boot time", "boot times"],
    });
  });

  const pairs = (...names: string[]): number =>
    count(Object.fromEntries(names.map((name) => [name, "topic" as const])));
  const count = (names: Readonly<Record<string, NodeKind>>): number =>
    findSimilarNames(graphOf(names)).length;

  function graphOf(names: Readonly<Record<string, NodeKind>>): SerializedMinutesGraph {
    const nodes = Object.entries(names).map(([label, kind]) => ({
      key: `${kind}:${label}`,
      attributes: { kind, label, aliases: [] },
    }));
    return { attributes: {}, options: {}, nodes, edges: [] } as unknown as SerializedMinutesGraph;
  }
});
