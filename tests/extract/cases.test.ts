import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { MinutesGraph } from "../../src/model/graph-attributes.ts";
import { NODE_KINDS, RELATIONS } from "../../src/model/schema.ts";
import { buildMinutes, findEvidence, listFacts, listLabels } from "../build/build-minutes.ts";

/*
 * Each file of cases/ is about one habit of minute-takers. A case is a line `=== rule (format)`, the minutes, a line
 * `---`, and what the graph says: `relation: source -> target`, `kind: name`, or either with `not` in front;
 * `only relation: a -> b; c -> d` names all edges of a relation.
 */
const folder = new URL("cases/", import.meta.url);

interface Case {
  rule: string;
  format: string;
  minutes: string;
  expected: string[];
}

function readCases(text: string): Case[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [heading = "", ...lines] = part.split("\n");
      const [, rule = heading, format = "markdown"] = /^(.*?)(?: \((markdown|plain)\))?$/.exec(heading) ?? [];
      const cut = lines.lastIndexOf("---");
      return {
        rule,
        format,
        minutes: lines.slice(0, cut).join("\n"),
        expected: lines.slice(cut + 1).filter((line) => line.trim() !== ""),
      };
    });
}

for (const file of readdirSync(folder).toSorted())
  describe(file.replace(/\.txt$/, ""), () => {
    test.each(readCases(readFileSync(new URL(file, folder), "utf8")))(
      "$rule",
      async ({ format, minutes, expected }) => {
        expect(expected.length).toBeGreaterThan(0);
        const graph = await buildMinutes({ [`case.${format === "plain" ? "txt" : "md"}`]: minutes });
        for (const line of expected) check(graph, line);
      },
    );
  });

function check(graph: MinutesGraph, line: string): void {
  const [, only, not, subject = "", what = ""] =
    /^(only )?(not )?(\w+): ?(.*)$/.exec(line) ?? expect.fail(`not readable: ${line}`);
  const relation = RELATIONS.find((name) => name === subject);
  const kind = NODE_KINDS.find((name) => name === subject);
  if (relation && only) {
    const wanted = what === "" ? [] : what.split("; ");
    expect(listFacts(graph, relation), line).toEqual(wanted.toSorted());
  } else if (relation) {
    const [source = "", target = ""] = what.split(" -> ");
    const found = findEvidence(graph, source, relation, target);
    expect(found.length > 0, `${line}\n${listFacts(graph, relation).join("\n")}`).toBe(!not);
  } else if (kind && only) expect(listLabels(graph, kind), line).toEqual(what.split("; ").toSorted());
  else if (kind && not) expect(listLabels(graph, kind), line).not.toContain(what);
  else if (kind) expect(listLabels(graph, kind), line).toContain(what);
  else expect.fail(`neither a relation nor a kind: ${line}`);
}
