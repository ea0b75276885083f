import { MultiDirectedGraph } from "graphology";
import type {
  EdgeAttributes,
  GraphAttributes,
  MinutesGraph,
  NodeAttributes,
  SerializedMinutesGraph,
} from "../model/graph-attributes.ts";
import { compareCodeUnits } from "./compare-code-units.ts";

/**
 * Builds the graph from its serialised form; without one, an empty graph of the same shape.
 * @throws where a node or an edge occurs twice, or an edge ends at no node (graphology's errors)
 */
export function createMinutesGraph(serialized?: SerializedMinutesGraph): MinutesGraph {
  const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>({
    allowSelfLoops: false,
  });
  graph.replaceAttributes({ version: "1", documents: {}, joins: [], diagnostics: [] });
  if (serialized) graph.import(serialized);
  return graph;
}

/** The serialised form: nodes and edges in the order of their keys' code units, so that equal graphs give equal bytes. */
export function serializeMinutesGraph(graph: MinutesGraph): SerializedMinutesGraph {
  const serialized = graph.export();
  serialized.nodes.sort((a, b) => compareCodeUnits(a.key, b.key));
  serialized.edges.sort((a, b) => compareCodeUnits(a.key ?? "", b.key ?? ""));
  return serialized;
}
