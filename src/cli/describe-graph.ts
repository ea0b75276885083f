import { countContents, countOf, describeContents } from "../formats/describe-contents.ts";
import { runThrough } from "../graph/run-through.ts";
import { createGraphSource } from "../formats/graph-source.ts";
import type { SerializedMinutesGraph } from "../model/graph-attributes.ts";
import { KINDS, NODE_KINDS } from "../model/schema.ts";
import type { Invocation } from "./invocation.ts";

/** A graph's contents in words: "8 people, 1 meeting; 139 connections from 1 document". */
export function describeGraph({ nodes, edges, attributes }: SerializedMinutesGraph): string {
  const kinds = NODE_KINDS.flatMap((kind) => {
    const count = nodes.filter((node) => node.attributes?.kind === kind).length;
    const { label, plural } = KINDS[kind];
    return count > 0 ? [countOf(count, label.toLowerCase(), plural.toLowerCase())] : [];
  });
  const documents = Object.keys(attributes.documents).length;
  const connections = countOf(edges.length, "connection", "connections");
  return `${kinds.join(", ") || "nothing"}; ${connections} from ${countOf(documents, "document", "documents")}`;
}

/** Says what a file is going to tell. @param hasTexts whether it holds the documents' texts */
export function tellContents(
  { terminal }: Invocation,
  graph: SerializedMinutesGraph,
  hasTexts: boolean,
): void {
  const contents = runThrough(countContents(createGraphSource(graph)));
  terminal.tell(`It contains ${describeContents(contents, hasTexts)}.`);
}
