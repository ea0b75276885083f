import { compareCodeUnits } from "../../graph/compare-code-units.ts";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { NodeKind } from "../../model/schema.ts";
import { type Place, SPACING } from "./layout.ts";

/** From the inside to the outside. */
const RINGS: readonly NodeKind[] = ["meeting", "organisation", "person", "project", "topic"];
/** Between two rings, in parts of the spacing. */
const GAP = 1.8;

/**
 * A circle for each kind, meetings in the middle, topics outside. On its circle everything looks the way that its
 * links inwards come from, so that what belongs together lies in one direction.
 */
export function computeCircles(graph: MinutesGraph, start: ReadonlyMap<string, Place>): Map<string, Place> {
  const places = new Map<string, Place>();
  let radius = 0;
  for (const kind of RINGS) {
    const ring = graph.filterNodes((_, attributes) => attributes.kind === kind);
    if (ring.length === 0) continue;
    const angles = new Map(ring.map((node) => [node, findAngle(graph, node, { places, start })]));
    ring.sort((a, b) => (angles.get(a) ?? 0) - (angles.get(b) ?? 0) || compareCodeUnits(a, b));
    const needed = (ring.length * SPACING) / (2 * Math.PI);
    const isMiddle = places.size === 0 && ring.length === 1;
    radius = isMiddle ? 0 : Math.max(needed, radius + GAP * SPACING);
    const turn = angles.get(ring[0] ?? "") ?? 0;
    ring.forEach((node, index) => {
      const angle = turn + (index * 2 * Math.PI) / ring.length;
      places.set(node, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
    });
  }
  return places;
}

function findAngle(
  graph: MinutesGraph,
  node: string,
  { places, start }: { places: ReadonlyMap<string, Place>; start: ReadonlyMap<string, Place> },
): number {
  const inside = graph.neighbors(node).flatMap((other) => places.get(other) ?? []);
  const x = inside.reduce((sum, place) => sum + place.x, 0);
  const y = inside.reduce((sum, place) => sum + place.y, 0);
  const own = start.get(node);
  return Math.hypot(x, y) > 1e-6 ? Math.atan2(y, x) : Math.atan2(own?.y ?? 0, own?.x ?? 0);
}
