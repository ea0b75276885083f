import type { Diagnostic } from "../model/diagnostic.ts";
import type { GraphDocument } from "../model/graph-attributes.ts";
import type { Invocation } from "./invocation.ts";
import { toPlainLine } from "./terminal.ts";

type Documents = Readonly<Record<string, GraphDocument>>;

/** A diagnostic as one line: "minutes.txt:3:14: error: what is the matter (what can be done)". */
export function describeDiagnostic(diagnostic: Diagnostic, documents: Documents = {}): string {
  const { document = "", severity, message, hint } = diagnostic;
  const { line, column } = locateDiagnostic(diagnostic, documents);
  const place = [document, line, column].filter((part) => part !== undefined && part !== "").join(":");
  return toPlainLine(`${place ? `${place}: ` : ""}${severity}: ${message}${hint ? ` (${hint})` : ""}`);
}

/** Prints diagnostics on the standard error output; an error makes the exit code 1. */
export function tellDiagnostics(
  invocation: Invocation,
  diagnostics: readonly Diagnostic[],
  documents: Documents = {},
): void {
  const { newsColors, tell } = invocation.terminal;
  const paint = { error: newsColors.red, warning: newsColors.yellow, info: newsColors.dim };
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === "error") invocation.exitCode = 1;
    tell(paint[diagnostic.severity](describeDiagnostic(diagnostic, documents)));
  }
}

/** Line and column from 1, where the diagnostic or the document's text tells them. */
export function locateDiagnostic(
  { line, column, document = "", start }: Diagnostic,
  documents: Documents,
): Pick<Diagnostic, "line" | "column"> {
  if (line !== undefined) return { line, ...(column !== undefined && { column }) };
  const text = documents[document]?.text;
  return text === undefined || start === undefined ? {} : locateOffset(text, start);
}

/** Line and column, both from 1, of a UTF-16 offset. */
export function locateOffset(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - lineStart + 1 };
}
