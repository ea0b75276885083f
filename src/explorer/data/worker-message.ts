import type { SourceFile } from "../../build-graph.ts";
import type { CsvColumns, CsvSample } from "../../formats/read-csv.ts";
import type { Corrections } from "../../model/gazetteer.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { PackedGraph } from "./packed-graph.ts";

/** What the page sends: one request for each worker. */
export interface OpenRequest {
  files: readonly SourceFile[];
  /** The graph that what is in the files is added to. */
  onto?: PackedData;
  /** What a reader decided about minutes. */
  corrections?: Corrections;
  /** Whether there is somebody who can say which column is what: there is, by default. */
  isAsked?: boolean;
}

/** What the page sends when it is asked: for each table which column is what; nothing where nobody says it. */
export interface ColumnsAnswer {
  columns: readonly CsvColumns[];
}

/** A graph that was opened, as it goes from the worker to the page and into the browser's memory. */
export interface PackedData {
  /** What to call it: the file, or the folder that holds the files. */
  name: string;
  graph: PackedGraph;
  diagnostics: Diagnostic[];
}

/** A graph that was opened, and what is still to come of it. */
export interface OpenedData extends PackedData {
  /** The number of each node's community; absent where the graph has them. */
  communities?: Promise<Uint32Array>;
}

/**
 * What the worker answers: any number of progress reports, a question; then the graph, or a failure. Where the graph lacks
 * communities, they come after it.
 */
export type OpenAnswer =
  | { kind: "asks"; tables: CsvSample[] }
  | { kind: "progress"; done: number; total: number; path: string }
  | { kind: "opened"; opened: PackedData; lacksCommunities?: boolean }
  | { kind: "grouped"; communities: Uint32Array }
  | { kind: "failed"; message: string };
