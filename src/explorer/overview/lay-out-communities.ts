import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { type Point, separatePoints } from "../../graph/separate-points.ts";
import type { SummaryLink, SummaryNode } from "./summarise-communities.ts";

/** Where a community is drawn, in pixels. */
export interface Disc extends Point {
  radius: number;
}

export interface Room {
  /** In pixels. */
  width: number;
  height: number;
}

const ROUNDS = 400;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** How strongly what has no link is held near the largest. */
const TIE = 1;
/** The part of the room that discs fill, where none is too small to be hit. */
const FILLED = 0.17;
/** Radii in pixels: what a finger hits, and the greatest as a part of the room's shorter side. */
const LEAST = 12;
const GREATEST = 0.2;
/** Between two discs: room for a name. Pixels. */
const GAP = 26;

/**
 * Places communities so that those with many links between them lie together; the same ones get the same places.
 * @returns by the place of the node: around (0, 0), in any unit
 * @see Jacomy, Venturini, Heymann, Bastian, "ForceAtlas2", 2014, https://doi.org/10.1371/journal.pone.0098679
 */
export function placeCommunities(count: number, links: readonly SummaryLink[]): Point[] {
  const graph = new UndirectedGraph<Point, { weight: number }>();
  for (let place = 0; place < count; place++) graph.addNode(place, spiralPoint(place));
  const totals = new Float64Array(count);
  const own = links.filter(({ from, to }) => from < count && to < count);
  for (const { from, to, count: strength } of own)
    for (const end of [from, to]) totals[end] = (totals[end] ?? 0) + strength;
  for (const { from, to, count: strength } of own) {
    // Large ones have many links with all others: what counts is the share.
    const weight = (10 * strength) / Math.sqrt((totals[from] ?? 1) * (totals[to] ?? 1));
    graph.addUndirectedEdge(from, to, { weight });
  }
  // What has no link would drift far away.
  for (let place = 1; place < count; place++)
    if (totals[place] === 0) graph.addUndirectedEdge(0, place, { weight: TIE });
  if (count > 1)
    forceAtlas2.assign(graph, {
      iterations: ROUNDS,
      getEdgeWeight: "weight",
      settings: { strongGravityMode: true, gravity: 0.3, scalingRatio: 10, slowDown: 4 },
    });
  return graph.mapNodes((_, { x, y }) => ({ x, y }));
}

function spiralPoint(place: number): Point {
  const radius = 10 * Math.sqrt(place + 0.5);
  return { x: radius * Math.cos(place * GOLDEN_ANGLE), y: radius * Math.sin(place * GOLDEN_ANGLE) };
}

/** Fits the places into a room: discs by the number of members, none over another, as large as there is room. */
export function fitCommunities(
  nodes: readonly Pick<SummaryNode, "shown">[],
  places: readonly Point[],
  { width, height }: Room,
): Disc[] {
  const total = nodes.reduce((sum, { shown }) => sum + shown, 0) || 1;
  const unit = Math.sqrt((FILLED * width * height) / Math.PI / total);
  const greatest = Math.max(LEAST, GREATEST * Math.min(width, height));
  const discs = stretch(places, width, height).map((place, index): Disc => {
    const radius = Math.sqrt(nodes[index]?.shown ?? 1) * unit;
    return { ...place, radius: Math.min(greatest, Math.max(LEAST, radius)) };
  });
  const widest = discs.reduce((most, { radius }) => Math.max(most, radius), 0) * 2 + GAP;
  const share = (one: number, other: number): number =>
    ((discs[one]?.radius ?? 0) + (discs[other]?.radius ?? 0) + GAP) / widest;
  separatePoints(discs, { width: widest, height: widest, rounds: 300, share });
  return shrink(discs, width, height);
}

/** Fills the room with the points. */
function stretch(points: readonly Point[], width: number, height: number): Point[] {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const along = (values: readonly number[], room: number): ((value: number) => number) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return (value) => (most > least ? ((value - least) / (most - least) - 0.5) * room * 0.8 : 0);
  };
  const [across, down] = [along(xs, width), along(ys, height)];
  return points.map(({ x, y }) => ({ x: across(x), y: down(y) }));
}

/** Brings discs into the room, smaller where they need more than there is, and the points apart where there is more. */
function shrink(discs: readonly Disc[], width: number, height: number): Disc[] {
  const left = Math.min(...discs.map(({ x, radius }) => x - radius));
  const right = Math.max(...discs.map(({ x, radius }) => x + radius));
  const top = Math.min(...discs.map(({ y, radius }) => y - radius));
  // A name stands below its disc.
  const bottom = Math.max(...discs.map(({ y, radius }) => y + radius + GAP));
  const scale = Math.min(1, width / (right - left), height / (bottom - top));
  return discs.map(({ x, y, radius }) => ({
    x: width / 2 + (x - (left + right) / 2) * scale,
    y: height / 2 + (y - (top + bottom) / 2) * scale,
    radius: radius * scale,
  }));
}
