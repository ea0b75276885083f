import { join } from "node:path";
import type { Plugin } from "vite";

/**
 * Gives the page a script that runs as soon as it is there, and does not wait for the page's own, which is larger.
 * @param script relative to the project's folder; what it shares with the page's own is there once
 */
export function startAhead(script: string): Plugin {
  let file = "";
  let isBuild = false;
  return {
    name: "start-ahead",
    configResolved: ({ root, command }) => {
      file = join(root, script);
      isBuild = command === "build";
    },
    buildStart() {
      if (isBuild) this.emitFile({ type: "chunk", id: file });
    },
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const chunk = Object.values(bundle ?? {}).find(
          (output) => output.type === "chunk" && output.facadeModuleId === file,
        );
        const src = bundle ? `./${chunk?.fileName}` : `/${script}`;
        return html.replace(
          "</title>",
          `</title>\n    <script type="module" crossorigin async src="${src}"></script>`,
        );
      },
    },
  };
}
