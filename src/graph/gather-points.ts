import type { Point } from "./separate-points.ts";

/** The side of the cells by which neighbours are found, and how near what lay apart comes, in graph units. */
const [CELL, NEAR] = [150, 130];

/**
 * Moves what lies far from everything else nearer, as a whole and by the shortest way: an empty stretch says nothing,
 * and makes all the rest small. What is linked stays together, and nothing leaves the bounds of all. Cost: linear, and for each part that lies apart once more.
 * @param links the places in the list of points that are linked
 */
export function gatherPoints(
  points: readonly Point[],
  links: Iterable<readonly [one: number, other: number]>,
): void {
  const clusters = findClusters(points, links);
  const [main = [], ...others] = clusters;
  const gathered = [...main];
  const bounds = findBounds(points);
  for (const cluster of others) {
    bringNear(points, cluster, gathered, bounds);
    gathered.push(...cluster);
  }
}

/** What is linked or lies near, the largest first; of equals the one with the first point. */
function findClusters(
  points: readonly Point[],
  links: Iterable<readonly [one: number, other: number]>,
): number[][] {
  const parents = points.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] = parents[parents[root] ?? root] ?? root;
    return root;
  };
  const join = (one: number, other: number): void => {
    const [a, b] = [find(one), find(other)];
    parents[Math.max(a, b)] = Math.min(a, b);
  };
  for (const [one, other] of links) join(one, other);
  const cells = new Map<string, number>();
  const keyOf = (column: number, row: number): string => `${column},${row}`;
  for (const [index, { x, y }] of points.entries()) {
    const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)];
    if (!cells.has(keyOf(column, row))) cells.set(keyOf(column, row), index);
    for (let cell = 0; cell < 9; cell++) {
      const near = cells.get(keyOf(column - 1 + (cell % 3), row - 1 + Math.floor(cell / 3)));
      if (near !== undefined) join(index, near);
    }
  }
  const clusters = new Map<number, number[]>();
  for (const index of points.keys()) {
    const root = find(index);
    const cluster = clusters.get(root);
    if (cluster) cluster.push(index);
    else clusters.set(root, [index]);
  }
  return [...clusters.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}

interface Bounds {
  low: Point;
  high: Point;
}

function findBounds(points: readonly Point[]): Bounds {
  const bounds = { low: { x: Infinity, y: Infinity }, high: { x: -Infinity, y: -Infinity } };
  for (const { x, y } of points) {
    bounds.low = { x: Math.min(bounds.low.x, x), y: Math.min(bounds.low.y, y) };
    bounds.high = { x: Math.max(bounds.high.x, x), y: Math.max(bounds.high.y, y) };
  }
  return bounds;
}

function bringNear(
  points: readonly Point[],
  cluster: readonly number[],
  others: readonly number[],
  { low, high }: Bounds,
): void {
  let best = { x: 0, y: 0, distance: Infinity };
  for (const index of cluster)
    for (const other of others) {
      const [from, to] = [points[index], points[other]];
      if (!from || !to) continue;
      const [x, y] = [to.x - from.x, to.y - from.y];
      const distance = Math.sqrt(x * x + y * y);
      if (distance < best.distance) best = { x, y, distance };
    }
  if (best.distance <= NEAR || best.distance === Infinity) return;
  const share = (best.distance - NEAR) / best.distance;
  const members = cluster.flatMap((index) => points[index] ?? []);
  const own = findBounds(members);
  const limit = (key: "x" | "y"): number =>
    Math.max(low[key] - own.low[key], Math.min(high[key] - own.high[key], best[key] * share));
  const [x, y] = [limit("x"), limit("y")];
  for (const point of members) {
    point.x += x;
    point.y += y;
  }
}
