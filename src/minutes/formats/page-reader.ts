import type { Block, InlineMark, MappedText } from "../document.ts";
import { findLastAuthor } from "./attribution.ts";
import { parseHeaderDate } from "./header-date.ts";
import { readHeaderBlock } from "./mail-header.ts";
import type { MailFields } from "./mail-header.ts";
import { joinTextLines, mapText, shiftMappedText, trimBounds } from "./mapped-text.ts";
import { findMark, isLeftOut, isLine, isParagraph } from "./page-element.ts";
import { placeMarks } from "./place-marks.ts";
import { readPlainText } from "./plain.ts";
import { findSpeech, readSpeech } from "./page-speech.ts";
import type { Cite } from "./page-speech.ts";
import { PageTable, ROW_LEVEL } from "./page-table.ts";
import type { HtmlHandler } from "./read-html.ts";

export interface PageReading {
  /** The page as a reader sees it; markup, navigation and scripts are left out. */
  text: string;
  blocks: Block[];
  title?: string;
  date?: string;
  /** The header of the message that a mail's text forwards. */
  forwarded?: MailFields;
}

const ARCHIVE_LINK =
  /^(?:(?:previous|next) (?:message|in thread|by (?:date|thread))(?: \(by thread\))?:|messages sorted by:|(?:mail|reply) to (?:this|author))/i;
const LISTS = new Set(["ul", "ol", "menu", "dl"]);
const MAX_OPEN_MARKS = 30;
const MAX_LEVELS = 30;
const MAX_QUOTED = 50;
const MAX_TITLE = 500;
/** Headings that may stand above a message's header. */
const MAX_TOP = 10;

/** What the text that is being read becomes. */
type Region =
  | { kind: "running" | "cell" | "verbatim" | "code" }
  | { kind: "heading" | "words"; depth: number }
  | { kind: "item"; depth: number; marker?: string; checked?: boolean }
  | { kind: "speech"; cite: Cite | undefined };

interface Level {
  name: string;
  depth: number;
  /** The number of an ordered list's next item. */
  next: number;
  hasTerm: boolean;
}

interface OpenElement {
  name: string;
  isSilent: boolean;
  mark?: InlineMark;
}

/**
 * Follows a page's tags. Text is gathered in a region; a tag that starts something else flushes the region into
 * blocks and into the page's text.
 */
