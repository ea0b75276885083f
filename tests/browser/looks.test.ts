import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { findViolations } from "./find-violations.ts";
import { describeInChromium, startExplorer, type Explorer } from "./open-explorer.ts";

describeInChromium("the looks of the graph", () => {
  let explorer: Explorer;
  beforeAll(async () => {
    explorer = await startExplorer();
  });
  afterEach(() => explorer.closePages());
  afterAll(() => explorer.close());

  test("colour by community: the legend names communities by their topics, and counts what is shown", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.keyboard.press("a");
    const panel = getPanel(page);
    await panel.getByLabel("Colour says").selectOption("Community");
    const groups = getGroups(page, "Colour: community");
    await poll(() => groups.count()).toBeGreaterThan(2);
    const counts = await groups.locator(".legend-count").allTextContents();
    const names = await groups.locator(".legend-name").allTextContents();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(await countShown(page));
    expect(new Set(names).size).toBe(names.length);
    expect(names.join()).toContain("QEMU");
    expect(getField(page, "colour")).toBe("community");
    await panel.getByRole("button", { name: "Close the appearance" }).click();
    await panel.waitFor({ state: "detached" });
    expect(problems).toEqual([]);
  });

  test("colours say the community by themselves where there is one kind alone, until a reader says otherwise", async () => {
    const address = explorer.addFile("rings.gexf", writeRings(8, 6));
    const { page, problems } = await explorer.open(`?graph=${address}`);
    await poll(() => getGroups(page, "Colour: community").count()).toBeGreaterThan(3);
    await page.keyboard.press("a");
    await getPanel(page).getByLabel("Colour says").selectOption("Kind");
    await poll(() => getGroups(page, "Colour: community").count()).toBe(0);
    expect(getField(page, "colour")).toBe("kind");
    await page.reload();
    await waitForGraph(page);
    expect(await getGroups(page, "Colour: community").count()).toBe(0);
    await page.keyboard.press("a");
    await getPanel(page).getByLabel("Colour says").selectOption("Community");
    await poll(() => getGroups(page, "Colour: community").count()).toBeGreaterThan(3);
    expect(getField(page, "colour")).toBeNull();
    expect(problems).toEqual([]);
  });

  test("haloes tell promises, and the legend says so", async () => {
    const { page, problems } = await explorer.open("#halo=promise");
    await waitForGraph(page);
    await page.getByText(/^Halo: promised, or promises to act \([1-9]\d*\)$/).waitFor();
    await page.keyboard.press("a");
    const halo = getPanel(page).getByLabel("Halo says");
    await halo.waitFor();
    expect(await halo.locator("option").allTextContents()).toEqual(["Nothing", "A promise to act"]);
    await halo.selectOption("Nothing");
    await page.getByText(/^Halo: /).waitFor({ state: "detached" });
    expect(getField(page, "halo")).toBeNull();
    expect(problems).toEqual([]);
  });

  test("what is promised is dashed, and other lines are whole", async () => {
    const address = explorer.addFile("promise.gexf", PROMISE);
    const { page, problems } = await explorer.open(`?graph=${address}#labels=none`);
    await waitForGraph(page);
    await page.getByRole("button", { name: /^promised to act on/ }).waitFor();
    await expect
      .poll(() => describeLine(page, "--relation-committed-to"), { timeout: 10_000 })
      .toBe("dashed");
    expect(await describeLine(page, "--relation-works-on")).toBe("whole");
    expect(problems).toEqual([]);
  });

  test("the picture has the legend's colours, and those of kinds no more", async () => {
    const { page, problems } = await explorer.open("#colour=community&lines=none&labels=none&hulls=off");
    await waitForGraph(page);
    const swatches = getGroups(page, "Colour: community").locator(".swatch");
    await poll(() => swatches.count()).toBeGreaterThan(2);
    const wanted = await swatches.evaluateAll((all) => [
      ...new Set(all.map((swatch) => getComputedStyle(swatch).backgroundColor)),
    ]);
    await expect
      .poll(async () => (await listColours(page)).filter((each) => wanted.includes(each)).length)
      .toBe(wanted.length);
    const [person] = await page.evaluate(() => [
      getComputedStyle(document.documentElement).getPropertyValue("--kind-person"),
    ]);
    expect(await listColours(page)).not.toContain(toRgb(person ?? ""));
    expect(problems).toEqual([]);
  });

  test("twelve communities have a look each, and the smaller ones share another", async () => {
    const address = explorer.addFile("many-rings.gexf", writeRings(14, 10));
    const { page, problems } = await explorer.open(`?graph=${address}`);
    const groups = getGroups(page, "Colour: community");
    await poll(() => groups.count()).toBe(13);
    expect(await groups.last().textContent()).toMatch(/^2 smaller ones/);
    const looks = await groups
      .locator(".swatch")
      .evaluateAll((all) => all.map((swatch) => swatch.className + getComputedStyle(swatch).backgroundColor));
    expect(new Set(looks).size).toBe(13);
    await page.getByRole("button", { name: "Overview of all" }).click();
    await page.getByText("14 communities of 140 nodes").waitFor();
    expect(problems).toEqual([]);
  });

  test("a click on a community lets it stand out, and a second one lets all", async () => {
    const { page, problems } = await explorer.open("#colour=community&labels=none&lines=none&hulls=off");
    await waitForGraph(page);
    const first = getGroups(page, "Colour: community").first().getByRole("button");
    await first.click();
    expect(await first.getAttribute("aria-pressed")).toBe("true");
    expect(getField(page, "group")).not.toBeNull();
    const [own = "", other = ""] = await getGroups(page, "Colour: community")
      .locator(".swatch")
      .evaluateAll((all) => all.map((swatch) => getComputedStyle(swatch).backgroundColor));
    await poll(() => listColours(page)).not.toContain(other);
    expect(await listColours(page)).toContain(own);
    await first.click();
    await poll(() => listColours(page)).toContain(other);
    expect(getField(page, "group")).toBeNull();
    expect(problems).toEqual([]);
  });

  test("colour by organisation: people have that of whom they are with, and the rest is told as none", async () => {
    const { page, problems } = await explorer.open("#colour=organisation");
    await waitForGraph(page);
    const groups = getGroups(page, "Colour: organisation");
    await groups.filter({ hasText: "Linaro" }).waitFor();
    await groups.filter({ hasText: "No organisation" }).waitFor();
    const counts = await groups.locator(".legend-count").allTextContents();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(await countShown(page));
    expect(problems).toEqual([]);
  });

  test("a link brings the look back, and Back takes it away", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.getByRole("button", { name: "Appearance" }).click();
    const panel = getPanel(page);
    await panel.getByLabel("Size says").selectOption("Betweenness");
    await panel.getByRole("group", { name: "Names" }).getByRole("button", { name: "Few" }).click();
    await panel.getByRole("group", { name: "Lines" }).getByRole("button", { name: "Thin" }).click();
    const { page: other, problems: more } = await explorer.open(new URL(page.url()).hash);
    await waitForGraph(other);
    await other.getByText(/^Size: Betweenness: 0 to 0\.\d+$/).waitFor();
    await page.goBack();
    await page.goBack();
    await page.goBack();
    expect(new URL(page.url()).hash).toBe("");
    await page.getByText(/^Size: Betweenness/).waitFor({ state: "detached" });
    expect([...problems, ...more]).toEqual([]);
  });

  test("finer communities are computed on demand: there are more of them", async () => {
    const { page, problems } = await explorer.open("#colour=community");
    await waitForGraph(page);
    await page.keyboard.press("a");
    const groups = getGroups(page, "Colour: community");
    await poll(() => groups.count()).toBeGreaterThan(2);
    const before = await groups.locator(".legend-count").allTextContents();
    const slider = getPanel(page).getByRole("slider", { name: "Fineness" });
    await slider.focus();
    await page.keyboard.press("End");
    await poll(() => groups.locator(".legend-count").allTextContents()).not.toEqual(before);
    const after = await groups.locator(".legend-count").allTextContents();
    expect(Math.max(...after.slice(0, -1).map(Number))).toBeLessThan(Math.max(...before.map(Number)));
    expect(problems).toEqual([]);
  });

  test("the list has a column for a measure, sorts by it, and computes it anew for what is shown", async () => {
    const { page, problems } = await explorer.open("#view=list");
    const table = page.getByRole("table");
    await page.getByRole("button", { name: "PageRank", exact: true }).click();
    await page.getByRole("button", { name: "Core", exact: true }).click();
    await table.getByRole("button", { name: "PageRank" }).click();
    const column = table.locator("tbody tr td:nth-child(5)");
    await poll(() => column.first().textContent()).toMatch(/^0\.\d+$/);
    const values = (await column.allTextContents()).map(Number);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const cores = table.locator("tbody tr td:nth-child(6)");
    await poll(() => cores.first().textContent()).toMatch(/^[2-9]$/);
    expect(getField(page, "columns")).toBe("pagerank.core");
    const { page: people } = await explorer.open(`${new URL(page.url()).hash}&without=topic.project`);
    const fewer = people.getByRole("table").locator("tbody tr td:nth-child(6)");
    await poll(() => fewer.first().textContent()).toBe("1");
    expect(problems).toEqual([]);
  });

  test("a long computation says how far it is, can be cancelled, and the look says so", async () => {
    const { page, problems } = await explorer.open(
      `?graph=${explorer.addFile("large.gexf", generateRing(10_000))}#lines=none&labels=none`,
    );
    await page
      .getByText("10000 nodes and 30000 links are shown")
      .waitFor({ state: "attached", timeout: 30_000 });
    await page.keyboard.press("a");
    await getPanel(page).getByLabel("Size says").selectOption("Betweenness");
    const bar = page.getByRole("progressbar", { name: "Betweenness: share done" });
    await bar.waitFor();
    await page.getByText("Size is being computed; until then importance.").waitFor();
    await poll(() => bar.getAttribute("value")).not.toBeNull();
    await page.getByRole("button", { name: "Cancel" }).click();
    await bar.waitFor({ state: "detached" });
    expect(await getPanel(page).getByLabel("Size says").inputValue()).toBe("importance");
    expect(getField(page, "size")).toBeNull();
    expect(problems).toEqual([]);
  });

  test("layers puts organisations above people: up from a person is where the person is with", async () => {
    const { page, problems } = await explorer.open("#node=person:marc-zyngier", { reducedMotion: "reduce" });
    await waitForGraph(page);
    await page.keyboard.press("a");
    await getPanel(page).getByLabel("Arrange").selectOption("Layers");
    await page.waitForTimeout(SETTLED);
    expect(getField(page, "layout")).toBe("layers");
    await page.getByRole("application").focus();
    await page.keyboard.press("ArrowUp");
    await page.getByRole("complementary", { name: "Organisation: ARM" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("complementary", { name: /^(?:Person|Project|Topic): / }).waitFor();
    expect(problems).toEqual([]);
  });

  test.each(["Layers", "Circles by kind", "Without overlap"])(
    "a node that the reader watches stays where it is seen: %s, and back",
    async (layout) => {
      const { page, problems } = await explorer.open();
      await waitForGraph(page);
      await page.getByRole("combobox").first().fill("christoffer");
      await page.keyboard.press("Enter");
      const card = page.getByRole("complementary", { name: "Person: Christoffer Dall" });
      await card.waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("application").focus();
      await page.waitForTimeout(SETTLED);
      await openInMiddle(page, card);
      await page.waitForTimeout(SETTLED);
      await page.getByRole("button", { name: "Appearance" }).click();
      await getPanel(page).getByLabel("Arrange").selectOption(layout);
      await page.waitForTimeout(2 * SETTLED);
      await getPanel(page).getByLabel("Arrange").selectOption("By links");
      await page.waitForTimeout(2 * SETTLED);
      await page.getByRole("button", { name: "Close the appearance" }).click();
      await card.getByRole("button", { name: "Close" }).click();
      await page.waitForTimeout(SETTLED);
      await openInMiddle(page, card);
      expect(problems).toEqual([]);
    },
  );

  test("forces stop by themselves when the graph has settled", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.keyboard.press("a");
    const panel = getPanel(page);
    await panel.getByText("Let it settle by forces").click();
    await panel.getByRole("slider", { name: "Gravity" }).focus();
    await page.keyboard.press("End");
    await panel.getByRole("button", { name: "Start" }).click();
    await panel.getByText("Settling; it stops by itself.").waitFor();
    const run = page.getByRole("button", { name: "Run the layout" });
    expect(await run.getAttribute("aria-pressed")).toBe("true");
    await panel.getByRole("button", { name: "Start" }).waitFor({ timeout: 25_000 });
    expect(await run.getAttribute("aria-pressed")).toBe("false");
    expect(problems).toEqual([]);
  });

  test("a box selects several: their card says what they share, and exports them alone", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.waitForTimeout(SETTLED);
    await page.keyboard.down("Shift");
    await drag(page, [
      [0.3, 0.3],
      [0.5, 0.6],
      [0.65, 0.9],
    ]);
    await page.keyboard.up("Shift");
    const card = getSeveral(page);
    await card.waitFor();
    const count = Number(/\d+/.exec((await card.getAttribute("aria-label")) ?? "")?.[0]);
    expect(count).toBeGreaterThan(3);
    await card
      .getByRole("region", { name: "What they share" })
      .getByText(/\d+ of \d+: /)
      .first()
      .waitFor();
    await card.getByRole("button", { name: "Export the selection" }).click();
    const download = page.waitForEvent("download");
    await card.getByRole("button", { name: "JSON", exact: true }).click();
    const written = JSON.parse(await readFile(await (await download).path(), "utf8")) as { nodes: unknown[] };
    expect(written.nodes).toHaveLength(count);
    const { page: other } = await explorer.open(new URL(page.url()).hash);
    await other.getByRole("complementary", { name: `${count} selected` }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "detached" });
    expect(problems).toEqual([]);
  });

  test("a lasso selects what it goes round; the page stays where it is", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.waitForTimeout(SETTLED);
    await page.getByRole("button", { name: "Draw round nodes" }).click();
    await drag(page, [
      [0.25, 0.35],
      [0.6, 0.3],
      [0.6, 0.7],
      [0.25, 0.7],
    ]);
    await getSeveral(page).waitFor();
    await page.getByRole("button", { name: "Draw round nodes" }).click();
    await page.getByRole("application").focus();
    await page.keyboard.press("Escape");
    await getSeveral(page).waitFor({ state: "detached" });
    expect(problems).toEqual([]);
  });

  test("Shift and a click add to what is selected, and take out again", async () => {
    const { page, problems } = await explorer.open("#view=list&node=person:marc-zyngier");
    const table = page.getByRole("table");
    await table.getByRole("button", { name: "ARM", exact: true }).click({ modifiers: ["Shift"] });
    const card = page.getByRole("complementary", { name: "2 selected" });
    await card.getByText("Marc Zyngier is with ARM").waitFor();
    await card.getByText("1 person, 1 organisation").waitFor();
    await table.getByRole("button", { name: "Peter Maydell" }).click({ modifiers: ["Shift"] });
    await page.getByRole("complementary", { name: "3 selected" }).waitFor();
    await page.getByRole("button", { name: "Take out ARM" }).click();
    await page.getByRole("button", { name: "Take out Peter Maydell" }).click();
    await page.getByRole("complementary", { name: "Person: Marc Zyngier" }).waitFor();
    expect(problems).toEqual([]);
  });

  test.each(["light", "dark"] as const)("axe finds nothing wrong in %s colours", async (colorScheme) => {
    const { page } = await explorer.open("#colour=community", { colorScheme, reducedMotion: "reduce" });
    await waitForGraph(page);
    await getGroups(page, "Colour: community").first().waitFor();
    await page.keyboard.press("a");
    await getPanel(page).waitFor();
    const found: Record<string, unknown> = { community: await findViolations(page) };
    await getPanel(page).getByLabel("Colour says").selectOption("PageRank");
    await getGroups(page, "Colour: PageRank").first().waitFor();
    found["measure"] = await findViolations(page);
    await page.goto(`${page.url().split("#")[0]}#nodes=person:marc-zyngier&nodes=person:peter-maydell`);
    await getSeveral(page).getByText("Who connects them").waitFor();
    found["several"] = await findViolations(page);
    await page.getByRole("button", { name: "List", exact: true }).click();
    found["list"] = await findViolations(page);
    expect(found).toEqual({ community: [], measure: [], several: [], list: [] });
  });
});

