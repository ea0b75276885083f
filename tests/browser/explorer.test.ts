import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readGexf } from "../../src/formats/read-gexf.ts";
import { readGraph } from "../../src/formats/read-graph.ts";
import type { SerializedMinutesGraph } from "../../src/model/graph-attributes.ts";
import { describeInChromium, startExplorer, type Explorer } from "./open-explorer.ts";

const axe = await readFile(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

describeInChromium("the explorer", () => {
  let explorer: Explorer;
  let graph: SerializedMinutesGraph;
  beforeAll(async () => {
    explorer = await startExplorer();
    graph = (await (await fetch(new URL("graph.json", explorer.url))).json()) as SerializedMinutesGraph;
  });
  afterAll(() => explorer.close());

  test("opens on the whole graph, and draws it", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    expect(await page.getByRole("status").last().textContent()).toBe(
      `${graph.nodes.length} nodes and ${graph.edges.length} edges shown`,
    );
    expect(await countColours(page)).toBeGreaterThan(5);
    expect(problems).toEqual([]);
  });

  test("finds Marc by keyboard, and tells his work with its sentences", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.keyboard.press("/");
    await page.keyboard.type("marc");
    await page.keyboard.press("Enter");
    const card = getCard(page);
    await card.getByRole("heading", { name: "Marc Zyngier" }).waitFor();
    expect(await getSection(card, "Is with").getByRole("button", { name: "ARM", exact: true }).count()).toBe(
      1,
    );
    const work = getSection(card, "Works on");
    await work.getByRole("button", { name: "GICv3", exact: true }).waitFor();
    await work.getByText("Spending most time on GICv3").waitFor();
    await work.getByText("in review").waitFor();
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "detached" });
    expect(problems).toEqual([]);
  });

  test("follows a sentence into the minutes, and a name in them back into the graph", async () => {
    const { page, problems } = await explorer.open("#node=person:marc-zyngier");
    await getCard(page).getByText("Spending most time on GICv3").first().click();
    const minutes = page.getByRole("region", { name: "Minutes: KVM Sync-up call" });
    const sentence = minutes.locator("mark").first();
    await sentence.waitFor();
    expect(await isInSight(sentence)).toBe(true);
    expect(await sentence.textContent()).toContain("GICv3");
    await minutes.locator("mark").getByRole("button", { name: "GICv3" }).click();
    expect(new URL(page.url()).hash).toContain("node=topic:gicv3");
    await minutes.getByRole("button", { name: "Christoffer Dall" }).focus();
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toContain("node=person:christoffer-dall");
    expect(problems).toEqual([]);
  });

  test("shows the minutes unit for unit as they are written", async () => {
    const { page } = await explorer.open("#read=kvm-2013-12-03.txt");
    const text = await page.getByRole("document", { name: "Text of the minutes" }).textContent();
    expect(text).toBe(Object.values(graph.attributes.documents)[0]?.text);
  });

  test("goes from mention to mention of what is selected, round the end", async () => {
    const { page, problems } = await explorer.open("#node=person:peter-maydell&read=kvm-2013-12-03.txt");
    const minutes = page.getByRole("region", { name: "Minutes: KVM Sync-up call" });
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
    expect(problems).toEqual([]);
  });

  test("hides a kind and a relation, and shows all again", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.getByRole("checkbox", { name: "Meetings" }).uncheck();
    await page.getByRole("checkbox", { name: "spoke about" }).uncheck();
    expect(new URL(page.url()).hash).toBe("#hide=meeting+discussed");
    await page.getByText(`${graph.nodes.length - 1} nodes and`).waitFor({ state: "attached" });
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByText(`${graph.nodes.length} nodes and`).waitFor({ state: "attached" });
    expect(problems).toEqual([]);
  });

  test("a link opens the same view again, and Back the one before", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.getByRole("checkbox", { name: "Meetings" }).uncheck();
    await search(page, "gicv3");
    const link = page.url();
    await page.goBack();
    await getCard(page).waitFor({ state: "detached" });
    expect(await page.getByRole("checkbox", { name: "Meetings" }).isChecked()).toBe(false);
    await page.goBack();
    expect(await page.getByRole("checkbox", { name: "Meetings" }).isChecked()).toBe(true);
    const other = await explorer.open(new URL(link).hash);
    await getCard(other.page).getByRole("heading", { name: "GICv3" }).waitFor();
    expect(await other.page.getByRole("checkbox", { name: "Meetings" }).isChecked()).toBe(false);
    expect([...problems, ...other.problems]).toEqual([]);
  });

  test("exports what is shown as GEXF, and everything as JSON, without loss", async () => {
    const { page, problems } = await explorer.open("#hide=meeting");
    await waitForGraph(page);
    const gexf = await readGexf([await exportAs(page, "GEXF")], "graph.gexf");
    const own = graph.nodes.filter(({ attributes }) => attributes?.kind !== "meeting");
    expect(gexf.graph?.nodes.map(({ key }) => key)).toEqual(own.map(({ key }) => key));
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("checkbox", { name: "also what is hidden" }).check();
    await page.getByRole("button", { name: "Export" }).click();
    const json = readGraph(await exportAs(page, "JSON"), "graph.json");
    expect(json.graph).toEqual(graph);
    expect((await exportAs(page, "PNG")).slice(1, 4)).toBe("PNG");
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
    await getCard(page).getByRole("heading", { name: "Ida Holm" }).waitFor();
    await page.getByRole("button", { name: "This page" }).click();
    await page.getByText(`${graph.nodes.length} nodes and`).waitFor({ state: "attached" });
    expect(problems).toEqual([]);
  });

  test("opens minutes by address; a wrong address gets a message", async () => {
    const address = explorer.addFile(
      "their/pilots.txt",
      "Harbour call, May 7th, 2019\n\nAttendees:\n- Ida Holm (Nordkai)\n",
    );
    const { page, problems } = await explorer.open(`?graph=${address}#node=person:ida-holm`);
    await getCard(page).getByRole("heading", { name: "Ida Holm" }).waitFor();
    expect(problems).toEqual([]);
    const wrong = await explorer.open("?graph=javascript:alert(1)");
    await wrong.page.getByRole("alert").getByText("not an address that can be opened").waitFor();
    expect(wrong.problems).toEqual([]);
  });

  test("shows hostile minutes as text alone", async () => {
    const name = "<img src=x onerror=alert(1)>";
    const text = `Harbour call, May 7th, 2019\n\nAttendees:\n- Ida Holm (Nordkai)\n- ${name} (<b>Bad</b>)\n\n* Ida is working on ${name} parser.\n`;
    const address = explorer.addFile("hostile.txt", text);
    const { page, problems } = await explorer.open(`?graph=${address}#read=hostile.txt`);
    const shown = page.getByRole("document", { name: "Text of the minutes" });
    expect(await shown.textContent()).toBe(text);
    expect(await page.locator("#app img, #app b b").count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test("lists the nodes shown as text, for the keyboard", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.getByRole("button", { name: "List" }).click();
    const list = page.getByRole("complementary", { name: "Nodes shown" });
    expect(await list.getByRole("listitem").count()).toBe(graph.nodes.length);
    await list.getByRole("button", { name: "Marc Zyngier" }).focus();
    await page.keyboard.press("Enter");
    await getCard(page).getByRole("heading", { name: "Marc Zyngier" }).waitFor();
    expect(problems).toEqual([]);
  });

  test("lifts the neighbourhood of what is pointed at, and opens what is clicked", async () => {
    const { page, problems } = await explorer.open("#hide=meeting", { reducedMotion: "reduce" });
    await waitForGraph(page);
    await search(page, "QEMU");
    await page.keyboard.press("Escape");
    await getCard(page).waitFor({ state: "detached" });
    const before = await page.locator("main").screenshot();
    // The node that was flown to lies in the middle.
    const { x, y, width, height } = (await page.getByRole("main").boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    };
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
    await page.waitForTimeout(200);
    expect(before.equals(await page.locator("main").screenshot())).toBe(false);
    await page.mouse.click(x + width / 2, y + height / 2);
    await getCard(page).getByRole("heading", { name: "QEMU" }).waitFor();
    expect(problems).toEqual([]);
  });

  test("a node stays where it is dragged", async () => {
    const { page, problems } = await explorer.open("#hide=meeting", { reducedMotion: "reduce" });
    await waitForGraph(page);
    await search(page, "QEMU");
    await page.keyboard.press("Escape");
    await getCard(page).waitFor({ state: "detached" });
    const { x, y, width, height } = (await page.getByRole("main").boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    };
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 120, y + height / 2 - 150, { steps: 5 });
    await page.mouse.up();
    expect(await getCard(page).count()).toBe(0);
    // Two clicks within a moment would be a double one.
    await page.waitForTimeout(400);
    await page.mouse.click(x + width / 2 + 120, y + height / 2 - 150);
    await getCard(page).getByRole("heading", { name: "QEMU" }).waitFor();
    expect(problems).toEqual([]);
  });

  test("runs the layout and pauses it", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    await page.getByRole("button", { name: "Run layout" }).click();
    await page.getByRole("button", { name: "Pause layout" }).click();
    await page.getByRole("button", { name: "Run layout" }).waitFor();
    expect(problems).toEqual([]);
  });

  test("draws again after the system took its drawing away", async () => {
    const { page, problems } = await explorer.open();
    await waitForGraph(page);
    const drawing = page.locator("canvas.sigma-nodes");
    await drawing.evaluate((canvas) => {
      canvas.id = "lost";
      (canvas as HTMLCanvasElement).getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
    });
    await page.locator("#lost").waitFor({ state: "detached" });
    await drawing.waitFor();
    expect(await countColours(page)).toBeGreaterThan(5);
    await search(page, "marc");
    await getCard(page).getByRole("heading", { name: "Marc Zyngier" }).waitFor();
    expect(problems).toEqual([]);
  });

  test("works without a network from the second visit on", async () => {
    const { page } = await explorer.open();
    await waitForGraph(page);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20));
    });
    await page.context().setOffline(true);
    await page.goto(`${explorer.url}#node=topic:gicv3`);
    await page.reload();
    const heading = getCard(page).getByRole("heading", { name: "GICv3" });
    await heading.waitFor();
    expect(await page.evaluate(() => navigator.onLine)).toBe(false);
  });

  test("fits a phone: nothing is wider than the screen, and the card is a sheet", async () => {
    const viewport = { width: 360, height: 740 };
    const { page, problems } = await explorer.open("", { viewport, hasTouch: true, isMobile: true });
    await waitForGraph(page);
    await search(page, "marc");
    const box = await getCard(page).boundingBox();
    expect(box?.width).toBeLessThanOrEqual(viewport.width);
    expect(box?.y).toBeGreaterThan(viewport.height * 0.3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
    await getCard(page).getByText("Spending most time on GICv3").first().click();
    await page.locator("mark").first().waitFor();
    expect(problems).toEqual([]);
  });

  test.each(["light", "dark"] as const)(
    "has no accessibility violation that axe finds, %s",
    async (colorScheme) => {
      const { page } = await explorer.open("", { colorScheme, reducedMotion: "reduce" });
      await waitForGraph(page);
      expect(await findViolations(page)).toEqual([]);
      await search(page, "marc");
      expect(await findViolations(page)).toEqual([]);
      await getCard(page).getByText("Spending most time on GICv3").first().click();
      await page.locator("mark").first().waitFor();
      expect(await findViolations(page)).toEqual([]);
      await page.goto(explorer.url);
      await page.getByRole("button", { name: "List" }).click();
      await page.getByRole("button", { name: "Export" }).click();
      expect(await findViolations(page)).toEqual([]);
      await page.getByRole("button", { name: "Open…" }).click();
      expect(await findViolations(page)).toEqual([]);
    },
  );
});

