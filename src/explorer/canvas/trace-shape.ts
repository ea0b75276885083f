import type { DrawingContext } from "../../formats/svg-context.ts";
import type { NodeKind } from "../../model/schema.ts";

/** A node as it is drawn, in pixels. */
export interface Shape {
  kind: NodeKind;
  x: number;
  y: number;
  radius: number;
}

/** The radius of a core in parts of the shape's; a ring has its core in its hole. The picture's program has them, too. */
export const CORE = 0.4;
export const RING_CORE = 0.26;

export interface Filling {
  colour: string;
  /** The colour of the ground in the middle, so that more groups are told apart than there are colours. */
  core: string | undefined;
}

/** Fills a node's shape. */
export function fillShape(context: DrawingContext, shape: Shape, { colour, core }: Filling): void {
  context.fillStyle = colour;
  context.beginPath();
  traceShape(context, shape);
  context.fill();
  if (core === undefined) return;
  const { kind, x, y, radius } = shape;
  if (kind !== "meeting") context.fillStyle = core;
  context.beginPath();
  context.arc(x, y, radius * (kind === "meeting" ? RING_CORE : CORE), 0, 2 * Math.PI);
  context.fill();
}

/** The same shapes as the picture below has. */
function traceShape(context: DrawingContext, node: Shape): void {
  const { kind, x, y, radius } = node;
  if (kind === "organisation") context.rect(x - radius * 0.8, y - radius * 0.8, radius * 1.6, radius * 1.6);
  else if (kind === "project") traceCorners(context, node, 4, 1.05);
  else if (kind === "topic") traceCorners(context, node, 6, 0.97);
  else if (kind === "meeting") traceRound(context, node);
  else context.arc(x, y, radius, 0, 2 * Math.PI);
}

/** A disc with a hole: the inner circle goes the other way round. */
function traceRound(context: DrawingContext, { x, y, radius }: Shape): void {
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.closePath();
  context.moveTo(x + radius * 0.46, y);
  context.arc(x, y, radius * 0.46, 0, -2 * Math.PI, true);
}

function traceCorners(
  context: DrawingContext,
  { x, y, radius }: Shape,
  corners: number,
  scale: number,
): void {
  for (let corner = 0; corner < corners; corner++) {
    const angle = (corner * 2 * Math.PI) / corners;
    const [across, down] = [x + radius * scale * Math.cos(angle), y + radius * scale * Math.sin(angle)];
    if (corner === 0) context.moveTo(across, down);
    else context.lineTo(across, down);
  }
  context.closePath();
}
