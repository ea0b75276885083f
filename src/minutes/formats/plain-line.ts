/** A list item's marker at the start of a line. */
export interface Marker {
  /** As written: "-", "3.", "(a)". */
  text: string;
  /** Units up to the item's words, with the white space behind the marker. */
  length: number;
  /** Markers of one list look alike; the family is the same for all of them. */
  family: string;
}

const MARKER =
  /^(?:([-*+•◦▪‣·●○■□➢➤►–—])(?:\s+|(?=\p{Lu}\p{Ll}))|(o|§)\s+|(\(?(?:\d{1,3}[a-h]?|[a-z]|[ivx]{1,4})\))\s+|(\(?[A-Z]\))\s+|((?:\d{1,3}[a-h]?|[a-z]|[ivx]{1,4})\.)\s+|(\d{1,2}(?:\.\d{1,2}){1,3}[.)])\s+|((?:\p{Lu}{1,4}-?|\d{1,3}-)\d{1,3})\s{2,})/u;

/** Two letters that no marker begins with. */
const OPENS_WITH_WORD = /^[A-Za-z][a-hj-uwyz]/;

/** Reads a list item's marker; undefined where the line (without indentation) opens with none. */
export function findMarker(line: string): Marker | undefined {
  if (OPENS_WITH_WORD.test(line)) return undefined;
  const match = MARKER.exec(line.slice(0, 40));
  if (!match) return /^[-*+•]$/.test(line) ? { text: line, length: 1, family: line } : undefined;
  const text = match.slice(1).find((group) => group !== undefined) ?? "";
  if (text === "*" && match[0] === "*" && line.indexOf("*", 1) > 0) return undefined;
  return { text, length: match[0].length, family: findFamily(text) };
}

/** `A. Reports`, `B. Budget`: a capital with a full stop, which opens an item where letters go on and is an initial else. */
export function findLetterMarker(line: string): Marker | undefined {
  const match = /^([A-Z]\.)\s+(?=\S)/.exec(line.slice(0, 40));
  return match?.[1] ? { text: match[1], length: match[0].length, family: "A." } : undefined;
}

