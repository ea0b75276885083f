import { createGraphSource, type GraphPart, type GraphSource } from "../../formats/graph-source.ts";
import { redactGraph, type Redaction } from "../../formats/redact-graph.ts";
import { generateGexf } from "../../formats/write-gexf.ts";
import { type CsvDialect, generateEdgesCsv, generateNodesCsv } from "../../formats/write-graph-csv.ts";
import { generateGraphml } from "../../formats/write-graphml.ts";
import { generateJson } from "../../formats/write-json.ts";
import { generateJsonLd } from "../../formats/write-json-ld.ts";
import { writeReport } from "../../formats/write-report.ts";
import type { MinutesGraph, SerializedMinutesGraph } from "../../model/graph-attributes.ts";
import { runInSlices } from "../run-in-slices.ts";
import type { Shown } from "../store/explorer-store.ts";
import type { Form } from "./export-forms.ts";

export interface WrittenFile {
  name: string;
  content: Blob;
}

const CONTENT_TYPES: Readonly<Record<Form, string>> = {
  gexf: "application/gexf+xml",
  "gexf-1.2": "application/gexf+xml",
  json: "application/json",
  graphml: "application/graphml+xml",
  csv: "text/csv",
  "csv-neo4j": "text/csv",
  jsonld: "application/ld+json",
  md: "text/markdown",
};

/** So many pieces of a file's text become one part of it. */
const PART = 4096;

/** What is to be written of a graph. */
export interface Extent {
  /** Everything where absent. */
  part?: Shown | undefined;
  redaction: Redaction;
}

/**
 * Writes a graph in a form, a slice at a time, and without a second copy of it unless something is left out.
 * @returns one file; for CSV two, nodes and edges
 */
export async function writeFiles(graph: MinutesGraph, form: Form, extent: Extent): Promise<WrittenFile[]> {
  const files: WrittenFile[] = [];
  for (const [name, pieces] of WRITERS[form](selectSource(graph, extent)))
    files.push({ name, content: await runInSlices(collect(pieces, CONTENT_TYPES[form])) });
  return files;
}

/** What a writer goes through. */
export function selectSource(graph: MinutesGraph, { part, redaction }: Extent): GraphSource {
  const limits: GraphPart | undefined = part && {
    hasNode: (key) => part.nodes.has(key),
    hasEdge: (key) => part.edges.has(key),
  };
  const isWhole = !redaction.text && !redaction.sentences && !redaction.contacts;
  if (isWhole) return createGraphSource(graph, limits);
  return createGraphSource(redactGraph(toSerialized(createGraphSource(graph, limits)), redaction));
}

type Writer = (source: GraphSource) => readonly [name: string, pieces: Iterable<string>][];

const WRITERS: Readonly<Record<Form, Writer>> = {
  gexf: (source) => [["minutes-graph.gexf", generateGexf(source)]],
  json: (source) => [["minutes-graph.json", generateJson(source)]],
  graphml: (source) => [["minutes-graph.graphml", generateGraphml(source)]],
  jsonld: (source) => [["minutes-graph.jsonld", generateJsonLd(source)]],
  md: (source) => [["minutes-graph.md", [writeReport(toSerialized(source))]]],
  "gexf-1.2": (source) => [["minutes-graph.gexf", generateGexf(source, { version: "1.2draft" })]],
  csv: (source) => writeTables(source, "plain"),
  "csv-neo4j": (source) => writeTables(source, "neo4j"),
};

function writeTables(source: GraphSource, dialect: CsvDialect): ReturnType<Writer> {
  return [
    ["minutes-graph.nodes.csv", generateNodesCsv(source, dialect)],
    ["minutes-graph.edges.csv", generateEdgesCsv(source, dialect)],
  ];
}

function toSerialized({ attributes, nodes, edges }: GraphSource): SerializedMinutesGraph {
  const options = { type: "directed", multi: true, allowSelfLoops: false } as const;
  return { attributes, options, nodes: [...nodes], edges: [...edges] };
}

/** Puts pieces together as a file; what is done goes out of the page's own memory. */
export function* collect(pieces: Iterable<string>, type: string): Generator<void, Blob> {
  const parts: Blob[] = [];
  let open: string[] = [];
  for (const piece of pieces) {
    open.push(piece);
    if (open.length >= PART) {
      parts.push(new Blob(open));
      open = [];
    }
    yield;
  }
  return new Blob([...parts, ...open], { type });
}
