import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeDocuments } from "../../../src/minutes/decode-document.ts";
import { readCaseFiles } from "./case-file.ts";
import { findLies } from "./describe-documents.ts";

/** For each file of cases; ten times as many take ten seconds and found nothing more. */
const RUNS = 400;
const files = [...readCaseFiles()];
const MARKERS = [
  "> ",
  "- ",
  "* ",
  "# ",
  "| ",
  "\t",
  "<li>",
  "</ul>",
  "<dl>",
  "<td>",
  "<cite>",
  "<pre>",
  "<blockquote>",
];
const MORE = [
  "<nick> ",
  "12:00 ",
  "… ",
  "Topic: ",
  "-- \n",
  "---\n",
  "```\n",
  "From ",
  "\r",
  "\u0000",
  "\u2028",
  "\ud800",
];

type Damage = (text: string) => string;
const place = fc.double({ min: 0, max: 1, noNaN: true });

const cut = fc.tuple(place, place).map(([from, share]): Damage => (text) => {
  const start = Math.floor(from * text.length);
  return text.slice(0, start) + text.slice(start + Math.floor((share * text.length) / 3));
});
const insert = fc
  .tuple(place, fc.oneof(fc.constantFrom(...MARKERS, ...MORE), fc.string({ maxLength: 20, unit: "binary" })))
  .map(([at, piece]): Damage => (text) => {
    const start = Math.floor(at * text.length);
    return text.slice(0, start) + piece + text.slice(start);
  });
const double = fc.tuple(place, fc.integer({ min: 1, max: 4 })).map(([at, times]): Damage => (text) => {
  const lines = text.split("\n");
  const line = Math.min(Math.floor(at * lines.length), lines.length - 1);
  return lines.toSpliced(line, 0, ...Array.from({ length: times }, () => lines[line] ?? "")).join("\n");
});
const shuffle = fc.tuple(place, place).map(([from, to]): Damage => (text) => {
  const lines = text.split("\n");
  const [moved = ""] = lines.splice(Math.floor(from * lines.length), 1);
  return lines.toSpliced(Math.floor(to * lines.length), 0, moved).join("\n");
});
const swap = fc.tuple(fc.constantFrom(...MARKERS, ...MORE), fc.constantFrom(...MARKERS, ...MORE)).map(
  ([one, other]): Damage =>
    (text) =>
      text.replaceAll(one, other),
);
const damages = fc.array(fc.oneof(cut, insert, double, shuffle, swap), { minLength: 1, maxLength: 6 });

for (const [file, cases] of files) {
  test(`tells no wrong place in what is left of ${file}`, { timeout: 60_000 }, async () => {
    const property = fc.asyncProperty(fc.constantFrom(...cases), damages, async ({ path, source }, list) => {
      const damaged = list.reduce((text, damage) => damage(text), source);
      expect(await findLiesIn(path, new TextEncoder().encode(damaged))).toEqual([]);
    });
    await expect(fc.assert(property, { numRuns: RUNS })).resolves.toBeUndefined();
  });
}

test("tells no wrong place in random bytes", async () => {
  const paths = fc.constantFrom("a.txt", "a.md", "a.html", "a.eml");
  const property = fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), paths, async (bytes, path) => {
    expect(await findLiesIn(path, bytes)).toEqual([]);
  });
  await expect(fc.assert(property, { numRuns: RUNS })).resolves.toBeUndefined();
});

async function findLiesIn(path: string, bytes: Uint8Array): Promise<string[]> {
  const { documents } = await decodeDocuments(path, bytes);
  return documents.flatMap(findLies);
}
