import { inferSettings } from "graphology-layout-forceatlas2";
import FA2Layout from "graphology-layout-forceatlas2/worker";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { Forces } from "./forces.ts";

/** ForceAtlas2 in its worker, with what a reader said about the forces; it is not running yet. */
export function createForceLayout(graph: MinutesGraph, forces: Forces): FA2Layout {
  return new FA2Layout(graph, { settings: translateForces(graph, forces), getEdgeWeight: "weight" });
}

function translateForces(graph: MinutesGraph, { spread, gravity, pull, isGrouping }: Forces) {
  return {
    ...inferSettings(graph),
    gravity: 0.3 * gravity * (isGrouping ? 4 : 1),
    scalingRatio: 20 * spread * spread,
    strongGravityMode: true,
    slowDown: 8,
    edgeWeightInfluence: pull,
    linLogMode: isGrouping,
  };
}
