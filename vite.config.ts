import { chmod } from "node:fs/promises";
import { preact } from "@preact/preset-vite";
import type { Plugin, UserConfig } from "vite";
import { defineConfig } from "vitest/config";
import { graphData } from "./src/dev/graph-data.ts";
import { offline } from "./src/dev/offline.ts";
import { sharePage } from "./src/dev/share-page.ts";
import { startAhead } from "./src/dev/start-ahead.ts";
import { yamlAsJson } from "./src/dev/yaml-as-json.ts";

/** The command: one file with everything in it, for plain Node. */
const command: UserConfig = {
  plugins: [makeExecutable()],
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: "src/cli/minutes-graph.ts",
    outDir: "dist/cli",
    target: "node20",
    rolldownOptions: { output: { entryFileNames: "minutes-graph.js", codeSplitting: false } },
  },
};

/** The functions of `src/index.ts` for other programs: one file, types from the source. */
const library: UserConfig = {
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: "src/index.ts",
    outDir: "dist/library",
    target: "node20",
    rolldownOptions: { output: { entryFileNames: "minutes-graph.js", codeSplitting: false } },
  },
};

/** What the page needs first is one script, and not one for each part that something else needs as well. */
const FIRST_SCRIPTS = [
  {
    name: "ahead",
    test: /explorer\/(?:start|run-in-slices|data\/(?:open-data|download-file|embedded-graph))\.ts$|vite\/preload-helper/,
    priority: 2,
  },
  { name: "page", tags: ["$initial" as const], priority: 1 },
];

/** The page: static files that work under any path of any host. */
const page: UserConfig = {
  plugins: [
    preact(),
    startAhead("src/explorer/start.ts"),
    graphData("graph-data"),
    offline("src/explorer/offline"),
  ],
  // What only the worker needs would otherwise be found when it first runs, and the page be loaded again.
  optimizeDeps: { entries: ["index.html", "src/explorer/data/build-worker.ts"] },
  base: "./",
  worker: { format: "es", plugins: () => [yamlAsJson()] },
  build: {
    outDir: "dist/explorer",
    target: "es2022",
    rolldownOptions: { output: { codeSplitting: { groups: FIRST_SCRIPTS } } },
  },
  preview: { open: hasBrowser() },
};

/** The page once more as one file, into which a graph can be put. */
const share: UserConfig = {
  plugins: [preact(), sharePage()],
  worker: { format: "es", plugins: () => [yamlAsJson()] },
  build: {
    outDir: "dist/explorer",
    emptyOutDir: false,
    target: "es2022",
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    modulePreload: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
};

const CONFIGS: Readonly<Record<string, UserConfig>> = { command, library, share };

export default defineConfig(({ mode }) => ({
  ...(CONFIGS[mode] ?? page),
  plugins: [yamlAsJson(), ...((CONFIGS[mode] ?? page).plugins ?? [])],
  test: {
    reporters: process.env.CI ? ["default", "json"] : ["default"],
    outputFile: ".cache/tests.json",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/browser/**", "tests/bench/**"],
          globalSetup: "tests/cli/build-command.ts",
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
}));

function makeExecutable(): Plugin {
  return { name: "make-executable", writeBundle: ({ dir = "" }) => chmod(`${dir}/minutes-graph.js`, 0o755) };
}

function hasBrowser(): boolean {
  if (process.env.CI || !process.stdout.isTTY) return false;
  if (process.platform === "darwin" || process.platform === "win32") return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}
