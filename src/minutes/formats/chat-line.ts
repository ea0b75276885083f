/** The head of a message in a chat export: who wrote it and when. Offsets count in the line. */
export interface ChatHead {
  time: string;
  nameStart: number;
  nameEnd: number;
  /** Where the words start on the line; the line's length where they follow on the next ones. */
  start: number;
  /** Which program's form it is; the messages of one export have the same. */
  form: number;
}

/** Longest head that is read. */
const REACH = 200;
const CLOCK = String.raw`\d{1,2}[:.h]\d\d(?:[:.]\d\d(?:[.,]\d{1,3})?)?(?:[ \u202f\u00a0]?[AaPp]\.?[Mm]\.?)?`;
const DAY = String.raw`(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[ -][A-Z][a-z]{2,8}[ -]\d{2,4}|[A-Z][a-z]{2,8} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}[./]\d{1,2}|Today|Yesterday)`;
const STAMP = String.raw`(?:(?:[A-Z][a-z]{2,8},? )?${DAY}(?:,? (?:at )?| ?T| )?)?${CLOCK}`;
const NAME = String.raw`[^\s:<>\t[\]—][^\n\t:<>[\]—]{0,80}?`;

const FORMS: readonly RegExp[] = [
  // Zoom: 00:06:55⇥Ann Lee:⇥words
  new RegExp(`^(?<time>${CLOCK})\\t+(?<name>[^\\t]{1,80}?) ?:(?:\\t|$)\\s*`, "d"),
  // Zoom, older: 17:03:20 From Ann Lee to Everyone: words
  new RegExp(
    `^(?<time>${CLOCK})\\s+From\\s+(?<name>[^\\t:]{1,80}?)(?:\\s+[tT]o\\s+[^:]{1,60}?)?\\s?:\\s*`,
    "d",
  ),
  // WhatsApp, DiscordChatExporter, Teams: [01/02/2023, 10:02:03] Ann Lee: words
  new RegExp(`^\\[(?<time>${STAMP})\\]\\s*(?<name>${NAME})(?: ?:(?:\\s+|$)|$)`, "d"),
  // WhatsApp and Matrix: 01/02/2023, 10:02 - Ann Lee: words
  new RegExp(`^(?<time>${STAMP})\\s+[-–]\\s+(?<name>${NAME}) ?:(?:\\s+|$)`, "d"),
  // Slack, Zulip: Ann Lee [10:02 AM] words
  new RegExp(`^(?<name>${NAME})\\s*\\[(?<time>${STAMP})\\]:?\\s*`, "d"),
  // Discord, copied: Ann Lee — Today at 10:02 AM
  new RegExp(`^(?<name>${NAME})\\s*[—–]\\s*(?<time>${STAMP})\\s*$`, "d"),
  // Slack, copied: Ann Lee  10:02 AM
  new RegExp(`^(?<name>${NAME})(?:\\s{2,}|\\t| APP\\s+)(?<time>${STAMP})\\s*$`, "d"),
  // Matrix and Gitter, copied: 10:02 Ann Lee: words
  new RegExp(`^(?<time>${STAMP})\\s+(?<name>\\p{L}[^\\n\\t:<>[\\]]{0,60}?) ?:(?:\\s+|$)`, "du"),
];

const STAMPED = new RegExp(
  `^\\[?(?:[A-Z][a-z]{2,8},? )?${DAY}(?:,? (?:at )?| ?T)${CLOCK}(?:\\]|\\s+[-–]\\s)`,
);

/** Reads the head of a chat message; undefined where the line is none. */
export function findChatHead(line: string): ChatHead | undefined {
  const head = line.slice(0, REACH);
  if (!/\d/.test(head)) return undefined;
  for (const [form, pattern] of FORMS.entries()) {
    const match = pattern.exec(head);
    const name = match?.indices?.groups?.["name"];
    if (!match || !name) continue;
    const start = match[0].length >= head.length && line.length <= REACH ? line.length : match[0].length;
    return { time: match.groups?.["time"] ?? "", nameStart: name[0], nameEnd: name[1], start, form };
  }
  return undefined;
}

/** Whether a line opens with a day and a time: what has no name behind them was written by the program. */
export function isStamped(line: string): boolean {
  return STAMPED.test(line.slice(0, REACH));
}

/** Whether a message is only a reaction to another, as Zoom and others write it in the reader's language. */
export function isReaction(words: string): boolean {
  if (words.length > 300) return false;
  const quote = /["“„«].{0,280}["”»]/s.exec(words);
  if (!quote) return false;
  const before = words.slice(0, quote.index);
  const behind = words.slice(quote.index + quote[0].length);
  return before.length < 40 && behind.length < 30 && /\p{Extended_Pictographic}/u.test(before + behind);
}

/** Whether a message was written by the program. */
export function isChatNotice(words: string): boolean {
  return /^(?:<?(?:media|image|video|audio|sticker|document) omitted>?$|messages and calls are end-to-end encrypted|this message was deleted|you deleted this message|(?:has )?joined (?:the|#)|(?:has )?left (?:the|#)|pinned a message|started a (?:call|meeting|thread)|set the channel|created (?:this )?group|added |removed a |missed (?:voice|video) call)/i.test(
    words.slice(0, 80),
  );
}

/** Where the words begin behind the quotation that a reply opens with (`Replying to "…"`). */
export function skipReplyQuote(words: string): number {
  const match =
    /^(?:Replying to|In reply to|Antwort auf|En réponse à|Respondiendo a) ["“„«][^\n]{0,200}["”»](?:\s*\n\s*|$)/.exec(
      words.slice(0, 260),
    );
  return match?.[0].length ?? 0;
}
