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
    columns: createColumns(),
    key: undefined,
    nodes: [],
    edges: [],
    open: [],
    column: "",
    isLabelled: false,
    own: { documents: {} },
  };
  const problem = await parseXml(chunks, path, {
    root: "graphml",
    open: (name, attributes, line) => openTag(reading, name, attributes, line),
    close: (name) => {
      if (name === "node" || name === "edge") reading.open.pop();
      if (name === "data") reading.column = "";
      if (name === "key") reading.key = undefined;
    },
    text: (text, parents) => addText(reading, text, parents),
    instruction: (target, body) => addInstruction(reading.own, target, body),
  });
  if (problem) return { diagnostics: [problem] };
  const { nodes, edges, columns, own } = reading;
  for (const node of nodes) takeColumns(node, columns.node);
  for (const edge of edges) takeColumns(edge, columns.edge);
  if (own.attributes) return checkGraph(assembleOwnGraph(nodes, edges, own), path);
  return adoptGraph({ title: "", nodes: nodes.map(toForeignNode), edges: edges.map(toForeignEdge) }, path);
}

interface Reading {
  columns: Record<"node" | "edge", Columns>;
  /** The column that is being told: its name, and whose it is. */
  key: { name: string; owners: readonly Columns[] } | undefined;
  nodes: GraphEntry[];
  edges: GraphEntry[];
  /** The open nodes and edges; a node can hold a graph. */
  open: GraphEntry[];
  /** The id of the column that the text is for. */
  column: string;
  /** Whether the open entry has a label before the one that is being told. */
  isLabelled: boolean;
  own: OwnParts;
}

function openTag(reading: Reading, name: string, attributes: XmlAttributes, line: number): void {
  if (name === "key") openKey(reading, attributes);
  if (name === "data") openData(reading, attributes["key"] ?? "");
  if (name === "node" || name === "edge") {
    const entry = createEntry(attributes, line);
    reading[name === "node" ? "nodes" : "edges"].push(entry);
    reading.open.push(entry);
  }
  const entry = reading.open.at(-1);
  // A group of yEd's has a place and a label for when it is open, and others for when it is closed.
  if (name === "Geometry" && entry?.x === "") Object.assign(entry, toCentre(attributes));
  if (name.endsWith("Label")) reading.isLabelled = entry?.label !== "";
}

function openKey(reading: Reading, attributes: XmlAttributes): void {
  const { id = "", for: owner = "all" } = attributes;
  const name = (attributes["attr.name"] ?? id).toLowerCase();
  const { node, edge } = reading.columns;
  const owners = owner === "node" ? [node] : owner === "edge" ? [edge] : owner === "all" ? [node, edge] : [];
  for (const { titles } of owners) titles.set(id, name);
  reading.key = { name, owners };
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

function addText(reading: Reading, text: string, parents: readonly string[]): void {
  const { open, column, key } = reading;
  const entry = open.at(-1);
  const inside = parents.at(-1);
  if (inside === "default" && key)
    for (const { defaults } of key.owners) defaults.set(key.name, (defaults.get(key.name) ?? "") + text);
  if (!entry || !column) return;
  const isLabel = inside === "NodeLabel" || inside === "EdgeLabel";
  if (isLabel && !reading.isLabelled) entry.label = `${entry.label}${text}`.replace(/\s+/g, " ").trimStart();
  if (inside === "data") entry.values[column] = (entry.values[column] ?? "") + text;
}

/** What GEXF says in attributes, GraphML says in columns. */
function takeColumns(entry: GraphEntry, columns: Columns): void {
  nameColumns(entry, columns);
  const { label, name, weight, x, y, start, date } = entry.values;
  entry.label = label ?? name ?? entry.label.trimEnd();
  entry.weight = weight ?? entry.weight;
  if (x !== undefined && y !== undefined) Object.assign(entry, { x, y });
  const day = toCalendarDate(start ?? date ?? "");
  if (day) addDate(entry, day);
}
