import type { Block, MappedText } from "../document.ts";
import { readAttribution } from "./attribution.ts";
import { breaksOff } from "./breaks-off.ts";
import { isLabelledLine, isMeantBreak, NICK } from "./line-break.ts";
import { readHeaderBlock } from "./mail-header.ts";
import type { MailFields } from "./mail-header.ts";
import { ListLevels } from "./list-levels.ts";
import { findSectionRole, isRoleOfPeople, isStateRole } from "../section-role.ts";
import { joinMapped, MappedTextBuilder, sliceMappedText } from "./mapped-text.ts";
import {
  announcementLength,
  findLetterMarker,
  findMarkedHeading,
  findMarker,
  findMessageMarker,
  findSlot,
  findUnderlineLevel,
  findWikiMarker,
  hasHeadingShape,
  isBracketedHeading,
  isColonHeading,
  isRule,
} from "./plain-line.ts";
import type { Marker } from "./plain-line.ts";
import { findFooterEnd, MAX_QUOTED } from "./find-footer-end.ts";
import { findPlainTable } from "./plain-table.ts";
import { findScribeCommand, readStatement } from "./scribe-command.ts";
import { TextFootnotes } from "./text-footnotes.ts";
import { headsList, raiseTitles, TITLE } from "./raise-titles.ts";
import { isBlank, readLine, readNextFilledLine } from "./text-line.ts";
import { isOutlineHead, readTextLook, type TextLook } from "./text-look.ts";
import { stripWikiMarkup } from "./wiki-markup.ts";
import type { TextLine } from "./text-line.ts";
import { findWikiTable } from "./wiki-table.ts";

export interface PlainReading {
  blocks: Block[];
  /** The header of the message that the text forwards. */
  forwarded?: MailFields;
  /** Levels of quotation that the rest of the message stands in: 1 where it is the message that is replied to. */
  replied: number;
}

/**
 * Reads plain text into blocks: headings, list items nested by indentation, paragraphs, tables of bars. Signatures,
 * list footers and the lines that introduce a quotation are no blocks; quoted blocks carry who is quoted as speaker.
 * @param from first unit to read
 * @param to end of the units to read
 * @returns blocks in the order of the text. Cost: linear
 */
export function parsePlainText(text: string, from = 0, to = text.length): Block[] {
  return readPlainText(text, from, to).blocks;
}

/** As `parsePlainText`, with the header of a message that the text forwards. */
export function readPlainText(text: string, from: number, to: number): PlainReading {
  const reader = new PlainReader(text, from, to);
  for (let at = from; at < to;) at = reader.readAt(at);
  return reader.finish();
}

interface OpenBlock {
  kind: "item" | "paragraph";
  depth: number;
  builder: MappedTextBuilder;
  first: TextLine;
  /** The last line read into it. */
  last: TextLine;
  lines: number;
  /** Stands behind a blank line, a heading or nothing. */
  isFirst: boolean;
  isLabelled: boolean;
  marker?: Marker | undefined;
  checked?: boolean | undefined;
}

/** `[[Category:Minutes]]`, `[[!tag board]]`, `{{Nav|prev=May}}`, `<<TableOfContents>>`: what a wiki keeps beside the words. */
const LEFTOVER =
  /^(?:\[\[(?:(?:Category|File|Image):|!)[^\]]{0,200}\]\]|<<\w{1,40}(?:\([^()<>]{0,80}\))?>>|\{\{[\w /-]{1,40}(?:\|[^{}|=]{0,20}=[^{}|=\s]{0,60})*\}\})$/i;

class PlainReader {
  private readonly text: string;
  private readonly to: number;
  private readonly look: TextLook;
  private readonly footnotes: TextFootnotes;
  private readonly blocks: Block[] = [];
  private readonly titles = new Set<Block>();
  private lists: ListLevels[] = [];
  private speakers: (MappedText | undefined)[] = [];
  private open: OpenBlock | undefined;
  private quoted = 0;
  /** Levels that the whole rest is quoted by, since it is the message that is replied to. */
  private replied = 0;
  private afterBlank = true;
  /** The label over a list of people or the agenda, one on a line most often, as long as no blank line has ended the list. */
  private listing: Block | undefined;
  private forwarded: MailFields | undefined;
  /** Whose report is read: what is set in below it belongs to it. */
  private reporter: TextLine | undefined;

