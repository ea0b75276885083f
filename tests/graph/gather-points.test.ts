import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gatherPoints } from "../../src/graph/gather-points.ts";
import type { Point } from "../../src/graph/separate-points.ts";

const row = (x: number, y: number, count: number): Point[] =>
  Array.from({ length: count }, (_, place) => ({ x: x + 50 * place, y }));
const distance = (a?: Point, b?: Point): number => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.NaN);

describe("what lies far from everything else", () => {
  test("comes near, as it is within itself; the rest stays", () => {
    const points = [...row(0, 0, 5), ...row(2000, 900, 2)];
    gatherPoints(points, [[5, 6]]);
    expect(points.slice(0, 5)).toEqual(row(0, 0, 5));
    expect(distance(points[5], points[6])).toBeCloseTo(50, 9);
    expect(distance(points[5], points[4])).toBeCloseTo(130, 9);
  });

  test("comes with all that it is linked with, however far apart that lies", () => {
    const points = [...row(0, 0, 5), { x: 1000, y: 0 }, { x: 3000, y: 0 }];
    gatherPoints(points, [[5, 6]]);
    expect(distance(points[5], points[6])).toBeCloseTo(2000, 9);
    expect(points[5]?.x).toBeCloseTo(330, 9);
  });

  test("stays where a link leads to it", () => {
    const points = [...row(0, 0, 5), { x: 1000, y: 0 }];
    gatherPoints(points, [[0, 5]]);
    expect(points[5]).toEqual({ x: 1000, y: 0 });
  });

  test("does not leave the bounds of all, however wide it is itself", () => {
    const points = [
      { x: 0, y: 0 },
      { x: 0, y: 10 },
      { x: 1, y: 5 },
      { x: -6, y: -1000 },
      { x: 3, y: -1100 },
    ];
    gatherPoints(points, []);
    expect(Math.max(...points.map(({ x }) => x))).toBeLessThanOrEqual(3);
    expect(Math.min(...points.map(({ y }) => y))).toBeGreaterThan(-300);
  });

  test("never makes a picture wider, and no empty list fails", () => {
    gatherPoints([], []);
    const coordinate = fc.integer({ min: -3000, max: 3000 });
    fc.assert(
      fc.property(fc.array(fc.record({ x: coordinate, y: coordinate }), { maxLength: 20 }), (points) => {
        const measure = (key: "x" | "y"): number =>
          Math.max(0, ...points.map((point) => point[key])) -
          Math.min(0, ...points.map((point) => point[key]));
        const before = [measure("x"), measure("y")] as const;
        gatherPoints(points, []);
        expect(measure("x")).toBeLessThanOrEqual(before[0] + 1e-6);
        expect(measure("y")).toBeLessThanOrEqual(before[1] + 1e-6);
      }),
    );
  });
});
