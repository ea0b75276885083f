import type { Evidence, GraphDocument } from "../model/graph-attributes.ts";
import { RELATION_DEFINITIONS } from "../model/schema.ts";
import { computeNodeSize, computeThickness, KIND_APPEARANCE } from "./appearance.ts";
import { escapeXml, generateInstruction } from "./escape-xml.ts";
import {
  computeEvidenceSummary,
  type EvidenceSummary,
  findEvidenceDates,
  listSentences,
} from "./evidence-summary.ts";
import type { GraphSource, SourceEdge, SourceNode } from "./graph-source.ts";
import { joinChunks } from "./join-chunks.ts";

type Columns = Readonly<Record<string, "string" | "int" | "double">>;

const NODE_COLUMNS: Columns = {
  label: "string",
  kind: "string",
  aliases: "string",
  x: "double",
  y: "double",
  degree: "int",
  community: "int",
  first: "string",
  last: "string",
  evidence_count: "int",
  date: "string",
  document: "string",
  series: "string",
};
const EDGE_COLUMNS: Columns = {
  label: "string",
  relation: "string",
  weight: "double",
  first: "string",
  last: "string",
  sentences: "string",
  evidence: "string",
};
const YED_SHAPES = {
  disc: "ellipse",
  square: "rectangle",
  triangle: "triangle",
  diamond: "diamond",
} as const;
const HEAD = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">\n`;

/**
 * Writes a graph as GraphML (http://graphml.graphdrawing.org), the form that yEd, NetworkX and igraph read; for yEd
 * with shapes, colours and places. The documents travel in processing instructions, so that nothing is lost.
 */
export function writeGraphml(source: GraphSource): string {
  return [...generateGraphml(source)].join("");
}

/** The same file in chunks, so that a large graph needs no second copy in memory. */
export function generateGraphml(source: GraphSource): Generator<string> {
  return joinChunks(generatePieces(source));
}

function* generatePieces(source: GraphSource): Generator<string> {
  const { documents, ...rest } = source.attributes;
  const summary = computeEvidenceSummary(source);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield* generateInstruction("minutes-graph", rest);
  for (const [id, document] of Object.entries(documents))
    yield* generateInstruction("minutes-graph-document", { id, ...document });
  yield HEAD + writeKeys("node", NODE_COLUMNS) + writeKeys("edge", EDGE_COLUMNS);
  yield '  <graph id="minutes" edgedefault="directed">\n';
  for (const node of source.nodes) yield writeNode(node, summary);
  for (const edge of source.edges) yield writeEdge(edge, documents);
  yield "  </graph>\n</graphml>\n";
}

function writeKeys(owner: "node" | "edge", columns: Columns): string {
  const rows = Object.entries(columns).map(
    ([name, type]) =>
      `  <key id="${owner}-${name}" for="${owner}" attr.name="${name}" attr.type="${type}"/>\n`,
  );
  return `${rows.join("")}  <key id="${owner}-look" for="${owner}" yfiles.type="${owner}graphics"/>\n`;
}

function writeNode({ key, attributes }: SourceNode, summary: EvidenceSummary): string {
  const { kind, label, aliases, x, y, degree, community, date, document, series } = attributes;
  const dates = summary.findDates(key);
  const values = writeValues("node", {
    label,
    kind,
    aliases: JSON.stringify(aliases),
    x: toFinite(x),
    y: toFinite(y),
    degree,
    community,
    first: dates[0],
    last: dates.at(-1),
    evidence_count: summary.countEvidence(key),
    date,
    document,
    series,
  });
  // The look comes first: NetworkX takes its corner for x and y, unless they follow.
  return `    <node id="${escapeXml(key)}">${writeNodeLook(attributes)}${values}</node>\n`;
}

function writeNodeLook({ kind, label, x, y, degree }: SourceNode["attributes"]): string {
  const { color, shape } = KIND_APPEARANCE[kind];
  const size = computeNodeSize(degree) * 3;
  const [left, top] = [toFinite(x) - size / 2, -toFinite(y) - size / 2];
  const fill = `#${color.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  // NetworkX before 3 takes an empty label for none.
  const caption = label && `<y:NodeLabel>${escapeXml(label)}</y:NodeLabel>`;
  return (
    `<data key="node-look"><y:ShapeNode><y:Geometry x="${left}" y="${top}" width="${size}" height="${size}"/>` +
    `<y:Fill color="${fill}"/>${caption}<y:Shape type="${YED_SHAPES[shape]}"/></y:ShapeNode></data>`
  );
}

function writeEdge(
  { key, source, target, attributes }: SourceEdge,
  documents: Readonly<Record<string, GraphDocument>>,
): string {
  const { relation, weight, evidence } = attributes;
  const dates = findEvidenceDates(evidence, documents);
  const values = writeValues("edge", {
    label: RELATION_DEFINITIONS[relation].label,
    relation,
    weight: toFinite(weight),
    first: dates[0],
    last: dates.at(-1),
    sentences: listSentences(evidence).join("\n"),
    evidence: JSON.stringify(evidence satisfies Evidence[]),
  });
  const look =
    `<data key="edge-look"><y:PolyLineEdge><y:LineStyle type="line" width="${computeThickness(weight)}"/>` +
    `<y:Arrows source="none" target="standard"/></y:PolyLineEdge></data>`;
  const ends = `source="${escapeXml(source)}" target="${escapeXml(target)}"`;
  return `    <edge id="${escapeXml(key)}" ${ends}>${values}${look}</edge>\n`;
}

function writeValues(
  owner: "node" | "edge",
  values: Readonly<Record<string, string | number | undefined>>,
): string {
  let written = "";
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) written += `<data key="${owner}-${name}">${escapeXml(String(value))}</data>`;
  return written;
}

function toFinite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
