import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAst } from "vite";
import { describe, expect, test } from "vitest";

const src = fileURLToPath(new URL("../src", import.meta.url));

/** Who may import whom, besides itself: knowledge flows from the text towards the view. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  minutes: ["model"],
  extract: ["minutes", "model"],
  resolve: ["extract (types)", "minutes", "model"],
  graph: ["resolve (types)", "model"],
  formats: ["graph", "model"],
  view: ["graph", "model"],
  "build-graph.ts": ["model", "minutes", "extract", "resolve", "graph", "formats"],
  "default-gazetteer.ts": ["extract"],
  "index.ts": ["model", "extract", "graph", "formats", "build-graph.ts", "default-gazetteer.ts"],
  cli: [
    "model",
    "minutes",
    "extract",
    "resolve",
    "graph",
    "formats",
    "view",
    "build-graph.ts",
    "default-gazetteer.ts",
  ],
  explorer: [
    "model",
    "minutes",
    "extract",
    "resolve",
    "graph",
    "formats",
    "view",
    "build-graph.ts",
    "default-gazetteer.ts",
  ],
  dev: [
    "model",
    "minutes",
    "extract",
    "resolve",
    "graph",
    "formats",
    "build-graph.ts",
    "default-gazetteer.ts",
  ],
};

interface Import {
  from: string;
  to: string;
  isTypeOnly: boolean;
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(?:tsx?|js)$/.test(path))
  .map((path) => path.split(sep).join("/"))
  .toSorted();
const imports = files.flatMap(readImports);

describe("imports in src", () => {
  test("every folder has its place in the order", () => {
    const unknown = files.map(findRoom).filter((room) => !(room in MAY_IMPORT));
    expect([...new Set(unknown)]).toEqual([]);
  });

  test("none goes against the direction of knowledge", () => {
    const wrong = imports.filter((found) => found.to.startsWith("src/") && !isAllowed(found));
    expect(wrong.map(describeImport)).toEqual([]);
  });

  test("there is no cycle, not even of types", () => {
    expect(findCycles()).toEqual([]);
  });

  test("only the command and the tools of development know Node", () => {
    const wrong = imports.filter(
      ({ from, to }) => to.startsWith("node:") && !["cli", "dev"].includes(findRoom(from)),
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });

  test("only the canvas knows Sigma", () => {
    const wrong = imports.filter(
      ({ from, to }) => /^(?:sigma|@sigma\/)/.test(to) && !from.startsWith("explorer/canvas/"),
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });
});

function readImports(from: string): Import[] {
  const lang = from.endsWith("x") ? "tsx" : "ts";
  const found: Import[] = [];
  visit(parseAst(readFileSync(join(src, from), "utf8"), { lang }), (node) => {
    const to = (node.source as { value?: unknown } | null | undefined)?.value;
    if (typeof to !== "string") return;
    const isTypeOnly = node.importKind === "type" || node.exportKind === "type";
    found.push({ from, to: resolveImport(from, to), isTypeOnly });
  });
  return found;
}

function visit(value: unknown, onNode: (node: Record<string, unknown>) => void): void {
  if (typeof value !== "object" || value === null) return;
  if ("type" in value) onNode(value);
  for (const child of Object.values(value)) visit(child, onNode);
}

/** A file of src as `src/…`, anything else as written. */
function resolveImport(from: string, to: string): string {
  if (!to.startsWith(".")) return to;
  const path = relative(src, join(src, dirname(from), to.replace(/\?.*$/, "")))
    .split(sep)
    .join("/");
  return path.startsWith("../") ? path : `src/${path}`;
}

function findRoom(path: string): string {
  return path.replace(/^src\//, "").split("/")[0] ?? "";
}

function isAllowed({ from, to, isTypeOnly }: Import): boolean {
  const [own, other] = [findRoom(from), findRoom(to)];
  const allowed = MAY_IMPORT[own] ?? [];
  return own === other || allowed.includes(other) || (isTypeOnly && allowed.includes(`${other} (types)`));
}

function describeImport({ from, to }: Import): string {
  return `${from} imports ${to}`;
}

function findCycles(): string[] {
  const cycles: string[] = [];
  const finished = new Set<string>();
  const follow = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
    if (finished.has(file) || path.includes(file)) return;
    for (const { to } of imports.filter(({ from }) => `src/${from}` === file)) follow(to, [...path, file]);
    finished.add(file);
  };
  for (const file of files) follow(`src/${file}`, []);
  return cycles;
}