  constructor(text: string, from: number, to: number) {
    this.text = text;
    this.to = to;
    this.look = readTextLook(text, from, to);
    this.footnotes = new TextFootnotes(text.slice(from, to));
  }

  /** The lists that are open at the level of quotation that is read. */
  private get openLists(): ListLevels {
    return (this.lists[this.quoted] ??= new ListLevels());
  }

  /** Reads what starts on the line at an offset; returns where to go on. */
  readAt(at: number): number {
    const line = readLine(this.text, at, this.to);
    if (line.quoted < this.quoted && this.isWrappedRest(line)) line.quoted = this.quoted;
    line.quoted = Math.min(line.quoted, MAX_QUOTED);
    if (isBlank(line)) return this.readBlank(line);
    if (line.quoted !== this.quoted) this.enterQuotation(line.quoted);
    const words = this.text.slice(line.start, line.end);
    const next =
      this.readFootnote(line, words) ??
      this.readAttribution(line) ??
      this.readMessageMarker(line, words) ??
      this.readFooter(line, words) ??
      this.readUnderlined(line, words) ??
      this.readRule(line, words) ??
      this.readCommand(line, words) ??
      this.readTable(line) ??
      this.readMarkedHeading(line, words) ??
      this.readItem(line, words) ??
      this.readReporter(line, words) ??
      this.readColonHeading(line, words) ??
      this.readParagraph(line, words);
    this.afterBlank = !this.open;
    return next;
  }

  /** An address of a printed page's link, or what the page has above its title. */
  private readFootnote(line: TextLine, words: string): number | undefined {
    if (LEFTOVER.test(words) || this.headsMargin(line, words)) {
      this.close();
      return line.next;
    }
    const isLetterhead = this.footnotes.areThere && this.blocks.length === 0 && /^\[\d+\]\w+$/.test(words);
    if (!isLetterhead && !this.footnotes.isNote(words)) return undefined;
    this.close();
    return line.next;
  }

  /** "ACTION" at the right, over the initials in the margin of those who are to act; a heading in the middle is none. */
  private headsMargin({ indent }: TextLine, words: string): boolean {
    return indent >= this.look.width * 0.7 && findSectionRole(words) === "actions";
  }

  /** The end of a long quoted line that a mail program wrapped: it has lost one mark, its neighbours have not. */
  private isWrappedRest(line: TextLine): boolean {
    const above = this.open?.last;
    if (!above || line.quoted === 0 || line.quoted + 1 !== this.quoted || isBlank(line)) return false;
    const isRest =
      above.end - above.start > this.look.width * 0.7 && line.end - line.start < this.look.width * 0.4;
    if (!isRest || above.next > line.start) return false;
    const below = readLine(this.text, line.next, this.to);
    return !isBlank(below) && below.quoted === this.quoted;
  }

  finish(): PlainReading {
    this.close();
    raiseTitles(this.blocks, this.titles, this.look.isUnwrapped);
    return {
      blocks: this.blocks,
      replied: this.replied,
      ...(this.forwarded && { forwarded: this.forwarded }),
    };
  }

  private readBlank(line: TextLine): number {
    this.close();
    if (this.blocks.at(-1) !== this.listing) this.listing = undefined;
    this.afterBlank = true;
    return line.next;
  }

  private enterQuotation(quoted: number): void {
    this.close();
    this.afterBlank = true;
    this.lists.length = Math.min(this.lists.length, quoted + 1);
    this.speakers.length = Math.min(this.speakers.length, quoted + 1);
    this.quoted = quoted;
  }

