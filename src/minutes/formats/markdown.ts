import { parser, Strikethrough, Table, TaskList } from "@lezer/markdown";
import type { SyntaxNodeRef } from "@lezer/common";
import type { Block, DecodedDocument, InlineMark, MappedText } from "../document.ts";
import { decodeEntity } from "./html-entity.ts";
import { readDocumentFields, readFrontMatter } from "./front-matter.ts";
import { isStateLine } from "./line-break.ts";
import { PLAIN_WORDS } from "./markdown-words.ts";
import { splitContent } from "./split-content.ts";
import { isSpace, MappedTextBuilder, sliceMappedText, trimBounds } from "./mapped-text.ts";
import { estimateWidth } from "./text-look.ts";
import { findMarker } from "./plain-line.ts";
import { parsePlainText } from "./plain.ts";
import { readForeignHeadings } from "./foreign-headings.ts";
import { headsList } from "./raise-titles.ts";
import { stripWikiMarkup } from "./wiki-markup.ts";
import { readMarkupBlock } from "./markup-block.ts";

/** Inline markup characters in one paragraph above which it is read without: links nest at quadratic cost. */
const MAX_INLINE_MARKS = 1500;

/**
 * Decodes Markdown (CommonMark with tables, task lists, strikethrough and front matter). The text stays the source;
 * the blocks' contents are what a reader sees.
 */
export function decodeMarkdown(path: string, text: string): DecodedDocument {
  const front = readFrontMatter(text);
  return {
    id: path,
    path,
    format: "markdown",
    text,
    recipients: [],
    references: [],
    ...readDocumentFields(front?.data),
    ...(front?.data !== undefined && { frontMatter: front.data }),
    blocks: parseMarkdown(text, front?.end ?? 0),
    diagnostics: (front?.diagnostics ?? []).map((diagnostic) => ({ ...diagnostic, document: path })),
  };
}

/**
 * Reads Markdown into blocks.
 * @param from first unit to read
 * @returns blocks in the order of the text. Cost: linear
 */
export function parseMarkdown(text: string, from = 0): Block[] {
  const lines = text.includes("\r") ? text.replace(/\r\n/g, " \n").replace(/\r/g, "\n") : text;
  // Given a range, the parser loses the place of inline marks; blanks of the same length keep it.
  const tree = PARSER.parse("\n".repeat(from) + limitNesting(readForeignHeadings(lines.slice(from))));
  const reader = new MarkdownReader(text, from);
  tree.iterate({
    enter: (node) => {
      if (node.name === "LinkReference") reader.addReference(node);
      return !LEAVES.has(node.name);
    },
  });
  tree.iterate({ enter: (node) => reader.enter(node), leave: (node) => reader.leave(node) });
  return reader.blocks;
}

/** Markers in a row, at a line's start: lists in lists on one line cost the parser the square of their number. */
const MARKERS_IN_A_ROW = /^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])){60,}(?=[ \t]*\S)/gm;
const MAX_MARKERS = 100;

/** Makes words of the markers that nest deeper than anybody writes; the text keeps its length. */
function limitNesting(text: string): string {
  return text.replace(MARKERS_IN_A_ROW, (markers) =>
    / /.test(markers.slice(0, MAX_MARKERS))
      ? markers.slice(0, MAX_MARKERS) + "x".repeat(Math.max(markers.length - MAX_MARKERS, 0))
      : markers,
  );
}

const PARSER = createParser();
const LEAVES = new Set([
  "Paragraph",
  "Task",
  "ATXHeading1",
  "ATXHeading2",
  "ATXHeading3",
  "ATXHeading4",
  "ATXHeading5",
  "ATXHeading6",
  "SetextHeading1",
  "SetextHeading2",
  "TableCell",
]);
const HIDDEN = new Set([
  "EmphasisMark",
  "CodeMark",
  "StrikethroughMark",
  "HeaderMark",
  "QuoteMark",
  "TaskMarker",
  "Comment",
  "ProcessingInstruction",
  "Image",
]);
const MARKS: Readonly<Record<string, InlineMark["kind"]>> = {
  StrongEmphasis: "strong",
  Emphasis: "emphasis",
  InlineCode: "code",
  Strikethrough: "deleted",
};

function createParser(): typeof parser {
  const configured = parser.configure([Table, TaskList, Strikethrough, PLAIN_WORDS]);
  const parseInline = configured.parseInline.bind(configured);
  return Object.assign(configured, {
    parseInline: (text: string, offset: number) =>
      text.length > MAX_INLINE_MARKS && countMarks(text) > MAX_INLINE_MARKS ? [] : parseInline(text, offset),
  });
}

