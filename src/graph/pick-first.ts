/**
 * The first items of the order that sorting would give, without sorting the rest.
 * @param count at most so many; Infinity for all
 * @returns a new list, in order; items that compare as equal stay as they were
 */
export function pickFirst<T>(items: Iterable<T>, count: number, compare: (a: T, b: T) => number): T[] {
  if (count === Infinity) return [...items].sort(compare);
  const kept: T[] = [];
  for (const item of items) {
    const last = kept[count - 1];
    if (count === 0 || (last !== undefined && compare(item, last) >= 0)) continue;
    let low = 0;
    for (let high = kept.length; low < high;) {
      const middle = (low + high) >> 1;
      if (compare(kept[middle] as T, item) <= 0) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, item);
    if (kept.length > count) kept.pop();
  }
  return kept;
}

/** The first of what is offered, by a number, and how much was offered. */
export interface ShortList<T> {
  /** Counts something, and tells whether it belongs among the first so far: only then need it be made and added. */
  accepts: (order: number) => boolean;
  add: (order: number, item: T) => void;
  /** In order. */
  list: () => T[];
  count: () => number;
}

/** @param length how many are kept; Infinity for all */
export function createShortList<T>(length: number): ShortList<T> {
  let kept: { order: number; item: T }[] = [];
  let count = 0;
  let bound = length > 0 ? Infinity : -Infinity;
  const cut = (): void => {
    kept = kept.sort((a, b) => a.order - b.order).slice(0, length);
    if (kept.length === length) bound = kept.at(-1)?.order ?? bound;
  };
  return {
    accepts: (order) => {
      count += 1;
      return order < bound;
    },
    add: (order, item) => {
      kept.push({ order, item });
      if (kept.length >= 2 * length) cut();
    },
    list: () => {
      cut();
      return kept.map(({ item }) => item);
    },
    count: () => count,
  };
}
