import { createGraphSource, type GraphSource } from "../../formats/graph-source.ts";
import { redactGraph, type Redaction } from "../../formats/redact-graph.ts";
import { generateEdgesCsv, generateNodesCsv } from "../../formats/write-graph-csv.ts";
import { generateGexf } from "../../formats/write-gexf.ts";
import { generateGraphml } from "../../formats/write-graphml.ts";
import { generateJsonLd } from "../../formats/write-json-ld.ts";
import { generateJson } from "../../formats/write-json.ts";
import { writeReport } from "../../formats/write-report.ts";
import { serializeMinutesGraph } from "../../graph/create-minutes-graph.ts";
import type { MinutesGraph, SerializedMinutesGraph } from "../../model/graph-attributes.ts";
import type { Shown } from "../store/explorer-store.ts";

/** The forms that the page writes, by the ending of the file's name. */
export const FORMS = {
  gexf: "GEXF, for Gephi",
  json: "JSON",
  graphml: "GraphML, for yEd and NetworkX",
  csv: "CSV tables",
  jsonld: "JSON-LD",
  md: "Markdown report",
} as const;
export type Form = keyof typeof FORMS;

export interface WrittenFile {
  name: string;
  content: Blob;
}

const CONTENT_TYPES: Readonly<Record<Form, string>> = {
  gexf: "application/gexf+xml",
  json: "application/json",
  graphml: "application/graphml+xml",
  csv: "text/csv",
  jsonld: "application/ld+json",
  md: "text/markdown",
};

/**
 * Writes a graph in a form.
 * @param shown the part to write; everything where absent
 * @returns one file; for CSV two, nodes and edges
 */
export function writeFiles(
  graph: MinutesGraph,
  form: Form,
  redaction: Redaction,
  shown?: Shown,
): WrittenFile[] {
  const part = selectPart(serializeMinutesGraph(graph), shown);
  const isRedacted = redaction.text || redaction.sentences || redaction.contacts;
  const written = isRedacted ? redactGraph(part, redaction) : part;
  const source = createGraphSource(written);
  return WRITERS[form](source, written).map(([name, chunks]) => ({
    name,
    content: new Blob([...chunks], { type: CONTENT_TYPES[form] }),
  }));
}

type Writer = (
  source: GraphSource,
  graph: SerializedMinutesGraph,
) => [name: string, chunks: Iterable<string>][];

const WRITERS: Readonly<Record<Form, Writer>> = {
  gexf: (source) => [["minutes-graph.gexf", generateGexf(source)]],
  json: (source) => [["minutes-graph.json", generateJson(source)]],
  graphml: (source) => [["minutes-graph.graphml", generateGraphml(source)]],
  jsonld: (source) => [["minutes-graph.jsonld", generateJsonLd(source)]],
  md: (_, graph) => [["minutes-graph.md", [writeReport(graph)]]],
  csv: (source) => [
    ["minutes-graph.nodes.csv", generateNodesCsv(source)],
    ["minutes-graph.edges.csv", generateEdgesCsv(source)],
  ],
};

function selectPart(graph: SerializedMinutesGraph, shown: Shown | undefined): SerializedMinutesGraph {
  if (!shown) return graph;
  return {
    ...graph,
    nodes: graph.nodes.filter(({ key }) => shown.nodes.has(key)),
    edges: graph.edges.filter(({ key }) => key !== undefined && shown.edges.has(key)),
  };
}
