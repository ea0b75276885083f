import type { Diagnostic } from "../model/diagnostic.ts";
import type { DecodedDocument } from "./document.ts";
import { readHeaderBlock } from "./formats/mail-header.ts";
import { decodeMarkdown } from "./formats/markdown.ts";
import { readPlainText } from "./formats/plain.ts";

export interface Decoding {
  /** One document for most files, one per message for an archive, none for a file that cannot be read. */
  documents: DecodedDocument[];
  diagnostics: Diagnostic[];
}

/**
 * Decodes a file into documents. The format is told from the content; the path's ending only decides in doubt.
 * @param path the file's name, which becomes the document's id
 * @param bytes the file as it is
 */
export function decodeDocuments(path: string, bytes: Uint8Array): Promise<Decoding> {
  const text = new TextDecoder().decode(bytes);
  const document = /\.(?:md|markdown)$/i.test(path) ? decodeMarkdown(path, text) : decodePlain(path, text);
  return Promise.resolve({ documents: [document], diagnostics: [] });
}

function decodePlain(path: string, text: string): DecodedDocument {
  const header = readHeaderBlock(text, 0, text.length);
  const { blocks, forwarded } = readPlainText(text, header?.end ?? 0, text.length);
  return {
    id: path,
    path,
    format: "plain",
    text,
    references: [],
    ...header?.fields,
    ...forwarded,
    recipients: [header?.fields, forwarded].flatMap((fields) => [
      ...(fields?.author ? [fields.author] : []),
      ...(fields?.recipients ?? []),
    ]),
    blocks,
    diagnostics: [],
  };
}