function countMarks(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // * [ ] _ ` ~ < !
    if (
      unit === 42 ||
      unit === 91 ||
      unit === 93 ||
      unit === 95 ||
      unit === 96 ||
      unit === 126 ||
      unit === 60
    )
      count++;
  }
  return count;
}

interface OpenMark {
  node: string;
  kind: InlineMark["kind"];
  start: number;
  href?: string;
  /** Where the source of a link ends. */
  end: number;
}

interface PendingItem {
  marker: string;
  checked?: boolean;
}

/** What is being read between a leaf block's start and its end. */
interface OpenLeaf {
  name: string;
  builder: MappedTextBuilder;
  /** Source up to here is read. */
  at: number;
  marks: InlineMark[];
  open: OpenMark[];
  hardBreaks: Set<number>;
}

class MarkdownReader {
  readonly blocks: Block[] = [];
  private readonly text: string;
  private readonly width: number;
  private readonly references = new Map<string, string>();
  private listDepth = 0;
  private quoted = 0;
  private item: PendingItem | undefined;
  private leaf: OpenLeaf | undefined;
  private rows: MappedText[][] | undefined;
  private row: (MappedText | undefined)[] = [];

  constructor(text: string, from: number) {
    this.text = text;
    this.width = estimateWidth(text, from, text.length);
  }

  addReference(node: SyntaxNodeRef): void {
    const label = node.node.getChild("LinkLabel");
    const url = node.node.getChild("URL");
    if (!label || !url) return;
    const name = foldLabel(this.text.slice(label.from + 1, label.to - 1));
    if (!this.references.has(name)) this.references.set(name, this.readUrl(url));
  }

  enter(node: SyntaxNodeRef): boolean {
    if (this.leaf) return this.enterInline(this.leaf, node);
    if (LEAVES.has(node.name)) {
      this.openLeaf(node);
      return true;
    }
    return this.enterContainer(node);
  }

  leave(node: SyntaxNodeRef): void {
    if (this.leaf) {
      if (this.leaf.name === node.name && LEAVES.has(node.name)) this.closeLeaf(this.leaf, node);
      else this.leaveInline(this.leaf, node);
    } else if (node.name === "BulletList" || node.name === "OrderedList") {
      this.listDepth--;
    } else if (node.name === "Blockquote") {
      this.quoted--;
    } else if (node.name === "ListItem") {
      this.item = undefined;
    } else if (node.name === "TableHeader" || node.name === "TableRow") {
      this.closeRow(node);
    } else if (node.name === "Table") {
      this.closeTable();
    }
  }

  private enterContainer(node: SyntaxNodeRef): boolean {
    switch (node.name) {
      case "BulletList":
      case "OrderedList":
        this.listDepth++;
        return true;
      case "Blockquote":
        this.quoted++;
        return true;
      case "ListMark":
        this.item = { marker: this.text.slice(node.from, node.to) };
        return true;
      case "Table":
        this.rows = [];
        return true;
      case "TableHeader":
      case "TableRow":
        this.row = [];
        return true;
      case "TableDelimiter":
        this.readDelimiter(node);
        return true;
      case "FencedCode":
      case "CodeBlock":
        this.readCode(node);
        return false;
      case "HTMLBlock":
        this.readMarkup(node);
        return false;
      case "LinkReference":
      case "CommentBlock":
      case "ProcessingInstructionBlock":
        return false;
      default:
        return true;
    }
  }

  private openLeaf(node: SyntaxNodeRef): void {
    this.leaf = {
      name: node.name,
      builder: new MappedTextBuilder(this.text),
      at: node.from,
      marks: [],
      open: [],
      hardBreaks: new Set(),
    };
  }

  private enterInline(leaf: OpenLeaf, node: SyntaxNodeRef): boolean {
    if (node.from < leaf.at) return false;
    const { name } = node;
    if (HIDDEN.has(name)) return this.hide(leaf, node);
    if (name === "Escape") {
      this.read(leaf, node.from);
      leaf.at = node.from + 1;
    } else if (name === "Entity") {
      this.read(leaf, node.from);
      leaf.builder.appendSynthetic(decodeEntity(this.text.slice(node.from, node.to)));
      leaf.at = node.to;
    } else if (name === "HardBreak") {
      this.readHardBreak(leaf, node);
    } else if (name === "HTMLTag") {
      if (/^<br\b/i.test(this.text.slice(node.from, node.from + 4))) this.breakLine(leaf, node.from);
      return this.hide(leaf, node);
    } else if (name === "Link" || name === "Autolink") {
      this.openLink(leaf, node);
    } else if (name === "LinkMark") {
      this.readLinkMark(leaf, node);
    } else if (MARKS[name]) {
      this.openMark(leaf, node, MARKS[name]);
    }
    return true;
  }

