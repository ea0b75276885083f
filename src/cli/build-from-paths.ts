import { type FileAnalysis, joinAnalyses } from "../build-graph.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SerializedMinutesGraph } from "../model/graph-attributes.ts";
import { AnalysisCache } from "./analysis-cache.ts";
import { Analyser } from "./analyser.ts";
import { findInputs, type InputFile } from "./find-inputs.ts";
import { readCorrections, readGazetteer } from "./read-data.ts";
import { readInput } from "./read-input.ts";
import { drawProgress, type Terminal } from "./terminal.ts";

export interface DataOptions {
  /** Paths of YAML files. */
  gazetteer?: string;
  corrections?: string;
  /** The path of a folder. */
  cache?: string;
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
  const cache =
    options.cache === undefined ? undefined : await AnalysisCache.open(options.cache, gazetteer, corrections);
  const analyser = new Analyser(gazetteer, corrections, options.gazetteer, cache);
  const reading: Promise<FileAnalysis>[] = [];
  for (const [index, file] of files.entries()) {
    terminal.showProgress(drawProgress(index, files.length, file.name));
    const read = await readInput(file, terminal.stdin);
    if ("severity" in read) diagnostics.push(read);
    else reading.push((await analyser.take(read)).analysis);
  }
  const found = await Promise.all(reading).finally(() => analyser.close());
  terminal.showProgress();
  const isMinutes = new Set(found.flatMap(({ analyses }) => analyses.map(({ path }) => path)));
  const built = isMinutes.size > 0 ? joinAnalyses(found, gazetteer, corrections) : undefined;
  const said = built?.diagnostics ?? found.flatMap((file) => file.diagnostics);
  const skipped = new Map(files.flatMap((file) => (isMinutes.has(file.name) ? [] : [[file.name, file]])));
  diagnostics.push(...said.map((diagnostic) => weigh(diagnostic, skipped)));
  return { ...(built && { graph: built.graph }), diagnostics };
}

/**
 * What is no minutes may lie in a folder or an archive with them; but whoever names a file wants it read. An encoding
 * that was only assumed is told, since names may be wrong by it.
 */
function weigh(diagnostic: Diagnostic, skipped: ReadonlyMap<string, InputFile>): Diagnostic {
  if (diagnostic.code === "assumed-encoding") return { ...diagnostic, severity: "warning" };
  const file = skipped.get(diagnostic.document ?? "");
  if (diagnostic.code !== "not-minutes" || !file) return diagnostic;
  return { ...diagnostic, severity: file.isNamed ? "error" : "warning" };
}
