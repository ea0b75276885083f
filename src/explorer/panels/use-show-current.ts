import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * Brings the line of what is selected into sight, when a view opens and when something else is selected.
 * @param isThere whether the lines are there; they are by default
 */
export function useShowCurrent(
  selected: string | undefined,
  isThere = true,
): RefObject<HTMLDivElement | null> {
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    view.current
      ?.querySelector('tr[aria-current="true"]')
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [selected, isThere]);
  return view;
}

/** The first rows of a list, and the one that is selected wherever it stands. */
export function cutRows<Row extends { node: string }>(
  rows: readonly Row[],
  limit: number,
  selected: string | undefined,
): readonly Row[] {
  const first = rows.slice(0, limit);
  const isAmongThem = first.some(({ node }) => node === selected);
  const own = isAmongThem ? undefined : rows.find(({ node }) => node === selected);
  return own ? [...first, own] : first;
}
