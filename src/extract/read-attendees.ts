import type { MappedText } from "../minutes/document.ts";
import { mapSpan, sliceMapped } from "../minutes/mapped-text.ts";
import { isPersonName } from "../minutes/parse-attendees.ts";
import type { Attendee, MinutesNode, ParsedMinutes } from "../minutes/parsed-minutes.ts";
import type { Span } from "../model/graph-attributes.ts";
import type { Lexicon } from "./annotate.ts";
import { type Extraction, lineSpan } from "./extraction.ts";
import type { Mention } from "./mention.ts";
import { tokenize } from "./tokens.ts";
import { isOrdinaryWord } from "./vocabulary.ts";

/** What is known while one document is read. */
export interface DocumentScope {
  minutes: ParsedMinutes;
  lexicon: Lexicon;
  into: Extraction;
  meeting: Mention;
}

export interface AttendeeMention {
  attendee: Attendee;
  mention: Mention;
}

/** Every attendee with the claims that the list makes: who was there, and whom they are with. */
export function readAttendees(scope: DocumentScope): AttendeeMention[] {
  const { minutes, into, meeting, lexicon } = scope;
  const host = findMeetingBody(minutes);
  return minutes.attendees.map((attendee) => {
    const { name, entry, status } = attendee;
    const at = name.text.startsWith("@") ? 1 : 0;
    const mention = into.mention(
      "person",
      sliceMapped(name, at, name.text.length),
      { start: 0, end: name.text.length - at },
      "attendee",
      attendee.called,
    );
    const evidence = lineSpan(entry);
    if (status === "present") into.claim("attended", mention, meeting, evidence, { rule: "attendee-list" });
    for (const organisation of attendee.organisations) {
      if (isRemark(organisation.text, lexicon)) continue;
      const body = into.mention(
        "organisation",
        organisation,
        { start: 0, end: organisation.text.length },
        "attendee-affiliation",
        findKnownBody(organisation.text, lexicon),
      );
      into.claim("affiliated_with", mention, body, evidence, { rule: "attendee-affiliation" });
    }
    if (host) readMembership(attendee, mention, host, scope);
    else readSeat(attendee, mention, scope);
    return { attendee, mention };
  });
}

/** "Ann Lee (thx)": a word in lower case is a company's name only where something knows it, or no language has it. */
const isRemark = (text: string, { gazetteer }: Lexicon): boolean =>
  /^\p{Ll}+$/u.test(text) && gazetteer.find(text) === undefined && (text.length < 4 || isOrdinaryWord(text));

/** The gazetteer's name of an organisation that a list names, whatever its legal form is added: "Ember Inc." for Ember. */
export function findKnownBody(text: string, { gazetteer }: Lexicon): string | undefined {
  const known = gazetteer.find(text) ?? gazetteer.find(text.replace(LEGAL_FORM, ""));
  return known?.kind === "organisation" ? known.name : undefined;
}

const LEGAL_FORM =
  /,?\s+(?:inc|ltd|limited|llc|gmbh|corp|corporation|ag|s\.?a|b\.?v|co|company|plc|oy|ab|s\.?r\.?l)\.?$/i;

/** The body that meets, as the title names it. */
interface MeetingBody {
  title: MappedText;
  start: number;
  end: number;
  text: string;
  /** The last word of its name. */
  short: string | undefined;
  /** Whether the list marks who belongs to it, "Ann (TSC)": the others do not. */
  isMarked: boolean;
}

function findMeetingBody({ titleContent, attendees, nodes }: ParsedMinutes): MeetingBody | undefined {
  const hosting = titleContent && bodyOfTitle(titleContent);
  // "The Kettle Foundation" over "Board of Directors Meeting Minutes"
  const below = hosting && CLOSED.test(hosting.text) ? undefined : boardBelow(nodes);
  const named = below ?? (hosting && { ...hosting, title: titleContent });
  if (!named) return undefined;
  const short = named.text
    .replace(/ of \p{L}+$/u, "")
    .split(/\s+/)
    .at(-1);
  const body = { ...named, short };
  return { ...body, isMarked: attendees.some((attendee) => roleIn(attendee, body) !== undefined) };
}

