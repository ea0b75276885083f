import { remember } from "./remember.ts";
import type { NodeKind } from "./schema.ts";

/**
 * Folds a name for comparison: case, accents, quotation marks and runs of white space do not count.
 * @returns the folded name; never longer words than the name has
 */
export const foldName = remember((name) =>
  name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[\u2018\u2019\u201c\u201d"'`]/g, "")
    .replace(/\s+/g, " ")
    .trim(),
);

/**
 * The stable, readable key of a node.
 * @param name the canonical name, in any script
 * @returns `kind:slug`, e.g. `person:marc-zyngier`
 */
export function createNodeKey(kind: NodeKind, name: string): string {
  const slug = foldName(name)
    .replace(/\+/g, "-plus")
    .replace(/#/g, "-sharp")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return `${kind}:${slug || "unnamed"}`;
}
