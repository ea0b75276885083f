import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readGexf } from "../../src/formats/read-gexf.ts";
import { readGraph } from "../../src/formats/read-graph.ts";
import type { SerializedMinutesGraph } from "../../src/model/graph-attributes.ts";
import { findViolations } from "./find-violations.ts";
import { describeInChromium, startExplorer, type Explorer } from "./open-explorer.ts";

const ATTACHED = { state: "attached" } as const;
const READING = "#document=kvm-2013-12-03.txt&at=0-31";

describeInChromium("the explorer", () => {
  let explorer: Explorer;
  let graph: SerializedMinutesGraph;
  beforeAll(async () => {
    explorer = await startExplorer();
    graph = (await (await fetch(new URL("graph.json", explorer.url))).json()) as SerializedMinutesGraph;
  });
  afterEach(() => explorer.closePages());
  afterAll(() => explorer.close());

  test("opens on the whole graph, and draws it", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    const hidden = graph.edges.filter(({ attributes }) =>
      ["attended", "covered"].includes(attributes?.relation ?? ""),
    );
    await page.getByText(tellShown(graph.nodes.length, graph.edges.length - hidden.length)).waitFor(ATTACHED);
    expect(await countColours(page)).toBeGreaterThan(5);
    expect(problems).toEqual([]);
  });

  test("finds Marc by keyboard, and tells his work with its sentences", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.keyboard.press("/");
    await page.keyboard.type("marc");
    await page.keyboard.press("Enter");
    const card = getCard(page, "Marc Zyngier");
    await getSection(card, "Is with").getByRole("button", { name: "ARM", exact: true }).waitFor();
    const work = getSection(card, "Works on");
    await work.getByRole("button", { name: "GICv3", exact: true }).waitFor();
    await work.getByText("Spending most time on GICv3").waitFor();
    await work.getByText("in review", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "detached" });
    expect(problems).toEqual([]);
  });

  test("finds people by half a name, a misspelling and an alias", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await search(page, "maydel");
    await getCard(page, "Peter Maydell").waitFor();
    await search(page, "christofer dal");
    await getCard(page, "Christoffer Dall").waitFor();
    await search(page, "antionios");
    await getCard(page, "Antonios Motakis").waitFor();
    expect(problems).toEqual([]);
  });

  test("answers a question, says how it was read, and comes back to the answer from a card", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.keyboard.press("/");
    await page.keyboard.type("who works on gi");
    await page.getByRole("option", { name: "who works on GICv3" }).waitFor();
    await page.keyboard.press("Enter");
    const answer = page.getByRole("complementary", { name: "Answer: who works on GICv3" });
    await answer.getByText("I read this as: who works on GICv3").waitFor();
    await answer.getByText("Spending most time on GICv3").first().waitFor();
    await answer.getByRole("button", { name: "Marc Zyngier" }).click();
    await getCard(page, "Marc Zyngier").waitFor();
    const { page: other } = await explorer.open(new URL(page.url()).hash);
    await getCard(other, "Marc Zyngier").waitFor();
    await page.getByRole("button", { name: "Back to: who works on GICv3" }).click();
    await answer.waitFor();
    expect(problems).toEqual([]);
  });

  test("a question that cannot be read is told what can be asked", async () => {
    const { page } = await explorer.open("#ask=why+is+the+sky+blue");
    const answer = page.getByRole("complementary", { name: "Answer: why is the sky blue" });
    await answer.getByText("You can ask:").waitFor();
  });

  test("follows a sentence into the minutes, and a name in them back into the graph", async () => {
    const { page, problems } = await explorer.open("#node=person:marc-zyngier");
    await getCard(page, "Marc Zyngier").getByText("Spending most time on GICv3").first().click();
    const minutes = getMinutes(page);
    const sentence = minutes.locator("mark").first();
    await sentence.waitFor();
    expect(await isInSight(sentence)).toBe(true);
    expect(await sentence.textContent()).toContain("GICv3");
    await minutes.locator("mark").getByRole("button", { name: "GICv3" }).click();
    await expect.poll(() => getField(page, "node")).toBe("topic:gicv3");
    await minutes.getByRole("button", { name: "Christoffer Dall" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => getField(page, "node")).toBe("person:christoffer-dall");
    await minutes.getByRole("button", { name: "Close the minutes" }).click();
    await minutes.waitFor({ state: "detached" });
    expect(problems).toEqual([]);
  });

  test("shows the minutes unit for unit as they are written", async () => {
    const { page } = await explorer.open(READING);
    const text = await page.getByRole("document", { name: "Text of the minutes" }).textContent();
    expect(text).toBe(Object.values(graph.attributes.documents)[0]?.text);
  });

  test("goes from mention to mention of what is selected, round the end", async () => {
    const { page, problems } = await explorer.open(`${READING}&node=person:peter-maydell`);
    const minutes = getMinutes(page);
    await minutes.waitFor();
    const count = await minutes.locator('[data-node="person:peter-maydell"]').count();
    expect(count).toBeGreaterThan(1);
    const next = minutes.getByRole("button", { name: "Next mention" });
    const starts: (string | null)[] = [];
    for (let step = 0; step <= count; step++) {
      await next.click();
      starts.push(await page.locator(":focus").getAttribute("data-start"));
    }
    expect(new Set(starts).size).toBe(count);
    expect(starts.at(-1)).toBe(starts[0]);
    await page.keyboard.press("p");
    expect(await page.locator(":focus").getAttribute("data-start")).toBe(starts.at(-2));
    expect(problems).toEqual([]);
  });

  test("opens a megabyte of minutes at a sentence in its middle, and marks what is near it alone", async () => {
    const minutes = `${graph.attributes.documents["kvm-2013-12-03.txt"]?.text}\n`;
    const times = Math.ceil(1_000_000 / minutes.length);
    const address = explorer.addFile("large.json", JSON.stringify(repeatMinutes(graph, times)));
    const { page, problems } = await explorer.open(`?graph=${address}`);
    await waitForGraph(page);
    const at = Math.floor(times / 2) * minutes.length;
    await page.evaluate((hash) => (location.hash = hash), `document=kvm-2013-12-03.txt&at=${at}-${at + 31}`);
    await expect.poll(() => isInSight(page.locator("mark").first()), { timeout: 5000 }).toBe(true);
    const pane = page.getByRole("document", { name: "Text of the minutes" });
    expect(await pane.evaluate((element) => element.textContent.length)).toBe(times * minutes.length);
    const mentions = (graph.attributes.documents["kvm-2013-12-03.txt"]?.mentions.length ?? 0) * times;
    expect(mentions).toBeGreaterThan(10_000);
    expect(await pane.locator("[data-node]").count()).toBeLessThan(mentions / 10);
    expect(problems).toEqual([]);
  });

  test("copies a sentence with where it stands", async () => {
    const { page, problems } = await explorer.open("#node=person:marc-zyngier", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await getCard(page, "Marc Zyngier").getByText("Spending most time on GICv3").first().click();
    await getMinutes(page).getByRole("button", { name: "Copy citation" }).click();
    await getMinutes(page).getByText("Citation copied").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^“.*GICv3.*” \(KVM Sync-up call, 2013-12-03, kvm-2013-12-03\.txt\)$/);
    expect(problems).toEqual([]);
  });

  test("hides a kind and a relation, and clears the filters", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await getFilter(page, "Topics").click();
    await getFilter(page, "spoke about").click();
    const kept = graph.nodes.filter(({ attributes }) => attributes?.kind !== "topic").length;
    await page.getByText(new RegExp(`^${kept} nodes`)).waitFor(ATTACHED);
    expect(await getFilter(page, "Topics").getAttribute("aria-pressed")).toBe("false");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.getByText(new RegExp(`^${graph.nodes.length} nodes`)).waitFor(ATTACHED);
    expect(problems).toEqual([]);
  });

  test("a link opens the same view again, and Back the one before", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await getFilter(page, "Meetings").click();
    await search(page, "gicv3");
    const link = new URL(page.url()).hash;
    await page.goBack();
    await getCard(page, "GICv3").waitFor({ state: "detached" });
    await expect.poll(() => isPressed(page, "Meetings")).toBe("false");
    await page.goBack();
    await expect.poll(() => isPressed(page, "Meetings")).toBe("true");
    const other = await explorer.open(link);
    await getCard(other.page, "GICv3").waitFor();
    expect(await isPressed(other.page, "Meetings")).toBe("false");
    expect([...problems, ...other.problems]).toEqual([]);
  });

  test("exports what is shown as GEXF, and everything as JSON, without loss", async () => {
    const { page, problems } = await explorer.open("#without=meeting");
    await waitForGraph(page);
    const gexf = await readGexf([await exportAs(page, "GEXF, for Gephi")], "graph.gexf");
    const own = graph.nodes.filter(({ attributes }) => attributes?.kind !== "meeting");
    expect(gexf.graph?.nodes.map(({ key }) => key)).toEqual(own.map(({ key }) => key));
    const json = readGraph(await exportAs(page, "JSON", "All of it"), "graph.json");
    expect(json.graph).toEqual(graph);
    expect((await exportAs(page, "PNG 1×")).slice(1, 4)).toBe("PNG");
    expect(problems).toEqual([]);
  });

  test("exports the other forms, and leaves out what is not to be told", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    expect(await exportAs(page, "GraphML, for yEd and NetworkX")).toContain("<graphml");
    expect(await exportAs(page, "GEXF 1.2, for older readers")).toContain("http://www.gexf.net/1.2draft");
    expect(await exportAs(page, "Markdown report")).toContain("Marc Zyngier");
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("checkbox", { name: /minutes’ text/ }).check();
    await page.keyboard.press("Escape");
    const json = readGraph(await exportAs(page, "JSON", "All of it"), "graph.json");
    expect(Object.values(json.graph?.attributes.documents ?? {}).map(({ text }) => text)).toEqual([""]);
    expect(problems).toEqual([]);
  });

  test("explores a dropped file at once, and comes back to its own graph", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      const text =
        "Harbour pilots, May 7th, 2019\n\nAttendees:\n- Ida Holm (Nordkai)\n- Tom Reed (Baywatch Ltd)\n";
      dataTransfer.items.add(new File([text], "pilots.txt"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.getByRole("button", { name: "pilots.txt", exact: true }).waitFor();
    await search(page, "ida");
    await getCard(page, "Ida Holm").waitFor();
    await page.getByRole("button", { name: "This page" }).click();
    await page.getByText(new RegExp(`^${graph.nodes.length} nodes`)).waitFor(ATTACHED);
    expect(problems).toEqual([]);
  });

  test("opens minutes by address; a wrong address gets a message", async () => {
    const address = explorer.addFile(
      "their/pilots.txt",
      "Harbour call, May 7th, 2019\n\nAttendees:\n- Ida Holm (Nordkai)\n",
    );
    const { page, problems } = await explorer.open(`?graph=${address}#node=person:ida-holm`);
    await getCard(page, "Ida Holm").waitFor();
    expect(problems).toEqual([]);
    const wrong = await explorer.open("?graph=javascript:alert(1)");
    await wrong.page.getByRole("alert").getByText("not an address that can be opened").waitFor();
    expect(wrong.problems).toEqual([]);
  });

  test("shows hostile minutes as text alone", async () => {
    const name = "<img src=x onerror=alert(1)>";
    const text = `Harbour call, May 7th, 2019\n\nAttendees:\n- Ida Holm (Nordkai)\n- ${name} (<b>Bad</b>)\n\n* Ida is working on ${name} parser.\n`;
    const address = explorer.addFile("hostile.txt", text);
    const { page, problems } = await explorer.open(`?graph=${address}#document=hostile.txt&at=0-7`);
    expect(await page.getByRole("document", { name: "Text of the minutes" }).textContent()).toBe(text);
    expect(await page.locator("#app img").count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test("lists the nodes shown as a table, for the keyboard", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.getByRole("button", { name: "List", exact: true }).click();
    const rows = page.getByRole("table").getByRole("row");
    // The table grows while it is drawn.
    await rows.nth(graph.nodes.length).waitFor();
    expect(await rows.count()).toBe(graph.nodes.length + 1);
    await page.getByRole("columnheader", { name: "Name" }).getByRole("button").press("Enter");
    await page.locator('th[aria-sort="ascending"]').waitFor();
    const texts = await page.getByRole("table").locator("tbody button").allInnerTexts();
    const names = texts.map((text) => text.trim().toLowerCase());
    expect(names).toEqual(names.toSorted());
    await page.getByRole("table").getByRole("button", { name: "Marc Zyngier" }).focus();
    await page.keyboard.press("Enter");
    await getCard(page, "Marc Zyngier").waitFor();
    expect(problems).toEqual([]);
  });

  test("opens the node that is clicked, and lifts what is around the one pointed at", async () => {
    const { page, problems } = await explorer.open("", { reducedMotion: "reduce" });
    const { x, y } = await flyTo(page, "QEMU");
    const before = await page.locator("main").screenshot();
    await page.mouse.move(x, y, { steps: 3 });
    await page.waitForTimeout(200);
    expect(before.equals(await page.locator("main").screenshot())).toBe(false);
    await page.mouse.click(x, y);
    await getCard(page, "QEMU").waitFor();
    expect(problems).toEqual([]);
  });

  test("a node stays where it is dragged, and a drag is no click", async () => {
    const { page, problems } = await explorer.open("", { reducedMotion: "reduce" });
    const { x, y } = await flyTo(page, "QEMU");
    await page.mouse.move(x, y, { steps: 3 });
    await page.mouse.down();
    await page.mouse.move(x + 120, y - 150, { steps: 5 });
    await page.mouse.up();
    expect(await getCard(page, "QEMU").count()).toBe(0);
    // Two clicks within a moment would be a double one.
    await page.waitForTimeout(400);
    await page.mouse.click(x + 120, y - 150);
    await getCard(page, "QEMU").waitFor();
    expect(problems).toEqual([]);
  });

  test("runs the layout and pauses it", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    const run = page.getByRole("button", { name: "Run the layout" });
    await run.click();
    await expect.poll(() => run.getAttribute("aria-pressed")).toBe("true");
    await run.click();
    await expect.poll(() => run.getAttribute("aria-pressed")).toBe("false");
    expect(problems).toEqual([]);
  });

  test("a lost drawing leaves the page, and can be drawn again", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.locator("canvas").evaluateAll((canvases) => {
      for (const canvas of canvases as HTMLCanvasElement[])
        canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
    });
    await page.getByRole("button", { name: "Draw again" }).click();
    await page.getByRole("button", { name: "Draw again" }).waitFor({ state: "detached" });
    await expect.poll(() => countColours(page)).toBeGreaterThan(5);
    await search(page, "marc");
    await getCard(page, "Marc Zyngier").waitFor();
    expect(problems).toEqual([]);
  });

  test("without WebGL it says so, and the list and the search still work", async () => {
    const { page, problems } = await explorer.open();
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
      OffscreenCanvas.prototype.getContext = () => null;
    });
    await page.reload();
    await page.getByRole("alert").getByText("cannot draw the graph").waitFor();
    await page.getByRole("button", { name: "Show as a list" }).click();
    await expect.poll(() => page.getByRole("table").getByRole("row").count()).toBe(graph.nodes.length + 1);
    await search(page, "marc");
    await getCard(page, "Marc Zyngier").waitFor();
    expect(problems).toEqual([]);
  });

  test("the arrow keys go from the selected node to its neighbours, and Back returns", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.keyboard.press("/");
    await page.keyboard.type("marc");
    await page.keyboard.press("Enter");
    await getCard(page, "Marc Zyngier").waitFor();
    const from = getField(page, "node");
    await page.getByRole("application").focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => getField(page, "node")).not.toBe(from);
    const neighbour = getField(page, "node");
    expect(
      graph.edges.some(
        ({ source, target }) =>
          (source === from && target === neighbour) || (source === neighbour && target === from),
      ),
    ).toBe(true);
    await page.goBack();
    await getCard(page, "Marc Zyngier").waitFor();
    expect(problems).toEqual([]);
  });

  test("works without a network from the second visit on", async () => {
    const own = await startExplorer();
    try {
      const { page } = await own.open();
      await waitForGraph(page);
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
        while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20));
      });
      await own.stopServing();
      await expect(fetch(own.url)).rejects.toThrow("fetch failed");
      await page.goto(`${own.url}#node=topic:gicv3`);
      await page.reload();
      await getCard(page, "GICv3").waitFor();
    } finally {
      await own.close();
    }
  });

  test("fits a phone: nothing is wider than the screen, and sentences lead into the minutes", async () => {
    const viewport = { width: 360, height: 740 };
    const { page, problems } = await explorer.open("", { viewport, hasTouch: true, isMobile: true });
    await waitForGraph(page);
    await search(page, "marc");
    const card = getCard(page, "Marc Zyngier");
    const box = await card.boundingBox();
    expect(box?.width).toBeLessThanOrEqual(viewport.width);
    expect(box?.y).toBeGreaterThan(viewport.height * 0.25);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
    await card.getByText("Spending most time on GICv3").first().click();
    await expect.poll(() => isInSight(page.locator("mark").first())).toBe(true);
    expect(problems).toEqual([]);
  });

  test("on a phone a sheet grows and shrinks by a tap and a drag, and two fingers zoom", async () => {
    const viewport = { width: 390, height: 844 };
    const { page, problems } = await explorer.open("", { viewport, hasTouch: true, isMobile: true });
    await waitForGraph(page);
    const before = await page.locator(".graph-container").screenshot();
    await pinch(page, { x: 195, y: 450 });
    await expect
      .poll(async () => before.equals(await page.locator(".graph-container").screenshot()))
      .toBe(false);
    await search(page, "marc");
    const card = getCard(page, "Marc Zyngier");
    const heightOf = async () => (await card.boundingBox())?.height ?? 0;
    const low = await heightOf();
    await card.getByRole("button", { name: "Larger" }).tap();
    await expect.poll(heightOf).toBeGreaterThan(low + 100);
    const grip = await card.getByRole("button", { name: "Larger" }).boundingBox();
    await page.mouse.move(195, (grip?.y ?? 0) + 8);
    await page.mouse.down();
    await page.mouse.move(195, (grip?.y ?? 0) + 108, { steps: 4 });
    await page.mouse.up();
    await expect.poll(heightOf).toBe(low);
    expect(problems).toEqual([]);
  });

  test("at 400 % zoom the page scrolls down to the minutes, and never sideways", async () => {
    const viewport = { width: 320, height: 256 };
    const { page, problems } = await explorer.open(READING, { viewport });
    await waitForGraph(page);
    await page.locator("mark").first().waitFor();
    const { height = 0 } =
      (await page.getByRole("document", { name: "Text of the minutes" }).boundingBox()) ?? {};
    expect(height).toBeGreaterThan(viewport.height * 0.7);
    const { scrollWidth, scrollHeight } = await page.evaluate(() => {
      const root = document.documentElement;
      return { scrollWidth: root.scrollWidth, scrollHeight: root.scrollHeight };
    });
    expect(scrollWidth).toBe(viewport.width);
    expect(scrollHeight).toBeGreaterThan(viewport.height);
    expect(problems).toEqual([]);
  });

  test.each(["light", "dark"] as const)("axe finds nothing wrong in %s colours", async (colorScheme) => {
    const { page } = await explorer.open("", { colorScheme, reducedMotion: "reduce" });
    await waitForGraph(page);
    const found: Record<string, unknown> = { graph: await findViolations(page) };
    await page.getByRole("button", { name: "Export" }).click();
    found["exports"] = await findViolations(page);
    await page.keyboard.press("Escape");
    await page.getByRole("combobox").fill("zzzz");
    await page.getByRole("status").getByText("Nothing of that name").waitFor();
    found["search without a hit"] = await findViolations(page);
    await page.getByRole("combobox").fill("marc");
    await page.getByRole("option").first().waitFor();
    found["search"] = await findViolations(page);
    await page.getByRole("option").first().click();
    await getCard(page, "Marc Zyngier").waitFor();
    found["card"] = await findViolations(page);
    await page.getByText("Spending most time on GICv3").first().click();
    await page.locator("mark").first().waitFor();
    found["minutes"] = await findViolations(page);
    await page.getByRole("button", { name: "List", exact: true }).click();
    found["list"] = await findViolations(page);
    await page.getByRole("button", { name: "Matrix", exact: true }).click();
    found["matrix"] = await findViolations(page);
    await page.getByRole("button", { name: "Timeline", exact: true }).click();
    found["timeline"] = await findViolations(page);
    await page.getByRole("button", { name: "Open…" }).click();
    found["opening"] = await findViolations(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Help" }).click();
    await page.getByRole("dialog").waitFor();
    found["help"] = await findViolations(page);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((state) => [state, []])));
  });
});

