import noverlap from "graphology-layout-noverlap";
import { UndirectedGraph } from "graphology";
import { ARRANGEMENT_NAMES, type ArrangementId } from "../store/look.ts";
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
  const graph = new UndirectedGraph<Place & { size: number }>();
  let total = 0;
  for (const [node, place] of start) {
    const size = radiusOf(node);
    total += size;
    graph.addNode(node, { ...place, size });
  }
  const settings = { margin: (0.6 * total) / start.size, ratio: 1.1, speed: 3, expansion: 1.1 };
  const maxIterations = Math.max(1, Math.min(MOST_ROUNDS, Math.floor(WORK / start.size)));
  return new Map(Object.entries(noverlap(graph, { maxIterations, settings })));
}
