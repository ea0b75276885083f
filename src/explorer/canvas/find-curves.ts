import type { MinutesGraph } from "../../model/graph-attributes.ts";

/** So many edges are gone through without asking whether there is time. */
const STEP = 64;

/**
 * Says how far each of several edges between the same two nodes bends, so that they lie side by side; yields often, for
 * graphs of any size.
 * @param step how much further the next edge bends, in parts of the distance between the nodes
 * @returns by edge; a straight one has no entry, since a curve that does not bend has no area and is not drawn
 */
export function* findCurves(graph: MinutesGraph, step: number): Generator<void, Map<string, number>> {
  const curves = new Map<string, number>();
  const between = new Map<string, string[]>();
  let count = 0;
  for (const { edge, source, target } of graph.edgeEntries()) {
    const pair = `${source} ${target}`;
    const edges = between.get(pair);
    if (edges) edges.push(edge);
    else between.set(pair, [edge]);
    if (++count % STEP === 0) yield;
  }
  for (const edges of between.values())
    edges.forEach((edge, index) => {
      const bend = (index - (edges.length - 1) / 2) * step;
      if (bend !== 0) curves.set(edge, bend);
    });
  return curves;
}
