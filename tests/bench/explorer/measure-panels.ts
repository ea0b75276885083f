import type { Page } from "playwright-core";

/** The longest task that each use of a panel takes, in milliseconds, WebGL doing nothing. */
export interface PanelMeasures {
  searching: number;
  listing: number;
  sorting: number;
  /** The card of the node with most links. */
  selecting: number;
  /** All further filters, opened one after the other. */
  filtering: number;
}

/** Uses the explorer's panels as a person does, each for the first time. */
export async function measurePanels(page: Page): Promise<PanelMeasures> {
  await page.evaluate(() => {
    globalThis.probe.isStubbed = true;
  });
  const searching = await findLongest(page, async () => {
    await page.locator("[data-search]").focus();
    await page.keyboard.type("topic 7");
    await page.locator('.search-hits [role="option"]').first().waitFor();
  });
  await page.keyboard.press("Escape");
  const listing = await findLongest(page, () => openList(page));
  const sorting = await findLongest(page, () => sortBy(page, "Name"));
  await sortBy(page, "Links");
  const selecting = await findLongest(page, async () => {
    await page.locator(".list tbody .card-name").first().click();
    await page.locator(".card section").first().waitFor();
  });
  await page.getByRole("button", { name: "Graph", exact: true }).click();
  const filtering = await findLongest(page, () => openFilters(page));
  return { searching, listing, sorting, selecting, filtering };
}

async function openList(page: Page): Promise<void> {
  await page.getByRole("button", { name: "List", exact: true }).click();
  await page.locator(".list tbody tr").first().waitFor();
}

async function sortBy(page: Page, column: string): Promise<void> {
  await page.locator(".list th button", { hasText: column }).click();
  await page.locator('.list table[aria-busy="false"]').waitFor();
}

async function openFilters(page: Page): Promise<void> {
  await page.locator(".more-filters > summary").click();
  await page.locator(".facet").first().waitFor();
  for (const facet of await page.locator(".facet").all()) {
    await facet.locator("summary").click();
    await facet.locator("ul, .facet-none:not([role])").first().waitFor();
  }
}

/** Zero where no task is as long as the browser takes note of: 50 milliseconds. */
async function findLongest(page: Page, use: () => Promise<void>): Promise<number> {
  // Long tasks are told of late: what began before does not count.
  const begun = await page.evaluate(() => performance.now());
  await use();
  await page.waitForTimeout(700);
  return page.evaluate((least) => {
    const { longTasks } = globalThis.probe;
    return Math.max(0, ...longTasks.filter(({ start }) => start >= least).map(({ length }) => length));
  }, begun);
}
