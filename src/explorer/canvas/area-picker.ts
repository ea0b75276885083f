export interface AreaPoint {
  x: number;
  y: number;
}

/** From so far on, in pixels, a press is no click. */
const DRAG = 5;
const SVG = "http://www.w3.org/2000/svg";

/** Lets a reader draw a box (with Shift) or, in lasso mode, any shape over the picture. */
export class AreaPicker {
  private isLasso = false;
  private points: AreaPoint[] = [];
  private isBox = false;
  private readonly area: SVGSVGElement;
  private readonly shape: SVGPolygonElement;
  private readonly stopped = new AbortController();

  /**
   * @param container what is drawn over; presses in it reach nobody else while a shape is drawn
   * @param onPick told the shape's corners, and whether Shift was held
   */
  constructor(
    private readonly container: HTMLElement,
    private readonly onPick: (corners: readonly AreaPoint[], isShift: boolean) => void,
  ) {
    this.area = document.createElementNS(SVG, "svg");
    this.area.setAttribute("class", "area-picker");
    this.area.setAttribute("aria-hidden", "true");
    this.shape = document.createElementNS(SVG, "polygon");
    this.area.append(this.shape);
    const options = { capture: true, signal: this.stopped.signal };
    container.addEventListener("pointerdown", (event) => this.press(event), options);
    container.addEventListener("touchstart", (event) => this.isLasso && event.stopPropagation(), options);
  }

  setLasso(isLasso: boolean): void {
    this.isLasso = isLasso;
    this.container.classList.toggle("is-lasso", isLasso);
  }

  dispose(): void {
    this.stopped.abort();
    this.area.remove();
    this.setLasso(false);
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0 || !event.isPrimary || !(event.shiftKey || this.isLasso)) return;
    // What follows would move the picture.
    event.preventDefault();
    event.stopPropagation();
    this.isBox = event.shiftKey;
    this.points = [this.locate(event)];
    const drawn = new AbortController();
    const options = { signal: AbortSignal.any([drawn.signal, this.stopped.signal]) };
    const end = (last: PointerEvent, isDone: boolean): void => {
      drawn.abort();
      this.area.remove();
      if (isDone && this.isDrawn()) this.finish(last);
    };
    window.addEventListener("pointermove", (moved) => this.draw(moved), options);
    window.addEventListener("pointerup", (last) => end(last, true), options);
    window.addEventListener("pointercancel", (last) => end(last, false), options);
  }

  private locate({ clientX, clientY }: PointerEvent): AreaPoint {
    const { left, top } = this.container.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  private draw(event: PointerEvent): void {
    const point = this.locate(event);
    if (this.isBox) this.points.length = 1;
    this.points.push(point);
    if (!this.isDrawn()) return;
    if (!this.area.isConnected) this.container.append(this.area);
    this.shape.setAttribute(
      "points",
      this.findCorners()
        .flatMap(({ x, y }) => [x, y])
        .join(" "),
    );
  }

  private isDrawn(): boolean {
    const [first] = this.points;
    return this.points.some(({ x, y }) => first !== undefined && Math.hypot(x - first.x, y - first.y) > DRAG);
  }

  private findCorners(): readonly AreaPoint[] {
    const [a, b] = this.points;
    if (!this.isBox || !a || !b) return this.points;
    return [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }];
  }

  private finish(event: PointerEvent): void {
    this.onPick(this.findCorners(), event.shiftKey);
    // The click that ends the press would choose something else.
    const swallow = (click: Event): void => click.stopPropagation();
    this.container.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => this.container.removeEventListener("click", swallow, { capture: true }), 50);
  }
}

/** Whether a point lies in a shape, by how often a line from it crosses the outline. */
export function isInside({ x, y }: AreaPoint, corners: readonly AreaPoint[]): boolean {
  let inside = false;
  corners.forEach((a, index) => {
    const b = corners.at(index - 1);
    if (!b || a.y > y === b.y > y) return;
    if (x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  });
  return inside;
}
