import type { Sigma } from "sigma";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { DrawingContext } from "../../formats/svg-context.ts";
import type { Relation } from "../../model/schema.ts";
import type { Shown } from "../store/explorer-store.ts";
import type { Look } from "../../view/look.ts";
import { drawHulls } from "./draw-hulls.ts";
import { strokeLine } from "./line-style.ts";
import type { PaintBox } from "./paint-box.ts";
import { type Box, type LabelWish, placeLabels } from "./place-labels.ts";
import { lookInto } from "./sigma-inner.ts";
import type { CanvasTheme } from "./theme.ts";
import { fillShape, type Shape } from "./trace-shape.ts";

export interface OverlayScene {
  sigma: Sigma;
  graph: MinutesGraph;
  /** Every node, the most important first. */
  ranking: readonly string[];
  shown: Shown;
  theme: CanvasTheme;
  /** The node whose neighbourhood is lifted. */
  active: string | undefined;
  selected: string | undefined;
  isMoving: boolean;
  /** How far edges bend, in parts of the distance between their nodes; the others are straight. */
  curves: ReadonlyMap<string, number>;
  /** Where no label may be. */
  closed: readonly Box[];
  paints: PaintBox;
  labels: Look["labels"];
  /** Nodes that are selected together. */
  several: readonly string[];
  /** Nodes that the answer names which is shown. */
  answered: readonly string[];
  hasLines: boolean;
  /** The nodes of the way that is shown, from end to end. */
  way: readonly string[];
  /** What the layout leaves where it is. */
  pinned: ReadonlySet<string>;
}

interface Point {
  x: number;
  y: number;
}

interface DrawnNode extends Shape {
  key: string;
  label: string;
}

/** So many candidates for a label are looked at in one drawing. */
const MOST_CANDIDATES = 1500;
const MOST_LABELS: Readonly<Record<Look["labels"], number>> = { many: 220, few: 14, none: 0 };
/** So many of the most telling labels are there even if they cover a lesser node. */
const COVERING = 10;
const LONGEST_LABEL = 38;
/** From a node's outline to the ring that marks it, in pixels. */
const RING = 4;
/** The length of an arrow's head, in pixels. */
const HEAD = 6;

/** Draws labels, and over a veil the neighbourhood of the active node, on top of Sigma's picture. */
export function drawOverlay(context: CanvasRenderingContext2D, scene: OverlayScene): void {
  const { width, height } = scene.sigma.getDimensions();
  context.clearRect(0, 0, width, height);
  paintOverlay(context, scene);
}

/** The same on top of whatever is there. */
export function paintOverlay(context: DrawingContext, scene: OverlayScene): void {
  const { active } = scene;
  if (active !== undefined && scene.graph.hasNode(active)) drawNeighbourhood(context, scene, active);
  else if (scene.several.length > 0) drawSeveral(context, scene, scene.several);
  else if (scene.way.length > 0) drawWay(context, scene);
  else if (scene.answered.length > 0) drawSeveral(context, scene, scene.answered);
  else drawWhole(context, scene);
  for (const node of scene.pinned) drawPin(context, scene, node);
}

function drawWhole(context: DrawingContext, scene: OverlayScene): void {
  const { sigma, shown, theme, paints, closed } = scene;
  const names = drawHulls(context, { sigma, shown, theme, paints, closed });
  drawWholes(context, scene);
  drawHaloes(context, scene);
  const candidates = listCandidates(scene).filter(({ key }) => !paints.isFaint(key));
  drawLabels(context, { ...scene, closed: [...closed, ...names] }, candidates, COVERING);
}

/** With more lines than these, heads would cover the picture. */
const MOST_HEADS = 600;

/** Of lines between things of one kind, a head says which is part of which; the others' kinds say it. */
function drawWholes(context: DrawingContext, scene: OverlayScene): void {
  const { graph, shown, theme, curves, hasLines, paints } = scene;
  if (!hasLines || shown.edges.size > MOST_HEADS) return;
  for (const edge of shown.edges) {
    if (graph.getEdgeAttribute(edge, "relation") !== "part_of") continue;
    const ends = graph.extremities(edge);
    const [from, to] = ends.map((end) => locate(scene, end));
    if (!from || !to || shown.faint?.edges.has(edge)) continue;
    context.fillStyle = paints.lineColourOf("part_of", ends);
    drawHead(context, from, to, curves.get(edge) ?? 0);
  }
  context.fillStyle = theme.text;
}

/** The head of an arrow, at the outline of the node that it leads to. */
function drawHead(context: DrawingContext, from: Point, to: DrawnNode, bend: number): void {
  const [x, y] = [(from.x + to.x) / 2 + (to.y - from.y) * bend, (from.y + to.y) / 2 - (to.x - from.x) * bend];
  const [across, down] = bend === 0 ? [to.x - from.x, to.y - from.y] : [to.x - x, to.y - y];
  const length = Math.hypot(across, down);
  if (length < to.radius + HEAD) return;
  const [ux, uy] = [across / length, down / length];
  const tip = { x: to.x - ux * (to.radius + 1), y: to.y - uy * (to.radius + 1) };
  const back = { x: tip.x - ux * HEAD, y: tip.y - uy * HEAD };
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(back.x - (uy * HEAD) / 2, back.y + (ux * HEAD) / 2);
  context.lineTo(back.x + (uy * HEAD) / 2, back.y - (ux * HEAD) / 2);
  context.closePath();
  context.fill();
}

