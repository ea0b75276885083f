import { compareCodeUnits } from "../../graph/compare-code-units.ts";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { NodeKind } from "../../model/schema.ts";
import { type Place, SPACING } from "./layout.ts";

/** From above to below. */
const LAYERS: readonly (readonly NodeKind[])[] = [
  ["organisation"],
  ["person"],
  ["project", "topic"],
  ["meeting"],
];
/** A layer's height and the room between two layers, in parts of the spacing. */
const [ROW, GAP] = [1.1, 2.2];

/**
 * Organisations above, people below them, then their work, then meetings. Within a layer everything is as near as may
 * be below what it is linked with above, so that few lines cross; a layer with many nodes has several rows.
 */
export function computeLayers(graph: MinutesGraph, start: ReadonlyMap<string, Place>): Map<string, Place> {
  const layers = LAYERS.map((kinds) => graph.filterNodes((_, { kind }) => kinds.includes(kind)));
  const columns = Math.max(10, Math.ceil(Math.sqrt(graph.order * 2.5)));
  const places = new Map<string, Place>();
  let top = 0;
  for (const layer of layers) {
    if (layer.length === 0) continue;
    const wishes = new Map(layer.map((node) => [node, findWish(graph, node, { places, start })]));
    layer.sort((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0) || compareCodeUnits(a, b));
    const rows = Math.ceil(layer.length / columns);
    placeRows(layer, { rows, columns, top }, places);
    top -= (rows * ROW + GAP) * SPACING;
  }
  return places;
}

/** The middle of what is linked with it in the layers above; where there is nothing, its old place. */
function findWish(
  graph: MinutesGraph,
  node: string,
  { places, start }: { places: ReadonlyMap<string, Place>; start: ReadonlyMap<string, Place> },
): number {
  const above = graph.neighbors(node).flatMap((other) => places.get(other)?.x ?? []);
  if (above.length === 0) return start.get(node)?.x ?? 0;
  return above.reduce((sum, x) => sum + x, 0) / above.length;
}

/** Goes down column by column, so that neighbours in the order stay neighbours; every other row is half a step aside. */
function placeRows(
  layer: readonly string[],
  { rows, columns, top }: { rows: number; columns: number; top: number },
  places: Map<string, Place>,
): void {
  const used = Math.ceil(layer.length / rows);
  const step = (columns * SPACING * 1.5) / used;
  layer.forEach((node, index) => {
    const [column, row] = [Math.floor(index / rows), index % rows];
    const aside = rows > 1 ? (row % 2) / 2 - 0.25 : 0;
    places.set(node, {
      x: (column - (used - 1) / 2 + aside) * step,
      y: top - row * ROW * SPACING,
    });
  });
}
