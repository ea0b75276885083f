import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/** Unpacks the page's looks and its code, which are kept small, and runs it. */
const LOADER = `
const unpack = (id) => {
  const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (c) => c.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
};
const style = document.createElement("style");
style.textContent = await unpack("looks").text();
document.head.append(style);
const code = new Blob([await unpack("code").blob()], { type: "text/javascript" });
await import(URL.createObjectURL(code));
`;

/**
 * Makes the built page one file, `share.html`, into which a graph is only to be put: it opens from a disk or an
 * attachment, and its policy lets no request out.
 */
export function sharePage(): Plugin {
  return {
    name: "share-page",
    apply: "build",
    generateBundle: {
      // After the page's own HTML is there.
      order: "post",
      handler(_, bundle) {
        const source = assemble(bundle);
        for (const name of Object.keys(bundle)) delete bundle[name];
        this.emitFile({ type: "asset", fileName: "share.html", source });
      },
    },
  };
}

function assemble(bundle: Rolldown.OutputBundle): string {
  const outputs = Object.values(bundle);
  const entry = outputs.find((output) => output.type === "chunk" && output.isEntry);
  const html = readAsset(outputs, ".html");
  if (entry?.type !== "chunk" || !html) throw new Error("The page has no HTML or no code");
  const body = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? "";
  const title = /<title>[^<]*<\/title>/.exec(html)?.[0] ?? "";
  return [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8" />',
    '<meta name="viewport" content="width=device-width, initial-scale=1" />',
    `<meta http-equiv="Content-Security-Policy" content="${writePolicy()}" />`,
    '<meta name="color-scheme" content="light dark" />',
    `${title}\n</head>\n<body>`,
    body.replace(/<script[\s\S]*?<\/script>/g, "").trim(),
    pack("looks", readAsset(outputs, ".css")),
    pack("code", entry.code),
    `<script type="module">${LOADER}</script>\n</body>\n</html>\n`,
  ].join("\n");
}

function pack(id: string, text: string): string {
  return `<script type="text/plain" id="${id}">${gzipSync(text, { level: 9 }).toString("base64")}</script>`;
}

function readAsset(outputs: readonly Rolldown.OutputBundle[string][], ending: string): string {
  return outputs
    .flatMap((output) =>
      output.type === "asset" && output.fileName.endsWith(ending) ? [String(output.source)] : [],
    )
    .join("\n");
}

/** Nothing from anywhere: only this loader, and what it unpacks. */
function writePolicy(): string {
  const hash = createHash("sha256").update(LOADER).digest("base64");
  const rules = [
    "default-src 'none'",
    `script-src 'sha256-${hash}' blob:`,
    "worker-src blob:",
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return rules.join("; ");
}
