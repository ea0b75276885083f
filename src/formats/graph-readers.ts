import type { ReadResult } from "./check-graph.ts";
import { completeGraph } from "./complete-graph.ts";
import { type ByteChunks, decodeGraphFile, decodeTable } from "./decode-graph-file.ts";
import { readCsv } from "./read-csv.ts";
import { readGexf } from "./read-gexf.ts";
import { readGraphml } from "./read-graphml.ts";
import { readJson } from "./read-json.ts";

/** How a graph file is read, and completed, by the ending of its name in lower case. */
export const GRAPH_READERS: Readonly<
  Record<string, (chunks: ByteChunks, path: string) => Promise<ReadResult>>
> = {
  ".json": async (chunks, path) =>
    completeGraph(await readJson(await joinText(decodeGraphFile(chunks)), path)),
  ".gexf": async (chunks, path) => completeGraph(await readGexf(decodeGraphFile(chunks), path)),
  ".graphml": async (chunks, path) => completeGraph(await readGraphml(decodeGraphFile(chunks), path)),
  ".csv": async (chunks, path) =>
    completeGraph(readCsv([{ path, text: decodeTable(await joinBytes(chunks)) }])),
};

async function joinText(chunks: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const chunk of chunks) text += chunk;
  return text;
}

async function joinBytes(chunks: ByteChunks): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
