import type { Sigma } from "sigma";
import { createNormalizationFunction } from "sigma/utils";
import { eachInSteps } from "../../graph/in-steps.ts";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { nextTask, runInSlices } from "../run-in-slices.ts";
import { reserve, takePlace } from "./drawing-programs.ts";
import { EdgeDrawing } from "./edge-drawing.ts";
import { makeFrugal, type NoteChange } from "./frugal-program.ts";
import { type InnerProgram, type InnerSigma, lookInto } from "./sigma-inner.ts";

/** From so many moved nodes on, it costs less to place all of them. */
const MANY_MOVED = 200;

/** Nodes and edges of a graph that is drawn in the slice that puts its page together: a picture in between takes longer. */
const SMALL = 10_000;
/** How long that slice may be, in milliseconds. */
const FIRST_SLICE = 100;

type Work = "fill" | "places" | "looks";

/** What the drawing asks of whom it works for. */
export interface Client {
  /**
   * Finds out what the reducers need, before they are asked for the first time; yields often.
   * @returns every node, in the order of drawing: what comes last lies on top
   */
  prepare(this: void): Generator<void, readonly string[]>;
  isMoving(this: void): boolean;
  /** Whether the machine is too slow for the edges while moving. */
  hidesEdges(this: void): boolean;
  /** Told once everything has a place, before it is drawn for the first time. */
  onPlaced?: (this: void) => void;
}

/**
 * Gives a graph to a Sigma that was mounted without one, and every change of it, a little at a time, so that the page
 * never stands still; Sigma itself does it all at once.
 */
export class GradualDrawing {
  private readonly inner: InnerSigma;
  private readonly edges: EdgeDrawing;
  private readonly notes = new Map<InnerProgram, NoteChange>();
  private readonly moved = new Set<string>();
  private readonly stopped = new AbortController();
  /** What is to be done next; a fill comes before everything else, and looks come with it. */
  private readonly waiting = new Set<Work>();
  private isRunning = false;
  private frame = 0;
  private isDrawn = false;

  /**
   * @param graph told to Sigma from now on
   */
  constructor(
    private readonly sigma: Sigma,
    private readonly graph: MinutesGraph,
    private readonly client: Client,
  ) {
    this.inner = lookInto(sigma);
    this.edges = new EdgeDrawing(this.inner);
    this.inner.unbindGraphHandlers();
    this.inner.graph = graph;
    this.takeOverRefresh();
    this.listen();
    this.ask("fill");
  }

  /** Looks anew at what the reducers say of every node and edge. */
  refresh(): void {
    this.ask("looks");
  }

  /** Draws at once. */
  render(): void {
    this.inner.render();
  }

  /** Draws with the next picture of the page; before there is anything to draw, an empty one is not worth its time. */
  scheduleRender(): void {
    if (this.isDrawn) this.sigma.scheduleRender();
  }

  dispose(): void {
    this.stopped.abort();
    cancelAnimationFrame(this.frame);
  }

  /** Sigma's own refresh, of which settings make use, too, would do everything in one go. */
  private takeOverRefresh(): void {
    const { sigma } = this;
    sigma.refresh = (options) => {
      if (!options?.partialGraph) this.refresh();
      else if (this.isDrawn)
        this.refreshPart(options.partialGraph.nodes ?? [], options.partialGraph.edges ?? []);
      return sigma;
    };
  }

  private refreshPart(nodes: readonly string[], edges: readonly string[]): void {
    for (const node of nodes) {
      this.inner.addNode(node);
      this.placeNode(node);
    }
    for (const edge of edges) this.lookAtEdge(edge);
    this.noteChange();
    this.sigma.scheduleRender();
  }

  private listen(): void {
    const { graph, stopped } = this;
    const fill = (): void => this.ask("fill");
    const place = (): void => this.ask("places");
    const move = ({ key }: { key: string }): void => this.move(key);
    const events = {
      nodeAdded: fill,
      nodeDropped: fill,
      edgeAdded: fill,
      edgeDropped: fill,
      edgesCleared: fill,
      cleared: fill,
      eachNodeAttributesUpdated: place,
      nodeAttributesUpdated: move,
    };
    for (const [name, listener] of Object.entries(events)) {
      graph.on(name as "nodeAttributesUpdated", listener);
      stopped.signal.addEventListener("abort", () => graph.off(name as "nodeAttributesUpdated", listener));
    }
  }

