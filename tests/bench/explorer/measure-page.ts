import { gzipSync } from "node:zlib";
import type { Browser, CDPSession, Page } from "playwright-core";
import { measurePanels, type PanelMeasures } from "./measure-panels.ts";
import { READ, RECEIVED } from "../../../src/explorer/data/reading-marks.ts";

/** What is measured of a page with one graph; of panels, only where it has them. */
export interface Measures extends Partial<PanelMeasures> {
  /** From the navigation to the drawing with every edge in it, in milliseconds. */
  firstDrawing: number;
  /** In milliseconds. */
  longestTask: number;
  /** From the file's coming from the worker until it is there as a graph, in milliseconds; not a number where a page does not tell. */
  readingTask: number;
  /** Drawn frames a second. */
  panning: number;
  zooming: number;
  /** From the pointer's move to the highlight, in milliseconds. */
  pointing: number;
  /** The page's own work, WebGL doing nothing, in milliseconds: for one hover, for one frame of panning. */
  hoverWork: number;
  panWork: number;
  /** The page's JavaScript heap after a collection, in megabytes. */
  memory: number;
}

export interface Subject {
  name: string;
  /** The page, without a graph. */
  url: string;
  hasPanels: boolean;
}

export interface Sample {
  /** The file's address. */
  url: string;
  nodes: number;
  edges: number;
}

const SECONDS = 4;
const LONGEST_OPENING = 240_000;

/** The JavaScript that a page loads when it is opened, in bytes of gzip. */
export async function measureScripts(browser: Browser, { url }: Subject): Promise<number> {
  const page = await browser.newPage();
  const scripts = new Set<string>();
  page.on("response", (response) => {
    if (new URL(response.url()).pathname.endsWith(".js")) scripts.add(response.url());
  });
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(2500);
  await page.close();
  let sum = 0;
  for (const script of scripts) {
    const body = await (await fetch(script)).arrayBuffer();
    sum += gzipSync(Buffer.from(body), { level: 9 }).length;
  }
  return sum;
}

/** Opens a graph in a page of its own, moves about in it, and measures. */
export async function measurePage(
  browser: Browser,
  subject: Subject,
  sample: Sample,
  probe: string,
): Promise<Measures> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.addInitScript({ path: probe });
  await page.addInitScript((edges) => globalThis.probe.watch(edges), sample.edges);
  try {
    const opening = await measureOpening(
      page,
      `${subject.url}?graph=${encodeURIComponent(sample.url)}`,
      sample,
    );
    const devtools = await context.newCDPSession(page);
    await devtools.send("Performance.enable");
    const panning = await drive(page, "pan", sample.nodes);
    const zooming = await drive(page, "zoom", sample.nodes);
    const pointing = await measurePointing(page, sample.nodes);
    const panWork = await measureWork(page, devtools, "pan", sample.nodes);
    const hoverWork = await measureWork(page, devtools, "hover", sample.nodes);
    const memory = await readMemory(page);
    const panels = subject.hasPanels ? await measurePanels(page) : {};
    return { ...opening, panning, zooming, pointing, panWork, hoverWork, memory, ...panels };
  } finally {
    await context.close();
  }
}

async function measureOpening(
  page: Page,
  url: string,
  { edges }: Sample,
): Promise<Pick<Measures, "firstDrawing" | "longestTask" | "readingTask">> {
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction((count) => globalThis.probe.drawnAt.has(count), edges, {
    timeout: LONGEST_OPENING,
    polling: 200,
  });
  await settle(page);
  return page.evaluate(
    ([count, received, read]) => {
      const { drawnAt, longTasks } = globalThis.probe;
      // No function may have a name here: what makes this script would wrap it in one that the page does not have.
      const [begin = NaN, end = NaN] = [received, read].map(
        (name) => performance.getEntriesByName(name).at(-1)?.startTime,
      );
      const inBetween = longTasks.filter(({ start, length }) => start + length > begin && start < end);
      return {
        firstDrawing: drawnAt.get(count) ?? 0,
        longestTask: Math.max(0, ...longTasks.map(({ length }) => length)),
        readingTask: Number.isNaN(end) ? NaN : Math.max(0, ...inBetween.map(({ length }) => length)),
      };
    },
    [edges, RECEIVED, READ] as const,
  );
}

/** Waits until the page has had nothing long to do for a second and a half. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(1500);
  await page.waitForFunction(
    () => {
      const last = globalThis.probe.longTasks.at(-1);
      return !last || performance.now() - last.start - last.length > 1500;
    },
    undefined,
    { timeout: 60_000, polling: 200 },
  );
}

type Mode = "pan" | "zoom" | "hover";

async function drive(page: Page, mode: Mode, nodes: number): Promise<number> {
  const run = await page.evaluate(([name, seconds, count]) => globalThis.probe.drive(name, seconds, count), [
    mode,
    SECONDS,
    nodes,
  ] as const);
  await page.waitForTimeout(1000);
  return run.drawn / run.seconds;
}

async function measurePointing(page: Page, nodes: number): Promise<number> {
  const times: number[] = [];
  for (let turn = 1; turn <= 5; turn++) {
    times.push(await page.evaluate((node) => globalThis.probe.point(node), 1 + ((turn * 7919) % nodes)));
    await page.waitForTimeout(200);
  }
  return times.sort((a, b) => a - b)[2] ?? 0;
}

/** Milliseconds of JavaScript for one frame of panning, or for one change of the hovered node. */
async function measureWork(page: Page, devtools: CDPSession, mode: Mode, nodes: number): Promise<number> {
  const before = await readScriptTime(devtools);
  const run = await page.evaluate(
    async ([name, seconds, count]) => {
      globalThis.probe.isStubbed = true;
      const driven = await globalThis.probe.drive(name, seconds, count);
      globalThis.probe.isStubbed = false;
      return driven;
    },
    [mode, SECONDS, nodes] as const,
  );
  const work = (await readScriptTime(devtools)) - before;
  await page.waitForTimeout(1000);
  return work / Math.max(1, mode === "hover" ? run.changes : run.drawn);
}

async function readScriptTime(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0) * 1000;
}

function readMemory(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { gc, performance } = window as unknown as {
      gc: () => void;
      performance: { memory: { usedJSHeapSize: number } };
    };
    gc();
    return performance.memory.usedJSHeapSize / 1e6;
  });
}
