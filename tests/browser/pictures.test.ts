import { readFileSync } from "node:fs";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInChromium, type Explorer, startExplorer } from "./open-explorer.ts";

describeInChromium("a picture of the graph", () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await startExplorer();
  });
  afterAll(() => explorer.close());

  test("is written as SVG with its shapes, labels and legend", async () => {
    const { page } = await explorer.open("");
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "SVG picture, with legend" }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe("minutes-graph.svg");
    const svg = readFileSync(await download.path(), "utf8");
    expect(() => new SaxesParser().write(svg).close()).not.toThrow();
    expect(svg.match(/<polygon /g)?.length).toBeGreaterThan(20);
    expect(svg).toContain(">Organisations</text>");
    expect(svg).toContain(">GICv3</text>");
  });
});
