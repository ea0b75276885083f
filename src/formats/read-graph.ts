import type { Diagnostic } from "../model/diagnostic.ts";
import { checkGraph, createReadError, type ReadResult } from "./check-graph.ts";

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

function parseJson(text: string, path: string): { value: unknown } | { problem: Diagnostic } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(message)?.[1];
    const place = position === undefined ? {} : locate(text, Number(position));
    const problem = createReadError(text.trim() ? "This is not JSON" : "The file is empty", path);
    return { problem: { ...problem, ...place } };
  }
}

function locate(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
