import { checkGraph, type ReadResult } from "./check-graph.ts";
import { parseJson } from "./parse-json.ts";

/**
 * Reads graphology's serialised form (https://graphology.github.io/serialization). What `minutes-graph build` wrote comes
 * back without loss; any other graph is fitted in by {@link adoptGraph}.
 * @param text the file
 * @param path the file's name, for messages and for the documents that stand for it
 * @returns the graph, or diagnostics that say what is wrong and where
 */
export async function readJson(text: string, path: string): Promise<ReadResult> {
  const parsed = parseJson(text, path);
  if ("problem" in parsed) return { diagnostics: [parsed.problem] };
  if (isOwn(parsed.value)) return checkGraph(parsed.value, path);
  const { adoptJson } = await import("./adopt-json.ts");
  return adoptJson(parsed.value, path);
}

/** A graph with documents, or with evidence, means to be one of minutes: what it lacks is then to be told. */
function isOwn(value: unknown): boolean {
  const { attributes, edges } = (value ?? {}) as { attributes?: unknown; edges?: unknown };
  return has(attributes, "documents") || (Array.isArray(edges) && edges.some(hasEvidence));
}

function hasEvidence(edge: unknown): boolean {
  return has(edge, "attributes") && has(edge.attributes, "evidence");
}

function has<Name extends string>(value: unknown, name: Name): value is Record<Name, unknown> {
  return typeof value === "object" && value !== null && name in value;
}
