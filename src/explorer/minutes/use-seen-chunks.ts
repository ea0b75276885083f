import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { TextChunk } from "./split-lines.ts";

/** Texts of up to so many chunks are marked at once; it takes a few milliseconds. */
const ALL_AT_ONCE = 30;

/** The indices of the chunks that are, or once were, near what is seen of the scrolling container. */
export function useSeenChunks(
  scroller: RefObject<HTMLElement | null>,
  chunks: readonly TextChunk[],
): ReadonlySet<number> {
  const [state, setState] = useState({ chunks, seen: selectFirst(chunks) });
  const seen = state.chunks === chunks ? state.seen : selectFirst(chunks);
  useEffect(() => {
    setState({ chunks, seen: selectFirst(chunks) });
    const root = scroller.current;
    if (!root || chunks.length <= ALL_AT_ONCE) return undefined;
    const elements = [...root.querySelectorAll(".minutes-chunk")];
    const indices = new Map(elements.map((element, index) => [element, index]));
    const observer = new IntersectionObserver(
      (entries) => {
        const near = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
        near.forEach((element) => observer.unobserve(element));
        if (near.length === 0) return;
        const found = near.map((element) => indices.get(element) ?? 0);
        setState((last) => ({ chunks, seen: new Set([...last.seen, ...found]) }));
      },
      { root, rootMargin: "100% 0px" },
    );
    elements.forEach((element) => observer.observe(element));
    return () => observer.disconnect();
  }, [chunks]);
  return seen;
}

function selectFirst(chunks: readonly TextChunk[]): ReadonlySet<number> {
  const count = chunks.length <= ALL_AT_ONCE ? chunks.length : 1;
  return new Set(Array.from({ length: count }, (_, index) => index));
}
