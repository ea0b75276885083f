import type { GraphDocument, Span } from "../../model/graph-attributes.ts";

/** A sentence in quotation marks, and where it stands: title, date and file of its minutes. */
export function citeSentence(document: GraphDocument, { start, end }: Span): string {
  const quote = document.text.slice(start, end).replace(/\s+/g, " ").trim();
  const source = [document.title, document.date, document.path].filter((part) => part !== "").join(", ");
  return `“${quote}” (${source})`;
}
