import type {
  Evidence,
  GraphDocument,
  NodeAttributes,
  SerializedMinutesGraph,
} from "../model/graph-attributes.ts";
import { createNodeKey } from "../model/node-key.ts";
import { isHandle, replaceContacts } from "./find-contacts.ts";

/** What an export leaves out. */
export interface Redaction {
  /** The minutes' text; the sentences that edges stand on are kept. */
  text?: boolean;
  /** The text, and the sentences, too. */
  sentences?: boolean;
  /** Mail addresses, and handles such as `@ann` or a nickname; covered up with as many dots. */
  contacts?: boolean;
}

/** How what is left out of a graph is replaced. */
interface Replacement {
  redaction: Redaction;
  cover: (text: string) => string;
  toNode: (key: string) => string;
  toDocument: (id: string) => string;
}

/** A copy of the graph without what is not to be told; offsets stay right. */
export function redactGraph(graph: SerializedMinutesGraph, redaction: Redaction): SerializedMinutesGraph {
  const cover = redaction.contacts ? createCover(graph) : (text: string) => text;
  const [nodes, documents] = [renameNodes(graph, cover), renameDocuments(graph, cover)];
  const replacement: Replacement = {
    redaction,
    cover,
    toNode: (key) => nodes.get(key) ?? key,
    toDocument: (id) => documents.get(id) ?? id,
  };
  return {
    ...graph,
    attributes: redactAttributes(graph.attributes, replacement),
    nodes: graph.nodes.map(({ key, attributes }) => ({
      key: replacement.toNode(key),
      ...(attributes && { attributes: redactNode(attributes, replacement) }),
    })),
    edges: redactEdges(graph, replacement),
  };
}

function redactAttributes(
  { views, ...attributes }: SerializedMinutesGraph["attributes"],
  replacement: Replacement,
): SerializedMinutesGraph["attributes"] {
  const { redaction, cover, toNode, toDocument } = replacement;
  return {
    ...attributes,
    // Their addresses and captions name nodes.
    ...(views && !redaction.contacts ? { views } : {}),
    documents: Object.fromEntries(
      Object.entries(attributes.documents).map(([id, document]) => [
        toDocument(id),
        redactDocument(document, replacement),
      ]),
    ),
    joins: attributes.joins.map(({ document, ...join }) => ({
      ...join,
      node: toNode(join.node),
      surface: cover(join.surface),
      ...(document !== undefined && { document: toDocument(document) }),
    })),
    diagnostics: [],
  };
}

function redactDocument(document: GraphDocument, { redaction, cover, toNode }: Replacement): GraphDocument {
  const named = { ...document, path: cover(document.path), title: cover(document.title) };
  if (redaction.text || redaction.sentences) return { ...named, text: "", mentions: [] };
  const mentions = document.mentions.map((mention) => ({ ...mention, node: toNode(mention.node) }));
  return { ...named, text: cover(document.text), mentions };
}

function redactNode(
  { document, series, ...node }: NodeAttributes,
  { cover, toDocument }: Replacement,
): NodeAttributes {
  return {
    ...node,
    label: cover(node.label),
    aliases: node.aliases.filter((name) => cover(name) === name),
    ...(document !== undefined && { document: toDocument(document) }),
    ...(series !== undefined && { series: cover(series) }),
  };
}

function redactEdges(
  { attributes, edges }: SerializedMinutesGraph,
  { redaction, cover, toNode, toDocument }: Replacement,
): SerializedMinutesGraph["edges"] {
  const covered = new Map(Object.entries(attributes.documents).map(([id, { text }]) => [id, cover(text)]));
  return edges.map((edge) => {
    const [source, target] = [toNode(edge.source), toNode(edge.target)];
    if (!edge.attributes) return { ...edge, source, target };
    const evidence = edge.attributes.evidence.map((piece) => ({
      ...piece,
      document: toDocument(piece.document),
      quote: redaction.sentences ? "" : coverQuote(piece, covered.get(piece.document), cover),
    }));
    const key = `${source}|${edge.attributes.relation}|${target}`;
    return { ...edge, key, source, target, attributes: { ...edge.attributes, evidence } };
  });
}

/** A key is made of a name: where that is covered up, the key must not tell it. */
function renameNodes(
  { nodes }: SerializedMinutesGraph,
  cover: (text: string) => string,
): Map<string, string> {
  const names = new Map<string, string>();
  for (const [index, { key, attributes }] of nodes.entries()) {
    if (!attributes) continue;
    const { kind, label, aliases } = attributes;
    const made = key.replace(/-\d+$/, "");
    const hidden = aliases.filter((name) => cover(name) !== name);
    if (cover(label) !== label || hidden.some((name) => createNodeKey(kind, name) === made))
      names.set(key, `${kind}:covered-${index + 1}`);
  }
  return names;
}

/** A document's id is made of its path, which can tell whose mail it is. */
function renameDocuments(
  { attributes: { documents } }: SerializedMinutesGraph,
  cover: (text: string) => string,
): Map<string, string> {
  const names = new Map<string, string>();
  for (const [index, id] of Object.keys(documents).entries())
    if (cover(id) !== id) names.set(id, `covered-${index + 1}`);
  return names;
}

/** A quote can begin in the middle of an address: what the whole text covers up, the quote must, too. */
function coverQuote(
  { quote, start, end }: Evidence,
  text: string | undefined,
  cover: (text: string) => string,
): string {
  return text ? text.slice(start, end) : cover(quote);
}

/** Covers up with as many dots as there were code units, so that offsets stay right. */
function createCover({ attributes: { documents }, nodes }: SerializedMinutesGraph): (text: string) => string {
  const people = nodes.flatMap(({ attributes }) => (attributes?.kind === "person" ? [attributes] : []));
  const names = people.flatMap(({ label, aliases }) => [label, ...aliases]);
  const speakers = Object.values(documents).flatMap(({ text }) =>
    Array.from(text.matchAll(SPEAKER), ([, name = ""]) => name),
  );
  const handles = [...new Set([...names, ...speakers])].filter(isHandle);
  const compounds = handles.filter((name) => name.replace(WORD, "") !== "");
  const words = new Set(names.filter((name) => /\s/.test(name)).flatMap((name) => fold(name).split(/\s+/)));
  const exact = new Set(handles);
  // A handle that is also somebody's given name is one in its own letters alone.
  const folded = new Set(handles.map(fold).filter((handle) => !words.has(handle)));
  const isKnown = (word: string) => exact.has(word) || folded.has(fold(word));
  const compound = compounds.length > 0 ? matchWhole(compounds) : undefined;
  const dots = (found: string) => "•".repeat(found.length);
  return (text) => {
    const open = replaceContacts(text, dots);
    const rest = compound ? open.replace(compound, dots) : open;
    return rest.replace(WORD, (word) => (isKnown(word) ? dots(word) : word));
  };
}

/** Who says a line of a chat, after its time; not everybody who spoke is in the graph. */
const SPEAKER = /^[[(]?[\d:.\-/T ]{0,30}[\])]?[ \t]*<[@+ ]?([^\s<>]{2,39})>/gm;
const WORD = /[\p{L}\p{M}\p{N}_]+/gu;

/** Handles of several words, such as `ann-lee` or `ann|away`. */
function matchWhole(handles: readonly string[]): RegExp {
  const longestFirst = handles.toSorted((a, b) => b.length - a.length);
  const any = longestFirst.map((handle) => handle.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  return new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}_])(?:${any})(?![\p{L}\p{M}\p{N}_])`, "giu");
}

function fold(name: string): string {
  return name.toLowerCase();
}
