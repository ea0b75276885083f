import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assignLayout } from "../../src/graph/assign-layout.ts";
import { serializeMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import { createTestGraph } from "../graph/create-test-graph.ts";
import { generateSeries } from "../graph/generate-series.ts";
import { findViolations } from "./find-violations.ts";
import { describeInChromium, type Explorer, startExplorer } from "./open-explorer.ts";

const switchTo = (page: Page, view: string) =>
  page.getByRole("group", { name: "View" }).getByRole("button", { name: view, exact: true }).click();
const getCard = (page: Page, name: string) =>
  page.getByRole("complementary").filter({ has: page.getByRole("heading", { name, exact: true }) });
/** How each view is left with a selection of its own, and what in it says that something is selected. */
const VIEWS = {
  Graph: {
    select: async (page: Page, name: string) => {
      await page.getByRole("combobox").fill(name);
      await page.getByRole("option").first().click();
    },
    shows: (page: Page, name: string) => getCard(page, name),
  },
  Matrix: {
    select: (page: Page, name: string) =>
      page.locator(".matrix thead th, .matrix tbody th").getByRole("button", { name, exact: true }).click(),
    shows: (page: Page, name: string) =>
      page
        .locator('.matrix th[aria-current="true"], .matrix tr[aria-current="true"]')
        .filter({ hasText: name }),
  },
  Timeline: {
    select: (page: Page, name: string) =>
      page.locator(".timeline tbody").getByRole("button", { name, exact: true }).click(),
    shows: (page: Page, name: string) =>
      page.locator('.timeline tr[aria-current="true"]').filter({ hasText: name }),
  },
  Promises: {
    select: (page: Page, name: string) =>
      page.locator(".promises").getByRole("button", { name, exact: true }).first().click(),
    shows: (page: Page, name: string) =>
      page.locator('.promises tr[aria-current="true"]').filter({ hasText: name }),
  },
  List: {
    select: (page: Page, name: string) =>
      page.locator(".list tbody").getByRole("button", { name, exact: true }).click(),
    shows: (page: Page, name: string) =>
      page.locator('.list tr[aria-current="true"]').filter({ hasText: name }),
  },
} as const;

describeInChromium("the views", () => {
  let explorer: Explorer;
  let series: string;
  beforeAll(async () => {
    explorer = await startExplorer();
    const graph = createTestGraph(generateSeries(3).meetings);
    assignLayout(graph);
    series = `?graph=${explorer.addFile("series.json", JSON.stringify(serializeMinutesGraph(graph)))}`;
  });
  afterAll(() => explorer.close());

  test.each(Object.keys(VIEWS) as (keyof typeof VIEWS)[])(
    "what is selected in the view %s is selected in every other, and marked in the minutes",
    async (from) => {
      const { page, problems } = await explorer.open();
      await page.getByText(/\d+ nodes and [1-9]\d* links are shown/).waitFor({ state: "attached" });
      const name = "U-Boot PSCI implementaion";
      await switchTo(page, from);
      await VIEWS[from].select(page, name);
      for (const [view, { shows }] of Object.entries(VIEWS)) {
        await switchTo(page, view);
        await shows(page, name).first().waitFor();
      }
      await getCard(page, name).locator(".sentence").first().click();
      await page.locator(`.minutes [data-node][aria-pressed="true"]`).first().waitFor();
      expect(problems).toEqual([]);
    },
  );

  test("a disc of the timeline's chart opens the sentence of that meeting, and selects", async () => {
    const { page, problems } = await explorer.open(`${series}#view=timeline`);
    const chart = page.getByRole("img", { name: "When each came up, meeting by meeting" });
    await chart.waitFor();
    const disc = chart.locator('[aria-label="dot"] circle').first();
    const box = await disc.boundingBox();
    if (!box) throw new Error("there is no disc");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect
      .poll(() => chart.locator('[aria-label="tip"]').textContent())
      .toMatch(/2020-01-07: \d+ sentences/);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await getCard(page, "Gate").waitFor();
    await page
      .getByRole("region", { name: /^Minutes: / })
      .locator("mark")
      .first()
      .waitFor();
    expect(problems).toEqual([]);
  });

  test("the chart of the timeline has a disc for each count of its table", async () => {
    const { page } = await explorer.open(`${series}#view=timeline`);
    const discs = page.locator('.chart [aria-label="dot"] circle');
    await discs.first().waitFor();
    const drawn = await discs.count();
    await page.getByRole("button", { name: "Table", exact: true }).click();
    await page.locator(".timeline table").waitFor();
    expect(drawn).toBe(await page.locator(".timeline-dot").count());
  });

  test("the matrix as a chart has the table's cells, and opens their sentences", async () => {
    const { page, problems } = await explorer.open("#view=matrix");
    await page.locator(".matrix-cell").first().waitFor();
    const cells = await page.locator(".matrix-cell").count();
    await page.getByRole("button", { name: "Chart", exact: true }).click();
    const drawn = page.locator('.chart [aria-label="cell"] rect');
    await drawn.first().waitFor();
    expect(await drawn.count()).toBe(cells);
    const box = await drawn.nth(1).boundingBox();
    if (!box) throw new Error("there is no cell");
    await page.mouse.move(box.x + 4, box.y + 4);
    const [who = ""] = ((await page.locator('.chart [aria-label="tip"]').textContent()) ?? "").split(",");
    await page.mouse.click(box.x + 4, box.y + 4);
    await getCard(page, who).waitFor();
    await page
      .getByRole("region", { name: /^Minutes: / })
      .locator("mark")
      .first()
      .waitFor();
    expect(problems).toEqual([]);
  });

  test.each(["light", "dark"] as const)(
    "axe finds nothing wrong with charts in %s colours",
    async (colorScheme) => {
      const { page } = await explorer.open(`${series}#view=timeline`, { colorScheme });
      await page.locator(".chart svg").waitFor();
      expect(await findViolations(page)).toEqual([]);
      await switchTo(page, "Matrix");
      await page.getByRole("button", { name: "Chart", exact: true }).click();
      await page.locator('.chart [aria-label="cell"]').waitFor();
      expect(await findViolations(page)).toEqual([]);
    },
  );
});
