import { decodeXmlString } from "./escape-xml.ts";
import { type ForeignEdge, type ForeignNode, parseNameList } from "./foreign-graph.ts";

/** A node or an edge as an XML file has it: everything is text. */
export interface GraphEntry {
  id: string;
  label: string;
  source: string;
  target: string;
  weight: string;
  kind: string;
  /** By the name of the column. */
  values: Record<string, string>;
  /** Absent where there is none: most of a large file has none. */
  dates?: Set<string>;
  x: string;
  y: string;
  /** Where it stands in the file, from 1. */
  line: number;
}

/** What our own writers put into processing instructions. */
export interface OwnParts {
  /** The graph's attributes but the documents; absent where the file is another program's. */
  attributes?: Record<string, unknown>;
  documents: Record<string, unknown>;
}

export function createEntry(attributes: Readonly<Record<string, string>>, line: number): GraphEntry {
  const { id = "", label = "", source = "", target = "", weight = "", kind = "" } = attributes;
  return { id, label, source, target, weight, kind, values: {}, x: "", y: "", line };
}

/** The columns of nodes or of edges, as a file declares them. */
export interface Columns {
  /** Lower-case titles by id. */
  titles: Map<string, string>;
  /** By title: what holds where an entry says nothing. */
  defaults: Map<string, string>;
}

export function createColumns(): Record<"node" | "edge", Columns> {
  return {
    node: { titles: new Map(), defaults: new Map() },
    edge: { titles: new Map(), defaults: new Map() },
  };
}

/** Takes in a processing instruction; those of other programs are passed over. */
export function addInstruction(own: OwnParts, target: string, body: string): void {
  if (target === "minutes-graph") own.attributes = JSON.parse(body) as Record<string, unknown>;
  if (target !== "minutes-graph-document") return;
  const { id, ...document } = JSON.parse(body) as { id: string };
  Object.defineProperty(own.documents, id, { value: document, enumerable: true, configurable: true });
}

/** Puts together what our own writers took apart; it is still to be checked. */
export function assembleOwnGraph(
  nodes: readonly GraphEntry[],
  edges: readonly GraphEntry[],
  { attributes, documents }: OwnParts,
): unknown {
  return {
    attributes: { ...attributes, documents },
    nodes: nodes.map(toOwnNode),
    edges: edges.map((edge) => toOwnEdge(edge, documents)),
  };
}

function toOwnNode({ id, label, values, x, y }: GraphEntry): unknown {
  const { kind, aliases = "[]", degree, community, date, document, series } = values;
  const more = Object.entries({ date, document, series }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, decodeXmlString(value)]],
  );
  const attributes = {
    kind,
    label: decodeXmlString(label),
    aliases: parseNameList(decodeXmlString(aliases)),
    x: Number(x),
    y: Number(y),
    degree: Number(degree),
    community: Number(community),
    ...(Object.fromEntries(more) as Record<string, string>),
  };
  return { key: decodeXmlString(id), attributes };
}

function toOwnEdge(
  { id, source, target, weight, values }: GraphEntry,
  documents: Record<string, unknown>,
): unknown {
  const evidence = JSON.parse(decodeXmlString(values["evidence"] ?? "[]")) as Record<string, unknown>[];
  return {
    key: decodeXmlString(id),
    source: decodeXmlString(source),
    target: decodeXmlString(target),
    attributes: {
      relation: values["relation"],
      weight: Number(weight),
      evidence: evidence.map((piece) => ("quote" in piece ? piece : addQuote(piece, documents))),
    },
  };
}

/** A quote that the document's text gives was not written a second time. */
function addQuote(piece: Record<string, unknown>, documents: Record<string, unknown>): unknown {
  const { document, start, end, ...rest } = piece;
  const { text = "" } = (documents[String(document)] ?? {}) as { text?: string };
  return { document, start, end, quote: text.slice(Number(start), Number(end)), ...rest };
}

/** Calls an entry's values by the titles of their columns, and adds those that go without saying. */
export function nameColumns(entry: GraphEntry, { titles, defaults }: Columns): void {
  if (defaults.size === 0 && isEmpty(entry.values)) return;
  const said = Object.entries(entry.values).map(([id, value]) => [titles.get(id) ?? id.toLowerCase(), value]);
  entry.values = Object.fromEntries([...defaults, ...said]) as Record<string, string>;
}

/** Adds a calendar date on which the entry is there. */
export function addDate(entry: GraphEntry, date: string): void {
  (entry.dates ??= new Set()).add(date);
}

function isEmpty(values: object): boolean {
  for (const _ in values) return false;
  return true;
}

export function toForeignNode({ id, label, values, dates, x, y, line }: GraphEntry): ForeignNode {
  const position = x !== "" && y !== "" ? { x: Number(x), y: Number(y) } : {};
  return { id, label, values, dates: [...(dates ?? [])], ...position, line };
}

export function toForeignEdge({
  source,
  target,
  label,
  kind,
  weight,
  values,
  dates,
  line,
}: GraphEntry): ForeignEdge {
  const number = Number.parseFloat(weight || (values["weight"] ?? ""));
  return {
    source,
    target,
    label: label || kind,
    values: { ...(kind && { kind }), ...values },
    dates: [...(dates ?? [])],
    ...(Number.isFinite(number) && { weight: number }),
    line,
  };
}
