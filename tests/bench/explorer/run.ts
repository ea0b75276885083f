// Compares the built explorer with the floor, a page that has nothing but Sigma, in one Chromium session and in turn.
//   npm run bench:explorer [-- --sizes=1000,10000,100000 --runs=3]
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium, type Browser } from "playwright-core";
import { build } from "vite";
import { findChromium } from "../../../src/dev/find-chromium.js";
import { generateGexf } from "./generate-gexf.ts";
import { measurePage, measureScripts, type Measures, type Sample, type Subject } from "./measure-page.ts";
import { printTable, type Row } from "./print-table.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../../..");
const cache = join(root, ".cache/bench");
const EDGES: Readonly<Record<string, number>> = { 1000: 5000, 10_000: 50_000, 100_000: 300_000 };
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: Object.keys(EDGES).join() },
    runs: { type: "string", default: "3" },
    only: { type: "string", default: "floor,explorer" },
  },
});

await main();

async function main(): Promise<void> {
  await buildPages();
  const files = new Map<string, string>();
  const { origin, close } = await serve(files);
  const samples = values.sizes.split(",").map((size) => {
    const [nodes, edges] = [Number(size), EDGES[size]];
    if (edges === undefined)
      throw new Error(`There is no size ${size}: take some of ${Object.keys(EDGES).join()}.`);
    files.set(`/data/${size}.gexf`, generateGexf(nodes, edges));
    return { url: `${origin}/data/${size}.gexf`, nodes, edges };
  });
  const subjects = ["floor", "explorer"]
    .filter((name) => values.only.split(",").includes(name))
    .map((name) => ({ name, url: `${origin}/${name}/`, hasPanels: name === "explorer" }));
  const browser = await launch();
  try {
    for (const subject of subjects) {
      const bytes = await measureScripts(browser, subject);
      console.log(`JavaScript at start, ${subject.name}: ${(bytes / 1000).toFixed(0)} kB (gzip)`);
    }
    const rows: Row[] = [];
    for (const sample of samples)
      rows.push({ sample, measures: await measureInTurn(browser, subjects, sample) });
    printTable(rows);
  } finally {
    await browser.close();
    close();
  }
}

/** The page before and after it, in turn: whatever else the machine does is shared out between them. */
async function measureInTurn(
  browser: Browser,
  subjects: readonly Subject[],
  sample: Sample,
): Promise<Map<string, Measures[]>> {
  const measured = new Map<string, Measures[]>(subjects.map(({ name }) => [name, []]));
  for (let run = 0; run < Number(values.runs); run++)
    for (const subject of subjects) {
      const measures = await measurePage(browser, subject, sample, join(cache, "probe.js"));
      measured.get(subject.name)?.push(measures);
      const figures = Object.entries(measures).map(
        ([name, value]) => `${name} ${(value as number).toFixed(1)}`,
      );
      console.log(`  ${sample.nodes} nodes, ${subject.name}: ${figures.join(", ")}`);
    }
  return measured;
}

async function buildPages(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const quiet = { configFile: false, logLevel: "error" } as const;
  await build({
    ...quiet,
    root: join(here, "floor"),
    base: "./",
    build: { outDir: join(cache, "floor"), emptyOutDir: true, target: "es2022" },
  });
  await build({
    ...quiet,
    root: here,
    publicDir: false,
    build: {
      outDir: cache,
      emptyOutDir: false,
      target: "es2022",
      lib: { entry: join(here, "probe.ts"), formats: ["iife"], name: "unused", fileName: () => "probe.js" },
    },
  });
  for (const mode of ["production", "share"]) await build({ root, mode, logLevel: "error" });
}

async function serve(files: ReadonlyMap<string, string>): Promise<{ origin: string; close: () => void }> {
  const folders = { "/floor/": join(cache, "floor"), "/explorer/": join(root, "dist/explorer") };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const content = files.get(pathname) ?? readStatic(folders, pathname);
    const type = CONTENT_TYPES[extname(pathname) || ".html"] ?? "application/xml";
    response.writeHead(content === undefined ? 404 : 200, {
      "content-type": type,
      "cache-control": "no-store",
    });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

function readStatic(folders: Readonly<Record<string, string>>, path: string): Buffer | undefined {
  const [prefix, folder] = Object.entries(folders).find(([start]) => path.startsWith(start)) ?? [];
  if (prefix === undefined || folder === undefined) return undefined;
  const file = join(folder, normalize(path.slice(prefix.length) || "index.html"));
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

async function launch(): Promise<Browser> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error("There is no Chromium here: set CHROMIUM_PATH.");
  const args = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--enable-precise-memory-info",
    "--js-flags=--expose-gc",
  ];
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  return chromium.launch({ executablePath, args });
}
