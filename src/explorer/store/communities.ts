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
