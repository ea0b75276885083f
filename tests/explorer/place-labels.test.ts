import { expect, test } from "vitest";
import { type LabelWish, placeLabels } from "../../src/explorer/canvas/place-labels.ts";

const wish = (text: string, x: number, y: number, radius = 6): LabelWish => ({
  text,
  x,
  y,
  radius,
  width: 60,
  height: 16,
});

test("puts a label right of its node where there is room", () => {
  const [label] = placeLabels([wish("Ida", 100, 100)], [], 0, []);
  expect(label).toMatchObject({ left: 109, top: 92 });
});

test("lets no two labels overlap, however close their nodes lie", () => {
  const wishes = Array.from({ length: 40 }, (_, index) =>
    wish(`n${index}`, 100 + index * 3, 100 + index * 5),
  );
  const placed = placeLabels(wishes, wishes, 0, []);
  expect(placed.length).toBeGreaterThan(1);
  for (const a of placed)
    for (const b of placed)
      if (a !== b)
        expect(Math.abs(a.left - b.left) >= 60 || Math.abs(a.top - b.top) >= 16, `${a.text} ${b.text}`).toBe(
          true,
        );
});

test("keeps two names on a line apart, so that they are not read as one", () => {
  const [first, second] = placeLabels([wish("Ida", 100, 100), wish("Jon", 247, 100)], [], 0, []);
  expect(first).toMatchObject({ left: 109 });
  expect(second?.left).toBe(256);
  const [, closer] = placeLabels([wish("Ida", 100, 100), { ...wish("Jon", 241, 100) }], [], 0, [
    { left: 248, top: 0, right: 400, bottom: 400 },
  ]);
  expect(closer?.top).not.toBe(92);
});

const around = (radius: number) =>
  [-40, -20, 0, 20, 40].flatMap((dx) =>
    [-20, 0, 20].filter((dy) => dx !== 0 || dy !== 0).map((dy) => ({ x: 100 + dx, y: 100 + dy, radius })),
  );

test("lets the first labels cover lesser nodes, and never a larger one", () => {
  const own = wish("Ida", 100, 100);
  expect(placeLabels([own], [own, ...around(5)], 1, [])).toHaveLength(1);
  expect(placeLabels([own], [own, ...around(5)], 0, [])).toEqual([]);
  expect(placeLabels([own], [own, ...around(7)], 1, [])).toEqual([]);
});

test("puts no label beneath a panel, not even the first", () => {
  const panel = { left: 101, top: 0, right: 400, bottom: 400 };
  const [label] = placeLabels([wish("Ida", 100, 100)], [], 1, [panel]);
  expect(label).toMatchObject({ left: 31 });
  expect(placeLabels([wish("Ida", 100, 100)], [], 1, [{ ...panel, left: 0 }])).toEqual([]);
});
