import type { Disc, Room } from "./lay-out-communities.ts";

export interface PlacedName {
  lines: readonly string[];
  /** The middle of the first line, in pixels. */
  x: number;
  y: number;
}

/** The height of a line, in pixels. */
export const LINE = 16;
const AIR = 4;
/** So many lines a name may have within its disc, and so many beside it. */
const [MOST_WITHIN, MOST_BESIDE] = [3, 2];

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

type Measure = (text: string) => number;

/**
 * Places each name in its disc where it fits in, else below, above or beside it. Where it would cover another name or
 * disc, the first of what it names stands for it; where that would, too, nothing.
 * @param names in the order of the discs, the most telling first
 * @param measure the width of a text in pixels
 */
export function placeNames(
  discs: readonly Disc[],
  names: readonly string[],
  room: Room,
  measure: Measure,
): (PlacedName | undefined)[] {
  const taken: Box[] = [];
  const note = (name: PlacedName | undefined): PlacedName | undefined => {
    if (name) taken.push(frame(name, measure));
    return name;
  };
  const within = discs.map((disc, index) => note(placeWithin(disc, names[index] ?? "", measure)));
  const isFree = (box: Box, own: Disc): boolean =>
    box.left >= 0 &&
    box.right <= room.width &&
    box.top >= 0 &&
    box.bottom <= room.height &&
    taken.every((other) => !isOver(box, other)) &&
    discs.every((disc) => disc === own || !covers(box, disc));
  return discs.map((disc, index) => {
    const inner = within[index];
    if (inner) return inner;
    const name = names[index] ?? "";
    const findBeside = (text: string): PlacedName | undefined =>
      listBeside(disc, text, measure).find((place) => isFree(frame(place, measure), disc));
    const [first = ""] = name.split(", ");
    return note(findBeside(name) ?? placeWithin(disc, first, measure) ?? findBeside(first));
  });
}

function placeWithin({ x, y, radius }: Disc, name: string, measure: Measure): PlacedName | undefined {
  for (let count = 1; count <= MOST_WITHIN; count++) {
    const lines = wrap(name, count, measure);
    const half = (lines.length * LINE) / 2;
    const room = 2 * Math.sqrt(Math.max(0, radius ** 2 - half ** 2)) - 2 * AIR;
    if (lines.every((line) => measure(line) <= room)) return { lines, x, y: y - half + LINE / 2 };
  }
  return undefined;
}

function listBeside({ x, y, radius }: Disc, name: string, measure: Measure): PlacedName[] {
  const places: PlacedName[] = [];
  for (let count = 1; count <= MOST_BESIDE; count++) {
    const lines = wrap(name, count, measure);
    const height = (lines.length - 1) * LINE;
    const across = radius + AIR + Math.max(...lines.map(measure)) / 2;
    const [below, above] = [y + radius + AIR + LINE / 2, y - radius - AIR - LINE / 2 - height];
    const middle = y - height / 2;
    places.push({ lines, x, y: below }, { lines, x, y: above });
    places.push({ lines, x: x + across, y: middle }, { lines, x: x - across, y: middle });
  }
  return places;
}

/** Breaks a name into at most so many lines of about the same length. */
function wrap(name: string, count: number, measure: Measure): string[] {
  const words = name.split(" ");
  const wanted = measure(name) / count;
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const next = line === undefined ? word : `${line} ${word}`;
    const isLast = lines.length === count;
    // A word goes where it brings the line nearer to the wanted length.
    const fits = line !== undefined && measure(next) - wanted <= wanted - measure(line);
    if (line !== undefined && (isLast || fits)) lines[lines.length - 1] = next;
    else lines.push(word);
  }
  return lines;
}

function frame({ lines, x, y }: PlacedName, measure: Measure): Box {
  const half = Math.max(...lines.map(measure)) / 2;
  return { left: x - half, right: x + half, top: y - LINE / 2, bottom: y + LINE * (lines.length - 0.5) };
}

const isOver = (a: Box, b: Box): boolean =>
  a.left < b.right + AIR && a.right + AIR > b.left && a.top < b.bottom && a.bottom > b.top;

function covers({ left, right, top, bottom }: Box, { x, y, radius }: Disc): boolean {
  const across = x - Math.min(right, Math.max(left, x));
  const down = y - Math.min(bottom, Math.max(top, y));
  return Math.hypot(across, down) < radius;
}
