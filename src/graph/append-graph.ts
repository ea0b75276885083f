import type {
  EdgeAttributes,
  Evidence,
  GraphAttributes,
  Join,
  NodeAttributes,
  SerializedMinutesGraph,
} from "../model/graph-attributes.ts";
import { createNodeKey, foldName } from "../model/node-key.ts";
import { assignCommunities } from "./assign-communities.ts";
import { assignDegree } from "./assign-degree.ts";
import { assignLayout } from "./assign-layout.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { createMinutesGraph, serializeMinutesGraph } from "./create-minutes-graph.ts";
import { MOST_ARRANGED } from "./most-arranged.ts";

type SerializedNode = SerializedMinutesGraph["nodes"][number] & { attributes: NodeAttributes };
type SerializedEdge = SerializedMinutesGraph["edges"][number] & { attributes: EdgeAttributes };

/**
 * Joins a second graph to a first one: what both name is one node, and an edge that both have has the evidence of both.
 *
 * People are one by their full name, never by a given name alone; meetings by name and date; everything else by its name
 * or an alias. Each such join is recorded with its reason. A document that both have under one id is one where its
 * text is the same, and what both name in it under one key is one; else it gets a new id. Appending a graph to itself
 * adds no node, no edge and no sentence.
 * @returns a new graph, arranged anew; above {@link MOST_ARRANGED} nodes, what is new lies beside what was there
 */
export function appendGraph(
  first: SerializedMinutesGraph,
  second: SerializedMinutesGraph,
): SerializedMinutesGraph {
  const documents = renameDocuments(first, second);
  const { keys, joins } = matchNodes(first, second);
  const moved = moveGraph(second, { keys, documents });
  const graph = createMinutesGraph({
    ...first,
    attributes: joinAttributes(first.attributes, moved.attributes, joins),
    nodes: joinNodes(first, moved),
    edges: joinEdges(first, moved),
  });
  assignDegree(graph);
  if (graph.order <= MOST_ARRANGED) {
    assignCommunities(graph);
    assignLayout(graph);
  }
  return serializeMinutesGraph(graph);
}

/** New names for what the first graph has under the same names. */
interface Renamed {
  keys: ReadonlyMap<string, string>;
  documents: ReadonlyMap<string, string>;
}

function renameDocuments(
  { attributes: first }: SerializedMinutesGraph,
  { attributes: second }: SerializedMinutesGraph,
): Map<string, string> {
  const taken = new Map(Object.entries(first.documents).map(([id, { text }]) => [id, text]));
  return new Map(
    Object.entries(second.documents).map(([id, { text }]) => {
      let free = id;
      for (let count = 2; taken.has(free) && taken.get(free) !== text; count++) free = `${id} (${count})`;
      taken.set(free, text);
      return [id, free];
    }),
  );
}

/** Finds for each node of the second graph the one of the first that it is, or else a key that is free. */
function matchNodes(
  first: SerializedMinutesGraph,
  second: SerializedMinutesGraph,
): { keys: Map<string, string>; joins: Join[] } {
  const shared = findSharedDocuments(first, second);
  const [known, own] = [indexNames(first, shared), indexNames(second, shared)];
  const taken = new Set(first.nodes.map(({ key }) => key));
  const matched = new Set<string>();
  const keys = new Map<string, string>();
  const joins: Join[] = [];
  for (const { key, attributes } of second.nodes as SerializedNode[]) {
    const name = own.namesOf(key, attributes).find((candidate) => {
      const found = own.find(candidate) && known.find(candidate);
      return found !== undefined && !matched.has(found);
    });
    const found = name === undefined ? undefined : known.find(name);
    keys.set(key, found ?? findFreeKey(key, attributes, taken));
    if (found === undefined) continue;
    matched.add(found);
    if (name !== own.namesOf(key, attributes)[0] || !own.isShared(key))
      joins.push({ node: found, surface: attributes.label, reason: "same name in the graph that was added" });
  }
  return { keys, joins };
}

/** The ids of the documents that both graphs have with the same text. */
function findSharedDocuments(
  { attributes: first }: SerializedMinutesGraph,
  { attributes: second }: SerializedMinutesGraph,
): Set<string> {
  const ids = Object.keys(second.documents);
  return new Set(ids.filter((id) => first.documents[id]?.text === second.documents[id]?.text));
}

