export interface Point {
  x: number;
  y: number;
}

/** The room that points leave each other. */
export interface Spacing {
  /** Half axes of the ellipse around a point in which no other lies, in graph units. */
  width: number;
  height: number;
  /** How often all points are looked at, at most. */
  rounds: number;
  /** Which part of the ellipse two points need between them, by their places in the list: all of it unless told. */
  share?: (one: number, other: number) => number;
}

/** Names are wide and low. */
const ROOM_FOR_NAMES: Spacing = { width: 100, height: 34, rounds: 60 };

/**
 * Moves points apart until hardly any lies in the ellipse that another keeps free; the rest stays where it is.
 * Cost: linear in the number of points for each round.
 */
export function separatePoints(points: readonly Point[], spacing: Spacing = ROOM_FOR_NAMES): void {
  for (let round = 0; round < spacing.rounds; round++) {
    if (!separateOnce(points, spacing)) return;
  }
}

function separateOnce(points: readonly Point[], spacing: Spacing): boolean {
  const { width, height, share } = spacing;
  const cells = sortIntoCells(points, spacing);
  let moved = false;
  points.forEach((point, index) => {
    const column = Math.floor(point.x / width);
    const row = Math.floor(point.y / height);
    for (let cell = 0; cell < 9; cell++) {
      const others = cells.get(cellKey(column - 1 + (cell % 3), row - 1 + Math.floor(cell / 3)));
      for (const other of others ?? []) {
        if (other <= index) continue;
        const part = share?.(index, other) ?? 1;
        if (pushApart(point, points[other], width * part, height * part)) moved = true;
      }
    }
  });
  return moved;
}

function sortIntoCells(points: readonly Point[], { width, height }: Spacing): Map<string, number[]> {
  const cells = new Map<string, number[]>();
  points.forEach(({ x, y }, index) => {
    const key = cellKey(Math.floor(x / width), Math.floor(y / height));
    const cell = cells.get(key);
    if (cell) cell.push(index);
    else cells.set(key, [index]);
  });
  return cells;
}

function cellKey(column: number, row: number): string {
  return `${column},${row}`;
}

function pushApart(a: Point, b: Point | undefined, width: number, height: number): boolean {
  if (!b) return false;
  const dx = (b.x - a.x) / width;
  const dy = (b.y - a.y) / height;
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance >= 1) return false;
  // Points in one place part upwards and downwards.
  const push = (1.02 - distance) / 2;
  const x = distance > 0 ? (dx / distance) * push * width : 0;
  const y = distance > 0 ? (dy / distance) * push * height : push * height;
  a.x -= x;
  a.y -= y;
  b.x += x;
  b.y += y;
  return true;
}
