import { analyseFile, type FileAnalysis, joinAnalyses } from "../build-graph.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SerializedMinutesGraph } from "../model/graph-attributes.ts";
import type { Corrections, Gazetteer } from "../model/gazetteer.ts";
import { findInputs, type InputFile } from "./find-inputs.ts";
import { readCorrections, readGazetteer } from "./read-data.ts";
import { readInput } from "./read-input.ts";
import { drawProgress, type Terminal } from "./terminal.ts";

export interface DataOptions {
  /** Paths of YAML files. */
  gazetteer?: string;
  corrections?: string;
}

export interface PathsResult {
  /** Absent where not one of the files is minutes. */
  graph?: SerializedMinutesGraph;
  /** In the order of documents and places. */
  diagnostics: Diagnostic[];
}

/** Builds a graph of what paths mean; what cannot be read is said, and the rest is built. */
export async function buildFromPaths(
  terminal: Terminal,
  paths: readonly string[],
  options: DataOptions,
): Promise<PathsResult> {
  const { files, folders, diagnostics } = await findInputs(paths);
  const gazetteer = await readGazetteer(options.gazetteer);
  const corrections = await readCorrections(options.corrections, folders);
  const found: FileAnalysis[] = [];
  for (const [index, file] of files.entries()) {
    terminal.showProgress(drawProgress(index, files.length, file.name));
    found.push(await readMinutes(terminal, file, gazetteer, corrections));
  }
  terminal.showProgress();
  diagnostics.push(...found.flatMap((file) => (file.analyses.length === 0 ? file.diagnostics : [])));
  const minutes = found.filter(({ analyses }) => analyses.length > 0);
  if (minutes.length === 0) return { diagnostics };
  const built = joinAnalyses(minutes, gazetteer, corrections);
  return { graph: built.graph, diagnostics: [...diagnostics, ...built.diagnostics] };
}

async function readMinutes(
  terminal: Terminal,
  file: InputFile,
  gazetteer: Gazetteer,
  corrections: Corrections,
): Promise<FileAnalysis> {
  const read = await readInput(file, terminal.stdin);
  if ("severity" in read) return { analyses: [], diagnostics: [read] };
  const { analyses, diagnostics } = await analyseFile(read, gazetteer, corrections);
  if (analyses.length > 0) return { analyses, diagnostics };
  return { analyses, diagnostics: diagnostics.map((found) => raise(found, file)) };
}

/** What is no minutes may lie in a folder with them; but whoever names a file wants it read. */
function raise(diagnostic: Diagnostic, { isNamed }: InputFile): Diagnostic {
  if (diagnostic.code !== "not-minutes") return diagnostic;
  return { ...diagnostic, severity: isNamed ? "error" : "warning" };
}