const getCard = (page: Page, name: string): Locator =>
  page.getByRole("complementary").filter({ has: page.getByRole("heading", { name, exact: true }) });

const getSection = (card: Locator, title: string): Locator =>
  card.locator("section").filter({ has: card.page().getByRole("heading", { name: title }) });

const getMinutes = (page: Page): Locator => page.getByRole("region", { name: "Minutes: KVM Sync-up call" });

const getFilter = (page: Page, name: string): Locator =>
  page.locator(".legend").getByRole("button", { name: new RegExp(`^${name}\\s*\\d+$`) });

const isPressed = (page: Page, name: string): Promise<string | null> =>
  getFilter(page, name).getAttribute("aria-pressed");

const getField = (page: Page, name: string): string | null =>
  new URLSearchParams(new URL(page.url()).hash.slice(1)).get(name);

const tellShown = (nodes: number, edges: number): string => `${nodes} nodes and ${edges} links are shown`;

async function waitForGraph(page: Page): Promise<void> {
  await page.getByText(/\d+ nodes and [1-9]\d* links are shown/).waitFor(ATTACHED);
  await page.locator("canvas").first().waitFor(ATTACHED);
}

async function search(page: Page, query: string): Promise<void> {
  await page.getByRole("combobox").fill(query);
  await page.getByRole("option").first().click();
}

