import { expect, test } from "vitest";
import { isSpace } from "../../src/model/is-space.ts";

test("tells white space as a pattern does, whatever the code unit", () => {
  const units = Array.from({ length: 0x10000 }, (_, unit) => unit);
  const isMatched = (unit: number): boolean => /\s/.test(String.fromCharCode(unit));
  expect(units.filter((unit) => isSpace(unit))).toEqual(units.filter(isMatched));
});
