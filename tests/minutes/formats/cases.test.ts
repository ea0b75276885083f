import { describe, expect, test } from "vitest";
import { decodeDocuments } from "../../../src/minutes/decode-document.ts";
import { readCaseFiles } from "./case-file.ts";
import { describeDocuments, findLies } from "./describe-documents.ts";

for (const [file, cases] of readCaseFiles()) {
  describe(file, () => {
    test.each(cases)("$title", async ({ path, source, expected }) => {
      const decoding = await decodeDocuments(path, new TextEncoder().encode(source));
      expect(describeDocuments(decoding)).toBe(expected);
      expect(decoding.documents.flatMap(findLies)).toEqual([]);
    });
  });
}
