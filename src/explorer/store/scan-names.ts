import { distance } from "fastest-levenshtein";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { foldName } from "../../model/node-key.ts";

/** So many of the nodes found are told apart by how well they fit. */
const MOST_FOUND = 500;
const PLAIN = /^[a-z0-9 ]*$/;

/** Finds nodes by name, no more than asked for; yields often. */
export type NameScan = (query: string, limit: number) => Generator<void, string[]>;

/**
 * Finds names by going through all of them: a graph of 100,000 nodes is searched in some milliseconds, where an index
 * of its names would take seconds to make. Yields often while it gets them ready.
 * @returns keys, the best first: the whole name, then its beginning, then the beginnings of words in it; where there
 *   is none of these, what has a word one slip away; more edges first
 */
export function* createNameScan(graph: MinutesGraph): Generator<void, NameScan> {
  const names = yield* foldNames(graph);
  return function* scan(query, limit) {
    const words = splitWords(query);
    if (words.length === 0) return [];
    const starts = words.map((word) => ` ${word}`);
    let found = yield* findPlaces(names.folded, (name) => starts.every((start) => name.includes(start)));
    if (found.length === 0) found = yield* findPlaces(names.folded, (name) => isSlip(name, words));
    return rank(graph, found, names, words.join(" ")).slice(0, limit);
  };
}

/** So many names are gone through without asking whether there is time. */
const STEP = 64;

interface Names {
  nodes: string[];
  /** With a space before each word and behind the last. */
  folded: string[];
}

/** Every name and alias. */
function* foldNames(graph: MinutesGraph): Generator<void, Names> {
  const names: Names = { nodes: [], folded: [] };
  let count = 0;
  for (const { node, attributes } of graph.nodeEntries()) {
    for (const name of [attributes.label, ...attributes.aliases]) {
      names.nodes.push(node);
      names.folded.push(` ${splitWords(name).join(" ")} `);
    }
    if (++count % STEP === 0) yield;
  }
  return names;
}

function splitWords(text: string): string[] {
  const lower = text.toLowerCase();
  const folded = PLAIN.test(lower) ? lower : foldName(text);
  return folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

function* findPlaces(folded: readonly string[], fits: (name: string) => boolean): Generator<void, number[]> {
  const places: number[] = [];
  for (const [place, name] of folded.entries()) {
    if (fits(name)) places.push(place);
    if (places.length === MOST_FOUND) break;
    if (place % STEP === STEP - 1) yield;
  }
  return places;
}

/** Whether every word of the query is one edit from a word of the name; a short one must be right. */
function isSlip(name: string, words: readonly string[]): boolean {
  const own = name.trim().split(" ");
  return words.every((word) =>
    own.some(
      (other) =>
        Math.abs(other.length - word.length) <= 1 && distance(word, other) <= (word.length < 4 ? 0 : 1),
    ),
  );
}

function rank(
  graph: MinutesGraph,
  places: readonly number[],
  { nodes, folded }: Readonly<Names>,
  query: string,
): string[] {
  const fit = (name: string): number => (name === ` ${query} ` ? 0 : name.startsWith(` ${query}`) ? 1 : 2);
  const ranked = places
    .map((place) => ({ node: nodes[place] ?? "", fit: fit(folded[place] ?? ""), place }))
    .sort((a, b) => a.fit - b.fit || graph.degree(b.node) - graph.degree(a.node) || a.place - b.place);
  return [...new Set(ranked.map(({ node }) => node))];
}
