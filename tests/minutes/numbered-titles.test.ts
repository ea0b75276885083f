import { describe, expect, test } from "vitest";
import { parsePlainText } from "../../src/minutes/formats/plain.ts";
import { findNumbersOverHeadings } from "../../src/minutes/numbered-titles.ts";

const find = (text: string): string[] =>
  [...findNumbersOverHeadings(parsePlainText(text)).keys()].map(({ content }) => content.text);

describe("numbers over headings", () => {
  test("go on behind the headings between them", () => {
    const reports =
      "1. Reports\n\nQuay Works\n  - Ada: paint\n\nDredge Ltd\n  - Ben: silt\n\n2. Budget\n\n   Nothing.\n";
    expect(find(reports)).toEqual(["Reports", "Budget"]);
  });

  test("are none where a heading only comes behind the last of them", () => {
    expect(find("1. Paint\n   - blue\n2. Rope\n   - long\n\n== Gates ==\n\nBen oils them.\n")).toEqual([]);
  });

  test("are none where they stand below headings of that level", () => {
    expect(find("== Cranes ==\n1. Paint\n   - blue\n\n== Gates ==\n2. Rope\n   - long\n")).toEqual([]);
  });
});
