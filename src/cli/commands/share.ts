import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { createGraphSource } from "../../formats/graph-source.ts";
import { redactGraph } from "../../formats/redact-graph.ts";
import { generateSharedPage } from "../../formats/write-shared-page.ts";
import type { DataOptions } from "../build-from-paths.ts";
import { describeGraph, tellContents } from "../describe-graph.ts";
import { failContent, type Invocation } from "../invocation.ts";
import { loadGraph } from "../load-graph.ts";
import { addDataOptions, createWithoutOption, type Redactable, toRedaction } from "../options.ts";
import { refuseInputs, writeFileWhole } from "../write-file.ts";

interface ShareOptions extends DataOptions {
  out: string;
  graph?: string;
  view?: string;
  name?: string;
  without?: Redactable[];
}

/** Beside the command, as the build puts it. */
const TEMPLATE = join(dirname(fileURLToPath(import.meta.url)), "../explorer/share.html");

export function addShareCommand(program: Command, invocation: Invocation): void {
  addDataOptions(
    program
      .command("share")
      .summary("write one page with the explorer and the graph in it")
      .description(
        "Writes one page with the explorer and the graph in it: it opens from a disk or an attachment, and asks no network.",
      )
      .argument("[path...]", "minutes or a graph file; graph-data/minutes unless told")
      .requiredOption("-o, --out <file>", "where to write; the name ends in .html")
      .option("--graph <file>", "a graph file; else the graph is built from the minutes")
      .option("--name <name>", "what the page calls the graph; the file's name unless told")
      .option("--view <fragment>", "the view that it opens with: what follows # in the explorer's address")
      .addOption(createWithoutOption()),
  ).action((paths: string[], options: ShareOptions) => share(invocation, paths, options));
}

async function share(invocation: Invocation, paths: readonly string[], options: ShareOptions): Promise<void> {
  const { out, view = "", without = [], name = basename(out, extname(out)) } = options;
  refuseInputs(out, options.graph === undefined ? paths : [options.graph]);
  const template = await readFile(TEMPLATE, "utf8").catch(() =>
    failContent("The explorer's page is not built"),
  );
  const loaded = await loadGraph(invocation, paths, options);
  const graph = without.length > 0 ? redactGraph(loaded, toRedaction(without)) : loaded;
  tellContents(invocation, graph, true);
  const shown = { name, fragment: view.replace(/^#/, "") };
  await writeFileWhole(out, generateSharedPage(template, createGraphSource(graph), shown));
  invocation.terminal.tell(`${out}: ${describeGraph(graph)}`);
}
