import { adoptGraph } from "./adopt-graph.ts";
import { checkGraph, type ReadResult } from "./check-graph.ts";
import { toCalendarDate } from "./foreign-graph.ts";
import {
  addDate,
  addInstruction,
  assembleOwnGraph,
  createEntry,
  type GraphEntry,
  type OwnParts,
  toForeignEdge,
  toForeignNode,
} from "./graph-entry.ts";
import { parseXml, type XmlAttributes } from "./parse-xml.ts";

/**
 * Reads GraphML (http://graphml.graphdrawing.org) as a stream, with the labels of yEd. What {@link writeGraphml} wrote
 * comes back without loss; any other graph is fitted in by {@link adoptGraph}.
 * @param chunks the file's text in pieces of any length
 * @param path the file's name, for messages and for the documents that stand for it
 * @returns the graph, or a diagnostic that says what is wrong with the file and where; never a part of the graph
 */
export async function readGraphml(
  chunks: Iterable<string> | AsyncIterable<string>,
  path: string,
): Promise<ReadResult> {
  const reading: Reading = {
    keys: new Map(),
    nodes: [],
    edges: [],
    open: [],
    column: "",
    own: { documents: {} },
  };
  const problem = await parseXml(chunks, path, {
    root: "graphml",
    open: (name, attributes) => openTag(reading, name, attributes),
    close: (name) => {
      if (name === "node" || name === "edge") reading.open.pop();
      if (name === "data") reading.column = "";
    },
    text: (text, parents) => addText(reading, text, parents),
    instruction: (target, body) => addInstruction(reading.own, target, body),
  });
  if (problem) return { diagnostics: [problem] };
  const { nodes, edges, own } = reading;
  for (const entry of [...nodes, ...edges]) takeColumns(entry);
  if (own.attributes) return checkGraph(assembleOwnGraph(nodes, edges, own), path);
  return adoptGraph({ title: "", nodes: nodes.map(toForeignNode), edges: edges.map(toForeignEdge) }, path);
}

interface Reading {
  /** Names and defaults of columns, by id. */
  keys: Map<string, string>;
  nodes: GraphEntry[];
  edges: GraphEntry[];
  /** The open nodes and edges; a node can hold a graph. */
  open: GraphEntry[];
  /** The column that the text is for. */
  column: string;
  own: OwnParts;
}

function openTag(reading: Reading, name: string, attributes: XmlAttributes): void {
  const { id = "", key = "" } = attributes;
  if (name === "key") reading.keys.set(id, (attributes["attr.name"] ?? id).toLowerCase());
  if (name === "data") openData(reading, reading.keys.get(key) ?? key);
  if (name === "node" || name === "edge") {
    const entry = createEntry(attributes);
    reading[name === "node" ? "nodes" : "edges"].push(entry);
    reading.open.push(entry);
  }
  const entry = reading.open.at(-1);
  if (name === "Geometry" && entry) Object.assign(entry, toCentre(attributes));
}

function openData(reading: Reading, column: string): void {
  const entry = reading.open.at(-1);
  if (entry) entry.values[column] = "";
  reading.column = column;
}

/** YEd gives a node's upper left corner, from the top. */
function toCentre({ x = "", y = "", width = "0", height = "0" }: XmlAttributes): { x: string; y: string } {
  const [left, top] = [Number(x) + Number(width) / 2, Number(y) + Number(height) / 2];
  return x && y && Number.isFinite(left) && Number.isFinite(top)
    ? { x: `${left}`, y: `${-top}` }
    : { x: "", y: "" };
}

function addText({ open, column }: Reading, text: string, parents: readonly string[]): void {
  const entry = open.at(-1);
  const inside = parents.at(-1);
  if (!entry || !column) return;
  if (inside === "NodeLabel" || inside === "EdgeLabel") entry.label += text.trim();
  if (inside === "data") entry.values[column] = (entry.values[column] ?? "") + text;
}

/** What GEXF says in attributes, GraphML says in columns. */
function takeColumns(entry: GraphEntry): void {
  const { label, name, weight, x, y, start, date } = entry.values;
  entry.label = label ?? name ?? entry.label;
  entry.weight = weight ?? entry.weight;
  if (x !== undefined && y !== undefined) Object.assign(entry, { x, y });
  const day = toCalendarDate(start ?? date ?? "");
  if (day) addDate(entry, day);
}
