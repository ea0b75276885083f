/** So many are sorted at once, before they are merged. */
const RUN = 64;
/** So many are compared while merging without asking whether there is time. */
const STEP = 64;

/**
 * Sorts as `toSorted` does, and as stably, but yields often, for lists of any length.
 * @see Knuth, The Art of Computer Programming, volume 3, 5.2.4 (merging from the bottom up)
 */
export function* sortGradually<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Generator<void, Item[]> {
  let from: Item[] = [];
  for (let start = 0; start < items.length; start += RUN) {
    from.push(...items.slice(start, start + RUN).sort(compare));
    yield;
  }
  let into = from.slice();
  for (let width = RUN; width < items.length; width *= 2) {
    for (let start = 0; start < items.length; start += 2 * width)
      yield* merge({ from, into, compare }, start, width);
    [from, into] = [into, from];
  }
  return from;
}

/** So many numbers are sorted at once. */
const NUMBERS = 4096;

/** Sorts numbers in place, the least first; yields often. None may be NaN. */
export function* sortNumbersGradually(numbers: Float64Array): Generator<void> {
  for (let start = 0; start < numbers.length; start += NUMBERS) {
    numbers.subarray(start, start + NUMBERS).sort();
    yield;
  }
  let [from, into]: [Float64Array, Float64Array] = [numbers, numbers.slice()];
  for (let width = NUMBERS; width < numbers.length; width *= 2) {
    for (let start = 0; start < numbers.length; start += 2 * width)
      yield* merge({ from, into, compare: (a, b) => a - b }, start, width);
    [from, into] = [into, from];
  }
  if (from !== numbers) numbers.set(from);
}

interface Merging<Item> {
  from: ArrayLike<Item>;
  into: { [place: number]: Item };
  compare: (a: Item, b: Item) => number;
}

/** Merges two neighbouring stretches of a width. */
function* merge<Item>({ from, into, compare }: Merging<Item>, start: number, width: number): Generator<void> {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(middle + width, from.length);
  let [left, right] = [start, middle];
  for (let place = start; place < end; place++) {
    const takesLeft =
      left < middle && (right >= end || compare(from[left] as Item, from[right] as Item) <= 0);
    into[place] = from[takesLeft ? left++ : right++] as Item;
    if (place % STEP === 0) yield;
  }
}
