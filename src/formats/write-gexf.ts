import type { Evidence, GraphDocument, NodeAttributes } from "../model/graph-attributes.ts";
import { RELATION_DEFINITIONS } from "../model/schema.ts";
import { computeNodeSize, computeThickness, KIND_APPEARANCE, RELATION_SHAPE } from "./appearance.ts";
import { escapeXml, generateInstruction } from "./escape-xml.ts";
import {
  computeEvidenceSummary,
  type EvidenceSummary,
  findEvidenceDates,
  listSentences,
} from "./evidence-summary.ts";
import type { GraphSource, SourceEdge, SourceNode } from "./graph-source.ts";
import { joinChunks } from "./join-chunks.ts";

export interface GexfOptions {
  /** 1.3 unless told; 1.2draft for older readers (NetworkX before 3.0), which know no `kind` of an edge. */
  version?: "1.3" | "1.2draft";
  /** ISO 8601 calendar date for `lastmodifieddate`; the last meeting's unless told. */
  modified?: string;
  description?: string;
}

type Version = NonNullable<GexfOptions["version"]>;
type Documents = Readonly<Record<string, GraphDocument>>;
type Columns = Readonly<Record<string, readonly [title: string, type: "string" | "liststring" | "integer"]>>;

const ROOTS: Readonly<Record<Version, string>> = {
  "1.3": 'xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"',
  "1.2draft":
    'xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2"',
};

const NODE_COLUMNS: Columns = {
  kind: ["kind", "string"],
  aliases: ["aliases", "liststring"],
  first: ["first meeting", "string"],
  last: ["last meeting", "string"],
  evidence_count: ["evidence count", "integer"],
  degree: ["edges", "integer"],
  community: ["community", "integer"],
  date: ["date", "string"],
  document: ["document", "string"],
  series: ["series", "string"],
};

const EDGE_COLUMNS: Columns = {
  relation: ["relation", "string"],
  first: ["first meeting", "string"],
  last: ["last meeting", "string"],
  evidence_count: ["evidence count", "integer"],
  sentences: ["sentences", "string"],
  evidence: ["evidence", "string"],
};

/**
 * Writes a graph as GEXF (https://gexf.net), the form that Gephi reads: typed attributes, colours, shapes, positions,
 * parallel edges by relation, and spells from the meetings' dates, which its timeline plays. The documents travel in
 * processing instructions, which other programs pass over, so that nothing is lost on the way back.
 */
export function writeGexf(source: GraphSource, options: GexfOptions = {}): string {
  return [...generateGexf(source, options)].join("");
}

/** The same file in chunks, so that a large graph needs no second copy in memory. */
export function generateGexf(source: GraphSource, options: GexfOptions = {}): Generator<string> {
  return joinChunks(generatePieces(source, options));
}

function* generatePieces(source: GraphSource, options: GexfOptions): Generator<string> {
  const version = options.version ?? "1.3";
  const { documents, ...rest } = source.attributes;
  const summary = computeEvidenceSummary(source);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield* generateInstruction("minutes-graph", rest);
  for (const [id, document] of Object.entries(documents))
    yield* generateInstruction("minutes-graph-document", { id, ...document });
  yield `<gexf ${ROOTS[version]}>\n${writeMeta(options, summary.dates)}`;
  yield `  <graph ${writeGraphAttributes(version, summary.dates)}>\n`;
  yield writeColumns("node", NODE_COLUMNS) + writeColumns("edge", EDGE_COLUMNS);
  yield "    <nodes>\n";
  for (const node of source.nodes) yield writeNode(node, summary);
  yield "    </nodes>\n    <edges>\n";
  for (const edge of source.edges) yield writeEdge(edge, version, documents);
  yield "    </edges>\n  </graph>\n</gexf>\n";
}

function writeMeta(options: GexfOptions, dates: readonly string[]): string {
  const { modified = dates.at(-1), description = "Who works on what, as the minutes of meetings say" } =
    options;
  return (
    `  <meta${modified ? ` lastmodifieddate="${escapeXml(modified)}"` : ""}>\n` +
    "    <creator>Minutes Graph</creator>\n" +
    `    <description>${escapeXml(description)}</description>\n` +
    "    <keywords>minutes, meetings, people, topics</keywords>\n  </meta>\n"
  );
}

