import type { MappedText } from "../minutes/document.ts";
import { sliceMapped, trimMapped } from "../minutes/mapped-text.ts";
import type { MinutesNode } from "../minutes/parsed-minutes.ts";
import { findSectionRole } from "../minutes/section-role.ts";
import type { Lexicon } from "./annotate.ts";
import { hasFiniteVerb, isSentence, isThin } from "./judge-line.ts";
import { type NamedRange, readAgents } from "./read-heading.ts";
import { findVerb } from "./vocabulary.ts";

/** "AL/BO to write it", where initials and nicks name people: an action without the word. */
export function splitAssigned(
  content: MappedText,
  lexicon: Lexicon,
): { owners: readonly NamedRange[]; task: MappedText } | undefined {
  const to = /^(.{2,60}?)\s+to\s+\p{Ll}/u.exec(content.text.slice(0, 80));
  const names = to?.[1];
  if (!names || /[.!?:;]/.test(names)) return undefined;
  const owners = readAgents(trimMapped(content, 0, names.length), lexicon);
  return owners && { owners, task: trimMapped(content, names.length) };
}

/** "Parser rewrite - Ann is on it": a matter and what is said of it. */
export function splitDashed(
  content: MappedText,
  lexicon: Lexicon,
): { head: MappedText; rest: MappedText } | undefined {
  const dash = /\s(?:[-–—]{1,2}|→|[-=]>)\s/.exec(content.text.slice(0, 80));
  if (!dash) return undefined;
  const head = trimMapped(content, 0, dash.index);
  const rest = trimMapped(content, dash.index + dash[0].length);
  if (head.text.split(/\s+/).length > 7 || rest.text === "" || readAgents(rest, lexicon, "given"))
    return undefined;
  if (isSentence(head, lexicon) || isThin(head, lexicon)) return undefined;
  return { head, rest };
}

/** "Ann — docs theme, moved us to it" in a round of reports: who reports, and what. */
export function splitReported(
  content: MappedText,
  lexicon: Lexicon,
): { label: MappedText; rest: MappedText; speakers: NamedRange[] } | undefined {
  const dash = /\s[-–—]{1,2}\s/.exec(content.text.slice(0, 60));
  if (!dash) return undefined;
  const label = trimMapped(content, 0, dash.index);
  const rest = trimMapped(content, dash.index + dash[0].length);
  const speakers = rest.text === "" ? undefined : readAgents(label, lexicon);
  return speakers && { label, rest, speakers };
}

/** "Status from Ann: …", "Update by Bob: …": whose report follows. */
export function findReporters(label: MappedText, lexicon: Lexicon): NamedRange[] | undefined {
  const source =
    /^(?:(?:status|project|short|quick) )?(?:status|updates?|news|reports?|overview|summary) (?:from|by) /i.exec(
      label.text,
    );
  return source ? readAgents(trimMapped(label, source[0].length), lexicon, "given") : undefined;
}

