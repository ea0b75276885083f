import type { MappedText } from "../../minutes/document.ts";
import { trimMapped } from "../../minutes/mapped-text.ts";
import { findSectionRole } from "../../minutes/section-role.ts";
import { splitLabel } from "../../minutes/split-label.ts";
import type { Context } from "../context.ts";
import { lineSpan } from "../extraction.ts";
import { OWNER_LABEL, PRESENTERS } from "../line-patterns.ts";
import { readAgents } from "../read-heading.ts";
import { mentionAll } from "./mention-names.ts";
import type { MinutesReader } from "./minutes-reader.ts";

/** "(moderator: Ann; notetaker: Bob)" under a matter's heading: whoever leads it owns it. @returns whether it is one */
export function readOfficers(reader: MinutesReader, content: MappedText, context: Context): boolean {
  let from = 0;
  let found = false;
  for (const piece of content.text.split(/([;,])/)) {
    const part = splitLabel(trimMapped(content, from, from + piece.length));
    from += piece.length;
    if (!part || findSectionRole(part.label.text) !== "officer") continue;
    found = true;
    readOfficer(reader, part.label, part.rest, context);
  }
  return found;
}

/** "Presenter: Ann", "Track lead: Bob" */
export function readOfficer(
  reader: MinutesReader,
  label: MappedText,
  names: MappedText,
  { topic }: Context,
): void {
  if (!topic || !(PRESENTERS.test(label.text.slice(0, 40)) || OWNER_LABEL.test(label.text))) return;
  // "who: ann (said she would)"
  const end = names.text
    .replace(/\s+[-–—]\s+\W{0,2}(?:slides?|deck|recording|notes|doc|link)\b.*$/i, "")
    .replace(/\s+\([^()]*\)$|\.$/, "").length;
  const agents = readAgents(trimMapped(names, 0, end), reader.lexicon, "given");
  for (const agent of mentionAll(reader, agents ?? []))
    reader.into.claim("works_on", agent, topic, lineSpan(names), { rule: "leads-the-item" });
}
