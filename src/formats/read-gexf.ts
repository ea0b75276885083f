import { SaxesParser, type SaxesTagPlain } from "saxes";
import { adoptGraph } from "./adopt-graph.ts";
import { checkGraph, createReadError, type ReadResult } from "./check-graph.ts";
import { decodeXmlString } from "./escape-xml.ts";
import {
  type ForeignEdge,
  type ForeignGraph,
  type ForeignNode,
  parseNameList,
  toCalendarDate,
} from "./foreign-graph.ts";

/**
 * Reads GEXF 1.1 to 1.3 (https://gexf.net) as a stream. What {@link writeGexf} wrote comes back without loss; any
 * other graph is fitted in by {@link adoptGraph}.
 * @param chunks the file's text in pieces of any length
 * @param path the file's name, for messages and for the documents that stand for it
 * @returns the graph, or a diagnostic that says what is wrong with the file and where; never a part of the graph
 */
export async function readGexf(
  chunks: Iterable<string> | AsyncIterable<string>,
  path: string,
): Promise<ReadResult> {
  const reading = createReading();
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  parser.on("opentag", (tag) => openTag(reading, tag));
  parser.on("closetag", ({ name }) => closeTag(reading, toLocalName(name)));
  parser.on("text", (text) => addText(reading, text));
  parser.on("processinginstruction", ({ target, body }) => addInstruction(reading, target, body));
  try {
    for await (const chunk of chunks) parser.write(chunk);
    parser.close();
    return reading.own
      ? checkGraph(finishOwn(reading, reading.own), path)
      : adoptGraph(finishForeign(reading), path);
  } catch (error) {
    if (!(error instanceof Error) || "syscall" in error) throw error;
    return { diagnostics: [{ ...createReadError(toReason(error), path), ...locate(parser) }] };
  }
}

interface Entry {
  id: string;
  label: string;
  source: string;
  target: string;
  weight: string;
  kind: string;
  /** By the column's id. */
  values: Record<string, string>;
  dates: Set<string>;
  x: string;
  y: string;
}

interface Reading {
  /** The open elements, by local name. */
  path: string[];
  owner: "node" | "edge";
  columns: Record<"node" | "edge", Map<string, string>>;
  nodes: Entry[];
  edges: Entry[];
  /** The open nodes and edges; nodes can stand in nodes. */
  open: Entry[];
  title: string;
  /** What our own writer put into instructions. */
  own?: Record<string, unknown>;
  documents: Record<string, unknown>;
}

function createReading(): Reading {
  return {
    path: [],
    owner: "node",
    columns: { node: new Map(), edge: new Map() },
    nodes: [],
    edges: [],
    open: [],
    title: "",
    documents: {},
  };
}

type Attributes = Readonly<Record<string, string>>;

function openTag(reading: Reading, { name, attributes }: SaxesTagPlain): void {
  const local = toLocalName(name);
  if (reading.path.length === 0 && local !== "gexf")
    throw new Error(`This is not GEXF: it begins with <${name}>`);
  reading.path.push(local);
  OPENERS.get(local)?.(reading, attributes);
}

const OPENERS: ReadonlyMap<string, (reading: Reading, attributes: Attributes) => void> = new Map([
  [
    "attributes",
    (reading: Reading, attributes: Attributes) => {
      reading.owner = attributes["class"] === "edge" ? "edge" : "node";
    },
  ],
  [
    "attribute",
    ({ columns, owner }: Reading, { id = "", title = id }: Attributes) => columns[owner].set(id, title),
  ],
  ["node", (reading: Reading, attributes: Attributes) => openEntry(reading, reading.nodes, attributes)],
  ["edge", (reading: Reading, attributes: Attributes) => openEntry(reading, reading.edges, attributes)],
  [
    "attvalue",
    ({ open }: Reading, attributes: Attributes) => {
      const entry = open.at(-1);
      // GEXF 1.1 says id for what is called "for" since.
      if (entry) entry.values[attributes["for"] ?? attributes["id"] ?? ""] = attributes["value"] ?? "";
    },
  ],
  [
    "position",
    ({ open }: Reading, { x = "", y = "" }: Attributes) => {
      const entry = open.at(-1);
      if (entry) Object.assign(entry, { x, y });
    },
  ],
  ["spell", ({ open }: Reading, attributes: Attributes) => addDates(open.at(-1), attributes)],
]);

