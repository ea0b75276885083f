import { expect, test } from "vitest";
import { writeCsv } from "../../src/formats/write-csv.ts";

test("quotes what holds a comma, a quotation mark or a line break, and nothing else", () => {
  expect(
    writeCsv([
      ["a", 1, undefined, "b c"],
      ['x "y"', "p,q", "two\nlines"],
    ]),
  ).toBe('a,1,,b c\n"x ""y""","p,q","two\nlines"\n');
});

test.for(["=1+1", "+1", "-1", "@sum", "\t=1", " =1", "\r=1", "\u0000=1", "＝1"])(
  "%j does not become a formula",
  (text) => {
    expect(writeCsv([[text]])).toMatch(/^"?'/);
  },
);

test("a negative number stays a number", () => {
  expect(writeCsv([[-1.5]])).toBe("-1.5\n");
});
