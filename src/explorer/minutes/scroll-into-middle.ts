const MAX_FRAMES = 8;

/**
 * Scrolls an element into the middle of its scrolling container, and again while parts above it that were not drawn
 * yet get their true height.
 * @param isSmooth moves there visibly; only where the reader's settings do not ask for less motion
 */
export function scrollIntoMiddle(container: HTMLElement, element: HTMLElement, isSmooth = false): void {
  const distance = measureDistance(container, element);
  const isNear = Math.abs(distance) < container.clientHeight * 2;
  if (isSmooth && isNear && !matchMedia("(prefers-reduced-motion: reduce)").matches) {
    container.scrollBy({ top: distance, behavior: "smooth" });
    return;
  }
  settle(container, element, MAX_FRAMES);
}

function settle(container: HTMLElement, element: HTMLElement, frames: number): void {
  const distance = measureDistance(container, element);
  if (Math.abs(distance) > 1) container.scrollBy({ top: distance, behavior: "instant" });
  if (frames > 0 && element.isConnected)
    requestAnimationFrame(() => {
      if (Math.abs(measureDistance(container, element)) > 2) settle(container, element, frames - 1);
    });
}

/** Pixels between the element's middle and the container's, as far as the container can still scroll. */
function measureDistance(container: HTMLElement, element: HTMLElement): number {
  const [outer, inner] = [container.getBoundingClientRect(), element.getBoundingClientRect()];
  const wanted = (inner.top + inner.bottom - outer.top - outer.bottom) / 2;
  // A sentence taller than the pane is shown from its beginning.
  const shown = inner.height > outer.height ? inner.top - outer.top : wanted;
  const below = container.scrollHeight - container.clientHeight - container.scrollTop;
  return Math.max(-container.scrollTop, Math.min(shown, below));
}
