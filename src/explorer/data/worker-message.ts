import type { SourceFile } from "../../build-graph.ts";
import type { SerializedMinutesGraph } from "../../model/graph-attributes.ts";
import type { Opened } from "./read-source-files.ts";

/** What the page sends: one request for each worker. */
export interface OpenRequest {
  files: readonly SourceFile[];
}

/**
 * What the worker answers: any number of progress reports; then the graph in parts and the rest, or a failure. Parts,
 * because the page stands still while it receives a message.
 */
export type OpenAnswer =
  | { kind: "progress"; done: number; total: number; path: string }
  | { kind: "part"; nodes: SerializedMinutesGraph["nodes"]; edges: SerializedMinutesGraph["edges"] }
  | { kind: "opened"; opened: Opened }
  | { kind: "failed"; message: string };

/** Some milliseconds of receiving. */
const PART = 2000;

/** Cuts a graph into the messages that carry it; the last of them has the rest. */
export function* cutIntoAnswers({ name, graph, diagnostics }: Opened): Generator<OpenAnswer> {
  const { nodes, edges, ...rest } = graph;
  for (let at = 0; at < nodes.length; at += PART)
    yield { kind: "part", nodes: nodes.slice(at, at + PART), edges: [] };
  for (let at = 0; at < edges.length; at += PART)
    yield { kind: "part", nodes: [], edges: edges.slice(at, at + PART) };
  yield { kind: "opened", opened: { name, graph: { ...rest, nodes: [], edges: [] }, diagnostics } };
}
