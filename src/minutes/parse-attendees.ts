import { HONORIFICS } from "../model/honorifics.ts";
import { remember } from "../model/remember.ts";
import type { MappedText } from "./document.ts";
import { type KnownNames, NO_KNOWN_NAMES, opensWithGivenName } from "./known-names.ts";
import { isHandleOf } from "./handle-of.ts";
import { sliceMapped, trimMapped } from "./mapped-text.ts";
import type { Attendee } from "./parsed-minutes.ts";

const ROLE_WORDS = new Set(
  "indep phd postdoc professor lecturer researcher freelance freelancer self-employed retired hobbyist chair co-chair cochair chairman chairperson vice-chair scribe secretary observer observers guest member members voting non-voting host cohost co-host moderator facilitator notetaker note-taker minutes minute-taker presenter speaker editor co-editor lead leader organizer organiser remote remotely phone online virtual zoom in-person onsite on-site partial late left early joined part-time first half second second-half first-half me myself invited expert maintainer committer emeritus liaison proxy alternate director president treasurer vice intern mentor mentee student staff contractor self independent individual unaffiliated none n/a unknown he/him she/her they/them he him she her they them present absent regrets excused irc via until from after pm am utc tentative optional new user volunteer community manager ex-officio officer pmc sick ill vacation holiday travelling traveling away leave pto ooo driving listening muted lurking lurker star ptl ptls tl cpl only joining dialed dialled dial-in phoned call-in skype teams zoom webex irc slack chat minuter recorder timekeeper time-keeper rapporteur qa pm po dev devs ux ui hr ops sre devops legal marketing sales finance product design engineering infra frontend backend visiting rotating ed ceo cto cfo coo cio vp rep backup alt substitute deputy".split(
    " ",
  ),
);
/** "Event Coordinator": what somebody does, and nobody's organisation. */
const JOBS = new Set(
  "coordinator manager officer director president treasurer secretary engineer developer lead chair counsel administrator assistant representative liaison architect advocate editor maintainer scientist rep librarian chancellor vice-chancellor pro-vice-chancellor vice-president registrar dean provost rector bursar".split(
    " ",
  ),
);
const BODY_ROLES = new Set("tsc tc sc pmc ctc wg board committee council".split(" "));
const PARTICLES = new Set(
  "van von der den de da di du del della la le el al bin ibn ter ten dos das af av y e zu zur st".split(" "),
);
const NOT_NAMES = new Set(
  "abstract introduction summary none nobody n/a tbd tba all everyone everybody others various unknown and or the a an no etc name names attendees present regrets members visitors guests company organization organisation affiliation quorum yes apologies agenda minutes notes action actions see list total video recording meeting zoom date time chair scribe us we i you it this that there ok okay no plus also note more many some few several most rest two three four five six seven eight nine ten vacant me myself someone somebody anyone anybody".split(
    " ",
  ),
);

/** What a line over people says, and nobody is called: "Executive Officers Present". */
const LIST_WORDS = new Set(
  "present absent attending attended attendees attendee regrets members officers directors guests visitors participants observers committee meeting minutes agenda project".split(
    " ",
  ),
);

/** Whether words say what somebody is or does at the meeting, and nothing else: "chair", "remote", "late". */
export const isRole = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[\s/]+/)
    .map((word) => word.replace(/\.$/, ""))
    .every(
      (word) =>
        ROLE_WORDS.has(word) ||
        ROLE_WORDS.has(word.replace(/s$/, "")) ||
        BODY_ROLES.has(word) ||
        JOBS.has(word),
    );

/** Whether the text can be somebody's name: one to five capitalised words, initials and particles, or one handle. */
export function isPersonName(text: string): boolean {
  const name = text.trim();
  return name.length >= 1 && name.length <= 60 && canBePersonName(name);
}

