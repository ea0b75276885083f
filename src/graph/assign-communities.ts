import louvain from "graphology-communities-louvain";
import { UndirectedGraph } from "graphology";
import type Graph from "graphology";
import type { EdgeAttributes, MinutesGraph, NodeAttributes } from "../model/graph-attributes.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { createRandom } from "./create-random.ts";

/** What of a graph says who hangs together. */
type LinkedGraph = Graph<Pick<NodeAttributes, "kind">, Pick<EdgeAttributes, "weight">>;

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
export function computeCommunities(graph: LinkedGraph, resolution = 1): Map<string, number> {
  const options = { rng: createRandom(1), resolution };
  const found = new Map(Object.entries(louvain(projectWithoutMeetings(graph), options)));
  addMeetings(graph, found);
  return numberBySize(found);
}

/** Writes to every node the index of its community; see {@link computeCommunities}. */
export function assignCommunities(graph: MinutesGraph): void {
  const communities = computeCommunities(graph);
  graph.updateEachNodeAttributes(
    (node, attributes) => ({ ...attributes, community: communities.get(node) ?? 0 }),
    { attributes: ["community"] },
  );
}

/** Louvain depends on the order in which nodes and edges are met: both come sorted by key. */
function projectWithoutMeetings(graph: LinkedGraph): UndirectedGraph<object, { weight: number }> {
  const projection = new UndirectedGraph<object, { weight: number }>();
  for (const node of graph.nodes().sort()) {
    if (graph.getNodeAttribute(node, "kind") !== "meeting") projection.addNode(node);
  }
  for (const edge of graph.edges().sort()) {
    const [source, target] = graph.extremities(edge);
    if (!projection.hasNode(source) || !projection.hasNode(target)) continue;
    const weight = Math.sqrt(graph.getEdgeAttribute(edge, "weight"));
    projection.updateUndirectedEdge(source, target, (attributes) => ({
      weight: (attributes.weight ?? 0) + weight,
    }));
  }
  return projection;
}

function addMeetings(graph: LinkedGraph, communities: Map<string, number>): void {
  const isMeeting = (node: string) => graph.getNodeAttribute(node, "kind") === "meeting";
  const nodes = graph.nodes().sort();
  const meetings = nodes.filter(isMeeting);
  const loners = nodes.filter((node) => !isMeeting(node) && graph.neighbors(node).every(isMeeting));
  for (const loner of loners) communities.delete(loner);
  let next = nodes.length;
  for (const node of [...meetings, ...loners]) {
    communities.set(node, findCommonest(graph.neighbors(node), communities) ?? next++);
  }
}

function findCommonest(
  nodes: readonly string[],
  communities: ReadonlyMap<string, number>,
): number | undefined {
  const votes = new Map<number, number>();
  for (const node of nodes) {
    const community = communities.get(node);
    if (community !== undefined) votes.set(community, (votes.get(community) ?? 0) + 1);
  }
  return [...votes].sort(([a, votesA], [b, votesB]) => votesB - votesA || a - b)[0]?.[0];
}

function numberBySize(found: ReadonlyMap<string, number>): Map<string, number> {
  const members = new Map<number, string[]>();
  for (const node of [...found.keys()].sort()) {
    const community = found.get(node) ?? 0;
    const list = members.get(community);
    if (list) list.push(node);
    else members.set(community, [node]);
  }
  const ordered = [...members.values()].sort(
    (a, b) => b.length - a.length || compareCodeUnits(a[0] ?? "", b[0] ?? ""),
  );
  return new Map(ordered.flatMap((nodes, index) => nodes.map((node) => [node, index] as const)));
}
