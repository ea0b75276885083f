import type { MinutesNode } from "./parsed-minutes.ts";

/** Headings over who was there as often as over what was said of them. */
const GROUPS =
  /^\W*(?:staff|members|others|people|committers|speakers|representatives|remote|online|core team)\W*$/i;

/** "Staff", and under it sentences on the staff's matters: no list of who was there. */
export function tellsOfGroup({ kind, role, content, children }: MinutesNode): boolean {
  if (kind !== "section" || role !== "present" || children.length === 0 || !GROUPS.test(content.text))
    return false;
  return children.filter((child) => isTold(child.content.text)).length * 2 >= children.length;
}

const isTold = (text: string): boolean => /[.!?]$/.test(text) && text.split(/\s+/, 6).length > 5;