/** "Ann reported: …", "Ann and Bob add: …", "Question (Ann): …": who says what follows. */
export function findTellers(label: MappedText, lexicon: Lexicon): NamedRange[] | undefined {
  const { text } = label;
  const asked =
    /^(?:question|comment|remark|concern|idea|suggestion|answer|reply|input|objection|q|a)s?\s*\(/i.exec(
      text,
    );
  if (asked && text.endsWith(")"))
    return readAgents(trimMapped(label, asked[0].length, text.length - 1), lexicon);
  const verb = /\s(?:(?:then|also|further|briefly|again)\s)?(\p{Ll}{3,12})$/u.exec(text);
  if (!verb || !TELLING.has(findVerb(verb[1] as string)?.base ?? "")) return undefined;
  const tellers = readAgents(trimMapped(label, 0, verb.index), lexicon);
  return tellers?.some(({ kind }) => kind === "person") ? tellers : undefined;
}

const TELLING = new Set(
  "report say add note ask explain present answer reply comment mention announce propose suggest summarise summarize remark warn show state object".split(
    " ",
  ),
);

/** "QUARRY-12 (wrong results) Ann has a patch", "#23 repaint the tower: Bob has a quote": an item by its number, and its news. */
export function splitNumbered(
  content: MappedText,
  lexicon: Lexicon,
): { head: MappedText; rest: MappedText } | undefined {
  const key = /^(?:\p{Lu}{2,10}-\d{1,6}|#\d{1,6})(?:\s*\([^()]{3,80}\))\s*[:–—-]?\s+(?=[\p{L}@])/u.exec(
    content.text,
  );
  if (!key) return undefined;
  const rest = trimMapped(content, key[0].length);
  return isSentence(rest, lexicon)
    ? { head: trimMapped(content, 0, key[0].replace(/[\s:–—-]+$/u, "").length), rest }
    : undefined;
}

/** "3.1 *Weir house.* Ann has a permit", "**Footpath.** Bob will gravel it": a title in front of its paragraph. */
export function splitTitled(
  { content, marks }: MinutesNode,
  lexicon: Lexicon,
): { head: MappedText; rest: MappedText } | undefined {
  const { text } = content;
  const number = /^\(?(?:\d{1,3}\.)*\d{1,3}[.)]?\s+/.exec(text)?.[0].length ?? 0;
  const mark = marks.find(
    ({ kind, start }) => (kind === "strong" || kind === "emphasis") && start === number,
  );
  const typed = /^([*_]{1,2})[^*_\n]{2,80}\1(?=\s)/.exec(text.slice(number, number + 90))?.[0].length;
  const end = mark?.end ?? (typed === undefined ? 0 : number + typed);
  if (
    end - number < 3 ||
    end - number > LONGEST_TITLE ||
    !/^[.:]?\s+["“(]?\p{Lu}/u.test(text.slice(end, end + 6))
  )
    return undefined;
  const head = trimMapped(content, number, end);
  if (number === 0 && !/[.:][*_]*$/.test(head.text) && !/[.:]/.test(text[end] ?? "")) return undefined;
  const rest = trimMapped(content, end + (/[.:]/.test(text[end] ?? "") ? 1 : 0));
  if (findSectionRole(head.text) || readAgents(head, lexicon) || !isSentence(rest, lexicon)) return undefined;
  return isThin(head, lexicon) ? undefined : { head, rest };
}

const LONGEST_TITLE = 80;

/** "Ann — chapter 5 is complete": a name, and behind the dash what it says, in a discussion. */
export function splitSaid(
  content: MappedText,
  lexicon: Lexicon,
): { rest: MappedText; speakers: NamedRange[] } | undefined {
  const said = splitReported(content, lexicon);
  if (!said?.speakers.every(({ kind }) => kind === "person")) return undefined;
  return hasFiniteVerb(said.rest, lexicon) || isSentence(said.rest, lexicon) ? said : undefined;
}

/** "(ann) the client is in", "[Ann] I have looked at it": a name in brackets, and behind it what it says. */
export function splitLed(
  content: MappedText,
  lexicon: Lexicon,
): { rest: MappedText; speakers: NamedRange[] } | undefined {
  const lead = /^[([]([^()[\]]{2,40})[)\]]:?\s+(?=\S)/.exec(content.text);
  const name = lead?.[1];
  if (!lead || name === undefined) return undefined;
  const speakers = readAgents(trimMapped(content, 1, 1 + name.length), lexicon);
  if (!speakers?.every(({ kind }) => kind === "person")) return undefined;
  const rest = trimMapped(content, lead[0].length);
  const isSaid =
    hasFiniteVerb(rest, lexicon) ||
    isSentence(rest, lexicon) ||
    /^(?:can|could|will|won|would|do|don|does)(?:['’]t)?\s/i.test(rest.text);
  return isSaid ? { rest, speakers } : undefined;
}

/** "Jabber (for Ann Lee): …": whoever is not in the room speaks through another. */
export function findRelayed(label: MappedText, lexicon: Lexicon): NamedRange[] | undefined {
  const lead = /^\p{L}+ \(for\s+/u.exec(label.text.slice(0, 60));
  if (!lead || !label.text.endsWith(")")) return undefined;
  return readAgents(trimMapped(label, lead[0].length, label.text.length - 1), lexicon, "any");
}

/** "We wait for Bob. Bob: it is done", "Who knows? (bob) I do", "needs a review [Bob: I can]": another one's words on the same line. */
export function splitSpeakers(
  content: MappedText,
  lexicon: Lexicon,
): { before: MappedText; speakers: NamedRange[]; rest: MappedText } | undefined {
  if (content.text.length > 2000) return undefined;
  for (const match of content.text.matchAll(OTHER_SPEAKER)) {
    const name = match[1] ?? match[2] ?? match[3] ?? "";
    const start = match.index + match[0].indexOf(name);
    const label = trimMapped(content, start, start + name.length);
    const speakers = readAgents(label, lexicon);
    if (speakers?.every(({ kind }) => kind === "person"))
      return {
        before: trimMapped(content, 0, match.index),
        speakers,
        rest: trimMapped(content, match.index + match[0].length),
      };
  }
  return undefined;
}

const OTHER_SPEAKER =
  /(?<=[.!?]\s{1,3})(?:(\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’.-]*)?):\s|\((@?[\p{L}_][\w.|-]*)\)\s(?=\S))|(?<=\s)\[(\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’.-]*)?):\s/gu;

/** A line that stands in brackets as a whole is a remark: the brackets go. */
export function stripBrackets(content: MappedText): MappedText {
  const inner = /^\(([^()]{2,300})\)\.?$/.exec(content.text);
  return inner ? trimMapped(content, 1, 1 + (inner[1] as string).length) : content;
}

/** The words of a link that an item begins with: what the item is about. */
export function findLeadingLink({ content, marks }: MinutesNode): MappedText | undefined {
  const link = marks.find((mark) => mark.kind === "link" && mark.start === 0);
  if (!link || link.end - link.start > 100 || link.end === content.text.length) return undefined;
  return sliceMapped(content, link.start, link.end);
}

/** "#11 Ann: …", "12) Ann: …", "#994 - Publish the notes": the number goes. */
export function stripNumber(content: MappedText): MappedText {
  const number = /^(?:#\d{1,5}[.:)]?(?:\s+[-–—](?=\s))?|\(?\d{1,3}[.)])\s+(?=\p{L})/u.exec(content.text);
  return number ? trimMapped(content, number[0].length) : content;
}

/** "[x] Write it": the box goes. */
export function stripBox(content: MappedText): MappedText {
  const box = /^\[[ xX✓]?\]\s+/.exec(content.text);
  return box ? trimMapped(content, box[0].length) : content;
}
