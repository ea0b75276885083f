import { addressParser, decodeWords } from "postal-mime";
import type { DecodedDocument, MailAddress } from "../document.ts";
import { restoreWindows1252 } from "./decode-text.ts";
import { parseHeaderDate } from "./header-date.ts";
import { isBlank, readLine } from "./text-line.ts";
import type { TextLine } from "./text-line.ts";

/** What a mail's header says of its document. */
export type MailFields = Pick<
  DecodedDocument,
  "title" | "date" | "author" | "recipients" | "messageId" | "references"
>;

export interface HeaderBlock {
  fields: MailFields;
  /** Where the header ends: behind its last line. */
  end: number;
}

const MAX_FIELD = 10_000;
/** The header lines of clients in other languages, by what they are in English. */
const TRANSLATED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    von: "from",
    de: "from",
    da: "from",
    van: "from",
    an: "to",
    à: "to",
    para: "to",
    aan: "to",
    sent: "date",
    gesendet: "date",
    datum: "date",
    envoyé: "date",
    enviado: "date",
    betreff: "subject",
    objet: "subject",
    asunto: "subject",
    onderwerp: "subject",
  }),
);
const KNOWN = new Set(
  "from to cc bcc date subject sender received references comments keywords organization precedence status lines approved newsgroups path".split(
    " ",
  ),
);

/**
 * Reads a mail's header as it stands in saved or forwarded text.
 * @returns undefined where the lines from `at` on are no mail header: one has a sender, and a subject or a date
 */
export function readHeaderBlock(text: string, at: number, to: number): HeaderBlock | undefined {
  const values = new Map<string, string>();
  let end = at;
  let name: string | undefined;
  for (let next = at; next < to;) {
    const line = readLine(text, next, to);
    if (isBlank(line)) break;
    const field = line.indent === 0 ? findFieldName(text, line) : undefined;
    if (!field && !(name && line.indent > 0)) break;
    if (field) name = field.name;
    if (name) addValue(values, name, text.slice(field ? field.valueStart : line.start, line.end), !field);
    end = line.next;
    next = line.next;
  }
  if (!values.has("from") || !(values.has("subject") || values.has("date"))) return undefined;
  return { fields: readFields(values), end };
}

/** Reads the fields of a header; `values` by lower-case name. */
export function readFields(values: ReadonlyMap<string, string>): MailFields {
  const get = (name: string): string | undefined => values.get(name)?.trim() || undefined;
  const title = decodeHeader(get("subject"));
  const date = parseHeaderDate(get("date") ?? "");
  const author = readAuthor(get("from") ?? "", get("x-original-from") ?? get("reply-to") ?? "");
  const messageId = findMessageIds(get("message-id") ?? "")[0];
  const recipients = ["to", "cc"].flatMap((name) => parseAddresses(get(name) ?? ""));
  const references = findMessageIds(`${get("references") ?? ""} ${get("in-reply-to") ?? ""}`);
  return {
    ...(title && { title }),
    ...(date && { date }),
    ...(author && { author }),
    ...(messageId && { messageId }),
    recipients,
    references: [...new Set(references)],
  };
}

/** The sender, without what a list's software did to the address ("Ada Moss via Some List"). */
export function readAuthor(from: string, original: string): MailAddress | undefined {
  const [sender] = parseAddresses(from);
  if (!sender) return undefined;
  const via = / via [^@]{1,80}$/.exec(sender.name);
  if (!via) return sender;
  const [own] = parseAddresses(original);
  return { name: sender.name.slice(0, via.index).replace(/^['"]|['"]$/g, ""), address: own?.address ?? "" };
}

function parseAddresses(value: string): MailAddress[] {
  if (!value) return [];
  // List archives write "ada at quay.example (Ada Moss)".
  const plain = value
    .slice(0, MAX_FIELD)
    .replace(/^\s*([\w.+-]{1,64}) at ([\w-]{1,63}\.[\w.-]{1,100})(?=\s|$)/, "$1@$2");
  return addressParser(decodeHeader(plain) ?? "", { flatten: true }).map((entry) => ({
    name: (entry.name ?? "").replace(/^'(.*)'$/, "$1").trim(),
    address: ("address" in entry ? entry.address : undefined) ?? "",
  }));
}

function findMessageIds(value: string): string[] {
  return value.slice(0, MAX_FIELD).match(/<[^<>\s]{1,500}>/g) ?? [];
}

function decodeHeader(value: string | undefined): string | undefined {
  return value === undefined ? undefined : restoreWindows1252(decodeWords(value)).replace(/\s+/g, " ").trim();
}

function findFieldName(text: string, line: TextLine): { name: string; valueStart: number } | undefined {
  const head = text.slice(line.start, Math.min(line.start + 50, line.end));
  const match = /^([\p{L}][\p{L}-]{0,40})\*?:(?=\s|$)/u.exec(head);
  if (!match?.[1]) return undefined;
  const written = match[1].toLowerCase();
  const name = TRANSLATED.get(written) ?? written;
  if (!KNOWN.has(name) && !name.includes("-")) return undefined;
  return { name, valueStart: line.start + match[0].length };
}

function addValue(values: Map<string, string>, name: string, value: string, goesOn: boolean): void {
  const before = values.get(name);
  if (before === undefined) values.set(name, value);
  else if (goesOn && before.length < MAX_FIELD) values.set(name, `${before} ${value.trim()}`);
}
