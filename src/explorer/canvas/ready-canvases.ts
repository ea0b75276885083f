/** As Sigma asks for them. */
const OPTIONS = { preserveDrawingBuffer: false, antialias: false };
/** So many of its layers Sigma draws with WebGL. */
const COUNT = 2;

const ready: HTMLCanvasElement[] = [];
let isTaken = false;

/**
 * Gets one more canvas ready to be drawn on with WebGL, as long as none was taken: each costs a tenth of a second on some
 * machines, and less before there is anything else to draw on the page.
 * @returns whether there are enough of them; never where the browser has no WebGL
 */
export function readyCanvas(): boolean {
  if (ready.length === COUNT || isTaken) return true;
  const canvas = document.createElement("canvas");
  if (canvas.getContext("webgl2", OPTIONS)) ready.push(canvas);
  return ready.length === COUNT;
}

/** A canvas that is ready, if there is one. */
export function takeCanvas(): HTMLCanvasElement | undefined {
  isTaken = true;
  return ready.pop();
}
