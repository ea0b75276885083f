import { adoptGraph } from "./adopt-graph.ts";
import { createReadError, type ReadResult } from "./check-graph.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { isOwnHead } from "./write-graph-csv.ts";
import { type ForeignEdge, type ForeignNode, toCalendarDate } from "./foreign-graph.ts";

export interface CsvTable {
  /** The file's name, for messages. */
  path: string;
  text: string;
  /** Which column plays which part, by its place from 0; guessed from the head where absent. */
  columns?: CsvColumns;
}

const ROLES = {
  id: ["id", "key", "node", ":id", "node_id", "name"],
  label: ["label", "name", "title"],
  kind: ["kind", ":label", "type", "category", "class"],
  aliases: ["aliases", "alias"],
  source: ["source", "from", ":start_id", "src"],
  target: ["target", "to", ":end_id", "dst"],
  relation: ["relation", ":type", "kind", "relationship", "edge type", "label"],
  weight: ["weight", "value"],
  date: ["date", "first", "start", "time", "year"],
  x: ["x"],
  y: ["y"],
  sentences: ["sentences"],
} as const;

export type CsvRole = keyof typeof ROLES;
export type CsvColumns = Partial<Record<CsvRole, number>>;

/** A table as its reader is asked about it. */
export interface CsvSample {
  path: string;
  head: string[];
  /** The first row below the head. */
  first: string[];
  /** What is guessed from the head. */
  columns: CsvColumns;
}

/** The head of a table, for its reader to say which column is what; nothing where it says so itself. */
export function sampleCsv({ path, text }: CsvTable): CsvSample | undefined {
  const rows = parseCsv(text.slice(0, 100_000)) ?? parseCsv(text) ?? [];
  const [head = [], first = []] = rows;
  return head.length === 0 || isOwnHead(head)
    ? undefined
    : { path, head, first, columns: matchColumns(head) };
}

/** Guesses from a table's head which column plays which part. */
export function matchColumns(head: readonly string[]): CsvColumns {
  const names = head.map(normalizeName);
  const columns: CsvColumns = {};
  for (const [role, known] of Object.entries(ROLES) as [CsvRole, readonly string[]][]) {
    const name = known.find((candidate) => names.includes(candidate));
    if (name !== undefined) columns[role] = names.indexOf(name);
  }
  return columns;
}

/** A column's name without what Neo4j adds to it: `name:string[]`, `personId:ID(Person)`. */
function normalizeName(title: string): string {
  const name = title.trim().toLowerCase();
  const [, own = "", type = ""] = /^([^:]*):([a-z_]+)(?:\[\])?(?:\(.*\))?$/.exec(name) ?? [];
  if (/^(?:id|start_id|end_id|label|type)$/.test(type)) return `:${type}`;
  return own || name;
}

/**
 * Reads tables of nodes and of edges: a table of edges has a source and a target, nodes that only edges name are added.
 * @returns the graph, fitted in by {@link adoptGraph}, or a diagnostic that says what is wrong and where
 */
export function readCsv(tables: readonly CsvTable[]): ReadResult {
  const nodes = new Map<string, ForeignNode>();
  const edges: ForeignEdge[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const table of tables) {
    const problem = readTable(table, nodes, edges);
    if (problem?.severity === "error") return { diagnostics: [problem] };
    if (problem) diagnostics.push(problem);
  }
  for (const { source, target } of edges)
    for (const id of [source, target])
      if (!nodes.has(id)) nodes.set(id, { id, label: id, values: {}, dates: [] });
  const path = tables.map((table) => table.path).join(", ");
  const adopted = adoptGraph({ title: "", nodes: [...nodes.values()], edges }, path);
  return { ...adopted, diagnostics: [...diagnostics, ...adopted.diagnostics] };
}

/** @returns an error, or a warning where rows were left out */
function readTable(
  { path, text, columns: chosen }: CsvTable,
  nodes: Map<string, ForeignNode>,
  edges: ForeignEdge[],
): Diagnostic | undefined {
  const { rows, openLine } = scanCsv(text);
  if (openLine !== undefined)
    return { ...createReadError("A cell in quotation marks does not end", path), line: openLine };
  const [head, ...body] = rows;
  const titles = head?.cells ?? [];
  const columns = chosen ?? matchColumns(titles);
  const { source, target, id } = columns;
  const areEdges = source !== undefined && target !== undefined;
  if (!areEdges && id === undefined) {
    const message = `No column of ${JSON.stringify(titles.join(", ").slice(0, 80))} is an id, or a source`;
    return { ...createReadError(message, path), line: 1, column: 1 };
  }
  const idle: number[] = [];
  for (const { cells, line } of body) {
    const row = { get: createGet(cells, columns), isArray: createIsArray(titles, columns), line };
    const needed: readonly CsvRole[] = areEdges ? ["source", "target"] : ["id"];
    if (needed.some((role) => row.get(role) === "")) idle.push(line);
    else if (areEdges) edges.push(toEdge(row));
    else nodes.set(row.get("id"), toNode(row));
  }
  return idle[0] === undefined
    ? undefined
    : tellIdle(idle.length, areEdges, { document: path, line: idle[0] });
}

