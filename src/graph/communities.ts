import type { MinutesGraph } from "../model/graph-attributes.ts";
import type { NodeKind } from "../model/schema.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { eachInSteps } from "./in-steps.ts";
import { keepTable } from "./keep-table.ts";
import type { QueryIndex } from "./query-index.ts";
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

/** The groups of the graph in words, the largest first; worked out at the first call. */
export const { get: describeCommunities, prepare: prepareCommunities } = keepTable(describe);

function* describe({ graph }: QueryIndex): Generator<void, readonly Community[]> {
  const groups = new Map<number, string[]>();
  yield* eachInSteps(graph.nodeEntries(), ({ node, attributes: { community } }) => {
    const members = groups.get(community);
    if (members) members.push(node);
    else groups.set(community, [node]);
  });
  const communities: Community[] = [];
  for (const [community, unsorted] of [...groups].sort(([a], [b]) => a - b)) {
    const members = yield* sortGradually(
      unsorted,
      (a, b) => graph.degree(b) - graph.degree(a) || compareCodeUnits(a, b),
    );
    communities.push({ community, members, words: describeGroup(graph, members) });
  }
  return communities;
}

function describeGroup(graph: MinutesGraph, members: readonly string[]): string {
  const pick = (kinds: readonly NodeKind[]): string => joinWords(pickLabels(graph, members, kinds));
  const actors = pick(["person", "organisation"]);
  const matters = pick(["topic", "project"]);
  const words = actors && matters ? `${actors}, around ${matters}` : actors || matters;
  return words || pick(["meeting"]);
}

/** So many members stand for a group. */
const MOST_NAMED = 3;

function pickLabels(graph: MinutesGraph, members: readonly string[], kinds: readonly NodeKind[]): string[] {
  const labels: string[] = [];
  for (const member of members) {
    const { kind, label } = graph.getNodeAttributes(member);
    if (kinds.includes(kind)) labels.push(label);
    if (labels.length === MOST_NAMED) break;
  }
  return labels;
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
export const { get: findBridges, prepare: prepareBridges } = keepTable(listBridges);

/** So many nodes are gone through without asking whether there is time. */
const STEP = 64;

function* listBridges(index: QueryIndex): Generator<void, readonly Bridge[]> {
  const { graph } = index;
  const described = yield* prepareCommunities(index);
  const names = new Map(described.map(({ community, members }) => [community, members]));
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
