import type { MinutesGraph } from "../../model/graph-attributes.ts";

interface Place {
  x: number;
  y: number;
}

/** Milliseconds. */
const DURATION = 600;
/** Larger graphs go to their places at once. */
const MOST_ANIMATED = 5000;

/**
 * Moves nodes to their places in sight of the reader, or at once where movement is not wanted.
 * @returns what ends the movement where it is
 */
export function moveNodes(
  graph: MinutesGraph,
  places: ReadonlyMap<string, Place>,
  onDone: () => void,
): () => void {
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches || graph.order > MOST_ANIMATED;
  const from = new Map(graph.mapNodes((node, { x, y }) => [node, { x, y }] as const));
  const begun = performance.now();
  let frame = 0;
  const step = (now: number): void => {
    const share = isStill ? 1 : Math.min(1, Math.max(0, (now - begun) / DURATION));
    const eased = share < 0.5 ? 2 * share ** 2 : 1 - 2 * (1 - share) ** 2;
    graph.updateEachNodeAttributes(
      (node, attributes) => {
        const [first, last] = [from.get(node), places.get(node)];
        if (!first || !last) return attributes;
        const x = first.x + (last.x - first.x) * eased;
        const y = first.y + (last.y - first.y) * eased;
        return { ...attributes, x, y };
      },
      { attributes: ["x", "y"] },
    );
    if (share < 1) frame = requestAnimationFrame(step);
    else onDone();
  };
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}
