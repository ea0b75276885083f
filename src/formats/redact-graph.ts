import type { Evidence, GraphDocument, SerializedMinutesGraph } from "../model/graph-attributes.ts";

/** What an export leaves out. */
export interface Redaction {
  /** The minutes' text; the sentences that edges stand on are kept. */
  text?: boolean;
  /** The text, and the sentences, too. */
  sentences?: boolean;
  /** Mail addresses, and handles such as `@ann` or a nickname in small letters; covered up with as many dots. */
  contacts?: boolean;
}

const CONTACT = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,8}|(?<![\w@])@[A-Za-z0-9][\w-]{0,38}/g;

const HANDLE = /^[a-z][a-z0-9_-]{1,38}$/;

/** The mail addresses, and handles such as `@ann`, that stand in a text. */
export function findContacts(text: string): readonly string[] {
  return text.includes("@") ? (text.match(CONTACT) ?? []) : [];
}

/** Whether a person's name is a nickname in small letters. */
export function isHandle(name: string): boolean {
  return HANDLE.test(name);
}

/** A copy of the graph without what is not to be told; offsets stay right. */
export function redactGraph(graph: SerializedMinutesGraph, redaction: Redaction): SerializedMinutesGraph {
  const cover = redaction.contacts ? createCover(graph) : (text: string) => text;
  const keys = renameNodes(graph, cover);
  const rename = (key: string) => keys.get(key) ?? key;
  const { nodes, edges } = graph;
  const { views, ...attributes } = graph.attributes;
  const covered = new Map(Object.entries(attributes.documents).map(([id, { text }]) => [id, cover(text)]));
  return {
    ...graph,
    attributes: {
      ...attributes,
      // Their addresses and captions name nodes.
      ...(views && !redaction.contacts ? { views } : {}),
      documents: Object.fromEntries(
        Object.entries(attributes.documents).map(([id, document]) => [
          id,
          redactDocument(document, redaction, cover, rename),
        ]),
      ),
      joins: attributes.joins.map((join) => ({
        ...join,
        node: rename(join.node),
        surface: cover(join.surface),
      })),
      diagnostics: [],
    },
    nodes: nodes.map(({ key, attributes: node }) => ({
      key: rename(key),
      ...(node && {
        attributes: { ...node, label: cover(node.label), aliases: coverNames(node.aliases, cover) },
      }),
    })),
    edges: edges.map((edge) => {
      const [source, target] = [rename(edge.source), rename(edge.target)];
      if (!edge.attributes) return { ...edge, source, target };
      const evidence = edge.attributes.evidence.map((piece) => ({
        ...piece,
        quote: redaction.sentences ? "" : coverQuote(piece, covered.get(piece.document), cover),
      }));
      const key = `${source}|${edge.attributes.relation}|${target}`;
      return { ...edge, key, source, target, attributes: { ...edge.attributes, evidence } };
    }),
  };
}

/** A key is made of the name: where that is covered up, the key must not tell it. */
function renameNodes(
  { nodes }: SerializedMinutesGraph,
  cover: (text: string) => string,
): Map<string, string> {
  const names = new Map<string, string>();
  for (const [index, { key, attributes }] of nodes.entries())
    if (attributes && cover(attributes.label) !== attributes.label)
      names.set(key, `${attributes.kind}:covered-${index + 1}`);
  return names;
}

function redactDocument(
  document: GraphDocument,
  { text, sentences }: Redaction,
  cover: (text: string) => string,
  rename: (key: string) => string,
): GraphDocument {
  const title = cover(document.title);
  if (text || sentences) return { ...document, title, text: "", mentions: [] };
  const mentions = document.mentions.map((mention) => ({ ...mention, node: rename(mention.node) }));
  return { ...document, title, text: cover(document.text), mentions };
}

/** A quote can begin in the middle of an address: what the whole text covers up, the quote must, too. */
function coverQuote(
  { quote, start, end }: Evidence,
  text: string | undefined,
  cover: (text: string) => string,
): string {
  return text ? text.slice(start, end) : cover(quote);
}

function coverNames(names: readonly string[], cover: (text: string) => string): string[] {
  return names.filter((name) => cover(name) === name);
}

/** Covers up with as many dots as there were code units, so that offsets stay right. */
function createCover({ nodes }: SerializedMinutesGraph): (text: string) => string {
  const people = nodes.flatMap(({ attributes }) => (attributes?.kind === "person" ? [attributes] : []));
  const names = people.flatMap(({ label, aliases }) => [label, ...aliases]);
  const handles = new Set(names.filter(isHandle));
  const dots = (found: string) => "•".repeat(found.length);
  return (text) =>
    text.replace(CONTACT, dots).replace(/[\w-]+/g, (word) => (handles.has(word) ? dots(word) : word));
}
