import type { Sigma } from "sigma";
import type { CameraState, Dimensions, EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import type { EdgeAttributes, MinutesGraph } from "../../model/graph-attributes.ts";

type Gl = WebGLRenderingContext | WebGL2RenderingContext;
type Attribute = { name: string; size: number; type: number; normalized?: boolean };
type Extent = { x: [number, number]; y: [number, number] };

interface ProgramInfo {
  gl: Gl;
  buffer: WebGLBuffer;
  constantBuffer: WebGLBuffer;
}

/** What is used of Sigma's programs beyond what they let others see. */
export interface InnerProgram {
  ATTRIBUTES: Attribute[];
  CONSTANT_ATTRIBUTES: Attribute[];
  array: Float32Array;
  constantArray: Float32Array;
  ATTRIBUTES_ITEMS_COUNT: number;
  isInstanced: boolean;
  /** How many items are drawn. */
  capacity: number;
  normalProgram: ProgramInfo;
  pickProgram: ProgramInfo | null;
  reallocate(capacity: number): void;
  /** As programs of edges take it. */
  process(
    id: number,
    place: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    look: EdgeDisplayData,
  ): void;
  kill(): void;
  hasNothingToRender(): boolean;
  render(params: RenderParams): void;
  renderProgram(params: RenderParams, info: ProgramInfo): void;
  bindProgram(info: ProgramInfo): void;
  unbindProgram(info: ProgramInfo): void;
  bindAttribute(attribute: Attribute, info: ProgramInfo, offset: number, isInstanced: boolean): number;
}

/**
 * What is used of Sigma 3.0 beyond what it lets others see: it does all of its work on a graph in one go, and all of
 * it again for a change of place, which takes seconds for a large graph.
 */
export interface InnerSigma {
  graph: MinutesGraph;
  settings: {
    defaultEdgeType: string;
    edgeReducer(this: void, edge: string, data: EdgeAttributes): Partial<EdgeDisplayData>;
  };
  customBBox: Extent | null;
  nodeExtent: Extent;
  normalizationFunction: { applyTo(point: { x: number; y: number }): void };
  nodeDataCache: Record<string, NodeDisplayData>;
  nodeProgramIndex: Record<string, number>;
  nodeIndices: Record<string, number>;
  itemIDsIndex: Record<number, { type: "node" | "edge"; id: string }>;
  nodePrograms: Record<string, InnerProgram>;
  edgePrograms: Record<string, InnerProgram>;
  webGLContexts: Record<string, WebGLRenderingContext> & { nodes: WebGLRenderingContext };
  camera: { getState(): CameraState };
  getDimensions(): Dimensions;
  clearIndices(): void;
  clearState(): void;
  unbindGraphHandlers(): void;
  addNode(key: string): void;
  addNodeToProgram(key: string, id: number, place: number): void;
  render(): void;
}

/** Sigma as it is within; tested with the version that package-lock.json names. */
export const lookInto = (sigma: Sigma): InnerSigma => sigma as unknown as InnerSigma;
