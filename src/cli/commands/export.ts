import { extname } from "node:path";
import { type Command, Option } from "commander";
import { createGraphSource, type GraphSource } from "../../formats/graph-source.ts";
import { generateGexf, type GexfOptions } from "../../formats/write-gexf.ts";
import { generateGraphml } from "../../formats/write-graphml.ts";
import { generateJson } from "../../formats/write-json.ts";
import { describeGraph } from "../describe-graph.ts";
import { failUsage, type Invocation } from "../invocation.ts";
import { readGraphFile } from "../load-graph.ts";
import { writeFileWhole } from "../write-file.ts";

interface ExportOptions {
  out: string;
  gexfVersion: NonNullable<GexfOptions["version"]>;
}

/** By the ending of the file's name. */
const WRITERS: Readonly<Record<string, (source: GraphSource, options: ExportOptions) => Iterable<string>>> = {
  ".gexf": (source, { gexfVersion: version }) => generateGexf(source, { version }),
  ".graphml": generateGraphml,
  ".json": generateJson,
};

export function addExportCommand(program: Command, invocation: Invocation): void {
  program
    .command("export")
    .summary("write a graph in another form")
    .description("Writes a graph in another form, for Gephi and its neighbours.")
    .argument("<graph>", "a graph file")
    .requiredOption("-o, --out <file>", `where to write; the name ends in ${Object.keys(WRITERS).join(", ")}`)
    .addOption(
      new Option("--gexf-version <version>", "1.2draft is for older readers")
        .choices(["1.3", "1.2draft"])
        .default("1.3"),
    )
    .action((path: string, options: ExportOptions) => exportGraph(invocation, path, options));
}

async function exportGraph(invocation: Invocation, path: string, options: ExportOptions): Promise<void> {
  const { out } = options;
  const write = WRITERS[extname(out).toLowerCase()];
  if (!write) failUsage(`${out}: the name must end in ${Object.keys(WRITERS).join(", ")}`);
  const graph = await readGraphFile(invocation, path);
  await writeFileWhole(out, write(createGraphSource(graph), options));
  invocation.terminal.tell(`${out}: ${describeGraph(graph)}`);
}
