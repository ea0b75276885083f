import type { MinutesNode } from "../../minutes/parsed-minutes.ts";
import type { Context } from "../context.ts";
import { hasSectionsBesidesAgenda } from "../has-sections-besides-agenda.ts";
import { isRoundOfReports } from "../is-round-of-reports.ts";
import { isToldInTurns } from "../is-told-in-turns.ts";
import { NumberedMatters } from "../item-references.ts";
import type { DocumentScope } from "../read-attendees.ts";

/** What the lines of one document are read with, and what is remembered from line to line. */
export interface MinutesReader extends DocumentScope {
  /** Whether anything but the agenda and the formalities is in the minutes. */
  readonly hasBody: boolean;
  /** Whether people's labels stand over reports, and not over speech. */
  readonly isRound: boolean;
  /** Whether people's headings stand over what they said, and not over their reports. */
  readonly isInTurns: boolean;
  /** The surfaces of the speakers who have been claimed to be there. */
  readonly heard: Set<string>;
  readonly numbered: NumberedMatters;
  /** The entries of lists of attendees, by their offset in the document. */
  readonly entries: ReadonlyMap<number, string>;
  /** The folded names of what is treated outside the agenda, once they have been asked for. */
  treated: ReadonlySet<string> | undefined;
  /** Reads what stands below a line, by the kind of each node. */
  readonly readNodes: (nodes: readonly MinutesNode[], context: Context) => void;
}

/** @param readNode reads one node by its kind, and gives the nodes below it to {@link MinutesReader.readNodes} */
export function createReader(
  { minutes, lexicon, into, meeting }: DocumentScope,
  readNode: (reader: MinutesReader, node: MinutesNode, context: Context) => void,
): MinutesReader {
  const reader: MinutesReader = {
    minutes,
    lexicon,
    into,
    meeting,
    hasBody: hasSectionsBesidesAgenda(minutes),
    isRound: isRoundOfReports(minutes, lexicon),
    isInTurns: isToldInTurns(minutes, lexicon),
    heard: new Set(),
    numbered: new NumberedMatters(),
    entries: new Map(minutes.attendees.map(({ entry }) => [entry.runs[0]?.start ?? -1, entry.text])),
    treated: undefined,
    readNodes: (nodes, context) => {
      for (const node of nodes) readNode(reader, node, context);
    },
  };
  return reader;
}
