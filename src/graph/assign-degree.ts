import type { MinutesGraph } from "../model/graph-attributes.ts";

/** Writes to every node the number of edges at it. */
export function assignDegree(graph: MinutesGraph): void {
  graph.updateEachNodeAttributes((node, attributes) => ({ ...attributes, degree: graph.degree(node) }), {
    attributes: ["degree"],
  });
}
