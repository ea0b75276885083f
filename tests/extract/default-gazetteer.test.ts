import { expect, test } from "vitest";
import { defaultGazetteer } from "../../src/default-gazetteer.ts";
import { foldName } from "../../src/model/node-key.ts";

const { entries } = defaultGazetteer;

test("knows each name once, whether as a name, an alias or a short form", () => {
  const known = new Map<string, { surface: string; name: string; caseSensitive: boolean }[]>();
  const twice: string[] = [];
  for (const { name, aliases, shortForms, caseSensitive } of entries)
    for (const surface of [name, ...aliases, ...shortForms]) {
      const others = known.get(foldName(surface)) ?? [];
      const other = others.find(
        (one) => one.name !== name && (one.surface === surface || !(one.caseSensitive && caseSensitive)),
      );
      if (other) twice.push(`${surface}: ${other.name}, ${name}`);
      known.set(foldName(surface), [...others, { surface, name, caseSensitive }]);
    }
  expect(twice).toEqual([]);
});

test("has the names of each kind once and in alphabetic order", () => {
  for (const kind of ["organisation", "project"]) {
    const names = entries.filter((entry) => entry.kind === kind).map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    expect(names.map(lower)).toEqual(names.map(lower).toSorted());
  }
});

const lower = (name: string): string => name.toLowerCase();

test("says only of names it knows what they are part of", () => {
  const names = new Set(entries.map(({ name }) => name));
  expect(entries.flatMap(({ partOf }) => partOf).filter((whole) => !names.has(whole))).toEqual([]);
});