/** `# Paint`, `** red`: an item of a numbered list, or one inside of another, where headings are written with `==`. */
export function findWikiMarker(line: string): Marker | undefined {
  const match = /^(#{1,4}|\*{2,5})(?:\s+(?=\S)|(?=\p{Lu}))/u.exec(line.slice(0, 40));
  return match?.[1] ? { text: match[1], length: match[0].length, family: match[1] } : undefined;
}

/**
 * Whether a text is written as MediaWiki has it: with two headings of the sort of `== Budget ==`, or with one, or items
 * in items (`** red`), and the bold words or links that only a wiki has. Headings of `##` are of another kind.
 */
export function isWikiText(text: string): boolean {
  const headings = text.match(/^(?:={2,5}[^=\n]{1,100}={2,5}|= [^=\n]{1,100} =)[ \t]*$/gm)?.length ?? 0;
  if (headings >= 2) return true;
  if (/(?:^|\n[ \t]{0,20}\n)#{2,6} \S/.test(text)) return false;
  return (headings > 0 || /^\*.{0,200}\n\*\*+ ?[\p{L}'[]/mu.test(text)) && /'''\S|\[\[\S/.test(text);
}

/** Whether lines of a text are lettered: one opens with `A.`, and a later one with `B.`. */
export function isLettered(text: string): boolean {
  let seen = false;
  for (const match of text.matchAll(/^[ \t]{0,12}([AB])\.[ \t]+\S/gm)) {
    if (match[1] === "A") seen = true;
    else if (seen) return true;
  }
  return false;
}

/** Whether lines of a text are headings in brackets, `[Budget]`, which are several if they are any. */
export function hasBracketedHeadings(text: string): boolean {
  let count = 0;
  for (const { 0: line } of text.matchAll(/^[^\S\n]{0,12}\[[^[\]\n]{2,60}\][^\S\n]*$/gm))
    if (isBracketedHeading(line.trim())) count++;
  return count >= 3;
}

/** `[Budget]` and nothing more; no footnote, and no aside of a scribe's such as `[slides 1-9]`. */
export const isBracketedHeading = (line: string): boolean =>
  /^\[[\p{L}\p{N}][^[\]]{1,59}\]$/u.test(line) &&
  !/https?:|^\[(?:slides?|laughter|silence|adjourned|several|all)\b/i.test(line);

function findFamily(marker: string): string {
  return marker
    .replace(/\d+[a-z]?/g, "1")
    .replace(/[a-z]+/, "a")
    .replace(/[A-Z]+/, "A");
}

/** Whether a line is a rule: at least three of one punctuation mark, white space between them allowed, or a page's `<hr/>`. */
export function isRule(line: string): boolean {
  const mark = line[0] ?? "";
  if (mark === "<") return /^<hr ?\/?>$/i.test(line);
  if (!"-=_*~#+.".includes(mark) || line.length < 3) return false;
  let count = 0;
  for (const unit of line) {
    if (unit === mark) count++;
    else if (unit !== " ") return false;
  }
  return count >= 3;
}

/** The level that an underline of one mark gives to the heading above it; undefined where the line is none. */
export function findUnderlineLevel(line: string): number | undefined {
  const mark = line[0] ?? "";
  if (line.length < 3 || !"=-~^*+#".includes(mark)) return undefined;
  for (const unit of line) if (unit !== mark) return undefined;
  if (mark === "=") return 1;
  return mark === "-" ? 2 : 3;
}

/**
 * A heading written with `#`, as wikis do with `=`, `h2.` or `---++`, or between two rules on its line (`--- Topic ---`):
 * its level and the bounds of its words in the line.
 */
export function findMarkedHeading(line: string): { level: number; start: number; end: number } | undefined {
  if (!/^[h#=*~+_-]/.test(line)) return undefined;
  const confluence = /^h([1-6])\.\s+(?=\S)/.exec(line.slice(0, 20));
  if (confluence) return { level: Number(confluence[1]), start: confluence[0].length, end: line.length };
  const plus = /^---(\+{1,6})!{0,2}\s+(?=\S)/.exec(line.slice(0, 20));
  if (plus?.[1]) return { level: plus[1].length, start: plus[0].length, end: line.length };
  const rules = /^([-*~+_]{2,20})\s+(?=[\p{L}\p{N}"“'([])/u.exec(line.slice(0, 30));
  if (rules?.[1]) return findBetweenRules(line, rules[1][0] as string, rules[0].length);
  const sharp = /^(#{1,6})\s+(?=\S)/.exec(line.slice(0, 20));
  if (sharp?.[1]) return { level: sharp[1].length, start: sharp[0].length, end: findClosing(line, "#") };
  const wiki = /^(={1,6})\s*(?=[^=>\s])/.exec(line.slice(0, 20));
  if (!wiki?.[1]) return undefined;
  const end = findClosing(line, "=");
  if (end === line.length && wiki[1].length < 2) return undefined;
  return { level: wiki[1].length, start: wiki[0].length, end };
}

/** `--- Topic ---`, `*** Topic ***`: as many marks behind the words as a person would type. */
function findBetweenRules(line: string, mark: string, start: number): ReturnType<typeof findMarkedHeading> {
  if (line.length > 120 || (!line.endsWith(` ${mark}${mark}`) && !line.endsWith(`${mark}${mark}${mark}`)))
    return undefined;
  const end = findClosing(line, mark);
  return end > start ? { level: 3, start, end } : undefined;
}

/** Where a heading's words end: before its closing marks. */
function findClosing(line: string, mark: string): number {
  let end = line.length;
  while (end > 0 && line[end - 1] === mark) end--;
  while (end > 0 && line[end - 1] === " ") end--;
  return end;
}

/** `ITEM: Budget`, `Agenda item 3: Budget`, `Attachment A: Report of the treasurer`: how long what announces a matter is. */
export const announcementLength = (line: string): number =>
  line.length > 100 || /[.!]$/.test(line) ? 0 : (ANNOUNCEMENT.exec(line)?.[0].length ?? 0);

const ANNOUNCEMENT =
  /^(?:(?:(?:AGENDA )?ITEM|TOPIC|Agenda [Ii]tem|Topic)(?: ?#?\d{1,2})?|(?:Attachment|Appendix|Annex) (?:[A-Z]{1,2}|\d{1,2}))\s*:\s+(?=\S)/;

/** `14:10 → 14:40   Gate valves      20m`: a slot of a timetable, by the bounds of its title in the line. */
export function findSlot(line: string): { start: number; end: number } | undefined {
  const times = SLOT.exec(line.slice(0, 60));
  if (!times || line.length > 140) return undefined;
  const duration = /\s{2,}\d{1,3}\s?m(?:in(?:utes)?)?\.?$/.exec(line);
  return { start: times[0].length, end: duration?.index ?? line.length };
}

const SLOT =
  /^\d{1,2}[:.h]\d\d\s?(?:[ap]m)?\s*(?:→|->|–|—|-|to)\s*\d{1,2}[:.h]\d\d\s?(?:[ap]m)?\s*[:–-]?\s+(?=[\p{L}"“(])/u;

/** `Attendees:` alone on its line: a heading by the habit of most minute-takers. */
export function isColonHeading(line: string): boolean {
  return (
    line.length <= 60 &&
    line.endsWith(":") &&
    /^[\p{Lu}\p{N}\p{Lo}\p{S}"“(*_]/u.test(line) &&
    !/[.,;!?:]\s/.test(line) &&
    line.split(" ").length <= 8
  );
}

/** Words short enough to head what stands below them, and not a sentence, a greeting or a speaker's words. */
export function hasHeadingShape(line: string): boolean {
  return (
    line.length <= 70 &&
    /^[\p{Lu}\p{N}\p{Lo}\p{So}"“(*_]/u.test(line) &&
    (!/[.,;!…]$/.test(line) || /\s\p{Lu}\.$/u.test(line)) &&
    !/:\s|https?:\/\//.test(line) &&
    !/^\([^()]*\s[^()]*\s[^()]*\)$/.test(line) &&
    line.split(" ").length <= 10 &&
    !saysWhoSpeaks(line)
  );
}

/** "Ann Lee (Ember) presented", "Presented by Ann": whose words are below, and no title of theirs. */
export const saysWhoSpeaks = (line: string): boolean => LED_BY.test(line) || SPEAKS.test(line);

const SPEAKS =
  /^\p{Lu}.{1,60}\s(?:present(?:s|ed|ing)|report(?:s|ed|ing)|led|spoke|speaking|introduced|explained)(?: (?:it|this|remotely|via \S+))?\.?$/u;

/** "Presented by Ann and Bob", "Led by Ann", "Assigned to Ann" */
export const LED_BY =
  /^(?:(?:self-)?assigned (?:to|by)\s+(?=\S)|(?:presented|led|proposed|introduced|requested|submitted|raised|hosted|written|authored|owned|driven|demoed|reported|moderated|prepared|brought)(?: (?:in|up|to us|remotely))? by\s+(?=\S))/i;

/** Whether a line is in capitals but for what stands in brackets: `TEST PLAN (rev C)`. */
export function isInCapitals(line: string): boolean {
  const bare = line.replace(/\([^()]{0,40}\)/g, "");
  return /\p{Lu}{3}/u.test(bare) && !/\p{Ll}/u.test(bare) && (bare.match(/\p{Lu}/gu)?.length ?? 0) >= 5;
}

/** Whether a line says that a forwarded message, or the message that is replied to, follows. */
export function findMessageMarker(line: string): "forwarded" | "original" | undefined {
  if (line.length > 80 || !/^[Bb-]/.test(line)) return undefined;
  if (/^begin forwarded message:$/i.test(line)) return "forwarded";
  const match = /^-{2,20} ?(\p{L}[^-]{5,40}?) ?-{2,20}$/u.exec(line);
  if (!match?.[1]) return undefined;
  if (/forwarded|weitergeleitet|transféré|reenviado|inoltrato|doorgestuurd/i.test(match[1]))
    return "forwarded";
  return /original|ursprüngliche|origine|oorspronkelijk/i.test(match[1]) ? "original" : undefined;
}

/** Whether a mailing list's, a device's or a minutes formatter's footer starts at the line. */
export function isFooter(line: string, below: string): boolean {
  if (!/^[_MSGV]/.test(line)) return false;
  if (/^_{20,}$/.test(line)) return /mailing list|listinfo|unsubscribe|@lists?\./i.test(below);
  if (/^Minutes (?:formatted|manually created) /.test(line)) return /scribe|(?:not a transcript)/i.test(line);
  return (
    line.length < 100 &&
    /^(?:Sent from my |Sent (?:by|via|with) https?:|Get Outlook for |Von meinem \w+ gesendet)/.test(line)
  );
}
