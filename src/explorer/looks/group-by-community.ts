import { compareCodeUnits } from "../../graph/compare-code-units.ts";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { GROUP_SWATCHES } from "../store/look.ts";
import type { Grouping } from "./grouping.ts";

const OTHERS = "others";
/** In UTF-16 code units. */
const LONGEST_NAME = 34;

/**
 * Groups nodes by community; the largest have a colour each, the rest share one.
 * @param found the community of every node; that of the file where absent
 */
export function groupByCommunity(graph: MinutesGraph, found?: ReadonlyMap<string, number>): Grouping {
  const members = new Map<number, string[]>();
  graph.forEachNode((node, { community: inFile }) => {
    const community = found?.get(node) ?? inFile;
    const list = members.get(community);
    if (list) list.push(node);
    else members.set(community, [node]);
  });
  const largest = [...members].toSorted(([a, first], [b, second]) => second.length - first.length || a - b);
  const named = largest.slice(0, GROUP_SWATCHES.length);
  const groups: Grouping["groups"] = named.map(([community, nodes], index) => ({
    key: String(community),
    name: nameCommunity(graph, nodes),
    swatch: GROUP_SWATCHES[index] ?? "group-other",
  }));
  const rest = largest.length - named.length;
  const others = {
    key: OTHERS,
    name: `${rest} smaller ${rest === 1 ? "one" : "ones"}`,
    swatch: "group-other",
  } as const;
  const keyOf = largest.flatMap(([community, nodes], index) =>
    nodes.map((node) => [node, index < named.length ? String(community) : OTHERS] as const),
  );
  return { groups: rest > 0 ? [...groups, others] : groups, keyOf: new Map(keyOf) };
}

/** The two topics or projects that most is said of; where there are none, people, else what comes first. */
function nameCommunity(graph: MinutesGraph, nodes: readonly string[]): string {
  const ranked = nodes
    .map((node) => ({ node, strength: measureStrength(graph, node), ...graph.getNodeAttributes(node) }))
    .sort((a, b) => b.strength - a.strength || compareCodeUnits(a.node, b.node));
  const matters = ranked.filter(({ kind }) => kind === "topic" || kind === "project");
  const actors = ranked.filter(({ kind }) => kind === "person" || kind === "organisation");
  const [first, second] = [matters, actors, ranked].find((list) => list.length > 0) ?? [];
  const both = [first?.label, second?.label].filter(Boolean).join(", ");
  const name = both.length > LONGEST_NAME ? (first?.label ?? "") : both;
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

/** Pieces of evidence; being at a meeting and coming up in it say nothing of a group. */
function measureStrength(graph: MinutesGraph, node: string): number {
  let strength = 0;
  graph.forEachEdge(node, (_, { relation, weight }) => {
    if (relation !== "attended" && relation !== "covered") strength += weight;
  });
  return strength;
}
