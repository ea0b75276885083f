import type { GraphDocument, NodeAttributes } from "../model/graph-attributes.ts";
import type { GraphSource } from "./graph-source.ts";
import { findContacts, isHandle } from "./find-contacts.ts";

/** What a file tells of the minutes. */
export interface Contents {
  nodes: number;
  people: number;
  links: number;
  /** Documents with their whole text. */
  texts: number;
  /** Sentences that links stand on. */
  sentences: number;
  /** Mail addresses and handles, in all that is there. */
  contacts: number;
  /** Those of them that stand in names or sentences. */
  namedContacts: number;
}

/** So many nodes or edges are counted without asking whether there is time. */
const STEP = 64;

/** Counts what an export would tell; yields often, since a large graph takes a while. */
export function* countContents(source: GraphSource): Generator<void, Contents> {
  const names = new Set<string>();
  const sentences = new Set<string>();
  const counts = { nodes: 0, people: 0, links: 0 };
  const { documents } = source.attributes;
  const quoted = new Set<string>();
  /** Of sentences whose document's text is not there: those of the others are counted in it. */
  const apart = new Set<string>();
  for (const { attributes } of source.nodes) {
    if (counts.nodes++ % STEP === 0) yield;
    if (attributes.kind === "person") counts.people += 1;
    addNames(names, attributes);
  }
  for (const { attributes } of source.edges) {
    if (counts.links++ % STEP === 0) yield;
    for (const { document, start, end, quote } of attributes.evidence) {
      const place = `${document} ${start} ${end}`;
      if (!quote || sentences.has(place)) continue;
      sentences.add(place);
      for (const contact of findContacts(quote)) {
        quoted.add(contact);
        if (!documents[document]?.text) apart.add(contact);
      }
    }
  }
  for (const { path, title } of Object.values(documents))
    for (const contact of findContacts(`${path} ${title}`)) names.add(contact);
  const texts = Object.values(documents).filter(({ text }) => text);
  const all = yield* addTexts(new Set([...names, ...apart]), texts);
  const namedContacts = new Set([...names, ...quoted]).size;
  return { ...counts, texts: texts.length, sentences: sentences.size, contacts: all.size, namedContacts };
}

function addNames(contacts: Set<string>, { kind, label, aliases }: NodeAttributes): void {
  for (const name of [label, ...aliases]) {
    if (kind === "person" && isHandle(name)) contacts.add(name);
    for (const contact of findContacts(name)) contacts.add(contact);
  }
}

function* addTexts(
  contacts: ReadonlySet<string>,
  documents: readonly GraphDocument[],
): Generator<void, Set<string>> {
  const all = new Set(contacts);
  for (const { text } of documents) {
    for (const contact of findContacts(text)) all.add(contact);
    yield;
  }
  return all;
}

/**
 * Says in words what an export would tell, for people to read before it is written.
 * @param hasTexts whether the form of the file holds the documents' texts
 */
export function describeContents(contents: Contents, hasTexts: boolean): string {
  const { people, texts, sentences } = contents;
  const contacts = hasTexts ? contents.contacts : contents.namedContacts;
  return [
    `the names of ${countOf(people, "person", "people")}`,
    hasTexts && texts > 0 ? `the whole text of ${countOf(texts, "document", "documents")}` : "no whole text",
    sentences > 0 ? countOf(sentences, "sentence", "sentences") : "no sentences",
    contacts > 0
      ? countOf(contacts, "mail address or handle", "mail addresses and handles")
      : "no mail addresses",
  ].join(", ");
}

/** "1 meeting", "2 meetings". */
export function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
