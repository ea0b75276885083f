import { useEffect, useState } from "preact/hooks";

/** So many are drawn in one go: some hundredths of a second on a slow machine. */
const STEP = 40;

/**
 * How many of many items to draw now: a few at once, and more after each picture, so that the page does not stand still.
 * @param limit how many at last
 * @param list begins anew where it is another one
 */
export function useGrowing(limit: number, list: unknown): number {
  const [grown, setGrown] = useState({ list, count: STEP });
  const count = grown.list === list ? grown.count : STEP;
  useEffect(() => {
    if (count >= limit) return undefined;
    const timer = setTimeout(() => setGrown({ list, count: count + STEP }));
    return () => clearTimeout(timer);
  }, [list, count, limit]);
  return Math.min(count, limit);
}