/** The closed body that a line near the top names: "Minutes of Technical Board Meeting". */
function boardBelow(nodes: readonly MinutesNode[]): Omit<MeetingBody, "short" | "isMarked"> | undefined {
  for (const { content } of nodes.slice(0, NEAR_THE_TOP)) {
    const name = content.text.length < LONGEST_TITLE ? BOARD.exec(content.text)?.[1] : undefined;
    if (name === undefined) continue;
    const start = content.text.indexOf(name);
    return { title: content, start, end: start + name.length, text: name };
  }
  return undefined;
}

const NEAR_THE_TOP = 6;
const LONGEST_TITLE = 120;
const BOARD =
  /(?<!\p{L})((?!(?:The|Minutes|Notes|Draft)\s)(?:\p{Lu}[\p{L}.&-]*\s){0,4}?(?:Board(?: of (?:Directors|Trustees|Governors))?|Council|Committee|TSC))\s+(?:[\p{L}-]+\s)?(?:[Mm]eeting|[Mm]inutes|[Cc]all)\b/u;

const roleIn = (
  { roles }: Attendee,
  { text, short }: Pick<MeetingBody, "text" | "short">,
): MappedText | undefined => roles.find((role) => role.text === text || role.text === short);

/**
 * "Members: Ann", "Directors present: Ann", or "Ann (TSC)" in the minutes of the TSC: a member of the body that meets;
 * of a board or a council, whoever is listed without being a guest.
 */
function readMembership(
  attendee: Attendee,
  mention: Mention,
  body: MeetingBody,
  { into }: DocumentScope,
): void {
  const role = roleIn(attendee, body);
  const member =
    attendee.group !== undefined &&
    (OF_THE_BODY.test(attendee.group) ||
      (CLOSED.test(body.text) && !body.isMarked && isOfClosedBody(attendee)));
  if (role)
    into.claim(
      "affiliated_with",
      mention,
      into.mention("organisation", role, { start: 0, end: role.text.length }, "role-in-the-meetings-body"),
      lineSpan(attendee.entry),
      { rule: "member-of-the-body" },
    );
  else if (member)
    into.claim(
      "affiliated_with",
      mention,
      into.mention("organisation", body.title, body, "title-of-the-meeting"),
      lineSpan(attendee.entry),
      { rule: "member-of-the-body" },
    );
}

/** "Ann (TSC)", "Bob (TSC chair)", "Cy (TSC)": a body that several of a list sit on, whatever the meeting is called. */
function readSeat(attendee: Attendee, mention: Mention, { minutes, into }: DocumentScope): void {
  for (const role of attendee.roles) {
    const seat = SEAT.exec(role.text)?.[1];
    if (seat === undefined) continue;
    const sitting = minutes.attendees.filter(({ roles }) =>
      roles.some(({ text }) => SEAT.exec(text)?.[1] === seat),
    );
    if (sitting.length < FEWEST_SEATS) continue;
    const end = role.text.indexOf(seat) + seat.length;
    const body = into.mention("organisation", role, { start: end - seat.length, end }, "seat-on-a-body");
    into.claim("affiliated_with", mention, body, lineSpan(attendee.entry), { rule: "member-of-the-body" });
  }
}

const SEAT =
  /^(TSC|TAC|TOC|PMC|CTC|CPC|TWG)(?:(?: [A-Z]{2,}){0,2} (?:chair|co-chair|vice-chair|member|lead|rep))?$/i;

/** So many of one list sit on a body that is named by their names. */
const FEWEST_SEATS = 3;

/** What a list calls those who belong to the body that meets, there or not. */
const OF_THE_BODY =
  /^(?:(?:voting |core |tsc |committee |council |board |wg )?members|(?:board of )?directors|(?:executive )?officers|trustees|councillors)(?: \([^()]{0,40}\))?(?: (?:present|absent|attending|in attendance|excused))?$/;

/** Bodies whose meetings are those of their members: whoever else comes is listed as a guest. */
const CLOSED =
  /\p{L}\s+(?:board|council|steering committee|technical committee|psc)$|^(?:board|council) of \p{Lu}\p{L}+$/iu;

/** Whether a list of a closed body says no more of somebody than that they were there, or sent their regrets. */
const isOfClosedBody = ({ group = "", roles }: Attendee): boolean =>
  LISTED.test(group) && !roles.some(({ text }) => OUTSIDE.test(text));

