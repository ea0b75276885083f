import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { describeInChromium, startExplorer, type Explorer } from "./open-explorer.ts";

const axe = await readFile(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

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
});

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

async function findViolations(page: Page): Promise<unknown> {
  await page.evaluate(axe);
  return await page.evaluate(async () => {
    const { violations } = await (
      window as never as { axe: { run(): Promise<{ violations: Violation[] }> } }
    ).axe.run();
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))]);
  });
}

interface Violation {
  id: string;
  nodes: { html: string }[];
}
