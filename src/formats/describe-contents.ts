import type { SerializedMinutesGraph } from "../model/graph-attributes.ts";

/** What an export would tell of the minutes, in words: for people to read before it is written. */
export function describeContents({ attributes, nodes, edges }: SerializedMinutesGraph): string {
  const texts = Object.values(attributes.documents).filter(({ text }) => text).length;
  const pieces = edges.flatMap((edge) => edge.attributes?.evidence ?? []);
  const quotes = new Set(
    pieces.filter(({ quote }) => quote).map(({ document, start, end }) => `${document} ${start} ${end}`),
  );
  const people = nodes.filter((node) => node.attributes?.kind === "person").length;
  const contacts = countContacts(attributes.documents, nodes);
  return [
    `the names of ${people} people`,
    texts > 0 ? `the whole text of ${texts} documents` : "no document's text",
    quotes.size > 0 ? `${quotes.size} of their sentences` : "no sentences",
    contacts > 0 ? `${contacts} mail addresses` : "no mail addresses",
  ].join(", ");
}

function countContacts(
  documents: SerializedMinutesGraph["attributes"]["documents"],
  nodes: SerializedMinutesGraph["nodes"],
): number {
  const texts = [
    ...Object.values(documents).map(({ text }) => text),
    ...nodes.flatMap(({ attributes }) => (attributes ? [attributes.label, ...attributes.aliases] : [])),
  ];
  const found = texts.flatMap((text) => text.match(/[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}/g) ?? []);
  return new Set(found).size;
}