function tellIdle(
  count: number,
  areEdges: boolean,
  place: Required<Pick<Diagnostic, "document" | "line">>,
): Diagnostic {
  const rows = count === 1 ? "A row" : `${count} rows, first this one,`;
  const message = `${rows} without ${areEdges ? "both ends" : "an id"} ${count === 1 ? "was" : "were"} left out`;
  return { code: "empty-row", severity: "warning", message, ...place };
}

interface Row {
  get: (role: CsvRole) => string;
  /** Whether the column's title says that it holds an array of Neo4j's. */
  isArray: (role: CsvRole) => boolean;
  line: number;
}

function createGet(cells: readonly string[], columns: CsvColumns): Row["get"] {
  return (role) => cells[columns[role] ?? -1] ?? "";
}

function createIsArray(titles: readonly string[], columns: CsvColumns): Row["isArray"] {
  return (role) => (titles[columns[role] ?? -1] ?? "").trim().endsWith("[]");
}

function toNode({ get, isArray, line }: Row): ForeignNode {
  const [x, y, aliases, date] = [get("x"), get("y"), get("aliases"), get("date")];
  const isPlain = !isArray("aliases") && (aliases.startsWith("[") || !aliases.includes(";"));
  const names = isPlain
    ? aliases
    : JSON.stringify(
        aliases
          .split(";")
          .map((name) => name.trim())
          .filter(Boolean),
      );
  return {
    id: get("id"),
    label: get("label"),
    values: { kind: get("kind"), aliases: names, date },
    dates: toDates(date),
    ...(x !== "" && y !== "" && { x: toNumber(x), y: toNumber(y) }),
    line,
  };
}

function toEdge({ get, isArray, line }: Row): ForeignEdge {
  const weight = toNumber(get("weight"));
  const sentences = isArray("sentences") ? get("sentences").replaceAll(";", "\n") : get("sentences");
  return {
    source: get("source"),
    target: get("target"),
    label: get("relation"),
    values: { relation: get("relation"), ...(sentences && { sentences }) },
    dates: toDates(get("date")),
    ...(get("weight") !== "" && Number.isFinite(weight) && { weight }),
    line,
  };
}

/** Spreadsheets of many countries write a comma before the decimals. */
function toNumber(text: string): number {
  return Number(/^\s*[+-]?\d+,\d+\s*$/.test(text) ? text.replace(",", ".") : text);
}

function toDates(text: string): string[] {
  const date = toCalendarDate(text);
  return date === undefined ? [] : [date];
}

/**
 * Splits CSV (RFC 4180) into cells; the delimiter is the comma, semicolon or tab that the first line has most of.
 * @returns nothing where a quotation mark is never closed
 */
export function parseCsv(text: string): string[][] | undefined {
  const { rows, openLine } = scanCsv(text);
  return openLine === undefined ? rows.map(({ cells }) => cells) : undefined;
}

interface Scanned {
  /** Those that are not empty, with the line on which each begins, from 1. */
  rows: { cells: string[]; line: number }[];
  /** The line of a quotation mark that is never closed. */
  openLine?: number;
}

function scanCsv(text: string): Scanned {
  const delimiter = findDelimiter(text);
  const rows: Scanned["rows"] = [];
  const lines = createLineCounter(text);
  let cells: string[] = [];
  let start = text.startsWith("\ufeff") ? 1 : 0;
  for (let at = start; at < text.length;) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readBare(text, at, delimiter);
    if (!cell) return { rows, openLine: lines.count(at) };
    cells.push(cell.value.replace(/^'(?=[\s\u0000-\u001f]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/, ""));
    at = cell.end;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      cells.push("");
    }
    if (text[at] === "\r") at += 1;
    if (text[at] === "\n") at += 1;
    if (cells.length > 1 || cells[0] !== "") rows.push({ cells, line: lines.count(start) });
    cells = [];
    start = at;
  }
  return { rows };
}

/** Counts lines up to places that are asked for in their order. */
function createLineCounter(text: string): { count: (until: number) => number } {
  let [line, at] = [1, 0];
  return {
    count(until) {
      for (let next = text.indexOf("\n", at); next >= 0 && next < until; next = text.indexOf("\n", at)) {
        line += 1;
        at = next + 1;
      }
      return line;
    },
  };
}

interface RawCell {
  value: string;
  end: number;
}

function readBare(text: string, start: number, delimiter: string): RawCell {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): RawCell | undefined {
  let value = "";
  for (let from = start + 1; ;) {
    const end = text.indexOf('"', from);
    if (end < 0) return undefined;
    value += text.slice(from, end);
    if (text[end + 1] !== '"') return { value, end: end + 1 };
    value += '"';
    from = end + 2;
  }
}

function findDelimiter(text: string): string {
  const head = text.slice(0, 10_000).split("\n", 1)[0] ?? "";
  const count = (delimiter: string) => head.split(delimiter).length;
  return [";", "\t"].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), ",");
}
