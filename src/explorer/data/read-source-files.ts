import type { SourceFile } from "../../build-graph.ts";
import type { ReadResult } from "../../formats/check-graph.ts";
import type { CsvColumns, CsvSample, CsvTable } from "../../formats/read-csv.ts";
import type { Corrections } from "../../model/gazetteer.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { describeFirst, type Opened, takeGraph } from "./opened-graph.ts";
import { isZip, unpackZip } from "./unpack-zip.ts";

export type OnProgress = (done: number, total: number, path: string) => void;

export interface ReadOptions {
  /** Called before each file is read. */
  onProgress?: OnProgress;
  /** Says which column of each table is what; without it, their heads alone tell. */
  chooseColumns?: (tables: CsvSample[]) => Promise<readonly CsvColumns[]>;
  /** What a reader decided about minutes. */
  corrections?: Corrections;
}

/**
 * Reads a graph file, or builds a graph from minutes; zip archives count as the files in them.
 * @throws Error, fit for people, where there is nothing to explore
 */
export async function readSourceFiles(
  files: readonly SourceFile[],
  { chooseColumns, ...options }: ReadOptions = {},
): Promise<Opened> {
  const unpacked = files.flatMap((file) => (isZip(file.bytes) ? unpackZip(file) : [file]));
  const graphs = unpacked.filter((file) => findForm(file) !== undefined);
  const areTables = graphs.every((file) => findForm(file) === ".csv");
  if (graphs.length > 0 && graphs.length === unpacked.length) {
    if (graphs.length > 1 && !areTables)
      throw new Error(`These are ${graphs.length} graph files: open one at a time.`);
    return await openGraph(graphs, nameFiles(files), chooseColumns);
  }
  const minutes = separatePaths(unpacked.filter((file) => !graphs.includes(file)));
  const opened = await buildMinutes(minutes, nameFiles(files), options);
  return { ...opened, diagnostics: [...graphs.map(reportSkipped), ...opened.diagnostics] };
}

type Form = ".json" | ".gexf" | ".graphml" | ".csv";

/** The form of a graph file; undefined for anything else. Our own GEXF has texts before its root: its name tells. */
function findForm({ path, bytes }: SourceFile): Form | undefined {
  const [ending] = /\.(?:gexf|graphml|csv)$/.exec(path.toLowerCase()) ?? [];
  if (ending !== undefined) return ending as Form;
  const start = decodeStart(bytes);
  if (/<(?:gexf[\s>]|\?minutes-graph)/.test(start)) return ".gexf";
  if (/<graphml[\s>]/.test(start)) return ".graphml";
  return start.trimStart().startsWith("{") && hasNodesAndEdges(bytes) ? ".json" : undefined;
}

/** Chats are exported as JSON, too. */
function hasNodesAndEdges(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  return text.includes('"nodes"') && text.includes('"edges"');
}

function decodeStart(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 2000));
}

/** @param files one graph file, or the tables of one graph */
async function openGraph(
  files: readonly SourceFile[],
  name: string,
  chooseColumns: ReadOptions["chooseColumns"],
): Promise<Opened> {
  const result = await readGraphFiles(files, chooseColumns);
  if (!result.lacks) return takeGraph(result, name);
  const { completeGraph } = await import("../../formats/complete-graph.ts");
  return takeGraph(completeGraph(result), name);
}

async function readGraphFiles(
  files: readonly SourceFile[],
  chooseColumns: ReadOptions["chooseColumns"],
): Promise<ReadResult> {
  const [first] = files;
  const form = first && findForm(first);
  if (!form || form === ".csv") return await readTables(files, chooseColumns);
  if (form === ".json") {
    const { readJson } = await import("../../formats/read-json.ts");
    return await readJson(new TextDecoder().decode(first.bytes), first.path);
  }
  const { GRAPH_READERS } = await import("../../formats/graph-readers.ts");
  const read = GRAPH_READERS[form] as (typeof GRAPH_READERS)[string];
  return await read([first.bytes], first.path);
}

async function readTables(
  files: readonly SourceFile[],
  chooseColumns: ReadOptions["chooseColumns"],
): Promise<ReadResult> {
  const [{ readCsv, sampleCsv }, { decodeTable }] = await Promise.all([
    import("../../formats/read-csv.ts"),
    import("../../formats/decode-graph-file.ts"),
  ]);
  const tables = files.map(({ path, bytes }): CsvTable => ({ path, text: decodeTable(bytes) }));
  const unclear = tables.flatMap((table) => {
    const sample = sampleCsv(table);
    return sample ? [{ table, sample }] : [];
  });
  if (chooseColumns && unclear.length > 0) {
    const chosen = await chooseColumns(unclear.map(({ sample }) => sample));
    for (const [place, { table }] of unclear.entries()) {
      const columns = chosen[place];
      if (columns) table.columns = columns;
    }
  }
  return readCsv(tables);
}

async function buildMinutes(
  files: SourceFile[],
  name: string,
  options: Pick<ReadOptions, "onProgress" | "corrections">,
): Promise<Opened> {
  if (files.length === 0) throw new Error(`There are no files to read in ${name}.`);
  const [{ buildGraph }, { defaultGazetteer }, { findSimilarNames }] = await Promise.all([
    import("../../build-graph.ts"),
    import("../../default-gazetteer.ts"),
    import("./find-similar-names.ts"),
  ]);
  const { graph, diagnostics } = await buildGraph(files, { gazetteer: defaultGazetteer, ...options });
  if (graph.nodes.some(({ attributes }) => attributes?.kind !== "meeting"))
    return {
      name,
      graph,
      diagnostics: [...diagnostics, ...findOpen(findSimilarNames(graph), options)],
      lacksCommunities: false,
    };
  throw new Error(
    `No people, organisations, projects or topics were found in ${name}. ${describeFirst(diagnostics)}`,
  );
}

/** What looks alike and was said to be two things is no question any more. */
function findOpen(similar: readonly Diagnostic[], { corrections }: ReadOptions): Diagnostic[] {
  const decided = new Set(corrections?.different.map(({ names }) => names.toSorted().join("\n")));
  return similar.filter(({ candidates = [] }) => !decided.has(candidates.toSorted().join("\n")));
}

/** Two files of one path (from two archives) would be one document: the later ones are numbered. */
function separatePaths(files: readonly SourceFile[]): SourceFile[] {
  const taken = new Set<string>();
  return files.map(({ path, bytes }) => {
    let distinct = path;
    for (let count = 2; taken.has(distinct); count++) distinct = `${path} (${count})`;
    taken.add(distinct);
    return { path: distinct, bytes };
  });
}

function nameFiles(files: readonly SourceFile[]): string {
  const [first] = files;
  if (!first) return "nothing";
  if (files.length === 1) return getFileName(first.path);
  const folder = first.path.split("/")[0] ?? "";
  const isFolder = first.path !== folder && files.every(({ path }) => path.startsWith(`${folder}/`));
  return isFolder ? folder : `${files.length} files`;
}

function getFileName(path: string): string {
  return path.split("/").at(-1) || path;
}

function reportSkipped({ path }: SourceFile): Diagnostic {
  return {
    code: "graph-among-minutes",
    severity: "warning",
    message: "This is a graph file and was left out",
    document: path,
    hint: "Open a graph file by itself",
  };
}
