// The worker that reads graph files and builds minutes, so that the page stays free to move.
import type { SourceFile } from "../../build-graph.ts";
import { downloadFile } from "./download-file.ts";
import { readSourceFiles } from "./read-source-files.ts";
import { listBuffers, packGraph } from "./pack-graph.ts";
import type { OpenAnswer, OpenRequest } from "./worker-message.ts";

const answer = (message: OpenAnswer, transfer: Transferable[] = []): void =>
  self.postMessage(message, { transfer });

self.addEventListener("message", ({ data }: MessageEvent<OpenRequest>) => void open(data));

async function open(request: OpenRequest): Promise<void> {
  try {
    const files = "address" in request ? [await download(request.address)] : request.files;
    const opened = await readSourceFiles(files, (done, total, path) =>
      answer({ kind: "progress", done, total, path }),
    );
    const graph = packGraph(opened.graph);
    answer({ kind: "opened", opened: { ...opened, graph } }, listBuffers(graph));
  } catch (error) {
    answer({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}

/** What a file of that name is read with is loaded meanwhile. */
function download(address: string): Promise<SourceFile> {
  if (/\.(?:gexf|graphml)$/i.test(new URL(address).pathname)) void import("../../formats/graph-readers.ts");
  return downloadFile(address);
}
