import type { MappedText } from "../minutes/document.ts";
import { trimMapped } from "../minutes/mapped-text.ts";
import type { Lexicon } from "./annotate.ts";
import { type NamedRange, readAgents } from "./read-heading.ts";

/** Which columns of a table say whose a row is and what it is about; -1 where none does. */
export interface TableColumns {
  owner: number;
  matter: number;
  /** How far each is. */
  state: number;
  /** What the rows are: something to do, a matter with remarks, or neither. */
  kind: "task" | "matter" | "other";
}

const OWNER =
  /owner|assignee|assigned|who|responsible|lead|champion|person|name|presenter|^author|submitter|driver|shepherd|volunteer|in charge|^(?:by|dri|poc|resp\.?)$|^report(?:ed|er)?(?: by)?$/i;
const MATTER =
  /action|task|item|topic|description|what|subject|title|issue|feature|project|component|work|summary|deliverable|to-?\s?do|next step|\b(?:prs?|mrs?|patch|bug|ticket|rfc|proposal|change|pull request)\b/i;
const TASK = /action|task|to-?\s?do|next step|deliverable/i;
const DISCUSSED =
  /topic|item|subject|title|issue|feature|project|component|summary|\b(?:prs?|mrs?|patch|bug|ticket|rfc|proposal|change|pull request)\b/i;
const STATE = /^\W*(?:state|status|progress)\W*$/i;

/**
 * Tells by a table's header who owns its rows and what they are.
 * @param cells a row: what stands under "PR" or "ID" is not what it is about where it is only a number
 */
export function findColumns(header: readonly string[], cells: readonly MappedText[]): TableColumns {
  const owner = header.findIndex((cell) => OWNER.test(cell));
  const isMatter = (cell: string, at: number): boolean => at !== owner && MATTER.test(cell);
  const named = header.findIndex((cell, at) => isMatter(cell, at) && !isKey(cells[at]?.text ?? ""));
  const matter = named < 0 ? header.findIndex(isMatter) : named;
  const name = header[matter] ?? "";
  const state = header.findIndex((cell) => STATE.test(cell));
  return { owner, matter, state, kind: TASK.test(name) ? "task" : DISCUSSED.test(name) ? "matter" : "other" };
}

/** "871", "#12", "GATE-7": what a row is called by, and not what it is about. */
const isKey = (text: string): boolean => /^\W*(?:\p{L}{1,10}[-# ]?)?\d{0,8}\W*$/u.test(text);

/** Who owns a row: "Ann", "Ann, Bob", "external (@ann)", "Ann?"; "Ann → Bob" has been handed on to Bob. */
export function readOwnerCell(cell: MappedText, lexicon: Lexicon): NamedRange[] | undefined {
  const { text } = cell;
  const arrow = /^.*(?:→|[-=]>)\s*/.exec(text.slice(0, 120));
  const named =
    (arrow ? readAgents(trimMapped(cell, arrow[0].length), lexicon, "any") : undefined) ??
    readAgents(cell, lexicon, "any");
  if (named) return named;
  const bracket = /\s\((@[^()]{1,60})\)$/.exec(text.slice(-80));
  if (bracket?.[1])
    return readAgents(trimMapped(cell, text.length - 1 - bracket[1].length, text.length - 1), lexicon, "any");
  return text.endsWith("?") ? readAgents(trimMapped(cell, 0, text.length - 1), lexicon, "any") : undefined;
}
