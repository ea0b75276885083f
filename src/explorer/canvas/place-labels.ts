/** A rectangle in pixels of the drawing. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A label that wants a place, the most telling first. */
export interface LabelWish {
  text: string;
  /** The node's centre and radius, in pixels. */
  x: number;
  y: number;
  radius: number;
  width: number;
  height: number;
}

export interface PlacedLabel extends LabelWish {
  left: number;
  top: number;
}

const CELL = 64;
const GAP = 3;
/** What stays free beside other nodes, so that no name seems to be theirs, in pixels. */
const AIR = 4;
/** What stays free between two names on a line, so that they are not read as one, in pixels. */
const APART = 6;

const isOver = (a: Box, b: Box): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/** Rectangles by the cells of a grid, so that only near ones are compared. */
class BoxGrid {
  private readonly cells = new Map<number, Box[]>();

  add(box: Box): void {
    this.visit(box, (key) => {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
      return false;
    });
  }

  overlaps(box: Box, except?: Box): boolean {
    return this.visit(box, (key) =>
      (this.cells.get(key) ?? []).some((other) => other !== except && isOver(box, other)),
    );
  }

  private visit({ left, top, right, bottom }: Box, meet: (key: number) => boolean): boolean {
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++)
      for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++)
        if (meet(column * 65_536 + row)) return true;
    return false;
  }
}

/**
 * Finds a place for every label that fits: right of its node, else left, below or above, over no other label and over
 * no other node. A label without a place is left out, except that the first few may cover lesser nodes.
 * @param wishes the most telling first
 * @param nodes centres and radii of what labels must not cover
 * @param always how many of the first may cover a node no larger than their own
 * @param closed where no label may be: beneath panels, and beyond the drawing's edges
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  nodes: readonly Pick<LabelWish, "x" | "y" | "radius">[],
  always: number,
  closed: readonly Box[],
): PlacedLabel[] {
  const taken = new BoxGrid();
  const discs = new BoxGrid();
  const own = new Map<string, Box>();
  for (const { x, y, radius } of nodes) {
    const reach = radius + AIR;
    const box = { left: x - reach, top: y - radius, right: x + reach, bottom: y + radius };
    own.set(`${x} ${y}`, box);
    discs.add(box);
  }
  return wishes.flatMap((wish, rank) => {
    const disc = own.get(`${wish.x} ${wish.y}`);
    const free = listPlaces(wish).filter(
      (place) => !taken.overlaps(place) && !closed.some((box) => isOver(place, box)),
    );
    const clear = free.find((place) => !discs.overlaps(place, disc));
    const box = clear ?? (rank < always ? leastCovered(free, nodes, wish) : undefined);
    if (!box) return [];
    taken.add({ ...box, left: box.left - APART, right: box.right + APART });
    return [{ ...wish, left: box.left, top: box.top }];
  });
}

/** The place over the fewest and smallest nodes, none of them larger than the label's own. */
function leastCovered(
  places: readonly Box[],
  nodes: readonly Pick<LabelWish, "x" | "y" | "radius">[],
  wish: LabelWish,
): Box | undefined {
  const costs = places.map(({ left, top, right, bottom }) =>
    nodes.reduce((cost, { x, y, radius }) => {
      const isOwn = x === wish.x && y === wish.y;
      const isUnder = x + radius > left && x - radius < right && y + radius > top && y - radius < bottom;
      if (!isUnder || isOwn) return cost;
      return radius > wish.radius ? Infinity : cost + radius * radius;
    }, 0),
  );
  const least = Math.min(...costs);
  return least === Infinity ? undefined : places[costs.indexOf(least)];
}

function listPlaces({ x, y, radius, width, height }: LabelWish): Box[] {
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  return [
    at(x + radius + GAP, y - height / 2),
    at(x - radius - GAP - width, y - height / 2),
    at(x - width / 2, y + radius + GAP),
    at(x - width / 2, y - radius - GAP - height),
    at(x + radius * 0.7, y - radius - height),
    at(x - radius * 0.7 - width, y - radius - height),
    at(x + radius * 0.7, y + radius),
    at(x - radius * 0.7 - width, y + radius),
  ];
}
