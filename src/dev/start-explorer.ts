import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { findChromium } from "./find-chromium.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = join(root, "dist/explorer");
const SOURCES = ["src", "graph-data", "index.html", "vite.config.ts", "package-lock.json"];
/** Not the root of the host, and not plain letters: the page works under any path. */
const FOLDER = "/some%20where/explorer/";
const CONTENT_TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

export interface OpenedPage {
  page: Page;
  /** Errors in the console, uncaught exceptions and requests that left the page's host: in the order they came. */
  problems: string[];
}

export interface Explorer {
  /** Where the built page is served. */
  url: string;
  /** Opens the page in a context of its own. `address` is what follows the page's path: a query, a fragment. */
  open(address?: string, options?: BrowserContextOptions): Promise<OpenedPage>;
  /** Serves a file beside the page and returns its address, relative to the page. */
  addFile(path: string, content: string | Uint8Array): string;
  /** Answers nothing any more, as if the network were gone; pages stay open. */
  stopServing(): Promise<void>;
  /** Closes every page that was opened. */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

/** Builds the page unless it is built and newer than its sources, serves it, and starts a Chromium. */
export async function startExplorer(): Promise<Explorer> {
  buildPage();
  const added = new Map<string, Uint8Array>();
  const server = await serve(added);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${FOLDER}`;
  const browser = await launchChromium(await findChromium());
  const stopServing = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url,
    open: (address = "", options = {}) => openPage(browser, url + address, options),
    addFile: (path, content) => {
      added.set(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
      return path;
    },
    stopServing,
    closePages: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    close: async () => {
      await browser.close();
      await stopServing();
    },
  };
}

function launchChromium(executablePath: string | undefined): Promise<Browser> {
  const args = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
  ];
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args });
}

async function openPage(browser: Browser, url: string, options: BrowserContextOptions): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  const { origin } = new URL(url);
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  context.on("request", (request) => {
    const target = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(target.protocol) && target.origin !== origin)
      problems.push(`request to ${request.url()}`);
  });
  await page.goto(url);
  // The browser counts the page as loaded before it listens to anybody.
  await page.locator(".app-header").waitFor();
  return { page, problems };
}

async function serve(added: ReadonlyMap<string, Uint8Array>): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname.startsWith(FOLDER) ? decodeURIComponent(pathname.slice(FOLDER.length)) : undefined;
    const content = path === undefined ? undefined : (added.get(path) ?? readBuilt(path || "index.html"));
    const contentType = CONTENT_TYPES[extname(path || "index.html")] ?? "application/octet-stream";
    // Every browser asks for it at the host's root, which is not the page's.
    const missing = pathname === "/favicon.ico" ? 204 : 404;
    response.writeHead(content ? 200 : missing, { "Content-Type": contentType });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function readBuilt(path: string): Uint8Array | undefined {
  const file = join(dist, path);
  return file.startsWith(dist) && existsSync(file) && statSync(file).isFile()
    ? readFileSync(file)
    : undefined;
}

function buildPage(): void {
  const built = join(dist, "index.html");
  if (existsSync(built) && SOURCES.every((path) => findNewest(join(root, path)) <= statSync(built).mtimeMs))
    return;
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const env = { ...process.env, NODE_ENV: "production" };
  for (const mode of ["production", "share"]) {
    const args = [vite, "build", "--mode", mode];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: "utf8" });
    if (status !== 0) throw new Error(`The page could not be built.\n${stderr}`);
  }
}

/** When the newest file under a path was written, in milliseconds; 0 where there is none. */
function findNewest(path: string): number {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, findNewest(join(path, name))), mtimeMs);
}
