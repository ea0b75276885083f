import type { InnerProgram } from "./sigma-inner.ts";

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