const getCard = (page: Page): Locator => page.getByRole("complementary", { name: "Selected" });

const getSection = (card: Locator, title: string): Locator =>
  card.locator("section").filter({ has: card.page().getByRole("heading", { name: title }) });

async function waitForGraph(page: Page): Promise<void> {
  await page.getByText(/\d+ nodes and [1-9]\d* edges shown/).waitFor({ state: "attached" });
  await page.locator("canvas").first().waitFor();
}

async function search(page: Page, query: string): Promise<void> {
  await page.getByRole("combobox").fill(query);
  await page.getByRole("option").first().click();
}

/** How many different colours the drawing has: one where nothing is drawn. */
async function countColours(page: Page): Promise<number> {
  const shot = await page.locator("main").screenshot();
  return await page.evaluate(async (base64) => {
    const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
    const bitmap = await createImageBitmap(blob);
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const { data } = context?.getImageData(230, 60, bitmap.width - 230, bitmap.height - 60) ?? { data: [] };
    return new Set(new Uint32Array(new Uint8ClampedArray(data).buffer)).size;
  }, shot.toString("base64"));
}

async function exportAs(page: Page, format: string): Promise<string> {
  await page.getByRole("button", { name: "Export" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: format }).click();
  return await readFile(await (await downloading).path(), format === "PNG" ? "latin1" : "utf8");
}

async function isInSight(locator: Locator): Promise<boolean> {
  return await locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const pane = element.closest(".minutes-text")?.getBoundingClientRect();
    return pane !== undefined && top >= pane.top && bottom <= pane.bottom;
  });
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
