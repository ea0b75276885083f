import { describe, expect, test } from "vitest";
import { isInside } from "../../src/explorer/canvas/area-picker.ts";

describe("a shape drawn over the picture", () => {
  const bay = [
    { x: 0, y: 0 },
    { x: 9, y: 0 },
    { x: 9, y: 9 },
    { x: 5, y: 2 },
    { x: 0, y: 9 },
  ];

  test("has inside what it goes round, and not what lies in a bay of it", () => {
    expect(isInside({ x: 1, y: 1 }, bay)).toBe(true);
    expect(isInside({ x: 8, y: 6 }, bay)).toBe(true);
    expect(isInside({ x: 5, y: 7 }, bay)).toBe(false);
    expect(isInside({ x: 10, y: 1 }, bay)).toBe(false);
  });

  test("is the same whichever way round it is drawn", () => {
    for (const point of [
      { x: 1, y: 1 },
      { x: 5, y: 7 },
    ])
      expect(isInside(point, bay.toReversed())).toBe(isInside(point, bay));
  });

  test("has nothing inside with fewer than three corners", () => {
    expect(isInside({ x: 0, y: 0 }, [])).toBe(false);
    expect(
      isInside({ x: 1, y: 1 }, [
        { x: 0, y: 0 },
        { x: 2, y: 2 },
      ]),
    ).toBe(false);
  });
});
