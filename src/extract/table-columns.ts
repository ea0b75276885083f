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
  /owner|assignee|assigned|who|responsible|lead|champion|person|name|presenter|^author|submitter|driver|shepherd|^by$/i;
const MATTER =
  /action|task|item|topic|description|what|subject|title|issue|feature|work|\b(?:prs?|mrs?|patch|bug|ticket|rfc|proposal|change|pull request)\b/i;
const TASK = /action|task|todo/i;
const DISCUSSED =
  /topic|item|subject|title|issue|feature|\b(?:prs?|mrs?|patch|bug|ticket|rfc|proposal|change|pull request)\b/i;

/** Tells by a table's header who owns its rows and what they are. */
export function findColumns(header: readonly string[]): TableColumns {
  const owner = header.findIndex((cell) => OWNER.test(cell));
  const matter = header.findIndex((cell) => MATTER.test(cell));
  const name = header[matter] ?? "";
  const state = header.findIndex((cell) => /^\W*(?:state|status|progress)\W*$/i.test(cell));
  return { owner, matter, state, kind: TASK.test(name) ? "task" : DISCUSSED.test(name) ? "matter" : "other" };
}

/** Who owns a row: "Ann", "Ann, Bob"; "Ann → Bob" has been handed on to Bob. */
export function readOwnerCell(cell: MappedText, lexicon: Lexicon): NamedRange[] | undefined {
  const arrow = /^.*(?:→|[-=]>)\s*/.exec(cell.text.slice(0, 120));
  return (
    (arrow ? readAgents(trimMapped(cell, arrow[0].length), lexicon, "any") : undefined) ??
    readAgents(cell, lexicon, "any")
  );
}
