export interface Point {
  x: number;
  y: number;
}

/** Half axes of the ellipse that a node keeps free, in graph units: names are wide and low. */
const WIDTH = 100;
const HEIGHT = 34;
const ROUNDS = 60;

/**
 * Moves points apart until hardly any lies in the ellipse that another keeps free; the rest stays where it is.
 * Cost: linear in the number of points for each of at most 60 rounds.
 */
export function separatePoints(points: readonly Point[]): void {
  for (let round = 0; round < ROUNDS; round++) {
    if (!separateOnce(points)) return;
  }
}

function separateOnce(points: readonly Point[]): boolean {
  const cells = sortIntoCells(points);
  let moved = false;
  points.forEach((point, index) => {
    const column = Math.floor(point.x / WIDTH);
    const row = Math.floor(point.y / HEIGHT);
    for (let cell = 0; cell < 9; cell++) {
      const others = cells.get(cellKey(column - 1 + (cell % 3), row - 1 + Math.floor(cell / 3)));
      for (const other of others ?? []) {
        if (other > index && pushApart(point, points[other])) moved = true;
      }
    }
  });
  return moved;
}

function sortIntoCells(points: readonly Point[]): Map<string, number[]> {
  const cells = new Map<string, number[]>();
  points.forEach(({ x, y }, index) => {
    const key = cellKey(Math.floor(x / WIDTH), Math.floor(y / HEIGHT));
    const cell = cells.get(key);
    if (cell) cell.push(index);
    else cells.set(key, [index]);
  });
  return cells;
}

function cellKey(column: number, row: number): string {
  return `${column},${row}`;
}

function pushApart(a: Point, b: Point | undefined): boolean {
  if (!b) return false;
  const dx = (b.x - a.x) / WIDTH;
  const dy = (b.y - a.y) / HEIGHT;
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance >= 1) return false;
  // Points in one place part upwards and downwards.
  const push = (1.02 - distance) / 2;
  const x = distance > 0 ? (dx / distance) * push * WIDTH : 0;
  const y = distance > 0 ? (dy / distance) * push * HEIGHT : push * HEIGHT;
  a.x -= x;
  a.y -= y;
  b.x += x;
  b.y += y;
  return true;
}