function drawHaloes(context: DrawingContext, scene: OverlayScene): void {
  const { shown, paints, theme } = scene;
  context.strokeStyle = theme.ring;
  context.lineWidth = 2.5;
  for (const key of shown.nodes) {
    const node = paints.hasHalo(key) ? locate(scene, key) : undefined;
    if (!node) continue;
    context.beginPath();
    context.arc(node.x, node.y, node.radius + RING - 1, 0, 2 * Math.PI);
    context.stroke();
  }
}

/** A small pin at the shoulder of a node. */
function drawPin(context: DrawingContext, scene: OverlayScene, key: string): void {
  const node = scene.graph.hasNode(key) ? locate(scene, key) : undefined;
  if (!node) return;
  const { theme } = scene;
  const [x, y] = [node.x + node.radius * 0.75, node.y - node.radius * 0.75];
  context.strokeStyle = theme.text;
  context.fillStyle = theme.background;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + 5, y - 6);
  context.stroke();
  context.beginPath();
  context.arc(x + 7, y - 8, 4, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}

/** The way between two nodes, over a veil. */
function drawWay(context: DrawingContext, scene: OverlayScene): void {
  drawVeil(context, scene);
  const { theme } = scene;
  const nodes = scene.way.flatMap((node) => locate(scene, node) ?? []);
  context.strokeStyle = theme.accent;
  context.lineWidth = 3;
  for (const [place, to] of nodes.entries()) {
    const from = nodes[place - 1];
    if (from) drawEdge(context, { from, to, bend: 0 });
  }
  for (const node of nodes) drawNode(context, node, scene);
  for (const end of [nodes[0], nodes.at(-1)]) if (end) drawRing(context, end, theme);
  const ringed = nodes.map((node) => ({ ...node, radius: node.radius + RING }));
  drawLabels(context, scene, ringed, ringed.length);
}

function locate({ sigma, graph }: OverlayScene, key: string): DrawnNode | undefined {
  const data = lookInto(sigma).nodeDataCache[key];
  if (!data || data.hidden) return undefined;
  const { x, y } = sigma.framedGraphToViewport(data);
  const { kind, label } = graph.getNodeAttributes(key);
  return { key, kind, label, x, y, radius: sigma.scaleSize(data.size) };
}

function listCandidates(scene: OverlayScene): DrawnNode[] {
  const { sigma } = scene;
  const { nodeDataCache } = lookInto(sigma);
  const { left, top, right, bottom } = findFrame(sigma);
  const limit = scene.isMoving ? MOST_CANDIDATES / 3 : MOST_CANDIDATES;
  const found: DrawnNode[] = [];
  for (const key of scene.ranking) {
    if (found.length >= limit) break;
    const data = nodeDataCache[key];
    if (
      !data ||
      !scene.shown.nodes.has(key) ||
      data.x < left ||
      data.x > right ||
      data.y < top ||
      data.y > bottom
    )
      continue;
    const node = locate(scene, key);
    if (node) found.push(node);
  }
  return found;
}

/** What of the framed graph is seen, and a little around it. */
function findFrame(sigma: Sigma): Box {
  const { width, height } = sigma.getDimensions();
  const corners = [
    { x: -200, y: -20 },
    { x: width + 20, y: -20 },
    { x: -200, y: height + 20 },
    { x: width + 20, y: height + 20 },
  ].map((corner) => sigma.viewportToFramedGraph(corner));
  const [x, y] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
  return { left: Math.min(...x), right: Math.max(...x), top: Math.min(...y), bottom: Math.max(...y) };
}

function drawLabels(
  context: DrawingContext,
  { theme, closed, labels }: OverlayScene,
  nodes: readonly DrawnNode[],
  always: number,
): void {
  const wishes = nodes.slice(0, MOST_LABELS[labels]).map((node) => toWish(context, node, theme));
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 4;
  for (const label of placeLabels(wishes, nodes, always, closed)) {
    context.font = fontOf(label.radius, theme);
    context.strokeStyle = theme.halo;
    context.strokeText(label.text, label.left, label.top + label.height / 2);
    context.fillStyle = theme.text;
    context.fillText(label.text, label.left, label.top + label.height / 2);
  }
}

const fontOf = (radius: number, { font }: CanvasTheme): string =>
  `${radius > 9 ? "600 13px" : radius > 6 ? "500 12px" : "400 11.5px"} ${font}`;

