import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const page = new URL("../../dist/explorer/", import.meta.url);
const index = new URL("index.html", page);

/** What the page names is what it loads before anybody does anything: its entry and what that imports. */
function findScriptsAtStart() {
  const html = existsSync(index) ? readFileSync(index, "utf8") : "";
  return [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path = ""]) =>
    fileURLToPath(new URL(path, page)),
  );
}

export default [{ name: "JavaScript at start", path: findScriptsAtStart(), gzip: true, limit: "130 kB" }];
