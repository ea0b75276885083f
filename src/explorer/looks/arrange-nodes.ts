import type { GraphCanvas } from "../canvas/graph-canvas.ts";
import { LAYOUTS } from "../layouts/layouts.ts";
import type { Place } from "../layouts/layout.ts";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { ArrangementId } from "../store/look.ts";

const starts = new WeakMap<MinutesGraph, ReadonlyMap<string, Place>>();
const arranged = new WeakMap<GraphCanvas, ArrangementId>();

/** Moves the nodes to an arrangement, unless the picture has it already. */
export function arrangeNodes(canvas: GraphCanvas, graph: MinutesGraph, id: ArrangementId): void {
  const start = starts.get(graph) ?? readPlaces(graph);
  starts.set(graph, start);
  if ((arranged.get(canvas) ?? "file") === id) return;
  arranged.set(canvas, id);
  const layout = LAYOUTS.find((each) => each.id === id);
  if (layout) canvas.moveTo(layout.compute(graph, start, (node) => canvas.radiusOf(node)));
}

/** Moves the nodes to an arrangement again, after they were moved by hand or by forces. */
export function arrangeAgain(canvas: GraphCanvas, graph: MinutesGraph, id: ArrangementId): void {
  arranged.delete(canvas);
  if (id === "file") canvas.moveTo(starts.get(graph) ?? readPlaces(graph));
  else arrangeNodes(canvas, graph, id);
}

const readPlaces = (graph: MinutesGraph): Map<string, Place> =>
  new Map(graph.mapNodes((node, { x, y }) => [node, { x, y }] as const));