/** Nodes with places on a circle, each linked with three more. */
function generateRing(order: number): string {
  const nodes = Array.from({ length: order }, (_, node) => {
    const angle = (node * 2 * Math.PI) / order;
    const place = `x="${(1000 * Math.cos(angle)).toFixed(2)}" y="${(1000 * Math.sin(angle)).toFixed(2)}"`;
    return `<node id="n${node}" label="n${node}"><viz:position ${place}/></node>`;
  });
  const edges = [1, 61, 503].flatMap((step) =>
    nodes.map(
      (_, node) => `<edge id="e${step}-${node}" source="n${node}" target="n${(node + step) % order}"/>`,
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph defaultedgetype="directed"><nodes>${nodes.join("")}</nodes><edges>${edges.join("")}</edges></graph></gexf>`;
}

/** On a busy machine a second is short. */
const poll = <T>(find: () => T | Promise<T>) => expect.poll(find, { timeout: 15_000 });

/** Until movements are over, in milliseconds. */
const SETTLED = 900;

const getSeveral = (page: Page): Locator => page.getByRole("complementary", { name: /^\d+ selected$/ });

/** Clicks the middle until what is there has its card: a slow machine takes its time to bring it there. */
async function openInMiddle(page: Page, card: Locator): Promise<void> {
  await expect
    .poll(
      async () => {
        await clickMiddle(page);
        await page.waitForTimeout(SETTLED);
        return card.isVisible();
      },
      { timeout: 25_000 },
    )
    .toBe(true);
}

async function clickMiddle(page: Page): Promise<void> {
  const box = await page.locator(".graph-container").boundingBox();
  if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Presses at the first point, and lets go at the last: parts of the picture's width and height. */
async function drag(page: Page, points: readonly (readonly [number, number])[]): Promise<void> {
  const box = await page.locator(".graph-container").boundingBox();
  if (!box) throw new Error("There is no picture.");
  for (const [index, [x, y]] of points.entries()) {
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 4 });
    if (index === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

const getPanel = (page: Page): Locator => page.getByRole("region", { name: "Appearance" });

const getGroups = (page: Page, title: string): Locator =>
  page.getByRole("list", { name: title }).getByRole("listitem");

const getField = (page: Page, name: string): string | null =>
  new URLSearchParams(new URL(page.url()).hash.slice(1)).get(name);

async function waitForGraph(page: Page): Promise<void> {
  await page.getByText(/[1-9]\d* nodes and \d+ links are shown/).waitFor({ state: "attached" });
  await page.locator(".graph-container canvas").first().waitFor();
}

async function countShown(page: Page): Promise<number> {
  const text = await page.getByText(/\d+ nodes and \d+ links are shown/).textContent();
  return Number(/\d+/.exec(text ?? "")?.[0]);
}

/** Colours that cover some pixels of a screenshot of the picture, as `rgb(r, g, b)`. */
async function listColours(page: Page): Promise<string[]> {
  const picture = (await page.locator(".graph-container").screenshot()).toString("base64");
  return await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.codePointAt(0) ?? 0);
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const { data = [] } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? {};
    const counts = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts].filter(([, count]) => count > 12).map(([colour]) => colour);
  }, picture);
}

/** How a level line of a style's colour is drawn. */
async function describeLine(page: Page, property: string): Promise<"whole" | "dashed" | "not at all"> {
  const picture = (await page.locator(".graph-container").screenshot()).toString("base64");
  return await page.evaluate(
    async ([encoded = "", name = ""]) => {
      const bytes = Uint8Array.from(atob(encoded), (letter) => letter.codePointAt(0) ?? 0);
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      context?.drawImage(bitmap, 0, 0);
      const hex = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
      const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
      for (let row = 0; row < bitmap.height; row++) {
        const { data = [] } = context?.getImageData(0, row, bitmap.width, 1) ?? {};
        let [runs, pixels, isInside] = [0, 0, false];
        for (let at = 0; at < data.length; at += 4) {
          const isNear = wanted.every((part, channel) => Math.abs(part - (data[at + channel] ?? 0)) < 40);
          if (isNear && !isInside) runs++;
          if (isNear) pixels++;
          isInside = isNear;
        }
        if (pixels > 150) return runs < 4 ? "whole" : "dashed";
      }
      return "not at all";
    },
    [picture, property],
  );
}

/** Two people, one of whom works on what the other promised, each on a line of its own. */
const PROMISE = `<gexf xmlns:viz="http://gexf.net/1.3/viz"><graph defaultedgetype="directed">
<attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes><nodes>${[
  ["a", "person", 0, 0],
  ["b", "topic", 300, 0],
  ["c", "person", 0, 100],
  ["d", "topic", 300, 100],
]
  .map(
    ([id, kind, x, y]) =>
      `<node id="${id}" label="${id}"><attvalues><attvalue for="kind" value="${kind}"/></attvalues><viz:position x="${x}" y="${y}"/></node>`,
  )
  .join("")}</nodes><edges>
<edge id="1" source="a" target="b" label="promised to act on" weight="8"/>
<edge id="2" source="c" target="d" label="works on" weight="8"/></edges></graph></gexf>`;

const toRgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.trim().slice(at, at + 2), 16)).join(", ")})`;

/** Rings of nodes of no kind, each joined with the next by one edge. */
function writeRings(rings: number, length: number): string {
  const count = rings * length;
  const nodes = Array.from({ length: count }, (_, n) => `<node id="n${n}" label="node ${n}"/>`);
  const edges = Array.from({ length: count }, (_, n) => {
    const ring = Math.floor(n / length) * length;
    const inner = `<edge id="i${n}" source="n${n}" target="n${ring + ((n + 1 - ring) % length)}"/>`;
    return n === ring ? `${inner}<edge id="o${n}" source="n${n}" target="n${(n + length) % count}"/>` : inner;
  });
  return `<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected"><nodes>${nodes.join("")}</nodes><edges>${edges.join("")}</edges></graph></gexf>`;
}
