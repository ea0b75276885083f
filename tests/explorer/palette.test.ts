import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { GROUP_SWATCHES, RAMP_SWATCHES } from "../../src/view/look.ts";

const read = (path: string): string =>
  readFileSync(new URL(`../../src/explorer/${path}`, import.meta.url), "utf8");
const sheets = [read("styles/app.css"), read("looks/looks.css")];

/** The values of a custom property, in the order of the themes: light, dark by the system, dark by choice. */
const findValues = (name: string): string[] =>
  sheets.flatMap((sheet) =>
    [...sheet.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6})`, "g"))].map(([, hex = ""]) => hex),
  );

type Channels = readonly number[];
const linearise = (hex: string): Channels =>
  [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
const multiply = (rows: readonly Channels[], by: Channels): number[] =>
  rows.map((row) => row.reduce((sum, factor, index) => sum + factor * (by[index] ?? 0), 0));

/** WCAG 2.2, contrast ratio. */
function measureContrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [a, b]
    .map((hex) => multiply([[0.2126, 0.7152, 0.0722]], linearise(hex))[0] ?? 0)
    .sort((first, second) => first - second);
  return (light + 0.05) / (dark + 0.05);
}

/** Machado, Oliveira, Fernandes 2009, severity 1: https://doi.org/10.1109/TVCG.2009.113 */
const SIGHTS: Record<string, readonly Channels[]> = {
  "full sight": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** Distance in Oklab: https://bottosson.github.io/posts/oklab/ */
function measureDistance(a: string, b: string, sight: readonly Channels[]): number {
  const [from = [], to = []] = [a, b].map((hex) => {
    const seen = multiply(sight, linearise(hex)).map((part) => Math.max(0, part));
    const cones = multiply(
      [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
      ],
      seen,
    ).map(Math.cbrt);
    return multiply(
      [
        [0.2104542553, 0.793617785, -0.0040720468],
        [1.9779984951, -2.428592205, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.808675766],
      ],
      cones,
    );
  });
  return Math.hypot(...from.map((part, index) => part - (to[index] ?? 0)));
}

describe.each([
  ["light", 0],
  ["dark by the system", 1],
  ["dark by choice", 2],
] as const)("colours of groups and measures, %s", (_, theme) => {
  const ground = findValues("canvas")[theme] ?? "";
  const groups = GROUP_SWATCHES.map((name) => findValues(name)[theme] ?? "");
  const ramp = RAMP_SWATCHES.map((name) => findValues(name)[theme] ?? "");

  test("have a contrast of 3:1 to the ground", () => {
    for (const colour of [...groups, ...ramp, findValues("group-other")[theme] ?? ""])
      expect(measureContrast(colour, ground), colour).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.entries(SIGHTS))("of groups keep apart in %s", (name, sight) => {
    groups.forEach((colour, index) => {
      for (const other of groups.slice(index + 1))
        expect(measureDistance(colour, other, sight), `${colour} and ${other} in ${name}`).toBeGreaterThan(
          0.09,
        );
    });
  });

  test("of measures go one way, from faint to strong", () => {
    const contrasts = ramp.map((colour) => measureContrast(colour, ground));
    expect(contrasts).toEqual(contrasts.toSorted((a, b) => a - b));
  });
});
