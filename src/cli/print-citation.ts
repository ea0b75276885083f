import type { Citation } from "../graph/citation.ts";
import type { QueryIndex } from "../graph/query-index.ts";
import { locateOffset } from "./describe-diagnostic.ts";
import { type Terminal, toPlainLine } from "./terminal.ts";

const MAX_QUOTE = 300;

/** A sentence with its place, indented: “He is working on it.” — minutes.txt:1:240. */
export function printCitation({ colors }: Terminal, index: QueryIndex, citation: Citation): string {
  const { quote, modality, status } = citation.evidence;
  const notes = [modality, status].filter(Boolean).join(", ");
  const place = colors.dim(`${locateCitation(index, citation)}${notes ? ` [${notes}]` : ""}`);
  return `     “${toPlainLine(quote, MAX_QUOTE)}” ${place}\n`;
}

/** The place of a sentence: path, line and column. */
export function locateCitation(index: QueryIndex, { evidence }: Citation): string {
  const { document, start } = evidence;
  const source = index.graph.getAttribute("documents")[document];
  const { line, column } = source?.text ? locateOffset(source.text, start) : { line: 1, column: start + 1 };
  return toPlainLine(`${source?.path ?? document}:${line}:${column}`);
}

/** A node's name. */
export function getLabel({ graph }: QueryIndex, node: string): string {
  return graph.getNodeAttribute(node, "label");
}
