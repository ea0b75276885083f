import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDashes, measureLine, strokeLine } from "../../src/explorer/canvas/line-style.ts";
import { SvgContext } from "../../src/formats/svg-context.ts";

describe("the dashes of a line", () => {
  test("begin and end it, and are at least two", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 5000, noNaN: true }), (length) => {
        const [dash, gap] = findDashes(length);
        const gaps = (length - dash) / (dash + gap);
        expect(gaps).toBeCloseTo(Math.round(gaps), 6);
        expect(Math.round(gaps)).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test("are about as long on every long line", () => {
    for (const length of [40, 41, 350, 4000]) {
      const [dash, gap] = findDashes(length);
      expect(dash + gap).toBeGreaterThan(9);
      expect(dash + gap).toBeLessThan(14);
    }
  });

  test("go along a bend", () => {
    const [from, to] = [
      { x: 0, y: 0 },
      { x: 30, y: 40 },
    ];
    expect(measureLine(from, to, 0)).toBe(50);
    // The length of the curve itself, to a hundredth.
    expect(Math.abs(measureLine(from, to, 0.5) - 57.4)).toBeLessThan(0.6);
    expect(measureLine(from, to, -0.5)).toBe(measureLine(from, to, 0.5));
  });

  test("are those of what is promised alone", () => {
    const context = new SvgContext(() => ({ width: 0 }) as TextMetrics);
    const line = { from: { x: 0, y: 0 }, to: { x: 100, y: 0 }, bend: 0 };
    for (const relation of ["works_on", "committed_to", "discussed"] as const) {
      context.beginPath();
      context.moveTo(0, 0);
      context.lineTo(100, 0);
      strokeLine(context, relation, line);
    }
    const lines = context.finish(100, 10).match(/<path[^>]*>/g) ?? [];
    expect(lines.map((each) => each.includes("stroke-dasharray"))).toEqual([false, true, false]);
  });
});
