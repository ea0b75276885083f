import type { NodeKind } from "../model/schema.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import type { QueryIndex } from "./query-index.ts";
import { runThrough } from "./run-through.ts";
import { sortGradually } from "./sort-gradually.ts";

/** A group of nodes that hang together; see `assignCommunities`. */
export interface Community {
  /** 0 is the largest. */
  community: number;
  /** Every member, those with most edges first. */
  members: string[];
  /** The group in words: "Marc Zyngier and ARM, around GICv3, PSCI and Scalability". */
  words: string;
}

const described = new WeakMap<QueryIndex, Community[]>();
const bridged = new WeakMap<QueryIndex, Bridge[]>();

/** The groups of the graph in words, the largest first; worked out at the first call. */
export function describeCommunities(index: QueryIndex): readonly Community[] {
  let communities = described.get(index);
  if (!communities) described.set(index, (communities = describe(index)));
  return communities;
}

function describe({ graph }: QueryIndex): Community[] {
  const groups = new Map<number, string[]>();
  for (const node of graph.nodes()) {
    const community = graph.getNodeAttribute(node, "community");
    const members = groups.get(community);
    if (members) members.push(node);
    else groups.set(community, [node]);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([community, members]) => {
      members.sort((a, b) => graph.degree(b) - graph.degree(a) || compareCodeUnits(a, b));
      const pick = (kinds: readonly NodeKind[], count: number) =>
        members
          .map((node) => graph.getNodeAttributes(node))
          .filter(({ kind }) => kinds.includes(kind))
          .slice(0, count)
          .map(({ label }) => label);
      const actors = joinWords(pick(["person", "organisation"], 3));
      const matters = joinWords(pick(["topic", "project"], 3));
      const words = actors && matters ? `${actors}, around ${matters}` : actors || matters;
      return { community, members, words: words || joinWords(pick(["meeting"], 3)) };
    });
}

/** Somebody who joins groups. */
export interface Bridge {
  node: string;
  label: string;
  /** The participation coefficient: 0 where all edges stay in one group, towards 1 the more evenly they spread. */
  spread: number;
  /** How many edges go to each group, most first. */
  ties: { community: number; count: number }[];
  /** "Peter Maydell joins the group of Linaro (5 ties) with the group of ARM (3 ties)". */
  words: string;
}

/**
 * People and organisations whose work lies in more than one group, those with the widest reach first. Meetings do not
 * count, since they join everybody.
 * @see Guimerà, Amaral, "Functional cartography of complex metabolic networks", 2005,
 *   https://doi.org/10.1038/nature03288
 */
export function findBridges(index: QueryIndex): readonly Bridge[] {
  return bridged.get(index) ?? runThrough(prepareBridges(index));
}

/** The same a little at a time: yields often. */
export function* prepareBridges(index: QueryIndex): Generator<void, readonly Bridge[]> {
  const bridges = bridged.get(index) ?? (yield* listBridges(index));
  bridged.set(index, bridges);
  return bridges;
}

/** So many nodes are gone through without asking whether there is time. */
const STEP = 64;

function* listBridges(index: QueryIndex): Generator<void, Bridge[]> {
  const { graph } = index;
  const names = new Map(describeCommunities(index).map(({ community, members }) => [community, members]));
  const bridges: Bridge[] = [];
  let seen = 0;
  for (const { node, attributes } of graph.nodeEntries()) {
    if (++seen % STEP === 0) yield;
    const { kind, label } = attributes;
    if (kind !== "person" && kind !== "organisation") continue;
    const ties = countTies(index, node);
    if (ties.length < 2) continue;
    const total = ties.reduce((sum, { count }) => sum + count, 0);
    const spread = 1 - ties.reduce((sum, { count }) => sum + (count / total) ** 2, 0);
    const groups = ties.slice(0, 3).map(({ community, count }) => {
      const head = names.get(community)?.find((other) => isNameworthy(index, other, node));
      return `the group of ${head ? graph.getNodeAttribute(head, "label") : `number ${community}`} (${count} ${count === 1 ? "tie" : "ties"})`;
    });
    const words = `${label} joins ${joinWords(groups, "with")}`;
    bridges.push({ node, label, spread: Math.round(spread * 1000) / 1000, ties, words });
  }
  const reach = ({ spread, ties }: Bridge) => spread * ties.reduce((sum, { count }) => sum + count, 0);
  return yield* sortGradually(bridges, (a, b) => reach(b) - reach(a) || compareCodeUnits(a.label, b.label));
}

function countTies({ graph }: QueryIndex, node: string): Bridge["ties"] {
  const counts = new Map<number, number>();
  graph.forEachEdge(node, (_, { relation }, source, target) => {
    if (relation === "attended") return;
    const community = graph.getNodeAttribute(source === node ? target : source, "community");
    counts.set(community, (counts.get(community) ?? 0) + 1);
  });
  return [...counts]
    .map(([community, count]) => ({ community, count }))
    .sort((a, b) => b.count - a.count || a.community - b.community);
}

function isNameworthy({ graph }: QueryIndex, node: string, bridge: string): boolean {
  return node !== bridge && graph.getNodeAttribute(node, "kind") !== "meeting";
}

/** "a", "a and b", "a, b and c". */
export function joinWords(words: readonly string[], last = "and"): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
