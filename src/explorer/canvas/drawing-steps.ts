import type { InnerProgram } from "./sigma-inner.ts";

/** So many nodes or edges are gone through without asking whether there is time. */
const STEP = 64;

/** Visits each item; yields often. */
export function* eachInSteps<Item>(items: Iterable<Item>, visit: (item: Item) => void): Generator<void> {
  let count = 0;
  for (const item of items) {
    visit(item);
    if (++count % STEP === 0) yield;
  }
}

/** @returns how many were there before */
export function takePlace(counts: Map<string, number>, name: string): number {
  const place = counts.get(name) ?? 0;
  counts.set(name, place + 1);
  return place;
}

/** Makes room in every program for as many as it will draw. */
export function reserve(
  programs: Readonly<Record<string, InnerProgram>>,
  counts: ReadonlyMap<string, number>,
): void {
  for (const [name, program] of Object.entries(programs)) program.reallocate(counts.get(name) ?? 0);
}
