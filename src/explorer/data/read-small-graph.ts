import type { SourceFile } from "../../build-graph.ts";
import { readJson } from "../../formats/read-json.ts";
import { takeGraph } from "./opened-graph.ts";
import type { OpenedData } from "./worker-message.ts";

/** What is larger would keep the page from drawing, in bytes; smaller files are read before a worker has started. */
const LARGEST = 1_000_000;

/**
 * Reads a small graph file of graphology's serialised form on the page itself.
 * @returns undefined where the file is one for a worker: large, without positions, or none that can be used
 */
export async function readSmallGraph({ path, bytes }: SourceFile): Promise<OpenedData | undefined> {
  if (bytes.length > LARGEST) return undefined;
  const result = await readJson(new TextDecoder().decode(bytes), path);
  return result.graph && !result.lacks?.places ? takeGraph(result, path) : undefined;
}