function openEntry({ open }: Reading, entries: Entry[], attributes: Attributes): void {
  const { id = "", label = "", source = "", target = "", weight = "", kind = "" } = attributes;
  const entry: Entry = {
    id,
    label,
    source,
    target,
    weight,
    kind,
    values: {},
    dates: new Set(),
    x: "",
    y: "",
  };
  addDates(entry, attributes);
  entries.push(entry);
  open.push(entry);
}

/** A span of time counts with its beginning, and with its end where it has no beginning. */
function addDates(entry: Entry | undefined, attributes: Attributes): void {
  const { start, startopen, end, endopen, timestamp, timestamps = "", intervals = "" } = attributes;
  const begins = start ?? startopen ?? timestamp ?? end ?? endopen;
  const firsts = intervals.split(";").map((interval) => interval.replace(/[<>[\]()\s]/g, "").split(",")[0]);
  for (const time of [begins, ...timestamps.split(/[\s,;<>[\]]+/), ...firsts]) {
    const date = time && toCalendarDate(time);
    if (date) entry?.dates.add(date);
  }
}

function closeTag(reading: Reading, local: string): void {
  reading.path.pop();
  if (local === "node" || local === "edge") reading.open.pop();
}

function addText(reading: Reading, text: string): void {
  if (reading.path.at(-1) === "title" && reading.path.at(-2) === "meta") reading.title += text.trim();
}

function addInstruction(reading: Reading, target: string, body: string): void {
  if (target === "minutes-graph") reading.own = JSON.parse(body) as Record<string, unknown>;
  if (target !== "minutes-graph-document") return;
  const { id, ...document } = JSON.parse(body) as { id: string };
  Object.defineProperty(reading.documents, id, { value: document, enumerable: true, configurable: true });
}

function finishOwn({ nodes, edges, documents }: Reading, own: Record<string, unknown>): unknown {
  return {
    attributes: { ...own, documents },
    nodes: nodes.map(toOwnNode),
    edges: edges.map((edge) => toOwnEdge(edge, documents)),
  };
}

function toOwnNode({ id, label, values, x, y }: Entry): unknown {
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
  { id, source, target, weight, values }: Entry,
  documents: Record<string, unknown>,
): unknown {
  const evidence = JSON.parse(decodeXmlString(values["evidence"] ?? "[]")) as Record<string, unknown>[];
  const [from, to] = [decodeXmlString(source), decodeXmlString(target)];
  return {
    key: decodeXmlString(id),
    source: from,
    target: to,
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

function finishForeign({ title, nodes, edges, columns }: Reading): ForeignGraph {
  return {
    title,
    nodes: nodes.map((entry): ForeignNode => {
      const { id, label, dates, x, y } = entry;
      const position = x !== "" && y !== "" ? { x: Number(x), y: Number(y) } : {};
      return { id, label, values: toValues(entry, columns.node), dates: [...dates], ...position };
    }),
    edges: edges.map((entry): ForeignEdge => {
      const { source, target, label, kind, weight, dates } = entry;
      const values = { ...(kind && { kind }), ...toValues(entry, columns.edge) };
      const number = Number.parseFloat(weight);
      const weighed = Number.isFinite(number) ? { weight: number } : {};
      return { source, target, label: label || kind, values, dates: [...dates], ...weighed };
    }),
  };
}

/** What a file says of a node or an edge, by the title of the column. */
function toValues({ values }: Entry, columns: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [(columns.get(id) ?? id).toLowerCase(), value]),
  );
}

function toLocalName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Saxes puts the file's name and the place before its message. */
function toReason({ message }: Error): string {
  const reason = message.replace(/^.*?:?\d+:\d+: /, "");
  return `The file is broken: ${reason}`;
}

function locate({ line, column }: Pick<SaxesParser, "line" | "column">): { line: number; column: number } {
  return { line, column: column + 1 };
}
