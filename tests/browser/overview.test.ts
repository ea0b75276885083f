import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { generateGexf } from "../bench/explorer/generate-gexf.ts";
import { findViolations } from "./find-violations.ts";
import { describeInChromium, startExplorer, type Explorer } from "./open-explorer.ts";

describeInChromium("the overview by communities", () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await startExplorer();
    explorer.addFile("large.gexf", generateGexf(10_000, 30_000));
    explorer.addFile("larger.gexf", generateGexf(40_000, 120_000));
  });
  afterEach(() => explorer.closePages());
  afterAll(() => explorer.close());

  test("a click on a community opens it, and there are ways back", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.getByRole("button", { name: "Overview", exact: true }).click();
    const discs = getDiscs(page);
    await discs.nth(2).waitFor();
    expect(getFragment(page)).toBe("view=overview");
    const name = await discs.nth(1).getAttribute("aria-label");
    const [, title = "", count = ""] = /^(.*): (\d+) nodes/.exec(name ?? "") ?? [];
    await discs.nth(1).click();
    await page
      .getByText(new RegExp(`^${count} nodes and \\d+ links are shown`))
      .waitFor({ state: "attached" });
    expect(getFragment(page)).toBe("community=1");
    await getTrail(page).getByText(title).waitFor();
    expect(await sumCounts(page)).toBe(Number(count));

    await page.goBack();
    await discs.nth(2).waitFor();
    await page.goForward();
    await getTrail(page).getByRole("button", { name: "All communities" }).click();
    await discs.nth(2).waitFor();
    await page.keyboard.press("Control+z");
    await getTrail(page).getByText(title).waitFor();
    await getTrail(page)
      .getByRole("button", { name: /show the whole graph/ })
      .click();
    await getTrail(page).waitFor({ state: "detached" });
    expect(getFragment(page)).toBe("");
    expect(problems).toEqual([]);
  });

  test("works by keys alone, and gives the focus back", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.keyboard.press("c");
    const discs = getDiscs(page);
    await discs.first().waitFor();
    await discs.first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    const label = await readFocus(page);
    expect(label).toMatch(/ nodes?, \d+ links? within, /);
    await page.keyboard.press("Enter");
    await expect.poll(() => readFocus(page), { timeout: 10_000 }).toBe("All communities");
    await page.keyboard.press("Escape");
    await expect.poll(() => readFocus(page), { timeout: 10_000 }).toBe(label);
    await page.keyboard.press("g");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Find an action" }).waitFor();
    await page.keyboard.type("overview");
    await page.keyboard.press("Enter");
    await discs.first().waitFor();
    expect(problems).toEqual([]);
  });

  test("the table says the same as the picture, and opens communities, too", async () => {
    const { page, problems } = await explorer.open("#view=overview");
    const rows = page.getByRole("table", { name: /^Communities/ }).locator("tbody tr");
    await getDiscs(page).nth(2).waitFor();
    expect(await rows.count()).toBe(await getDiscs(page).count());
    const sizes = await rows.locator("td:nth-child(2)").allTextContents();
    const status = await page.getByRole("status").filter({ hasText: "communities of" }).textContent();
    const total = sizes.reduce((sum, size) => sum + Number(size), 0);
    expect(status).toContain(`${sizes.length} communities of ${total} nodes`);
    await rows.nth(2).getByRole("link").click();
    await getTrail(page).waitFor();
    expect(getFragment(page)).toBe("community=2");
    expect(problems).toEqual([]);
  });

  test("counts what filters leave", async () => {
    const { page, problems } = await explorer.open("#without=topic&view=overview");
    await page.getByText(/^\d+ communit(?:y|ies) of \d+ nodes/).waitFor();
    const first = page
      .getByRole("table", { name: /^Communities/ })
      .locator("tbody tr")
      .first();
    expect(await first.locator("td:nth-child(2)").textContent()).toMatch(/^\d+ of \d+$/);
    expect(problems).toEqual([]);
  });

  test("a large graph offers it; its communities are found in a worker, and an address opens one", async () => {
    const { page, problems } = await explorer.open("?graph=large.gexf");
    await page.getByText("10000 nodes and 30000 links are shown").waitFor({ state: "attached" });
    await page.getByRole("button", { name: "Overview by communities" }).click();
    const discs = getDiscs(page);
    await discs.nth(5).waitFor();
    await discs.first().click();
    const size = await countShown(page, 5000);
    expect(size).toBeGreaterThan(100);
    await getTrail(page)
      .getByText(`${size.toLocaleString("en-GB")} nodes`)
      .waitFor();
    await page.reload();
    expect(await countShown(page, 5000)).toBe(size);
    await page.keyboard.press("a");
    await page.getByLabel("Colour says").selectOption("Community");
    await page.getByRole("list", { name: "Colour: community" }).getByRole("button").first().waitFor();
    expect(problems).toEqual([]);
  });

  test("who does not want to wait for communities is where they were", async () => {
    // So large that the search is still on when the button stands still.
    const { page, problems } = await explorer.open("?graph=larger.gexf#view=overview");
    await page.getByText("Looking for communities among 40,000 nodes and 120,000 links.").waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("40000 nodes and 120000 links are shown").waitFor({ state: "attached" });
    expect(getFragment(page)).toBe("");
    expect(problems).toEqual([]);
  });

  test.each(["light", "dark"] as const)("axe finds nothing wrong, %s", async (colorScheme) => {
    const { page } = await explorer.open("#view=overview", { colorScheme, reducedMotion: "reduce" });
    await getDiscs(page).first().waitFor();
    expect(await findViolations(page)).toEqual([]);
    await getDiscs(page).nth(1).click();
    await getTrail(page).waitFor();
    expect(await findViolations(page)).toEqual([]);
  });
});

const getDiscs = (page: Page) => page.getByRole("group", { name: /^Communities\./ }).getByRole("link");
const getTrail = (page: Page) => page.getByRole("navigation", { name: "Communities" });
const getFragment = (page: Page): string => new URL(page.url()).hash.slice(1);

const readFocus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? "";
  });

/** How many nodes are shown, once there are some, and fewer than a number. */
async function countShown(page: Page, fewer: number): Promise<number> {
  const said = page.getByText(/^\d+ nodes and \d+ links are shown/);
  const count = async (): Promise<number> => Number.parseInt((await said.textContent()) ?? "");
  await expect
    .poll(async () => (await count()) > 0 && (await count()) < fewer, { timeout: 30_000 })
    .toBe(true);
  return await count();
}

async function sumCounts(page: Page): Promise<number> {
  const counts = await page.getByRole("list", { name: "Shown" }).locator(".legend-count").allTextContents();
  return counts.reduce((sum, count) => sum + Number(count), 0);
}

async function waitForGraph(page: Page): Promise<void> {
  await page.getByText(/[1-9]\d* nodes and \d+ links are shown/).waitFor({ state: "attached" });
  await page.locator(".graph-container canvas").first().waitFor();
}
