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
