// The worker that reads graph files and builds minutes, so that the page stays free to move.
import type { CsvColumns, CsvSample } from "../../formats/read-csv.ts";
import { runInSlices } from "../run-in-slices.ts";
import type { Opened } from "./opened-graph.ts";
import { type OnProgress, readSourceFiles } from "./read-source-files.ts";
import { listBuffers, packGraph } from "./pack-graph.ts";
import type { ColumnsAnswer, OpenAnswer, OpenedData, OpenRequest } from "./worker-message.ts";

const answer = (message: OpenAnswer, transfer: Transferable[] = []): void =>
  self.postMessage(message, { transfer });

let takeColumns: ((columns: readonly CsvColumns[]) => void) | undefined;

self.addEventListener("message", ({ data }: MessageEvent<OpenRequest | ColumnsAnswer>) => {
  if ("columns" in data) takeColumns?.(data.columns);
  else void open(data);
});

/** Asks the page, which knows its reader. */
function chooseColumns(tables: CsvSample[]): Promise<readonly CsvColumns[]> {
  const chosen = new Promise<readonly CsvColumns[]>((resolve) => {
    takeColumns = resolve;
  });
  answer({ kind: "asks", tables });
  return chosen;
}

async function open({ files, onto, corrections, isAsked = true }: OpenRequest): Promise<void> {
  try {
    const onProgress: OnProgress = (done, total, path) => answer({ kind: "progress", done, total, path });
    const read = await readSourceFiles(files, {
      onProgress,
      ...(isAsked ? { chooseColumns } : {}),
      ...(corrections ? { corrections } : {}),
    });
    const opened = onto ? await addOnto(onto, read) : read;
    const graph = packGraph(opened.graph);
    answer({ kind: "opened", opened: { ...opened, graph } }, listBuffers(graph));
  } catch (error) {
    answer({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}

async function addOnto(onto: OpenedData, added: Opened): Promise<Opened> {
  const [{ appendGraph }, { unpackGraph }, { serializeMinutesGraph }] = await Promise.all([
    import("../../graph/append-graph.ts"),
    import("./unpack-graph.ts"),
    import("../../graph/create-minutes-graph.ts"),
  ]);
  const first = serializeMinutesGraph(await runInSlices(unpackGraph(onto.graph)));
  return {
    name: `${onto.name} + ${added.name}`,
    graph: appendGraph(first, added.graph),
    diagnostics: [...onto.diagnostics, ...added.diagnostics],
    lacksCommunities: false,
  };
}
