import type { MinutesNode, ParsedMinutes } from "../minutes/parsed-minutes.ts";
import { splitLabel } from "../minutes/split-label.ts";
import type { Lexicon } from "./annotate.ts";
import { REPORTS } from "./line-patterns.ts";
import { readHeading } from "./read-heading.ts";

/** So many labelled lines tell how the minutes are written. */
const FEWEST = 6;
/** Of so many lines, one may be of the other sort. */
const ONE_IN = 8;

/** What people say to each other, and do not report: "I think we should", "maybe", "yes". */
const TALK =
  /(?:^|[\s"“(])I(?:['’]\w+)?\s|\?|\b(?:we should|let['’]s|thinks?|ask(?:s|ed)?|agree[sd]?|suggest\w*|prefers?|maybe|yes|no),?\b/i;

/**
 * Whether people's labels stand over reports, wherever they are: "Ann: parser merged, lexer next week" under an area's
 * heading. Reads the general habit of notes of status: everybody has one turn below a heading, and nobody talks.
 */
export function isRoundOfReports({ nodes }: ParsedMinutes, lexicon: Lexicon): boolean {
  let turns = 0;
  let talk = 0;
  const readTurns = (siblings: readonly MinutesNode[]): boolean => {
    const heard = new Set<string>();
    for (const { kind, content, marks, children, speaker, role } of siblings) {
      // A heading that says so tells of its own lines, and not of the others.
      if (kind === "section" && REPORTS.test(content.text)) continue;
      const line = speaker || role ? undefined : splitLabel(content, marks);
      if (speaker || (line && isPersons(line.label))) {
        const name = speaker?.text ?? line?.label.text ?? "";
        if (heard.has(name)) return false;
        heard.add(name);
        turns++;
        if (TALK.test(line?.rest.text ?? content.text)) talk++;
      }
      if (!readTurns(children)) return false;
    }
    return true;
  };
  const isPersons = (label: MinutesNode["content"]): boolean => {
    const { onlyOwners, owners } = readHeading(label, lexicon);
    return onlyOwners && owners.some(({ kind }) => kind === "person");
  };
  return readTurns(nodes) && turns >= FEWEST && talk * ONE_IN <= turns;
}
