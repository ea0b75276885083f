import type { MinutesNode } from "../../minutes/parsed-minutes.ts";
import { foldHeading } from "../../minutes/section-role.ts";
import { walk } from "../../minutes/walk.ts";
import { lineSpan } from "../extraction.ts";
import { headingTopic, readHeading } from "../read-heading.ts";
import { coverMatter } from "./mention-matter.ts";
import { mentionAll } from "./mention-names.ts";
import type { MinutesReader } from "./minutes-reader.ts";

/** Of the agenda, the owners count, and the matters that a section treats. */
export function readAgenda(reader: MinutesReader, node: MinutesNode): void {
  walk(node.children, (item) => {
    if (item.role || item.content.text.length > 200) return;
    const heading = readHeading(item.content, reader.lexicon);
    const name = headingTopic(heading);
    if (name.text === "" || (heading.owners.length === 0 && !treatedElsewhere(reader, name.text))) return;
    const topic = coverMatter(reader, name, item.content);
    if (topic)
      for (const owner of mentionAll(reader, heading.owners))
        reader.into.claim("works_on", owner, topic, lineSpan(item.content), { rule: "agenda-owner" });
  });
}

/** Whether what was said stands right under the agenda's items, and nowhere else. */
export function holdsMinutes(reader: MinutesReader, { children }: MinutesNode): boolean {
  if (children.some(({ kind }) => kind === "section")) return true;
  const items = children.filter(({ role }) => !role);
  const told = items.filter((item) => item.children.length > 0);
  if (told.length === 0) return false;
  const treated = items.filter(({ content }) =>
    treatedElsewhere(reader, headingTopic(readHeading(content, reader.lexicon)).text),
  );
  return treated.length === 0;
}

function treatedElsewhere(reader: MinutesReader, name: string): boolean {
  if (!reader.treated) {
    const treated = new Set<string>();
    walk(reader.minutes.nodes, (node, ancestors) => {
      if (ancestors.some((ancestor) => ancestor.role === "agenda") || node.role) return;
      if (node.kind === "section" || node.children.length > 0)
        treated.add(foldHeading(headingTopic(readHeading(node.content, reader.lexicon)).text));
    });
    reader.treated = treated;
  }
  return reader.treated.has(foldHeading(name));
}
