import { effect } from "@preact/signals";
import EdgeCurveProgram, { DEFAULT_EDGE_CURVATURE } from "@sigma/edge-curve";
import { EdgeLineProgram } from "sigma/rendering";
import type { CameraState, EdgeDisplayData } from "sigma/types";
import type { EdgeAttributes, MinutesGraph, NodeAttributes } from "../../model/graph-attributes.ts";
import type { ExplorerStore, Shown } from "../store/explorer-store.ts";
import { type AreaPoint, AreaPicker, isInside } from "./area-picker.ts";
import { createDashProgram } from "./dash-program.ts";
import { drawOverlay, type OverlayScene } from "./draw-overlay.ts";
import { findFit, frameWhole } from "./find-fit.ts";
import { findCurves } from "./find-curves.ts";
import { GradualDrawing } from "./gradual-drawing.ts";
import { measureImportance, rankNodes, sizeOf } from "./importance.ts";
import { type Forces, INITIAL_FORCES } from "./forces.ts";
import { LayoutRun } from "./layout-run.ts";
import { DASHED } from "./line-style.ts";
import { moveNodes } from "./move-nodes.ts";
import { PaintBox } from "./paint-box.ts";
import type { PictureSource } from "./paint-picture.ts";
import type { Box } from "./place-labels.ts";
import type { ShapeData } from "./shape-program.ts";
import { CURVED, DASHES, findPadding, mountSigma, SHAPE, type StageSigma, STRAIGHT } from "./stage-sigma.ts";
import type { ArrangementId } from "../../view/look.ts";
import { getStartPlaces } from "./start-places.ts";
import { type CanvasTheme, readTheme } from "./theme.ts";

/** From so many edges on, lines are drawn one pixel thin. */
const MANY_EDGES = 20_000;
/** So many nodes have room for their full size. */
const ROOMY = 400;
/** A picture that takes longer, in milliseconds, takes too long to follow a hand. */
const SLOW = 60;
/** So long after the last move the picture is still, in milliseconds. */
const STILL = 120;
/** So many straight pieces make a dashed line that bends. */
const CURVE_PARTS = 12;
/** So many edges are gone through without asking whether there is time. */
const STEP = 64;
/** Beyond every drawing, in pixels. */
const FAR = 1e6;

/** The picture of the graph: Sigma mounted once for each graph, and an overlay for labels and neighbourhoods. */
export class GraphCanvas {
  private readonly sigma: StageSigma;
  private readonly overlay: HTMLCanvasElement;
  private readonly drawing: GradualDrawing;
  private ranking: readonly string[] = [];
  private importance: ReadonlyMap<string, number> = new Map();
  private curves: ReadonlyMap<string, number> = new Map();
  private hasDashes = false;
  private readonly layout: LayoutRun;
  private readonly stops: (() => void)[] = [];
  /** How the nodes were arranged last. */
  arrangement: ArrangementId = "file";
  private readonly picker: AreaPicker;
  private readonly layoutListeners = new Set<(isRunning: boolean) => void>();
  private moved: number | undefined;
  private endMove: (() => void) | undefined;
  /** Where the selected node was when nodes began to move, in the frame that the camera looks at. */
  private watched: { x: number; y: number } | undefined;
  private shown: Shown;
  /** The community that is in sight alone. */
  private opened: string | undefined;
  private theme: CanvasTheme = readTheme();
  private paints: PaintBox;
  private dragged: string | undefined;
  private wasDragged = false;
  private isMoving = false;
  /** Nodes are smaller where there is less room for each. */
  private scale = 1;
  private still: number | undefined;
  /** How much too long pictures on the move took, in multiples of what is too long. */
  private slowness = 0;
  private isOverlayClear = true;
  private isFirst = true;
  private isDisposed = false;
  /** Where the camera was when everything was in sight last. */
  private fitted: CameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
  /** How wide the window was then; none at first. */
  private fittedWindow = 0;
  private frame: number | undefined;

