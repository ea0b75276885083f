import type { Group } from "../../view/look.ts";

/** Groups of nodes, before it is counted what of them is shown. */
export interface Grouping {
  groups: readonly Omit<Group, "count">[];
  /** The key of the group, by node. */
  keyOf: ReadonlyMap<string, string>;
}