  private leaveInline(leaf: OpenLeaf, node: SyntaxNodeRef): void {
    const open = leaf.open.at(-1);
    if (!open || open.node !== node.name || open.end !== node.to) return;
    this.read(leaf, node.to);
    leaf.open.pop();
    const { kind, start, href } = open;
    const end = leaf.builder.length;
    if (end > start) leaf.marks.push({ kind, start, end, ...(href !== undefined && { href }) });
  }

  private hide(leaf: OpenLeaf, node: SyntaxNodeRef): boolean {
    if (node.name === "TaskMarker" && this.item) {
      this.item.checked = this.text[node.from + 1] !== " ";
    }
    this.read(leaf, node.from);
    leaf.at = node.to;
    return false;
  }

  private openMark(leaf: OpenLeaf, node: SyntaxNodeRef, kind: InlineMark["kind"], href?: string): void {
    this.read(leaf, node.from);
    const start = leaf.builder.length;
    leaf.open.push({ node: node.name, kind, start, end: node.to, ...(href !== undefined && { href }) });
  }

  private openLink(leaf: OpenLeaf, node: SyntaxNodeRef): void {
    const href = this.findTarget(node);
    if (href !== undefined) this.openMark(leaf, node, "link", href);
    else if (this.text[node.from + 1] === "^") this.hide(leaf, node);
  }

  /** Where a link leads; undefined where its brackets are only brackets, as no reference of the name is defined. */
  private findTarget(node: SyntaxNodeRef): string | undefined {
    const url = node.node.getChild("URL");
    if (url) return this.readUrl(url);
    const [, closing] = node.node.getChildren("LinkMark");
    if (!closing) return undefined;
    const label = node.node.getChild("LinkLabel");
    const hasName = label && label.to - label.from > 2;
    const name = hasName
      ? this.text.slice(label.from + 1, label.to - 1)
      : this.text.slice(node.from + 1, closing.from);
    if (this.text[closing.to] === "(") return "";
    return this.references.get(foldLabel(name));
  }

  private readLinkMark(leaf: OpenLeaf, node: SyntaxNodeRef): void {
    const link = leaf.open.at(-1);
    if (!link || link.kind !== "link") return;
    this.read(leaf, node.from);
    leaf.at = this.text[node.from] === "]" ? link.end : node.to;
  }

  private readHardBreak(leaf: OpenLeaf, node: SyntaxNodeRef): void {
    const source = this.text.slice(node.from, node.to);
    const isMeant = source.startsWith("\\") || source.replace(/[\r\n]+$/, "").length > 1;
    this.read(leaf, node.from);
    if (isMeant) this.breakLine(leaf, node.from);
    else this.read(leaf, node.to);
    leaf.at = node.to;
  }

  private breakLine(leaf: OpenLeaf, at: number): void {
    this.read(leaf, at);
    if (leaf.builder.length === 0) return;
    if (leaf.builder.last !== "\n") leaf.builder.appendSynthetic("\n");
    leaf.hardBreaks.add(leaf.builder.length - 1);
  }

  /** Reads source text up to `to`; a line break, with the white space around it, becomes one unit. */
  private read(leaf: OpenLeaf, to: number): void {
    while (leaf.at < to) {
      if (leaf.builder.length === 0 || leaf.builder.last === "\n")
        leaf.at = skipSpace(this.text, leaf.at, to);
      let lineEnd = leaf.at;
      while (lineEnd < to && !isLineEnd(this.text.charCodeAt(lineEnd))) lineEnd++;
      const [, end] = lineEnd < to ? trimBounds(this.text, leaf.at, lineEnd) : [leaf.at, lineEnd];
      leaf.builder.append(leaf.at, end);
      if (lineEnd < to && leaf.builder.length > 0 && leaf.builder.last !== "\n")
        leaf.builder.appendSynthetic("\n");
      leaf.at = lineEnd < to ? lineEnd + 1 : lineEnd;
    }
  }

  private closeLeaf(leaf: OpenLeaf, node: SyntaxNodeRef): void {
    this.read(leaf, node.to);
    this.leaf = undefined;
    const content = leaf.builder.build();
    if (leaf.name === "TableCell") {
      this.row.pop();
      this.row.push(joinLines(content));
    } else {
      this.addBlocks(leaf, content);
    }
  }

