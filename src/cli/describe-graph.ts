import type { SerializedMinutesGraph } from "../model/graph-attributes.ts";
import { KINDS, NODE_KINDS } from "../model/schema.ts";

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

/** "1 meeting", "2 meetings". */
export function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
