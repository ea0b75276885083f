import { extname } from "node:path";
import { type Command, Option } from "commander";
import { createGraphSource, type GraphSource } from "../../formats/graph-source.ts";
import { redactGraph } from "../../formats/redact-graph.ts";
import { generateGexf, type GexfOptions } from "../../formats/write-gexf.ts";
import { generateEdgesCsv, generateNodesCsv } from "../../formats/write-graph-csv.ts";
import { generateGraphml } from "../../formats/write-graphml.ts";
import { generateJson } from "../../formats/write-json.ts";
import { generateJsonLd } from "../../formats/write-json-ld.ts";
import { writeReport } from "../../formats/write-report.ts";
import { appendGraph } from "../../graph/append-graph.ts";
import { createMinutesGraph } from "../../graph/create-minutes-graph.ts";
import type { SerializedMinutesGraph } from "../../model/graph-attributes.ts";
import { findView } from "../../view/find-view.ts";
import { parseViewState } from "../../view/view-state.ts";
import { describeGraph, tellContents } from "../describe-graph.ts";
import { failUsage, type Invocation } from "../invocation.ts";
import { isTable, readGraphFile, readTables } from "../load-graph.ts";
import { createWithoutOption, type Redactable, toRedaction } from "../options.ts";
import { type Output, writeFilesWhole } from "../write-file.ts";

interface ExportOptions {
  out: string;
  gexfVersion: NonNullable<GexfOptions["version"]>;
  neo4j?: boolean;
  view?: string;
  without?: Redactable[];
}

type Write = (graph: SerializedMinutesGraph, options: ExportOptions) => readonly Output[];

const one =
  (generate: (source: GraphSource, options: ExportOptions) => Iterable<string>): Write =>
  (graph, options) => [[options.out, generate(createGraphSource(graph), options)]];

/** By the ending of the file's name. */
const WRITERS: Readonly<Record<string, Write>> = {
  ".gexf": one((source, { gexfVersion: version }) => generateGexf(source, { version })),
  ".graphml": one(generateGraphml),
  ".csv": writeTables,
  ".jsonld": one(generateJsonLd),
  ".md": (graph, { out }) => [[out, [writeReport(graph)]]],
  ".json": one(generateJson),
};
/** The forms that hold the documents' texts. */
const TEXTS = new Set([".gexf", ".graphml", ".json"]);
const ENDINGS = Object.keys(WRITERS).join(", ");

export function addExportCommand(program: Command, invocation: Invocation): void {
  program
    .command("export")
    .summary("write a graph in another form")
    .description(
      "Writes a graph in another form, for Gephi, yEd, NetworkX, Neo4j, a spreadsheet or a wiki. A name in .csv makes two tables, .nodes.csv and .edges.csv; one in .md a report.",
    )
    .argument(
      "<graph...>",
      "a graph file, or several that are to be one: what they name alike is one node; tables are one graph",
    )
    .requiredOption("-o, --out <file>", `where to write; the name ends in ${ENDINGS}`)
    .addOption(
      new Option("--gexf-version <version>", "1.2draft is for older readers")
        .choices(["1.3", "1.2draft"])
        .default("1.3"),
    )
    .option("--neo4j", "CSV with the columns of Neo4j's importer")
    .option(
      "--view <fragment>",
      "only what a view of the explorer shows: what follows # in its address; everything unless told",
    )
    .addOption(createWithoutOption())
    .action((paths: string[], options: ExportOptions) => exportGraph(invocation, paths, options));
}

async function exportGraph(
  invocation: Invocation,
  paths: readonly string[],
  options: ExportOptions,
): Promise<void> {
  const { out, view, without = [] } = options;
  const write = WRITERS[extname(out).toLowerCase()];
  if (!write) failUsage(`${out}: the name must end in ${ENDINGS}`);
  const whole = await readGraphs(invocation, paths);
  const read = view === undefined ? whole : limitToView(whole, view);
  const graph = without.length > 0 ? redactGraph(read, toRedaction(without)) : read;
  tellContents(invocation, graph, TEXTS.has(extname(out).toLowerCase()));
  const files = write(graph, options);
  await writeFilesWhole(files);
  for (const [file] of files) invocation.terminal.tell(`${file}: ${describeGraph(graph)}`);
}

/** Tables are of one graph, however many there are; every other file is one of its own. */
async function readGraphs(invocation: Invocation, paths: readonly string[]): Promise<SerializedMinutesGraph> {
  const tables = paths.filter(isTable);
  const [first = "", ...others] = paths.filter((path) => !isTable(path) || path === tables[0]);
  const read = (path: string) =>
    isTable(path) ? readTables(invocation, tables) : readGraphFile(invocation, path);
  let graph = await read(first);
  for (const path of others) graph = appendGraph(graph, await read(path));
  return graph;
}

function limitToView(whole: SerializedMinutesGraph, fragment: string): SerializedMinutesGraph {
  const { nodes, edges } = findView(createMinutesGraph(whole), parseViewState(fragment));
  const part = { hasNode: (key: string) => nodes.has(key), hasEdge: (key: string) => edges.has(key) };
  const shown = createGraphSource(whole, part);
  return { ...whole, attributes: shown.attributes, nodes: [...shown.nodes], edges: [...shown.edges] };
}

function writeTables(graph: SerializedMinutesGraph, { out, neo4j }: ExportOptions): readonly Output[] {
  const source = createGraphSource(graph);
  const dialect = neo4j ? "neo4j" : "plain";
  const name = out.slice(0, -".csv".length);
  return [
    [`${name}.nodes.csv`, generateNodesCsv(source, dialect)],
    [`${name}.edges.csv`, generateEdgesCsv(source, dialect)],
  ];
}
