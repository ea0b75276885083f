import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segmentText, selectMentions } from "../../src/explorer/minutes/segment-text.ts";
import { groupLines, splitLines } from "../../src/explorer/minutes/split-lines.ts";

const FLAT =
  "Harbour pilots, May 7th, 2019 Attendees: - Ida Holm (Nordkai) - Tom Reed (Baywatch Ltd) Agenda: - Tides - Buoys. " +
  "Minutes: - Tides * Gauge side (Nordkai, Ida) - Working on the new gauge, the first one is in. - Old gauge * It broke. " +
  "- Buoys * Tom will paint them _______________________________________________ pilots mailing list";

const span = fc
  .record({ start: fc.nat(80), length: fc.integer({ min: -3, max: 30 }) })
  .map(({ start, length }) => ({
    start,
    end: start + length,
  }));
const mention = fc
  .tuple(span, fc.constantFrom("person:ida-holm", "topic:tides"))
  .map(([at, node]) => ({ ...at, node }));
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 90 }),
  fc.string({
    unit: fc.constantFrom(" ", "-", "*", "\n", "\r", "a", ":", "(", ")", "_", "😀"),
    maxLength: 2000,
  }),
  fc
    .array(fc.constantFrom(" - ", " * ", "Agenda:", " Minutes: ", "tide", "\n", " ", "(", "__________ "), {
      maxLength: 300,
    })
    .map((parts) => parts.join("")),
);

describe("segments of a text", () => {
  test("put together are the text, whatever the mentions and the focus", () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(mention),
        fc.option(span, { nil: undefined }),
        (text, mentions, focus) => {
          const selected = selectMentions(text.length, mentions);
          const segments = segmentText({ start: 0, end: text.length }, selected, focus);
          expect(segments.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
          expect(segments.every(({ start, end }) => start < end)).toBe(true);
        },
      ),
    );
  });

  test("name every selected mention once and whole", () => {
    fc.assert(
      fc.property(fc.array(mention), fc.option(span, { nil: undefined }), (mentions, focus) => {
        const selected = selectMentions(100, mentions);
        const segments = segmentText({ start: 0, end: 100 }, selected, focus);
        const named = segments.filter(({ node }) => node !== undefined);
        expect(named.map(({ start, end, node }) => ({ start, end, node }))).toEqual(
          selected.map(({ start, end, node }) => ({ start, end, node })),
        );
      }),
    );
  });

  test("are cut where the focus begins and ends", () => {
    const segments = segmentText({ start: 0, end: 30 }, [{ start: 12, end: 15, node: "topic:tides" }], {
      start: 10,
      end: 20,
    });
    expect(segments).toEqual([
      { start: 0, end: 10, isFocused: false },
      { start: 10, end: 12, isFocused: true },
      { start: 12, end: 15, node: "topic:tides", isFocused: true },
      { start: 15, end: 20, isFocused: true },
      { start: 20, end: 30, isFocused: false },
    ]);
  });

  test("hold a mention that a line ends within on both lines", () => {
    const selected = [{ start: 3, end: 9, node: "person:ida-holm" }];
    expect(segmentText({ start: 0, end: 5 }, selected, undefined).at(-1)).toMatchObject({ start: 3, end: 5 });
    expect(segmentText({ start: 5, end: 12 }, selected, undefined)[0]).toMatchObject({
      start: 5,
      end: 9,
      node: "person:ida-holm",
    });
  });
});

describe("mentions that can be drawn", () => {
  test("keep the longer of two that start together, and none outside of the text", () => {
    const selected = selectMentions(10, [
      { start: 2, end: 4, node: "a" },
      { start: 2, end: 6, node: "b" },
      { start: 5, end: 7, node: "c" },
      { start: 6, end: 7, node: "d" },
      { start: 9, end: 11, node: "e" },
    ]);
    expect(selected.map(({ node }) => node)).toEqual(["b", "d"]);
  });
});

describe("lines of a text", () => {
  test("put together are the text, and so are their chunks", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = splitLines(text);
        expect(lines.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
        const chunks = groupLines(lines);
        expect(chunks.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
        expect(chunks.flatMap((chunk) => chunk.lines)).toEqual(lines);
      }),
    );
  });

  test("come back where flattened minutes lost them: headings, bullets at their depth, footer", () => {
    const shown = splitLines(FLAT).map(({ start, end, kind, depth }) => [
      kind,
      depth,
      FLAT.slice(start, end).trim(),
    ]);
    expect(shown).toEqual([
      ["heading", 0, "Harbour pilots, May 7th, 2019"],
      ["heading", 0, "Attendees:"],
      ["item", 1, "- Ida Holm (Nordkai)"],
      ["item", 1, "- Tom Reed (Baywatch Ltd)"],
      ["heading", 0, "Agenda:"],
      ["item", 1, "- Tides"],
      ["item", 1, "- Buoys."],
      ["heading", 0, "Minutes:"],
      ["item", 1, "- Tides"],
      ["item", 2, "* Gauge side (Nordkai, Ida)"],
      ["item", 3, "- Working on the new gauge, the first one is in."],
      ["item", 3, "- Old gauge"],
      ["item", 2, "* It broke."],
      ["item", 1, "- Buoys"],
      ["item", 2, "* Tom will paint them"],
      ["text", 0, "_______________________________________________ pilots mailing list"],
    ]);
  });

  test("that kept their breaks stay as they are", () => {
    const text = "Agenda:\n- Tides\n  - Buoys\n\nShort - dash * star\n";
    expect(splitLines(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "Agenda:\n",
      "- Tides\n",
      "  - Buoys\n",
      "\n",
      "Short - dash * star\n",
    ]);
  });

  test("without a space are cut between characters, not inside of one", () => {
    const lines = splitLines("😀".repeat(5001));
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every(({ start }) => start % 2 === 0)).toBe(true);
  });

  test("of a megabyte are found in less than two seconds", () => {
    const text = "Ida is working on the tide gauge - it is new * ".repeat(22_000);
    const started = performance.now();
    groupLines(splitLines(text));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