  /**
   * @param onLost called when the browser takes the drawing context away
   * @throws where the browser has no WebGL
   */
  constructor(
    private readonly container: HTMLElement,
    private readonly store: ExplorerStore,
    private readonly graph: MinutesGraph,
    onLost: () => void,
  ) {
    this.shown = store.shown.peek();
    this.opened = store.openedCommunity.peek();
    this.scale = this.findScale();
    this.paints = new PaintBox(this.theme, store.paint.peek());
    this.sigma = this.mount();
    this.drawing = this.startDrawing();
    this.overlay = this.addOverlay();
    this.layout = new LayoutRun(graph, () => store.state.peek().pinned);
    this.layout.onChange = (isRunning) => {
      for (const tell of this.layoutListeners) tell(isRunning);
      if (!isRunning) this.finishMove();
    };
    this.picker = new AreaPicker(container, (corners, isShift) => this.pick(corners, isShift));
    this.listen(onLost);
    this.follow();
  }

  /** Brings all that is shown into sight. */
  fit(): void {
    this.fitted = this.findFit(this.mayTurn() ? undefined : 0);
    void this.sigma.getCamera().animate(this.fitted, this.motion(350));
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio * factor) }, this.motion(200));
  }

  /** @param x @param y parts of the picture's width and height, to the right and down */
  pan(x: number, y: number): void {
    const { width, height } = this.sigma.getDimensions();
    const middle = { x: width * (0.5 + x), y: height * (0.5 + y) };
    void this.sigma.getCamera().animate(this.sigma.viewportToFramedGraph(middle), this.motion(150));
  }

  flyTo(node: string): void {
    const data = this.sigma.getNodeDisplayData(node);
    if (!data) return;
    const camera = this.sigma.getCamera();
    void camera.animate(
      { x: data.x, y: data.y, ratio: Math.min(camera.ratio, 0.65 * this.scale) },
      this.motion(500),
    );
  }

  /** Runs the forces, or stops them; they also stop by themselves when nothing moves any more. */
  toggleLayout(): void {
    if (this.isLayoutRunning) this.stopLayout();
    else this.startLayout(INITIAL_FORCES);
  }

  get isLayoutRunning(): boolean {
    return this.layout.isRunning;
  }

  startLayout(forces: Forces): void {
    this.prepareMove();
    this.layout.start(forces);
  }

  stopLayout(): void {
    this.layout.stop();
  }

  /** @returns what ends the listening */
  onLayout(listener: (isRunning: boolean) => void): () => void {
    this.layoutListeners.add(listener);
    return () => this.layoutListeners.delete(listener);
  }

  /** Moves nodes to places in graph units; the selected node stays where it is seen. */
  moveTo(places: ReadonlyMap<string, { x: number; y: number }>): void {
    this.layout.stop();
    this.prepareMove();
    if (!this.mayTurn()) this.sigma.getCamera().setState({ angle: 0 });
    this.endMove = moveNodes(this.graph, places, () => this.finishMove());
  }

  /** Whether a drag draws a shape round the nodes to select, and does not move the picture. */
  setLasso(isLasso: boolean): void {
    this.picker.setLasso(isLasso);
  }

  /** A node's radius at the first zoom, in graph units. */
  radiusOf(node: string): number {
    const { width, height } = this.sigma.getDimensions();
    const { x, y } = this.sigma.getBBox();
    const unit = Math.max((x[1] - x[0]) / Math.max(width, 1), (y[1] - y[0]) / Math.max(height, 1));
    return (this.paints.sizeOf(node) ?? sizeOf(this.importance.get(node) ?? 0)) * this.scale * unit;
  }

  /** The neighbour of a node that lies most in a direction of the screen. */
  findNeighbour(node: string, x: number, y: number): string | undefined {
    const from = this.findPlace(node);
    let best: string | undefined;
    let least = Infinity;
    this.graph.forEachEdge(node, (edge, _, source, target) => {
      const other = source === node ? target : source;
      const to = this.shown.edges.has(edge) ? this.findPlace(other) : undefined;
      if (!from || !to) return;
      const along = (to.x - from.x) * x + (to.y - from.y) * y;
      const across = Math.abs((to.x - from.x) * y) + Math.abs((to.y - from.y) * x);
      const cost = along <= 0 ? Infinity : along + 2 * across;
      if (cost < least) [best, least] = [other, cost];
    });
    return best;
  }

  /** Where a node is seen, in pixels. */
  private findPlace(node: string): { x: number; y: number } | undefined {
    const data = this.sigma.getNodeDisplayData(node);
    return data && this.sigma.framedGraphToViewport(data);
  }

  /**
   * The picture as seen, with its legend, as a PNG.
   * @param scale pixels of the file for each of the screen
   */
  async toPng(scale: number): Promise<Blob> {
    const { paintPng } = await import("./paint-picture.ts");
    return await paintPng(this.describePicture(), scale);
  }

  /** The picture as seen, with its legend, as an SVG. */
  async toSvg(): Promise<Blob> {
    const { paintSvg } = await import("./paint-picture.ts");
    return paintSvg(this.describePicture());
  }

  private describePicture(): PictureSource {
    this.sigma.catchUp();
    return {
      scene: this.setScene(),
      paint: this.store.paint.peek(),
      node: (key) => this.reduceNode(key, this.graph.getNodeAttributes(key)),
      edge: (key) => this.reduceEdge(key, this.graph.getEdgeAttributes(key)),
    };
  }

  dispose(): void {
    this.isDisposed = true;
    for (const stop of this.stops) stop();
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    clearTimeout(this.still);
    this.endMove?.();
    this.layout.onChange = undefined;
    this.layout.stop();
    clearTimeout(this.moved);
    this.drawing.dispose();
    this.sigma.kill();
    this.overlay.remove();
  }

  private mount(): StageSigma {
    const sigma = mountSigma(this.container);
    sigma.ground = this.paints.ground;
    sigma.reducers = {
      node: (node, data) => this.reduceNode(node, data),
      edge: (edge, data) => this.reduceEdge(edge, data),
    };
    if (this.graph.size > MANY_EDGES) sigma.setEdgeProgram(STRAIGHT, EdgeLineProgram);
    return sigma;
  }

  private startDrawing(): GradualDrawing {
    const isMoving = (): boolean => this.isMoving;
    const hidesEdges = (): boolean => this.isSlow();
    return new GradualDrawing(this.sigma, this.graph, {
      prepare: () => this.prepare(),
      isMoving,
      hidesEdges,
      onPlaced: () => {
        this.fittedWindow = 0;
        this.keepFitted();
        // What has found its place for the first time has not moved: it is drawn whole, and once.
        this.stopMove();
      },
    });
  }

  private *prepare(): Generator<void, readonly string[]> {
    this.importance = yield* measureImportance(this.graph);
    this.ranking = yield* rankNodes(this.importance);
    if (this.graph.size <= MANY_EDGES) yield* this.bendEdges();
    yield* this.dashEdges();
    return this.ranking.toReversed();
  }

  /** What bends is drawn with a program of its own, which is made once there is something to draw. */
  private *bendEdges(): Generator<void> {
    const hadCurves = this.curves.size > 0;
    this.curves = yield* findCurves(this.graph, DEFAULT_EDGE_CURVATURE);
    if (this.curves.size > 0 && !hadCurves) this.sigma.setEdgeProgram(CURVED, EdgeCurveProgram);
  }

  private *dashEdges(): Generator<void> {
    if (this.hasDashes) return;
    let count = 0;
    for (const { attributes } of this.graph.edgeEntries()) {
      if (++count % STEP === 0) yield;
      if (!DASHED.has(attributes.relation)) continue;
      this.hasDashes = true;
      this.sigma.setEdgeProgram(DASHES, createDashProgram(this.curves.size > 0 ? CURVE_PARTS : 1));
      return;
    }
  }

  /** Whether to draw less on the move. */
  private isSlow(): boolean {
    return this.graph.size > MANY_EDGES || this.slowness > 3;
  }

  private reduceNode(node: string, { x, y, kind }: NodeAttributes): Partial<ShapeData> {
    const isFaint = this.shown.faint?.nodes.has(node) === true;
    const data: Partial<ShapeData> = {
      x,
      y,
      kind,
      label: null,
      type: SHAPE,
      size:
        (this.paints.sizeOf(node) ?? sizeOf(this.importance.get(node) ?? 0)) *
        this.scale *
        (isFaint ? 0.6 : 1),
      color: isFaint ? this.theme.faint : this.paints.colourOf(node, kind),
      hidden: !isFaint && !this.shown.nodes.has(node),
      hasCore: !isFaint && this.paints.hasCore(node),
      // Sigma would add these, which takes more memory.
      highlighted: false,
      forceLabel: false,
      zIndex: 0,
    };
    return data;
  }

  private reduceEdge(edge: string, { relation, weight }: EdgeAttributes): Partial<EdgeDisplayData> {
    const curvature = this.curves.get(edge);
    const { lines } = this.store.look.peek();
    const isFaint = this.shown.faint?.edges.has(edge) === true;
    const size = 1.2 + Math.min(Math.log2(weight), 3) * 0.5;
    const data = {
      label: null,
      size: lines === "thin" ? size * 0.4 : size,
      color: isFaint ? this.theme.faint : this.paints.lineColourOf(relation, this.graph.extremities(edge)),
      hidden: lines === "none" || (!isFaint && !this.shown.edges.has(edge)),
      ...(curvature === undefined ? {} : { type: CURVED, curvature }),
      ...(DASHED.has(relation) ? { type: DASHES } : {}),
    };
    return data as Partial<EdgeDisplayData>;
  }

  private addOverlay(): HTMLCanvasElement {
    const overlay = document.createElement("canvas");
    overlay.className = "graph-overlay";
    overlay.setAttribute("aria-hidden", "true");
    this.container.append(overlay);
    return overlay;
  }

  private listen(onLost: () => void): void {
    const { sigma, store } = this;
    sigma.on("afterRender", () => {
      this.keepWatched();
      // The first picture of a large graph takes its time: names come with the next.
      if (this.isFirst && this.graph.size > MANY_EDGES) this.scheduleDraw();
      else this.draw();
      this.isFirst = false;
      if (this.isMoving) this.timePicture();
    });
    sigma.on("enterNode", ({ node }) => {
      store.hovered.value = node;
      this.container.style.cursor = "pointer";
    });
    sigma.on("leaveNode", () => {
      store.hovered.value = undefined;
      this.container.style.cursor = "";
    });
    sigma.on("clickNode", ({ node, event }) => {
      // A drag ends with a click, too.
      if (this.wasDragged) return;
      if (event.original.shiftKey) store.toggleSeveral(node);
      else store.select(node);
    });
    sigma.on("clickStage", () => store.select(undefined));
    this.listenToDragging();
    this.sigma.getCamera().on("updated", () => this.noteMove());
    for (const canvas of Object.values(sigma.getCanvases()))
      canvas.addEventListener("webglcontextlost", (event) => {
        event.preventDefault();
        // Sigma gives its contexts back when it is done with.
        if (!this.isDisposed) onLost();
      });
    const resized = new ResizeObserver(() => this.fitScale());
    resized.observe(this.container);
    const onTheme = (): void => {
      this.theme = readTheme();
      this.mixPaints();
    };
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", onTheme);
    const observer = new MutationObserver(onTheme);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    this.stops.push(
      () => dark.removeEventListener("change", onTheme),
      () => observer.disconnect(),
      () => resized.disconnect(),
    );
  }

  private listenToDragging(): void {
    const { sigma, graph } = this;
    sigma.on("downNode", (down) => {
      getStartPlaces(graph);
      this.dragged = down.node;
      this.wasDragged = false;
      down.preventSigmaDefault();
      if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
    });
    sigma.on("moveBody", ({ event }) => {
      if (this.dragged === undefined) return;
      this.wasDragged = true;
      // Its neighbourhood is drawn on top: that follows the hand, where all of a large graph could not.
      if (this.isSlow()) this.noteMove();
      graph.mergeNodeAttributes(this.dragged, sigma.viewportToGraph(event));
      event.preventSigmaDefault();
      event.original.preventDefault();
    });
    const drop = (): void => {
      this.dragged = undefined;
    };
    sigma.on("upNode", drop);
    sigma.on("upStage", drop);
    sigma.on("leaveStage", drop);
  }

  private follow(): void {
    const { store } = this;
    this.stops.push(
      effect(() => {
        const shown = store.shown.value;
        // What is shown of another graph, which was opened just now, is for another canvas.
        if (this.shown === shown || store.graph.value !== this.graph) return;
        this.shown = shown;
        this.scale = this.findScale();
        this.refresh();
        this.fitOpened();
      }),
      this.followLook(),
      effect(() => this.sigma.setCovered(store.state.value.view !== "graph")),
      effect(() => {
        void store.hovered.value;
        void store.selected.value;
        void store.several.value;
        void store.answered.value;
        void store.connection.value;
        void store.state.value.pinned;
        this.scheduleDraw();
      }),
      effect(() => {
        const flight = store.flight.value;
        // The card that opens with it has taken its place by then.
        if (flight) setTimeout(() => this.flyTo(flight.node), 60);
      }),
    );
  }

  /** Selects what lies in a shape on the screen; with Shift besides what is selected already. */
  private pick(corners: readonly AreaPoint[], isShift: boolean): void {
    const { sigma, store, shown } = this;
    const inside = this.graph.filterNodes((node) => {
      const data = shown.nodes.has(node) ? sigma.getNodeDisplayData(node) : undefined;
      return data !== undefined && isInside(sigma.framedGraphToViewport(data), corners);
    });
    const before = isShift ? store.listSelected() : [];
    if (before.length + inside.length > 0) store.selectSeveral([...new Set([...before, ...inside])]);
  }

  private prepareMove(): void {
    this.endMove?.();
    getStartPlaces(this.graph);
    this.sigma.setCustomBBox(null);
    this.watched = this.findWatched();
  }

  private findWatched(): { x: number; y: number } | undefined {
    const selected = this.store.selected.peek();
    const data = selected === undefined ? undefined : this.sigma.getNodeDisplayData(selected);
    return data && { x: data.x, y: data.y };
  }

  /** Lets the camera go with the selected node, so that the reader does not lose it. */
  private keepWatched(): void {
    const { watched } = this;
    const now = watched && this.findWatched();
    if (!watched || !now || (now.x === watched.x && now.y === watched.y)) return;
    this.watched = now;
    const camera = this.sigma.getCamera();
    camera.setState({ x: camera.x + now.x - watched.x, y: camera.y + now.y - watched.y });
  }

  private finishMove(): void {
    const { watched } = this;
    // The last places are drawn a little later.
    clearTimeout(this.moved);
    this.moved = window.setTimeout(() => {
      this.keepWatched();
      this.watched = undefined;
      if (!watched) this.fit();
    }, 120);
  }

  /** Brings a community into sight when it is opened, and all when it is closed. */
  private fitOpened(): void {
    const opened = this.store.openedCommunity.peek();
    if (opened === this.opened) return;
    this.opened = opened;
    this.fit();
  }

  private followLook(): () => void {
    const { store } = this;
    // At first everything is drawn so anyway.
    let seen: readonly unknown[] = [store.look.peek(), store.paint.peek()];
    return effect(() => {
      const next = [store.look.value, store.paint.value];
      if (next.every((each, index) => each === seen[index])) return;
      seen = next;
      this.mixPaints();
    });
  }

  private mixPaints(): void {
    this.paints = new PaintBox(this.theme, this.store.paint.peek());
    this.sigma.ground = this.paints.ground;
    this.refresh();
  }

  private refresh(): void {
    this.drawing.refresh();
  }

  private findScale(): number {
    const { clientWidth, clientHeight } = this.container;
    const room = Math.min(1, Math.max(0.45, Math.min(clientWidth, clientHeight) / 760));
    const drawn = this.shown.nodes.size + (this.shown.faint?.nodes.size ?? 0);
    return room * Math.min(1, Math.max(0.12, Math.sqrt(ROOMY / Math.max(1, drawn))));
  }

  private fitScale(): void {
    const scale = this.findScale();
    const padding = findPadding(this.container);
    this.keepFitted();
    if (padding !== this.sigma.getSetting("stagePadding")) this.sigma.setSetting("stagePadding", padding);
    if (scale !== this.scale) {
      this.scale = scale;
      this.refresh();
    }
    this.drawing.scheduleRender();
  }

  /**
   * Who looks at the whole goes on doing so where there is more room, or less. A panel that opens does not turn the
   * picture, but another window does.
   */
  private keepFitted(): void {
    const camera = this.sigma.getCamera();
    if (!isSame(camera.getState(), this.fitted)) return;
    const isOtherWindow = this.fittedWindow !== window.innerWidth;
    this.fittedWindow = window.innerWidth;
    this.fitted = this.findFit(this.mayTurn() ? (isOtherWindow ? undefined : this.fitted.angle) : 0);
    camera.setState(this.fitted);
  }

  private findFit(angle: number | undefined): CameraState {
    const { x, y } = this.sigma.getBBox();
    const { clientWidth: width, clientHeight: height } = this.container;
    const frame = { width, height, padding: findPadding(this.container) };
    return findFit(this.frameShown(), { width: x[1] - x[0], height: y[1] - y[0] }, frame, angle);
  }

  /** Layers and circles say something by what is above. */
  private mayTurn(): boolean {
    return this.arrangement === "file" || this.arrangement === "apart";
  }

  /** The box of what is shown, in the frame that the camera looks at; of everything where all is shown. */
  private frameShown(): Box {
    const { x, y } = this.sigma.getBBox();
    const whole = frameWhole({ width: x[1] - x[0], height: y[1] - y[0] });
    if (this.shown.nodes.size === this.graph.order && !this.sigma.getCustomBBox()) return whole;
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const node of this.shown.nodes) {
      const data = this.sigma.getNodeDisplayData(node);
      if (!data) continue;
      box.left = Math.min(box.left, data.x);
      box.right = Math.max(box.right, data.x);
      box.top = Math.min(box.top, data.y);
      box.bottom = Math.max(box.bottom, data.y);
    }
    return box.left <= box.right ? box : whole;
  }

  /** A graphics card that is busy lets the next picture wait. */
  private timePicture(): void {
    const begun = performance.now();
    requestAnimationFrame(() => {
      const took = performance.now() - begun;
      if (took > SLOW) this.slowness += took / SLOW;
    });
  }

  private noteMove(): void {
    this.isMoving = true;
    this.waitUntilStill();
  }

  /** Where pictures take long, a hand that still holds on moves: all of it would be drawn between two of its steps. */
  private waitUntilStill(): void {
    clearTimeout(this.still);
    this.still = window.setTimeout(() => {
      if (this.isSlow() && this.sigma.getMouseCaptor().isMouseDown) return this.waitUntilStill();
      this.stopMove();
      this.sigma.scheduleRender();
    }, STILL);
  }

  private stopMove(): void {
    clearTimeout(this.still);
    this.isMoving = false;
  }

  /** From one node to the next, the pointer is on none for a moment. */
  private scheduleDraw(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      // What lies over the picture is taken away together with what is drawn above it.
      if (this.store.state.peek().view === "graph") this.draw();
      else this.sigma.scheduleRender();
    });
  }

  private draw(): void {
    const { store } = this;
    const active = this.findActive();
    const isBare =
      active === undefined && store.connection.peek() === undefined && this.isMoving && this.isSlow();
    // What is clear already must not be touched: it would be put together anew for every picture.
    if (isBare && this.isOverlayClear) return;
    this.isOverlayClear = isBare;
    const { width, height } = this.sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    const { overlay } = this;
    if (overlay.width !== Math.round(width * ratio) || overlay.height !== Math.round(height * ratio)) {
      overlay.width = Math.round(width * ratio);
      overlay.height = Math.round(height * ratio);
      overlay.style.width = `${width}px`;
      overlay.style.height = `${height}px`;
    }
    const context = overlay.getContext("2d");
    if (!context || width === 0) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (isBare) return context.clearRect(0, 0, width, height);
    drawOverlay(context, this.setScene());
  }

  /** What the picture above Sigma's is drawn from. */
  private setScene(): OverlayScene {
    const { store, sigma, graph, ranking, shown, theme, isMoving, curves } = this;
    const selected = store.selected.peek();
    const active = this.findActive();
    const closed = this.findClosed();
    const { labels, lines } = store.look.peek();
    const answered = store.answered.peek();
    const way = this.findWay();
    const { pinned } = store.state.peek();
    const scene = { sigma, graph, ranking, shown, theme, isMoving, selected, active, curves, closed };
    const several = store.several.peek();
    return {
      ...scene,
      paints: this.paints,
      labels,
      several,
      way,
      pinned,
      answered,
      hasLines: lines !== "none",
    };
  }

  /** The nodes of the way that is shown, from end to end. */
  private findWay(): readonly string[] {
    const steps = this.store.connection.peek()?.shortest.steps ?? [];
    return [...steps.slice(0, 1).map(({ from }) => from), ...steps.map(({ to }) => to)];
  }

  /** The node whose neighbourhood is lifted. */
  private findActive(): string | undefined {
    const { store, shown } = this;
    const wished = [store.hovered.peek(), store.selected.peek()];
    return wished.find((node) => node !== undefined && shown.nodes.has(node));
  }

  /** Where labels would not be read: beneath the panels that lie over the picture, and beyond its edges. */
  private findClosed(): Box[] {
    const { container } = this;
    const frame = container.getBoundingClientRect();
    const { width, height } = frame;
    const panels = [...(container.parentElement?.children ?? [])].filter((panel) => panel !== container);
    const beneath = panels.map((panel) => {
      const { left, top, right, bottom } = panel.getBoundingClientRect();
      return {
        left: left - frame.left,
        top: top - frame.top,
        right: right - frame.left,
        bottom: bottom - frame.top,
      };
    });
    return [
      ...beneath.filter(({ left, right }) => right - left > 1),
      { left: -FAR, top: -FAR, right: 0, bottom: FAR },
      { left: width, top: -FAR, right: FAR, bottom: FAR },
      { left: -FAR, top: -FAR, right: FAR, bottom: 0 },
      { left: -FAR, top: height, right: FAR, bottom: FAR },
    ];
  }

  private motion(duration: number): { duration: number } {
    return { duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : duration };
  }
}

function isSame(camera: CameraState, other: CameraState): boolean {
  return (
    camera.x === other.x &&
    camera.y === other.y &&
    camera.ratio === other.ratio &&
    camera.angle === other.angle
  );
}
