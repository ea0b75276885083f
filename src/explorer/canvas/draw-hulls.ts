import type { Sigma } from "sigma";
import type { DrawingContext } from "../../formats/svg-context.ts";
import type { Shown } from "../store/explorer-store.ts";
import type { Group } from "../../view/look.ts";
import { findHull, type HullPoint } from "./find-hull.ts";
import type { PaintBox } from "./paint-box.ts";
import type { Box } from "./place-labels.ts";
import { lookInto } from "./sigma-inner.ts";
import type { CanvasTheme } from "./theme.ts";
import { fillShape } from "./trace-shape.ts";

interface HullScene {
  sigma: Sigma;
  shown: Shown;
  theme: CanvasTheme;
  paints: PaintBox;
  closed: readonly Box[];
}

/** From a hull's nodes to its outline, in pixels. */
const MARGIN = 16;
/** A hull is drawn round the nearest of its nodes to its middle, so that one far away does not cover the picture. */
const INNER_SHARE = 0.85;
/** With more nodes than these, outlines cost more than a picture may take. */
const MOST_NODES = 10_000;
/** The outline of a group that shares its colour with another: dash and gap, in pixels. */
const DASHES = [6, 4];
const NAME_HEIGHT = 18;
/** The room of the dot before a name, in pixels. */
const DOT = 15;
/** How much wider than its hull a name may be. */
const WIDEST = 1.7;

/**
 * Draws faint outlines round the groups, each with its name above where there is room.
 * @returns where the names are
 */
export function drawHulls(context: DrawingContext, scene: HullScene): Box[] {
  const { paints, closed } = scene;
  const members = collectPoints(scene);
  const all = [...members.values()].flat();
  const taken: Box[] = [];
  for (const group of paints.outlined) {
    const points = keepInner(members.get(group.key) ?? []);
    if (points.length < 3) continue;
    const hull = findHull(points.flatMap(surround));
    drawOutline(context, hull, { colour: paints.colourOfGroup(group), isDashed: group.hasCore });
    const box = placeName(context, scene.theme, {
      hull,
      name: group.name,
      taken: [...closed, ...taken],
      all,
    });
    if (!box) continue;
    taken.push(box);
    drawName(context, scene, group, box);
  }
  return taken;
}

function collectPoints({ sigma, shown, paints }: HullScene): Map<string, HullPoint[]> {
  const members = new Map(paints.outlined.map(({ key }) => [key, [] as HullPoint[]]));
  if (members.size === 0 || shown.nodes.size > MOST_NODES) return members;
  const { nodeDataCache } = lookInto(sigma);
  for (const node of shown.nodes) {
    const points = members.get(paints.groupOf(node)?.key ?? "");
    const data = points && !paints.isFaint(node) ? nodeDataCache[node] : undefined;
    if (data) points?.push(sigma.framedGraphToViewport(data));
  }
  return members;
}

function keepInner(points: readonly HullPoint[]): HullPoint[] {
  const x = findMiddle(points.map((point) => point.x));
  const y = findMiddle(points.map((point) => point.y));
  const distance = (point: HullPoint): number => Math.hypot(point.x - x, point.y - y);
  return points
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, Math.max(3, Math.ceil(points.length * INNER_SHARE)));
}

function findMiddle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Points of a circle, so that the hull keeps a distance and is round at its corners. */
function surround({ x, y }: HullPoint): HullPoint[] {
  return Array.from({ length: 12 }, (_, index) => {
    const angle = (index * Math.PI) / 6;
    return { x: x + MARGIN * Math.cos(angle), y: y + MARGIN * Math.sin(angle) };
  });
}

function drawOutline(
  context: DrawingContext,
  hull: readonly HullPoint[],
  { colour, isDashed }: { colour: string; isDashed: boolean },
): void {
  context.save();
  context.beginPath();
  for (const { x, y } of hull) context.lineTo(x, y);
  context.closePath();
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.globalAlpha = 0.08;
  context.fill();
  context.globalAlpha = 0.35;
  context.lineWidth = 1;
  if (isDashed) context.setLineDash(DASHES);
  context.stroke();
  context.setLineDash([]);
  context.restore();
}

function drawName(
  context: DrawingContext,
  { paints, theme }: HullScene,
  group: Group,
  { left, top }: Box,
): void {
  const middle = top + NAME_HEIGHT / 2;
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = theme.halo;
  context.strokeText(group.name, left + DOT, middle);
  context.fillStyle = theme.text;
  context.fillText(group.name, left + DOT, middle);
  const dot = { kind: "person", x: left + 5, y: middle, radius: 5 } as const;
  const core = group.hasCore ? theme.background : undefined;
  fillShape(context, dot, { colour: paints.colourOfGroup(group), core });
}

interface NameWish {
  hull: readonly HullPoint[];
  name: string;
  taken: readonly Box[];
  /** Nodes that it had better not cover. */
  all: readonly HullPoint[];
}

/** Above its hull, else below, where it covers fewest nodes; nowhere if it is far wider than the hull. */
function placeName(
  context: DrawingContext,
  theme: CanvasTheme,
  { hull, name, taken, all }: NameWish,
): Box | undefined {
  context.font = `italic 600 13px ${theme.font}`;
  const width = context.measureText(name).width + DOT;
  const [xs, ys] = [hull.map(({ x }) => x), hull.map(({ y }) => y)];
  const [first, last, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (width > WIDEST * (last - first)) return undefined;
  const left = (first + last - width) / 2;
  const covered = (box: Box): number => all.filter((point) => isOver(box, widen(point))).length;
  return [top - NAME_HEIGHT - 2, bottom + 2, top + 2, bottom - NAME_HEIGHT - 2]
    .map((y) => ({ left, top: y, right: left + width, bottom: y + NAME_HEIGHT }))
    .filter((box) => taken.every((other) => !isOver(box, other)))
    .sort((a, b) => covered(a) - covered(b))[0];
}

const widen = ({ x, y }: HullPoint): Box => ({ left: x - 8, top: y - 8, right: x + 8, bottom: y + 8 });

const isOver = (a: Box, b: Box): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
