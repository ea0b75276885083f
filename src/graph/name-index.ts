import { distance } from "fastest-levenshtein";
import MiniSearch from "minisearch";
import type { MinutesGraph } from "../model/graph-attributes.ts";
import { foldName } from "../model/node-key.ts";
import type { NodeKind } from "../model/schema.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { sortGradually } from "./sort-gradually.ts";

/** A node that a piece of text may mean. */
export interface NodeMatch {
  node: string;
  label: string;
  kind: NodeKind;
  /** The label or alias that was found. */
  name: string;
  how: "name" | "alias" | "beginning" | "misspelling" | "word";
}

export interface NameIndex {
  /** The nodes that the text may mean, best first; at most `limit` (8). */
  find: (text: string, limit?: number) => NodeMatch[];
  /** Only the nodes of which the text is the name or an alias, in the same order. */
  findExact: (text: string) => NodeMatch[];
}

interface NameEntry {
  id: number;
  node: string;
  name: string;
  folded: string;
  isLabel: boolean;
}

/** How a name was found, and how good that is: 0 is best. */
type Judgement = readonly [how: NodeMatch["how"], rank: number];
const MAX_QUERY = 120;
/** "gic v3" finds "GICv3"; a whole sentence is not looked for as one word. */
const MOST_JOINED = 3;
/** So many names are indexed without a break. */
const STEP = 16;

/**
 * Indexes every label and alias; yields often, since many names take seconds. Cost: linear in the names; a search
 * costs little more than what it finds.
 */
export function* indexNames(graph: MinutesGraph): Generator<void, NameIndex> {
  const entries = yield* listNames(graph);
  const exact = new Map<string, NameEntry[]>();
  for (const entry of entries) {
    const sameName = exact.get(entry.folded);
    if (sameName) sameName.push(entry);
    else exact.set(entry.folded, [entry]);
    if (entry.id % STEP === 0) yield;
  }
  const search = new MiniSearch<NameEntry>({
    fields: ["folded"],
    tokenize: splitWords,
    processTerm: (term) => term,
  });
  for (const entry of entries) {
    search.add(entry);
    if (entry.id % STEP === 0) yield;
  }
  const names: Names = { graph, entries, exact, search };
  return {
    find: (text, limit = 8) => {
      const query = foldForSearch(text.slice(0, MAX_QUERY));
      const found = query ? [...(exact.get(query) ?? []), ...searchNames(names, query)] : [];
      const parts = query.split(" ");
      if (found.length === 0 && parts.length > 1 && parts.length <= MOST_JOINED)
        found.push(...searchNames(names, parts.join("")));
      return rankEntries(names, query, found).slice(0, limit);
    },
    findExact: (text) => {
      const query = foldForSearch(text.slice(0, MAX_QUERY));
      return rankEntries(names, query, exact.get(query) ?? []);
    },
  };
}

interface Names {
  graph: MinutesGraph;
  entries: readonly NameEntry[];
  exact: ReadonlyMap<string, NameEntry[]>;
  search: MiniSearch<NameEntry>;
}

function* listNames(graph: MinutesGraph): Generator<void, NameEntry[]> {
  const entries: NameEntry[] = [];
  for (const [place, node] of (yield* sortGradually(graph.nodes(), compareCodeUnits)).entries()) {
    if (place % STEP === 0) yield;
    const { label, aliases } = graph.getNodeAttributes(node);
    for (const name of [label, ...aliases]) {
      entries.push({ id: entries.length, node, name, folded: foldForSearch(name), isLabel: name === label });
    }
  }
  return entries;
}

/** Hyphens, arrows and dots between words do not count: "vcpu requests" finds "vcpu->requests". */
function foldForSearch(name: string): string {
  return splitWords(foldName(name)).join(" ");
}

function splitWords(text: string): string[] {
  return text.split(/[^\p{L}\p{N}+#]+/u).filter(Boolean);
}

function rankEntries(names: Names, query: string, entries: readonly NameEntry[]): NodeMatch[] {
  const best = new Map<string, { match: NodeMatch; order: number[] }>();
  for (const entry of entries) {
    const [how, rank] = judge(entry, query);
    const order = [
      rank,
      how === "beginning" ? 0 : distance(query, entry.folded),
      -names.graph.degree(entry.node),
    ];
    const known = best.get(entry.node);
    if (known && compareOrders(known.order, order) <= 0) continue;
    const { label, kind } = names.graph.getNodeAttributes(entry.node);
    best.set(entry.node, { match: { node: entry.node, label, kind, name: entry.name, how }, order });
  }
  return [...best.values()]
    .sort((a, b) => compareOrders(a.order, b.order) || compareCodeUnits(a.match.node, b.match.node))
    .map(({ match }) => match);
}

function searchNames({ search, entries }: Names, query: string): NameEntry[] {
  const found = search.search(query, {
    prefix: true,
    fuzzy: (term) => allowedEdits(term),
    combineWith: "AND",
    weights: { fuzzy: 0.3, prefix: 0.6 },
  });
  return found.slice(0, 200).flatMap(({ id }) => entries[id as number] ?? []);
}

/** One slip in a short word, two in a long one; a very short one must be right. */
function allowedEdits(term: string): number {
  return term.length < 4 ? 0 : term.length < 8 ? 1 : 2;
}

function judge({ folded, isLabel }: NameEntry, query: string): Judgement {
  if (folded === query) return isLabel ? ["name", 0] : ["alias", 1];
  if (folded.startsWith(query)) return ["beginning", 2];
  if (distance(folded, query) <= 1 + allowedEdits(query)) return ["misspelling", 3];
  const words = folded.split(" ");
  const isWritten = query.split(" ").every((part) => words.some((word) => word.startsWith(part)));
  return isWritten ? ["word", 4] : ["misspelling", 5];
}

function compareOrders(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, place) => value !== b[place]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
