import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const INPUTS = [
  "src",
  "graph-data/gazetteer.yaml",
  "graph-data/given-names.txt",
  "package.json",
  "vite.config.ts",
];

/** The tests of the command run what users run: the built file, built anew where a source is younger. */
export default async function buildCommand(): Promise<void> {
  const built = statSync(join(root, "dist/cli/minutes-graph.js"), { throwIfNoEntry: false });
  if (built && built.mtimeMs > Math.max(...INPUTS.map(findLastChange))) return;
  await build({ root, mode: "command", logLevel: "warn" });
}

function findLastChange(path: string): number {
  const whole = join(root, path);
  if (!statSync(whole).isDirectory()) return statSync(whole).mtimeMs;
  const names = readdirSync(whole, { recursive: true, encoding: "utf8" });
  return Math.max(...names.map((name) => statSync(join(whole, name)).mtimeMs));
}
