import type {
  EdgeAttributes,
  GraphAttributes,
  MinutesGraph,
  NodeAttributes,
  SerializedMinutesGraph,
} from "../model/graph-attributes.ts";

export interface SourceNode {
  key: string;
  attributes: NodeAttributes;
}

export interface SourceEdge {
  key: string;
  source: string;
  target: string;
  attributes: EdgeAttributes;
}

/** What every writer reads: a graph that can be gone through more than once, a node or an edge at a time. */
export interface GraphSource {
  attributes: GraphAttributes;
  nodes: Iterable<SourceNode>;
  edges: Iterable<SourceEdge>;
}

/** The part of a graph that is meant, e.g. what a view shows. An edge needs both its nodes, too. */
export interface GraphPart {
  hasNode: (key: string) => boolean;
  hasEdge: (key: string) => boolean;
}

/**
 * Lets a writer go through a graph without copying it.
 * @param graph a live graph or its serialised form; not to be changed while it is written
 * @param part what to write of it; everything unless told
 */
export function createGraphSource(
  graph: MinutesGraph | SerializedMinutesGraph,
  part?: GraphPart,
): GraphSource {
  const source = "nodeEntries" in graph ? readLive(graph) : readSerialized(graph);
  return part ? limit(source, part) : source;
}

function readLive(graph: MinutesGraph): GraphSource {
  return {
    attributes: graph.getAttributes(),
    nodes: iterate(function* () {
      for (const { node, attributes } of graph.nodeEntries()) yield { key: node, attributes };
    }),
    edges: iterate(function* () {
      for (const { edge, source, target, attributes } of graph.edgeEntries())
        yield { key: edge, source, target, attributes };
    }),
  };
}

function readSerialized(graph: SerializedMinutesGraph): GraphSource {
  return {
    attributes: graph.attributes,
    nodes: iterate(function* () {
      for (const { key, attributes } of graph.nodes) if (attributes) yield { key, attributes };
    }),
    edges: iterate(function* () {
      for (const { key, source, target, attributes } of graph.edges) {
        if (!attributes) continue;
        yield { key: key ?? `${source}|${attributes.relation}|${target}`, source, target, attributes };
      }
    }),
  };
}

function limit(whole: GraphSource, { hasNode, hasEdge }: GraphPart): GraphSource {
  const nodes = iterate(function* () {
    for (const node of whole.nodes) if (hasNode(node.key)) yield node;
  });
  const edges = iterate(function* () {
    for (const edge of whole.edges)
      if (hasEdge(edge.key) && hasNode(edge.source) && hasNode(edge.target)) yield edge;
  });
  return { attributes: limitAttributes(whole.attributes, { nodes, edges }, hasNode), nodes, edges };
}

/** The documents that the part cites or that its meetings are told in, and what is noted about these and its nodes. */
function limitAttributes(
  { documents, joins, diagnostics, ...rest }: GraphAttributes,
  { nodes, edges }: Pick<GraphSource, "nodes" | "edges">,
  hasNode: GraphPart["hasNode"],
): GraphAttributes {
  const cited = new Set<string>();
  for (const { attributes } of edges) for (const { document } of attributes.evidence) cited.add(document);
  for (const { attributes } of nodes) if (attributes.document !== undefined) cited.add(attributes.document);
  const kept = Object.entries(documents).flatMap(([id, document]) =>
    cited.has(id)
      ? [[id, { ...document, mentions: document.mentions.filter(({ node }) => hasNode(node)) }] as const]
      : [],
  );
  return {
    ...rest,
    documents: Object.fromEntries(kept),
    joins: joins.filter(({ node }) => hasNode(node)),
    diagnostics: diagnostics.filter(({ document }) => document === undefined || cited.has(document)),
  };
}

function iterate<Item>(generate: () => Generator<Item>): Iterable<Item> {
  return { [Symbol.iterator]: generate };
}
