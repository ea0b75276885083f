import type { MappedText } from "../minutes/document.ts";
import { walk } from "../minutes/walk.ts";
import type { MinutesNode, ParsedMinutes } from "../minutes/parsed-minutes.ts";
import { findSectionRole } from "../minutes/section-role.ts";
import { splitLabel } from "../minutes/split-label.ts";

/** Whether anything but the agenda and the formalities is in the minutes. */
export function hasSectionsBesidesAgenda({ nodes }: ParsedMinutes): boolean {
  let found = false;
  walk(nodes, (node, ancestors) => {
    if (
      found ||
      node.children.length === 0 ||
      ancestors.some((ancestor) => ancestor.role && ancestor.role !== "minutes")
    )
      return;
    found =
      node.role === undefined || node.role === "minutes" || node.role === "decisions"
        ? node.children.some((child) => !child.role || child.role === "minutes") &&
          !(
            node.kind === "section" &&
            ancestors.length === 0 &&
            node.children.every((child) => child.role)
          ) &&
          contentBelow(node)
        : false;
  });
  return found;
}

const contentBelow = (node: MinutesNode): boolean =>
  node.children.some(
    (child) =>
      !child.role && child.kind !== "section" && child.content.text.length > 2 && !isFormality(child.content),
  ) && !/\d{4}/.test(node.content.text);

/** "Date: …", "Scribe: Ann", "Recording: …". */
function isFormality(content: MappedText): boolean {
  const label = splitLabel(content);
  return label !== undefined && FORMALITIES.has(findSectionRole(label.label.text) ?? "");
}

const FORMALITIES: ReadonlySet<string> = new Set([
  "date",
  "officer",
  "references",
  "present",
  "absent",
  "procedure",
]);
