import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serializeMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import { createQueryIndex } from "../../src/graph/query-index.ts";
import { findPromises } from "../../src/graph/promises.ts";
import { assignLayout } from "../../src/graph/assign-layout.ts";
import { createTestGraph } from "../graph/create-test-graph.ts";
import { dateOf, generateSeries, MEETINGS } from "../graph/generate-series.ts";
import { findViolations } from "./find-violations.ts";
import { describeInChromium, startExplorer, type Explorer } from "./open-explorer.ts";

const { meetings, truth } = generateSeries(3);
const graph = createTestGraph(meetings);
assignLayout(graph);
const [promise] = truth.promises;

describeInChromium("a series of meetings", () => {
  let explorer: Explorer;
  let series: string;
  beforeAll(async () => {
    explorer = await startExplorer();
    series = `?graph=${explorer.addFile("series.json", JSON.stringify(serializeMinutesGraph(graph)))}`;
  });
  afterAll(() => explorer.close());

  test("is asked, read, followed into the minutes and back, brushed, and shared as the same view", async () => {
    const { page, problems } = await explorer.open(series);
    await page.getByRole("combobox").fill("who works on Roof");
    await page.getByRole("combobox").press("Enter");
    const answer = page.getByRole("complementary", { name: /^Answer:/ });
    const owner = truth.owners.get("Roof")?.owner ?? "";
    await answer.getByRole("button", { name: owner, exact: true }).first().waitFor();
    await answer.locator(".sentence").first().click();
    await page
      .locator("mark", { hasText: `person:${owner} works_on topic:Roof` })
      .first()
      .waitFor();
    await page.goBack();
    await expect.poll(() => page.locator(".minutes-pane").count()).toBe(0);
    await answer.getByRole("button", { name: owner, exact: true }).first().waitFor();
    await page.getByRole("button", { name: "Matrix", exact: true }).click();
    await page.getByRole("table").getByRole("rowheader").first().waitFor();
    await brush(page, 2, 6);
    await expectSpan(page, 2, 6);
    const told = await tell(page);
    const address = page.url().slice(page.url().indexOf(series));
    expect(address).toContain(`since=${dateOf(2)}&until=${dateOf(6)}`);
    const again = await explorer.open(address);
    await again.page.getByRole("table").getByRole("rowheader").first().waitFor();
    await again.page.getByRole("complementary", { name: /^Answer:/ }).waitFor();
    await expect.poll(() => tell(again.page)).toEqual(told);
    expect([...problems, ...again.problems]).toEqual([]);
  });

  test("has all views keep to the time that the handles choose, with the arrow keys too", async () => {
    const { page, problems } = await explorer.open(`${series}#view=list`);
    const rows = () => page.locator(".list tbody tr").count();
    await page.getByRole("slider", { name: "From" }).waitFor();
    const all = await rows();
    await page.getByRole("slider", { name: "To" }).focus();
    await page.keyboard.press("Home");
    await expectSpan(page, 0, 0);
    expect(await rows()).toBeLessThan(all);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expectSpan(page, 0, 2);
    await page.getByRole("slider", { name: "From" }).focus();
    await page.keyboard.press("ArrowRight");
    await expectSpan(page, 1, 2);
    await page.getByRole("button", { name: "Timeline", exact: true }).click();
    await page.getByRole("button", { name: "Table", exact: true }).click();
    await expect.poll(() => page.locator(".timeline thead th").count()).toBe(2 + 2);
    await page.getByRole("button", { name: "List", exact: true }).click();
    await page.getByRole("button", { name: "All time" }).click();
    await expect.poll(rows).toBe(all);
    expect(page.url()).not.toContain("since");
    expect(problems).toEqual([]);
  });

  test("colours and haloes tell when something was spoken of", async () => {
    const { page, problems } = await explorer.open(`${series}#colour=last&halo=recent`);
    await page.getByRole("list", { name: "Colour: Last spoken of" }).getByRole("listitem").first().waitFor();
    const names = await page.locator(".legend-group .legend-name").allTextContents();
    expect(names[0]).toContain(dateOf(MEETINGS - 1));
    for (const name of names) expect(name).toMatch(/^\d{4}-\d\d-\d\d( to \d{4}-\d\d-\d\d)?$/);
    await page.getByText(/^Halo: spoken of at the last meeting/).waitFor();
    expect(problems).toEqual([]);
  });

  test("tells its promises, open ones first, and leads to the sentence", async () => {
    const { page, problems } = await explorer.open(`${series}#view=promises`);
    const promises = findPromises(createQueryIndex(graph));
    const open = promises.filter(({ state }) => state === "open").length;
    await page.getByText(`${promises.length} promised, ${open} of them open.`).waitFor();
    const states = await page.locator(".promise-state").allTextContents();
    expect(states.filter((state) => state === "Open").length).toBe(open);
    await page.getByRole("button", { name: "By topic" }).click();
    await page.getByRole("rowheader", { name: new RegExp(`^${promise?.topic}`) }).waitFor();
    await page.getByRole("button", { name: "By organisation" }).click();
    await page.getByText(`“person:${promise?.person} committed_to topic:${promise?.topic}.”`).first().click();
    await page
      .locator("mark", { hasText: `committed_to topic:${promise?.topic}` })
      .first()
      .waitFor();
    expect(problems).toEqual([]);
  });

  test("has no brush where there is one meeting", async () => {
    const { page } = await explorer.open();
    await page.getByText("nodes and").first().waitFor({ state: "attached" });
    expect(await page.getByRole("slider", { name: "From" }).count()).toBe(0);
  });

  test.each(["light", "dark"] as const)("gives axe nothing to find in %s colours", async (colorScheme) => {
    const { page } = await explorer.open(`${series}#view=promises&since=${dateOf(3)}&until=${dateOf(9)}`, {
      colorScheme,
    });
    await page.locator(".promise-state").first().waitFor();
    expect(await findViolations(page)).toEqual([]);
  });
});

/** Draws over the bars from one meeting to another. */
async function brush(page: Page, first: number, last: number): Promise<void> {
  const box = await page.locator(".brush-strip").boundingBox();
  if (!box) throw new Error("there is no brush");
  const at = (meeting: number) => box.x + ((meeting + 0.5) * box.width) / MEETINGS;
  await page.mouse.move(at(first), box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(at(last), box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
}

async function expectSpan(page: Page, first: number, last: number): Promise<void> {
  const value = (name: string) => page.getByRole("slider", { name }).getAttribute("aria-valuetext");
  await expect
    .poll(async () => [await value("From"), await value("To")])
    .toEqual([dateOf(first), dateOf(last)]);
  await expect.poll(() => page.url()).toContain(`since=${dateOf(first)}&until=${dateOf(last)}`);
}

/** What somebody reads: the view, the answer, and the time. */
async function tell(page: Page): Promise<string[]> {
  const parts = [".list", ".card", ".brush-words"].map((part) => page.locator(part).innerText());
  return Promise.all(parts);
}
