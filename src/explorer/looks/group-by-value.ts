import { RAMP_SWATCHES } from "../../view/look.ts";
import type { Grouping } from "./grouping.ts";
import { roundValue } from "./round-value.ts";

/**
 * Cuts what is shown into up to five classes of about as many nodes each; equal values are never parted.
 * @param values by node
 * @param nameOf how a value is told
 */
export function groupByValue(
  values: ReadonlyMap<string, number>,
  shown: ReadonlySet<string>,
  nameOf: (value: number) => string = roundValue,
): Grouping {
  const sorted = [...shown].map((node) => values.get(node) ?? 0).sort((a, b) => a - b);
  const lasts = findLasts(sorted);
  const classOf = (value: number): number => {
    const found = lasts.findIndex((last) => value <= last);
    return found === -1 ? lasts.length - 1 : found;
  };
  const groups = lasts.map((last, index) => {
    const first = sorted.find((value) => classOf(value) === index) ?? last;
    const [from, to] = [nameOf(first), nameOf(last)];
    return {
      key: `class-${index + 1}`,
      name: from === to ? from : `${from} to ${to}`,
      swatch: RAMP_SWATCHES[spread(index, lasts.length)] ?? ("ramp-1" as const),
      hasCore: false,
    };
  });
  const keyOf = new Map([...values].map(([node, value]) => [node, groups[classOf(value)]?.key ?? ""]));
  return { groups: groups.toReversed(), keyOf };
}

/** The greatest value of each class. */
function findLasts(sorted: readonly number[]): number[] {
  const lasts = new Set<number>();
  for (let part = 1; part <= RAMP_SWATCHES.length; part++)
    lasts.add(sorted[Math.ceil((part * sorted.length) / RAMP_SWATCHES.length) - 1] ?? 0);
  return [...lasts];
}

/** Few classes use the whole ramp. */
const spread = (index: number, count: number): number =>
  count < 2 ? 2 : Math.round((index * (RAMP_SWATCHES.length - 1)) / (count - 1));
