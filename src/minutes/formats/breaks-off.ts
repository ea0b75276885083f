import { findSectionRole, isRoleOfPeople } from "../section-role.ts";
import {
  areRows,
  endsSentence,
  endsStatement,
  hasRoomForLine,
  isLabelledLine,
  isMeantBreak,
  isOpenEnded,
  isOutlineBreak,
} from "./line-break.ts";
import type { Marker } from "./plain-line.ts";
import type { TextLine } from "./text-line.ts";
import type { TextLook } from "./text-look.ts";

/** The lines of a block that may go on. */
export interface OpenLines {
  first: TextLine;
  last: TextLine;
  /** The words of the last line. */
  above: string;
  lines: number;
  /** Begins with a label: "Ann: …". */
  isLabelled: boolean;
  marker?: Marker | undefined;
  /** Stands in a list of people or the agenda, one on a line most often. */
  isListed: boolean;
  /** Stands first in the text. */
  isTitle: boolean;
}

/** Whether a line starts a block of its own behind the lines of another. */
export function breaksOff(open: OpenLines, line: TextLine, words: string, look: TextLook): boolean {
  const { above, marker, first, last } = open;
  const { width } = look;
  if (!marker && areRows(above, last.indent, words, line.indent)) return true;
  // A speaker's last line may end without a full stop where the next speaker's label had room on it.
  const hasRoom = open.isLabelled && above.length + words.indexOf(":") < width;
  if (isLabelledLine(words, endsSentence(above) || hasRoom) && !isOpenEnded(above)) return true;
  if (isAside(words, look)) return true;
  if (open.lines === 1 && namesSpeakers(above) && !isOpenEnded(above)) return true;
  if (marker && open.lines === 1 && isClosedItem(marker, above, words)) return true;
  // Further left than the item's mark stands what is none of it.
  const isOutside = line.indent < first.indent;
  if (isOutside && (look.isOutline || (marker && isMeantBreak(above, words, width, 0.95)))) return true;
  if (look.isOutline && isOutlineBreak(above, last.indent, words, width)) return true;
  if (look.isUnwrapped && !isOpenEnded(above) && !/[,(/&-]$/.test(above)) return true;
  if (look.isLineWise && last.end - last.start >= 12 && endsStatement(above, words)) return true;
  if (open.isListed && startsEntry(open, line, words, width)) return true;
  // What stands first is the title, and what is below it belongs to it only where it had no room.
  if (open.isTitle && open.lines === 1 && hasRoomForLine(above, words, width)) return true;
  return isMeantBreak(above, words, width, open.isLabelled && !endsSentence(above) ? 0.5 : 0.75);
}

/** "Speaker: Ann Lee (Ember)", and what was said below it. */
const namesSpeakers = (line: string): boolean =>
  /^(?:speakers?|presenters?|presented by|speaking)\s*:\s+\S/i.test(line) && !/[,;&(/]$/.test(line);

/** "* Roll call" over the names; "4. The crane - https://…", and what was said of it. */
const isClosedItem = (marker: Marker, above: string, words: string): boolean =>
  isRoleOfPeople(findSectionRole(above.slice(marker.length))) ||
  (/\shttps?:\/\/\S+$/.test(above) && /^\p{Lu}/u.test(words));

/** "(alee) I noticed", where others have such nicks in front of what they say, too. */
function isAside(words: string, { nicks }: TextLook): boolean {
  const nick = words.startsWith("(") ? /^\(([a-z_][\w.|-]{1,20})\) \S/.exec(words)?.[1] : undefined;
  return nick !== undefined && nicks.has(nick);
}

/** Whether somebody else is on this line of a list of people: a nick begins with any letter, and what goes on is set in. */
function startsEntry({ above, first }: OpenLines, line: TextLine, words: string, width: number): boolean {
  if (isMeantBreak(above, words, width, 0.95) || /\b\d{1,3} ?min(?:ute)?s?\.?\)?$/.test(above)) return true;
  return line.indent === first.indent && isOutlineBreak(above, first.indent, words, width, 0.95);
}
