import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sortGradually, sortNumbersGradually } from "../../src/graph/sort-gradually.ts";
import { runThrough } from "../../src/graph/run-through.ts";

interface Item {
  value: number;
  place: number;
}

const compare = (a: Item, b: Item): number => a.value - b.value;

describe("sorting gradually", () => {
  test("gives what sorting at once does, equals in the order given", () => {
    const lists = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 700, size: "max" });
    fc.assert(
      fc.property(lists, (values) => {
        const items = values.map((value, place) => ({ value, place }));
        expect(runThrough(sortGradually(items, compare))).toEqual(items.toSorted(compare));
      }),
    );
  });

  test("leaves the list as it was", () => {
    const items = [3, 1, 2];
    runThrough(sortGradually(items, (a, b) => a - b));
    expect(items).toEqual([3, 1, 2]);
  });

  test("yields at least every 64 items of each pass", () => {
    const items = Array.from({ length: 64 * 64 }, (_, place) => (place * 7919) % 4099);
    const work = sortGradually(items, (a, b) => a - b);
    let yields = 0;
    while (!work.next().done) yields++;
    // One pass that sorts stretches of 64, and six that merge them.
    expect(yields).toBeGreaterThanOrEqual(64 * 7);
  });
});

test("sorts numbers in place as the engine does, for any number of them", () => {
  for (const length of [0, 1, 4096, 4097, 20_000]) {
    const numbers = Float64Array.from({ length }, (_, place) => (place * 7919) % 10_007);
    const sorted = numbers.toSorted();
    runThrough(sortNumbersGradually(numbers));
    expect(numbers).toEqual(sorted);
  }
});
