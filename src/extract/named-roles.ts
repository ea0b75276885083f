import type { MappedText } from "../minutes/document.ts";
import { splitLabel } from "../minutes/split-label.ts";
import { trimMapped } from "../minutes/mapped-text.ts";
import type { Lexicon } from "./annotate.ts";
import { type NamedRange, readAgents } from "./read-heading.ts";

const ROLE =
  /^(.{2,80}?)\s+(?:(?:is|are|as|to be|will be)\s+)?(?:the\s+)?(?:co-)?(?:champions?|editors?|shepherds?|reviewers?|drivers?|volunteers?)[.!]?$/i;

/** "Reviewers: Ann, Bob", "review: Ann", "tester: Bob": who is to look at the matter */
const REVIEWER_LABEL =
  /^(?:(?:stage \d+ )?(?:designated |spec )?review(?:ers?|s|ed by)?|volunteers?|champions?|test(?:ers?|ing|s|ed by)?|feedback from|helpers?|mentors?)$/i;

/** "Reviewers: Ann, Bob", "Stage 0, Ann + Bob champions", "Ann and Bob reviewers": who takes the matter on, behind what was decided. */
export function findNamedRole(content: MappedText, lexicon: Lexicon): NamedRange[] | undefined {
  const label = splitLabel(content);
  if (label && REVIEWER_LABEL.test(label.label.text)) return readAgents(label.rest, lexicon, "given");
  const match = content.text.length > 120 ? null : ROLE.exec(content.text);
  if (!match?.[1]) return undefined;
  const from =
    Math.max(match[1].lastIndexOf(", "), match[1].lastIndexOf("; "), match[1].lastIndexOf(": ")) + 1;
  return (
    readAgents(trimMapped(content, from, match[1].length), lexicon) ??
    readAgents(trimMapped(content, 0, match[1].length), lexicon)
  );
}
