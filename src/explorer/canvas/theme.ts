import { NODE_KINDS, type NodeKind, RELATIONS, type Relation } from "../../model/schema.ts";

/** The colours that the canvas draws with: those of the page's style, so that legend and picture agree. */
export interface CanvasTheme {
  background: string;
  text: string;
  halo: string;
  accent: string;
  /** What is put round nodes that have a halo. */
  ring: string;
  /** What is shown only for context. */
  faint: string;
  kinds: Readonly<Record<NodeKind, string>>;
  relations: Readonly<Record<Relation, string>>;
  font: string;
}

/** Reads the theme from the custom properties of the page's style. */
export function readTheme(): CanvasTheme {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    background: read("--canvas"),
    text: read("--text"),
    halo: read("--canvas"),
    accent: read("--accent"),
    ring: read("--halo"),
    faint: read("--border"),
    kinds: Object.fromEntries(NODE_KINDS.map((kind) => [kind, read(`--kind-${kind}`)])) as Record<
      NodeKind,
      string
    >,
    relations: Object.fromEntries(
      RELATIONS.map((relation) => [relation, read(`--relation-${relation.replaceAll("_", "-")}`)]),
    ) as Record<Relation, string>,
    font: style.fontFamily || "sans-serif",
  };
}
