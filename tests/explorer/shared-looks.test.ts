import { expect, test } from "vitest";
import { SharedLooks } from "../../src/explorer/canvas/shared-looks.ts";

interface Look {
  size: number;
  color: string;
  curvature?: number;
}

test("looks that are alike are one object, and those that differ in anything are not", () => {
  const looks = new SharedLooks<Look>();
  const first = looks.share({ size: 1, color: "red" });
  expect(looks.share({ size: 1, color: "red" })).toBe(first);
  for (const other of [
    { size: 2, color: "red" },
    { size: 1, color: "blue" },
    { size: 1, color: "red", curvature: 0.25 },
  ])
    expect(looks.share(other)).toBe(other);
  expect(looks.share({ size: 1, color: "red" })).toBe(first);
});

test("any number of looks of one size are told apart", () => {
  const looks = new SharedLooks<Look>();
  for (let count = 0; count < 100; count++)
    expect(looks.share({ size: 1, color: `c${count}` }).color).toBe(`c${count}`);
});
