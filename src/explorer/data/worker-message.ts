import type { SourceFile } from "../../build-graph.ts";
import type { CsvColumns, CsvSample } from "../../formats/read-csv.ts";
import type { Corrections } from "../../model/gazetteer.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SerializedMinutesGraph } from "../../model/graph-attributes.ts";
import type { PackedGraph } from "./packed-graph.ts";

/** What the page sends: one request for each worker. */
export interface OpenRequest {
  files: readonly SourceFile[];
  /** The graph that what is in the files is added to. */
  onto?: OpenedData;
  /** What a reader decided about minutes. */
  corrections?: Corrections;
  /** Whether there is somebody who can say which column is what: there is, by default. */
  isAsked?: boolean;
}

/** What the page sends when it is asked: for each table which column is what; nothing where nobody says it. */
export interface ColumnsAnswer {
  columns: readonly CsvColumns[];
}

/** A graph that was opened: packed where a worker read it. */
export interface OpenedData {
  /** What to call it: the file, or the folder that holds the files. */
  name: string;
  graph: PackedGraph | SerializedMinutesGraph;
  diagnostics: Diagnostic[];
  /** Whether its communities are still to be found: they are not, by default. */
  lacksCommunities?: boolean;
}

/** A graph as it goes from the worker to the page and into the browser's memory. */
export interface PackedData extends OpenedData {
  graph: PackedGraph;
}

/** What the worker answers: any number of progress reports, a question; then the graph, or a failure. */
export type OpenAnswer =
  | { kind: "asks"; tables: CsvSample[] }
  | { kind: "progress"; done: number; total: number; path: string }
  | { kind: "opened"; opened: PackedData }
  | { kind: "failed"; message: string };
