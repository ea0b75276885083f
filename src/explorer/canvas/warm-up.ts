/** As Sigma asks for them. */
const OPTIONS = { preserveDrawingBuffer: false, antialias: false };
/** Sigma draws with so many. */
const COUNT = 3;

const ready: HTMLCanvasElement[] = [];

/**
 * Gets canvases ready for drawing with WebGL, one after the other, while the graph is still on its way: each takes a
 * tenth of a second or more, in which the page stands still.
 */
export function warmUp(count = COUNT): void {
  if (count === 0) return;
  setTimeout(() => {
    const canvas = document.createElement("canvas");
    if (canvas.getContext("webgl2", OPTIONS)) ready.push(canvas);
    warmUp(count - 1);
  });
}

/** A canvas that is ready, for one use; undefined where there is none left. */
export function takeCanvas(): HTMLCanvasElement | undefined {
  return ready.pop();
}
