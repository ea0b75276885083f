import { findConnection } from "../graph/find-path.ts";
import { computeCommunities, listLinks } from "../graph/assign-communities.ts";
import type { Period } from "../graph/period.ts";
import { createQueryIndex } from "../graph/query-index.ts";
import { runThrough } from "../graph/run-through.ts";
import type { MinutesGraph } from "../model/graph-attributes.ts";
import { createCalendar, findSpanned, isBounded } from "./calendar.ts";
import { type CommunityOf, isGrouped } from "./communities.ts";
import { findShown, findWanted, type Shown } from "./find-shown.ts";
import { RESOLUTION } from "./look.ts";
import type { ViewState } from "./view-state.ts";

/** What of a graph the explorer shows at an address; what the address names and the graph lacks is passed over. */
export function findView(graph: MinutesGraph, state: ViewState): Shown {
  const { since, until, selected, steps, path } = state;
  const period: Period = { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
  const calendar = isBounded(period) ? createCalendar(graph) : undefined;
  const isStart = steps > 0 && selected !== undefined && graph.hasNode(selected);
  const ends = path && graph.hasNode(path.from) && graph.hasNode(path.to) ? path : undefined;
  const connection = ends && findConnection(createQueryIndex(graph), ends.from, ends.to, period);
  return runThrough(
    findShown(graph, state, {
      start: isStart ? selected : undefined,
      wanted: findWanted(graph, state, { ends, connection }),
      spanned: calendar && runThrough(findSpanned(graph, calendar, period)),
      communityOf: state.chosen.has("community") ? findCommunities(graph, state) : undefined,
    }),
  );
}

/** The communities as finely as the view tells them apart. */
function findCommunities(graph: MinutesGraph, { look: { resolution } }: ViewState): CommunityOf {
  if (resolution === RESOLUTION.first && isGrouped(graph))
    return (node) => graph.getNodeAttribute(node, "community");
  const communities = computeCommunities(listLinks(graph), resolution);
  return (node) => communities.get(node) ?? 0;
}
