import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { SerializedMinutesGraph } from "../../src/model/graph-attributes.ts";
import { findViolations } from "./find-violations.ts";
import { describeInChromium, startExplorer, type Explorer } from "./open-explorer.ts";

describeInChromium("using the explorer", () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await startExplorer();
  });
  afterEach(() => explorer.closePages());
  afterAll(() => explorer.close());

  test("undoes and redoes by key and button, and a new step forgets what was undone", async () => {
    const { page, problems } = await openGraph(explorer);
    expect(await page.getByRole("button", { name: "Undo" }).isDisabled()).toBe(true);
    await getFilter(page, "Topics").click();
    await search(page, "marc zyngier");
    await getCard(page, "Marc Zyngier").waitFor();
    await page.keyboard.press("Control+z");
    await getCard(page, "Marc Zyngier").waitFor({ state: "detached" });
    expect(await getFilter(page, "Topics").getAttribute("aria-pressed")).toBe("false");
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await getFilter(page, "Topics").getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("Control+Shift+z");
    expect(await getFilter(page, "Topics").getAttribute("aria-pressed")).toBe("false");
    await page.getByRole("button", { name: "Redo" }).click();
    await getCard(page, "Marc Zyngier").waitFor();
    await page.keyboard.press("Control+z");
    await getFilter(page, "People").click();
    expect(await page.getByRole("button", { name: "Redo" }).isDisabled()).toBe(true);
    expect(problems).toEqual([]);
  });

  test("leaves undoing to the text field in which is being typed", async () => {
    const { page } = await openGraph(explorer);
    await getFilter(page, "Topics").click();
    await page.getByRole("combobox").fill("mar");
    await page.keyboard.press("Control+z");
    expect(await getFilter(page, "Topics").getAttribute("aria-pressed")).toBe("false");
  });

  test("the palette finds an action in spite of a slip, shows its key and runs it", async () => {
    const { page, problems } = await openGraph(explorer);
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog", { name: "Every action" });
    await palette.waitFor();
    await page.keyboard.type("vew matrx");
    const option = palette.getByRole("option", { name: "View as matrix" });
    await option.waitFor();
    expect(await option.locator("kbd").textContent()).toBe("M");
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await palette.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Matrix", pressed: true }).waitFor();
    await page.keyboard.press("Control+k");
    await palette.waitFor();
    await page.keyboard.type("undo");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Graph", pressed: true }).waitFor();
    expect(problems).toEqual([]);
  });

  test("the palette opens again by a key that is pressed as soon as it has closed", async () => {
    const { page, problems } = await openGraph(explorer);
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog", { name: "Every action" });
    await palette.waitFor();
    await page.keyboard.type("matrix");
    await palette.getByRole("option", { name: "View as matrix" }).waitFor();
    await page.evaluate(async () => {
      const keys = { bubbles: true, cancelable: true };
      const input = document.querySelector(".palette input");
      input?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ...keys }));
      // The page renders meanwhile; what the browser tells of the dialog comes later.
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true, ...keys }));
    });
    await page.getByRole("button", { name: "Matrix", pressed: true }).waitFor();
    await palette.waitFor();
    expect(problems).toEqual([]);
  });

  test("the palette offers no action that is not possible, and says so where it knows none", async () => {
    const { page } = await openGraph(explorer);
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog", { name: "Every action" });
    await palette.getByRole("option", { name: "Fit the graph" }).waitFor();
    expect(await palette.getByRole("option", { name: "Redo" }).count()).toBe(0);
    await page.keyboard.type("xylophone");
    await palette.getByText("No action is called that.").waitFor();
    await page.keyboard.press("Escape");
    await palette.waitFor({ state: "detached" });
  });

  test("hides a node by key and by button, tells how many are hidden, and shows them again", async () => {
    const { page, problems } = await openGraph(explorer);
    const all = await countShown(page);
    await search(page, "marc zyngier");
    await getCard(page, "Marc Zyngier").waitFor();
    await page.keyboard.press("h");
    await getCard(page, "Marc Zyngier").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "1 hidden: show" }).waitFor();
    await search(page, "gicv3");
    await getCard(page, "GICv3").getByRole("button", { name: "Hide", exact: true }).click();
    await page.getByRole("button", { name: "2 hidden: show" }).waitFor();
    expect((await countShown(page)).nodes).toBe(all.nodes - 2);
    const { page: other } = await openGraph(explorer, new URL(page.url()).hash);
    await other.getByRole("button", { name: "2 hidden: show" }).click();
    await expect.poll(() => countShown(other)).toEqual(all);
    expect(problems).toEqual([]);
  });

  test("a pinned node stays where it is while the layout runs, and the others move", async () => {
    const { page, problems } = await openGraph(explorer);
    await search(page, "marc zyngier");
    await page.keyboard.press("k");
    await page.getByRole("button", { name: "Pin", pressed: true }).waitFor();
    await page.getByRole("button", { name: "1 pinned: release" }).waitFor();
    const before = await exportPlaces(page);
    await page.getByRole("button", { name: "Run the layout" }).click();
    await page.getByRole("button", { name: "Run the layout", pressed: true }).waitFor();
    await page.waitForTimeout(1500);
    await page.keyboard.press("r");
    const after = await exportPlaces(page);
    expect(after.get("person:marc-zyngier")).toEqual(before.get("person:marc-zyngier"));
    const moved = [...after].filter(([node, place]) => String(place) !== String(before.get(node)));
    expect(moved.length).toBeGreaterThan(5);
    expect(problems).toEqual([]);
  });

  test("expanding shows the neighbours of a node though their kind is filtered out", async () => {
    const { page } = await openGraph(explorer);
    await search(page, "marc zyngier");
    await getFilter(page, "Topics").click();
    const without = await countShown(page);
    await page.keyboard.press("e");
    await expect.poll(async () => (await countShown(page)).nodes).toBeGreaterThan(without.nodes);
    await page.getByRole("button", { name: "Expand", pressed: true }).click();
    await expect.poll(() => countShown(page)).toEqual(without);
  });

  test("tells the path between two nodes as sentences, from the card, and after a reload", async () => {
    const { page, problems } = await openGraph(explorer);
    await search(page, "marc zyngier");
    await page.getByRole("button", { name: "Path to…" }).click();
    await page.getByText("Path from Marc Zyngier to:").waitFor();
    await search(page, "christoffer dall");
    const panel = page.getByRole("complementary", { name: "Path: Marc Zyngier – Christoffer Dall" });
    await panel.getByText(/^Connected in \d steps\.$|^Directly connected\.$/).waitFor();
    const steps = panel.getByRole("listitem");
    expect(await steps.first().getByRole("button").first().textContent()).toContain("Marc Zyngier");
    expect(await findViolations(page)).toEqual([]);
    await steps.first().locator(".sentence").click();
    await page.locator("mark").first().waitFor();
    const { page: other } = await openGraph(explorer, new URL(page.url()).hash);
    await other.getByRole("complementary", { name: "Path: Marc Zyngier – Christoffer Dall" }).waitFor();
    await other.keyboard.press("Escape");
    await other.locator("mark").first().waitFor({ state: "detached" });
    await other.keyboard.press("Escape");
    await other.getByRole("complementary").waitFor({ state: "detached" });
    expect(problems).toEqual([]);
  });

  test("offers the path between two nodes that are selected together", async () => {
    const { page, problems } = await openGraph(explorer, "#nodes=person:marc-zyngier&nodes=organisation:arm");
    await page.getByRole("button", { name: "Path between them" }).click();
    const panel = page.getByRole("complementary", { name: "Path: Marc Zyngier – ARM" });
    await panel.getByText("Directly connected.").waitFor();
    await panel.getByText("Marc Zyngier is with ARM").waitFor();
    await page.keyboard.press("Control+z");
    await page.getByRole("button", { name: "Path between them" }).waitFor();
    expect(problems).toEqual([]);
  });

  test("gives up choosing a path's end with Escape, and keeps the card", async () => {
    const { page } = await openGraph(explorer);
    await search(page, "marc zyngier");
    await page.keyboard.press("p");
    await page.getByText("Path from Marc Zyngier to:").waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("Path from Marc Zyngier to:").waitFor({ state: "detached" });
    await getCard(page, "Marc Zyngier").waitFor();
  });

  test("filters by text, organisation and status combine, count, and go with one click", async () => {
    const { page, problems } = await openGraph(explorer);
    const all = await countShown(page);
    await page.getByText("More filters").click();
    await page.getByText("Organisation", { exact: true }).click();
    const values = page.getByRole("list", { name: "Organisation" });
    const total = Number(
      await values
        .getByRole("button", { name: /^ARM\s*\d/ })
        .locator(".legend-count")
        .textContent(),
    );
    await values.getByRole("button", { name: /^ARM\s*\d/ }).click();
    await expect.poll(async () => (await countShown(page)).nodes).toBe(total);
    await page.getByText("Status", { exact: true }).click();
    await page
      .getByRole("list", { name: "Status" })
      .getByRole("button", { name: /^in review/ })
      .click();
    await expect.poll(async () => (await countShown(page)).nodes).toBeLessThan(total);
    const both = await countShown(page);
    expect(both.edges).toBeGreaterThan(0);
    expect(await findViolations(page)).toEqual([]);
    const { page: other } = await openGraph(explorer, new URL(page.url()).hash);
    await expect.poll(() => countShown(other)).toEqual(both);
    await page.keyboard.press("f");
    await page.keyboard.type("gicv3");
    await expect.poll(async () => (await countShown(page)).nodes).toBeLessThan(both.nodes);
    expect(new URL(page.url()).hash).toContain("text=gicv3");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect.poll(() => countShown(page)).toEqual(all);
    expect(await page.getByRole("searchbox").inputValue()).toBe("");
    expect(problems).toEqual([]);
  });

  test("what filters take away stays as faint context where that is wished", async () => {
    const { page } = await openGraph(explorer, "#text=gicv3");
    const gone = await countInk(page);
    await page.getByRole("checkbox", { name: "Keep what is filtered out, faintly" }).check();
    await expect.poll(() => countInk(page)).toBeGreaterThan(gone * 1.08);
    expect(new URL(page.url()).hash).toContain("rest=faint");
  });

  test.each([390, 320])(
    "takes two rows for its header at %i pixels, and every action is at hand",
    async (width) => {
      const { page, problems } = await openGraph(explorer, "", { viewport: { width, height: 700 } });
      const box = await page.getByRole("banner").boundingBox();
      expect(box?.height).toBeLessThan(100);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.getByRole("button", { name: "Every action" }).click();
      await page.getByRole("option", { name: "Light or dark colours" }).click();
      await page.locator("html[data-theme=dark]").waitFor();
      expect(await findViolations(page)).toEqual([]);
      expect(problems).toEqual([]);
    },
  );

  test("says what is chosen in forced colours, too, and has its header in one row at 1280 pixels", async () => {
    const { page } = await openGraph(explorer, "#status=in+review", { forcedColors: "active" });
    const value = page.getByRole("list", { name: "Status" }).getByRole("button", { name: /^in review/ });
    await value.waitFor();
    const styles = await value.evaluate((element) => {
      const { borderTopColor, backgroundColor } = getComputedStyle(element);
      return [borderTopColor, backgroundColor];
    });
    expect(styles[0]).not.toBe(styles[1]);
    expect((await page.getByRole("banner").boundingBox())?.height).toBeLessThan(60);
  });

  test("gives three hints, which go away for good", async () => {
    const { page, problems } = await openGraph(explorer);
    const hints = page.getByRole("region", { name: "Hints" });
    await hints.getByText("1 of 3").waitFor();
    await hints.getByRole("button", { name: "Next hint" }).click();
    await hints.getByRole("button", { name: "Next hint" }).click();
    await hints.getByText("Drop your own minutes").waitFor();
    await hints.getByRole("button", { name: "Got it" }).click();
    await hints.waitFor({ state: "detached" });
    await page.reload();
    await page.getByText(/\d+ nodes and [1-9]\d* links are shown/).waitFor({ state: "attached" });
    expect(await hints.count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test("invites to open minutes where there is no graph, and where one is empty", async () => {
    const { page } = await explorer.open("?graph=nowhere.json");
    await page.getByRole("heading", { name: "There is no graph yet." }).waitFor();
    await page.getByRole("button", { name: "Open minutes or a graph…" }).click();
    await page.getByRole("dialog", { name: "Open minutes or a graph" }).waitFor();
  });

  test("keeps views with captions in their order, tells them as a story, and shares them", async () => {
    const { page, problems } = await openGraph(explorer);
    await search(page, "marc zyngier");
    await getCard(page, "Marc Zyngier").waitFor();
    await page.keyboard.press("v");
    const panel = page.getByRole("complementary", { name: "Saved views" });
    await panel.getByRole("button", { name: "Keep this view" }).click();
    await panel
      .getByRole("textbox", { name: "Caption of Marc Zyngier" })
      .fill("He works on <b>interrupts</b>");
    await getFilter(page, "Topics").click();
    await panel.getByRole("textbox", { name: "Name of the view" }).fill("Without topics");
    await page.keyboard.press("Enter");
    await panel.getByRole("button", { name: "Earlier: Without topics" }).click();
    await expect
      .poll(() => panel.locator(".card-name").allTextContents())
      .toEqual(["1. Without topics", "2. Marc Zyngier"]);
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Export" }).click();
    const downloading = page.waitForEvent("download");
    await page.getByRole("radio", { name: /^All of it/ }).check();
    await page.getByRole("button", { name: "JSON", exact: true }).click();
    const written = await readFile(await (await downloading).path(), "utf8");
    await page.reload();
    await page.keyboard.press("Escape");
    await tellStory(page);
    const { page: other } = await openGraph(explorer, `?graph=${explorer.addFile("told.json", written)}`);
    await tellStory(other);
    expect(await findViolations(other)).toEqual([]);
    expect(problems).toEqual([]);
  });
});

/** Walks through the two views by key. */
async function tellStory(page: Page): Promise<void> {
  await page.getByText(/\d+ nodes and [1-9]\d* links are shown/).waitFor({ state: "attached" });
  await expect
    .poll(async () => {
      await page.keyboard.press("n");
      return await page.getByRole("region", { name: "Story" }).count();
    })
    .toBe(1);
  const story = page.getByRole("region", { name: "Story" });
  await story.getByText("Without topics").waitFor();
  expect(await getFilter(page, "Topics").getAttribute("aria-pressed")).toBe("false");
  await page.keyboard.press("n");
  await story.getByText("He works on <b>interrupts</b>").waitFor();
  await getCard(page, "Marc Zyngier").waitFor();
  expect(await getFilter(page, "Topics").getAttribute("aria-pressed")).toBe("true");
  await page.keyboard.press("b");
  await story.getByText("Without topics").waitFor();
  expect(await getFilter(page, "Topics").getAttribute("aria-pressed")).toBe("false");
}

async function countShown(page: Page): Promise<{ nodes: number; edges: number }> {
  const told = await page.getByText(/\d+ nodes and \d+ links are shown/).textContent();
  const [nodes = 0, edges = 0] = [...(told ?? "").matchAll(/\d+/g)].map(Number);
  return { nodes, edges };
}

/** Where the nodes are, as the exported file says. */
async function exportPlaces(page: Page): Promise<Map<string, readonly [number, number]>> {
  await page.getByRole("button", { name: "Export" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  const text = await readFile(await (await downloading).path(), "utf8");
  const { nodes } = JSON.parse(text) as SerializedMinutesGraph;
  return new Map(
    nodes.map(({ key, attributes }) => [
      key,
      [Math.round(attributes?.x ?? 0), Math.round(attributes?.y ?? 0)] as const,
    ]),
  );
}

/** How many points of the picture are not the background. */
async function countInk(page: Page): Promise<number> {
  const shot = await page.locator(".graph-container").screenshot();
  return await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? {
      data: new Uint8ClampedArray(),
    };
    const counts = new Map<number, number>();
    for (const point of new Uint32Array(data.buffer)) counts.set(point, (counts.get(point) ?? 0) + 1);
    return bitmap.width * bitmap.height - Math.max(...counts.values());
  }, shot.toString("base64"));
}

async function openGraph(
  explorer: Explorer,
  address = "",
  options: Parameters<Explorer["open"]>[1] = {},
): ReturnType<Explorer["open"]> {
  const opened = await explorer.open(address, options);
  await opened.page.getByText(/\d+ nodes and [1-9]\d* links are shown/).waitFor({ state: "attached" });
  await opened.page.locator("canvas").first().waitFor({ state: "attached" });
  return opened;
}

const getCard = (page: Page, name: string): Locator =>
  page.getByRole("complementary").filter({ has: page.getByRole("heading", { name, exact: true }) });

const getFilter = (page: Page, name: string): Locator =>
  page.locator(".legend").getByRole("button", { name: new RegExp(`^${name}\\s*\\d+$`) });

async function search(page: Page, query: string): Promise<void> {
  await page.getByRole("combobox").fill(query);
  await page.getByRole("option").first().click();
}
