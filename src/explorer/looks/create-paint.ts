import type { QueryIndex } from "../../graph/query-index.ts";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { Calendar } from "../../view/calendar.ts";
import type { Communities } from "../../view/communities.ts";
import type { Shown } from "../store/explorer-store.ts";
import {
  type Group,
  type Look,
  type Measure,
  type MeasureId,
  METRIC_NAMES,
  type Paint,
} from "../../view/look.ts";
import { groupByCommunity } from "./group-by-community.ts";
import { groupByOrganisation } from "./group-by-organisation.ts";
import { findHaloes } from "./find-haloes.ts";
import { groupByTime } from "./group-by-time.ts";
import { groupByValue } from "./group-by-value.ts";
import type { Grouping } from "./grouping.ts";
import { roundValue } from "./round-value.ts";

export interface PaintSource {
  graph: MinutesGraph;
  /** Wanted for organisations alone. */
  index: QueryIndex | undefined;
  /** Absent where there are not two days to tell apart. */
  calendar: Calendar | undefined;
  shown: Shown;
  look: Look;
  measures: ReadonlyMap<MeasureId, Measure>;
  /** Wanted for communities alone. */
  communities: Communities | undefined;
}

/** So many nodes are gone through without asking whether there is time. */
const STEP = 64;

/** Radii in pixels at the first zoom. */
const [LEAST_RADIUS, EQUAL_RADIUS, MOST_RADIUS] = [3.5, 8, 24];

/** Says which colour group and which size every node has; yields often where colours tell communities. */
export function* createPaint(source: PaintSource): Generator<void, Paint> {
  const grouping = yield* findGrouping(source);
  return {
    look: source.look,
    ...(grouping ? yield* countShown(grouping, source.shown) : { groupOf: new Map() }),
    ...findSizes(source),
    haloes: findHaloes(source.graph, source.shown, source.look.halo, source.calendar),
  };
}

function* findGrouping(source: PaintSource): Generator<void, Grouping | undefined> {
  const { graph, index, calendar, shown, look, measures, communities } = source;
  if (look.colour === "kind") return undefined;
  if (look.colour === "organisation") return index && groupByOrganisation(index);
  if (look.colour === "community") return communities && (yield* groupByCommunity(graph, communities));
  if (look.colour === "first" || look.colour === "last")
    return calendar && groupByTime(graph, calendar, look.colour, shown.nodes);
  const values = measures.get(look.colour)?.values;
  return values && groupByValue(values, shown.nodes);
}

/** The legend lists what the picture has: groups with nothing shown are left out. */
function* countShown(
  { groups, keyOf }: Grouping,
  shown: Shown,
): Generator<void, Pick<Paint, "groups" | "groupOf">> {
  const counted = groups.map((group): Group => ({ ...group, count: 0 }));
  const byKey = new Map(counted.map((group) => [group.key, group]));
  const groupOf = new Map<string, Group>();
  let seen = 0;
  for (const [node, key] of keyOf) {
    if (++seen % STEP === 0) yield;
    const group = byKey.get(key);
    if (!group) continue;
    groupOf.set(node, group);
    if (shown.nodes.has(node)) group.count++;
  }
  return { groups: counted.filter(({ count }) => count > 0), groupOf };
}

function findSizes({ graph, shown, look, measures }: PaintSource): Pick<Paint, "sizes" | "sizeNote"> {
  if (look.size === "importance") return {};
  const values = look.size === "weight" ? sumWeights(graph, shown) : measures.get(look.size)?.values;
  if (!values) return {};
  let [least, most] = [Infinity, 0];
  for (const node of shown.nodes) {
    const value = values.get(node) ?? 0;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const name = look.size === "weight" ? "Sentences" : METRIC_NAMES[look.size];
  const radiusOf = (value: number): number =>
    least === most
      ? EQUAL_RADIUS
      : LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * Math.sqrt(Math.min(1, value / most));
  const sizes = new Map([...values].map(([node, value]) => [node, radiusOf(value)]));
  const range = least === Infinity ? "" : `: ${roundValue(least)} to ${roundValue(most)}`;
  return { sizes, sizeNote: `${name}${range}` };
}

function sumWeights(graph: MinutesGraph, shown: Shown): Map<string, number> {
  const sums = new Map([...shown.nodes].map((node) => [node, 0]));
  for (const edge of shown.edges)
    for (const end of graph.extremities(edge))
      sums.set(end, (sums.get(end) ?? 0) + graph.getEdgeAttribute(edge, "weight"));
  return sums;
}
