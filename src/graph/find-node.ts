import type { NodeKind } from "../model/schema.ts";
import type { NodeMatch } from "./name-index.ts";
import type { QueryIndex } from "./query-index.ts";

export interface FindNodeOptions {
  /** The kinds that may be meant; all where absent. */
  kinds?: readonly NodeKind[];
  /** How many to give at most; 8 where absent. */
  limit?: number;
}

/**
 * The nodes that a piece of text may mean: by name, alias, beginning, misspelling or one of the words, best first.
 * Among equals the node with more edges comes first.
 */
export function findNodes(index: QueryIndex, text: string, options: FindNodeOptions = {}): NodeMatch[] {
  const { kinds, limit = 8 } = options;
  if (!kinds) return index.names.find(text, limit);
  return index.names
    .find(text, 200)
    .filter(({ kind }) => kinds.includes(kind))
    .slice(0, limit);
}

/** The node that the text most likely means, or nothing where no name is near it. */
export function findNode(
  index: QueryIndex,
  text: string,
  kinds?: readonly NodeKind[],
): NodeMatch | undefined {
  return findNodes(index, text, kinds ? { kinds, limit: 1 } : { limit: 1 })[0];
}
