import type { Diagnostic } from "../model/diagnostic.ts";
import type { DecodedDocument } from "./document.ts";
import { decodeChatJson } from "./formats/chat-json.ts";
import { decodeChat } from "./formats/chat.ts";
import { decodeText, MAX_BYTES } from "./formats/decode-text.ts";
import { detectFormat, isEncodedMail } from "./formats/detect-format.ts";
import { decodeHtml } from "./formats/html.ts";
import { decodeIrc } from "./formats/irc.ts";
import { readHeaderBlock } from "./formats/mail-header.ts";
import { decodeMail } from "./formats/mail.ts";
import { decodeMarkdown } from "./formats/markdown.ts";
import { isMbox, splitMbox } from "./formats/mbox.ts";
import { decodeMeetBot } from "./formats/meetbot.ts";
import { readPlainText } from "./formats/plain.ts";
import { decodeSubtitles } from "./formats/subtitles.ts";

export interface Decoding {
  /** One document for most files, one per message for an archive, none for a file that cannot be read. */
  documents: DecodedDocument[];
  diagnostics: Diagnostic[];
}

/** Bytes that are looked at to tell mail from text. */
const HEAD = 262_144;

/**
 * Decodes a file into documents. The format is told from the content; the path's ending only decides in doubt.
 * @param path the file's name, which becomes the document's id; a message of an archive has `#` and its place behind
 * @param bytes the file as it is
 */
export async function decodeDocuments(path: string, bytes: Uint8Array): Promise<Decoding> {
  if (isMbox(bytes)) return decodeArchive(path, bytes);
  const isReadable = bytes.length <= MAX_BYTES;
  if (isReadable && isEncodedMail(path, new TextDecoder("latin1").decode(bytes.subarray(0, HEAD))))
    return collect([await decodeMail(path, bytes)]);
  const { text, diagnostics } = decodeText(path, bytes);
  if (text === undefined) return { documents: [], diagnostics };
  const document = decodeChatJson(path, text) ?? DECODERS[detectFormat(path, text)](path, text);
  return { documents: [document], diagnostics };
}

const DECODERS = {
  plain: decodePlain,
  markdown: decodeMarkdown,
  html: decodeHtml,
  irc: decodeIrc,
  meetbot: decodeMeetBot,
  chat: decodeChat,
  subtitles: decodeSubtitles,
} as const;

async function decodeArchive(path: string, bytes: Uint8Array): Promise<Decoding> {
  const messages = splitMbox(bytes);
  const decoded = [];
  for (const [index, message] of messages.entries()) {
    const id = messages.length === 1 ? path : `${path}#${index + 1}`;
    decoded.push(await decodeMail(path, message, id));
  }
  return collect(decoded);
}

function collect(decoded: readonly Awaited<ReturnType<typeof decodeMail>>[]): Decoding {
  return {
    documents: decoded.flatMap(({ document }) => document ?? []),
    diagnostics: decoded.flatMap(({ diagnostics }) => diagnostics),
  };
}

function decodePlain(path: string, text: string): DecodedDocument {
  const header = readHeaderBlock(text, Math.max(text.search(/\S/), 0), text.length);
  const { blocks, forwarded } = readPlainText(text, header?.end ?? 0, text.length);
  return {
    id: path,
    path,
    format: "plain",
    text,
    recipients: [],
    references: [],
    ...forwarded,
    ...header?.fields,
    blocks,
    diagnostics: [],
  };
}
