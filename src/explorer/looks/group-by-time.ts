import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { Calendar } from "../../view/calendar.ts";
import { groupByValue } from "./group-by-value.ts";
import type { Grouping } from "./grouping.ts";

/** Which of the times at which something was spoken of. */
export type Occasion = "first" | "last";

const NEVER = -1;

/**
 * Groups nodes by when the minutes spoke of them: up to five stretches of time with about as many nodes each.
 * @param shown the nodes that the stretches are made for
 */
export function groupByTime(
  graph: MinutesGraph,
  { dates, days }: Calendar,
  occasion: Occasion,
  shown: ReadonlySet<string>,
): Grouping {
  const places = new Map(days.map((day, place) => [day, place]));
  const values = new Map<string, number>();
  const note = (node: string, document: string): void => {
    const place = places.get(dates.get(document) ?? "");
    if (place === undefined) return;
    const known = values.get(node) ?? place;
    values.set(node, occasion === "first" ? Math.min(known, place) : Math.max(known, place));
  };
  graph.forEachNode((node, { document }) => {
    if (document !== undefined) note(node, document);
  });
  graph.forEachEdge((_, { evidence }, source, target) => {
    for (const { document } of evidence) for (const end of [source, target]) note(end, document);
  });
  graph.forEachNode((node) => {
    if (!values.has(node)) values.set(node, NEVER);
  });
  return groupByValue(values, shown, (place) => days[place] ?? "without a date");
}
