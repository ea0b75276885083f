import MiniSearch from "minisearch";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { foldName } from "../../model/node-key.ts";
import type { NodeKind } from "../../model/schema.ts";
import { createNameScan } from "./scan-names.ts";

export interface SearchHit {
  node: string;
  label: string;
  kind: NodeKind;
  /** The other name that was found, where it was not the label. */
  alias?: string;
}

/** Finds nodes by name, the best first; yields often. */
export type Search = (query: string, limit?: number) => Generator<void, SearchHit[]>;

/** More names are not indexed: it would take too long. */
const MOST_INDEXED = 5000;
/** So many names are indexed without asking whether there is time. */
const STEP = 16;

/** Makes the names of a graph findable: by beginning, by alias, and with a slip of the finger. Yields often. */
export function* createSearch(graph: MinutesGraph): Generator<void, Search> {
  if (graph.order <= MOST_INDEXED) return yield* createIndexedSearch(graph);
  const find = yield* createNameScan(graph);
  return function* search(query, limit = 8) {
    const found = yield* find(query, limit);
    return found.map((node) => toHit(graph, node, query));
  };
}

function* createIndexedSearch(graph: MinutesGraph): Generator<void, Search> {
  const index = new MiniSearch<{ id: string; label: string; aliases: string }>({
    fields: ["label", "aliases"],
    processTerm: (term) => foldName(term) || null,
    tokenize: (text) => text.split(/[^\p{L}\p{N}]+/u),
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.25 : 0),
      boost: { label: 2 },
      combineWith: "AND",
      boostDocument: (id) => 1 + Math.log10(1 + graph.getNodeAttribute(id, "degree")),
    },
  });
  let count = 0;
  for (const { node, attributes } of graph.nodeEntries()) {
    index.add({ id: node, label: attributes.label, aliases: attributes.aliases.join(" ") });
    if (++count % STEP === 0) yield;
  }
  // oxlint-disable-next-line require-yield -- an index answers at once
  return function* search(query, limit = 8) {
    const found = index.search(query).slice(0, limit);
    return found.map(({ id }) => toHit(graph, id as string, query));
  };
}

function toHit(graph: MinutesGraph, node: string, query: string): SearchHit {
  const { label, kind, aliases } = graph.getNodeAttributes(node);
  const words = foldName(query).split(" ");
  const matches = (name: string): boolean => words.every((word) => foldName(name).includes(word));
  const alias = matches(label) ? undefined : aliases.find(matches);
  return { node, label, kind, ...(alias === undefined ? {} : { alias }) };
}
