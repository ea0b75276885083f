/** So many are gone through without asking whether there is time. */
const STEP = 64;

/** Visits each item; yields often, for any number of them. */
export function* eachInSteps<Item>(items: Iterable<Item>, visit: (item: Item) => void): Generator<void> {
  let count = 0;
  for (const item of items) {
    visit(item);
    if (++count % STEP === 0) yield;
  }
}

/** Counts from 0 to one less than `length`; yields often. */
export function* countInSteps(length: number, visit: (place: number) => void): Generator<void> {
  for (let place = 0; place < length; place++) {
    visit(place);
    if (place % STEP === 0) yield;
  }
}

/** Writes every value of a column of numbers; yields often. */
export function* fillInSteps<Column extends Uint8Array | Int32Array | Uint32Array | Float64Array>(
  column: Column,
  valueOf: (place: number) => number,
): Generator<void, Column> {
  yield* countInSteps(column.length, (place) => {
    column[place] = valueOf(place);
  });
  return column;
}
