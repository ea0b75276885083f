import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { Calendar } from "../../view/calendar.ts";
import type { Shown } from "../store/explorer-store.ts";
import type { Look } from "../../view/look.ts";

/** The shown nodes that have a halo. */
export function findHaloes(
  graph: MinutesGraph,
  shown: Shown,
  halo: Look["halo"],
  calendar: Calendar | undefined,
): ReadonlySet<string> {
  const found = new Set<string>();
  if (halo === "none") return found;
  const last = calendar?.days.at(-1);
  for (const edge of shown.edges) {
    const { relation, evidence } = graph.getEdgeAttributes(edge);
    const isMeant =
      halo === "promise"
        ? relation === "committed_to"
        : evidence.some(({ document }) => calendar?.dates.get(document) === last);
    if (isMeant) for (const end of graph.extremities(edge)) found.add(end);
  }
  return found;
}
