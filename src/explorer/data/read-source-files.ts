import type { SourceFile } from "../../build-graph.ts";
import type { ReadResult } from "../../formats/check-graph.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SerializedMinutesGraph } from "../../model/graph-attributes.ts";
import { isZip, unpackZip } from "./unpack-zip.ts";

/** A graph that is ready to be explored. */
export interface Opened {
  /** What to call it: the file, or the folder that holds the files. */
  name: string;
  graph: SerializedMinutesGraph;
  diagnostics: Diagnostic[];
}

/** Bytes that are decoded at once. */
const PART = 1 << 20;

export type OnProgress = (done: number, total: number, path: string) => void;

/**
 * Reads a graph file, or builds a graph from minutes; zip archives count as the files in them.
 * @param onProgress called before each file is read
 * @throws Error, fit for people, where there is nothing to explore
 */
export async function readSourceFiles(
  files: readonly SourceFile[],
  onProgress?: OnProgress,
): Promise<Opened> {
  const unpacked = files.flatMap((file) => (isZip(file.bytes) ? unpackZip(file) : [file]));
  const graphs = unpacked.filter(isGraphFile);
  const [graph] = graphs;
  if (graph && unpacked.length === 1) return await openGraph(graph);
  if (graphs.length > 0 && graphs.length === unpacked.length)
    throw new Error(`These are ${graphs.length} graph files: open one at a time.`);
  const minutes = separatePaths(unpacked.filter((file) => !isGraphFile(file)));
  const opened = await buildMinutes(minutes, nameFiles(files), onProgress);
  return { ...opened, diagnostics: [...graphs.map(reportSkipped), ...opened.diagnostics] };
}

const isGraphFile = (file: SourceFile): boolean => isJsonGraph(file) || isGexf(file);

/** A JSON object with nodes and edges; chats are exported as JSON, too, but as lists of messages. */
function isJsonGraph({ bytes }: SourceFile): boolean {
  if (!decodeStart(bytes).trimStart().startsWith("{")) return false;
  const text = new TextDecoder().decode(bytes);
  return text.includes('"nodes"') && text.includes('"edges"');
}

/** Our own GEXF has the texts of the minutes before its root, so that its name must tell. */
const isGexf = ({ path, bytes }: SourceFile): boolean =>
  path.toLowerCase().endsWith(".gexf") || /<(?:gexf[\s>]|\?minutes-graph)/.test(decodeStart(bytes));

function decodeStart(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 2000));
}

async function openGraph(file: SourceFile): Promise<Opened> {
  const { graph, diagnostics } = await readGraphFile(file);
  if (!graph) throw new Error(`${file.path} is not a graph that can be shown. ${describeFirst(diagnostics)}`);
  return { name: getFileName(file.path), graph, diagnostics };
}

async function readGraphFile(file: SourceFile): Promise<ReadResult> {
  if (isGexf(file)) {
    const { readGexf } = await import("../../formats/read-gexf.ts");
    return await readGexf(decodeInParts(file.bytes), file.path);
  }
  const { readGraph } = await import("../../formats/read-graph.ts");
  return readGraph(new TextDecoder().decode(file.bytes), file.path);
}

/** A file of any size needs no second copy as one string. */
function* decodeInParts(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += PART)
    yield decoder.decode(bytes.subarray(at, at + PART), { stream: true });
  yield decoder.decode();
}

async function buildMinutes(files: SourceFile[], name: string, onProgress?: OnProgress): Promise<Opened> {
  if (files.length === 0) throw new Error(`There are no files to read in ${name}.`);
  const [{ buildGraph }, { defaultGazetteer }] = await Promise.all([
    import("../../build-graph.ts"),
    import("../../default-gazetteer.ts"),
  ]);
  const { graph, diagnostics } = await buildGraph(files, {
    gazetteer: defaultGazetteer,
    ...(onProgress ? { onProgress } : {}),
  });
  if (graph.nodes.some(({ attributes }) => attributes?.kind !== "meeting"))
    return { name, graph, diagnostics };
  throw new Error(
    `No people, organisations, projects or topics were found in ${name}. ${describeFirst(diagnostics)}`,
  );
}

function describeFirst(diagnostics: readonly Diagnostic[]): string {
  const first = diagnostics.find(({ severity }) => severity === "error") ?? diagnostics[0];
  if (!first) return "";
  const place = first.line === undefined ? "" : ` (line ${first.line})`;
  return `${first.message}${place}.`.replace(/\.+$/, ".");
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
