import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { Communities, NamedCommunity } from "../../view/communities.ts";
import type { Shown } from "../store/explorer-store.ts";

/** A community as one node. */
export interface SummaryNode extends NamedCommunity {
  /** Its place among all communities, the largest being 0: that of its colour. */
  rank: number;
  /** How many of its members are shown. */
  shown: number;
  /** Shown links between its members. */
  inside: number;
  /** Shown links to members of other communities. */
  outside: number;
}

/** Links between the members of two communities. */
export interface SummaryLink {
  /** Places in the summary's nodes. */
  from: number;
  to: number;
  count: number;
}

export interface CommunitySummary {
  /** Those of which something is shown, the largest first. */
  nodes: readonly SummaryNode[];
  /** At most one for two communities, the strongest first. */
  links: readonly SummaryLink[];
}

/** So many nodes or edges are gone through without asking whether there is time. */
const STEP = 64;

/** Counts what is shown of each community and between each two; yields often, for graphs of any size. */
export function* summariseCommunities(
  graph: MinutesGraph,
  { list, of }: Communities,
  shown: Shown,
): Generator<void, CommunitySummary> {
  const drafts = list.map((each, rank): SummaryNode => ({ ...each, rank, shown: 0, inside: 0, outside: 0 }));
  const byId = new Map(drafts.map((draft) => [Number(draft.id), draft]));
  let count = 0;
  for (const node of shown.nodes) {
    if (++count % STEP === 0) yield;
    const draft = byId.get(of(node));
    if (draft) draft.shown++;
  }
  const between = new Map<number, number>();
  for (const edge of shown.edges) {
    if (++count % STEP === 0) yield;
    const [one, other] = graph.extremities(edge).map((end) => byId.get(of(end)));
    if (!one || !other) continue;
    if (one === other) one.inside++;
    else {
      one.outside++;
      other.outside++;
      const pair = Math.min(one.rank, other.rank) * drafts.length + Math.max(one.rank, other.rank);
      between.set(pair, (between.get(pair) ?? 0) + 1);
    }
  }
  const nodes = drafts
    .filter((draft) => draft.shown > 0)
    .sort((a, b) => b.shown - a.shown || a.rank - b.rank);
  const placeOf = new Map(nodes.map(({ rank }, place) => [rank, place]));
  const links = [...between]
    .map(([pair, strength]): SummaryLink => {
      const [from, to] = [Math.floor(pair / drafts.length), pair % drafts.length];
      return { from: placeOf.get(from) ?? 0, to: placeOf.get(to) ?? 0, count: strength };
    })
    .sort((a, b) => b.count - a.count || a.from - b.from || a.to - b.to);
  return { nodes, links };
}
