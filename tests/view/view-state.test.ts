import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ARRANGEMENT_IDS,
  COLOURS,
  INITIAL_LOOK,
  LABELS,
  LINES,
  METRIC_IDS,
  HALOS,
  SIZES,
} from "../../src/view/look.ts";
import {
  FACET_IDS,
  INITIAL_STATE,
  MOST_STEPS,
  MOST_WRITTEN,
  parseViewState,
  VIEWS,
  writeViewState,
} from "../../src/view/view-state.ts";
import { NODE_KINDS, RELATIONS } from "../../src/model/schema.ts";

const name = fc.string({ unit: "grapheme", minLength: 1 });
const names = fc.uniqueArray(name).map((list) => new Set(list));
const someNames = fc.uniqueArray(name, { minLength: 1 }).map((list) => new Set(list));
const offset = fc.nat(999_999_999);
const look = fc.record({
  colour: fc.constantFrom(...COLOURS),
  size: fc.constantFrom(...SIZES),
  halo: fc.constantFrom(...HALOS),
  labels: fc.constantFrom(...LABELS),
  lines: fc.constantFrom(...LINES),
  layout: fc.constantFrom(...ARRANGEMENT_IDS),
  hulls: fc.boolean(),
  resolution: fc.integer({ min: 2, max: 30 }).map((tenths) => tenths / 10),
  group: fc.option(name, { nil: undefined }),
  columns: fc.subarray([...METRIC_IDS]),
});
const state = fc.record({
  view: fc.constantFrom(...VIEWS),
  selected: fc.option(name, { nil: undefined }),
  several: fc.uniqueArray(name, { maxLength: MOST_WRITTEN }).map((nodes) => (nodes.length > 1 ? nodes : [])),
  asked: fc.option(name, { nil: undefined }),
  place: fc.option(fc.record({ document: name, start: offset, end: offset }), { nil: undefined }),
  hiddenKinds: fc.subarray([...NODE_KINDS]).map((kinds) => new Set(kinds)),
  hiddenRelations: fc.subarray([...RELATIONS]).map((relations) => new Set(relations)),
  since: fc.constantFrom(undefined, "2013-01-08", "0001-01-01"),
  until: fc.constantFrom(undefined, "2013-12-03", "9999-12-31"),
  steps: fc.nat(MOST_STEPS),
  look,
  chosen: fc
    .subarray([...FACET_IDS])
    .chain((ids) =>
      fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), someNames))).map((entries) => new Map(entries)),
    ),
  text: fc.string({ unit: "grapheme", maxLength: 9 }),
  hiddenNodes: names,
  pinned: names,
  expanded: names,
  path: fc.option(fc.record({ from: name, to: name }), { nil: undefined }),
  rest: fc.constantFrom("gone" as const, "faint" as const),
});

describe("the view in the address", () => {
  test("comes back as it was written", () => {
    fc.assert(
      fc.property(state, (written) => {
        expect(parseViewState(writeViewState(written))).toEqual(written);
      }),
    );
  });

  test("is empty for the view that everything begins with", () => {
    expect(writeViewState(INITIAL_STATE)).toBe("");
    expect(parseViewState("")).toEqual(INITIAL_STATE);
  });

  test("never fails on what it cannot read", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (fragment) => {
        expect(VIEWS).toContain(parseViewState(fragment).view);
      }),
    );
  });

  test("passes over kinds, places and steps that do not exist", () => {
    const read = parseViewState("#view=cube&without=person.nothing&document=a&at=9-1x&steps=99");
    expect(read).toEqual({ ...INITIAL_STATE, hiddenKinds: new Set(["person"]), steps: MOST_STEPS });
  });

  test("keeps a fineness of communities within its bounds", () => {
    expect(parseViewState("resolution=99").look).toEqual({ ...INITIAL_LOOK, resolution: 3 });
    expect(parseViewState("resolution=-1").look).toEqual({ ...INITIAL_LOOK, resolution: 0.2 });
    expect(parseViewState("resolution=much").look).toEqual(INITIAL_LOOK);
  });

  test("an empty list of relations hides all of them", () => {
    expect(parseViewState("relations=").hiddenRelations).toEqual(new Set(RELATIONS));
  });
});
