import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { transformWithOxc, type Plugin, type Rolldown } from "vite";

const MANIFEST = {
  name: "Minutes Graph",
  short_name: "Minutes Graph",
  description: "Who works on what, and where the minutes say so",
  start_url: "./",
  scope: "./",
  display: "standalone",
  background_color: "#ffffff",
  theme_color: "#1f2937",
  icons: [{ src: "./icon.svg", sizes: "any", type: "image/svg+xml" }],
};

/**
 * Makes the built page one that can be installed and works without a network: its icon, its manifest, and a service
 * worker that keeps exactly the files of the build.
 * @param folder with `service-worker.ts` and `icon.svg`, relative to the project's
 */
export function offline(folder: string): Plugin {
  let root = "";
  return {
    name: "offline",
    apply: "build",
    configResolved: (config) => {
      root = config.root;
    },
    transformIndexHtml: () => [
      { tag: "link", attrs: { rel: "icon", href: "./icon.svg", type: "image/svg+xml" }, injectTo: "head" },
      { tag: "link", attrs: { rel: "manifest", href: "./manifest.webmanifest" }, injectTo: "head" },
    ],
    generateBundle: {
      // After every other file of the build is there.
      order: "post",
      async handler(_, bundle) {
        const emit = (fileName: string, source: string): void => {
          this.emitFile({ type: "asset", fileName, source });
        };
        emit("icon.svg", await readFile(join(root, folder, "icon.svg"), "utf8"));
        emit("manifest.webmanifest", JSON.stringify(MANIFEST));
        const path = join(root, folder, "service-worker.ts");
        const { code } = await transformWithOxc(await readFile(path, "utf8"), path);
        emit("service-worker.js", `${describeFiles(bundle)}\n${code}`);
      },
    },
  };
}

/** The list of files that the worker keeps, and a version that changes when one of them does. */
function describeFiles(bundle: Rolldown.OutputBundle): string {
  const hash = createHash("sha256");
  const outputs = Object.values(bundle).sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
  const files = outputs.map((output) => {
    hash.update(output.fileName).update(output.type === "chunk" ? output.code : output.source);
    // Some hosts answer index.html with a redirection, which must not be kept for the page.
    return output.fileName === "index.html" ? "" : output.fileName;
  });
  const version = hash.digest("hex").slice(0, 16);
  return `const FILES = ${JSON.stringify(files)};\nconst VERSION = ${JSON.stringify(version)};`;
}
