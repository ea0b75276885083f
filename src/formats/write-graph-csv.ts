import { KINDS, RELATION_DEFINITIONS } from "../model/schema.ts";
import { computeEvidenceSummary, findEvidenceDates } from "./evidence-summary.ts";
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
  plain: ["Source", "Target", "Type", "Relation", "Label", "Weight", "First", "Last", "Sentences"],
  neo4j: [":START_ID", ":END_ID", ":TYPE", "weight:double", "first", "last", "sentences"],
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
    const names = isPlain
      ? JSON.stringify(aliases)
      : aliases.map((name) => name.replaceAll(";", ",")).join(";");
    const kindName = isPlain ? kind : KINDS[kind].label;
    const counts = [summary.countEvidence(key), degree, community];
    yield [key, label, kindName, names, dates[0], dates.at(-1), ...counts, x, y, date];
  }
}

function* listEdgeRows({ edges, attributes }: GraphSource, dialect: CsvDialect): Generator<readonly Cell[]> {
  yield EDGE_HEADS[dialect];
  for (const { source, target, attributes: edge } of edges) {
    const { relation, weight, evidence } = edge;
    const dates = findEvidenceDates(evidence, attributes.documents);
    const sentences = evidence.map(({ quote }) => quote).join("\n");
    const kind =
      dialect === "plain"
        ? ["Directed", relation, RELATION_DEFINITIONS[relation].label]
        : [relation.toUpperCase()];
    yield [source, target, ...kind, weight, dates[0], dates.at(-1), sentences];
  }
}
