import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findViolations } from "./find-violations.ts";
import { describeInChromium, type Explorer, startExplorer } from "./open-explorer.ts";

/** Writes a picture from the menu. */
async function writePicture(page: Page, name: string): Promise<Buffer> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name, exact: true }).click();
  return await readFile(await (await coming).path());
}

/** The texts of an SVG, which has to be well-formed. */
function readTexts(svg: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (text) => {
    if (text.trim()) texts.push(text);
  });
  parser.write(svg).close();
  return texts;
}

describeInChromium("a picture of the graph", () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await startExplorer();
  });
  afterAll(() => explorer.close());

  test("is written as SVG with its labels and the legend of its kinds and links", async () => {
    const { page, problems } = await explorer.open("");
    const texts = readTexts(String(await writePicture(page, "SVG")));
    expect(texts).toEqual(
      expect.arrayContaining(["GICv3", "Shown", "Organisations", "Linked by", "works on"]),
    );
    expect(problems).toEqual([]);
  });

  test("has dashes where the screen has them, in the legend, too: for what is promised", async () => {
    const { page, problems } = await explorer.open("#relations=committed_to");
    await page.locator(".legend .line.is-dashed").waitFor();
    const links = Number(
      await page
        .getByRole("button", { name: /^promised to act on/ })
        .locator(".legend-count")
        .textContent(),
    );
    const dashed = String(await writePicture(page, "SVG")).match(/stroke-dasharray/g);
    expect(dashed).toHaveLength(links + 1);
    expect(problems).toEqual([]);
  });

  test("has the communities' names and outlines where colours tell them, and the size's meaning", async () => {
    const { page } = await explorer.open("#colour=community&size=degree");
    await page.getByText(/^Size: /).waitFor();
    const [first = ""] = await page.locator(".legend .legend-group .legend-name").allTextContents();
    const svg = String(await writePicture(page, "SVG"));
    const texts = readTexts(svg);
    expect(texts).toEqual(expect.arrayContaining(["Colour: Community", first]));
    expect(texts.filter((text) => text.startsWith("Size: "))).toHaveLength(1);
    expect(svg).toContain('opacity="0.08"');
  });

  test("lifts what an answer names, and has nothing else by name", async () => {
    const { page } = await explorer.open("#ask=who+works+on+GICv3");
    await page.getByRole("complementary", { name: "Answer: who works on GICv3" }).waitFor();
    await page.getByText("Spending most time on GICv3").first().waitFor();
    const texts = readTexts(String(await writePicture(page, "SVG")));
    expect(texts).toEqual(expect.arrayContaining(["GICv3", "Marc Zyngier", "ARM"]));
    expect(texts).not.toContain("Peter Maydell");
    await page.getByRole("button", { name: "Close" }).click();
    expect(readTexts(String(await writePicture(page, "SVG")))).toContain("Peter Maydell");
  });

  test("has a neighbourhood over a veil, as seen, and pins", async () => {
    const { page } = await explorer.open("#node=topic:gicv3&pin=topic:gicv3");
    await page.getByRole("complementary", { name: "GICv3" }).waitFor();
    const svg = String(await writePicture(page, "SVG"));
    expect(svg).toContain('opacity="0.84"');
  });

  test("is written as PNG at the resolution asked for", async () => {
    const { page, problems } = await explorer.open("");
    const sizes: number[] = [];
    for (const scale of [1, 2, 4]) {
      const png = await writePicture(page, `PNG ${scale}×`);
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      sizes.push(png.readUInt32BE(16));
    }
    const [one = 0, two, four] = sizes;
    expect([two, four]).toEqual([2 * one, 4 * one]);
    expect(problems).toEqual([]);
  });

  test("is offered in a menu that says what each file contains, which the palette opens at the form", async () => {
    const { page, problems } = await explorer.open("");
    await page.getByText(/\d+ nodes and [1-9]\d* links are shown/).waitFor({ state: "attached" });
    await page.keyboard.press("x");
    const menu = page.getByRole("group", { name: "Export", exact: true });
    await menu
      .getByText(/^Contains the names of \d+ people, the whole text of 1 document, \d+ sentences, /)
      .first()
      .waitFor();
    await menu.getByRole("checkbox", { name: /minutes’ text/ }).check();
    await expect.poll(() => menu.getByText(/the whole text of/).count()).toBe(0);
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await menu.waitFor({ state: "detached" });
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog", { name: "Every action" });
    await palette.waitFor();
    await page.keyboard.type("export as graphml");
    await palette.getByRole("option", { name: "Export as GraphML" }).waitFor();
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe("GraphML, for yEd and NetworkX");
    const coming = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    expect((await coming).suggestedFilename()).toBe("minutes-graph.graphml");
    await menu.waitFor({ state: "detached" });
    expect(problems).toEqual([]);
  });
});
