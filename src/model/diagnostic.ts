import type { NodeKind } from "./schema.ts";

export type Severity = "error" | "warning" | "info";

/** A problem of the content, never of the program; told with its place and what can be done. */
export interface Diagnostic {
  /** A stable identifier in kebab-case, e.g. `"ambiguous-name"`. */
  code: string;
  severity: Severity;
  message: string;
  /** The path of the file or the id of the document that it is about. */
  document?: string;
  /** UTF-16 code units in the document's text, half open. */
  start?: number;
  end?: number;
  /** 1-based, for messages about a file as it lies on the disk. */
  line?: number;
  column?: number;
  /** The name that it is about, as the document has it. */
  name?: string;
  /** The kind of what it is about. */
  kind?: NodeKind;
  /** The names between which a person can choose. */
  candidates?: readonly string[];
  /** What a person can do about it. */
  hint?: string;
}
