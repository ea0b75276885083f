import louvain from "graphology-communities-louvain";
import { UndirectedGraph } from "graphology";
import type Graph from "graphology";
import type { EdgeAttributes, MinutesGraph, NodeAttributes } from "../model/graph-attributes.ts";
import { createRandom } from "./create-random.ts";
import { numberBySize } from "./number-by-size.ts";

/** What of a graph says who hangs together: nodes and edges in the order of their keys. */
export interface Links {
  nodes: readonly (Pick<NodeAttributes, "kind"> & { key: string })[];
  edges: readonly (Pick<EdgeAttributes, "weight"> & { source: string; target: string })[];
}

type LinkedGraph = Graph<Pick<NodeAttributes, "kind">, Pick<EdgeAttributes, "weight">>;

/** @returns what of a graph says who hangs together */
export function listLinks(graph: LinkedGraph): Links {
  const edges = graph.edges().sort();
  return {
    nodes: graph
      .nodes()
      .sort()
      .map((key) => ({ key, kind: graph.getNodeAttribute(key, "kind") })),
    edges: edges.map((edge) => ({
      source: graph.source(edge),
      target: graph.target(edge),
      weight: graph.getEdgeAttribute(edge, "weight"),
    })),
  };
}

/**
 * Finds the groups of nodes that hang together more closely than chance would have it.
 *
 * Meetings take no part in the search, since whoever attended the same call would be one group; a meeting then joins
 * the community that most of its neighbours are in, and a node that hangs on meetings alone joins theirs.
 * @param resolution how finely to tell groups apart: 1 by default, more for more and smaller ones
 * @returns the index of every node's community: 0 is the largest; among equals the one with the smallest key is first
 * @see Blondel, Guillaume, Lambiotte, Lefebvre, "Fast unfolding of communities in large networks", 2008,
 *   https://doi.org/10.1088/1742-5468/2008/10/P10008
 */
export function computeCommunities(links: Links, resolution = 1): Map<string, number> {
  const options = { rng: createRandom(1), resolution };
  const projection = projectWithoutMeetings(links);
  const found = new Map(Object.entries(louvain(projection, options)));
  addMeetings(links, projection, found);
  return numberBySize(found);
}

/** Writes to every node the index of its community; see {@link computeCommunities}. */
export function assignCommunities(graph: MinutesGraph): void {
  const communities = computeCommunities(listLinks(graph));
  graph.updateEachNodeAttributes(
    (node, attributes) => ({ ...attributes, community: communities.get(node) ?? 0 }),
    { attributes: ["community"] },
  );
}

type Projection = UndirectedGraph<object, { weight: number }>;

/** Louvain depends on the order in which nodes and edges are met. */
function projectWithoutMeetings({ nodes, edges }: Links): Projection {
  const projection: Projection = new UndirectedGraph();
  for (const { key, kind } of nodes) if (kind !== "meeting") projection.addNode(key);
  for (const { source, target, weight } of edges) {
    if (!projection.hasNode(source) || !projection.hasNode(target)) continue;
    projection.updateUndirectedEdge(source, target, (attributes) => ({
      weight: (attributes.weight ?? 0) + Math.sqrt(weight),
    }));
  }
  return projection;
}

function addMeetings(
  { nodes, edges }: Links,
  projection: Projection,
  communities: Map<string, number>,
): void {
  const isLoner = (node: string) => projection.hasNode(node) && projection.degree(node) === 0;
  const keys = nodes.map(({ key }) => key);
  const [meetings, loners] = [keys.filter((node) => !projection.hasNode(node)), keys.filter(isLoner)];
  if (meetings.length + loners.length === 0) return;
  const neighbours = new Map([...meetings, ...loners].map((node) => [node, new Set<string>()]));
  for (const { source, target } of edges) {
    neighbours.get(source)?.add(target);
    neighbours.get(target)?.add(source);
  }
  for (const loner of loners) communities.delete(loner);
  let next = nodes.length;
  for (const [node, others] of neighbours)
    communities.set(node, findCommonest(others, communities) ?? next++);
}

function findCommonest(
  nodes: ReadonlySet<string>,
  communities: ReadonlyMap<string, number>,
): number | undefined {
  const votes = new Map<number, number>();
  for (const node of nodes) {
    const community = communities.get(node);
    if (community !== undefined) votes.set(community, (votes.get(community) ?? 0) + 1);
  }
  return [...votes].sort(([a, votesA], [b, votesB]) => votesB - votesA || a - b)[0]?.[0];
}
