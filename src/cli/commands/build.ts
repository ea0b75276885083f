import type { Command } from "commander";
import { createGraphSource } from "../../formats/graph-source.ts";
import { generateJson } from "../../formats/write-json.ts";
import { buildFromPaths, type DataOptions } from "../build-from-paths.ts";
import { describeGraph } from "../describe-graph.ts";
import { tellDiagnostics } from "../describe-diagnostic.ts";
import { failContent, type Invocation } from "../invocation.ts";
import { addDataOptions } from "../options.ts";
import { refuseInputs, writeFileWhole } from "../write-file.ts";

interface BuildCommandOptions extends DataOptions {
  out?: string;
}

export function addBuildCommand(program: Command, invocation: Invocation): void {
  addDataOptions(
    program
      .command("build")
      .summary("build a graph from minutes")
      .description("Builds a graph from minutes: files, folders, patterns, or - for the standard input.")
      .argument("<path...>", "minutes")
      .option("-o, --out <file>", "where to write the graph; the standard output unless told"),
  ).action((paths: string[], options: BuildCommandOptions) => build(invocation, paths, options));
}

async function build(
  invocation: Invocation,
  paths: readonly string[],
  { out, ...options }: BuildCommandOptions,
): Promise<void> {
  const { terminal } = invocation;
  refuseInputs(out, paths);
  const { graph, diagnostics } = await buildFromPaths(terminal, paths, options);
  const serious = diagnostics.filter(({ severity }) => severity !== "info");
  tellDiagnostics(invocation, serious, graph?.attributes.documents);
  if (!graph) return failContent("No minutes were found, and no graph was written");
  const pieces = generateJson(createGraphSource(graph));
  if (out === undefined) return terminal.write(pieces);
  await writeFileWhole(out, pieces);
  terminal.tell(`${out}: ${describeGraph(graph)}`);
}
