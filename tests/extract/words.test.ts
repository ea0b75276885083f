import { expect, test } from "vitest";
import { tokenize } from "../../src/extract/tokens.ts";
import { judgeOnce } from "../../src/extract/words.ts";

test("judges a word once, wherever it stands", () => {
  const judged: string[] = [];
  const isLong = judgeOnce(({ text }) => {
    judged.push(text);
    return text.length > 3;
  });
  const tokens = [...tokenize("Kettles boil, kettles"), ...tokenize("boil Kettles so")];
  expect(tokens.map(isLong)).toEqual([true, true, false, true, true, true, false]);
  expect(judged).toEqual(["Kettles", "boil", ",", "kettles", "so"]);
});

test("keeps one judgement apart from another", () => {
  const isLower = judgeOnce(({ text, lower }) => text === lower);
  const isShort = judgeOnce(({ text }) => text.length < 4);
  const [pot] = tokenize("Pot");
  expect(pot && [isLower(pot), isShort(pot), isLower(pot)]).toEqual([false, true, false]);
});
