import { MultiDirectedGraph } from "graphology";
import { Sigma } from "sigma";
import { AbstractEdgeProgram, type EdgeProgramType, EdgeRectangleProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import type { EdgeAttributes, NodeAttributes } from "../../model/graph-attributes.ts";
import { type Grounded, ShapeProgram } from "./shape-program.ts";
import { type InnerProgram, lookInto } from "./sigma-inner.ts";

/** The names of Sigma's own programs, which ours take the place of: it would get all of them ready. */
export const [SHAPE, STRAIGHT, CURVED] = ["circle", "line", "arrow"] as const;
/** The name of the program for dashed lines, which is only there where there are some. */
export const DASHES = "dashes";
/**
 * What of Sigma's layers nothing is drawn on: labels and neighbourhoods are drawn on the overlay, edges on the nodes'
 * layer.
 */
const UNUSED_LAYERS = new Set(["edges", "edgeLabels", "labels", "hovers", "hoverNodes"]);

/** How things look, asked of by Sigma for every node and edge. */
export interface Reducers {
  node(this: void, node: string, data: NodeAttributes): Partial<NodeDisplayData>;
  edge(this: void, edge: string, data: EdgeAttributes): Partial<EdgeDisplayData>;
}

const doNothing = (): void => undefined;

/** Stands where nothing is to be drawn. */
class NoProgram extends AbstractEdgeProgram {
  drawLabel = undefined;
  drawHover = undefined;
  process = doNothing;
  reallocate = doNothing;
  render = doNothing;
  kill = doNothing;
}

/** Stands for the context of a layer that nothing is drawn on: each costs a tenth of a second, and memory. */
const NO_CONTEXT = {
  COLOR_BUFFER_BIT: 0,
  bindFramebuffer: doNothing,
  clear: doNothing,
  viewport: doNothing,
  getExtension: () => null,
} as unknown as WebGLRenderingContext;

/** Sigma as this page needs it: without a graph, with a place of its own that can go from one element to another. */
export class StageSigma extends Sigma implements Grounded {
  ground: Grounded["ground"] = [1, 1, 1];
  reducers: Reducers | undefined;
  private isCovered = false;
  private isStale = false;

  /** @throws where the browser has no WebGL */
  constructor(private readonly place: HTMLElement) {
    super(new MultiDirectedGraph(), place, {
      renderLabels: false,
      renderEdgeLabels: false,
      enableEdgeEvents: false,
      allowInvalidContainer: true,
      zIndex: false,
      stagePadding: findPadding(place),
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      defaultNodeType: SHAPE,
      defaultEdgeType: STRAIGHT,
      nodeProgramClasses: { [SHAPE]: ShapeProgram },
      nodeHoverProgramClasses: { [SHAPE]: NoProgram },
      edgeProgramClasses: { [STRAIGHT]: NoProgram, [CURVED]: NoProgram },
      nodeReducer: (node, data) => this.reducers?.node(node, data as NodeAttributes) ?? data,
      edgeReducer: (edge, data) => this.reducers?.edge(edge, data as EdgeAttributes) ?? data,
    });
    for (const [layer, canvas] of Object.entries(this.getCanvases()))
      if (UNUSED_LAYERS.has(layer)) canvas.remove();
    this.setEdgeProgram(STRAIGHT, EdgeRectangleProgram);
    this.drawEdgesFirst();
  }

  /** Draws the edges of a type with another program. */
  setEdgeProgram(type: typeof STRAIGHT | typeof CURVED | typeof DASHES, Program: EdgeProgramType): void {
    const { edgePrograms, webGLContexts } = lookInto(this);
    edgePrograms[type]?.kill();
    edgePrograms[type] = new Program(webGLContexts.nodes, null, this) as unknown as InnerProgram;
  }

  /** Sigma draws the edges last, on a layer below that of the nodes: on one layer, they would lie above. */
  private drawEdgesFirst(): void {
    const inner = lookInto(this);
    const render = inner.render.bind(this);
    inner.render = () => {
      const { nodePrograms, edgePrograms } = inner;
      [inner.nodePrograms, inner.edgePrograms] = [edgePrograms, nodePrograms];
      try {
        render();
      } finally {
        [inner.nodePrograms, inner.edgePrograms] = [nodePrograms, edgePrograms];
      }
    };
  }

  moveInto(container: HTMLElement): void {
    this.place.className = "graph-place";
    container.prepend(this.place);
  }

  /** @param isCovered whether something lies over the whole picture: it is drawn once it is seen again */
  setCovered(isCovered: boolean): void {
    this.isCovered = isCovered;
    if (!isCovered && this.isStale) this.scheduleRender();
  }

  override scheduleRender(): this {
    this.isStale = this.isCovered;
    return this.isCovered ? this : super.scheduleRender();
  }

  /** Draws what was not drawn while something lay over the picture. */
  catchUp(): void {
    if (this.isStale) lookInto(this).render();
    this.isStale = false;
  }

  get isLost(): boolean {
    return lookInto(this).webGLContexts.nodes.isContextLost();
  }

  override kill(): void {
    super.kill();
    this.place.remove();
  }

  override createWebGLContext(
    ...[id, options]: Parameters<Sigma["createWebGLContext"]>
  ): ReturnType<Sigma["createWebGLContext"]> {
    if (UNUSED_LAYERS.has(id)) {
      this.createCanvas(id);
      return (lookInto(this).webGLContexts[id] = NO_CONTEXT);
    }
    const context = super.createWebGLContext(id, options);
    // Sigma asks whether each shader was compiled, and waits. Where one was not, its program cannot be linked.
    context.getShaderParameter = () => true;
    return context;
  }
}

/** The room between the graph and the picture's border, in pixels. */
export function findPadding({ clientWidth }: HTMLElement): number {
  return Math.min(70, clientWidth / 14);
}

let next: StageSigma | undefined;

/**
 * Gets a Sigma ready while the graph is still on its way, before the page is drawn for the first time: behind that, it
 * would wait for a tenth of a second on some machines. It is as large as the picture will be, since it costs as much to
 * give it another size. Where the browser has no WebGL, whoever mounts one is told.
 * @param parent in which the picture will be
 */
export function warmUp(parent: Element): void {
  const place = document.createElement("div");
  place.className = "graph-place is-waiting";
  parent.append(place);
  try {
    next = new StageSigma(place);
  } catch {
    place.remove();
  }
}

/**
 * The Sigma that is ready, or another.
 * @throws where the browser has no WebGL
 */
export function mountSigma(container: HTMLElement): StageSigma {
  const taken = next;
  next = undefined;
  if (taken && !taken.isLost) {
    taken.moveInto(container);
    return taken;
  }
  taken?.kill();
  const place = document.createElement("div");
  place.className = "graph-place";
  container.prepend(place);
  return new StageSigma(place);
}