export class PageReader implements HtmlHandler {
  private readonly blocks: Block[] = [];
  private readonly pages: string[] = [];
  /** Length of the text before the region that is being read. */
  private base = 0;
  private words = "";
  private last = "\n";
  private region: Region = { kind: "running" };
  private marks: InlineMark[] = [];
  private openMarks: InlineMark[] = [];
  private readonly elements: OpenElement[] = [];
  private silent = 0;
  private readonly levels: Level[] = [];
  private readonly tables: PageTable[] = [];
  private quoted = 0;
  private replied = 0;
  private readonly quotedAuthors: (MappedText | undefined)[] = [];
  private title: string | undefined;
  private date: string | undefined;
  private forwarded: MailFields | undefined;
  /** Where, in the region, the paragraph starts. */
  private paragraphAt = -1;
  private cite: Cite | undefined;
  private speaker: MappedText | undefined;

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === "meta") this.readMeta(attributes);
    if (name === "title") this.title ??= "";
    const element: OpenElement = { name, isSilent: isLeftOut(name, attributes) };
    this.elements.push(element);
    if (element.isSilent) this.silent++;
    if (this.silent > 0) return;
    this.openBlock(name, attributes);
    this.openMark(element, attributes);
  }

  close(name: string): void {
    const element = this.elements.pop();
    if (!element) return;
    if (element.isSilent) this.silent--;
    else if (this.silent === 0) {
      this.closeMark(element);
      this.closeBlock(name);
    }
  }

  text(data: string): void {
    if (this.elements.at(-1)?.name === "title" && this.title !== undefined) {
      if (this.title.length < MAX_TITLE) this.title += data;
    } else if (this.silent === 0) {
      this.append(data);
    }
  }

  finish(): PageReading {
    this.flush();
    const title = this.title?.replace(/\s+/g, " ").trim();
    return {
      text: this.pages.join(""),
      blocks: this.blocks,
      ...(title && { title }),
      ...(this.date && { date: this.date }),
      ...(this.forwarded && { forwarded: this.forwarded }),
    };
  }

  private openBlock(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === "br") this.breakLine();
    else if (name === "p") this.openParagraph(attributes);
    else if (isParagraph(name)) this.breakLines();
    else if (isLine(name)) this.startLine();
    else if (/^h[1-6]$/.test(name)) this.openHeading(Number(name[1]));
    else if (LISTS.has(name)) this.openList(name, attributes);
    else if (name === "li" || name === "dt") this.openItem(name);
    else if (name === "dd") this.startRegion({ kind: "words", depth: this.depth + 1 });
    else if (name === "hr") this.startRegion(this.createRegion());
    else if (name === "blockquote") this.openQuotation();
    else if (name === "pre" || name === "code") this.openVerbatim(name);
    else if (name === "input") this.readInput(attributes);
    else if (name === "cite") this.openCite();
    else this.openTablePart(name, attributes);
  }

  private closeBlock(name: string): void {
    if (name === "p") this.closeParagraph();
    else if (name === "cite") this.closeCite();
    else if (isParagraph(name)) this.breakLines();
    else if (isLine(name)) this.startLine();
    else if (LISTS.has(name)) this.closeList();
    else if (name === "blockquote") this.closeQuotation();
    else if (/^(?:h[1-6]|li|dt|dd)$/.test(name)) this.endRegion(name);
    else if (name === "pre") this.startRegion(this.createRegion());
    else this.closeTablePart(name);
  }

  private get depth(): number {
    return this.levels.at(-1)?.depth ?? 0;
  }

  /** Text that stands between other things: in a list it belongs to the item above. */
  private createRegion(): Region {
    return this.levels.length > 0 ? { kind: "words", depth: this.depth + 1 } : { kind: "running" };
  }

  private startRegion(region: Region): void {
    this.flush();
    this.region = region;
  }

  private endRegion(name: string): void {
    if (name[0] === "h" && this.region.kind !== "heading") this.startLine();
    else this.startRegion(this.createRegion());
  }

  private openParagraph(attributes: ReadonlyMap<string, string>): void {
    this.breakLines();
    this.paragraphAt = this.words.length;
    const level = /mso-list:[^;]{0,20}level(\d)/.exec(attributes.get("style") ?? "")?.[1];
    if (level && this.region.kind === "running") this.words += "  ".repeat(Number(level) - 1);
  }

  private closeParagraph(): void {
    if (this.region.kind === "running" && this.paragraphAt >= 0) this.readParagraph();
    this.breakLines();
  }

  /** A paragraph of scribed speech leaves the running text; the others are read in one go. */
  private readParagraph(): void {
    const speech = this.words.slice(this.paragraphAt);
    const cite = this.cite && moveCite(this.cite, -this.paragraphAt);
    if (!findSpeech(speech, cite, this.speaker)) return;
    const marks = this.marks;
    this.words = this.words.slice(0, this.paragraphAt);
    const rest = { words: speech, last: this.last };
    this.last = this.words.at(-1) ?? "\n";
    this.startRegion({ kind: "speech", cite });
    this.marks = marks;
    this.words = rest.words;
    this.last = rest.last;
    this.startRegion(this.createRegion());
  }

  private openHeading(depth: number): void {
    if (this.region.kind === "item" && !this.words.trim()) return;
    this.speaker = undefined;
    this.startRegion({ kind: "heading", depth });
  }

  private openList(name: string, attributes: ReadonlyMap<string, string>): void {
    this.flush();
    const outer = this.levels.at(-1);
    const written = /\blst-kix_\w{1,40}-(\d)\b/.exec(attributes.get("class") ?? "")?.[1];
    const isInTerm = name === "dl" && outer?.name === "dl";
    const nested = Math.min(outer ? outer.depth + (isInTerm ? 0 : 1) : 0, MAX_LEVELS);
    const depth = Math.max(Number(written ?? 0), nested);
    const next = Number.parseInt(attributes.get("start") ?? "1", 10);
    this.levels.push({ name, depth, next: Number.isFinite(next) ? next : 1, hasTerm: false });
    this.region = isInTerm || outer ? { kind: "words", depth: Math.max(depth, 1) } : this.createRegion();
  }

  private closeList(): void {
    this.flush();
    this.levels.pop();
    this.region = this.createRegion();
  }

  private openItem(name: string): void {
    this.flush();
    const level = this.levels.at(-1);
    const marker = name === "dt" ? "" : level?.name === "ol" ? `${level.next++}.` : "-";
    this.region = { kind: "item", depth: this.depth, ...(marker && { marker }) };
    this.words = `${"  ".repeat(this.depth)}${marker && `${marker} `}`;
    this.pages.push(this.words);
    this.base += this.words.length;
    this.words = "";
  }

  private readInput(attributes: ReadonlyMap<string, string>): void {
    const { region } = this;
    if (region.kind === "item" && attributes.get("type")?.toLowerCase() === "checkbox")
      region.checked = attributes.has("checked");
  }

  private openQuotation(): void {
    this.breakLine();
    const author = this.region.kind === "running" ? findLastAuthor(this.words) : undefined;
    const moved = author && shiftMappedText(author, this.base);
    this.flush();
    if (this.quoted < MAX_QUOTED) this.quotedAuthors[this.quoted + 1] = moved;
    this.quoted++;
  }

  private closeQuotation(): void {
    this.flush();
    this.quoted--;
    this.region = this.createRegion();
  }

  private openVerbatim(name: string): void {
    if (name === "pre") this.startRegion({ kind: "verbatim" });
    else if (this.region.kind === "verbatim" && !this.words.trim()) this.region = { kind: "code" };
  }

  private openCite(): void {
    if (this.paragraphAt < 0 || this.cite) return;
    const before = this.words.slice(this.paragraphAt, this.paragraphAt + 20).trim();
    if (before === "" || before === "<") this.cite = { start: this.words.length, end: -1 };
  }

  private closeCite(): void {
    if (this.cite && this.cite.end < 0) this.cite.end = this.words.length;
  }

  private openTablePart(name: string, attributes: ReadonlyMap<string, string>): void {
    const table = this.tables.at(-1);
    if (name === "table") {
      this.flush();
      this.tables.push(new PageTable());
    } else if (name === "tr") {
      this.startLine();
      table?.startRow();
    } else if (name === "td" || name === "th") {
      if (table?.titlesRows && table.isLayout)
        this.startRegion(table.takesTitle() ? { kind: "heading", depth: ROW_LEVEL } : this.createRegion());
      else if (!table || table.isLayout) this.breakLines();
      else {
        this.flush();
        table.startCell(name === "th", Number.parseInt(attributes.get("rowspan") ?? "1", 10) || 1);
        this.region = { kind: "cell" };
      }
    }
  }

  private closeTablePart(name: string): void {
    if (name === "td" || name === "th") this.closeCell();
    else if (name === "tr") this.startLine();
    else if (name === "table") {
      this.flush();
      const table = this.tables.pop();
      if (table) this.push(table.createBlocks(this.levels.length > 0 ? this.depth + 1 : 0));
    }
  }

  private closeCell(): void {
    if (this.region.kind !== "cell") {
      if (this.region.kind === "heading") this.startRegion(this.createRegion());
      else this.breakLines();
      return;
    }
    const content = joinTextLines(this.words, 0, this.words.length);
    this.tables.at(-1)?.addCell(shiftMappedText(content, this.base));
    this.words += this.words.endsWith("\n") ? "" : " | ";
    this.region = { kind: "running" };
    this.keepWords();
  }

  private openMark(element: OpenElement, attributes: ReadonlyMap<string, string>): void {
    const kind = findMark(element.name, attributes.get("style") ?? "");
    if (!kind || this.openMarks.length >= MAX_OPEN_MARKS) return;
    const href = kind === "link" ? attributes.get("href")?.trim() : undefined;
    if (kind === "link" && href === undefined) return;
    element.mark = {
      kind,
      start: this.base + this.words.length,
      end: 0,
      ...(href !== undefined && { href }),
    };
    this.openMarks.push(element.mark);
  }

  private closeMark({ mark }: OpenElement): void {
    if (!mark) return;
    this.openMarks = this.openMarks.filter((open) => open !== mark);
    this.marks.push({ ...mark, end: this.base + this.words.length });
  }

  private append(data: string): void {
    const isVerbatim = this.region.kind === "verbatim" || this.region.kind === "code";
    let words = isVerbatim ? data.replace(/\r\n?/g, "\n") : data.replace(/[ \t\n\r\f]+/g, " ");
    if (!isVerbatim && (this.last === "\n" || this.last === " ") && words.startsWith(" "))
      words = words.slice(1);
    words = words.replace(/[\u00ad\u200b\ufeff]/g, "").replaceAll("\u00a0", " ");
    if (!words) return;
    this.words += words;
    this.last = words.at(-1) ?? this.last;
  }

  private breakLine(): void {
    this.words += "\n";
    this.last = "\n";
  }

  private startLine(): void {
    if (this.last !== "\n") this.breakLine();
  }

  private breakLines(): void {
    if (this.words === "") return;
    this.startLine();
    this.breakLine();
    this.paragraphAt = -1;
    this.cite = undefined;
  }

  /** Turns what has been read since the last flush into blocks, and starts anew. */
  private flush(): void {
    if (this.region.kind === "cell") this.unfoldTable();
    this.startLine();
    const end = this.base + this.words.length;
    const marks = [...this.marks, ...this.openMarks.map((mark) => ({ ...mark, end }))];
    const blocks = this.words.trim() ? this.readRegion(this.region, marks) : [];
    placeMarks(blocks, marks);
    this.push(blocks);
    this.keepWords();
    this.region = this.createRegion();
  }

  private keepWords(): void {
    this.pages.push(this.words);
    this.base += this.words.length;
    this.words = "";
    this.marks = [];
    this.paragraphAt = -1;
    this.cite = undefined;
    for (const mark of this.openMarks) mark.start = this.base;
  }

  private push(blocks: readonly Block[]): void {
    for (const block of blocks) this.blocks.push(block);
  }

  private unfoldTable(): void {
    const table = this.tables.at(-1);
    this.region = { kind: "running" };
    if (table) this.push(table.unfold());
  }

  private readRegion(region: Region, marks: readonly InlineMark[]): Block[] {
    switch (region.kind) {
      case "running":
      case "verbatim":
        return this.readRunning();
      case "heading":
        return [this.createBlock("heading", region.depth, joinTextLines(this.words, 0, this.words.length))];
      case "code":
        return [this.createBlock("code", this.levels.length > 0 ? this.depth + 1 : 0, this.mapAll())];
      case "speech":
        return this.readSpoken(region.cite);
      case "item":
        return this.isNavigation(marks) ? [] : this.readItem(region);
      default:
        return this.readLines("depth" in region ? region.depth : 0);
    }
  }

  private readRunning(): Block[] {
    const start = this.readHeader();
    const { blocks, forwarded, replied } = readPlainText(this.words, start, this.words.length);
    const depth = this.levels.length > 0 ? this.depth + 1 : 0;
    const placed = blocks.map((block) => this.place(block, block.kind === "heading" ? 0 : depth));
    if (!this.quoted) this.forwarded ??= forwarded;
    this.replied += replied;
    return placed;
  }

  /** The header of a message on a page of its own; returns where its text starts. */
  private readHeader(): number {
    const first = this.quoted === 0 && !this.forwarded ? /\S/.exec(this.words)?.index : undefined;
    const isTop =
      first !== undefined &&
      this.blocks.length < MAX_TOP &&
      this.blocks.every(({ kind }) => kind === "heading");
    const header = isTop ? readHeaderBlock(this.words, first, this.words.length) : undefined;
    if (!header) return 0;
    this.forwarded = header.fields;
    return header.end;
  }

  private place(block: Block, depth: number): Block {
    const quoted = (block.quoted ?? 0) + this.quoted + this.replied;
    const speaker = block.speaker
      ? shiftMappedText(block.speaker, this.base)
      : this.findQuotedAuthor(block.kind);
    return {
      ...block,
      depth: block.depth + depth,
      content: shiftMappedText(block.content, this.base),
      ...(block.rows && {
        rows: block.rows.map((row) => row.map((cell) => shiftMappedText(cell, this.base))),
      }),
      ...(quoted > 0 && { quoted }),
      ...(speaker && { speaker }),
    };
  }

  private findQuotedAuthor(kind: Block["kind"]): MappedText | undefined {
    return this.quoted > 0 && kind !== "heading" ? this.quotedAuthors[this.quoted] : undefined;
  }

  private createBlock(kind: Block["kind"], depth: number, content: MappedText): Block {
    return this.place({ kind, depth, content, marks: [] }, 0);
  }

  private mapAll(): MappedText {
    return mapText(this.words, ...trimBounds(this.words, 0, this.words.length));
  }

  private readSpoken(cite: Cite | undefined): Block[] {
    const speech = readSpeech(this.words, cite, this.speaker, this.base);
    this.speaker = speech.speaker;
    return speech.blocks;
  }

  private readItem(region: Extract<Region, { kind: "item" }>): Block[] {
    const [first, ...rest] = this.readLines(region.depth + 1);
    if (!first) return [];
    const { marker, checked } = region;
    const item: Block = {
      ...first,
      kind: "item",
      depth: region.depth,
      ...(marker && { marker }),
      ...(checked !== undefined && { checked }),
    };
    return [item, ...rest];
  }

  /** An entry of a table of contents is nothing but a link into the page; list archives link the next message. */
  private isNavigation(marks: readonly InlineMark[]): boolean {
    const [start, end] = trimBounds(this.words, 0, this.words.length);
    if (ARCHIVE_LINK.test(this.words.slice(start, start + 60))) return true;
    return marks.some(
      (mark) => mark.href?.startsWith("#") && mark.start <= this.base + start && mark.end >= this.base + end,
    );
  }

  private readLines(depth: number): Block[] {
    const blocks: Block[] = [];
    for (let at = 0; at < this.words.length;) {
      const found = this.words.indexOf("\n", at);
      const lineEnd = found < 0 ? this.words.length : found;
      const [start, end] = trimBounds(this.words, at, lineEnd);
      const isDash = end - start === 1 && /[-–—]/.test(this.words[start] ?? "");
      if (end > start && !isDash)
        blocks.push(this.createBlock("paragraph", depth, mapText(this.words, start, end)));
      at = lineEnd + 1;
    }
    return blocks;
  }

  private readMeta(attributes: ReadonlyMap<string, string>): void {
    const name = attributes.get("name") ?? attributes.get("property") ?? "";
    if (/^(?:date|dc\.date|dcterms\.date|article:published_time)$/i.test(name))
      this.date ??= parseHeaderDate(attributes.get("content") ?? "");
  }
}

function moveCite(cite: Cite, distance: number): Cite {
  return { start: cite.start + distance, end: cite.end + distance };
}