/** The same people's names stand in minutes again and again. */
const canBePersonName = remember((name): boolean => {
  if (/[:;,!?=<>{}\\/|"“”#&*]|^https?$/.test(name) || /\d{3,}/.test(name)) return false;
  const words = name.split(/\s+/);
  if (words.length > 5 || NOT_NAMES.has(name.toLowerCase()) || isRole(name)) return false;
  if (words.some((word) => LIST_WORDS.has(word.toLowerCase()))) return false;
  if (words.length === 1) return isSingleName(name);
  if (NOT_NAMES.has((words[0] as string).toLowerCase())) return false;
  const plain = words.filter(
    (word) => !/^["'(]?(?:(?:al|el|ad|ar|as|d|de|o)['’-])?[\p{Lu}\p{Lo}]/u.test(word),
  );
  return (
    words.every(isNameWord) &&
    plain.length < words.length &&
    plain.every((word) => PARTICLES.has(word.toLowerCase()))
  );
});

const isNameWord = (word: string): boolean =>
  /^["'(]?(?:(?:al|el|ad|ar|as|d|de|o)['’-])?[\p{Lu}\p{Lo}][\p{L}\p{M}'’.\-)"]*$/u.test(word) ||
  PARTICLES.has(word.toLowerCase()) ||
  /^\p{Ll}[\p{L}'’-]+$/u.test(word);

const isSingleName = (name: string): boolean =>
  /^@?[\p{L}_][\p{L}\p{M}\p{N}_'’.\-[\]^`]*$/u.test(name) && !/^\d/.test(name) && !name.endsWith(".");

/**
 * Reads one entry of an attendee list.
 *
 * Reads the general habits of list-keepers: `Name (Org)`, `Name, Org (Role)`, `Name - Org (INI)`, `Name @handle (Role)`,
 * `Name [Org]`, `Name from Org`, `Name      Org`, `INI = Name`, `Org - Name`, two organisations in one bracket, a mail
 * address, `(?)`.
 * @returns undefined where the entry names nobody
 */
export function parseAttendee(
  entry: MappedText,
  status: Attendee["status"],
  known: KnownNames = NO_KNOWN_NAMES,
): Attendee | undefined {
  const told = BEHIND_BRACKET.exec(entry.text);
  const whole = trimMapped(stripLead(told ? sliceMapped(entry, 0, (told[1] as string).length) : entry));
  const account = LOGIN.exec(whole.text)?.[1];
  if (account) return parseAccount(whole, account, status, known);
  const { name: first, rest } = turnRound(splitParts(stripLegend(whole)), known);
  const owner = findBearer(first, rest, known);
  if (owner) {
    const found = parseAttendee(owner, status, known);
    return found && { ...found, handle: first, entry: whole };
  }
  const bare = stripQuotes(stripName(first));
  const start = (/^@(?=\p{Lu}\S*\s)/u.exec(bare.text) ?? TITLE.exec(bare.text))?.[0].length ?? 0;
  const name = sliceMapped(bare, start, bare.text.length);
  const nickname = NICKNAMED.exec(name.text);
  const called = nickname ? `${nickname[1] ?? ""} ${nickname[3] ?? ""}` : name.text.replace(/^@/, "");
  if (!isPersonName(called)) return undefined;
  const found: Attendee = { name, status, organisations: [], roles: [], entry: whole };
  if (nickname?.[2]) {
    const at = name.text.indexOf(nickname[2], nickname[1]?.length);
    Object.assign(found, { called, handle: sliceMapped(name, at, at + nickname[2].length) });
  }
  if (/^@/.test(name.text)) found.handle = sliceMapped(name, 1, name.text.length);
  const nick = HANDLE_IN_FRONT.exec(whole.text)?.[1];
  if (nick) found.handle = sliceMapped(whole, 1, nick.length + 1);
  const initials = LEGEND.exec(whole.text)?.[1];
  if (initials) found.initials = sliceMapped(whole, 0, initials.length);
  for (const part of [...rest.filter((each) => !isTold(each)), ...rest.filter(isTold)])
    assignPart(found, part);
  return found;
}

/** "Ann Lee (Ember): gate, ladders": what stands behind the colon she is here for. */
const BEHIND_BRACKET = /^([^:()]{2,60}\([^:()]{1,80}\)):\s/;

/** "arrow C++", "encodings": words in small letters, which name an organisation only where nothing else does. */
const isTold = ({ text }: MappedText): boolean =>
  /(?:^|\s)\p{Ll}{3,}/u.test(text) && !/^(?:from|at|of|for|with|the|representing)\s/.test(text);

/** "alee (Ann Lee)", "alee (Ann)": in the brackets behind a nick, whose it is. */
function findBearer(
  nick: MappedText,
  [inner]: readonly MappedText[],
  known: KnownNames,
): MappedText | undefined {
  if (!inner || !/^[a-z][\w.|-]*$/.test(nick.text)) return undefined;
  const isName =
    /^\p{Lu}\S+(?: \p{Lu}|$)/u.test(inner.text) &&
    (opensWithGivenName(inner.text, known) ||
      inner.text.toLowerCase().startsWith(`${nick.text} `) ||
      isHandleOf(nick.text, inner.text));
  return isName ? inner : undefined;
}

/** "alee@", "alee@ (Ann Lee, Ember)": an account of the project's, in front of whose it is. */
const LOGIN = /^([a-z][\w.-]{1,15})@(?=$|\s)/;

function parseAccount(
  entry: MappedText,
  account: string,
  status: Attendee["status"],
  known: KnownNames,
): Attendee | undefined {
  const name = sliceMapped(entry, 0, account.length);
  const own: Attendee = { name, status, organisations: [], roles: [], entry };
  const inner = /\((\p{Lu}[^()]*)\)$/u.exec(entry.text)?.[1];
  if (inner === undefined) return own;
  const at = entry.text.length - 1 - inner.length;
  const found = parseAttendee(sliceMapped(entry, at, at + inner.length), status, known);
  return found ? { ...found, handle: name, entry } : own;
}

/** `Ann "alee" Lee`: what she is called, too. */
const NICKNAMED =
  /^(\p{Lu}[\p{L}\p{M}.'’-]*)\s+["“']([\p{L}\p{N}_-]{2,20})["”']\s+(\p{Lu}[\p{L}\p{M}.'’ -]*)$/u;

/** "AL = Ann Lee": what she is called below. */
const LEGEND = /^(\p{L}{1,5})\s*=\s*(?=\p{Lu})/u;

/** "@alee Ann Lee"; but "@Ann Lee" is how wikis link people. */
const HANDLE_IN_FRONT =
  /^@((?!\p{Lu}[\p{L}'’-]*\s+\p{Lu}\S*(?:\s*$|\s*[^\s\p{L}]))[\w.^`|[\]-]+)\s+(?=\p{Lu}\p{L})/u;

const stripLegend = (entry: MappedText): MappedText =>
  sliceMapped(
    entry,
    (LEGEND.exec(entry.text) ?? HANDLE_IN_FRONT.exec(entry.text))?.[0].length ?? 0,
    entry.text.length,
  );

/** "Ember - Ann Lee", "AL - Ann Lee": what stands in front of a full name is its organisation, or its initials. */
function turnRound(parts: Parts, known: KnownNames): Parts {
  const { name, rest, bare } = parts;
  const [second, ...others] = rest;
  // In "Ann Lee (Minerva Systems)" the brackets tell.
  if (bare < 2 && !(second && isInitialsOf(name.text, second.text))) return parts;
  if (!second || !/\s/.test(second.text) || !isPersonName(second.text)) return parts;
  const isOther =
    isInitialsOf(name.text, second.text) ||
    (opensWithGivenName(second.text, known) &&
      (!opensWithGivenName(name.text, known) || /\s(?:Inc|Ltd|Corp|Co)\.?$/.test(name.text)));
  const isBody = !name.text.startsWith("@") && !/^\p{Ll}/u.test(name.text);
  return isOther && isBody ? { name: second, rest: [name, ...others], bare } : parts;
}

function stripLead(entry: MappedText): MappedText {
  const lead = LEAD.exec(entry.text);
  return lead ? sliceMapped(entry, lead[0].length, entry.text.length) : entry;
}

/** Bullets, boxes, numbers and "~" for who may come in front of a name, and words that say when or how somebody came: "later Ann", "plus Bob". */
const LEAD =
  /^(?:\s|[-*•+·○●☑✓✔]\s|\[[ xX✓]?\]\s*|\d{1,3}[.)]\s+|~(?=\p{L})|and\s+|&\s+|(?:later|then|also|plus|briefly|partly|partially|initially|eventually)\s+(?=\p{Lu}))+/u;

function stripName(name: MappedText): MappedText {
  const trimmed = trimMapped(name);
  const tail = /[\s,;:.–—*†‡§^\p{Emoji_Presentation}-]+$/u.exec(trimmed.text);
  const keepsInitial = tail !== null && /\s\p{Lu}\.$/u.test(trimmed.text);
  return tail && !keepsInitial ? sliceMapped(trimmed, 0, tail.index) : trimmed;
}

/** `"alee"`: a nick is set in quotes, too. */
const stripQuotes = (name: MappedText): MappedText =>
  /^["“][^"“”]+["”]$/.test(name.text) ? sliceMapped(name, 1, name.text.length - 1) : name;

interface Parts {
  name: MappedText;
  rest: MappedText[];
  /** How many stand outside of brackets, the name among them. */
  bare: number;
}

/** What ends a part of an entry. @param leads the words that an organisation stands behind */
const createTail = (leads: string): RegExp =>
  new RegExp(
    String.raw`\s*:[a-z_]+:\s*|\s+[-–—|/]+\s+|(?<=\.)[-–—]\s+|\s*[,:;|\t]\s*|\s{2,}|\s+(?:${leads})\s+(?=\p{Lu})|\s+(?=for\s(?:the|an?)\s\P{Lu})|\s+(?=(?:joined|joining|left|leaving|arrived|arriving|until|till)\s\P{Lu})|(?<!\b(?:Ministry|University|Univ\.?|Institute|Inst\.|Department|Dept\.|Bureau|Office|Academy|College|School|Bank|Board|Agency|Faculty|Centre|Center|Council|City|State|Government|House|Museum)|\bU\.)\s+of\s+(?=\p{Lu})|\s+@\s+`,
    "u",
  );

const TAIL = createTail("from|at|with|representing|for");

/** Behind the name, "for" belongs to what an organisation is called: "Ann Lee, Code for Ember". */
const LATER_TAIL = createTail("from|at|with|representing");

function splitParts(entry: MappedText): Parts {
  const rest: MappedText[] = [];
  const { text } = entry;
  let bare = /[()[\]<>]/.test(text) ? "" : text;
  let depth = 0;
  let open = 0;
  for (let i = bare.length; i < text.length; i++) {
    const c = text[i] as string;
    if ((c === "(" || c === "[" || c === "<") && depth++ === 0) open = i + 1;
    else if ((c === ")" || c === "]" || c === ">") && depth > 0 && --depth === 0)
      rest.push(trimMapped(entry, open, i));
    bare += depth > 0 || c === ")" || c === "]" || c === ">" ? "\u0000" : c;
  }
  const parts: MappedText[] = [];
  let from = 0;
  while (from <= bare.length) {
    const match = (parts.length === 0 ? TAIL : LATER_TAIL).exec(bare.slice(from));
    const to = match ? from + match.index : bare.length;
    pushBare(parts, entry, bare, from, to);
    if (!match) break;
    from = to + Math.max(match[0].length, 1);
  }
  return {
    name: parts[0] ?? sliceMapped(entry, 0, 0),
    rest: [...parts.slice(1), ...rest],
    bare: parts.length,
  };
}

/** A bare part ends where a bracket was cut out of it, and goes on behind the bracket; handles stand apart. */
function pushBare(parts: MappedText[], entry: MappedText, bare: string, from: number, to: number): void {
  let at = from;
  for (const piece of bare.slice(from, to).split(/(\u0000+)/)) {
    const start = at;
    at += piece.length;
    if (piece.startsWith("\u0000") || piece.trim() === "") continue;
    const handle = /\s@[\w-]+\s*$/.exec(piece);
    const end = handle && handle.index > 0 ? start + handle.index : at;
    parts.push(trimMapped(entry, start, end));
    if (end < at) parts.push(trimMapped(entry, end, at));
  }
}

function assignPart(attendee: Attendee, part: MappedText): void {
  if (ADDRESS.test(part.text)) attendee.address = part;
  else for (const piece of splitOrganisations(part)) assignPiece(attendee, piece);
}

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function assignPiece(attendee: Attendee, piece: MappedText): void {
  const text = piece.text.replace(/^[\s,]+|[\s,]+$/g, "");
  if (text === "" || /^[?\s*†‡§+^.-]+$/.test(text)) return;
  if (ADDRESS.test(text)) attendee.address = piece;
  else if (/^@[\w-]+$/.test(text))
    attendee.handle = sliceMapped(piece, piece.text.indexOf("@") + 1, piece.text.length);
  else if (/^(?:irc|nick|github|gh|slack)\s*[:=]\s*@?[\w-]+$/i.test(text))
    attendee.handle = trimMapped(piece, piece.text.search(/[\w-]+$/));
  else if (/^[a-z][\w.|-]{2,}$/.test(text) && isHandleOf(text, attendee.name.text)) attendee.handle = piece;
  else if (isInitialsOf(text, attendee.name.text)) attendee.initials = piece;
  else if (!attendee.handle && /^[a-z]{2,}[a-z_.-]*\d+$/.test(text)) attendee.handle = piece;
  else if (CALLED.test(text)) assignNickname(attendee, stripQuotes(trimMapped(piece)));
  else assignOrganisation(attendee, piece);
}

/** `Ann Lee ("AL")`, `Annabel Lee ("nan")`: what somebody is called below. */
const CALLED = /^["“]\p{L}[\p{L}\p{N}_-]{1,19}["”]$/u;

function assignNickname(attendee: Attendee, nickname: MappedText): void {
  if (/^\p{Lu}{2,4}$/u.test(nickname.text)) attendee.initials = nickname;
  else attendee.handle = nickname;
}

/** "TC", "TCH" or "STH" for "Tom Charles Holt": capitals that come in this order in the name. */
export function isInitialsOf(text: string, name: string): boolean {
  if (!/^(?:\p{Lu}{2,5}|\p{Lu}\p{Ll}\p{Lu}{1,2})$/u.test(text)) return false;
  const letters = name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z]/g, "");
  const capitals = name.normalize("NFKD").match(/\p{Lu}/gu) ?? [];
  // Of a name of one word, capitals say nothing: "Tapani (TI)" is with TI.
  if (!/\s/.test(name.trim())) return false;
  if (capitals[0] !== text[0]) return false;
  let at = 0;
  for (const c of text.toLowerCase()) {
    at = letters.indexOf(c, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function splitOrganisations(part: MappedText): MappedText[] {
  const pieces: MappedText[] = [];
  let from = 0;
  for (const match of part.text.matchAll(BETWEEN_BODIES)) {
    pieces.push(trimMapped(part, from, match.index));
    from = match.index + match[0].length;
  }
  pieces.push(trimMapped(part, from));
  return pieces.filter((piece) => piece.text !== "");
}

/** "Ember, Basalt", "Ember and Basalt"; but "Ember & Sand LLP" is one. */
const BETWEEN_BODIES =
  /\s*[,;/|]\s*|\s*(?:→|->)\s*(?:now\s+)?|\s+(?:and|&|\+)\s+(?!\p{Lu}[\p{L}'’-]+,?\s(?:LLP|LLC|Ltd|Inc|GmbH|Co|KG|Partners|Associates|Sons)\b)/gu;

/** "first time! from Ember", "on behalf of Ember", "student at Ember": whom somebody is with, behind other words. */
const FROM = /^(?:of|for|with|(?:[^()]{0,40}\s)?(?:from|at|representing|behalf of))\s+(?=\p{Lu})/u;

/** "first time!", "works on the parser", "on Jabber": what is said of somebody, and names nobody. */
const isRemark = (text: string): boolean =>
  /^(?:alt\.?|alternate|proxy|deputy|substitute)(?: for|:)? \p{Lu}/iu.test(text) ||
  /\s(?:is|are|was|has|will|can)\s/.test(text) ||
  /[!?\p{Emoji_Presentation}]/u.test(text) ||
  /['’](?:s|re|ll|ve|m)\s\P{Lu}/u.test(text) ||
  /^(?:slides?|recording|video|deck|demo|notes|link|pdf|paper|draft)s?$/i.test(text) ||
  /^(?:\p{Ll}+\s\p{Ll}|(?:on|via|by|over|through|in|for the) )/u.test(text);

/** "GPU readers", "arrow C++", "encodings": behind the organisation, what somebody does there. */
const isMatter = (text: string): boolean =>
  /^\p{Ll}[\p{L}-]{2,}(?:\s|$)/u.test(text) ||
  (/\s\p{Ll}{4,}$/u.test(text) && !/\s(?:of|for|and|the)\s/.test(text));

/** "HF ED", "Ember CTO", "Ember - ED": an office of an organisation's, behind its name. */
const BODY_AND_OFFICE = /^(\p{Lu}\S*(?: \p{Lu}\S*)*?)(?: |\s[-–—]\s)(?:ED|CEO|CTO|CFO|COO|CIO|VP)$/u;

/** "Chair of the Docs WG", "co-lead of Ember": whose office somebody has. */
const OFFICE_OF =
  /^(?:co-?)?(?:chair|lead|head|director|president|secretary|treasurer|member|maintainer)(?:man|woman|person)? of (?:the )?(?=\p{Lu})/iu;

/** "also Ember", "now Ember", "both Ember" */
const ADVERB = /^(?:also|now|still|both) (?=\p{Lu})/u;

/** "Mundi Bene!": a company's name may end so. */
const EXCLAIMED = /^\p{Lu}\p{L}+ \p{Lu}\p{L}+!$/u;

function assignOrganisation(attendee: Attendee, piece: MappedText): void {
  const lead = (ADVERB.exec(piece.text) ?? OFFICE_OF.exec(piece.text))?.[0].length ?? 0;
  if (lead > 0) return assignOrganisation(attendee, sliceMapped(piece, lead, piece.text.length));
  if (EXCLAIMED.test(piece.text))
    return assignOrganisation(attendee, sliceMapped(piece, 0, piece.text.length - 1));
  const headed = BODY_AND_OFFICE.exec(piece.text)?.[1];
  if (headed && !isRole(headed)) return assignOrganisation(attendee, trimMapped(piece, 0, headed.length));
  // "Ember staff", "EMB liaison"
  const staff = /^(\p{Lu}\S*(?: \p{Lu}\S*)*) (?:staff|liaison|rep|representative|delegate)$/u.exec(
    piece.text,
  );
  if (staff) return assignOrganisation(attendee, trimMapped(piece, 0, (staff[1] as string).length));
  const inner = /^([^([]+)[([](.+?)[)\]]?$/.exec(piece.text);
  const whole = inner ? trimMapped(piece, 0, (inner[1] as string).length) : trimMapped(piece);
  const named = sliceMapped(whole, FROM.exec(whole.text)?.[0].length ?? 0, whole.text.length);
  const aside = BEHIND_BODY.exec(named.text);
  const name = aside && aside.index > 0 ? trimMapped(named, 0, aside.index) : named;
  const text = name.text.replace(/^@\s*/, "");
  const words = text.toLowerCase().split(/[\s/]+/);
  if (ZONE.test(text)) return;
  if (text === "" || /^\?+$/.test(text) || /^[\d\s:.\-–'’]+(?:$|\s|[ap]m\b|min)/.test(text)) return;
  if (ATTENDANCE.test(text)) return;
  if (isRole(text) || isRemark(text)) attendee.roles = [...attendee.roles, name];
  else if (words.some((word) => ROLE_WORDS.has(word)) && words.length > 1 && !/\p{Lu}/u.test(text.slice(1)))
    attendee.roles = [...attendee.roles, name];
  else if (attendee.organisations.length > 0 && isMatter(text)) attendee.roles = [...attendee.roles, name];
  else if (words.length > 1 && words.length < 5 && JOBS.has(words.at(-1) ?? ""))
    attendee.roles = [...attendee.roles, name];
  else if (isInitialsOf(text, attendee.name.text)) attendee.initials = name;
  else if (!/\p{Lu}|\p{Lo}|\d/u.test(text) && words.length > 1) attendee.roles = [...attendee.roles, name];
  else
    attendee.organisations = [
      ...attendee.organisations,
      text === name.text ? name : sliceMapped(name, name.text.length - text.length, name.text.length),
    ];
  if (inner && !COUNTRY.test(inner[2] ?? ""))
    assignOrganisation(
      attendee,
      sliceMapped(piece, piece.text.search(/[([]/) + 1, piece.text.replace(/[)\]]$/, "").length),
    );
}

/** "Lund University (SE)": where that is. */
const COUNTRY = /^\p{Lu}{2}$/u;

/** "Chairing", "ITEM 4 on", "Apologies, voting by proxy": how somebody was there, and with nobody. */
const ATTENDANCE =
  /^(?:chairing|presiding|presenting|scribing|minuting|observing|facilitating|hosting)$|^(?:item|agenda item|topic|point) \d|^(?:apologies|regrets|proxy|voting by)\b/i;

/** "Ember whose microphone fails", "Ember for the first topic", "Ember's loader unit": what is said of the organisation, or a part of it. */
const BEHIND_BODY =
  /\s(?:as well|too|again)$|\s[-–—]\s(?:minutes|notes|scribe|chair|minute taker|note taker|host|remote)$|\s(?:whose|who|which|where|when|until|since|during|because)\s|\sfor\s(?:the|an?|this|items?|topics?|part|parts)\s|['’]s\s[^,;]{1,40}\b(?:unit|team|group|lab|division|department|office)$/;

/** "UTC+3", "JST", "only Wed": when somebody is there. */
const ZONE =
  /^(?:(?:UTC|GMT)(?:\s?[+±-]\s?\d{1,2}(?::?\d\d)?)?|[ECMP][SD]?T|CES?T|EES?T|WES?T|BST|JST|KST|IST|AE[SD]T|NZ[SD]T|MSK|[Oo]nly (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{Ll}*|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{Ll}* only)$/u;

const TITLE = new RegExp(String.raw`^(?:(?:${[...HONORIFICS].join("|")})\.?\s+)+(?=\p{Lu})`, "iu");

/** What a table's column says of somebody. */
export function assignCell(
  attendee: Attendee,
  column: "handle" | "initials" | "organisation" | "role" | "address",
  cell: MappedText,
): void {
  if (column === "handle")
    attendee.handle = sliceMapped(cell, cell.text.startsWith("@") ? 1 : 0, cell.text.length);
  else if (column === "initials") attendee.initials = cell;
  else if (column === "role") attendee.roles = [...attendee.roles, cell];
  else if (column === "address") assignPart(attendee, cell);
  else for (const piece of splitOrganisations(cell)) assignOrganisation(attendee, piece);
}