/** Brings a node into the middle, closes its card, and tells where the middle is. */
async function flyTo(page: Page, name: string): Promise<{ x: number; y: number }> {
  await waitForGraph(page);
  await search(page, name);
  await getCard(page, name).waitFor();
  await page.keyboard.press("Escape");
  await getCard(page, name).waitFor({ state: "detached" });
  await page.waitForTimeout(500);
  const box = await page.getByRole("application").boundingBox();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
}

/** The same graph with its minutes written so many times under each other. */
function repeatMinutes(graph: SerializedMinutesGraph, times: number): SerializedMinutesGraph {
  const [id = "", document] = Object.entries(graph.attributes.documents)[0] ?? [];
  if (!document) throw new Error("The graph has no minutes");
  const text = `${document.text}\n`.repeat(times);
  const mentions = Array.from({ length: times }, (_, copy) => {
    const by = copy * (document.text.length + 1);
    return document.mentions.map(({ node, start, end }) => ({ node, start: start + by, end: end + by }));
  }).flat();
  return {
    ...graph,
    attributes: { ...graph.attributes, documents: { [id]: { ...document, text, mentions } } },
  };
}

/** How many different colours the drawing has: one where nothing is drawn. */
async function countColours(page: Page): Promise<number> {
  const shot = await page.locator("main").screenshot();
  return await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const { data } = context?.getImageData(230, 60, bitmap.width - 230, bitmap.height - 60) ?? { data: [] };
    return new Set(new Uint32Array(new Uint8ClampedArray(data).buffer)).size;
  }, shot.toString("base64"));
}

async function exportAs(page: Page, format: string, extent = "What is shown"): Promise<string> {
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("radio", { name: extent }).check();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: format, exact: true }).click();
  return await readFile(await (await downloading).path(), format === "PNG" ? "latin1" : "utf8");
}

async function isInSight(locator: Locator): Promise<boolean> {
  return await locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const pane = element.closest(".minutes-text")?.getBoundingClientRect();
    return pane !== undefined && top >= pane.top && bottom <= pane.bottom;
  });
}

/** Two fingers go apart. */
async function pinch(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", apart?: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints:
        apart === undefined
          ? []
          : [
              { x: x - apart, y, id: 1 },
              { x: x + apart, y, id: 2 },
            ],
    });
  await touch("touchStart", 30);
  for (const apart of [50, 80, 110]) await touch("touchMove", apart);
  await touch("touchEnd");
}
