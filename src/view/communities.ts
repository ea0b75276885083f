import type { MinutesGraph } from "../model/graph-attributes.ts";

/** The number of a node's community. */
export type CommunityOf = (node: string) => number;

export interface NamedCommunity {
  /** Its number, as filters and the address tell it. */
  id: string;
  name: string;
  /** How many members it has in the whole graph. */
  size: number;
}

/** The communities of a whole graph, whatever of it is shown. */
export interface Communities {
  of: CommunityOf;
  /** The largest first. */
  list: readonly NamedCommunity[];
  byId: ReadonlyMap<string, NamedCommunity>;
}

/** In graphs with more nodes of another program communities are not looked for when they are read. */
const MOST_GROUPED = 5000;

/** Whether the nodes of a graph bear the number of their community. */
export function isGrouped(graph: MinutesGraph): boolean {
  return graph.order <= MOST_GROUPED || graph.someNode((_, { community }) => community > 0);
}
