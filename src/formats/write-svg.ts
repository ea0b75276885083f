import type { NodeKind } from "../model/schema.ts";
import { escapeXml } from "./escape-xml.ts";

/** A picture of a graph in pixels, from the left upper corner. Colours are CSS colours. */
export interface Picture {
  width: number;
  height: number;
  background: string;
  /** The colour of the labels. */
  text: string;
  font: string;
  edges: readonly PictureEdge[];
  /** From the lowest to the uppermost. */
  nodes: readonly PictureNode[];
  labels: readonly PictureLabel[];
  legend: PictureLegend;
}

export interface PictureNode {
  kind: NodeKind;
  x: number;
  y: number;
  radius: number;
  color: string;
  isFaint: boolean;
}

export interface PictureEdge {
  from: { x: number; y: number };
  to: { x: number; y: number };
  /** How far it bends, in parts of the distance between its nodes. */
  bend: number;
  thickness: number;
  color: string;
  isFaint: boolean;
}

export interface PictureLabel {
  text: string;
  left: number;
  /** The middle of the line. */
  middle: number;
  size: number;
  weight: number;
}

export interface PictureLegend {
  kinds: readonly { kind: NodeKind; name: string; color: string }[];
  relations: readonly { name: string; color: string }[];
}

const ROW = 20;
const LEGEND_WIDTH = 176;
const MARGIN = 12;

/** Writes a picture with its legend as SVG 1.1: text stays text, and no label can become markup. */
export function writeSvg(picture: Picture): string {
  const { width, height, background, text, font } = picture;
  const size = `width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${escapeXml(font)}">`,
    `<rect width="100%" height="100%" fill="${escapeXml(background)}"/>`,
    `<g fill="none">${picture.edges.map(writeEdge).join("")}</g>`,
    `<g>${picture.nodes.map(writeNode).join("")}</g>`,
    `<g fill="${escapeXml(text)}" stroke="${escapeXml(background)}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">`,
    ...picture.labels.map(writeLabel),
    "</g>",
    writeLegend(picture),
    "</svg>\n",
  ].join("\n");
}

function writeEdge({ from, to, bend, thickness, color, isFaint }: PictureEdge): string {
  const x = (from.x + to.x) / 2 + (to.y - from.y) * bend;
  const y = (from.y + to.y) / 2 - (to.x - from.x) * bend;
  const way = `M${round(from.x)} ${round(from.y)}Q${round(x)} ${round(y)} ${round(to.x)} ${round(to.y)}`;
  return `<path d="${way}" stroke="${escapeXml(color)}" stroke-width="${round(thickness)}"${writeFaint(isFaint)}/>`;
}

/** The shapes of the explorer's own picture. */
function writeNode({ kind, x, y, radius, color, isFaint }: PictureNode): string {
  const paint = `fill="${escapeXml(color)}"${writeFaint(isFaint)}`;
  if (kind === "organisation") {
    const side = round(radius * 1.6);
    return `<rect x="${round(x - radius * 0.8)}" y="${round(y - radius * 0.8)}" width="${side}" height="${side}" ${paint}/>`;
  }
  if (kind === "project") return writeCorners({ x, y, radius: radius * 1.05 }, 4, paint);
  if (kind === "topic") return writeCorners({ x, y, radius: radius * 0.97 }, 6, paint);
  if (kind === "meeting") {
    const ring = `fill="none" stroke="${escapeXml(color)}" stroke-width="${round(radius * 0.52)}"`;
    return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius * 0.72)}" ${ring}${writeFaint(isFaint)}/>`;
  }
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" ${paint}/>`;
}

function writeCorners(
  { x, y, radius }: { x: number; y: number; radius: number },
  corners: number,
  paint: string,
): string {
  const points = Array.from({ length: corners }, (_, corner) => {
    const angle = (corner * 2 * Math.PI) / corners;
    return `${round(x + radius * Math.cos(angle))},${round(y + radius * Math.sin(angle))}`;
  });
  return `<polygon points="${points.join(" ")}" ${paint}/>`;
}

function writeLabel({ text, left, middle, size, weight }: PictureLabel): string {
  const place = `x="${round(left)}" y="${round(middle)}" dominant-baseline="central"`;
  return `<text ${place} font-size="${round(size)}" font-weight="${round(weight)}">${escapeXml(text)}</text>`;
}

function writeLegend({ legend, height, background, text }: Picture): string {
  const { kinds, relations } = legend;
  const rows = kinds.length + relations.length;
  if (rows === 0) return "";
  const tall = rows * ROW + MARGIN;
  const place = (row: number): number => MARGIN / 2 + (row + 0.5) * ROW;
  const name = (row: number, content: string): string =>
    `<text x="34" y="${place(row)}" dominant-baseline="central">${escapeXml(content)}</text>`;
  return [
    `<g transform="translate(${MARGIN} ${round(height - tall - MARGIN)})" font-size="12" fill="${escapeXml(text)}">`,
    `<rect width="${LEGEND_WIDTH}" height="${tall}" rx="6" fill="${escapeXml(background)}" stroke="${escapeXml(text)}" stroke-opacity="0.3"/>`,
    ...kinds.map(
      ({ kind, name: label, color }, row) =>
        writeNode({ kind, color, x: 18, y: place(row), radius: 6, isFaint: false }) + name(row, label),
    ),
    ...relations.map(({ name: label, color }, index) => {
      const row = kinds.length + index;
      const line = `<path d="M9 ${place(row)}H27" stroke="${escapeXml(color)}" stroke-width="3"/>`;
      return line + name(row, label);
    }),
    "</g>",
  ].join("\n");
}

function writeFaint(isFaint: boolean): string {
  return isFaint ? ' opacity="0.16"' : "";
}

/** No place is written as NaN or Infinity: readers would refuse the whole picture. */
function round(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 100) / 100 : 0;
}
