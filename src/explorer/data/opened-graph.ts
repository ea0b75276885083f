import type { ReadResult } from "../../formats/check-graph.ts";
import { MOST_ARRANGED } from "../../graph/most-arranged.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SerializedMinutesGraph } from "../../model/graph-attributes.ts";

/** A graph that is ready to be explored. */
export interface Opened {
  /** What to call it: the file, or the folder that holds the files. */
  name: string;
  graph: SerializedMinutesGraph;
  diagnostics: Diagnostic[];
  /** Whether its communities are still to be found. */
  lacksCommunities: boolean;
}

/**
 * What came of reading a graph file, fit to be shown.
 * @param name what to call it
 * @throws Error, fit for people, where there is no graph in it
 */
export function takeGraph({ graph, diagnostics, lacks }: ReadResult, name: string): Opened {
  if (!graph) throw new Error(`${name} is not a graph that can be shown. ${describeFirst(diagnostics)}`);
  const lacksCommunities = lacks?.communities === true && graph.nodes.length <= MOST_ARRANGED;
  return { name, graph, diagnostics, lacksCommunities };
}

/** The first error, else the first diagnostic, as a sentence; nothing where there is none. */
export function describeFirst(diagnostics: readonly Diagnostic[]): string {
  const first = diagnostics.find(({ severity }) => severity === "error") ?? diagnostics[0];
  if (!first) return "";
  const place = first.line === undefined ? "" : ` (line ${first.line})`;
  return `${first.message}${place}.`.replace(/\.+$/, ".");
}
