import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildGraph } from "../../src/build-graph.ts";
import type { SerializedMinutesGraph } from "../../src/model/graph-attributes.ts";
import { gazetteer, KVM_PATH, KVM_TEXT, toFile } from "./build-minutes.ts";

/** How many documents are mutilated; `MUTILATED=10000` for the long run. */
const RUNS = Number(process.env["MUTILATED"] ?? 150);

const MINUTES: Readonly<Record<string, string>> = {
  [KVM_PATH]: KVM_TEXT,
  "board.txt": `Harbour Foundation Board Meeting, 2023-03-09

Attendees:
   Ingrid Solberg (President)
   Pavel Dvořák (Treasurer)
   Amara Okafor

1. Treasurer's report
   Pavel presented the budget.
   ACTION: Pavel to contact Meridian Systems about the renewal.

2. Trademark policy
   RESOLVED: adopt the trademark policy as amended.
`,
  "weekly.md": `# SIG Lantern, May 14, 2024

**Attendees:** Priya Natarajan (Northwind), Tomás Ferreira (Bluefin Labs), @drobert

- [tomas] [Structured wick trimming](https://example.org/4021)
  - Tomás: e2e tests are flaky, I am fixing the conformance job
  - AI(tomas): update the proposal
- Lantern Operator v0.9
  > quoted **words**

| Action | Owner |
|---|---|
| publish the release notes | @drobert |
`,
  "reply.txt": `From: Rosa Almeida <rosa@quarrysoft.example>
Date: Mon, 6 Jun 2016 18:12:44 +0200
Subject: Re: Minutes of the Marble call

On 6 June, Pete Lindqvist wrote:
> 1) Release 2.4
>  - Rosa is bisecting the regression
Fixed now.
--
Rosa
`,
};

const build = async (texts: Readonly<Record<string, string>>): Promise<SerializedMinutesGraph> => {
  const files = Object.entries(texts).map(([path, text]) => toFile(path, text));
  return (await buildGraph(files, { gazetteer })).graph;
};

/** Names that every object has. */
const COMMON_NAMES = ["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"];

function findLies({ attributes, edges }: SerializedMinutesGraph): string[] {
  const quotes = edges.flatMap((edge) =>
    (edge.attributes?.evidence ?? [])
      .filter(({ document, start, end, quote }) => {
        const text = attributes.documents[document]?.text ?? "";
        return quote === "" || text.slice(start, end) !== quote;
      })
      .map(({ quote }) => `${edge.key}: ${quote}`),
  );
  const mentions = Object.values(attributes.documents).flatMap(({ text, mentions: found }) =>
    found
      .filter(({ start, end }, index) => {
        const before = found[index - 1]?.end ?? 0;
        return start < before || end <= start || end > text.length;
      })
      .map(({ node, start }) => `${node} at ${start}`),
  );
  return [...quotes, ...mentions];
}

/** Cuts, doubles, shuffles lines, and puts markers and stray characters in. */
const damage = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(400),
  change: fc.constantFrom("cut", "double", "swap", "flatten", "insert"),
  inserted: fc.oneof(
    fc.constantFrom(
      "- ",
      "* ",
      "# ",
      "> ",
      "| ",
      "(",
      ")",
      "[",
      ":",
      "**",
      "\n",
      "\t",
      "@",
      "…",
      "ACTION: ",
      "<b>",
      "```\n",
    ),
    fc.string({ unit: "binary", maxLength: 8 }),
  ),
});

function mutilate(
  text: string,
  changes: readonly { from: number; length: number; change: string; inserted: string }[],
): string {
  return changes.reduce((current, { from, length, change, inserted }) => {
    const at = Math.floor(from * current.length);
    const stretch = current.slice(at, at + length);
    if (change === "cut") return current.slice(0, at) + current.slice(at + length);
    if (change === "double") return current.slice(0, at) + stretch + current.slice(at);
    if (change === "swap")
      return current.slice(0, at) + stretch.split("\n").toReversed().join("\n") + current.slice(at + length);
    if (change === "flatten") return current.replaceAll("\n", " ");
    return current.slice(0, at) + inserted + current.slice(at);
  }, text);
}

describe("a word that is also the name of something every object has", () => {
  test.each(COMMON_NAMES)("%s is a word like any other", async (name) => {
    const graph = await build({
      "gate.md": `# Gate call 2024-03-05\n\nAttendees: Ann Lee, ${name}\n\n## ${name}\n\nAnn fixed the gate 2.1 ${name} and the ${name}.\n\n- ${name}: the ${name} is slow\n- ACTION: ${name} to paint the ${name}\n\n| ${name} | Owner |\n|---|---|\n| ${name} | Ann |\n`,
      "gate.html": `<html><body><h1>Gate call, 6 March 2024</h1><p>Attendees: Ann Lee<${name}>x</${name}></p><ul><li>${name}</ul></body></html>`,
      "gate.eml": `From: Ann Lee <ann@gate.example>\nSubject: Gate call minutes\nDate: Thu, 7 Mar 2024 10:00:00 +0000\n${name}: x\n\nAttendees: Ann Lee\n\nAnn fixed the ${name}.\n`,
    });
    expect(graph.nodes.length).toBeGreaterThan(3);
    expect(findLies(graph)).toEqual([]);
  });
});

describe("a build", () => {
  test("gives the same bytes whatever the order of the files", async () => {
    const whole = JSON.stringify(await build(MINUTES));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(Object.keys(MINUTES), { minLength: 4 }), async (order) => {
        const texts = Object.fromEntries(order.map((path) => [path, MINUTES[path] ?? ""]));
        expect(JSON.stringify(await build(texts))).toBe(whole);
      }),
      { numRuns: 8 },
    );
  });

  test("gives the same bytes in every time zone", async () => {
    const zone = process.env["TZ"];
    const built = [];
    for (const name of ["UTC", "Pacific/Auckland", "America/Los_Angeles"]) {
      process.env["TZ"] = name;
      built.push(JSON.stringify(await build(MINUTES)));
    }
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
    expect(new Set(built).size).toBe(1);
  });

  test("cites what stands in the minutes, at its place", async () => {
    const graph = await build(MINUTES);
    expect(graph.edges.length).toBeGreaterThan(100);
    expect(findLies(graph)).toEqual([]);
  });

  test("of mutilated minutes neither fails nor cites a wrong place", { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(MINUTES)),
        fc.array(damage, { minLength: 1, maxLength: 6 }),
        async (path, changes) => {
          expect(findLies(await build({ [path]: mutilate(MINUTES[path] ?? "", changes) }))).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
  });

  // A pattern that backtracks without bound would not come back from these in the test's time.
  test.each([
    "Status: ",
    "Minutes: ",
    "ITEM: ",
    "Present: ",
    "vendor (",
    "2023-05-04 - ",
    "lead: ",
    "with help of ",
  ])("of a line that never ends, behind '%s', comes to an end", async (lead) => {
    const tails = ["a".repeat(3000), "Ann ".repeat(750), "(".repeat(3000), "Ann, ".repeat(600)];
    for (const tail of tails)
      for (const end of [" b c d e f", "!"])
        for (const path of ["a.txt", "a.md"])
          expect(findLies(await build({ [path]: `# Harbour\n\n- ${lead}${tail}${end}\n` }))).toEqual([]);
  });

  test("of any text at all neither fails nor cites a wrong place", { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("a.txt", "a.md", "a.html", "a.eml"),
        fc.string({ unit: "binary", maxLength: 300 }),
        async (path, text) => {
          expect(findLies(await build({ [path]: text }))).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
  });
});
