import { readFile } from "node:fs/promises";
import { buildGraph } from "../../src/build-graph.ts";
import { defaultGazetteer } from "../../src/default-gazetteer.ts";
import { createMinutesGraph } from "../../src/graph/create-minutes-graph.ts";
import { createQueryIndex, type QueryIndex } from "../../src/graph/query-index.ts";

const PATH = "graph-data/minutes/kvm-2013-12-03.txt";

/** The index of the project's own minutes, built as the command builds them. */
export async function buildKvmIndex(): Promise<QueryIndex> {
  const bytes = new Uint8Array(await readFile(new URL(`../../${PATH}`, import.meta.url)));
  const { graph } = await buildGraph([{ path: PATH, bytes }], { gazetteer: defaultGazetteer });
  return createQueryIndex(createMinutesGraph(graph));
}