function toWish(context: DrawingContext, node: DrawnNode, theme: CanvasTheme): LabelWish {
  const text = node.label.length > LONGEST_LABEL ? `${node.label.slice(0, LONGEST_LABEL - 1)}…` : node.label;
  context.font = fontOf(node.radius, theme);
  return {
    text,
    x: node.x,
    y: node.y,
    radius: node.radius,
    width: context.measureText(text).width,
    height: 16,
  };
}

function drawNeighbourhood(context: DrawingContext, scene: OverlayScene, active: string): void {
  const { theme, graph, shown, selected } = scene;
  drawVeil(context, scene);
  const centre = locate(scene, active);
  if (!centre) return;
  const neighbours = new Map<string, DrawnNode>([[active, centre]]);
  graph.forEachEdge(active, (edge, { relation, weight }, source, target) => {
    if (!shown.edges.has(edge)) return;
    const other = locate(scene, source === active ? target : source);
    if (!other) return;
    neighbours.set(other.key, other);
    context.strokeStyle = theme.relations[relation];
    context.lineWidth = 1.2 + Math.min(Math.log2(weight), 3);
    const [from, to] = source === active ? [centre, other] : [other, centre];
    drawEdge(context, { from, to, bend: scene.curves.get(edge) ?? 0 }, relation);
    if (relation === "related_to") return;
    context.fillStyle = theme.relations[relation];
    drawHead(context, from, to, scene.curves.get(edge) ?? 0);
  });
  for (const node of neighbours.values()) drawNode(context, node, scene);
  drawRing(context, centre, theme);
  if (selected !== undefined && selected !== active) {
    const ringed = neighbours.get(selected);
    if (ringed) drawRing(context, ringed, theme);
  }
  neighbours.delete(active);
  const byRadius = [...neighbours.values()].sort((a, b) => b.radius - a.radius);
  drawLabels(
    context,
    { ...scene, labels: "many" },
    [{ ...centre, radius: centre.radius + RING }, ...byRadius],
    1,
  );
}

/** What is selected together, or an answer names, with the lines between, over a veil. */
function drawSeveral(context: DrawingContext, scene: OverlayScene, keys: readonly string[]): void {
  const { theme, graph, shown } = scene;
  drawVeil(context, scene);
  const nodes = new Map<string, DrawnNode>();
  const isChosen = keys === scene.several;
  for (const key of keys) {
    const node = shown.nodes.has(key) ? locate(scene, key) : undefined;
    if (node) nodes.set(key, node);
  }
  for (const key of nodes.keys())
    graph.forEachOutEdge(key, (edge, { relation, weight }, source, target) => {
      const [from, to] = [nodes.get(source), nodes.get(target)];
      if (!from || !to || !shown.edges.has(edge)) return;
      context.strokeStyle = theme.relations[relation];
      context.lineWidth = 1.2 + Math.min(Math.log2(weight), 3);
      drawEdge(context, { from, to, bend: scene.curves.get(edge) ?? 0 }, relation);
    });
  for (const node of nodes.values()) {
    drawNode(context, node, scene);
    if (isChosen) drawRing(context, node, theme);
  }
  const ringed = [...nodes.values()].map((node) => ({ ...node, radius: node.radius + RING }));
  drawLabels(context, { ...scene, labels: "many" }, ringed, COVERING);
}

function drawVeil(context: DrawingContext, { sigma, theme }: OverlayScene): void {
  const { width, height } = sigma.getDimensions();
  context.globalAlpha = 0.84;
  context.fillStyle = theme.background;
  context.fillRect(0, 0, width, height);
  context.globalAlpha = 1;
}

function drawEdge(
  context: DrawingContext,
  line: { from: Point; to: Point; bend: number },
  relation?: Relation,
): void {
  traceEdge(context, line.from, line.to, line.bend);
  strokeLine(context, relation, line);
}

/** Bends as Sigma's program for curved edges does. */
export function traceEdge(context: DrawingContext, from: Point, to: Point, bend: number): void {
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  context.beginPath();
  context.moveTo(from.x, from.y);
  if (bend === 0) context.lineTo(to.x, to.y);
  else context.quadraticCurveTo(x + (to.y - from.y) * bend, y - (to.x - from.x) * bend, to.x, to.y);
}

function drawRing(context: DrawingContext, { x, y, radius }: DrawnNode, theme: CanvasTheme): void {
  context.strokeStyle = theme.text;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(x, y, radius + RING, 0, 2 * Math.PI);
  context.stroke();
}

function drawNode(context: DrawingContext, node: DrawnNode, { theme, paints }: OverlayScene): void {
  if (node.kind === "meeting") coverLines(context, node, theme);
  const colour = paints.colourOf(node.key, node.kind);
  fillShape(context, node, { colour, core: paints.hasCore(node.key) ? theme.background : undefined });
}

/** Through the hole of a ring no line is seen. */
function coverLines(context: DrawingContext, { x, y, radius }: Shape, { background }: CanvasTheme): void {
  context.fillStyle = background;
  context.beginPath();
  context.arc(x, y, radius * 0.9, 0, 2 * Math.PI);
  context.fill();
}
