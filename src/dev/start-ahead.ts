import { join } from "node:path";
import type { Plugin } from "vite";

/**
 * Gives the page a script that runs as soon as it is there, and imports the page's own, which is larger. That one and its
 * looks are fetched meanwhile, but the page counts as loaded without them: the browser shows that it is loading until
 * then, which takes time from a page that draws.
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
        const start = `<script type="module" crossorigin async src="${src}"></script>`;
        return (bundle ? fetchOnly(html) : html).replace("</title>", `</title>\n    ${start}`);
      },
    },
  };
}

/** Has scripts and looks fetched, and leaves it to whoever imports them to make use of them. */
function fetchOnly(html: string): string {
  return html
    .replace(
      /<script type="module" crossorigin src="([^"]+)"><\/script>/g,
      '<link rel="modulepreload" crossorigin href="$1">',
    )
    .replaceAll('<link rel="stylesheet" crossorigin', '<link rel="preload" as="style" crossorigin');
}