interface Names {
  /** What tells a node, the surest first. */
  namesOf(this: void, key: string, node: NodeAttributes): string[];
  /** Whether a shared document names the node. */
  isShared(this: void, key: string): boolean;
  /** The only node of a name. */
  find(this: void, name: string): string | undefined;
}

function indexNames(graph: SerializedMinutesGraph, shared: ReadonlySet<string>): Names {
  const { nodes } = graph;
  const places = findPlaces(graph, shared);
  const namesOf = (key: string, node: NodeAttributes): string[] => {
    const place = places.get(key);
    const all = listNames(node);
    return place === undefined ? all : [JSON.stringify([key, node.label, place]), ...all];
  };
  const found = new Map<string, string | undefined>();
  for (const { key, attributes } of nodes as SerializedNode[])
    for (const name of namesOf(key, attributes)) found.set(name, found.has(name) ? undefined : key);
  return { namesOf, isShared: (key) => places.has(key), find: (name) => found.get(name) };
}

/** A shared document that names each node or says something of it; any, for a node that no document tells more of. */
function findPlaces(
  { nodes, edges, attributes: { documents } }: SerializedMinutesGraph,
  shared: ReadonlySet<string>,
): Map<string, string> {
  const places = new Map<string, string>();
  const told = new Set<string>();
  const tell = (node: string, document: string): void => {
    told.add(node);
    if (shared.has(document) && !places.has(node)) places.set(node, document);
  };
  for (const [id, { mentions }] of Object.entries(documents)) for (const { node } of mentions) tell(node, id);
  for (const { source, target, attributes } of edges)
    for (const { document } of attributes?.evidence ?? [])
      for (const end of [source, target]) tell(end, document);
  const [any] = shared;
  if (any !== undefined) for (const { key } of nodes) if (!told.has(key)) places.set(key, any);
  return places;
}

/** Its label among the labels, which is surer than its names among all names. */
function listNames({ kind, label, aliases, date = "" }: NodeAttributes): string[] {
  if (kind === "meeting") return [`meeting: ${foldName(label)} ${date}`];
  const isFull = (name: string): boolean => kind !== "person" || /\S\s+\S/.test(name);
  const names = new Set([label, ...aliases].filter(isFull).map((name) => `${kind}~${foldName(name)}`));
  return [...(isFull(label) ? [`${kind}:${foldName(label)}`] : []), ...names];
}

function findFreeKey(key: string, { kind, label }: NodeAttributes, taken: Set<string>): string {
  let free = key;
  for (let count = 2; taken.has(free); count++) free = `${createNodeKey(kind, label)}-${count}`;
  taken.add(free);
  return free;
}

function moveGraph(graph: SerializedMinutesGraph, { keys, documents }: Renamed): SerializedMinutesGraph {
  const toKey = (key: string): string => keys.get(key) ?? key;
  const toDocument = (id: string): string => documents.get(id) ?? id;
  const move = <Item extends { document?: string }>(item: Item): Item =>
    item.document === undefined ? item : { ...item, document: toDocument(item.document) };
  const { attributes } = graph;
  return {
    ...graph,
    attributes: {
      ...attributes,
      documents: Object.fromEntries(
        Object.entries(attributes.documents).map(([id, document]) => [
          toDocument(id),
          { ...document, mentions: document.mentions.map((each) => ({ ...each, node: toKey(each.node) })) },
        ]),
      ),
      joins: attributes.joins.map((join) => ({ ...move(join), node: toKey(join.node) })),
      diagnostics: attributes.diagnostics.map(move),
    },
    nodes: (graph.nodes as SerializedNode[]).map((node) => ({
      key: toKey(node.key),
      attributes: move(node.attributes),
    })),
    edges: (graph.edges as SerializedEdge[]).map(({ source, target, attributes: edge }) => ({
      key: `${toKey(source)}|${edge.relation}|${toKey(target)}`,
      source: toKey(source),
      target: toKey(target),
      attributes: { ...edge, evidence: edge.evidence.map(move) },
    })),
  };
}

function joinAttributes(
  first: GraphAttributes,
  second: GraphAttributes,
  joins: readonly Join[],
): GraphAttributes {
  const views = joinUnlike([first.views ?? [], second.views ?? []], ({ id }) => id);
  return {
    ...first,
    documents: { ...second.documents, ...first.documents },
    joins: joinUnlike([first.joins, second.joins, joins], ({ node, surface, reason, document = "" }) =>
      JSON.stringify([node, surface, reason, document]),
    ),
    diagnostics: joinUnlike([first.diagnostics, second.diagnostics], (each) => JSON.stringify(each)),
    ...(views.length > 0 ? { views } : {}),
  };
}

