import { KINDS, RELATION_DEFINITIONS } from "../model/schema.ts";
import { computeEvidenceSummary, findEvidenceDates, listSentences } from "./evidence-summary.ts";
import type { GraphSource } from "./graph-source.ts";
import { joinChunks } from "./join-chunks.ts";
import { type Cell, generateCsv } from "./write-csv.ts";

/** `plain` has the columns that Gephi and Cytoscape know; `neo4j` those of neo4j-admin's importer. */
export type CsvDialect = "plain" | "neo4j";

const NODE_HEADS: Readonly<Record<CsvDialect, readonly string[]>> = {
  plain: [
    "Id",
    "Label",
    "Kind",
    "Aliases",
    "First",
    "Last",
    "Evidence",
    "Degree",
    "Community",
    "X",
    "Y",
    "Date",
  ],
  neo4j: [
    "key:ID",
    "label",
    ":LABEL",
    "aliases:string[]",
    "first",
    "last",
    "evidence:int",
    "degree:int",
    "community:int",
    "x:double",
    "y:double",
    "date",
  ],
};
const EDGE_HEADS: Readonly<Record<CsvDialect, readonly string[]>> = {
  // Gephi joins links of one pair unless they differ in kind.
  plain: ["Source", "Target", "Type", "Kind", "Label", "Weight", "First", "Last", "Sentences"],
  neo4j: [":START_ID", ":END_ID", ":TYPE", "weight:double", "first", "last", "sentences:string[]"],
};

/** Whether a table's head is one that is written here. */
export function isOwnHead(head: readonly string[]): boolean {
  const heads = [...Object.values(NODE_HEADS), ...Object.values(EDGE_HEADS)];
  return heads.some((own) => own.length === head.length && own.every((name, place) => name === head[place]));
}

/** Writes the nodes of a graph as a table in CSV, in chunks. */
export function generateNodesCsv(source: GraphSource, dialect: CsvDialect = "plain"): Generator<string> {
  return joinChunks(generateCsv(listNodeRows(source, dialect)));
}

/** Writes the edges of a graph as a table in CSV, in chunks; an edge's sentences stand on lines of one cell. */
export function generateEdgesCsv(source: GraphSource, dialect: CsvDialect = "plain"): Generator<string> {
  return joinChunks(generateCsv(listEdgeRows(source, dialect)));
}

function* listNodeRows(source: GraphSource, dialect: CsvDialect): Generator<readonly Cell[]> {
  const summary = computeEvidenceSummary(source);
  yield NODE_HEADS[dialect];
  for (const { key, attributes } of source.nodes) {
    const { kind, label, aliases, degree, community, x, y, date } = attributes;
    const dates = summary.findDates(key);
    const isPlain = dialect === "plain";
    const names = isPlain ? JSON.stringify(aliases) : writeArray(aliases);
    const kindName = isPlain ? kind : KINDS[kind].label;
    const counts = [summary.countEvidence(key), degree, community];
    const [id, name] = isPlain ? [key, label] : [toLine(key), toLine(label)];
    yield [id, name, kindName, names, dates[0], dates.at(-1), ...counts, x, y, date];
  }
}

function* listEdgeRows({ edges, attributes }: GraphSource, dialect: CsvDialect): Generator<readonly Cell[]> {
  yield EDGE_HEADS[dialect];
  for (const { source, target, attributes: edge } of edges) {
    const { relation, weight, evidence } = edge;
    const dates = findEvidenceDates(evidence, attributes.documents);
    const isPlain = dialect === "plain";
    const lines = listSentences(evidence);
    const sentences = isPlain ? lines.join("\n") : writeArray(lines);
    const kind = isPlain
      ? ["Directed", relation, RELATION_DEFINITIONS[relation].label]
      : [relation.toUpperCase()];
    const ends = isPlain ? [source, target] : [toLine(source), toLine(target)];
    yield [...ends, ...kind, weight, dates[0], dates.at(-1), sentences];
  }
}

/** Neo4j's importer parts the items at semicolons, and takes no line break in a cell. */
function writeArray(items: readonly string[]): string {
  return items.map((item) => toLine(item).replaceAll(";", ",")).join(";");
}

function toLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ");
}
