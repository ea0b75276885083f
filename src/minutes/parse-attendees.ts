import type { MappedText } from "./document.ts";
import { sliceMapped, trimMapped } from "./mapped-text.ts";
import type { Attendee, MinutesNode } from "./parsed-minutes.ts";

const ROLE_WORDS = new Set(
  "chair co-chair cochair chairman chairperson vice-chair scribe secretary observer observers guest member members voting non-voting host cohost co-host moderator facilitator notetaker note-taker minutes minute-taker presenter speaker editor co-editor lead leader organizer organiser remote remotely phone online virtual zoom in-person onsite on-site partial late left early joined part-time first half second second-half first-half invited expert maintainer committer emeritus liaison proxy alternate director president treasurer vice intern mentor mentee student staff contractor self independent individual unaffiliated none n/a unknown he/him she/her they/them he him she her they them present absent regrets excused irc via until from after pm am utc tentative optional new user volunteer community manager ex-officio officer pmc sick ill vacation holiday travelling traveling away leave pto ooo driving listening muted qa pm po dev devs ux ui hr ops sre devops legal marketing sales finance product design engineering infra frontend backend".split(
    " ",
  ),
);
/** "Event Coordinator": what somebody does, and nobody's organisation. */
const JOBS = new Set(
  "coordinator manager officer director president treasurer secretary engineer developer lead chair counsel administrator assistant representative liaison architect advocate editor maintainer scientist".split(
    " ",
  ),
);
const BODY_ROLES = new Set("tsc tc sc pmc ctc wg board committee council".split(" "));
const PARTICLES = new Set(
  "van von der den de da di du del della la le el al bin ibn ter ten dos das af av y e zu zur st".split(" "),
);
const NOT_NAMES = new Set(
  "none nobody n/a tbd tba all everyone everybody others various unknown and or the a an no etc name names attendees present regrets members visitors guests company organization organisation affiliation quorum yes apologies agenda minutes notes action actions see list total video recording meeting zoom date time chair scribe us we i you it this that there".split(
    " ",
  ),
);

