import type { Block, MappedText } from "./document.ts";
import { trimMapped } from "./mapped-text.ts";
import { findSectionRole, foldHeading } from "./section-role.ts";

/**
 * Restores the lines of minutes that lost them, as list archives and clip boards make of them: headings, bullets and
 * footer in one paragraph. Blocks that kept their lines come back as they are.
 *
 * Levels are told by the markers: the first marker of a section is its outer one; under the other marker, the outer
 * one comes back as a third level wherever the line above it is a label and not a sentence.
 */
export function unflatten(blocks: readonly Block[]): Block[] {
  const agenda: string[] = [];
  return blocks.flatMap((block) => (isFlattened(block) ? restoreLines(block.content, agenda) : [block]));
}

const MARKER = /\s([-*•+])\s/g;
const MARKERS_OF_A_FLATTENED_TEXT = 6;

function isFlattened(block: Block): boolean {
  if (block.kind !== "paragraph" || block.content.text.length < 200) return false;
  const markers = block.content.text.match(MARKER)?.length ?? 0;
  return markers >= MARKERS_OF_A_FLATTENED_TEXT || (markers >= 3 && SECTION_LABEL.test(block.content.text));
}

const SECTION_LABEL =
  /(?:^|[\s.])((?:Attendees|Present|Participants|Regrets|Apologies|Agenda|Minutes|Notes|Discussion|Actions|Action items|Decisions|Next steps|Summary)\s*:)(?=\s|$)/i;
const FOOTER = /\s(?:_{10,}|-{10,}|={10,}|--(?=\s+[\w-]+\s+mailing list\b))(?:\s|$)/;

interface Segment {
  marker: string;
  content: MappedText;
}

function restoreLines(content: MappedText, agenda: string[]): Block[] {
  const footer = FOOTER.exec(content.text);
  const body = footer ? trimMapped(content, 0, footer.index) : content;
  const segments = splitAtMarkers(body).flatMap(splitAtLabels);
  const blocks: Block[] = [];
  const levels = new Levels(agenda);
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i] as Segment;
    if (segment.content.text === "") continue;
    blocks.push(
      segment.marker === ""
        ? levels.heading(segment, blocks.length === 0)
        : levels.item(segment, segments[i + 1]),
    );
  }
  return blocks;
}

function splitAtMarkers(content: MappedText): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  let marker = "";
  for (const match of content.text.matchAll(MARKER)) {
    if (match.index < from) continue;
    if (!isMarker(content.text, match.index, marker)) continue;
    segments.push({ marker, content: trimMapped(content, from, match.index) });
    marker = match[1] as string;
    from = match.index + match[0].length - 1;
  }
  segments.push({ marker, content: trimMapped(content, from) });
  return segments;
}

/** A plus between two names of one bracket ("GPT + EFI") is a plus; so is a dash there. */
function isMarker(text: string, at: number, _before: string): boolean {
  const near = text.slice(Math.max(0, at - 200), at + 1);
  return near.lastIndexOf("(") <= near.lastIndexOf(")");
}

/** "… Open floor. Minutes: - Updates": the label at the end of a segment is the heading of what follows. */
function splitAtLabels(segment: Segment): Segment[] {
  const parts: Segment[] = [];
  let rest = segment;
  for (
    let match = SECTION_LABEL.exec(rest.content.text);
    match;
    match = SECTION_LABEL.exec(rest.content.text)
  ) {
    const start = match.index + match[0].indexOf(match[1] as string);
    const end = match.index + match[0].length;
    if (start > 0) parts.push({ marker: rest.marker, content: trimMapped(rest.content, 0, start) });
    parts.push({ marker: "", content: trimMapped(rest.content, start, end) });
    rest = { marker: "", content: trimMapped(rest.content, end) };
  }
  if (rest.content.text !== "") parts.push(rest);
  return parts;
}

/** Follows the nesting while the segments of one text go by. */
class Levels {
  private outer = "";
  private inAgenda = false;
  private inner = false;
  private innerIsLabel = false;

  constructor(private readonly agenda: string[]) {}

  heading(segment: Segment, first: boolean): Block {
    this.outer = "";
    this.inner = false;
    this.inAgenda = findSectionRole(segment.content.text) === "agenda";
    if (first) return { kind: "heading", depth: 1, content: segment.content, marks: [] };
    return { kind: "paragraph", depth: 0, content: segment.content, marks: [] };
  }

  item(segment: Segment, next: Segment | undefined): Block {
    const { marker, content } = segment;
    if (this.outer === "") this.outer = marker;
    if (this.inAgenda) this.agenda.push(foldHeading(content.text));
    const depth = this.depthOf(segment, next);
    if (depth === 0) this.inner = false;
    if (depth === 1) {
      this.inner = true;
      this.innerIsLabel = !isSentence(content.text);
    }
    return { kind: "item", depth, marker, content, marks: [] };
  }

  private depthOf({ marker, content }: Segment, next: Segment | undefined): number {
    if (marker !== this.outer) return 1;
    if (!this.inner || !this.innerIsLabel) return 0;
    const heading = this.agenda.includes(foldHeading(content.text)) || content.text.endsWith(":");
    return heading || (next?.marker !== this.outer && isTitle(content.text, next)) ? 0 : 2;
  }
}

const isSentence = (text: string): boolean => /[.!?]$/.test(text) || text.split(/\s+/).length > 12;

/** A short line that a possessive opens, over an item of the inner marker, is a heading: "Ann's parser work * It …". */
const isTitle = (text: string, next: Segment | undefined): boolean =>
  next !== undefined &&
  next.marker !== "" &&
  isSentence(next.content.text) &&
  !isSentence(text) &&
  /^\p{Lu}\p{L}+['’]s\s/u.test(text);
