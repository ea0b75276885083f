import type { MinutesNode } from "../../minutes/parsed-minutes.ts";
import { tellsOfGroup } from "../../minutes/tells-of-group.ts";
import { type Context, createThread } from "../context.ts";
import { CLOSED_ACTIONS, OLD_ACTIONS, REPORTS } from "../line-patterns.ts";
import type { MinutesReader } from "./minutes-reader.ts";
import { holdsMinutes, readAgenda } from "./read-agenda.ts";
import { readSection } from "./read-section.ts";

/** A heading or label that says what follows: attendees, actions, "Done", "Next". */
export function readAnnounced(reader: MinutesReader, node: MinutesNode, context: Context): void {
  const below = { ...context, thread: createThread(), depth: context.depth + 1 };
  switch (node.role) {
    case "present":
      if (tellsOfGroup(node)) return readSection(reader, node, context);
      return;
    case "absent":
    case "roster":
    case "officer":
    case "date":
      return;
    case "references":
      // "Attachments" with the reports themselves
      if (node.children.some(({ kind, content }) => kind === "paragraph" && LONG_PROSE.test(content.text)))
        reader.readNodes(node.children, { ...below, topic: undefined, owners: [], mode: "discussion" });
      return;
    case "agenda":
      if (!reader.hasBody) reader.readNodes(node.children, { ...below, topic: undefined });
      else if (holdsMinutes(reader, node))
        reader.readNodes(node.children, { ...below, depth: context.depth });
      else readAgenda(reader, node);
      return;
    case "actions":
      return reader.readNodes(node.children, {
        ...below,
        mode: "actions",
        topic: sumsUp(reader, node, context) ? undefined : context.topic,
      });
    case "decisions":
      return reader.readNodes(node.children, { ...below, mode: "decisions", owners: [] });
    case "next":
      return reader.readNodes(node.children, {
        ...below,
        mode: context.owners.length ? "next" : context.mode,
      });
    case "blocked":
      return reader.readNodes(node.children, {
        ...below,
        mode: context.owners.length ? "blocked" : context.mode,
      });
    case "done":
      return reader.readNodes(node.children, {
        ...below,
        mode: context.owners.length ? "report" : context.mode,
      });
    case "procedure":
      if (context.topic && /^\W*(?:questions?|q ?& ?a|discussion|comments)/i.test(node.content.text))
        return reader.readNodes(node.children, {
          ...context,
          depth: context.depth + 1,
          thread: createThread(),
        });
      if (CLOSED_ACTIONS.test(node.content.text))
        return reader.readNodes(node.children, { ...below, topic: undefined, mode: "actions", closed: true });
      if (OLD_ACTIONS.test(node.content.text))
        return reader.readNodes(node.children, { ...below, topic: undefined, mode: "actions" });
      return reader.readNodes(node.children, { ...below, topic: undefined, owners: [], mode: "discussion" });
    default:
      return reader.readNodes(node.children, {
        ...below,
        depth: context.depth,
        mode: REPORTS.test(node.content.text) ? "report" : context.mode,
      });
  }
}

/** Two sentences or more, and no row of addresses */
const LONG_PROSE = /^(?!.{0,80}https?:)[^]{20,}[.!?]\s+\p{Lu}[^]{30,}[.!?]$/u;

/** The list of actions beside the matters sums all of them up: it is about none of them. */
function sumsUp(reader: MinutesReader, node: MinutesNode, context: Context): boolean {
  return node.kind === "section" && context.depth <= 1 && reader.hasBody;
}