function joinNodes(first: SerializedMinutesGraph, second: SerializedMinutesGraph): SerializedNode[] {
  const nodes = new Map((first.nodes as SerializedNode[]).map((node) => [node.key, node]));
  const place = placeBeside(first.nodes as SerializedNode[], second.nodes as SerializedNode[]);
  for (const { key, attributes } of second.nodes as SerializedNode[]) {
    const known = nodes.get(key)?.attributes;
    nodes.set(key, { key, attributes: known ? joinNames(known, attributes) : place(attributes) });
  }
  return [...nodes.values()];
}

function joinNames(first: NodeAttributes, second: NodeAttributes): NodeAttributes {
  const names = new Set([...first.aliases, second.label, ...second.aliases]);
  names.delete(first.label);
  return { ...second, ...first, aliases: [...names].sort() };
}

/** The second graph in the first one's measure, to the right of it, with communities of its own. */
function placeBeside(
  first: readonly SerializedNode[],
  second: readonly SerializedNode[],
): (node: NodeAttributes) => NodeAttributes {
  const [before, after] = [measure(first), measure(second)];
  const wished = before.size * Math.sqrt(second.length / Math.max(first.length, 1));
  const scale = after.size > 0 && wished > 0 ? wished / after.size : 1;
  const left = before.right + before.size * 0.1;
  return (node) => ({
    ...node,
    x: left + (node.x - after.left) * scale,
    y: before.middle + (node.y - after.middle) * scale,
    community: before.communities + node.community,
  });
}

function measure(nodes: readonly SerializedNode[]): {
  left: number;
  right: number;
  middle: number;
  size: number;
  communities: number;
} {
  let [left, right, top, bottom, communities] = [Infinity, -Infinity, Infinity, -Infinity, 0];
  for (const {
    attributes: { x, y, community },
  } of nodes) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    communities = Math.max(communities, community + 1);
  }
  if (nodes.length === 0) return { left: 0, right: 0, middle: 0, size: 0, communities };
  return { left, right, middle: (top + bottom) / 2, size: Math.max(right - left, bottom - top), communities };
}

function joinEdges(first: SerializedMinutesGraph, second: SerializedMinutesGraph): SerializedEdge[] {
  const documents = { ...second.attributes.documents, ...first.attributes.documents };
  const nameOf = ({ source, target, attributes }: SerializedEdge): string =>
    `${source}|${attributes.relation}|${target}`;
  const edges = new Map((first.edges as SerializedEdge[]).map((edge) => [nameOf(edge), edge]));
  for (const edge of second.edges as SerializedEdge[]) {
    const known = edges.get(nameOf(edge));
    const attributes = known && joinEvidence(known.attributes, edge.attributes, documents);
    edges.set(nameOf(edge), known && attributes ? { ...known, attributes } : edge);
  }
  return [...edges.values()];
}

/** What is new adds its share to the weight: a file's own weights need not be the numbers of its sentences. */
function joinEvidence(
  first: EdgeAttributes,
  second: EdgeAttributes,
  documents: GraphAttributes["documents"],
): EdgeAttributes {
  const nameOf = ({ document, start, end, quote }: Evidence): string =>
    JSON.stringify([document, start, end, quote]);
  const evidence = joinUnlike([first.evidence, second.evidence], nameOf);
  const share = (evidence.length - first.evidence.length) / Math.max(second.evidence.length, 1);
  const dateOf = ({ document }: Evidence): string => documents[document]?.date ?? "";
  evidence.sort(
    (a, b) =>
      compareCodeUnits(dateOf(a), dateOf(b)) || compareCodeUnits(a.document, b.document) || a.start - b.start,
  );
  return { ...first, weight: first.weight + second.weight * share, evidence };
}

/** The items of all lists, each name once. */
function joinUnlike<Item>(lists: readonly (readonly Item[])[], nameOf: (item: Item) => string): Item[] {
  const items = new Map<string, Item>();
  for (const item of lists.flat()) if (!items.has(nameOf(item))) items.set(nameOf(item), item);
  return [...items.values()];
}
