import type { NodeKind, Relation } from "../../model/schema.ts";
import type { Group, Paint, Swatch } from "../../view/look.ts";
import type { CanvasTheme } from "./theme.ts";

/** How much of the background a faint colour has. */
const FAINT = 0.86;

/** Which colour and size everything has: those of the reader's look in the page's colours. */
export class PaintBox {
  private readonly swatches = new Map<Swatch, string>();
  private readonly faint = new Map<string, string>();

  constructor(
    private readonly theme: CanvasTheme,
    private readonly paint: Paint | undefined,
  ) {}

  /** Groups that have a colour of their own, where outlines are wanted. */
  get outlined(): readonly Group[] {
    const { groups, look } = this.paint ?? {};
    if (!groups || !look?.hulls || look.colour !== "community") return [];
    return groups.filter(({ swatch }) => swatch !== "group-other");
  }

  /** The colour of the ground: red, green and blue from 0 to 1. */
  get ground(): [number, number, number] {
    const [red = 1, green = 1, blue = 1] = parseHex(this.theme.background).map((part) => part / 255);
    return [red, green, blue];
  }

  groupOf(node: string): Group | undefined {
    return this.paint?.groupOf.get(node);
  }

  sizeOf(node: string): number | undefined {
    return this.paint?.sizes?.get(node);
  }

  colourOf(node: string, kind: NodeKind): string {
    const group = this.paint?.groups && this.groupOf(node);
    const colour = group ? this.colourOfGroup(group) : this.theme.kinds[kind];
    return this.isFaint(node) ? this.makeFaint(colour) : colour;
  }

  /** Whether a node's group is told by the ground in the middle of its nodes, too. */
  hasCore(node: string): boolean {
    return this.paint?.groups !== undefined && this.groupOf(node)?.hasCore === true;
  }

  colourOfGroup({ swatch }: Group): string {
    const known = this.swatches.get(swatch);
    if (known !== undefined) return known;
    const colour = getComputedStyle(document.documentElement).getPropertyValue(`--${swatch}`).trim();
    this.swatches.set(swatch, colour);
    return colour;
  }

  lineColourOf(relation: Relation, ends: readonly string[]): string {
    const colour = this.theme.relations[relation];
    return ends.some((end) => this.isFaint(end)) ? this.makeFaint(colour) : colour;
  }

  hasHalo(node: string): boolean {
    return this.paint?.haloes?.has(node) === true;
  }

  /** Whether another group was asked to stand out. */
  isFaint(node: string): boolean {
    const group = this.paint?.look.group;
    if (group === undefined || !this.paint?.groups?.some(({ key }) => key === group)) return false;
    return this.groupOf(node)?.key !== group;
  }

  private makeFaint(colour: string): string {
    let faint = this.faint.get(colour);
    if (faint === undefined) this.faint.set(colour, (faint = mix(colour, this.theme.background)));
    return faint;
  }
}

/** Mixes two colours written as `#rrggbb` or `#rgb`: what makes the page small makes colours short, too. */
function mix(colour: string, background: string): string {
  const [from, to] = [parseHex(colour), parseHex(background)];
  const mixed = from.map((part, index) => part + ((to[index] ?? part) - part) * FAINT);
  return `#${mixed.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

function parseHex(hex: string): number[] {
  const digits = hex.length === 4 ? hex.replace(/[\da-f]/gi, "$&$&") : hex;
  return [1, 3, 5].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
}