  private readAttribution(line: TextLine): number | undefined {
    const attribution = readAttribution(this.text, line, this.to);
    if (!attribution) return undefined;
    this.close();
    this.speakers[line.quoted + 1] = attribution.author.text ? attribution.author : undefined;
    return attribution.end;
  }

  private readMessageMarker(line: TextLine, words: string): number | undefined {
    const marker = words.startsWith("-") || /^begin/i.test(words) ? findMessageMarker(words) : undefined;
    if (!marker && !/^(?:From|Von|De): /.test(words)) return undefined;
    const start = marker ? readNextFilledLine(this.text, line.next, this.to) : line;
    const at = start ? start.start - start.indent : line.next;
    const header = marker || this.afterBlank ? readHeaderBlock(this.text, at, this.to) : undefined;
    if (!marker && !header) return undefined;
    this.close();
    this.afterBlank = true;
    if (marker === "forwarded") {
      if (!this.quoted) this.forwarded ??= header?.fields;
    } else {
      this.replied++;
      this.lists = [];
    }
    return Math.max(header?.end ?? line.next, line.next);
  }

  private readFooter(line: TextLine, words: string): number | undefined {
    const end = findFooterEnd(this.text, line, words, this.to);
    if (end === undefined) return undefined;
    this.close();
    return end;
  }

