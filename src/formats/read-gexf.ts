import { adoptGraph } from "./adopt-graph.ts";
import { checkGraph, type ReadResult } from "./check-graph.ts";
import { toCalendarDate } from "./foreign-graph.ts";
import {
  addDate,
  addInstruction,
  assembleOwnGraph,
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
    open: (name, attributes) => OPENERS.get(name)?.(reading, attributes),
    close: (name) => {
      if (name === "node" || name === "edge") reading.open.pop();
    },
    text: (text, parents) => {
      if (parents.at(-1) === "title" && parents.at(-2) === "meta") reading.title += text.trim();
    },
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
  /** Titles by id. */
  columns: Record<"node" | "edge", Map<string, string>>;
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
    columns: { node: new Map(), edge: new Map() },
    nodes: [],
    edges: [],
    open: [],
    title: "",
    own: { documents: {} },
  };
}

type Opener = (reading: Reading, attributes: XmlAttributes) => void;

const OPENERS: ReadonlyMap<string, Opener> = new Map<string, Opener>([
  [
    "attributes",
    (reading, attributes) => {
      reading.owner = attributes["class"] === "edge" ? "edge" : "node";
    },
  ],
  ["attribute", ({ columns, owner }, { id = "", title = id }) => columns[owner].set(id, title)],
  ["node", (reading, attributes) => openEntry(reading, reading.nodes, attributes)],
  ["edge", (reading, attributes) => openEntry(reading, reading.edges, attributes)],
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

function openEntry({ open }: Reading, entries: GraphEntry[], attributes: XmlAttributes): void {
  const entry = createEntry(attributes);
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
