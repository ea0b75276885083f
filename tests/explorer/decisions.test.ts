import { describe, expect, test } from "vitest";
import { listOffers, toCorrections, type Decision } from "../../src/explorer/data/decisions.ts";
import { readSourceFiles } from "../../src/explorer/data/read-source-files.ts";

const TEXT = `Status call, 2015-03-02

Attendees:
- Marc Zyngier (ARM)
- Marc Jones (Linaro)
- Peter Maydell (Linaro)

Minutes:
- Marc is working on the tide scheduler.
- Marc will review the tide schedular.
- Peter is working on the PCI controller.
`;
const FILE = { path: "call.txt", bytes: new TextEncoder().encode(TEXT) };

describe("what a reader decides", () => {
  test("is offered where the minutes leave it open, and closes the question", async () => {
    const open = await build([]);
    const offers = open.diagnostics.map((note) => listOffers(note).map(({ title }) => title));
    expect(offers).toEqual([
      ["Marc Zyngier", "Marc Jones"],
      ["The same", "Two things"],
    ]);
    const decisions = open.diagnostics.map((note) => listOffers(note)[0]?.decision as Decision);
    const decided = await build(decisions);
    expect(decided.diagnostics).toEqual([]);
    const keys = decided.graph.nodes.map(({ key }) => key);
    expect(keys).toContain("person:marc-zyngier");
    expect(keys).not.toContain("person:marc");
    expect(keys.filter((key) => key.includes("tide"))).toHaveLength(1);
  });

  test("leaves two things two, and asks no more", async () => {
    const [, similar] = (await build([])).diagnostics;
    const decision = similar && listOffers(similar)[1]?.decision;
    const decided = await build(decision ? [decision] : []);
    expect(decided.diagnostics.map(({ code }) => code)).toEqual(["ambiguous-name"]);
    expect(decided.graph.nodes.filter(({ key }) => key.includes("tide"))).toHaveLength(2);
  });

  const build = (decisions: readonly Decision[]) =>
    readSourceFiles([FILE], { corrections: toCorrections(decisions) });
});
