import type { MappedText } from "../minutes/document.ts";
import { parseAttendee } from "../minutes/parse-attendees.ts";
import { foldCase } from "../model/fold-case.ts";
import { isGivenName } from "../model/given-names.ts";
import type { Lexicon } from "./annotate.ts";
import { type Extraction, lineSpan } from "./extraction.ts";
import type { Mention } from "./mention.ts";
import { findKnownBody } from "./read-attendees.ts";
import { isOrdinaryWord } from "./vocabulary.ts";

/** "Ann Lee (Acme)", "Ann Lee, Acme" or "Ann Lee - Acme" over a report or before speech: who reports, and whom they are with. */
export function readEntry(content: MappedText, lexicon: Lexicon, into: Extraction): Mention[] | undefined {
  if (content.text.length > 80) return undefined;
  const entry = parseAttendee(content, "listed");
  if (!entry || entry.organisations.length > 2) return undefined;
  const isHandled = entry.handle !== undefined && entry.handle.text !== entry.name.text;
  const isRemarked =
    /^(?:Mr|Mrs|Ms|Mx|Dr|Prof)\b/.test(content.text) ||
    (entry.roles.length > 0 && /[)\]]$/.test(content.text));
  if (entry.organisations.length === 0 && !isHandled && !isRemarked) return undefined;
  const words = entry.name.text.split(/\s+/);
  const known = lexicon.people.find(entry.name.text) !== undefined;
  if (!known && ((words.length < 2 && !entry.handle) || !isGivenName(foldCase(words[0] ?? ""), lexicon.data)))
    return undefined;
  if (!entry.organisations.every(({ text }) => looksLikeBody(text, lexicon))) return undefined;
  const person = into.mention(
    "person",
    entry.name,
    { start: 0, end: entry.name.text.length },
    "heading-owner",
  );
  affiliate(person, entry.organisations, content, lexicon, into);
  return [person];
}

/** Whether a text behind somebody's name can be an organisation's. */
export function looksLikeBody(text: string, lexicon: Lexicon): boolean {
  const known = lexicon.names.find(text) ?? lexicon.gazetteer.find(text);
  if (known) return known.kind === "organisation";
  return (
    /^\p{Lu}[\p{L}\p{N}&.'’-]*(?:\s(?:\p{Lu}[\p{L}\p{N}&.'’-]*|of|and|for|de)){0,4}$/u.test(text) &&
    !lexicon.people.find(text) &&
    !isGivenName(foldCase(text.split(/\s+/)[0] ?? ""), lexicon.data) &&
    !isOrdinaryWord(foldCase(text))
  );
}

/** Claims whom a person is with. */
export function affiliate(
  person: Mention,
  organisations: readonly MappedText[],
  line: MappedText,
  lexicon: Lexicon,
  into: Extraction,
): void {
  for (const organisation of organisations) {
    const range = { start: 0, end: organisation.text.length };
    const body = into.mention(
      "organisation",
      organisation,
      range,
      "name-and-organisation",
      findKnownBody(organisation.text, lexicon),
    );
    into.claim("affiliated_with", person, body, lineSpan(line), { rule: "name-and-organisation" });
  }
}
