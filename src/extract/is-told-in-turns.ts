import type { MinutesNode, ParsedMinutes } from "../minutes/parsed-minutes.ts";
import type { Lexicon } from "./annotate.ts";
import { readHeading } from "./read-heading.ts";

/** So many turns tell how the minutes are written. */
const FEWEST = 5;

/**
 * Whether names stand as headings over what people said, and not over their reports: "Ann", her words, "Bob", his, "Ann"
 * again. Reads the general habit of transcripts: whoever speaks again has a heading again, below the same matter.
 */
export function isToldInTurns({ nodes }: ParsedMinutes, lexicon: Lexicon): boolean {
  let turns = 0;
  let again = 0;
  const readTurns = (siblings: readonly MinutesNode[]): void => {
    const heard = new Set<string>();
    for (const { kind, content, children, role } of siblings) {
      if (kind === "section" && !role && content.text.length <= LONGEST_NAME) {
        const { onlyOwners, owners } = readHeading(content, lexicon);
        const speaker = onlyOwners ? owners.find((owner) => owner.kind === "person") : undefined;
        if (speaker) {
          const name = speaker.name ?? speaker.content.text;
          turns++;
          if (heard.has(name)) again++;
          heard.add(name);
        }
      }
      readTurns(children);
    }
  };
  readTurns(nodes);
  return turns >= FEWEST && again >= 2;
}

const LONGEST_NAME = 60;
