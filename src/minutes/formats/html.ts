import type { DecodedDocument } from "../document.ts";
import { isMeetBotReport, readReport } from "./meetbot.ts";
import { PageReader } from "./page-reader.ts";
import type { PageReading } from "./page-reader.ts";
import { readHtml } from "./read-html.ts";

/** Decodes a page; its offsets count in the text that a reader sees. */
export function decodeHtml(path: string, source: string): DecodedDocument {
  const { forwarded, blocks, ...page } = parseHtml(source);
  return {
    id: path,
    path,
    format: "html",
    recipients: [],
    references: [],
    ...forwarded,
    ...page,
    blocks: isMeetBotReport(page.text) ? readReport(blocks) : blocks,
    diagnostics: [],
  };
}

/**
 * Reads HTML into its visible text and blocks: headings, nested lists, definition lists, tables, `<pre>` and running
 * text as plain text, W3C scribe output as messages with their speakers. Cost: linear, whatever the nesting.
 */
export function parseHtml(source: string): PageReading {
  const reader = new PageReader();
  readHtml(source, reader);
  return reader.finish();
}
