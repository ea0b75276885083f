import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createGraphSource } from "../../src/formats/graph-source.ts";
import { generateSharedPage } from "../../src/formats/write-shared-page.ts";
import type { SerializedMinutesGraph } from "../../src/model/graph-attributes.ts";
import { describeInChromium, type Explorer, startExplorer } from "./open-explorer.ts";

const root = new URL("../../", import.meta.url);

describeInChromium("a shared page", () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await startExplorer();
  });
  afterAll(() => explorer.close());

  /** The page on the disk, opened with the network cut. */
  async function openFromDisk(html: string) {
    const folder = mkdtempSync(join(tmpdir(), "minutes-graph-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, "shared.html");
    writeFileSync(path, html);
    const context = (await explorer.open()).page.context();
    await context.setOffline(true);
    const page = await context.newPage();
    const problems: string[] = [];
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("request", (request) => /^(?:https?|wss?):/.test(request.url()) && problems.push(request.url()));
    await page.goto(pathToFileURL(path).href);
    return { page, problems };
  }

  function createPage(fragment: string, change?: (graph: SerializedMinutesGraph) => void): string {
    const template = readFileSync(new URL("dist/explorer/share.html", root), "utf8");
    const graph = JSON.parse(
      readFileSync(new URL("dist/explorer/graph.json", root), "utf8"),
    ) as SerializedMinutesGraph;
    change?.(graph);
    return [...generateSharedPage(template, createGraphSource(graph), { name: "Tea", fragment })].join("");
  }

  test("opens from the disk with no network, and answers a search and a question with the sentence", async () => {
    const { page, problems } = await openFromDisk(createPage(""));
    await page.getByRole("combobox").first().fill("gicv3");
    await page.getByRole("option", { name: /GICv3/ }).first().click();
    await page.getByText("Spending most time on GICv3").first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("combobox").first().fill("who works on GICv3");
    await page.keyboard.press("Enter");
    const answer = page.getByRole("complementary").filter({ hasText: "Marc Zyngier" });
    await answer.getByText("Spending most time on GICv3").first().waitFor();
    expect(problems).toEqual([]);
  });

  test("opens with the view that was shared", async () => {
    const { page } = await openFromDisk(createPage("view=list"));
    await page.getByRole("table").first().waitFor();
    expect(new URL(page.url()).hash).toBe("#view=list");
  });

  test("text of the minutes cannot end the data or run", async () => {
    const { page, problems } = await openFromDisk(
      createPage("", (graph) => {
        const first = graph.nodes.find(({ attributes }) => attributes?.kind === "topic");
        if (first?.attributes) first.attributes.label = "</script><script>globalThis.hacked = 1</script><!--";
      }),
    );
    await page.getByRole("combobox").first().waitFor();
    expect(await page.evaluate("globalThis.hacked")).toBeUndefined();
    expect(problems).toEqual([]);
  });

  test("the button writes it from the explorer, at most 400 kB beside the data", async () => {
    const { page } = await explorer.open();
    await page.getByRole("button", { name: "Export" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "One page to share" }).click();
    const written = readFileSync(await (await download).path(), "utf8");
    const data = readFileSync(new URL("dist/explorer/graph.json", root), "utf8");
    expect(written.length - data.length).toBeLessThan(400_000);
    const { page: shared, problems } = await openFromDisk(written);
    await shared.getByRole("combobox").first().waitFor();
    expect(problems).toEqual([]);
  });
});
