import { describe, expect, test } from "vitest";
import { parsePlainText } from "../../src/minutes/formats/plain.ts";
import { findNumberedTitles, findNumbersOverHeadings } from "../../src/minutes/numbered-titles.ts";

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

describe("numbers over text", () => {
  const titles = (text: string): string[] =>
    [...findNumberedTitles(parsePlainText(text))].map(({ content }) => content.text);
  const VOTES =
    "1) Roll call\nPresent: Ada\n\n2a) The jib\nAbstract: it is long.\n\nAda: +1\nBen: pending\n\n2b) The hook\n\nAda: +1\n\n3) Date of next\nMay\n";

  test("are titles where what stands between them is of none", () => {
    expect(titles(VOTES)).toEqual(["Roll call", "The jib", "The hook", "Date of next"]);
  });

  test("go on over numbers within what one of them is about", () => {
    const within = VOTES.replace("Ben: pending", "1) oil it\n2) sell it\n\nBen: pending");
    expect(titles(within)).toEqual(["Roll call", "The jib", "The hook", "Date of next"]);
  });

  test("are none where one of them is a paragraph itself", () => {
    expect(titles(VOTES.replace("The jib", "The jib is long. ".repeat(8)))).toEqual([]);
  });
});