/** Whether the text can be somebody's name: one to five capitalised words, initials and particles, or one handle. */
export function isPersonName(text: string): boolean {
  const name = text.trim();
  if (name.length < 1 || name.length > 60 || /[:;,!?=<>{}\\/|"“”#&*]/.test(name) || /\d{3,}/.test(name))
    return false;
  const words = name.split(/\s+/);
  if (words.length > 5 || NOT_NAMES.has(name.toLowerCase())) return false;
  if (words.length === 1) return isSingleName(name);
  if (NOT_NAMES.has((words[0] as string).toLowerCase())) return false;
  const plain = words.filter((word) => !/^["'(]?[\p{Lu}\p{Lo}]/u.test(word));
  return (
    words.every(isNameWord) &&
    plain.length < words.length &&
    plain.every((word) => PARTICLES.has(word.toLowerCase()))
  );
}

const isNameWord = (word: string): boolean =>
  /^["'(]?[\p{Lu}\p{Lo}][\p{L}\p{M}'’.\-)"]*$/u.test(word) ||
  PARTICLES.has(word.toLowerCase()) ||
  /^\p{Ll}[\p{L}'’-]+$/u.test(word);

const isSingleName = (name: string): boolean =>
  /^@?[\p{L}_][\p{L}\p{M}\p{N}_'’.\-[\]^`]*$/u.test(name) && !/^\d/.test(name) && !name.endsWith(".");

/**
 * Reads one entry of an attendee list.
 *
 * Reads the general habits of list-keepers: `Name (Org)`, `Name, Org (Role)`, `Name - Org (INI)`, `Name @handle (Role)`,
 * `Name [Org]`, `Name from Org`, two organisations in one bracket, a mail address, `(?)`.
 * @returns undefined where the entry names nobody
 */
export function parseAttendee(entry: MappedText, status: Attendee["status"]): Attendee | undefined {
  const whole = trimMapped(stripLead(entry));
  const parts = splitParts(whole);
  const bare = stripName(parts.name);
  const name = sliceMapped(bare, TITLE.exec(bare.text)?.[0].length ?? 0, bare.text.length);
  const found: Attendee = { name, status, organisations: [], roles: [], entry: whole };
  if (/^@/.test(name.text)) found.handle = sliceMapped(name, 1, name.text.length);
  for (const part of parts.rest) assignPart(found, part);
  return isPersonName(found.name.text.replace(/^@/, "")) ? found : undefined;
}

function stripLead(entry: MappedText): MappedText {
  const lead = /^(?:\s|[-*•+·○●☑✓✔]\s|\[[ xX✓]?\]\s*|\d{1,3}[.)]\s+|and\s+|&\s+)+/.exec(entry.text);
  return lead ? sliceMapped(entry, lead[0].length, entry.text.length) : entry;
}

function stripName(name: MappedText): MappedText {
  const trimmed = trimMapped(name);
  const tail = /[\s,;:.–—-]+$/.exec(trimmed.text);
  const keepsInitial = tail !== null && /\s\p{Lu}\.$/u.test(trimmed.text);
  return tail && !keepsInitial ? sliceMapped(trimmed, 0, tail.index) : trimmed;
}

interface Parts {
  name: MappedText;
  rest: MappedText[];
}

const TAIL =
  /\s+[-–—|/]+\s+|\s*[,:;|\t]\s*|\s+(?:from|at|with|representing|for)\s+(?=\p{Lu})|(?<!\b(?:Ministry|University|Institute|Department|Bureau|Office|Academy|College|School|Bank|Board|Agency))\s+of\s+(?=\p{Lu})|\s+@\s+/u;

function splitParts(entry: MappedText): Parts {
  const rest: MappedText[] = [];
  const { text } = entry;
  let bare = "";
  let depth = 0;
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if ((c === "(" || c === "[" || c === "<") && depth++ === 0) open = i + 1;
    else if ((c === ")" || c === "]" || c === ">") && depth > 0 && --depth === 0)
      rest.push(trimMapped(entry, open, i));
    bare += depth > 0 || c === ")" || c === "]" || c === ">" ? "\u0000" : c;
  }
  const parts: MappedText[] = [];
  let from = 0;
  while (from <= bare.length) {
    const match = TAIL.exec(bare.slice(from));
    const to = match ? from + match.index : bare.length;
    pushBare(parts, entry, bare, from, to);
    if (!match) break;
    from = to + Math.max(match[0].length, 1);
  }
  return { name: parts[0] ?? sliceMapped(entry, 0, 0), rest: [...parts.slice(1), ...rest] };
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
  const text = part.text.replace(/^[\s,]+|[\s,]+$/g, "");
  if (text === "" || /^[?\s-]+$/.test(text)) return;
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) attendee.address = part;
  else if (/^@[\w-]+$/.test(text))
    attendee.handle = sliceMapped(part, part.text.indexOf("@") + 1, part.text.length);
  else if (/^(?:irc|nick|github|gh|slack)\s*[:=]\s*@?[\w-]+$/i.test(text))
    attendee.handle = trimMapped(part, part.text.search(/[\w-]+$/));
  else if (isInitialsOf(text, attendee.name.text)) attendee.initials = part;
  else for (const piece of splitOrganisations(part)) assignOrganisation(attendee, piece);
}

/** "TC", "TCH" or "STH" for "Tom Charles Holt": capitals that come in this order in the name. */
export function isInitialsOf(text: string, name: string): boolean {
  if (!/^\p{Lu}[\p{Lu}\p{Ll}]{1,4}$/u.test(text) || !/^\p{Lu}{2,5}$/u.test(text)) return false;
  const letters = name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z]/g, "");
  const capitals = name.normalize("NFKD").match(/\p{Lu}/gu) ?? [];
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
  for (const match of part.text.matchAll(/\s*[,;/&+|]\s*|\s+and\s+/g)) {
    pieces.push(trimMapped(part, from, match.index));
    from = match.index + match[0].length;
  }
  pieces.push(trimMapped(part, from));
  return pieces.filter((piece) => piece.text !== "");
}

function assignOrganisation(attendee: Attendee, piece: MappedText): void {
  const staff = /^(\p{Lu}\S*(?: \p{Lu}\S*)*) staff$/u.exec(piece.text);
  if (staff) return assignOrganisation(attendee, trimMapped(piece, 0, (staff[1] as string).length));
  const inner = /^([^([]+)[([](.+?)[)\]]?$/.exec(piece.text);
  const name = inner ? trimMapped(piece, 0, (inner[1] as string).length) : trimMapped(piece);
  const text = name.text.replace(/^@\s*/, "");
  const words = text.toLowerCase().split(/[\s/]+/);
  if (text === "" || /^\?+$/.test(text) || /^[\d\s:.\-–]+/.test(text)) return;
  if (words.every((word) => ROLE_WORDS.has(word) || BODY_ROLES.has(word)))
    attendee.roles = [...attendee.roles, name];
  else if (words.some((word) => ROLE_WORDS.has(word)) && words.length > 1 && !/\p{Lu}/u.test(text.slice(1)))
    attendee.roles = [...attendee.roles, name];
  else if (words.length > 1 && words.length < 5 && JOBS.has(words.at(-1) ?? ""))
    attendee.roles = [...attendee.roles, name];
  else if (isInitialsOf(text, attendee.name.text)) attendee.initials = name;
  else if (!/\p{Lu}|\p{Lo}|\d/u.test(text) && words.length > 1) attendee.roles = [...attendee.roles, name];
  else
    attendee.organisations = [
      ...attendee.organisations,
      text === name.text ? name : sliceMapped(name, name.text.length - text.length, name.text.length),
    ];
  if (inner)
    assignOrganisation(
      attendee,
      sliceMapped(piece, piece.text.search(/[([]/) + 1, piece.text.replace(/[)\]]$/, "").length),
    );
}

/** The entries of a run: split at commas and semicolons outside of brackets, and at a last "and". */
export function splitRun(run: MappedText): MappedText[] {
  const entries: MappedText[] = [];
  let depth = 0;
  let from = 0;
  const { text } = run;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === "(" || c === "[" || c === "<") depth++;
    else if (c === ")" || c === "]" || c === ">") depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const length =
      c === "," || c === ";"
        ? 1
        : / (?:and|&) /y.test(text.slice(i, i + 5)) && /^ (?:and|&) /.test(text.slice(i))
          ? text.slice(i + 1).indexOf(" ") + 2
          : 0;
    if (length === 0) continue;
    entries.push(trimMapped(run, from, i));
    // "Ann, Bob, and Cy"
    const joint = /^\s+(?:and|&)\s/.exec(text.slice(i + length, i + length + 8));
    from = i + length + (joint && length === 1 ? joint[0].length : 0);
    i = from - 1;
  }
  entries.push(trimMapped(run, from));
  return entries.filter((entry) => entry.text !== "");
}

const BODY =
  /^(?:ministry|university|institute|department|bureau|office|academy|college|school|agency|tu|eth)\b|\b(?:inc|ltd|llc|gmbh|corp|corporation|foundation|university|institute|systems|labs?|technologies|software|electronics|ministry|association|consortium|council|networks|semiconductors?|bank)\.?$/i;

/** In "Ann Lee, Ember Foundation, Bob Ray" the organisation belongs to who stands before it. */
export function joinBodies(entries: readonly MappedText[], run: MappedText): MappedText[] {
  const joined: MappedText[] = [];
  let at = 0;
  let start = 0;
  for (const entry of entries) {
    const from = run.text.indexOf(entry.text, at);
    at = from + entry.text.length;
    if (joined.length > 0 && BODY.test(entry.text)) joined[joined.length - 1] = sliceMapped(run, start, at);
    else {
      joined.push(entry);
      start = from;
    }
  }
  return joined;
}

const TITLE = /^(?:(?:mr|mrs|ms|mx|dr|prof|professor|sir)\.?\s+)+(?=\p{Lu})/iu;

const COLUMNS: readonly [keyof Columns, RegExp][] = [
  ["handle", /handle|github|\birc\b|nick|username|\bid\b|account/i],
  ["initials", /initials?|abbrev|acronym|short|delegate code/i],
  [
    "organisation",
    /organi[sz]ation|company|affiliation|employer|\borg\b|member company|representing|institution/i,
  ],
  ["role", /role|title|position|status|present\?|present\s|attended/i],
  ["name", /name|attendee|participant|who|person|delegate|member|^present$/i],
];

interface Columns {
  name: number;
  handle: number;
  initials: number;
  organisation: number;
  role: number;
}

/** Finds what each column of an attendee table holds from its header; undefined where it names nobody. */
export function findColumns(header: readonly string[]): Columns | undefined {
  const columns: Columns = { name: -1, handle: -1, initials: -1, organisation: -1, role: -1 };
  header.forEach((cell, index) => {
    const hit = COLUMNS.find(([key, pattern]) => columns[key] < 0 && pattern.test(cell));
    if (hit) columns[hit[0]] = index;
  });
  if (columns.name < 0 && columns.handle < 0) return undefined;
  if (columns.name < 0) columns.name = columns.handle;
  return columns;
}

export function parseAttendeeRow(row: MinutesNode, status: Attendee["status"]): Attendee | undefined {
  const columns = findColumns(row.header ?? []);
  const cells = row.cells ?? [];
  const name = columns && cells[columns.name];
  if (!columns || !name) return undefined;
  const attendee = parseAttendee(name, status);
  if (!attendee) return undefined;
  const handle = cells[columns.handle];
  const initials = cells[columns.initials];
  const organisation = cells[columns.organisation];
  const role = cells[columns.role];
  if (handle && handle !== name && handle.text.trim()) attendee.handle = trimHandle(handle);
  if (initials?.text.trim()) attendee.initials = trimMapped(initials);
  if (organisation?.text.trim())
    for (const piece of splitOrganisations(organisation)) assignOrganisation(attendee, piece);
  if (role?.text.trim()) attendee.roles = [...attendee.roles, trimMapped(role)];
  return attendee;
}

function trimHandle(cell: MappedText): MappedText {
  const trimmed = trimMapped(cell);
  return trimmed.text.startsWith("@") ? sliceMapped(trimmed, 1, trimmed.text.length) : trimmed;
}

/** Whether what stands behind the commas belongs to the name before them, as in "Ann Lee, Acme". */
function isOneEntryPerLine(lines: readonly MinutesNode[]): boolean {
  const parts = lines.map(({ content }) => splitRun(content));
  const listed = parts.filter((entries) => entries.length > 1);
  if (lines.length < 2 || listed.some((entries) => entries.length > 3)) return false;
  if (listed.length >= lines.length * 0.6) return true;
  // Where every item has its own person, a comma does not begin another.
  const isList = lines.length >= 4 && lines.every(({ kind }) => kind === "item");
  if (isList && listed.length * 2 <= lines.length && listed.every((entries) => entries.length === 2))
    return true;
  const attached = listed.filter(
    ([, second]) => second && (!/\s/.test(second.text.replace(/\s*[([].*$/, "")) || BODY.test(second.text)),
  );
  return attached.length > 0 && attached.length >= listed.length * 0.5;
}

const hasBracket = ({ text }: MappedText): boolean => /^\p{Lu}[^()[\]]*[([][^()[\]]+[)\]]$/u.test(text);

/** Reads the attendees that stand under one label: one per line, several per line, or rows of a table. */
export function parseAttendeeList(lines: readonly MinutesNode[], status: Attendee["status"]): Attendee[] {
  const entryPerLine = isOneEntryPerLine(lines);
  return lines.flatMap((line) => {
    if (line.kind === "row") return [parseAttendeeRow(line, status)].filter((found) => found !== undefined);
    const isRun = splitRun(line.content).length > 1 && splitRun(line.content).every(hasBracket);
    const entries =
      entryPerLine && !isRun && splitRun(line.content).length <= 3
        ? [line.content]
        : joinBodies(splitRun(line.content), line.content);
    return entries.map((entry) => parseAttendee(entry, status)).filter((found) => found !== undefined);
  });
}