  private readUnderlined(line: TextLine, words: string): number | undefined {
    if (this.open && !this.afterBlank && this.open.kind === "paragraph") return undefined;
    const below = readLine(this.text, line.next, this.to);
    if (isBlank(below) || below.quoted !== line.quoted || words.length > 100 || isRule(words))
      return undefined;
    if (/\S(?: {2}|\t)/.test(words) && findPlainTable(this.text, line, this.to)) return undefined;
    const underline = this.text.slice(below.start, Math.min(below.end, below.start + 400));
    const level = findUnderlineLevel(underline);
    if (!level || underline.length * 3 < words.length) return undefined;
    const marker = findMarker(words);
    if (marker && !/\d|^\p{L}[.)]/u.test(marker.text)) return undefined;
    this.addHeading(level, line.start, line.end);
    return below.next;
  }

  /** A heading between two rules, with what it is about on a line of its own: a time and a title, then a document. */
  private readFramed(line: TextLine): number | undefined {
    const [first, second, end] = this.readBelow(line, 3);
    if (!first || !second || !end || isRule(this.slice(first)) || isRule(this.slice(second)))
      return undefined;
    if (!isRule(this.slice(end)) || this.slice(first).length > 100 || this.slice(second).length > 100)
      return undefined;
    this.addHeading(findUnderlineLevel(this.slice(end)) ?? 3, first.start, first.end);
    this.start(second, second.start, { kind: "paragraph", depth: 0, isFirst: false });
    this.close();
    return end.next;
  }

  /** So many filled lines right below a line, or fewer. */
  private readBelow(line: TextLine, count: number): TextLine[] {
    const lines: TextLine[] = [];
    for (let at = line.next; at < this.to && lines.length < count;) {
      const below = readLine(this.text, at, this.to);
      if (isBlank(below) || below.quoted !== line.quoted) break;
      lines.push(below);
      at = below.next;
    }
    return lines;
  }

  private slice({ start, end }: TextLine): string {
    return this.text.slice(start, Math.min(end, start + 400));
  }

  private readRule(line: TextLine, words: string): number | undefined {
    if (isRule(words)) {
      const framed = this.readFramed(line);
      if (framed !== undefined) return framed;
    }
    if (
      !isRule(words) &&
      !/^[-–—]+ ?drafts? ?[-–—]+$/i.test(words) &&
      !words.startsWith("```") &&
      !/^\+[-=+]{3,}\+$/.test(words.slice(0, 200))
    )
      return undefined;
    this.close();
    return line.next;
  }

  /** What a meeting's bot would be told, in notes that somebody took by hand: "#topic Gate", "#action Ann to ask". */
  private readCommand(line: TextLine, words: string): number | undefined {
    const command = /^#\p{L}/u.test(words) ? findScribeCommand(words, "") : undefined;
    if (command?.kind === "heading" && command.start < words.length) {
      this.addHeading(command.depth, line.start + command.start, line.end);
      return line.next;
    }
    if (command?.kind !== "statement") return undefined;
    this.close();
    this.push(this.createBlock("paragraph", 0, readStatement(this.text, line.start, line.end)));
    return line.next;
  }

  private readMarkedHeading(line: TextLine, words: string): number | undefined {
    if (this.look.isBracketed && isBracketedHeading(words)) {
      this.addHeading(2, line.start + 1, line.end - 1);
      return line.next;
    }
    const announced = announcementLength(words);
    if (announced > 0) {
      this.addHeading(3, line.start + announced, line.end);
      return line.next;
    }
    const slot = this.afterBlank && !this.listing ? findSlot(words) : undefined;
    const [below] = slot ? this.readBelow(line, 1) : [];
    if (slot && below && !findSlot(this.slice(below))) {
      this.addHeading(4, line.start + slot.start, line.start + slot.end);
      return line.next;
    }
    // "*Linker: section placement*", as people write bold letters in a mail
    if (this.afterBlank && /^([*_])(?=\S)[^*_]{2,80}\1:?$/.test(words)) {
      this.addHeading(3, line.start + 1, line.start + words.lastIndexOf(words[0] as string));
      return line.next;
    }
    if (!"#=-*~+_h".includes(words[0] as string) || (this.look.isWiki && words.startsWith("#")))
      return undefined;
    const heading = findMarkedHeading(words);
    if (!heading || heading.end <= heading.start) return undefined;
    this.addHeading(heading.level, line.start + heading.start, line.start + heading.end);
    return line.next;
  }

  private readTable(line: TextLine): number | undefined {
    const table = findWikiTable(this.text, line, this.to) ?? findPlainTable(this.text, line, this.to);
    if (!table) return undefined;
    this.close();
    const rows = table.rows.map((cells) =>
      cells.map((cell) => stripWikiMarkup(joinMapped(cell.map((bounds) => this.map(...bounds)))).content),
    );
    if (rows.length > 0) this.push({ ...this.createBlock("table", 0, { text: "", runs: [] }), rows });
    return table.next;
  }

  private readItem(line: TextLine, words: string): number | undefined {
    const marker =
      findMarker(words) ??
      (this.look.isLettered ? findLetterMarker(words) : undefined) ??
      (this.look.isWiki ? findWikiMarker(words) : undefined);
    if (!marker || !this.opensItem(line, marker)) return undefined;
    const isFirst = this.afterBlank;
    this.close();
    const depth = this.openLists.enterItem(line.indent, marker.family, isFirst);
    const box = /^\[([ xX✓])\]\s+/.exec(words.slice(marker.length, marker.length + 8));
    const start = Math.min(line.start + marker.length + (box?.[0].length ?? 0), line.end);
    const checked = box ? box[1] !== " " : undefined;
    this.start(line, start, { kind: "item", depth, marker, isFirst, checked });
    return line.next;
  }

  /** A number or letter at the start of a wrapped line is none of a list's. */
  private opensItem(line: TextLine, marker: Marker): boolean {
    if (!this.open || this.afterBlank || /^(?:[-+•◦▪‣·●○■□➢➤►]|\*+|#+)$/.test(marker.text)) return true;
    const isKnown = this.openLists.has(marker.family);
    if (isKnown || /^\(?[1aAi][.)]$/.test(marker.text)) return true;
    const { start, end } = this.open.last;
    return isMeantBreak(this.text.slice(start, end), "A", this.look.width) && line.indent <= 40;
  }

  /** "ann (Ann Lee): 2022-02-17" over "Last week:" and "Next week:", which are set in: whose report it is. */
  private readReporter(line: TextLine, words: string): number | undefined {
    if (words.length > 80 || (this.open && !this.afterBlank)) return undefined;
    const [below] = this.readBelow(line, 1);
    if (!below || below.indent < line.indent + 2) return undefined;
    const state = isColonHeading(this.slice(below)) ? findSectionRole(this.slice(below)) : undefined;
    // "bob: (away till Monday)" over a list, behind others with their states
    const isAnother =
      this.reporter?.indent === line.indent && /^[^\s:]{2,30}(?: \([^()]+\))?:(?:\s|$)/.test(words);
    if (!isStateRole(state) && !isAnother) return undefined;
    this.addHeading(4, line.start, line.end);
    this.reporter = line;
    return line.next;
  }

  private readColonHeading(line: TextLine, words: string): number | undefined {
    if (!words.endsWith(":") || !isColonHeading(words)) return undefined;
    if (this.reporter && line.indent >= this.reporter.indent + 2) {
      this.addHeading(5, line.start, line.end);
      return line.next;
    }
    if (line.indent > this.openLists.margin) return undefined;
    if (this.open && !this.afterBlank && !this.breaksOff(line, words)) return undefined;
    this.addHeading(3, line.start, line.end);
    return line.next;
  }

  private readParagraph(line: TextLine, words: string): number {
    const { open } = this;
    const hangs = open !== undefined && !this.afterBlank && this.hangs(open, line, words);
    if (open && !this.afterBlank && (hangs || !this.breaksOff(line, words))) {
      if (open.builder.length > 0) open.builder.appendSynthetic(hangs ? "; " : " ");
      open.builder.append(line.start, line.end);
      open.last = line;
      open.lines++;
      return line.next;
    }
    const isFirst = this.afterBlank;
    const isOutside = open?.marker !== undefined && line.indent < open.first.indent;
    if ((isFirst || isOutside) && this.headsIndented(line, words)) {
      this.addHeading(5, line.start, line.end);
      return line.next;
    }
    if (this.look.isOutline && line.indent > 0) {
      this.close();
      const depth = this.openLists.enterOutline(line.indent);
      this.start(line, line.start, { kind: "item", depth, isFirst });
      return line.next;
    }
    // "next:" further left than the items of "done:" is none of them.
    const isNone = isFirst || !open || (isOutside && words.includes(":"));
    const depth = isNone
      ? this.openLists.leaveItems(line.indent)
      : open.depth + (open.kind === "item" ? 1 : 0);
    this.close();
    this.start(line, line.start, { kind: "paragraph", depth, isFirst });
    return line.next;
  }

  /** "Present:   Ann Lee, Ember", and below "Ann" somebody else on a line of their own. */
  private hangs(open: OpenBlock, line: TextLine, words: string): boolean {
    const { first, last } = open;
    if (open.kind !== "paragraph" || line.quoted !== last.quoted) return false;
    const label = /^([^:]{3,40}):(?: +|\t+)(?=\S)/.exec(
      this.text.slice(first.start, Math.min(first.end, first.start + 80)),
    );
    if (!label?.[1] || Math.abs(line.indent - first.indent - label[0].length) > 1) return false;
    if (!isRoleOfPeople(findSectionRole(label[1]))) return false;
    const above = this.text.slice(last.start, last.end);
    const [word = ""] = /^\S+/.exec(words) ?? [];
    const hasRoom = last.indent + above.length + 1 + word.length < this.look.width;
    return (
      /^[\p{Lu}@]/u.test(words) && (hasRoom || /[)\]]$/.test(above)) && !/(?:[,;&/-]|\band)$/.test(above)
    );
  }

  /** A short line with lines right below it that are set in is their heading: at the margin, or over items. */
  private headsIndented(line: TextLine, words: string): boolean {
    if (words.length > 60 || (line.indent > 0 && (this.look.isOutline || !this.standsOverItems(line))))
      return false;
    const isHead = this.look.isOutline && isOutlineHead(words);
    if (!isHead && !hasHeadingShape(words) && !/^\p{Ll}[\w.]*[-_\p{Lu}\d][\w-]*[^.,;!…:]*$/u.test(words))
      return false;
    const below = readLine(this.text, line.next, this.to);
    return !isBlank(below) && below.indent >= 2 && below.quoted === line.quoted;
  }

  private standsOverItems(line: TextLine): boolean {
    const below = readLine(this.text, line.next, this.to);
    return !isBlank(below) && findMarker(this.text.slice(below.start, below.end)) !== undefined;
  }

  /** Whether a line starts a block of its own behind the open block's last line. */
  private breaksOff(line: TextLine, words: string): boolean {
    const { open, text, look } = this;
    if (!open || open.builder.length === 0) return false;
    const above = text.slice(open.last.start, open.last.end);
    return breaksOff(
      { ...open, above, isListed: this.listing !== undefined, isTitle: this.blocks.length === 0 },
      line,
      words,
      look,
    );
  }

  private start(
    line: TextLine,
    at: number,
    {
      kind,
      depth,
      isFirst,
      marker,
      checked,
    }: Omit<OpenBlock, "builder" | "first" | "last" | "lines" | "isLabelled">,
  ): void {
    const builder = new MappedTextBuilder(this.text);
    builder.append(at, line.end);
    const isLabelled = isLabelledLine(this.text.slice(at, Math.min(line.end, at + 80)), true);
    this.open = {
      kind,
      depth,
      builder,
      first: line,
      last: line,
      lines: 1,
      isFirst,
      isLabelled,
      marker,
      checked,
    };
  }

  private close(): void {
    const { open } = this;
    this.open = undefined;
    if (!open || open.builder.length === 0) return;
    const block = this.createBlock(open.kind, open.depth, open.builder.build());
    if (!open.marker && NICK.test(block.content.text.slice(0, 40))) {
      this.pushTyped(block);
      return;
    }
    if (open.marker) block.marker = open.marker.text;
    if (open.checked !== undefined) block.checked = open.checked;
    if (!open.isFirst && !open.marker) block.follows = true;
    const isTitle = open.kind === "paragraph" && open.isFirst && open.lines === 1 && open.depth === 0;
    if (isTitle && hasHeadingShape(block.content.text)) this.readTitle(block, open.last);
    this.push(block);
  }

  /** A short line is a heading where what follows is set in below it; else what follows decides. */
  private readTitle(block: Block, line: TextLine): void {
    const below = readNextFilledLine(this.text, line.next, this.to);
    const isSetOff =
      line.indent === 0 && below !== undefined && below.quoted === line.quoted && below.indent >= 2;
    if (!isSetOff || below.start - below.indent <= line.next) {
      this.titles.add(block);
      return;
    }
    Object.assign(block, TITLE);
  }

  /** What somebody wrote in the room's log while the minutes were taken. */
  private pushTyped(block: Block): void {
    const { text } = block.content;
    const end = text.indexOf(">");
    const words = sliceMappedText(block.content, end + 2, text.length);
    const command = findScribeCommand(words.text.slice(0, 400), text.slice(1, end));
    if (command && (!("start" in command) || command.kind === "scribe")) return;
    const speaker = sliceMappedText(block.content, 1, end);
    this.push(
      command ? { ...block, content: words } : { ...block, kind: "message", content: words, speaker },
    );
  }

  private addHeading(level: number, start: number, end: number): void {
    this.close();
    if (level < 4) this.reporter = undefined;
    this.openLists.close();
    this.push(this.createBlock("heading", level, this.map(start, end)));
  }

  private createBlock(kind: Block["kind"], depth: number, content: MappedText): Block {
    const quoted = this.quoted + this.replied;
    const block = { kind, depth, content: this.footnotes.strip(stripWikiMarkup(content).content), marks: [] };
    if (quoted === 0) return block;
    const speaker = this.speakers[this.quoted];
    return speaker ? { ...block, quoted, speaker } : { ...block, quoted };
  }

  private push(block: Block): void {
    this.blocks.push(block);
    const { text } = block.content;
    if (text.length < 40 && !text.includes(",") && headsList(text)) this.listing = block;
  }

  private map(start: number, end: number): MappedText {
    const builder = new MappedTextBuilder(this.text);
    builder.append(start, end);
    return builder.build();
  }
}
