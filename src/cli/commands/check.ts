import type { Command } from "commander";
import type { Diagnostic, Severity } from "../../model/diagnostic.ts";
import { buildFromPaths, type DataOptions } from "../build-from-paths.ts";
import { countOf } from "../../formats/describe-contents.ts";
import { describeGraph } from "../describe-graph.ts";
import { locateDiagnostic, tellDiagnostics } from "../describe-diagnostic.ts";
import type { Invocation } from "../invocation.ts";
import { addDataOptions } from "../options.ts";

interface CheckOptions extends DataOptions {
  json?: boolean;
}

export function addCheckCommand(program: Command, invocation: Invocation): void {
  addDataOptions(
    program
      .command("check")
      .summary("tell what is the matter with minutes")
      .description("Tells what is the matter with minutes, with its place, and writes no graph.")
      .argument("<path...>", "minutes")
      .option("--json", "print the diagnostics as JSON"),
  ).action((paths: string[], options: CheckOptions) => check(invocation, paths, options));
}

async function check(
  invocation: Invocation,
  paths: readonly string[],
  { json, ...options }: CheckOptions,
): Promise<void> {
  const { terminal } = invocation;
  const { graph, diagnostics } = await buildFromPaths(terminal, paths, options);
  const documents = graph?.attributes.documents ?? {};
  if (json) {
    const rows = diagnostics.map((diagnostic) => ({
      ...diagnostic,
      ...locateDiagnostic(diagnostic, documents),
    }));
    if (diagnostics.some(({ severity }) => severity === "error")) invocation.exitCode = 1;
    return terminal.write(`${JSON.stringify(rows, null, 1)}\n`);
  }
  tellDiagnostics(invocation, diagnostics, documents);
  const counts = countSeverities(diagnostics);
  await terminal.write(`${counts}${graph ? `; ${describeGraph(graph)}` : ""}\n`);
}

function countSeverities(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity) => diagnostics.filter((found) => found.severity === severity).length;
  return `${countOf(count("error"), "error", "errors")}, ${countOf(count("warning"), "warning", "warnings")}`;
}
