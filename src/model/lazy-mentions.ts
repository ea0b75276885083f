import type { GraphDocument, NodeMention } from "./graph-attributes.ts";

/** Reads the mentions of a document that has no list of them yet. */
const readers = new WeakMap<GraphDocument, () => Iterable<NodeMention>>();

/** A document of which the mentions are read when they are first asked for. */
export function addLazyMentions(
  document: Omit<GraphDocument, "mentions">,
  read: () => Iterable<NodeMention>,
): GraphDocument {
  let mentions: NodeMention[] | undefined;
  const added = Object.defineProperty({ ...document } as GraphDocument, "mentions", {
    get: () => (mentions ??= [...read()]),
    enumerable: true,
    configurable: true,
  });
  readers.set(added, read);
  return added;
}

/** The mentions of a document, one after the other: a long list of them is not made for it in one go. */
export function eachMention(document: GraphDocument): Iterable<NodeMention> {
  return readers.get(document)?.() ?? document.mentions;
}
