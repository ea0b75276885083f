// The worker that reads one graph file of a form that its name tells. It is there sooner than the one that reads
// anything, since all of it is one script; the file's address is its name, since a message would reach it only once the
// page is free.
import type { ReadResult } from "../../formats/check-graph.ts";
import { decodeGraphFile } from "../../formats/decode-graph-file.ts";
import { readGexf } from "../../formats/read-gexf.ts";
import { readGraphml } from "../../formats/read-graphml.ts";
import { downloadFile } from "./download-file.ts";
import { takeGraph } from "./opened-graph.ts";
import { listBuffers, packGraph } from "./pack-graph.ts";
import type { OpenAnswer } from "./worker-message.ts";

const answer = (message: OpenAnswer, transfer: Transferable[] = []): void =>
  self.postMessage(message, { transfer });

void open(self.name);

async function open(address: string): Promise<void> {
  try {
    const { path, bytes } = await downloadFile(address);
    answer({ kind: "progress", done: 0, total: 1, path });
    const read = /\.gexf$/i.test(path) ? readGexf : readGraphml;
    const result = await addPlaces(await read(decodeGraphFile([bytes]), path));
    const opened = takeGraph(result, path);
    const graph = packGraph(opened.graph);
    answer({ kind: "opened", opened: { ...opened, graph } }, listBuffers(graph));
  } catch (error) {
    answer({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}

/** Most files have places: what finds some is twice as large as all else that is here. */
async function addPlaces(result: ReadResult): Promise<ReadResult> {
  if (!result.lacks?.places) return result;
  const { placeNodes } = await import("../../formats/complete-graph.ts");
  return placeNodes(result);
}
