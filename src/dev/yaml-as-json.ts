import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";
import { parse } from "yaml";

const QUERY = ".yaml?json";

/** `import lists from "./lists.yaml?json"`: read while the program is built, since YAML takes ten times as long as JSON. */
export function yamlAsJson(): Plugin {
  return {
    name: "yaml-as-json",
    enforce: "pre",
    async load(id) {
      if (!id.endsWith(QUERY)) return undefined;
      const path = id.slice(0, -"?json".length);
      this.addWatchFile(path);
      const value: unknown = parse(await readFile(path, "utf8"));
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
    },
  };
}
