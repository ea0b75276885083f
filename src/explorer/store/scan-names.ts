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
    const hasStarts = (text: string): boolean => starts.every((start) => text.includes(start));
    let found = yield* findNames(names, hasStarts, hasStarts);
    if (found.length === 0)
      found = yield* findNames(
        names,
        () => true,
        (name) => isSlip(name, words),
      );
    return rank(graph, found, words.join(" ")).slice(0, limit);
  };
}

/** So many nodes are gone through without asking whether there is time. */
const STEP = 64;

/**
 * The names of some nodes as one text: what stays for as long as the graph does is little, where a text for each of
 * 100,000 names would be tidied together with them, which takes the page fifty milliseconds at a time.
 */
interface Names {
  /** Of each name. */
  nodes: string[];
  /** A line for each, with a space before each word and behind the last. */
  folded: string;
}

/** Every name and alias. */
function* foldNames(graph: MinutesGraph): Generator<void, Names[]> {
  const names: Names[] = [];
  let nodes: string[] = [];
  let lines: string[] = [];
  const finish = (): void => {
    names.push({ nodes, folded: lines.join("\n") });
    [nodes, lines] = [[], []];
  };
  let count = 0;
  for (const { node, attributes } of graph.nodeEntries()) {
    for (const name of [attributes.label, ...attributes.aliases]) {
      nodes.push(node);
      lines.push(` ${splitWords(name).join(" ")} `);
    }
    if (++count % STEP > 0) continue;
    finish();
    yield;
  }
  finish();
  return names;
}

function splitWords(text: string): string[] {
  const lower = text.toLowerCase();
  const folded = PLAIN.test(lower) ? lower : foldName(text);
  return folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

interface FoundName {
  node: string;
  folded: string;
  /** Before or behind others. */
  place: number;
}

/** @param mayFit whether a name in a text of many may fit */
function* findNames(
  names: readonly Names[],
  mayFit: (folded: string) => boolean,
  fits: (name: string) => boolean,
): Generator<void, FoundName[]> {
  const found: FoundName[] = [];
  for (const { nodes, folded } of names) {
    if (mayFit(folded))
      for (const [line, name] of folded.split("\n").entries())
        if (found.length < MOST_FOUND && fits(name))
          found.push({ node: nodes[line] ?? "", folded: name, place: found.length });
    if (found.length === MOST_FOUND) break;
    yield;
  }
  return found;
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

function rank(graph: MinutesGraph, found: readonly FoundName[], query: string): string[] {
  const fit = (name: string): number => (name === ` ${query} ` ? 0 : name.startsWith(` ${query}`) ? 1 : 2);
  const ranked = found
    .map(({ node, folded, place }) => ({ node, fit: fit(folded), place }))
    .sort((a, b) => a.fit - b.fit || graph.degree(b.node) - graph.degree(a.node) || a.place - b.place);
  return [...new Set(ranked.map(({ node }) => node))];
}
