import type { GraphSource } from "./graph-source.ts";
import { joinChunks } from "./join-chunks.ts";

/**
 * Writes a graph in graphology's serialised form (https://graphology.github.io/serialization), one node or edge a line.
 * @returns JSON whose bytes depend on the graph alone
 */
export function writeJson(source: GraphSource): string {
  return [...generateJson(source)].join("");
}

/** The same file in chunks, so that a large graph needs no second copy in memory. */
export function generateJson(source: GraphSource): Generator<string> {
  return joinChunks(generatePieces(source));
}

function* generatePieces({ attributes, nodes, edges }: GraphSource): Generator<string> {
  yield `{\n"attributes": ${JSON.stringify(attributes)},\n`;
  yield '"options": {"type":"directed","multi":true,"allowSelfLoops":false},\n';
  yield '"nodes": [';
  yield* generateRows(nodes);
  yield '],\n"edges": [';
  yield* generateRows(edges);
  yield "]\n}\n";
}

function* generateRows(rows: Iterable<unknown>): Generator<string> {
  let separator = "\n";
  for (const row of rows) {
    yield separator + JSON.stringify(row);
    separator = ",\n";
  }
}
