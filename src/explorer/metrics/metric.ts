import type Graph from "graphology";
import type { EdgeAttributes, NodeAttributes } from "../../model/graph-attributes.ts";

/** What a metric reads of a graph: a directed multigraph, or what was made of it. */
export type MetricGraph = Graph<Pick<NodeAttributes, "kind">, Pick<EdgeAttributes, "weight">>;

/** A number for every node, told what it means. */
export interface Metric<Id extends string = string> {
  readonly id: Id;
  /** A noun, without an article. */
  readonly title: string;
  /** What a high number means, in one sentence. */
  readonly description: string;
  /** Computed on what is shown, or on the whole graph whatever is shown. */
  readonly scope: "shown" | "whole";
  /**
   * @param report told the share that is done, from 0 to 1, by metrics that take long
   * @param resolution how finely to tell groups apart; only groups heed it
   */
  compute(
    graph: MetricGraph,
    report: (share: number) => void,
    resolution: number,
  ): ReadonlyMap<string, number>;
}
