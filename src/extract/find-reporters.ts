import type { MappedText } from "../minutes/document.ts";
import { getKnownNames } from "../minutes/known-names.ts";
import { trimMapped } from "../minutes/mapped-text.ts";
import { parseAttendee } from "../minutes/parse-attendees.ts";
import type { Attendee, MinutesNode, ParsedMinutes } from "../minutes/parsed-minutes.ts";
import { findSectionRole, foldHeading, isStateRole } from "../minutes/section-role.ts";
import { splitLabel } from "../minutes/split-label.ts";
import { walk } from "../minutes/walk.ts";
import { foldCase } from "../model/fold-case.ts";
import type { Gazetteer } from "../model/gazetteer.ts";
import { isGivenName } from "../model/given-names.ts";
import { isOrdinaryWord } from "./vocabulary.ts";

/**
 * Whoever reports what is done and what is next, one below the other: "ann (Ann Lee): 3 May" over "Last week" and "Next
 * week". A single one can be a project; and where one of several is somebody, the others are, too.
 */
export function findReporters({ nodes }: ParsedMinutes, gazetteer: Gazetteer): Attendee[] {
  const known = getKnownNames(gazetteer);
  const names: MappedText[] = [];
  const collect = (siblings: readonly MinutesNode[]): void => {
    const sections = siblings.filter(({ kind }) => kind === "section");
    if (sections.filter(tellsStates).length < 2) return;
    for (const section of sections) {
      const name = reporterName(section.content);
      if (tellsStates(section) || name !== section.content) names.push(name);
    }
  };
  collect(nodes);
  walk(nodes, ({ children }) => collect(children));
  if (names.length < 2 || !names.some((name) => isSomebody(name, gazetteer))) return [];
  return names.flatMap((name) => {
    const { text } = name;
    const entry = parseAttendee(name, "present", known);
    if (entry && (/\s/.test(text) || isSomebody(name, gazetteer))) return [entry];
    return NICK.test(text) && !isOrdinaryWord(foldCase(text)) && !TEMPLATE.has(foldHeading(text))
      ? [{ name, status: "present", organisations: [], roles: [], entry: name }]
      : [];
  });
}

const NICK = /^@?\p{L}[\p{L}\p{N}_.-]{1,29}$/u;
/** What a list of reports begins with, for others to copy. */
const TEMPLATE = new Set(["name", "your name", "nick", "nickname"]);

/** A given name, alone or with others, or a nick with the name in brackets. */
function isSomebody({ text }: MappedText, gazetteer: Gazetteer): boolean {
  const bare = /\(([^()]+)\)$/.exec(text)?.[1] ?? text;
  return isGivenName(foldCase(bare.split(/[\s,]/, 1)[0] ?? ""), gazetteer);
}

/** The name without the day and the remark behind it: "ann: 3 May (before was ill)", "bob - 2022-01-27". */
export function reporterName(content: MappedText): MappedText {
  const tail = /\s*(?::(?=\s|$)|\s[-–—]\s).*$/.exec(content.text);
  return tail && tail.index > 0 ? trimMapped(content, 0, tail.index) : content;
}

/** Whether what stands below a heading is told by how far it is. */
export function tellsStates({ children }: MinutesNode): boolean {
  return children.some((child) => {
    const role = child.role ?? findSectionRole(splitLabel(child.content, child.marks)?.label.text ?? "");
    return isStateRole(role);
  });
}
