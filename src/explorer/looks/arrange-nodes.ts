import type { GraphCanvas } from "../canvas/graph-canvas.ts";
import { getStartPlaces } from "../canvas/start-places.ts";
import { LAYOUTS } from "../layouts/layouts.ts";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { ArrangementId } from "../../view/look.ts";

/** Moves the nodes to an arrangement, also if they were in it before and were moved since. */
export function arrangeNodes(canvas: GraphCanvas, graph: MinutesGraph, id: ArrangementId): void {
  const layout = LAYOUTS.find((each) => each.id === id);
  if (!layout) return;
  canvas.arrangement = id;
  canvas.moveTo(layout.compute(graph, getStartPlaces(graph), (node) => canvas.radiusOf(node)));
}
