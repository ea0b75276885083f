import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { completeGraph } from "../formats/complete-graph.ts";
import { decodeTable } from "../formats/decode-graph-file.ts";
import { GRAPH_READERS } from "../formats/graph-readers.ts";
import { type CsvTable, readCsv } from "../formats/read-csv.ts";
import { createMinutesGraph } from "../graph/create-minutes-graph.ts";
import { createQueryIndex, type QueryIndex } from "../graph/query-index.ts";
import type { SerializedMinutesGraph } from "../model/graph-attributes.ts";
import { buildFromPaths } from "./build-from-paths.ts";
import { tellDiagnostics } from "./describe-diagnostic.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { failContent, failUsage, type Invocation } from "./invocation.ts";
import type { QuestionOptions } from "./options.ts";

const DEFAULT_MINUTES = "graph-data/minutes";

/**
 * The graph that a question is asked of: a graph file, or else built from minutes.
 * @param paths minutes, or one graph file; `graph-data/minutes` where there are none
 */
export async function loadIndex(
  invocation: Invocation,
  paths: readonly string[],
  options: QuestionOptions,
): Promise<QueryIndex> {
  const graph = await loadGraph(invocation, paths, options);
  return createQueryIndex(createMinutesGraph(graph));
}

/** The graph of {@link loadIndex}, not prepared for questions. */
export async function loadGraph(
  invocation: Invocation,
  paths: readonly string[],
  options: Pick<QuestionOptions, "graph" | "gazetteer" | "corrections">,
): Promise<SerializedMinutesGraph> {
  const [path = ""] = paths;
  if (options.graph !== undefined) {
    if (path) failUsage("Name either a graph file or minutes, not both");
    return readGraphFile(invocation, options.graph);
  }
  if (path && paths.every(isTable)) return readTables(invocation, paths);
  if (paths.length === 1 && Object.hasOwn(GRAPH_READERS, extname(path).toLowerCase()))
    return readGraphFile(invocation, path);
  if (!path && !existsSync(DEFAULT_MINUTES))
    failUsage(`Name a graph file or minutes: there is no folder ${DEFAULT_MINUTES} here`);
  const built = await buildFromPaths(invocation.terminal, path ? paths : [DEFAULT_MINUTES], options);
  const errors = built.diagnostics.filter(({ severity }) => severity === "error");
  tellDiagnostics(invocation, errors, built.graph?.attributes.documents);
  return built.graph ?? failContent("No minutes were found");
}

/** Reads a graph file in the form that its name's ending tells, or ends the command with what is the matter with it. */
export async function readGraphFile(invocation: Invocation, path: string): Promise<SerializedMinutesGraph> {
  const endings = Object.keys(GRAPH_READERS).join(", ");
  const read = GRAPH_READERS[extname(path).toLowerCase()];
  if (!read) return failUsage(`${path}: the name of a graph file ends in ${endings}`);
  const stream = createReadStream(path, { highWaterMark: 1 << 20 });
  const { graph, diagnostics } = await read(stream as AsyncIterable<Uint8Array>, path).catch(
    (error: NodeJS.ErrnoException) => failToRead(path, error),
  );
  tellDiagnostics(invocation, diagnostics);
  return graph ?? failContent(`${path}: this is no graph`);
}

/** Whether a file is a table: several tables are one graph. */
export function isTable(path: string): boolean {
  return extname(path).toLowerCase() === ".csv";
}

/** Reads the tables of one graph, of its nodes and of its edges, as {@link readGraphFile} reads a file. */
export async function readTables(
  invocation: Invocation,
  paths: readonly string[],
): Promise<SerializedMinutesGraph> {
  const tables: CsvTable[] = [];
  for (const path of paths) {
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => failToRead(path, error));
    tables.push({ path, text: decodeTable(bytes) });
  }
  const { graph, diagnostics } = completeGraph(readCsv(tables));
  tellDiagnostics(invocation, diagnostics);
  return graph ?? failContent(`${paths.join(", ")}: this is no graph`);
}

function failToRead(path: string, error: NodeJS.ErrnoException): never {
  if (!error.code) throw error;
  return failContent(`${path}: ${explainRefusal(error)}`);
}
