import type { Evidence, GraphDocument } from "../model/graph-attributes.ts";
import type { NodeKind } from "../model/schema.ts";
import { findEvidenceDates } from "./evidence-summary.ts";
import type { GraphSource, SourceEdge, SourceNode } from "./graph-source.ts";
import { joinChunks } from "./join-chunks.ts";

const CONTEXT = {
  "@vocab": "https://schema.org/",
  oa: "http://www.w3.org/ns/oa#",
  prov: "http://www.w3.org/ns/prov#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  mg: "urn:minutes-graph:term:",
};
const TYPES: Readonly<Record<NodeKind, string>> = {
  person: "Person",
  organisation: "Organization",
  project: "Project",
  topic: "DefinedTerm",
  meeting: "Event",
};
const RUN = "urn:minutes-graph:run";

/**
 * Writes a graph as JSON-LD (https://www.w3.org/TR/json-ld11/): schema.org for people, organisations, events and dated
 * roles, Web Annotation (https://www.w3.org/TR/annotation-model/) for the sentences, PROV-O for where it comes from. The
 * context stands in the file: no reader needs the network.
 */
export function writeJsonLd(source: GraphSource): string {
  return [...generateJsonLd(source)].join("");
}

/** The same file in chunks, so that a large graph needs no second copy in memory. */
export function generateJsonLd(source: GraphSource): Generator<string> {
  return joinChunks(generatePieces(source));
}

function* generatePieces(source: GraphSource): Generator<string> {
  yield `{\n"@context": ${JSON.stringify(CONTEXT)},\n"@graph": [`;
  let separator = "\n";
  for (const thing of listThings(source)) {
    yield separator + JSON.stringify(toWellFormed(thing));
    separator = ",\n";
  }
  yield "\n]\n}\n";
}

function* listThings(source: GraphSource): Generator<Record<string, unknown>> {
  const { documents } = source.attributes;
  yield describeRun(Object.keys(documents));
  for (const [id, document] of Object.entries(documents)) yield describeDocument(id, document);
  for (const node of source.nodes) yield describeNode(node);
  for (const edge of source.edges) {
    yield describeStatement(edge, documents);
    for (const [index, piece] of edge.attributes.evidence.entries())
      yield describeEvidence(edge, index, piece, documents[piece.document]);
  }
}

function describeRun(documents: readonly string[]): Record<string, unknown> {
  return {
    "@id": RUN,
    "@type": "prov:Activity",
    "prov:used": documents.map((id) => ({ "@id": toIri("document", id) })),
    "prov:wasAssociatedWith": { "@id": `${RUN}:agent`, "@type": "prov:SoftwareAgent", name: "Minutes Graph" },
  };
}

function describeDocument(id: string, { path, title, date }: GraphDocument): Record<string, unknown> {
  return {
    "@id": toIri("document", id),
    "@type": ["DigitalDocument", "prov:Entity"],
    name: title || path,
    ...(date && { dateCreated: date }),
  };
}

function describeNode({ key, attributes }: SourceNode): Record<string, unknown> {
  const { kind, label, aliases, date, document } = attributes;
  return {
    "@id": toIri("node", key),
    "@type": TYPES[kind],
    name: label,
    ...(aliases.length > 0 && { alternateName: aliases }),
    ...(kind === "meeting" && date && { startDate: date }),
    ...(kind === "meeting" && document && { subjectOf: { "@id": toIri("document", document) } }),
  };
}

/** A statement of RDF with the dates between which the minutes say it; an affiliation is a role of schema.org, too. */
function describeStatement(
  { key, source, target, attributes }: SourceEdge,
  documents: Readonly<Record<string, GraphDocument>>,
): Record<string, unknown> {
  const { relation, weight, evidence } = attributes;
  const dates = findEvidenceDates(evidence, documents);
  const object = { "@id": toIri("node", target) };
  return {
    "@id": toIri("edge", key),
    "@type": relation === "affiliated_with" ? ["rdf:Statement", "Role"] : "rdf:Statement",
    "rdf:subject": { "@id": toIri("node", source) },
    "rdf:predicate": { "@id": `mg:${relation}` },
    "rdf:object": object,
    ...(relation === "affiliated_with" && { affiliation: object }),
    "mg:weight": weight,
    ...(dates[0] && { startDate: dates[0], endDate: dates.at(-1) }),
    "prov:wasGeneratedBy": { "@id": RUN },
  };
}

function describeEvidence(
  { key }: SourceEdge,
  index: number,
  { document, start, end, quote, rule, modality, status }: Evidence,
  source: GraphDocument | undefined,
): Record<string, unknown> {
  const position = source?.text
    ? [
        {
          "@type": "oa:TextPositionSelector",
          "oa:start": countCharacters(source.text, start),
          "oa:end": countCharacters(source.text, end),
        },
      ]
    : [];
  return {
    "@id": `${toIri("edge", key)}#${index}`,
    "@type": "oa:Annotation",
    "oa:motivatedBy": { "@id": "oa:identifying" },
    "oa:hasBody": { "@id": toIri("edge", key) },
    "oa:hasTarget": {
      "@type": "oa:SpecificResource",
      "oa:hasSource": { "@id": toIri("document", document) },
      "oa:hasSelector": [...position, { "@type": "oa:TextQuoteSelector", "oa:exact": quote }],
    },
    "mg:rule": rule,
    ...(modality && { "mg:modality": modality }),
    ...(status && { "mg:status": status }),
  };
}

/** Web Annotation counts characters where the graph counts UTF-16 code units. */
function countCharacters(text: string, offset: number): number {
  const before = text.slice(0, offset);
  return before.length - (before.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

function toIri(kind: "node" | "edge" | "document", key: string): string {
  return `urn:minutes-graph:${kind}:${encodeURIComponent(key.replace(/\p{Cs}/gu, toEscape))}`;
}

/** Two keys that differ in a lone surrogate alone still differ. */
function toEscape(surrogate: string): string {
  return `\ufffd${surrogate.charCodeAt(0).toString(16)}`;
}

/** RDF's strings are of Unicode characters: a lone surrogate is none. */
function toWellFormed(thing: Record<string, unknown>): unknown {
  return JSON.parse(JSON.stringify(thing).replace(/\\ud[89a-f][0-9a-f]{2}/g, "\\ufffd"));
}