  /** Moved nodes are drawn together in the next picture. */
  private move(node: string): void {
    this.moved.add(node);
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      const nodes = [...this.moved];
      this.moved.clear();
      if (nodes.length > MANY_MOVED || !this.isDrawn || this.isRunning) this.ask("places");
      else this.placeSome(nodes);
    });
  }

  private placeSome(nodes: readonly string[]): void {
    for (const node of nodes) {
      this.placeNode(node);
      this.graph.forEachEdge(node, (edge) => this.edges.draw(edge));
    }
    this.noteChange();
    this.sigma.scheduleRender();
  }

  private ask(work: Work): void {
    this.waiting.add(work);
    if (!this.isRunning) void this.work();
  }

  private async work(): Promise<void> {
    this.isRunning = true;
    try {
      while (this.waiting.size > 0) {
        // Whoever asked for it, by a click most often, has the page to change besides.
        if (this.isDrawn) await nextTask();
        const wanted = new Set(this.waiting);
        this.waiting.clear();
        const fills = wanted.has("fill") || !this.isDrawn;
        const isAtOnce = !this.isDrawn && this.graph.order + this.graph.size <= SMALL;
        const work = fills ? this.fill() : this.update(wanted);
        await runInSlices(work, this.stopped.signal, isAtOnce ? FIRST_SLICE : undefined);
        if (this.stopped.signal.aborted) return;
        if (!this.isDrawn) this.client.onPlaced?.();
        this.noteChange();
        // The first picture does not wait until what was on the page before it is on the screen.
        if (this.isDrawn) this.sigma.scheduleRender();
        else this.inner.render();
        this.isDrawn = true;
      }
    } catch (cause) {
      if (!this.stopped.signal.aborted) throw cause;
    } finally {
      this.isRunning = false;
    }
  }

  private *fill(): Generator<void> {
    const { inner } = this;
    inner.clearState();
    inner.clearIndices();
    inner.nodeProgramIndex = {};
    inner.itemIDsIndex = {};
    inner.nodeIndices = {};
    const nodes = yield* this.client.prepare();
    this.makeFrugal();
    yield* this.measure();
    let id = 1;
    const places = new Map<string, number>();
    yield* eachInSteps(nodes, (node) => {
      inner.addNode(node);
      takePlace(places, inner.nodeDataCache[node]?.type ?? "");
    });
    reserve(inner.nodePrograms, places);
    places.clear();
    yield* eachInSteps(nodes, (node) => {
      const { type } = inner.nodeDataCache[node] as { type: string };
      inner.nodeIndices[node] = id;
      inner.itemIDsIndex[id++] = { type: "node", id: node };
      this.placeNode(node, takePlace(places, type));
    });
    yield* this.edges.fill();
  }

  /** The programs that there are now: a graph may have one more. */
  private makeFrugal(): void {
    const { inner, client, notes } = this;
    const { isMoving, hidesEdges } = client;
    const adopt = (program: InnerProgram, isLeftOut: () => boolean): void => {
      if (!notes.has(program)) notes.set(program, makeFrugal(program, isMoving, isLeftOut));
    };
    for (const program of listPrograms(inner.nodePrograms)) adopt(program, () => false);
    for (const program of listPrograms(inner.edgePrograms)) adopt(program, () => isMoving() && hidesEdges());
  }

  /** New places alone need no reducers. */
  private *update(wanted: ReadonlySet<Work>): Generator<void> {
    const { inner, graph } = this;
    const looks = wanted.has("looks");
    if (wanted.has("places")) yield* this.measure();
    yield* eachInSteps(graph.nodes(), (node) => {
      if (looks) inner.addNode(node);
      this.placeNode(node);
    });
    yield* eachInSteps(graph.edges(), (edge) => {
      if (looks) this.lookAtEdge(edge);
      else this.edges.draw(edge);
    });
  }

  /** An edge that goes to another program makes all places new. */
  private lookAtEdge(edge: string): void {
    if (this.edges.look(edge)) this.edges.draw(edge);
    else this.ask("fill");
  }

  private placeNode(node: string, place = this.inner.nodeProgramIndex[node] ?? 0): void {
    const { inner, graph } = this;
    const data = inner.nodeDataCache[node];
    if (!data) return;
    const { x, y } = graph.getNodeAttributes(node);
    data.x = x;
    data.y = y;
    inner.normalizationFunction.applyTo(data);
    inner.addNodeToProgram(node, inner.nodeIndices[node] ?? 0, place);
  }

  /** Takes the picture's frame from where the nodes are. */
  private *measure(): Generator<void> {
    const { inner, graph } = this;
    const x: [number, number] = [Infinity, -Infinity];
    const y: [number, number] = [Infinity, -Infinity];
    yield* eachInSteps(graph.nodeEntries(), ({ attributes }) => {
      widen(x, attributes.x);
      widen(y, attributes.y);
    });
    inner.nodeExtent = graph.order === 0 ? { x: [0, 1], y: [0, 1] } : { x, y };
    inner.normalizationFunction = createNormalizationFunction(inner.customBBox ?? inner.nodeExtent);
  }

  private noteChange(): void {
    for (const note of this.notes.values()) note();
  }
}

/** Without those that draw nothing. */
function listPrograms(programs: Readonly<Record<string, InnerProgram>>): InnerProgram[] {
  return Object.values(programs).filter((program) => "bindProgram" in program);
}

function widen(range: [number, number], value: number): void {
  if (value < range[0]) range[0] = value;
  if (value > range[1]) range[1] = value;
}
