import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { Communities } from "../../view/communities.ts";
import { MOST_GROUPS, styleOf } from "../../view/look.ts";
import type { Grouping } from "./grouping.ts";

const OTHERS = "others";
/** So many nodes are gone through without asking whether there is time. */
const STEP = 64;

/** Groups nodes by community; the largest have a colour each, the rest share one. Yields often. */
export function* groupByCommunity(graph: MinutesGraph, { list, of }: Communities): Generator<void, Grouping> {
  const named = list.slice(0, MOST_GROUPS);
  const groups: Grouping["groups"] = named.map(({ id, name }, index) => ({
    key: id,
    name,
    ...styleOf(index),
  }));
  const rest = list.length - named.length;
  const others = {
    key: OTHERS,
    name: `${rest} smaller ${rest === 1 ? "one" : "ones"}`,
    ...styleOf(MOST_GROUPS),
  } as const;
  const own = new Set(named.map(({ id }) => id));
  const keyOf = new Map<string, string>();
  let count = 0;
  for (const { node } of graph.nodeEntries()) {
    const id = String(of(node));
    keyOf.set(node, own.has(id) ? id : OTHERS);
    if (++count % STEP === 0) yield;
  }
  return { groups: rest > 0 ? [...groups, others] : groups, keyOf };
}
