import type { Diagnostic } from "../model/diagnostic.ts";
import type { Span } from "../model/graph-attributes.ts";

export const FORMATS = ["plain", "markdown", "html", "mail", "irc", "meetbot", "chat"] as const;
export type Format = (typeof FORMATS)[number];

/** A stretch of visible text that stands unbroken in the document's text. */
export interface Run {
  /** Offset in the visible text. */
  at: number;
  /** Offset in the document's text. */
  start: number;
  length: number;
}

/**
 * Visible text (markup, line breaks, quotation prefixes and indentation taken off) with the place of every unit.
 * Units that lie in no run (a space put for a line break) belong to the run before them.
 */
export interface MappedText {
  text: string;
  /** Sorted by `at`, which is also the order of `start`. */
  runs: readonly Run[];
}

export interface InlineMark extends Span {
  /** Offsets count in the visible text of the block's content. */
  kind: "strong" | "emphasis" | "code" | "link" | "deleted";
  href?: string;
}

export interface Block {
  kind: "heading" | "item" | "paragraph" | "table" | "code" | "message";
  /**
   * A heading: its level from 1. A list item: its nesting from 0. A paragraph or code: 0 outside of lists, else the
   * nesting of the item that it stands in plus one.
   */
  depth: number;
  content: MappedText;
  marks: readonly InlineMark[];
  /** A list item's marker as written: "-", "*", "3.". */
  marker?: string;
  /** A line that stands right below another one, without a blank line between them. */
  follows?: boolean;
  /** A task-list item: whether its box is ticked. */
  checked?: boolean;
  /** A table: its rows, the header first where it has one. `content` is then empty. */
  rows?: readonly (readonly MappedText[])[];
  /** A message of a log or chat, or scribed speech: who said it, as written. */
  speaker?: MappedText;
  /** An entry of a bot's report: who noted it, where that was not the chair. */
  notedBy?: MappedText;
  /** A message's time as written. */
  time?: string;
  /** Levels of mail quotation: 0 or absent for the author's own text. */
  quoted?: number;
}

export interface MailAddress {
  name: string;
  address: string;
}

/** A decoded document: its text, and that text as blocks in the order of reading. */
export interface DecodedDocument {
  /** Stable: the path in its folder, with `#` and the message's place for a message of an archive. */
  id: string;
  path: string;
  format: Format;
  /** What the format decodes to. Every offset counts in it, in UTF-16 code units. */
  text: string;
  /** From the format itself: a mail's subject, an HTML title, front matter. */
  title?: string;
  /** From the format itself, ISO 8601 calendar date. */
  date?: string;
  author?: MailAddress;
  recipients: readonly MailAddress[];
  messageId?: string;
  references: readonly string[];
  /** People and other facts given as data in front matter, parsed. */
  frontMatter?: unknown;
  blocks: readonly Block[];
  diagnostics: readonly Diagnostic[];
}
