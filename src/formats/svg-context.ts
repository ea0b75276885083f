import { escapeXml } from "./escape-xml.ts";

/** The part of a canvas' drawing context that pictures are drawn with, so that one drawing goes to a screen and a file. */
export type DrawingContext = Pick<
  CanvasRenderingContext2D,
  | "fillStyle"
  | "strokeStyle"
  | "globalAlpha"
  | "lineWidth"
  | "lineJoin"
  | "font"
  | "textBaseline"
  | "beginPath"
  | "moveTo"
  | "lineTo"
  | "quadraticCurveTo"
  | "arc"
  | "rect"
  | "closePath"
  | "fill"
  | "stroke"
  | "fillRect"
  | "fillText"
  | "strokeText"
  | "measureText"
  | "setLineDash"
  | "save"
  | "restore"
>;

type Style = Pick<
  DrawingContext,
  "fillStyle" | "strokeStyle" | "globalAlpha" | "lineWidth" | "lineJoin" | "font" | "textBaseline"
>;

const INITIAL: Style = {
  fillStyle: "#000000",
  strokeStyle: "#000000",
  globalAlpha: 1,
  lineWidth: 1,
  lineJoin: "miter",
  font: "10px sans-serif",
  textBaseline: "alphabetic",
};

/** By the canvas' names, where SVG has others. */
const BASELINES: Readonly<Record<string, string>> = {
  middle: "central",
  top: "hanging",
  bottom: "ideographic",
};

/** A drawing context that writes SVG 1.1: text stays text, and none of it can become markup. */
export class SvgContext implements DrawingContext {
  fillStyle = INITIAL.fillStyle;
  strokeStyle = INITIAL.strokeStyle;
  globalAlpha = INITIAL.globalAlpha;
  lineWidth = INITIAL.lineWidth;
  lineJoin = INITIAL.lineJoin;
  font = INITIAL.font;
  textBaseline = INITIAL.textBaseline;
  private dashes: readonly number[] = [];
  private readonly elements: string[] = [];
  private readonly saved: Style[] = [];
  private path: string[] = [];
  /** The outline of a text, which is written with its filling where that follows. */
  private outline: { text: string; x: number; y: number; paint: string } | undefined;

  /** @param measure the size of a text in a CSS font */
  constructor(private readonly measure: (text: string, font: string) => TextMetrics) {}

  /**
   * Writes what was drawn.
   * @param width @param height in pixels
   */
  finish(width: number, height: number): string {
    this.writeOutline();
    const size = `width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}"`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n${this.elements.join("\n")}\n</svg>\n`;
  }

  beginPath(): void {
    this.path = [];
  }

  moveTo(x: number, y: number): void {
    this.path.push(`M${round(x)} ${round(y)}`);
  }

  lineTo(x: number, y: number): void {
    this.path.push(`${this.path.length === 0 ? "M" : "L"}${round(x)} ${round(y)}`);
  }

  quadraticCurveTo(cpx: number, cpy: number, x: number, y: number): void {
    this.path.push(`Q${round(cpx)} ${round(cpy)} ${round(x)} ${round(y)}`);
  }

  /** In two halves, since SVG has no arc that ends where it starts; the angles tell the sense of turning. */
  arc(x: number, y: number, radius: number, startAngle: number, endAngle: number): void {
    const at = (angle: number): string =>
      `${round(x + radius * Math.cos(angle))} ${round(y + radius * Math.sin(angle))}`;
    const turn = Math.max(-2 * Math.PI, Math.min(endAngle - startAngle, 2 * Math.PI));
    const middle = startAngle + turn / 2;
    const half = `A${round(radius)} ${round(radius)} 0 0 ${turn < 0 ? 0 : 1}`;
    const start = this.path.length === 0 ? "M" : "L";
    this.path.push(`${start}${at(startAngle)}${half} ${at(middle)}${half} ${at(startAngle + turn)}`);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.path.push(`M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`);
  }

  closePath(): void {
    this.path.push("Z");
  }

  fill(): void {
    this.writePath(`fill="${writeColour(this.fillStyle)}"`);
  }

  stroke(): void {
    const dashes = this.dashes.map(round).join(" ");
    this.writePath(`fill="none" ${this.describeLine()}${dashes && ` stroke-dasharray="${dashes}"`}`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const { path } = this;
    this.path = [];
    this.rect(x, y, width, height);
    this.fill();
    this.path = path;
  }

  strokeText(text: string, x: number, y: number): void {
    this.writeOutline();
    this.outline = { text, x, y, paint: this.describeLine() };
  }

  fillText(text: string, x: number, y: number): void {
    const { outline } = this;
    const isOutlined = outline?.text === text && outline.x === x && outline.y === y;
    if (isOutlined) this.outline = undefined;
    const line = isOutlined ? ` ${outline.paint} paint-order="stroke"` : "";
    this.writeText(text, x, y, `fill="${writeColour(this.fillStyle)}"${line}`);
  }

  /** @param segments dash and gap in turn, in pixels; none for a whole line */
  setLineDash(segments: Iterable<number>): void {
    this.dashes = [...segments];
  }

  measureText(text: string): TextMetrics {
    return this.measure(text, this.font);
  }

  save(): void {
    const { fillStyle, strokeStyle, globalAlpha, lineWidth, lineJoin, font, textBaseline } = this;
    this.saved.push({ fillStyle, strokeStyle, globalAlpha, lineWidth, lineJoin, font, textBaseline });
  }

  restore(): void {
    Object.assign(this, this.saved.pop());
  }

  private writePath(paint: string): void {
    this.writeOutline();
    if (this.path.length > 0) this.write(`<path d="${this.path.join("")}" ${paint}${this.describeAlpha()}/>`);
  }

  private writeOutline(): void {
    const { outline } = this;
    this.outline = undefined;
    if (outline) this.writeText(outline.text, outline.x, outline.y, `fill="none" ${outline.paint}`);
  }

  private writeText(text: string, x: number, y: number, paint: string): void {
    const baseline = BASELINES[this.textBaseline];
    const place = `x="${round(x)}" y="${round(y)}"${baseline ? ` dominant-baseline="${baseline}"` : ""}`;
    const font = `style="font:${escapeXml(this.font.replace(/[^\w\s"',.%-]/g, ""))}"`;
    this.write(`<text ${place} ${font} ${paint}${this.describeAlpha()}>${escapeXml(text)}</text>`);
  }

  private describeLine(): string {
    const join = this.lineJoin === "miter" ? "" : ` stroke-linejoin="${this.lineJoin}"`;
    return `stroke="${writeColour(this.strokeStyle)}" stroke-width="${round(this.lineWidth)}"${join}`;
  }

  private describeAlpha(): string {
    return this.globalAlpha < 1 ? ` opacity="${round(this.globalAlpha)}"` : "";
  }

  private write(element: string): void {
    this.elements.push(element);
  }
}

/** Gradients and patterns are not written. */
function writeColour(colour: DrawingContext["fillStyle"]): string {
  return typeof colour === "string" ? escapeXml(colour) : "none";
}

/** No place is written as NaN or Infinity: readers would refuse the whole picture. */
function round(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 100) / 100 : 0;
}
