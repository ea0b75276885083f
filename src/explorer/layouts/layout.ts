import type { MinutesGraph } from "../../model/graph-attributes.ts";

export interface Place {
  x: number;
  y: number;
}

/** An arrangement of the nodes that is computed in one go. */
export interface Layout<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly description: string;
  /**
   * @param start where every node is in the graph file
   * @param radiusOf a node's radius at the first zoom, in graph units
   * @returns where every node goes, in graph units, y upwards
   */
  compute(
    graph: MinutesGraph,
    start: ReadonlyMap<string, Place>,
    radiusOf: (node: string) => number,
  ): ReadonlyMap<string, Place>;
}

/** Graph units between two nodes, as in the layout that the graph is built with. */
export const SPACING = 75;
