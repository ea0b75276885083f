import type { ReadResult } from "./check-graph.ts";
import { readCsv } from "./read-csv.ts";
import { readGexf } from "./read-gexf.ts";
import { readGraphml } from "./read-graphml.ts";
import { readGraph } from "./read-graph.ts";

export type Chunks = Iterable<string> | AsyncIterable<string>;

/** How a graph file is read, by the ending of its name in lower case. */
export const GRAPH_READERS: Readonly<Record<string, (chunks: Chunks, path: string) => Promise<ReadResult>>> =
  {
    ".json": async (chunks, path) => readGraph(await joinText(chunks), path),
    ".gexf": readGexf,
    ".graphml": readGraphml,
    ".csv": async (chunks, path) => readCsv([{ path, text: await joinText(chunks) }]),
  };

async function joinText(chunks: Chunks): Promise<string> {
  let text = "";
  for await (const chunk of chunks) text += chunk;
  return text;
}
