import type { SourceFile } from "../../build-graph.ts";
import type { Opened } from "./read-source-files.ts";

/** What the page sends: one request for each worker. */
export interface OpenRequest {
  files: readonly SourceFile[];
}

/** What the worker answers: any number of progress reports, then one of the others. */
export type OpenAnswer =
  | { kind: "progress"; done: number; total: number; path: string }
  | { kind: "opened"; opened: Opened }
  | { kind: "failed"; message: string };
