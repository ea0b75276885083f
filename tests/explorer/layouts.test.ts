import { describe, expect, test } from "vitest";
import { LAYOUTS } from "../../src/explorer/layouts/layouts.ts";
import type { Place } from "../../src/explorer/layouts/layout.ts";
import { findHull } from "../../src/explorer/canvas/find-hull.ts";
import { buildKvmIndex } from "../graph/build-kvm-graph.ts";

const RADIUS = 20;

const { graph } = await buildKvmIndex();

function compute(id: string): ReadonlyMap<string, Place> {
  const start = new Map(graph.mapNodes((node, { x, y }) => [node, { x, y }] as const));
  return LAYOUTS.find((layout) => layout.id === id)?.compute(graph, start, () => RADIUS) ?? new Map();
}

describe("layouts", () => {
  const listBy = (id: string, measure: (place: { x: number; y: number }) => number) => {
    const places = compute(id);
    return (kinds: readonly string[]): number[] =>
      graph
        .filterNodes((_, { kind }) => kinds.includes(kind))
        .map((node) => measure(places.get(node) ?? { x: NaN, y: NaN }));
  };

  test.each(LAYOUTS.map(({ id }) => id))("%s gives every node a place of its own, twice the same", (id) => {
    const places = compute(id);
    const written = graph.mapNodes((node) => JSON.stringify(places.get(node)));
    expect(written.every((place) => /^\{"x":-?[\d.e-]+,"y":-?[\d.e-]+\}$/.test(place))).toBe(true);
    expect(new Set(written).size).toBe(graph.order);
    if (id !== "apart") expect(compute(id)).toEqual(places);
  });

  test("layers puts organisations above people, and people above their work", () => {
    const heights = listBy("layers", ({ y }) => y);
    const [organisations, people, work] = [["organisation"], ["person"], ["topic", "project"]].map(heights);
    expect(Math.min(...(organisations ?? []))).toBeGreaterThan(Math.max(...(people ?? [])));
    expect(Math.min(...(people ?? []))).toBeGreaterThan(Math.max(...(work ?? [])));
  });

  test("circles puts each kind on a circle of its own, topics outside", () => {
    const radii = listBy("circles", ({ x, y }) => Math.round(Math.hypot(x, y)));
    const rings = [["meeting"], ["organisation"], ["person"], ["project"], ["topic"]].map(
      (kinds) => new Set(radii(kinds)),
    );
    expect(rings.map(({ size }) => size)).toEqual([1, 1, 1, 1, 1]);
    const ordered = rings.map((ring) => [...ring][0] ?? NaN);
    expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
  });

  test("without overlap, no node covers another", () => {
    const places = [...compute("apart").values()];
    for (const [index, a] of places.entries())
      for (const b of places.slice(index + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(2 * RADIUS);
  });
});

describe("the hull of points", () => {
  test("has the corners alone, and no point on a side or inside", () => {
    const corners = [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 4 },
      { x: 0, y: 4 },
    ];
    const hull = findHull([...corners, { x: 2, y: 2 }, { x: 2, y: 0 }, { x: 4, y: 1 }]);
    expect(hull).toHaveLength(4);
    expect(hull).toEqual(expect.arrayContaining(corners));
  });

  test("of one or two points are these", () => {
    expect(findHull([])).toEqual([]);
    expect(findHull([{ x: 1, y: 2 }])).toEqual([{ x: 1, y: 2 }]);
  });
});
