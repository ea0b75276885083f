import { computeCommunities } from "../graph/assign-communities.ts";
import { assignLayout } from "../graph/assign-layout.ts";
import { createMinutesGraph, serializeMinutesGraph } from "../graph/create-minutes-graph.ts";
import { MOST_ARRANGED } from "../graph/most-arranged.ts";
import type { EdgeAttributes, NodeAttributes, SerializedMinutesGraph } from "../model/graph-attributes.ts";
import type { ReadResult } from "./check-graph.ts";

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Adds to a graph that was read what its file does not tell: places and communities. Of more than {@link MOST_ARRANGED}
 * nodes the places are spread without looking at the edges, and communities are left to whoever shows them: every node
 * is in the first.
 */
export function completeGraph(result: ReadResult): ReadResult {
  const placed = placeNodes(result);
  const { graph, lacks } = placed;
  if (!graph || !lacks?.communities || graph.nodes.length > MOST_ARRANGED) return placed;
  const communities = findCommunities(graph);
  for (const [place, { attributes }] of graph.nodes.entries())
    (attributes as NodeAttributes).community = communities[place] ?? 0;
  return { ...placed, lacks: { ...lacks, communities: false } };
}

/** Adds places alone; see {@link completeGraph}. */
export function placeNodes(result: ReadResult): ReadResult {
  const { graph, lacks } = result;
  if (!graph || !lacks?.places) return result;
  const placed = graph.nodes.length > MOST_ARRANGED ? spread(graph) : arrange(graph);
  return { ...result, graph: placed, lacks: { ...lacks, places: false } };
}

/**
 * Looks for the communities of a graph that was read without them.
 * @returns the number of each node's community, in the order of the nodes; see {@link computeCommunities}
 */
export function findCommunities({
  nodes,
  edges,
}: Pick<SerializedMinutesGraph, "nodes" | "edges">): Uint32Array<ArrayBuffer> {
  const communities = computeCommunities({
    nodes: nodes.map(({ key, attributes }) => ({ key, kind: (attributes as NodeAttributes).kind })),
    edges: edges.map(({ source, target, attributes }) => ({
      source,
      target,
      weight: (attributes as EdgeAttributes).weight,
    })),
  });
  return Uint32Array.from(nodes, ({ key }) => communities.get(key) ?? 0);
}

function arrange(serialized: SerializedMinutesGraph): SerializedMinutesGraph {
  const graph = createMinutesGraph(serialized);
  assignLayout(graph);
  return serializeMinutesGraph(graph);
}

/** Places the nodes on a spiral, which takes no time and hides none. */
function spread(serialized: SerializedMinutesGraph): SerializedMinutesGraph {
  for (const [index, { attributes }] of serialized.nodes.entries()) {
    const radius = 40 * Math.sqrt(index);
    const angle = GOLDEN_ANGLE * index;
    const x = Math.round(radius * Math.cos(angle) * 100) / 100;
    const y = Math.round(radius * Math.sin(angle) * 100) / 100;
    Object.assign(attributes as NodeAttributes, { x, y });
  }
  return serialized;
}
