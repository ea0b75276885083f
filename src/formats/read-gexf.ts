import { adoptGraph } from "./adopt-graph.ts";
import { checkGraph, type ReadResult } from "./check-graph.ts";
import { toCalendarDate } from "./foreign-graph.ts";
import {
  addDate,
  addInstruction,
  assembleOwnGraph,
  type Columns,
  createColumns,
  createEntry,
  type GraphEntry,
  nameColumns,
  type OwnParts,
  toForeignEdge,
  toForeignNode,
} from "./graph-entry.ts";
import { parseXml, type XmlAttributes } from "./parse-xml.ts";

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
  const problem = await parseXml(chunks, path, {
    root: "gexf",
    open: (name, attributes, line) => OPENERS.get(name)?.(reading, attributes, line),
    close: (name) => {
      if (name === "node" || name === "edge") reading.open.pop();
    },
    text: (text, parents) => addText(reading, text, parents),
    instruction: (target, body) => addInstruction(reading.own, target, body),
  });
  if (problem) return { diagnostics: [problem] };
  const { nodes, edges, columns, title, own } = reading;
  if (own.attributes) return checkGraph(assembleOwnGraph(nodes, edges, own), path);
  for (const node of nodes) nameColumns(node, columns.node);
  for (const edge of edges) nameColumns(edge, columns.edge);
  return adoptGraph({ title, nodes: nodes.map(toForeignNode), edges: edges.map(toForeignEdge) }, path);
}

interface Reading {
  /** Whose columns are being told. */
  owner: "node" | "edge";
  columns: Record<"node" | "edge", Columns>;
  /** The title of the column that is being told. */
  column: string;
  nodes: GraphEntry[];
  edges: GraphEntry[];
  /** The open nodes and edges; nodes can stand in nodes. */
  open: GraphEntry[];
  title: string;
  own: OwnParts;
}

function createReading(): Reading {
  return {
    owner: "node",
    columns: createColumns(),
    column: "",
    nodes: [],
    edges: [],
    open: [],
    title: "",
    own: { documents: {} },
  };
}

function addText(reading: Reading, text: string, parents: readonly string[]): void {
  const [inside, around] = [parents.at(-1), parents.at(-2)];
  if (inside === "title" && around === "meta") reading.title += text.trim();
  if (inside !== "default" || around !== "attribute") return;
  const { defaults } = reading.columns[reading.owner];
  defaults.set(reading.column, (defaults.get(reading.column) ?? "") + text);
}

type Opener = (reading: Reading, attributes: XmlAttributes, line: number) => void;

const OPENERS: ReadonlyMap<string, Opener> = new Map<string, Opener>([
  [
    "attributes",
    (reading, attributes) => {
      reading.owner = attributes["class"] === "edge" ? "edge" : "node";
    },
  ],
  [
    "attribute",
    (reading, { id = "", title = id }) => {
      reading.column = title.toLowerCase();
      reading.columns[reading.owner].titles.set(id, reading.column);
    },
  ],
  [
    "node",
    (reading, attributes, line) =>
      openEntry(reading, reading.nodes, createEntry(attributes, line), attributes),
  ],
  [
    "edge",
    (reading, attributes, line) =>
      openEntry(reading, reading.edges, createEntry(attributes, line), attributes),
  ],
  [
    "attvalue",
    ({ open }, attributes) => {
      const entry = open.at(-1);
      // GEXF 1.1 says id for what is called "for" since.
      if (entry) entry.values[attributes["for"] ?? attributes["id"] ?? ""] = attributes["value"] ?? "";
    },
  ],
  ["position", ({ open }, { x = "", y = "" }) => Object.assign(open.at(-1) ?? {}, { x, y })],
  ["spell", ({ open }, attributes) => addDates(open.at(-1), attributes)],
]);

function openEntry(
  { open }: Reading,
  entries: GraphEntry[],
  entry: GraphEntry,
  attributes: XmlAttributes,
): void {
  addDates(entry, attributes);
  entries.push(entry);
  open.push(entry);
}

const TIMES = ["start", "startopen", "end", "endopen", "timestamp", "timestamps", "intervals"];

const hasTime = (attributes: XmlAttributes): boolean => TIMES.some((name) => name in attributes);

/** A span of time counts with its beginning, and with its end where it has no beginning. */
function addDates(entry: GraphEntry | undefined, attributes: XmlAttributes): void {
  const { start, startopen, end, endopen, timestamp, timestamps = "", intervals = "" } = attributes;
  if (!hasTime(attributes)) return;
  const begins = start ?? startopen ?? timestamp ?? end ?? endopen;
  const firsts = intervals.split(";").map((interval) => interval.replace(/[<>[\]()\s]/g, "").split(",")[0]);
  for (const time of [begins, ...timestamps.split(/[\s,;<>[\]]+/), ...firsts]) {
    const date = time && toCalendarDate(time);
    if (date && entry) addDate(entry, date);
  }
}
