export interface HullPoint {
  x: number;
  y: number;
}

/**
 * The corners of the smallest convex shape that has every point in it, in order round it. Cost: n log n.
 * @see Andrew, "Another efficient algorithm for convex hulls in two dimensions", 1979,
 *   https://doi.org/10.1016/0020-0190(79)90072-3
 */
export function findHull(points: readonly HullPoint[]): HullPoint[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  return [...findHalf(sorted), ...findHalf(sorted.toReversed())];
}

/** One side, without its last corner, which is the other's first. */
function findHalf(points: readonly HullPoint[]): HullPoint[] {
  const half: HullPoint[] = [];
  for (const point of points) {
    while (half.length > 1 && turn(half.at(-2), half.at(-1), point) <= 0) half.pop();
    half.push(point);
  }
  half.pop();
  return half;
}

function turn(a: HullPoint | undefined, b: HullPoint | undefined, c: HullPoint): number {
  if (!a || !b) return 0;
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
