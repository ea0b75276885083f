// Runs in the measured page before anything else: notes drawing and long tasks, and moves the mouse.

type Mode = "pan" | "zoom" | "hover";

export interface Probe {
  /** When a drawing had so many items or vertices for the first time, in milliseconds since the navigation. */
  drawnAt: Map<number, number>;
  /** Of long tasks: start and length, in milliseconds. */
  longTasks: { start: number; length: number }[];
  drawings: number;
  /** Calls to draw on 2D canvases: how labels and highlights come to be seen. */
  strokes: number;
  /** With it, WebGL does nothing, so that what is left is the page's own work. */
  isStubbed: boolean;
  /** What a reading of one pixel gives: Sigma's number of an item; 0 for what is there. */
  picked: number;
  watch(count: number): void;
  drive(
    mode: Mode,
    seconds: number,
    nodes: number,
  ): Promise<{ frames: number; drawn: number; seconds: number; changes: number }>;
  point(node: number): Promise<number>;
}

declare global {
  var probe: Probe;
}

(() => {
  const watched: number[] = [];
  let drewInFrame = false;
  const noted: Probe = {
    drawnAt: new Map(),
    longTasks: [],
    drawings: 0,
    strokes: 0,
    isStubbed: false,
    picked: 0,
    watch: (count) => watched.push(count),
    drive,
    point,
  };
  globalThis.probe = noted;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      noted.longTasks.push({ start: startTime, length: duration });
  }).observe({ type: "longtask", buffered: true });

  function noteDrawing(count: number): void {
    noted.drawings++;
    drewInFrame = true;
    for (const least of watched)
      if (count >= least && !noted.drawnAt.has(least)) noted.drawnAt.set(least, performance.now());
  }

  type Method = (...values: unknown[]) => unknown;
  function wrap(
    prototype: object,
    name: string,
    around: (original: Method, self: unknown, values: unknown[]) => unknown,
  ): void {
    const methods = prototype as Record<string, Method>;
    const original = methods[name];
    if (!original) return;
    methods[name] = function (this: unknown, ...values: unknown[]) {
      return around(original, this, values);
    };
  }
  const COUNTS = { drawArrays: 2, drawElements: 1, drawArraysInstanced: 3, drawElementsInstanced: 4 };
  for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
    for (const [name, place] of Object.entries(COUNTS))
      wrap(prototype, name, (original, self, values) => {
        noteDrawing(values[place] as number);
        return noted.isStubbed ? undefined : original.apply(self, values);
      });
    wrap(prototype, "clear", (original, self, values) =>
      noted.isStubbed ? undefined : original.apply(self, values),
    );
    wrap(prototype, "readPixels", (original, self, values) => {
      const pixels = values[6] as Uint8Array;
      if (!noted.isStubbed) original.apply(self, values);
      if (noted.picked === 0 || pixels.length < 4) return;
      pixels.set([(noted.picked >> 16) & 255, (noted.picked >> 8) & 255, noted.picked & 255, 255]);
    });
  }
  for (const name of ["fill", "fillRect", "stroke", "fillText"])
    wrap(CanvasRenderingContext2D.prototype, name, (original, self, values) => {
      noted.strokes++;
      return original.apply(self, values);
    });

  function findStage(): HTMLCanvasElement {
    const canvas = document.querySelector<HTMLCanvasElement>("canvas.sigma-mouse");
    if (!canvas) throw new Error("There is no graph in this page.");
    return canvas;
  }

  function send(canvas: HTMLElement, name: string, x: number, y: number, buttons: number): void {
    const place = {
      bubbles: true,
      cancelable: true,
      view: window,
      clientX: x,
      clientY: y,
      button: 0,
      buttons,
    };
    canvas.dispatchEvent(
      name === "wheel" ? new WheelEvent(name, { ...place, deltaY: buttons }) : new MouseEvent(name, place),
    );
  }

  /** No item has this number. */
  const NOTHING = 0xffffff;
  const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

  /** One event for each frame, for so long. */
  async function drive(mode: Mode, seconds: number, nodes: number): ReturnType<Probe["drive"]> {
    const canvas = findStage();
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    // What was drawn before may still be on its way.
    for (let frame = 0; frame < 6; frame++) await nextFrame();
    const begun = performance.now();
    let [frames, drawn, changes] = [0, 0, 0];
    // On a node, the hand would take that along, and not the picture.
    if (mode === "pan") noted.picked = NOTHING;
    if (mode === "pan") send(canvas, "mousedown", x, y, 1);
    while (performance.now() - begun < seconds * 1000) {
      frames++;
      if (mode === "pan")
        send(canvas, "mousemove", x + 160 * Math.sin(frames / 12), y + 110 * Math.sin(frames / 9), 1);
      else if (mode === "zoom")
        send(canvas, "wheel", x, y, Math.floor((performance.now() - begun) / 1000) % 2 ? 120 : -120);
      else {
        if (frames % 12 === 1) {
          noted.picked = 1 + ((frames * 7919) % nodes);
          changes++;
        }
        send(canvas, "mousemove", x + 300 * Math.sin(frames / 9), y + 200 * Math.sin(frames / 5), 0);
      }
      await nextFrame();
      if (drewInFrame) drawn++;
      drewInFrame = false;
    }
    if (mode === "pan") send(canvas, "mouseup", x, y, 0);
    noted.picked = 0;
    return { frames, drawn, seconds: (performance.now() - begun) / 1000, changes };
  }

  /** From a move of the pointer onto a node to the frame after its highlight was drawn, in milliseconds. */
  async function point(node: number): Promise<number> {
    const canvas = findStage();
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const [x, y] = [left + width / 2 + (node % 100), top + height / 2];
    noted.picked = NOTHING;
    send(canvas, "mousemove", x, y - 40, 0);
    for (let frame = 0; frame < 10; frame++) await nextFrame();
    noted.picked = node;
    const strokes = noted.strokes;
    const begun = performance.now();
    send(canvas, "mousemove", x, y, 0);
    while (noted.strokes === strokes && performance.now() - begun < 20_000) await nextFrame();
    await nextFrame();
    const took = performance.now() - begun;
    noted.picked = 0;
    return took;
  }
})();
