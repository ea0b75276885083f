import { separatePoints } from "../../graph/separate-points.ts";
import { ARRANGEMENT_NAMES, type ArrangementId } from "../../view/look.ts";
import { computeCircles } from "./compute-circles.ts";
import { computeLayers } from "./compute-layers.ts";
import type { Layout, Place } from "./layout.ts";

const MOST_ROUNDS = 200;
/** Nodes times rounds that may be spent. */
const WORK = 1_000_000;

export const LAYOUTS: readonly Layout<ArrangementId>[] = [
  {
    id: "file",
    title: ARRANGEMENT_NAMES.file,
    description: "What is linked lies together, as in the graph file.",
    compute: (_, start) => start,
  },
  {
    id: "layers",
    title: ARRANGEMENT_NAMES.layers,
    description: "Organisations above, people below them, then their work, then meetings.",
    compute: computeLayers,
  },
  {
    id: "circles",
    title: ARRANGEMENT_NAMES.circles,
    description: "A circle for each kind, meetings in the middle, topics outside.",
    compute: computeCircles,
  },
  {
    id: "apart",
    title: ARRANGEMENT_NAMES.apart,
    description: "As in the graph file, with nodes moved apart until none covers another.",
    compute: (_, start, radiusOf) => separate(start, radiusOf),
  },
];

function separate(
  start: ReadonlyMap<string, Place>,
  radiusOf: (node: string) => number,
): ReadonlyMap<string, Place> {
  if (start.size === 0) return start;
  const nodes = [...start.keys()];
  const radii = nodes.map(radiusOf);
  const margin = (0.6 * radii.reduce((sum, radius) => sum + radius, 0)) / radii.length;
  const room = (one = 0, other = 0): number => 1.1 * (one + other) + 2 * margin;
  const largest = radii.reduce((most, radius) => Math.max(most, radius), 0);
  const widest = room(largest, largest);
  const places = nodes.map((node) => ({ ...(start.get(node) as Place) }));
  separatePoints(places, {
    width: widest,
    height: widest,
    rounds: Math.max(1, Math.min(MOST_ROUNDS, Math.floor(WORK / nodes.length))),
    share: (one, other) => room(radii[one], radii[other]) / widest,
  });
  return new Map(nodes.map((node, index) => [node, places[index] as Place]));
}
