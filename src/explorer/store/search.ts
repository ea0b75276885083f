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

export type Search = (query: string, limit?: number) => SearchHit[];

/** Of more names no index is made, since the page would stand still for it. */
const MOST_INDEXED = 5000;

/** Makes the names of a graph findable: by beginning, by alias, and with a slip of the finger. */
export function createSearch(graph: MinutesGraph): Search {
  if (graph.order <= MOST_INDEXED) return createIndexedSearch(graph);
  const find = createNameScan(graph);
  return (query, limit = 8) => find(query, limit).map((node) => toHit(graph, node, query));
}

function createIndexedSearch(graph: MinutesGraph): Search {
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
  index.addAll(graph.mapNodes((id, { label, aliases }) => ({ id, label, aliases: aliases.join(" ") })));
  return (query, limit = 8) =>
    index
      .search(query)
      .slice(0, limit)
      .map(({ id }) => toHit(graph, id as string, query));
}

function toHit(graph: MinutesGraph, node: string, query: string): SearchHit {
  const { label, kind, aliases } = graph.getNodeAttributes(node);
  const words = foldName(query).split(" ");
  const matches = (name: string): boolean => words.every((word) => foldName(name).includes(word));
  const alias = matches(label) ? undefined : aliases.find(matches);
  return { node, label, kind, ...(alias === undefined ? {} : { alias }) };
}