  private addBlocks(leaf: OpenLeaf, content: MappedText): void {
    const level = /^(?:ATX|Setext)Heading(\d)$/.exec(leaf.name)?.[1];
    const isRuled =
      leaf.name.startsWith("Setext") && (content.text.trim().includes("\n") || content.text.length > 100);
    const isHeading = level !== undefined && !isRuled;
    const pieces = isHeading
      ? [{ content: joinLines(content), marks: leaf.marks }]
      : splitContent(content, {
          marks: leaf.marks,
          hardBreaks: leaf.hardBreaks,
          width: this.width,
          isListing: headsList(this.blocks.at(-1)?.content.text ?? ""),
        });
    for (const written of pieces) {
      if (!written.content.text || isTemplate(written.content.text)) continue;
      const piece = stripWikiMarkup(written.content, written.marks);
      if (isHeading && !this.item) this.push("heading", Number(level), piece.content, piece.marks);
      else this.pushText(piece.content, piece.marks);
    }
  }

  /** Adds a list item, where one has been opened and has no words yet, or else a paragraph. */
  private pushText(content: MappedText, marks: readonly InlineMark[]): void {
    const { item } = this;
    this.item = undefined;
    if (!item && isStateLine(content.text)) {
      this.push("paragraph", 0, content, marks);
      return;
    }
    if (item) {
      const block = this.push("item", Math.max(this.listDepth - 1, 0), content, marks);
      block.marker = item.marker;
      if (item.checked !== undefined) block.checked = item.checked;
      return;
    }
    const marker = /^[•◦▪‣·●○■–]/.test(content.text) ? findMarker(content.text) : undefined;
    if (!marker) {
      this.push("paragraph", this.listDepth, content, marks);
      return;
    }
    const [start, end] = [marker.length, content.text.length];
    const moved = marks.flatMap((mark) =>
      mark.start >= start ? [{ ...mark, start: mark.start - start, end: mark.end - start }] : [],
    );
    this.push("item", this.listDepth, sliceMappedText(content, start, end), moved).marker = marker.text;
  }

  private readDelimiter(node: SyntaxNodeRef): void {
    const isRule = node.node.parent?.name === "Table";
    if (isRule) return;
    if (this.row.length === 0) this.row.push(undefined);
    else this.row.push(undefined);
  }

  private closeRow(node: SyntaxNodeRef): void {
    if (!this.rows) return;
    const cells = [...this.row];
    if (this.text[node.to - 1] === "|") cells.pop();
    this.rows.push(cells.map((cell) => cell ?? { text: "", runs: [] }));
    this.row = [];
  }

  private closeTable(): void {
    const rows = this.rows ?? [];
    this.rows = undefined;
    this.item = undefined;
    if (rows.length > 0) this.push("table", this.listDepth, { text: "", runs: [] }, []).rows = rows;
  }

  private readCode(node: SyntaxNodeRef): void {
    const parts = node.node.getChildren("CodeText");
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last) return;
    const isList = node.name === "CodeBlock" && findMarker(this.text.slice(first.from, first.from + 40));
    if (isList && this.quoted === 0) {
      const depth = this.listDepth;
      const blocks = parsePlainText(this.text, first.from, last.to);
      this.blocks.push(...blocks.map((block) => ({ ...block, depth: block.depth + depth })));
      return;
    }
    const builder = new MappedTextBuilder(this.text);
    for (const part of parts) {
      if (builder.length > 0 && builder.last !== "\n") builder.appendSynthetic("\n");
      builder.append(part.from, part.to);
    }
    this.item = undefined;
    this.push("code", this.listDepth, builder.build(), []);
  }

  private readMarkup(node: SyntaxNodeRef): void {
    for (const content of readMarkupBlock(this.text, node.from, node.to)) this.pushText(content, []);
  }

  private push(kind: Block["kind"], depth: number, content: MappedText, marks: readonly InlineMark[]): Block {
    const block: Block = { kind, depth, content, marks, ...(this.quoted > 0 && { quoted: this.quoted }) };
    this.blocks.push(block);
    return block;
  }

  private readUrl(url: { from: number; to: number }): string {
    return this.text.slice(url.from, url.to).replace(/^<|>$/g, "");
  }
}

function joinLines(content: MappedText): MappedText {
  const [start, end] = trimBounds(content.text, 0, content.text.length);
  const trimmed = sliceMappedText(content, start, end);
  return { text: trimmed.text.replaceAll("\n", " "), runs: trimmed.runs };
}

/** A line that site generators read: `{% include toc.html %}`, `{:toc}`, `[[_TOC_]]`. */
function isTemplate(text: string): boolean {
  return /^(?:\{%.*%\}|\{:.*\}|\[\[?_?TOC_?\]?\])$/i.test(text);
}

function foldLabel(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}
