import { afterAll, beforeAll, expect, test, vi } from "vitest";

beforeAll(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
});
afterAll(() => {
  vi.unstubAllGlobals();
});

test("no two actions share a name or a key", async () => {
  const { ACTIONS } = await import("../../src/explorer/actions/actions.ts");
  for (const all of [ACTIONS.map(({ id }) => id), ACTIONS.flatMap(({ keys = [] }) => keys)])
    expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
});
