import { adoptGraph } from "./adopt-graph.ts";
import { createReadError, type ReadResult } from "./check-graph.ts";
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
  id: ["id", "key", "node", "key:id", ":id", "node_id", "name"],
  label: ["label", "name", "title"],
  kind: ["kind", ":label", "type", "category", "class"],
  aliases: ["aliases", "aliases:string[]", "alias"],
  source: ["source", "from", ":start_id", "src"],
  target: ["target", "to", ":end_id", "dst"],
  relation: ["relation", ":type", "kind", "relationship", "edge type", "label"],
  weight: ["weight", "weight:double", "weight:int", "value"],
  date: ["date", "first", "start", "time", "year"],
  x: ["x", "x:double"],
  y: ["y", "y:double"],
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
  const names = head.map((name) => name.trim().toLowerCase());
  const columns: CsvColumns = {};
  for (const [role, known] of Object.entries(ROLES) as [CsvRole, readonly string[]][]) {
    const name = known.find((candidate) => names.includes(candidate));
    if (name !== undefined) columns[role] = names.indexOf(name);
  }
  return columns;
}

/**
 * Reads tables of nodes and of edges: a table of edges has a source and a target, nodes that only edges name are added.
 * @returns the graph, fitted in by {@link adoptGraph}, or a diagnostic that says what is wrong and where
 */
export function readCsv(tables: readonly CsvTable[]): ReadResult {
  const nodes = new Map<string, ForeignNode>();
  const edges: ForeignEdge[] = [];
  for (const table of tables) {
    const problem = readTable(table, nodes, edges);
    if (problem) return { diagnostics: [problem] };
  }
  for (const { source, target } of edges)
    for (const id of [source, target])
      if (!nodes.has(id)) nodes.set(id, { id, label: id, values: {}, dates: [] });
  return adoptGraph(
    { title: "", nodes: [...nodes.values()], edges },
    tables.map(({ path }) => path).join(", "),
  );
}

function readTable(
  { path, text, columns: chosen }: CsvTable,
  nodes: Map<string, ForeignNode>,
  edges: ForeignEdge[],
): ReadResult["diagnostics"][number] | undefined {
  const rows = parseCsv(text);
  if (!rows) return createReadError("The last cell in quotation marks does not end", path);
  const [head = [], ...body] = rows;
  const columns = chosen ?? matchColumns(head);
  const { source, target, id } = columns;
  if (source === undefined && id === undefined) {
    const message = `No column of ${JSON.stringify(head.join(", ").slice(0, 80))} is an id, or a source`;
    return { ...createReadError(message, path), line: 1, column: 1 };
  }
  for (const row of body) {
    const get = (role: CsvRole) => row[columns[role] ?? -1] ?? "";
    if (source !== undefined && target !== undefined) edges.push(toEdge(get));
    else nodes.set(get("id"), toNode(get));
  }
  return undefined;
}

type Get = (role: CsvRole) => string;

function toNode(get: Get): ForeignNode {
  const [x, y, aliases, date] = [get("x"), get("y"), get("aliases"), get("date")];
  return {
    id: get("id"),
    label: get("label"),
    values: {
      kind: get("kind"),
      aliases: aliases.startsWith("[") ? aliases : aliases.replaceAll(";", "|"),
      date,
    },
    dates: toDates(date),
    ...(x !== "" && y !== "" && { x: Number(x), y: Number(y) }),
  };
}

function toEdge(get: Get): ForeignEdge {
  const weight = Number.parseFloat(get("weight"));
  const sentences = get("sentences");
  return {
    source: get("source"),
    target: get("target"),
    label: get("relation"),
    values: { relation: get("relation"), ...(sentences && { sentences }) },
    dates: toDates(get("date")),
    ...(Number.isFinite(weight) && { weight }),
  };
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
  const delimiter = findDelimiter(text);
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = text.startsWith("\ufeff") ? 1 : 0; at < text.length;) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readBare(text, at, delimiter);
    if (!cell) return undefined;
    row.push(cell.value.replace(/^'(?=[\s\u0000-\u001f]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/, ""));
    at = cell.end;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      row.push("");
    }
    if (text[at] === "\r") at += 1;
    if (text[at] === "\n") at += 1;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  return rows;
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
