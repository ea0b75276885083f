import type { Diagnostic } from "../model/diagnostic.ts";
import { createReadError } from "./check-graph.ts";

/**
 * Parses a graph file as JSON.
 * @param path the file's name, for the message
 * @returns what it holds, or a diagnostic that says what is wrong and, where the engine tells it, at which place
 */
export function parseJson(text: string, path: string): { value: unknown } | { problem: Diagnostic } {
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
