import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { runInSlices } from "../run-in-slices.ts";
import { packGraph } from "./metric-message.ts";
import { runMetric } from "./run-metric.ts";

/**
 * Finds the communities of a whole graph in a worker.
 * @returns the number of each node's community, in the order of the graph's nodes
 */
export async function findCommunities(graph: MinutesGraph): Promise<Uint32Array> {
  const packed = await runInSlices(packGraph(graph, graph.nodes(), graph.edges()));
  return await new Promise((resolve, reject) => {
    const end = runMetric({ id: "community", graph: packed, resolution: 1 }, (answer) => {
      if (answer.kind === "progress") return;
      end();
      if (answer.kind === "done") resolve(Uint32Array.from(answer.values));
      else reject(new Error(answer.message));
    });
  });
}
