import type FA2Layout from "graphology-layout-forceatlas2/worker";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { Forces } from "./forces.ts";

/** How often movement is looked at, in milliseconds. */
const CHECK_EVERY = 400;
/** Settled: the mean move between two looks is below this part of the graph's width. */
const SETTLED = 0.0012;
const LONGEST_RUN = 20_000;

/** ForceAtlas2 in its worker; it stops by itself when the graph has settled. */
export class LayoutRun {
  onChange: ((isRunning: boolean) => void) | undefined;
  private layout: FA2Layout | undefined;
  /** What the layout was asked for last, until it is loaded. */
  private loading: Forces | undefined;
  /** What moves: the graph in sight, or a copy where movement is not wanted. */
  private moving: MinutesGraph;
  private timer: number | undefined;

  /** @param listPinned the nodes that stay where they are */
  constructor(
    private readonly graph: MinutesGraph,
    private readonly listPinned: () => Iterable<string>,
  ) {
    this.moving = graph;
  }

  get isRunning(): boolean {
    return this.layout !== undefined || this.loading !== undefined;
  }

  /** The first time, its code is loaded. */
  start(forces: Forces): void {
    this.stop();
    if (this.graph.order < 2) return;
    this.loading = forces;
    this.onChange?.(true);
    void this.load(forces);
  }

  private async load(forces: Forces): Promise<void> {
    const loaded = await import("./create-force-layout.ts").catch(() => undefined);
    if (this.loading !== forces) return;
    if (!loaded) return this.stop();
    this.loading = undefined;
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.moving = isStill ? this.graph.copy() : this.graph;
    this.layout = loaded.createForceLayout(this.moving, forces);
    this.startWithPins(this.layout);
    this.watch();
  }

  stop(): void {
    if (!this.isRunning) return;
    clearInterval(this.timer);
    this.loading = undefined;
    this.layout?.kill();
    if (this.layout && this.moving !== this.graph) this.takeOver();
    this.layout = undefined;
    this.onChange?.(false);
  }

  private watch(): void {
    const begun = performance.now();
    let last = this.read();
    this.timer = window.setInterval(() => {
      const now = this.read();
      const isSettled = measureMove(last, now) < SETTLED;
      last = now;
      if (isSettled || performance.now() - begun > LONGEST_RUN) this.stop();
    }, CHECK_EVERY);
  }

  private takeOver(): void {
    this.graph.updateEachNodeAttributes(
      (node, attributes) => {
        const { x, y } = this.moving.getNodeAttributes(node);
        return { ...attributes, x, y };
      },
      { attributes: ["x", "y"] },
    );
  }

  /** The worker reads which nodes are fixed at its start and never again. */
  private startWithPins(layout: FA2Layout): void {
    const pinned = [...this.listPinned()].filter((node) => this.moving.hasNode(node));
    for (const node of pinned) this.moving.mergeNodeAttributes(node, { fixed: true } as object);
    layout.start();
    for (const node of pinned) this.moving.removeNodeAttribute(node, "fixed" as "x");
  }

  private read(): Float64Array {
    const places = new Float64Array(this.moving.order * 2);
    let at = 0;
    this.moving.forEachNode((_, { x, y }) => {
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
