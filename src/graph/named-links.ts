import type { GraphDocument, NodeMention } from "../model/graph-attributes.ts";
import { foldName } from "../model/node-key.ts";
import { type Citation, listCitations } from "./citation.ts";
import { isInPeriod, type Period } from "./period.ts";
import type { QueryIndex } from "./query-index.ts";

/** Two nodes that one sentence names, without saying how they have to do with one another. */
export interface NamedLink {
  from: string;
  to: string;
  citation: Citation;
}

interface Place extends NodeMention {
  document: string;
}

/**
 * The nodes of every sentence that names the node, and the meeting whose minutes name it.
 * Cost: linear in the evidence of the graph.
 */
export function findNamedLinks(index: QueryIndex, node: string, period: Period = {}): NamedLink[] {
  const places = listPlaces(index, node, period);
  if (places.size === 0) return [];
  const links: NamedLink[] = [];
  for (const edge of index.graph.edges().sort()) {
    if (index.graph.extremities(edge).includes(node)) continue;
    const citation = listCitations(index, edge, period).find((piece) => covers(piece, places));
    if (!citation || citation.relation === "attended" || citation.relation === "affiliated_with") continue;
    const ends = citation.relation === "covered" ? [citation.target] : [citation.source, citation.target];
    for (const end of ends) links.push({ from: node, to: end, citation });
  }
  return [...links, ...linkMeetings(index, node, places)];
}

function listPlaces(index: QueryIndex, node: string, period: Period): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  const { label, aliases } = index.graph.getNodeAttributes(node);
  const names = [label, ...aliases].map(foldName).filter(Boolean);
  for (const [document, { text, mentions }] of Object.entries(index.graph.getAttribute("documents"))) {
    if (!isInPeriod(index.dates.get(document) ?? "", period)) continue;
    const found = mentions
      .filter(({ node: named, start, end }) => named === node || hasName(text.slice(start, end), names))
      .map((mention) => ({ ...mention, document }));
    if (found.length > 0) places.set(document, found);
  }
  return places;
}

/** Mentions do not overlap: "Calxeda" is hidden in the mention of the "Calxeda controller". */
function hasName(mention: string, names: readonly string[]): boolean {
  const words = ` ${foldName(mention)} `;
  return names.some((name) => words.includes(` ${name} `));
}

function covers({ evidence }: Citation, places: ReadonlyMap<string, readonly Place[]>): boolean {
  return (places.get(evidence.document) ?? []).some(
    ({ start, end }) => evidence.start <= start && end <= evidence.end,
  );
}

function linkMeetings(
  index: QueryIndex,
  node: string,
  places: ReadonlyMap<string, readonly Place[]>,
): NamedLink[] {
  return index.meetings.flatMap(({ node: meeting, document, date }) => {
    const [place] = places.get(document) ?? [];
    const source = index.graph.getAttribute("documents")[document];
    if (!place || !source) return [];
    const evidence = { document, ...quoteAround(source, place), rule: "named" };
    return [
      {
        from: node,
        to: meeting,
        citation: { source: meeting, relation: "covered", target: node, date, evidence },
      },
    ];
  });
}

const SENTENCE_END = /[.!?*\n]\s/g;
const MAX_QUOTE = 400;

/** The sentence around a mention, as far as full stops, bullets and line breaks tell. */
function quoteAround({ text }: GraphDocument, { start, end }: Place) {
  const from = Math.max(0, start - MAX_QUOTE);
  const before = [...text.slice(from, start).matchAll(SENTENCE_END)].at(-1);
  const after = text.slice(end, end + MAX_QUOTE).search(SENTENCE_END);
  const first = before ? from + before.index + 2 : from;
  const last = after < 0 ? Math.min(text.length, end + MAX_QUOTE) : end + after + 1;
  return { start: first, end: last, quote: text.slice(first, last) };
}
