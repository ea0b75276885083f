import type { SourceFile } from "../../build-graph.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { PackedGraph } from "./packed-graph.ts";

/** What the page sends: one request for each worker. */
export type OpenRequest = { files: readonly SourceFile[] } | { address: string };

/** A graph that was opened, as it goes from the worker to the page and into the browser's memory. */
export interface PackedData {
  /** What to call it: the file, or the folder that holds the files. */
  name: string;
  graph: PackedGraph;
  diagnostics: Diagnostic[];
}

/** What the worker answers: any number of progress reports; then the graph, or a failure. */
export type OpenAnswer =
  | { kind: "progress"; done: number; total: number; path: string }
  | { kind: "opened"; opened: PackedData }
  | { kind: "failed"; message: string };
