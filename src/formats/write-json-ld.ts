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
  xsd: "http://www.w3.org/2001/XMLSchema#",
  mg: "urn:minutes-graph:term:",
  "oa:start": { "@type": "xsd:nonNegativeInteger" },
  "oa:end": { "@type": "xsd:nonNegativeInteger" },
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
  const latest = findLatestAffiliations(source);
  const counters = new Map<string, (offset: number) => number>();
  const count = (id: string): ((offset: number) => number) => {
    const counter = counters.get(id) ?? createCharacterCounter(documents[id]?.text ?? "");
    counters.set(id, counter);
    return counter;
  };
  yield describeRun(Object.keys(documents));
  for (const [id, document] of Object.entries(documents)) yield describeDocument(id, document);
  for (const node of source.nodes) yield describeNode(node);
  for (const edge of source.edges) {
    const dates = findEvidenceDates(edge.attributes.evidence, documents);
    yield describeStatement(edge, dates, latest.get(edge.source));
    yield* describeLink(edge);
    for (const [index, piece] of edge.attributes.evidence.entries())
      yield describeEvidence(
        edge,
        index,
        piece,
        documents[piece.document]?.text ? count(piece.document) : undefined,
      );
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

/** Each person's latest date of any affiliation: one that was said before alone is over, as far as the minutes say. */
function findLatestAffiliations({ edges, attributes }: GraphSource): Map<string, string> {
  const latest = new Map<string, string>();
  for (const { source, attributes: edge } of edges) {
    if (edge.relation !== "affiliated_with") continue;
    const date = findEvidenceDates(edge.evidence, attributes.documents).at(-1) ?? "";
    if (date > (latest.get(source) ?? "")) latest.set(source, date);
  }
  return latest;
}

/** A statement of RDF, with the dates on which the minutes say it; an affiliation is a role of schema.org, too. */
function describeStatement(
  { key, source, target, attributes }: SourceEdge,
  dates: readonly string[],
  latest: string | undefined,
): Record<string, unknown> {
  const { relation, weight } = attributes;
  const object = { "@id": toIri("node", target) };
  const [first, last] = [dates[0], dates.at(-1)];
  const isRole = relation === "affiliated_with";
  return {
    "@id": toIri("edge", key),
    "@type": isRole ? ["rdf:Statement", "Role"] : "rdf:Statement",
    "rdf:subject": { "@id": toIri("node", source) },
    "rdf:predicate": { "@id": `mg:${relation}` },
    "rdf:object": object,
    ...(isRole && { affiliation: object }),
    "mg:weight": weight,
    ...(first && { "mg:firstSaid": first, "mg:lastSaid": last }),
    ...(isRole && first && { startDate: first }),
    ...(isRole && last && latest && last < latest && { endDate: last }),
    "prov:wasGeneratedBy": { "@id": RUN },
  };
}

/** The property of schema.org that says the same; what is only planned, asked or denied says none. */
function* describeLink({ key, source, target, attributes }: SourceEdge): Generator<Record<string, unknown>> {
  const { relation, evidence } = attributes;
  if (evidence.every(({ modality }) => modality !== undefined)) return;
  const [from, to] = [toIri("node", source), toIri("node", target)];
  if (relation === "affiliated_with") yield { "@id": from, affiliation: { "@id": toIri("edge", key) } };
  if (relation === "attended") yield { "@id": to, attendee: { "@id": from } };
  if (relation === "covered") yield { "@id": from, about: { "@id": to } };
}

function describeEvidence(
  { key }: SourceEdge,
  index: number,
  { document, start, end, quote, rule, modality, status }: Evidence,
  count: ((offset: number) => number) | undefined,
): Record<string, unknown> {
  const position = count && {
    "@type": "oa:TextPositionSelector",
    "oa:start": count(start),
    "oa:end": count(end),
  };
  const words = quote !== "" && { "@type": "oa:TextQuoteSelector", "oa:exact": quote };
  const selectors = [position, words].filter(Boolean);
  return {
    "@id": `${toIri("edge", key)}#${index}`,
    "@type": "oa:Annotation",
    "oa:motivatedBy": { "@id": "oa:identifying" },
    "oa:hasBody": { "@id": toIri("edge", key) },
    "oa:hasTarget": {
      "@type": "oa:SpecificResource",
      "oa:hasSource": { "@id": toIri("document", document) },
      ...(selectors.length > 0 && { "oa:hasSelector": selectors }),
    },
    "mg:rule": rule,
    ...(modality && { "mg:modality": modality }),
    ...(status && { "mg:status": status }),
  };
}

/** Web Annotation counts characters where the graph counts UTF-16 code units. */
function createCharacterCounter(text: string): (offset: number) => number {
  const pairs = Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), ({ index }) => index);
  return (offset) => offset - countBelow(pairs, offset - 1);
}

/** How many of the sorted numbers are below the limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
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