function writeGraphAttributes(version: Version, dates: readonly string[]): string {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return 'defaultedgetype="directed" mode="static"';
  const representation = version === "1.3" ? ' timerepresentation="interval"' : "";
  const period = `start="${escapeXml(first)}" end="${escapeXml(last)}"`;
  return `defaultedgetype="directed" mode="dynamic" timeformat="date"${representation} ${period}`;
}

function writeColumns(owner: "node" | "edge", columns: Columns): string {
  const rows = Object.entries(columns).map(
    ([id, [title, type]]) => `      <attribute id="${id}" title="${title}" type="${type}"/>\n`,
  );
  return `    <attributes class="${owner}" mode="static">\n${rows.join("")}    </attributes>\n`;
}

function writeNode({ key, attributes }: SourceNode, summary: EvidenceSummary): string {
  const { kind, label, aliases, degree, community, date, document, series } = attributes;
  const dates = summary.findDates(key);
  const values = writeValues({
    kind,
    aliases: aliases.length > 0 ? writeList(aliases) : undefined,
    first: dates[0],
    last: dates.at(-1),
    evidence_count: summary.countEvidence(key),
    degree,
    community,
    date,
    document,
    series,
  });
  return (
    `      <node id="${escapeXml(key)}" label="${escapeXml(label)}">` +
    `${values}${writeNodeLook(attributes)}${writeSpells(dates)}</node>\n`
  );
}

function writeNodeLook({ kind, degree, x, y }: NodeAttributes): string {
  const { color, shape } = KIND_APPEARANCE[kind];
  const [red, green, blue] = color;
  return (
    `<viz:color r="${red}" g="${green}" b="${blue}"/>` +
    `<viz:position x="${toFinite(x)}" y="${toFinite(y)}" z="0"/>` +
    `<viz:size value="${computeNodeSize(degree)}"/><viz:shape value="${shape}"/>`
  );
}

function writeEdge(
  { key, source, target, attributes }: SourceEdge,
  version: Version,
  documents: Documents,
): string {
  const { relation, weight, evidence } = attributes;
  const dates = findEvidenceDates(evidence, documents);
  const kind = version === "1.3" ? ` kind="${relation}"` : "";
  const values = writeValues({
    relation,
    first: dates[0],
    last: dates.at(-1),
    evidence_count: evidence.length,
    sentences: listSentences(evidence).join("\n"),
    evidence: JSON.stringify(evidence.map((piece) => omitKnownQuote(piece, documents))),
  });
  return (
    `      <edge id="${escapeXml(key)}" source="${escapeXml(source)}" target="${escapeXml(target)}"${kind} ` +
    `label="${RELATION_DEFINITIONS[relation].label}" weight="${toFinite(weight)}">${values}` +
    `<viz:thickness value="${computeThickness(weight)}"/><viz:shape value="${RELATION_SHAPE[relation]}"/>` +
    `${writeSpells(dates)}</edge>\n`
  );
}

/** A quote that the document's text in the same file gives is not written a second time. */
function omitKnownQuote(piece: Evidence, documents: Documents): Partial<Evidence> {
  const { quote, ...place } = piece;
  return documents[piece.document]?.text.slice(piece.start, piece.end) === quote ? place : piece;
}

function writeValues(values: Readonly<Record<string, string | number | undefined>>): string {
  let written = "";
  for (const [id, value] of Object.entries(values))
    if (value !== undefined) written += `<attvalue for="${id}" value="${escapeXml(String(value))}"/>`;
  return `<attvalues>${written}</attvalues>`;
}

/** Quoted items with backslash escapes, as GEXF 1.3 has lists. */
function writeList(items: readonly string[]): string {
  return `[${items.map((item) => JSON.stringify(item)).join(", ")}]`;
}

function writeSpells(dates: readonly string[]): string {
  if (dates.length === 0) return "";
  const spells = dates.map((date) => `<spell start="${escapeXml(date)}" end="${escapeXml(date)}"/>`);
  return `<spells>${spells.join("")}</spells>`;
}

function toFinite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