const LISTED =
  /^(?!.*\b(?:guests?|visitors?|observers?|staff|also)\b)(?:present|attendees|attending|attendance|in attendance|participants|roll ?call|quorum|absent|apologies|regrets|excused|not present)\b/;
const OUTSIDE =
  /\b(?:guest|visitor|observer|observing|staff|invited|proxy|minutes?|scribe|contractor|director|manager|ED|HR)\b/i;

/** The body that the title names: the last words of it that end as bodies do. */
function bodyOfTitle({ text }: MappedText): { start: number; end: number; text: string } | undefined {
  const match =
    /(?<![\p{L}\p{N}])(?:[\p{Lu}][\p{L}\p{N}.&-]*\s+){0,5}(?:WG|SIG|TSC|PMC|PSC|TC|CTC|SC|Board(?: of (?:Directors|Trustees|Governors))?|Committee|Council|Working Group|Task Force|Team|Workgroup|Foundation|FOUNDATION|Association|ASSOCIATION|Alliance|Consortium|Society|Institute)\b/u.exec(
      text,
    ) ?? /(?:\p{Lu}[\p{L}\p{N}.&-]*\s+){1,4}(?:council|board|committee)(?=\s+meeting\b|\s*$)/u.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length, text: match[0] } : undefined;
}

/**
 * Who wrote the minutes, and whom they quote: people named in the document's text, too. "I" in a mail that quotes
 * nobody is its author, who may have signed with the given name alone.
 */
export function mentionCorrespondents({ minutes: { document }, into, lexicon }: DocumentScope): void {
  const { author, text, blocks } = document;
  const signed = author && isPersonName(author.name) ? findSignature(text, author.name) : undefined;
  if (author && signed) {
    const content = mapSpan(text, signed.start, signed.end);
    const range = { start: 0, end: content.text.length };
    const mention = into.mention("person", content, range, "author", author.name);
    if (blocks.every(({ quoted }) => !quoted)) into.author = mention;
    readSignature(text, author.name, mention, { into, lexicon });
  }
  for (const { quoted, speaker: quotee } of blocks)
    if (quoted && quotee && isPersonName(quotee.text))
      into.mention("person", quotee, { start: 0, end: quotee.text.length }, "attribution");
}

/** The author's name on a line of its own, and below it a line that begins with whom they are with: "Ember Kernel Team". */
function readSignature(
  text: string,
  name: string,
  mention: Mention,
  { into, lexicon }: Pick<DocumentScope, "into" | "lexicon">,
): void {
  const at = text.lastIndexOf(`\n${name}\n`);
  if (at < 0) return;
  const start = at + name.length + 2;
  const end = text.indexOf("\n", start);
  const content = mapSpan(text, start, end < 0 ? text.length : end);
  const tokens = tokenize(content.text);
  const body = lexicon.gazetteer.match(tokens, 0);
  const last = body && tokens[body.to - 1];
  if (body?.value.kind !== "organisation" || !last || content.text.length > LONGEST_BODY) return;
  const organisation = into.mention(
    "organisation",
    content,
    { start: 0, end: last.end },
    "signature",
    body.value.name,
  );
  into.claim("affiliated_with", mention, organisation, lineSpan(content), { rule: "signature" });
}

/** A line of a signature that names a body is shorter. */
const LONGEST_BODY = 60;

/** Lines from the end of a mail among which it is signed. */
const SIGNED_WITHIN = 40;

/** Where the author's name stands, or the given name that is all there is on one of the last lines ("-- Ann"). */
function findSignature(text: string, name: string): Span | undefined {
  const at = text.indexOf(name);
  if (at >= 0) return { start: at, end: at + name.length };
  const [given = ""] = name.split(/\s+/);
  let end = text.length;
  for (let line = 0; line < SIGNED_WITHIN && end > 0; line++) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const bare = text.slice(start, end).replace(/^[\s~–—-]+|[\s,.!]+$/g, "");
    if (bare === given) {
      const from = text.indexOf(given, start);
      return { start: from, end: from + given.length };
    }
    end = start - 1;
  }
  return undefined;
}
