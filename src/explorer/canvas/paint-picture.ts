import type { EdgeDisplayData } from "sigma/types";
import { type DrawingContext, SvgContext } from "../../formats/svg-context.ts";
import type { Paint } from "../../view/look.ts";
import { type OverlayScene, paintOverlay, traceEdge } from "./draw-overlay.ts";
import { strokeLine } from "./line-style.ts";
import { createLegend } from "./paint-legend.ts";
import type { ShapeData } from "./shape-program.ts";
import { fillShape } from "./trace-shape.ts";

/** How the canvas shows the graph just now. */
export interface PictureSource {
  scene: OverlayScene;
  paint: Paint | undefined;
  node(this: void, key: string): Partial<ShapeData>;
  edge(this: void, key: string): Partial<EdgeDisplayData>;
}

/** Browsers make no larger canvas: pixels of a side, and in all. */
const LONGEST_SIDE = 16_384;
const MOST_PIXELS = 268_000_000;

/**
 * Paints the picture as seen, with its legend beside it, as PNG.
 * @param scale pixels of the file for each of the screen
 * @throws Error, fit for people
 */
export async function paintPng(source: PictureSource, scale: number): Promise<Blob> {
  const measuring = createContext(1, 1);
  const { width, height, paint } = arrange(measuring, source);
  const [columns, rows] = [Math.round(width * scale), Math.round(height * scale)];
  if (Math.max(columns, rows) > LONGEST_SIDE || columns * rows > MOST_PIXELS)
    throw new Error(`A picture of ${columns} × ${rows} pixels is larger than browsers make.`);
  const context = createContext(columns, rows);
  context.scale(scale, scale);
  paint(context);
  return await context.canvas.convertToBlob({ type: "image/png" });
}

/** Paints the picture as seen, with its legend beside it, as SVG. */
export function paintSvg(source: PictureSource): Blob {
  const measuring = createContext(1, 1);
  const context = new SvgContext((text, font) => {
    measuring.font = font;
    return measuring.measureText(text);
  });
  const { width, height, paint } = arrange(context, source);
  paint(context);
  return new Blob([context.finish(width, height)], { type: "image/svg+xml" });
}

function createContext(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (!context) throw new Error("This browser cannot make a picture.");
  return context;
}

interface Arranged {
  /** In pixels. */
  width: number;
  height: number;
  paint(this: void, context: DrawingContext): void;
}

function arrange(measuring: DrawingContext, source: PictureSource): Arranged {
  const { sigma, theme } = source.scene;
  const seen = sigma.getDimensions();
  const legend = createLegend(measuring, source.scene, source.paint);
  const [width, height] = [seen.width + legend.width, Math.max(seen.height, legend.height)];
  const paint = (context: DrawingContext): void => {
    context.fillStyle = theme.background;
    context.fillRect(0, 0, width, height);
    paintEdges(context, source);
    paintNodes(context, source);
    paintOverlay(context, source.scene);
    context.fillStyle = theme.background;
    context.fillRect(seen.width, 0, legend.width, height);
    legend.paint(context, seen.width);
  };
  return { width, height, paint };
}

function paintEdges(context: DrawingContext, { scene, edge: look }: PictureSource): void {
  const { sigma, graph, curves } = scene;
  const { width, height } = sigma.getDimensions();
  const locate = (key: string) => sigma.graphToViewport(graph.getNodeAttributes(key));
  graph.forEachEdge((key, { relation }, source, target) => {
    const { hidden, color = "", size = 1 } = look(key);
    if (hidden) return;
    const [from, to] = [locate(source), locate(target)];
    if (Math.max(from.x, to.x) < 0 || Math.min(from.x, to.x) > width) return;
    if (Math.max(from.y, to.y) < 0 || Math.min(from.y, to.y) > height) return;
    context.strokeStyle = color;
    context.lineWidth = sigma.scaleSize(size);
    const bend = curves.get(key) ?? 0;
    traceEdge(context, from, to, bend);
    strokeLine(context, relation, { from, to, bend });
  });
}

/** From the least to the most important. */
function paintNodes(context: DrawingContext, { scene, node: look }: PictureSource): void {
  const { sigma, graph, ranking } = scene;
  const { width, height } = sigma.getDimensions();
  for (const key of ranking.toReversed()) {
    const { hidden, color = "", size = 0, hasCore } = look(key);
    if (hidden) continue;
    const { kind, ...place } = graph.getNodeAttributes(key);
    const { x, y } = sigma.graphToViewport(place);
    const radius = sigma.scaleSize(size);
    if (x < -radius || y < -radius || x > width + radius || y > height + radius) continue;
    const core = hasCore ? scene.theme.background : undefined;
    fillShape(context, { kind, x, y, radius }, { colour: color, core });
  }
}
