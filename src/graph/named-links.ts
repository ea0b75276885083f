import type { GraphDocument, NodeMention } from "../model/graph-attributes.ts";
import { eachMention } from "../model/lazy-mentions.ts";
import { foldName } from "../model/node-key.ts";
import type { Citation } from "./citation.ts";
import { citeFact, countOffsets, type FactTable, getFactTable, prepareFactTable } from "./fact-table.ts";
import { countInSteps } from "./in-steps.ts";
import { keepTable } from "./keep-table.ts";
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

/** The nodes of every sentence that names the node, and the meeting whose minutes name it. */
export function findNamedLinks(index: QueryIndex, node: string, period: Period = {}): NamedLink[] {
  const places = listPlaces(index, node, period);
  if (places.size === 0) return [];
  const table = getFactTable(index);
  const links: NamedLink[] = [];
  const known = new Set<number>();
  for (const { fact, edge } of listFactsAround(table, factsBySentence.get(index), places)) {
    const citation = citeFact(index, table, { fact, edge });
    const { source, target, relation } = citation;
    if (source === node || target === node || known.has(edge)) continue;
    if (relation === "attended" || relation === "affiliated_with") continue;
    known.add(edge);
    const ends = relation === "covered" ? [target] : [source, target];
    for (const end of ends) links.push({ from: node, to: end, citation });
  }
  return [...links, ...linkMeetings(index, node, places)];
}

/** Works out now what named links are found with; yields often. Cost: linear in the mentions and the evidence. */
export function* prepareNamedLinks(index: QueryIndex): Generator<void> {
  yield* mentionIndex.prepare(index);
  yield* factsBySentence.prepare(index);
}

/** Where every node, and every wording, is mentioned. */
interface MentionIndex {
  byNode: ReadonlyMap<string, readonly Place[]>;
  byWords: ReadonlyMap<string, readonly Place[]>;
}

const mentionIndex = keepTable(createMentionIndex);

/** So many mentions are gone through without asking whether there is time. */
const STEP = 64;

function* createMentionIndex({ graph }: QueryIndex): Generator<void, MentionIndex> {
  const [byNode, byText] = [new Map<string, Place[]>(), new Map<string, Place[]>()];
  const add = (map: Map<string, Place[]>, key: string, place: Place): void => {
    const known = map.get(key);
    if (known) known.push(place);
    else map.set(key, [place]);
  };
  let count = 0;
  for (const [id, document] of Object.entries(graph.getAttribute("documents"))) {
    for (const { node, start, end } of eachMention(document)) {
      if (++count % STEP === 0) yield;
      const place = { node, start, end, document: id };
      add(byNode, node, place);
      add(byText, document.text.slice(start, end), place);
    }
  }
  const byWords = new Map<string, Place[]>();
  for (const [text, places] of byText) {
    const words = ` ${foldName(text)} `;
    byWords.set(words, [...(byWords.get(words) ?? []), ...places]);
    if (++count % STEP === 0) yield;
  }
  return { byNode, byWords };
}

/** Mentions do not overlap: "Calxeda" is hidden in the mention of the "Calxeda controller". */
function listPlaces(index: QueryIndex, node: string, period: Period): Map<string, Place[]> {
  const { byNode, byWords } = mentionIndex.get(index);
  const { label, aliases } = index.graph.getNodeAttributes(node);
  const names = [label, ...aliases].map((name) => ` ${foldName(name)} `).filter((name) => name.trim());
  const found = new Set(byNode.get(node));
  for (const [words, places] of byWords) {
    if (names.some((name) => words.includes(name))) for (const place of places) found.add(place);
  }
  const byDocument = new Map<string, Place[]>();
  for (const place of found) {
    if (!isInPeriod(index.dates.get(place.document) ?? "", period)) continue;
    const known = byDocument.get(place.document);
    if (known) known.push(place);
    else byDocument.set(place.document, [place]);
  }
  for (const places of byDocument.values()) places.sort((a, b) => a.start - b.start || a.end - b.end);
  return byDocument;
}

/** The facts of sentence `s` are those from `offsets[s]` to `offsets[s + 1]`. */
interface FactsBySentence {
  offsets: Uint32Array;
  facts: Uint32Array;
  edges: Uint32Array;
}

const factsBySentence = keepTable(groupFacts);

function* groupFacts(index: QueryIndex): Generator<void, FactsBySentence> {
  const { sentences, days, facts: ofEdge, edges } = yield* prepareFactTable(index);
  const offsets = yield* countOffsets(sentences, days.length);
  const next = offsets.slice();
  const found = { facts: new Uint32Array(sentences.length), edges: new Uint32Array(sentences.length) };
  yield* countInSteps(edges.length, (edge) => {
    for (let fact = ofEdge[edge] ?? 0; fact < (ofEdge[edge + 1] ?? 0); fact++) {
      const sentence = sentences[fact] ?? 0;
      const place = next[sentence] ?? 0;
      found.facts[place] = fact;
      found.edges[place] = edge;
      next[sentence] = place + 1;
    }
  });
  return { offsets, ...found };
}

/** The facts of the sentences in which one of the places lies, in order of time. */
function listFactsAround(
  table: FactTable,
  { offsets, facts, edges }: FactsBySentence,
  places: ReadonlyMap<string, readonly Place[]>,
): { fact: number; edge: number }[] {
  const found: { fact: number; edge: number }[] = [];
  const wanted = table.documents.map((document) => places.get(document));
  for (let sentence = 0; sentence < table.days.length; sentence++) {
    const inDocument = wanted[table.places[sentence] ?? 0];
    const [start = 0, end = 0] = [table.starts[sentence], table.ends[sentence]];
    if (!inDocument?.some((place) => start <= place.start && place.end <= end)) continue;
    for (let at = offsets[sentence] ?? 0; at < (offsets[sentence + 1] ?? 0); at++)
      found.push({ fact: facts[at] ?? 0, edge: edges[at] ?? 0 });
  }
  return found;
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
