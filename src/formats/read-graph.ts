import { checkGraph, type ReadResult } from "./check-graph.ts";
import { parseJson } from "./parse-json.ts";

/**
 * Reads a graph file (graphology's serialised form, as `minutes-graph build` writes it) and checks all of it.
 * @param text the file
 * @param path the file's name, for the messages
 * @returns the graph, or diagnostics that say what is wrong and where
 */
export function readGraph(text: string, path: string): ReadResult {
  const parsed = parseJson(text, path);
  return "problem" in parsed ? { diagnostics: [parsed.problem] } : checkGraph(parsed.value, path);
}
