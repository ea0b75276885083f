import type { DecodedDocument, InlineMark, MappedText } from "./document.ts";
import type { SectionRole } from "./section-role.ts";

/**
 * One heading, item, paragraph, message or table row of the minutes, with what stands under it.
 *
 * The parser gives every node all of these properties in this order, undefined where there is nothing to say: the engine
 * then reads them of all nodes alike.
 */
export interface MinutesNode {
  kind: "section" | "item" | "paragraph" | "message" | "row";
  content: MappedText;
  marks: readonly InlineMark[];
  /** What the line announces where it is a heading or a bare label ("Attendees:", "Next steps"). */
  role?: SectionRole | undefined;
  checked?: boolean | undefined;
  speaker?: MappedText | undefined;
  /** An entry of a bot's report: who noted it, where that was not the chair. */
  notedBy?: MappedText | undefined;
  /** The cells of a table's row, with the table's header. */
  cells?: readonly MappedText[] | undefined;
  header?: readonly string[] | undefined;
  children: MinutesNode[];
}

export interface Attendee {
  /** As written. */
  name: MappedText;
  /** The name as it is said, where the list has the surname first. */
  called?: string;
  /** Whether they were there, sent regrets, or are only listed (an officer, somebody who lost a right). */
  status: "present" | "absent" | "listed";
  organisations: readonly MappedText[];
  roles: readonly MappedText[];
  handle?: MappedText;
  initials?: MappedText;
  address?: MappedText;
  /** The label of the group they are listed under ("Members"), case-folded. */
  group?: string;
  /** The whole entry. */
  entry: MappedText;
  /** The office that the label names ("scribe"), case-folded. */
  office?: string;
}

/** One document's minutes as a tree; every part knows its place in the document's text. */
export interface ParsedMinutes {
  document: DecodedDocument;
  /** The meeting's name, without its date. */
  title: string;
  /** Where the title stands, if it stands in the text. */
  titleContent?: MappedText;
  /** ISO 8601 calendar date, or the empty string. */
  date: string;
  attendees: readonly Attendee[];
  /** Headings of the agenda, in order. */
  agenda: readonly MinutesNode[];
  nodes: readonly MinutesNode[];
}
