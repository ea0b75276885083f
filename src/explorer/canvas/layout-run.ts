import { inferSettings } from "graphology-layout-forceatlas2";
import FA2Layout from "graphology-layout-forceatlas2/worker";
import type { MinutesGraph } from "../../model/graph-attributes.ts";

/** How often movement is looked at, in milliseconds. */
const CHECK_EVERY = 400;
/** Settled: the mean move between two looks is below this part of the graph's width. */
const SETTLED = 0.0012;
const LONGEST_RUN = 20_000;

/** ForceAtlas2 in its worker; it stops by itself when the graph has settled. */
export class LayoutRun {
  onChange: ((isRunning: boolean) => void) | undefined;
  private layout: FA2Layout | undefined;
  private timer: number | undefined;

  constructor(private readonly graph: MinutesGraph) {}

  /** @returns whether it runs now */
  toggle(): boolean {
    if (this.layout) this.stop();
    else this.start();
    return this.layout !== undefined;
  }

  dispose(): void {
    this.stop();
  }

  private start(): void {
    if (this.graph.order < 2) return;
    const settings = {
      ...inferSettings(this.graph),
      gravity: 0.3,
      scalingRatio: 20,
      strongGravityMode: true,
      slowDown: 8,
    };
    this.layout = new FA2Layout(this.graph, { settings });
    this.layout.start();
    this.onChange?.(true);
    const begun = performance.now();
    let last = this.read();
    this.timer = window.setInterval(() => {
      const now = this.read();
      const isSettled = measureMove(last, now) < SETTLED;
      last = now;
      if (isSettled || performance.now() - begun > LONGEST_RUN) this.stop();
    }, CHECK_EVERY);
  }

  private stop(): void {
    if (!this.layout) return;
    clearInterval(this.timer);
    this.layout.kill();
    this.layout = undefined;
    this.onChange?.(false);
  }

  private read(): Float64Array {
    const places = new Float64Array(this.graph.order * 2);
    let at = 0;
    this.graph.forEachNode((_, { x, y }) => {
      places[at++] = x;
      places[at++] = y;
    });
    return places;
  }
}

/** The mean move of a coordinate as a part of the spread. */
function measureMove(before: Float64Array, after: Float64Array): number {
  let moved = 0;
  let spread = 0;
  for (let index = 0; index < after.length; index++) {
    moved += Math.abs((after[index] ?? 0) - (before[index] ?? 0));
    spread = Math.max(spread, Math.abs(after[index] ?? 0));
  }
  return spread === 0 ? 0 : moved / after.length / spread;
}
