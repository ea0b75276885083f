import { parse } from "yaml";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { DecodedDocument } from "../document.ts";
import { parseHeaderDate } from "./header-date.ts";

export interface FrontMatter {
  /** What is given as data: a mapping or a list. */
  data: unknown;
  /** Where the document's own text starts. */
  end: number;
  diagnostics: Diagnostic[];
}

const MAX_LENGTH = 100_000;
const OPENING = /^\uFEFF?(---|;;;)(?: ?(?:json|json-ld|jsonld|yaml|yml))?[ \t]*\r?\n/i;

/**
 * Reads the data before a document's text: YAML, JSON or JSON-LD between lines of `---`, JSON between `;;;`, or a bare
 * JSON object.
 * @returns undefined where the text opens with none, or with what only looks like it (a rule)
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const fenced = findFenced(text) ?? findBareJson(text);
  if (!fenced) return undefined;
  try {
    const data: unknown = parse(text.slice(fenced.start, fenced.dataEnd), {
      prettyErrors: false,
      logLevel: "error",
    });
    return isData(data) ? { data, end: fenced.end, diagnostics: [] } : undefined;
  } catch {
    if (!/^\s*[\w"{@-][^\n:]{0,60}:/.test(text.slice(fenced.start, fenced.dataEnd))) return undefined;
    return {
      data: undefined,
      end: fenced.end,
      diagnostics: [createDiagnostic(fenced.start, fenced.dataEnd)],
    };
  }
}

/** The document's fields that front matter gives: its title, date and author under their usual names. */
export function readDocumentFields(
  data: unknown,
): Partial<Pick<DecodedDocument, "title" | "date" | "author">> {
  const title = findText(data, ["title", "name", "headline", "subject"]);
  const date = parseHeaderDate(
    findText(data, ["date", "startDate", "start", "datePublished", "meeting_date"]) ?? "",
  );
  const author = findText(data, ["author", "scribe", "notetaker"]);
  return {
    ...(title && { title }),
    ...(date && { date }),
    ...(author && { author: { name: author, address: "" } }),
  };
}

interface Fenced {
  start: number;
  dataEnd: number;
  end: number;
}

function findFenced(text: string): Fenced | undefined {
  const opening = OPENING.exec(text.slice(0, 40));
  if (!opening) return undefined;
  const start = opening[0].length;
  const fence = opening[1] ?? "---";
  const limit = Math.min(text.length, start + MAX_LENGTH);
  for (let at = start; at < limit;) {
    const found = text.indexOf("\n", at);
    const lineEnd = found < 0 ? text.length : found;
    const line = text.slice(at, Math.min(lineEnd, at + 20)).trimEnd();
    if (line === fence || (line === "..." && fence === "---")) {
      return { start, dataEnd: at, end: Math.min(lineEnd + 1, text.length) };
    }
    at = lineEnd + 1;
  }
  return undefined;
}

/** A JSON object from the first line to a line that is only its closing brace. */
function findBareJson(text: string): Fenced | undefined {
  const opening = /^\uFEFF?\{\s*(?:\r?\n|")/.exec(text.slice(0, 40));
  if (!opening) return undefined;
  const head = text.slice(0, MAX_LENGTH);
  const closing = /\n\}[ \t]*(?:\r?\n|$)/.exec(head);
  if (!closing) return undefined;
  return { start: text.indexOf("{"), dataEnd: closing.index + 2, end: closing.index + closing[0].length };
}

function isData(data: unknown): boolean {
  return typeof data === "object" && data !== null;
}

function findText(data: unknown, names: readonly string[]): string | undefined {
  if (!isRecord(data)) return undefined;
  for (const name of names) {
    const value = data[name];
    if (typeof value === "string" && value.trim()) return value.trim();
    if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
    if (isRecord(value) && typeof value["name"] === "string") return value["name"];
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function createDiagnostic(start: number, end: number): Diagnostic {
  return {
    code: "unreadable-front-matter",
    severity: "warning",
    message: "The data before the text is neither YAML nor JSON, and was left out.",
    start,
    end,
    hint: "Check the indentation and quotation marks between the two lines of dashes.",
  };
}
