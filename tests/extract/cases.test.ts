import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { MinutesGraph } from "../../src/model/graph-attributes.ts";
import { NODE_KINDS, RELATIONS, type NodeKind } from "../../src/model/schema.ts";
import { buildMinutes, findEvidence, listFacts, listLabels } from "../build/build-minutes.ts";
import { readCases } from "./read-cases.ts";

/*
 * Each file of cases/ is about one habit of minute-takers. A case is a line `=== rule (format)`, the minutes, a line
 * `---`, and what the graph says: `relation: source -> target`, `kind: name`, or either with `not` in front;
 * `only relation: a -> b; c -> d` names all edges of a relation; `diagnostic: code` a diagnostic of the build.
 */
const ENDINGS: Readonly<Record<string, string>> = { plain: "txt", mail: "eml" };
const folder = new URL("cases/", import.meta.url);

for (const file of readdirSync(folder).toSorted())
  describe(file.replace(/\.txt$/, ""), () => {
    test.each(readCases(readFileSync(new URL(file, folder), "utf8")))(
      "$rule",
      async ({ format, minutes, expected }) => {
        expect(expected.length).toBeGreaterThan(0);
        const graph = await buildMinutes({ [`case.${ENDINGS[format] ?? "md"}`]: minutes });
        for (const line of expected) check(graph, line);
      },
    );
  });

function check(graph: MinutesGraph, line: string): void {
  const [, only, not, subject = "", what = ""] =
    /^(only )?(not )?(\w+): ?(.*)$/.exec(line) ?? expect.fail(`not readable: ${line}`);
  const relation = RELATIONS.find((name) => name === subject);
  const kind = NODE_KINDS.find((name) => name === subject);
  if (subject === "diagnostic") checkDiagnostic(graph, what);
  else if (relation && only) {
    const wanted = what === "" ? [] : what.split("; ");
    expect(listFacts(graph, relation), line).toEqual(wanted.toSorted());
  } else if (relation) {
    const [source = "", target = ""] = what.split(" -> ");
    const found = findEvidence(graph, source, relation, target);
    expect(found.length > 0, `${line}\n${listFacts(graph, relation).join("\n")}`).toBe(!not);
  } else if (kind) checkKind(graph, kind, only ? "only" : not ? "not" : "", what);
  else expect.fail(`neither a relation nor a kind: ${line}`);
}

function checkDiagnostic(graph: MinutesGraph, code: string): void {
  expect(graph.getAttribute("diagnostics").map((diagnostic) => diagnostic.code)).toContain(code);
}

function checkKind(graph: MinutesGraph, kind: NodeKind, how: "only" | "not" | "", what: string): void {
  const labels = listLabels(graph, kind);
  if (how === "only") expect(labels, kind).toEqual(what === "" ? [] : what.split("; ").toSorted());
  else if (how === "not") expect(labels, kind).not.toContain(what);
  else expect(labels, kind).toContain(what);
}
