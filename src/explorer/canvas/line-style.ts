import type { DrawingContext } from "../../formats/svg-context.ts";
import type { Relation } from "../../model/schema.ts";

/** What is promised is not done yet: its lines are dashed, so that colour is not all that tells them apart. */
export const DASHED: ReadonlySet<Relation> = new Set<Relation>(["committed_to"]);

/** About how far one dash begins behind the other, in pixels of the screen: the same at every zoom. */
export const PERIOD = 11;
/** The part of it that is drawn. */
export const DASH_SHARE = 0.6;
/** However short, a line has so many dashes. */
export const FEWEST_DASHES = 2;

interface Point {
  x: number;
  y: number;
}

/**
 * The dashes of a line, which begins and ends with one.
 * @param length of the line, in pixels
 * @returns the lengths of a dash and of a gap, in pixels
 */
export function findDashes(length: number): [dash: number, gap: number] {
  const count = Math.max(FEWEST_DASHES, Math.floor(length / PERIOD + 0.5));
  const period = length / (count - 1 + DASH_SHARE);
  return [period * DASH_SHARE, period * (1 - DASH_SHARE)];
}

/**
 * The length of a line that bends as a quadratic Bézier curve.
 * @param bend from the middle to the control point, in parts of the distance between the ends
 * @see Gravesen, "Adaptive subdivision and the length and energy of Bézier curves", 1997,
 *   https://doi.org/10.1016/0925-7721(95)00054-2
 */
export function measureLine(from: Point, to: Point, bend: number): number {
  const chord = Math.hypot(to.x - from.x, to.y - from.y);
  return (chord * (2 + 2 * Math.hypot(0.5, bend))) / 3;
}

/** Strokes a line that was traced, in the style of its relation. */
export function strokeLine(
  context: DrawingContext,
  relation: Relation | undefined,
  { from, to, bend }: { from: Point; to: Point; bend: number },
): void {
  const isDashed = relation !== undefined && DASHED.has(relation);
  if (isDashed) context.setLineDash(findDashes(measureLine(from, to, bend)));
  context.stroke();
  if (isDashed) context.setLineDash([]);
}
