import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { extractClaims } from "../../src/extract/extract-claims.ts";
import { decodeDocuments } from "../../src/minutes/decode-document.ts";
import { parseMinutes } from "../../src/minutes/parse-minutes.ts";
import { gazetteer, toFile } from "../build/build-minutes.ts";
import { readCases } from "./read-cases.ts";

const source = new URL("../../src/extract/", import.meta.url);
/** Names labels that the reader looks up and that leave no mention of their own. */
const UNSEEN = "speaker-label";

const RULES = [
  ...new Set(
    readdirSync(source, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(new URL(name, source), "utf8"))
      .flatMap((code) => [...code.matchAll(/\brule: (?:\w+ \? )?"([\w-]+)"/g)].map(([, rule = ""]) => rule)),
  ),
]
  .toSorted()
  .filter((rule) => rule !== UNSEEN);

const ENDINGS: Readonly<Record<string, string>> = { plain: "txt", mail: "eml" };

async function findRules(format: string, minutes: string): Promise<string[]> {
  const { path, bytes } = toFile(`case.${ENDINGS[format] ?? "md"}`, minutes);
  const { documents } = await decodeDocuments(path, bytes);
  return documents.flatMap((document) => {
    const { claims, mentions } = extractClaims(parseMinutes(document), gazetteer);
    return [...claims, ...mentions].map(({ rule }) => rule);
  });
}

describe("the cases", async () => {
  const folder = new URL("cases/", import.meta.url);
  const cases = readdirSync(folder).flatMap((file) => readCases(readFileSync(new URL(file, folder), "utf8")));
  const found = await Promise.all(cases.map(({ format, minutes }) => findRules(format, minutes)));
  const exercised = new Set(found.flat());

  test("are found, and so are the rules", () => {
    expect(cases.length).toBeGreaterThan(80);
    expect(RULES.length).toBeGreaterThan(15);
  });

  test.each(RULES)("exercise the rule %s", (rule) => {
    expect(exercised).toContain(rule);
  });
});
