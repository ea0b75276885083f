import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { generateGexf } from "../bench/explorer/generate-gexf.ts";
import { describeInChromium, startExplorer, type Explorer } from "./open-explorer.ts";

describeInChromium("a graph of 10,000 nodes and 50,000 edges", () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await startExplorer();
    explorer.addFile("large.gexf", generateGexf(10_000, 50_000));
  });
  afterEach(() => explorer.closePages());
  afterAll(() => explorer.close());

  test("opens, is drawn, and follows a drag", async () => {
    const { page, problems } = await openLarge();
    const before = await takePicture(page);
    await drag(page);
    await expect.poll(async () => (await takePicture(page)).equals(before), { timeout: 20_000 }).toBe(false);
    expect(problems).toEqual([]);
  });

  test("a node is found by its name, flown to, and answers to the pointer; its card says what the file says", async () => {
    const { page, problems } = await openLarge();
    await page.keyboard.press("/");
    await page.keyboard.type("4242");
    await page.getByRole("option", { name: / 4242/ }).first().waitFor();
    await page.keyboard.press("Enter");
    const card = page.getByRole("complementary", { name: / 4242$/ });
    await card
      .getByText(/ 4242 · is related to · | · is related to · \w+ 4242/)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "detached" });
    await expect.poll(() => pointAtCentre(page), { timeout: 20_000 }).toBe("pointer");
    expect(problems).toEqual([]);
  });

  test("a hidden kind goes with its edges, and comes back", async () => {
    const { page, problems } = await openLarge();
    const people = page.getByRole("button", { name: /^People/ });
    await people.click();
    await page.getByText("10000 nodes and 50000 links are shown").waitFor({ state: "detached" });
    await people.click();
    await waitUntilOpen(page);
    expect(problems).toEqual([]);
  });

  async function openLarge(): Promise<{ page: Page; problems: string[] }> {
    const opened = await explorer.open("?graph=large.gexf");
    await waitUntilOpen(opened.page);
    await expect.poll(() => countColours(opened.page), { timeout: 30_000 }).toBeGreaterThan(20);
    return opened;
  }
});

const waitUntilOpen = (page: Page): Promise<void> =>
  page.getByText("10000 nodes and 50000 links are shown").waitFor({ state: "attached" });

const takePicture = (page: Page): Promise<Buffer> => page.locator(".graph-container").screenshot();

/** How many colours the picture has: only its background's and its panels' until it is drawn. */
async function countColours(page: Page): Promise<number> {
  const source = `data:image/png;base64,${(await takePicture(page)).toString("base64")}`;
  return page.evaluate(async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(300, 150, image.width - 400, image.height - 300) ?? { data: [] };
    const colours = new Set<number>();
    for (let at = 0; at < data.length; at += 4)
      colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
    return colours.size;
  }, source);
}

async function drag(page: Page): Promise<void> {
  const box = await page.locator(".graph-container").boundingBox();
  const [x, y] = [(box?.width ?? 0) * 0.55, (box?.y ?? 0) + (box?.height ?? 0) * 0.9];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y - 60, { steps: 4 });
  await page.mouse.move(x + 120, y - 120, { steps: 4 });
  await page.mouse.up();
}

/** @returns what the pointer looks like over the middle of the picture */
async function pointAtCentre(page: Page): Promise<string> {
  const box = await page.locator(".graph-container").boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
  await page.mouse.move(x + 90, y + 90);
  await page.mouse.move(x, y, { steps: 2 });
  await page.waitForTimeout(300);
  return page.locator(".graph-container").evaluate((element) => element.style.cursor);
}
