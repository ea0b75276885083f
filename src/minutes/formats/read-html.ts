import { Tokenizer } from "htmlparser2";

/** What is told of a page while it is read. */
export interface HtmlHandler {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  /** Character references are decoded; one stretch of text may come in several pieces. */
  text(data: string): void;
}

const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
/** What an opening tag ends, where it is the innermost element: HTML lets writers leave these end tags out. */
const ENDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    li: ["li", "p"],
    dt: ["dt", "dd", "p"],
    dd: ["dt", "dd", "p"],
    tr: ["td", "th", "tr"],
    td: ["td", "th"],
    th: ["td", "th"],
    tbody: ["td", "th", "tr", "thead", "tbody"],
    option: ["option"],
    body: ["head"],
  }),
);
const BLOCKS = new Set(
  "address article aside blockquote center details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul".split(
    " ",
  ),
);
const KEPT = new Set(
  "class href type checked id hidden style role aria-hidden name property content start rowspan".split(" "),
);
const MAX_VALUE = 2000;

/**
 * Reads HTML tag by tag. Every element that is opened is closed, in order, whatever the source leaves out; end tags of
 * nothing are passed over. Cost: linear, also on pages made to be slow, as no list of open elements is searched.
 */
export function readHtml(source: string, handler: HtmlHandler): void {
  const reader = new HtmlReader(source, handler);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(source);
  tokenizer.end();
  reader.closeAll();
}

const ignore = (): undefined => undefined;

class HtmlReader {
  readonly oncomment = ignore;
  readonly ondeclaration = ignore;
  readonly onprocessinginstruction = ignore;
  readonly onend = ignore;
  private readonly source: string;
  private readonly handler: HtmlHandler;
  private readonly open: string[] = [];
  private readonly counts = new Map<string, number>();
  private name = "";
  private attributes = new Map<string, string>();
  private attribute = "";
  private value = "";

  constructor(source: string, handler: HtmlHandler) {
    this.source = source;
    this.handler = handler;
  }

  onopentagname(start: number, end: number): void {
    this.name = this.source.slice(start, end).toLowerCase();
    this.attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.source.slice(start, Math.min(end, start + 40)).toLowerCase();
    this.value = "";
  }

  onattribdata(start: number, end: number): void {
    if (this.value.length < MAX_VALUE)
      this.value += this.source.slice(start, Math.min(end, start + MAX_VALUE));
  }

  onattribentity(codepoint: number): void {
    if (this.value.length < MAX_VALUE) this.value += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    if (KEPT.has(this.attribute) && !this.attributes.has(this.attribute))
      this.attributes.set(this.attribute, this.value);
  }

  onopentagend(): void {
    this.openElement();
  }

  onselfclosingtag(): void {
    this.openElement();
  }

  onclosetag(start: number, end: number): void {
    const name = this.source.slice(start, end).trim().toLowerCase();
    if (!this.counts.get(name)) {
      if (name === "br") this.openVoid("br");
      return;
    }
    while (this.open.length > 0) if (this.closeElement() === name) break;
  }

  ontext(start: number, end: number): void {
    this.handler.text(this.source.slice(start, end));
  }

  ontextentity(codepoint: number): void {
    this.handler.text(String.fromCodePoint(codepoint));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.handler.text(this.source.slice(start, end - endOffset));
  }

  closeAll(): void {
    while (this.open.length > 0) this.closeElement();
  }

  private openElement(): void {
    const { name } = this;
    if (VOID.has(name)) {
      this.openVoid(name);
      return;
    }
    for (let top = this.open.at(-1); top && isEnded(top, name); top = this.open.at(-1)) this.closeElement();
    this.open.push(name);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    this.handler.open(name, this.attributes);
  }

  private openVoid(name: string): void {
    this.handler.open(name, this.attributes);
    this.handler.close(name);
  }

  private closeElement(): string | undefined {
    const name = this.open.pop();
    if (name === undefined) return undefined;
    this.counts.set(name, (this.counts.get(name) ?? 1) - 1);
    this.handler.close(name);
    return name;
  }
}

function isEnded(top: string, opening: string): boolean {
  return (top === "p" && BLOCKS.has(opening)) || (ENDS.get(opening)?.includes(top) ?? false);
}
