import forceAtlas2 from "graphology-layout-forceatlas2";
import { UndirectedGraph } from "graphology";
import type { MinutesGraph } from "../model/graph-attributes.ts";
import type { Relation } from "../model/schema.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { gatherPoints } from "./gather-points.ts";
import { type Point, separatePoints } from "./separate-points.ts";

/**
 * How strongly an edge pulls its ends together. Nearly everything hangs on the meeting that it came up in; so that
 * this does not make one ball of the picture, a meeting's edges pull little.
 */
const PULLS: Readonly<Record<Relation, number>> = {
  attended: 0.15,
  covered: 0.15,
  affiliated_with: 1.5,
  works_on: 1,
  committed_to: 0.7,
  discussed: 0.4,
  part_of: 1.5,
  related_to: 1,
};

/** A node that hangs on a meeting alone is held near it, since nothing else does. */
const ONLY_PULL = 0.9;

/** Graph units for one node: a drawing of the graph at one pixel a unit leaves room for labels. */
const SPACING = 75;
/** Screens are wider than high. */
const STRETCH = 1.35;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Places every node so that what belongs together lies together, no node covers another and none lies far away.
 *
 * The same graph gets the same places, whatever the order of its nodes and edges. Cost: about n log n for each of 25
 * (large graphs) to 600 (small ones) rounds.
 * @returns the position of every node, in graph units to two decimals, around (0, 0)
 * @see Jacomy, Venturini, Heymann, Bastian, "ForceAtlas2", 2014, https://doi.org/10.1371/journal.pone.0098679
 */
export function computeLayout(graph: MinutesGraph): Map<string, Point> {
  const projection = projectForLayout(graph);
  const order = projection.order;
  if (order > 0) {
    forceAtlas2.assign(projection, {
      iterations: Math.round(Math.min(600, Math.max(25, 300_000 / order))),
      getEdgeWeight: "weight",
      settings: {
        barnesHutOptimize: order > 1000,
        barnesHutTheta: 0.8,
        strongGravityMode: true,
        gravity: 0.04,
        scalingRatio: 10,
        slowDown: 4,
      },
    });
  }
  const points = projection.mapNodes((_, { x, y }) => ({ x, y }));
  scalePoints(points);
  gatherPoints(points, listVisibleLinks(graph, projection.nodes()));
  separatePoints(points);
  return new Map(projection.nodes().map((node, index) => [node, roundPoint(points[index])]));
}

/** Writes `x` and `y` to every node; see {@link computeLayout}. */
export function assignLayout(graph: MinutesGraph): void {
  const layout = computeLayout(graph);
  graph.updateEachNodeAttributes((node, attributes) => ({ ...attributes, ...layout.get(node) }), {
    attributes: ["x", "y"],
  });
}

/** Sorted by key, with one edge per pair of nodes; nodes start on a sunflower's spiral, those of high degree inside. */
function projectForLayout(graph: MinutesGraph): UndirectedGraph<Point, { weight: number }> {
  const projection = new UndirectedGraph<Point, { weight: number }>();
  const nodes = graph.nodes().sort();
  nodes.sort((a, b) => graph.degree(b) - graph.degree(a));
  nodes.forEach((node, index) => projection.addNode(node, spiralPoint(index)));
  const lonely = findLonely(graph);
  for (const edge of graph.edges().sort()) {
    const [source, target] = graph.extremities(edge);
    const { relation, weight } = graph.getEdgeAttributes(edge);
    const isOnly = [source, target].some((node) => lonely.has(node));
    const pull = (isOnly ? ONLY_PULL : PULLS[relation]) * Math.sqrt(weight);
    projection.updateUndirectedEdge(source, target, (attributes) => ({
      weight: (attributes.weight ?? 0) + pull,
    }));
  }
  tieUnlinked(graph, projection);
  return projection;
}

/** Links with meetings are not shown at first. */
function* listVisibleLinks(
  graph: MinutesGraph,
  nodes: readonly string[],
): Generator<readonly [one: number, other: number]> {
  const places = new Map(nodes.map((node, place) => [node, place]));
  for (const { source, target, attributes } of graph.edgeEntries())
    if (!isWeak(attributes.relation)) yield [places.get(source) ?? 0, places.get(target) ?? 0];
}

const isWeak = (relation: Relation): boolean => relation === "attended" || relation === "covered";

function findLonely(graph: MinutesGraph): Set<string> {
  const isWeakEdge = (edge: string): boolean => isWeak(graph.getEdgeAttribute(edge, "relation"));
  return new Set(
    graph.filterNodes(
      (node, { kind }) => kind !== "meeting" && graph.degree(node) > 0 && graph.edges(node).every(isWeakEdge),
    ),
  );
}

/** What is named and has no edge is held near the meeting where it is named. */
function tieUnlinked(graph: MinutesGraph, projection: UndirectedGraph<Point, { weight: number }>): void {
  const meetings = new Map<string, string>();
  graph.forEachNode((node, { kind, document }) => {
    if (kind === "meeting" && document !== undefined) meetings.set(document, node);
  });
  for (const [id, { mentions }] of Object.entries(graph.getAttribute("documents")).sort(([a], [b]) =>
    compareCodeUnits(a, b),
  )) {
    const meeting = meetings.get(id);
    if (meeting === undefined) continue;
    for (const { node } of mentions)
      if (node !== meeting && graph.hasNode(node) && graph.degree(node) === 0)
        projection.mergeUndirectedEdge(meeting, node, { weight: ONLY_PULL });
  }
  const [first] = [...meetings.values()].sort();
  if (first === undefined) return;
  for (const node of projection.filterNodes((key) => projection.degree(key) === 0 && key !== first).sort())
    projection.addUndirectedEdge(first, node, { weight: ONLY_PULL });
}

/** Rounded, since engines may differ in the last digit of a sine. */
function spiralPoint(index: number): Point {
  const radius = 10 * Math.sqrt(index + 0.5);
  return roundPoint({
    x: radius * Math.cos(index * GOLDEN_ANGLE),
    y: radius * Math.sin(index * GOLDEN_ANGLE),
  });
}

/** Brings the points' spread to what as many nodes need, wider than high. */
function scalePoints(points: Point[]): void {
  const spread = Math.sqrt(points.reduce((sum, { x, y }) => sum + x * x + y * y, 0) / (points.length || 1));
  const factor = spread > 0 ? (SPACING * Math.sqrt(points.length)) / 2 / spread : 1;
  for (const point of points) {
    point.x *= factor * STRETCH;
    point.y *= factor;
  }
}

function roundPoint(point: Point | undefined): Point {
  const round = (value: number) => Math.round(value * 100) / 100 + 0;
  return { x: round(point?.x ?? 0), y: round(point?.y ?? 0) };
}
