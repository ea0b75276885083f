import { expect, test, vi } from "vitest";
import { remember } from "../../src/model/remember.ts";

test("computes a text once, also where nothing comes of it", () => {
  const compute = vi.fn<(text: string) => number | undefined>((text) =>
    text === "a" ? undefined : text.length,
  );
  const measure = remember(compute);
  expect(["a", "bb", "a", "bb"].map(measure)).toEqual([undefined, 2, undefined, 2]);
  expect(compute).toHaveBeenCalledTimes(2);
});

test("forgets when it remembers much text, and computes the same again", () => {
  const measure = remember((text) => ({ length: text.length }));
  const [first, long] = [measure("short"), "x".repeat(1 << 20)];
  expect(measure("short")).toBe(first);
  measure(long);
  expect(measure("short")).not.toBe(first);
  expect(measure("short")).toEqual(first);
});
