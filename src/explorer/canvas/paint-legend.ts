import type { DrawingContext } from "../../formats/svg-context.ts";
import {
  KINDS,
  NODE_KINDS,
  type NodeKind,
  type Relation,
  RELATION_DEFINITIONS,
  RELATIONS,
} from "../../model/schema.ts";
import { COLOUR_NAMES, HALO_NAMES, type Paint } from "../../view/look.ts";
import type { OverlayScene } from "./draw-overlay.ts";
import { strokeLine } from "./line-style.ts";
import { fillShape } from "./trace-shape.ts";

interface Point {
  x: number;
  y: number;
}

interface Row {
  text: string;
  /** How many there are; absent for headings and notes. */
  count?: number;
  mark?: { shape: NodeKind | "line"; colour: string; core?: string | undefined; relation?: Relation };
}

const ROW = 20;
const MARGIN = 14;
/** From a row's left side to its text, and from the text to its count, in pixels. */
const MARK = 28;
const GAP = 14;
/** Half of a line that stands for a relation, in pixels. */
const HALF_LINE = 10;
const WIDEST = 280;

/** What a picture's signs mean, set beside it. */
export interface PictureLegend {
  /** In pixels. */
  width: number;
  height: number;
  paint(this: void, context: DrawingContext, left: number): void;
}

/** The legend of what is shown: groups where colours tell them, kinds, relations, and what sizes mean. */
export function createLegend(
  context: DrawingContext,
  scene: OverlayScene,
  paint: Paint | undefined,
): PictureLegend {
  const rows = listRows(scene, paint);
  const { theme } = scene;
  const setFont = (to: DrawingContext, { mark }: Row): void => {
    to.font = `${mark ? "400" : "600"} 12px ${theme.font}`;
  };
  const widths = rows.map((row) => {
    setFont(context, row);
    return (
      context.measureText(row.text).width + (row.mark ? MARK : 0) + (row.count === undefined ? 0 : GAP + 30)
    );
  });
  const width = Math.min(WIDEST, Math.ceil(Math.max(0, ...widths))) + 2 * MARGIN;
  const paintRows = (to: DrawingContext, left: number): void => {
    to.textBaseline = "middle";
    for (const [place, row] of rows.entries()) {
      const middle = MARGIN + (place + 0.5) * ROW;
      if (row.mark) paintMark(to, row.mark, left + MARGIN + 8, middle);
      setFont(to, row);
      to.fillStyle = theme.text;
      to.fillText(row.text, left + MARGIN + (row.mark ? MARK : 0), middle);
      if (row.count === undefined) continue;
      const count = String(row.count);
      to.fillText(count, left + width - MARGIN - to.measureText(count).width, middle);
    }
  };
  return { width, height: rows.length * ROW + 2 * MARGIN, paint: paintRows };
}

function listRows(scene: OverlayScene, paint: Paint | undefined): Row[] {
  const { graph, shown, theme, paints } = scene;
  const groups = paint?.groups;
  const kinds = countBy([...shown.nodes].map((node) => graph.getNodeAttribute(node, "kind")));
  const relations = countBy([...shown.edges].map((edge) => graph.getEdgeAttribute(edge, "relation")));
  const note = paint?.look.size === "importance" ? undefined : paint?.sizeNote;
  return [
    ...(groups && paint ? [{ text: `Colour: ${COLOUR_NAMES[paint.look.colour]}` }] : []),
    ...(groups ?? []).map((group): Row => {
      const core = group.hasCore ? theme.background : undefined;
      const mark = { shape: "person" as const, colour: paints.colourOfGroup(group), core };
      return { text: group.name, count: group.count, mark };
    }),
    ...(note === undefined ? [] : [{ text: `Size: ${note}` }]),
    ...(paint && paint.look.halo !== "none" ? [{ text: `Halo: ${HALO_NAMES[paint.look.halo]}` }] : []),
    { text: "Shown" },
    ...NODE_KINDS.filter((kind) => kinds.has(kind)).map((kind): Row => {
      const mark = { shape: kind, colour: groups ? theme.text : theme.kinds[kind] };
      return { text: KINDS[kind].plural, count: kinds.get(kind) ?? 0, mark };
    }),
    ...(relations.size > 0 ? [{ text: "Linked by" }] : []),
    ...RELATIONS.filter((relation) => relations.has(relation)).map((relation): Row => {
      const mark = { shape: "line" as const, colour: theme.relations[relation], relation };
      return { text: RELATION_DEFINITIONS[relation].label, count: relations.get(relation) ?? 0, mark };
    }),
  ];
}

function countBy<T>(items: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function paintMark(
  context: DrawingContext,
  { shape, colour, core, relation }: NonNullable<Row["mark"]>,
  x: number,
  y: number,
): void {
  context.beginPath();
  context.fillStyle = colour;
  context.strokeStyle = colour;
  if (shape === "line") {
    context.lineWidth = 3;
    const [from, to] = [-1, 1].map((side) => ({ x: x + side * HALF_LINE, y })) as [Point, Point];
    context.moveTo(from.x, y);
    context.lineTo(to.x, y);
    strokeLine(context, relation, { from, to, bend: 0 });
    return;
  }
  fillShape(context, { kind: shape, x, y, radius: 6 }, { colour, core });
}
