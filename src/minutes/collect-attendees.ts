import {
  looksLikeNames,
  looksListed,
  parseAttendeeList,
  parseBareList,
  stripLabel,
} from "./attendee-list.ts";
import { parseAttendeeRun, splitRun } from "./attendee-run.ts";
import { parseAttendeeRows } from "./attendee-table.ts";
import type { InlineMark, MappedText } from "./document.ts";
import { type KnownNames, opensWithGivenName } from "./known-names.ts";
import { sliceMapped, trimMapped } from "./mapped-text.ts";
import { isPersonName, isRole, parseAttendee } from "./parse-attendees.ts";
import type { Attendee, MinutesNode } from "./parsed-minutes.ts";
import { findSectionRole, foldHeading, type SectionRole } from "./section-role.ts";
import { tellsOfGroup } from "./tells-of-group.ts";
import { type Labelled, splitLabel } from "./split-label.ts";
import { splitSentences } from "./split-sentences.ts";
import { walk } from "./walk.ts";

type Status = Attendee["status"];

/** Everybody whom lists, labels and sentences say to have been there, to have been absent, or to hold an office. */
export function collectAttendees(nodes: readonly MinutesNode[], known: KnownNames): Attendee[] {
  return dropNicks(dropShortened(moveHandles(moveInitials(new AttendeeCollector(known).collect(nodes)))));
}

const STATUS: Partial<Record<SectionRole, Status>> = { present: "present", absent: "absent" };

class AttendeeCollector {
  constructor(private readonly known: KnownNames) {}

  collect(nodes: readonly MinutesNode[]): Attendee[] {
    const found: Attendee[] = [];
    const tables = new Map<readonly string[], MinutesNode[]>();
    walk(nodes, (node, ancestors) => {
      const list = node.role && !tellsOfGroup(node) && STATUS[node.role];
      if (list) found.push(...this.readList(node, list));
      else if (node.kind === "section" && INTRODUCTIONS.test(node.content.text))
        found.push(...node.children.flatMap((child) => this.readIntroduction(child) ?? []));
      else if (node.kind === "section" || node.kind === "item" || node.kind === "paragraph") {
        // "who: ann" below a matter: whose that is.
        const isOwner = OWNER.test(node.content.text) && ancestors.some(({ kind }) => kind === "item");
        if (!isOwner) found.push(...this.readInline(node));
      }
      if (node.kind !== "row" || ancestors.some(({ role }) => role !== undefined && role !== "procedure"))
        return;
      const header = node.header ?? [];
      tables.set(header, [...(tables.get(header) ?? []), node]);
    });
    for (const [header, rows] of tables)
      if (isListOfPeople(header)) found.push(...parseAttendeeRows(rows, "present", this.known));
    const isListed = ({ status, group = "" }: Attendee): boolean =>
      status === "present" && !FROM_AFAR.test(group);
    if (!found.some(isListed)) found.push(...this.readSides(nodes));
    if (!found.some(isListed)) found.push(...this.readBareRun(nodes));
    if (!found.some(isListed)) found.push(...this.readBareList(nodes));
    return found;
  }

  /**
   * "Attendees" with its list; a label inside it ("Members:", "Regrets", "Acme:") says more of those under it, or of
   * those behind it.
   */
  private readList(node: MinutesNode, status: Status): Attendee[] {
    const found: Attendee[] = [];
    let part: Part = { status, group: foldHeading(node.content.text), lines: [] };
    for (const child of node.children) {
      const heads = this.readPartHeading(child, part.status);
      if (heads) {
        found.push(...this.readPart(part));
        part = heads;
      } else if (!child.role) part.lines.push(child);
    }
    return [...found, ...this.readPart(part)];
  }

  /** A label on a line of its own, over those that stand behind it. */
  private readPartHeading(node: MinutesNode, status: Status): Part | undefined {
    const { text } = node.content;
    if (node.children.length > 0 || node.kind === "row" || node.kind === "section" || text.length > 80)
      return undefined;
    const role = node.role && (STATUS[node.role] ?? (node.role === "officer" ? "listed" : undefined));
    if (role) return { status: role, group: foldHeading(text), lines: [] };
    if (!/^\p{Lu}[^:,;]{1,58}:$/u.test(text)) return undefined;
    const label = trimMapped(node.content, 0, text.length - 1);
    const isGroup = GROUP_LABEL.test(label.text);
    return { status, group: foldHeading(text), lines: [], ...(isGroup ? {} : { company: label }) };
  }

  private readPart({ status, group, lines, company }: Part): Attendee[] {
    const leaves = lines.filter(
      (line) => line.children.length === 0 && line.kind !== "section" && !this.readInline(line).length,
    );
    const nested = lines.filter(
      ({ kind, children, content }) =>
        kind !== "row" && children.length > 0 && !isPersonName(content.text) && !this.isEntry(content),
    );
    const labelled = leaves.filter(({ content, marks }) => splitLabel(content, marks)?.rest.text);
    const isOffice = OFFICES.test(group);
    const read = leaves.map((line) =>
      this.readGroupLine(line, status, { isOneOfMany: labelled.length > 1, isOffice }),
    );
    // Where most lines have a company in front of its people, all that have a label do: "Oskar Presses: Ann Lee".
    const areCompanies =
      !isOffice && read.filter(Boolean).length * 2 > labelled.length && labelled.length > FEWEST_LABELS;
    const groups = areCompanies
      ? leaves.map((line, at) => read[at] ?? this.readCompanyLine(line, status))
      : read;
    const own = parseAttendeeList(
      [
        ...leaves.filter((_, index) => !groups[index]),
        ...lines.filter((line) => line.children.length > 0 && !nested.includes(line) && !this.isMatter(line)),
      ],
      status,
      this.known,
    );
    return [
      ...withCompany(own, company).map((attendee) => ({ ...attendee, group })),
      ...groups.flatMap((found) => found ?? []),
      ...nested.flatMap((child) => this.readNamedGroup(child, status)),
    ];
  }

  /** "Loader" with what was said of it, below a list that nothing closes. */
  private isMatter({ content, children }: MinutesNode): boolean {
    return (
      /^\p{Lu}\p{Ll}+$/u.test(content.text) &&
      !opensWithGivenName(content.text, this.known) &&
      children.some((child) => /\s\S+\s|[.?!]$/.test(child.content.text))
    );
  }

  /** "Ann Lee, Ember", whatever is set below it. */
  private isEntry({ text }: MappedText): boolean {
    return /^[^:]+$/.test(text) && opensWithGivenName(text, this.known);
  }

  /** "Team members: Ann, Bob", "Acme: Ann, Bob": a group or a company with its people on the same line. */
  private readGroupLine(
    node: MinutesNode,
    status: Status,
    { isOneOfMany, isOffice }: { isOneOfMany: boolean; isOffice: boolean },
  ): Attendee[] | undefined {
    const label = splitLabel(node.content, node.marks);
    if (!label || label.rest.text === "") return undefined;
    const people = parseAttendeeRun(label.rest, status, this.known);
    const isGroup = GROUP_LABEL.test(label.label.text) || isOffice;
    const isPerson = opensWithGivenName(label.label.text, this.known);
    // "Ann Lee (Ember): gate, ladders": what she is here for
    if (!isGroup && (/\([^()]+\)$/.test(label.label.text) || !people.every(isNamed))) return undefined;
    if (people.length === 0 || isPerson || (!isGroup && !isOneOfMany && people.length < 2)) return undefined;
    return isOffice ? people : inGroup(people, label.label);
  }

  /** "Oskar Presses: Ann, Bob", "Basalt (new): Cy", among lines that have a company in front. */
  private readCompanyLine({ content, marks }: MinutesNode, status: Status): Attendee[] | undefined {
    const part = splitLabel(content, marks);
    const people = part ? parseAttendeeRun(part.rest, status, this.known) : [];
    if (!part || people.length === 0 || !people.every(isNamed)) return undefined;
    return inGroup(people, part.label);
  }

  /** A company or a group over its people: "Acme:" and a list of names under it. */
  private readNamedGroup(node: MinutesNode, status: Status): Attendee[] {
    const label = trimMapped(node.content, 0, node.content.text.replace(/\s*:\s*$/, "").length);
    const people =
      node.kind === "section"
        ? this.readList(node, status)
        : parseAttendeeList(node.children, status, this.known);
    // "Silver members", and under it "Ember: Ann Lee": the companies are named below.
    const placed = people.filter(({ organisations }) => organisations.length > 0).length;
    const isGroup = GROUP_LABEL.test(label.text) || placed * 2 > people.length;
    return withCompany(people, isGroup ? undefined : label);
  }

  /** "Present: Ann, Bob", "Scribe: Ann", "here: Ann, Bob | out: Cy", "(chair: Ann; scribe: Bob)", "Notes by Ann". */
  private readInline(node: MinutesNode): Attendee[] {
    const content = dropDeleted(node.content, node.marks);
    const { text } = content;
    if (text.length > 4000) return [];
    if (text.startsWith("(") && text.endsWith(")"))
      return splitLabels(sliceMapped(content, 1, text.length - 1), []).flatMap((part) =>
        findSectionRole(part.label.text) === "officer" ? this.readLabelled(part, []) : [],
      );
    const prose = this.readAttendance(content);
    if (prose.length > 0) return prose;
    const parts = splitLabels(content, content === node.content ? node.marks : []);
    const found = parts.flatMap((part) =>
      part.rest.text === "" && !node.children.length ? [] : this.readLabelled(part, node.children),
    );
    return found.length > 0 || parts.length > 0 ? found : this.readTaker(content);
  }

  private readLabelled({ label, rest }: Labelled, children: readonly MinutesNode[]): Attendee[] {
    const role = findSectionRole(label.text);
    const group = foldHeading(label.text);
    const isTaker = this.isTaker(label.text, rest);
    const run = stripFullStop(isTaker ? firstSentence(rest) : dropSentences(rest));
    if (role === "officer" || isTaker) {
      const runs = run.text ? [run] : children.map((child) => child.content);
      return runs
        .flatMap((each) => parseAttendeeRun(each, "listed", this.known))
        .map((attendee) => ({ ...attendee, office: group }));
    }
    const status = role && STATUS[role];
    if (!status || run.text === "") return [];
    const guest = /^guest$/i.test(label.text) ? parseAttendee(run, status, this.known) : undefined;
    const found = guest ? [guest] : parseAttendeeRun(run, status, this.known);
    return found.map((attendee) => ({ ...attendee, group }));
  }

  /** "Minutes: Ann Lee": who takes them, and not what they say. */
  private isTaker(label: string, run: MappedText): boolean {
    return (
      /^(?:minutes|notes|summary|recap)$/i.test(label) &&
      run.text.length < 200 &&
      this.areTakers(splitRun(run))
    );
  }

  private areTakers(names: readonly MappedText[]): boolean {
    return (
      names.some(({ text }) => opensWithGivenName(text, this.known)) &&
      names.every(({ text }) => isPersonName(text))
    );
  }

  /** "Minutes taken by Ann Lee", "Rough notes by Ann L., corrections welcome", "Respectfully submitted, Ann Lee". */
  private readTaker(content: MappedText): Attendee[] {
    const match = TAKEN_BY.exec(content.text.slice(0, 400));
    const names = match?.[1];
    if (!match || names === undefined) return [];
    const start = match.index + match[0].length - names.length;
    return parseAttendeeRun(sliceMapped(content, start, start + names.length), "listed", this.known)
      .filter(({ name }) => /\s/.test(name.text) || opensWithGivenName(name.text, this.known))
      .map((attendee) => ({ ...attendee, office: "minute taker" }));
  }

  /**
   * "The following members were present: Ann Lee, Bob Roth, and Cy Day. Also in attendance were Dee Fox (Secretary)."
   * Each sentence is a list of its own.
   */
  private readAttendance(content: MappedText): Attendee[] {
    if (!BEING.test(content.text) || !ATTENDANCE.test(content.text)) return [];
    return splitSentences(content.text).flatMap(({ start, end }) => {
      const lead = ATTENDANCE.exec(content.text.slice(start, end));
      if (!lead) return [];
      const status = /\b(?:absent|regrets|apologies)\b/i.test(lead[0]) ? "absent" : "present";
      const run = stripFullStop(trimMapped(content, start + lead.index + lead[0].length, end));
      return parseAttendeeRun(run, status, this.known).filter(
        ({ name }) => /\s/.test(name.text) || opensWithGivenName(name.text, this.known),
      );
    });
  }

  /** "alee: Ann Lee, Ember, I do the gate" where all say who they are. */
  private readIntroduction({ kind, speaker, content, marks }: MinutesNode): Attendee | undefined {
    const label = speaker ? undefined : splitLabel(content, marks);
    const nick = speaker ?? label?.label;
    const words = label?.rest ?? content;
    if (!nick || (kind !== "message" && !label) || words.text.length > 200) return undefined;
    const entry = stripFullStop(firstSentence(words));
    const found = parseAttendee(entry, "present", this.known);
    if (!found || !/\s/.test(found.name.text) || !opensWithGivenName(found.name.text, this.known))
      return undefined;
    // "Host: Ann Lee (Ember)"
    if (nick.text[0]?.toLowerCase() !== found.name.text[0]?.toLowerCase()) return found;
    return found.name.text === nick.text || found.handle ? found : { ...found, handle: nick };
  }

  /** "core: Ann, Bob" and "Ember: Cy, Dee" at the top, beside "regrets: Oda": who sat on which side. */
  private readSides(nodes: readonly MinutesNode[]): Attendee[] {
    const end = nodes.findIndex(({ kind }) => kind !== "paragraph");
    const lines = nodes
      .slice(0, Math.min(end < 0 ? nodes.length : end, NEAR_THE_TOP))
      .flatMap(({ content, marks }) => {
        const part = splitLabel(content, marks);
        return part && part.rest.text !== "" ? [part] : [];
      });
    if (!lines.some(({ label }) => OF_PEOPLE.has(findSectionRole(label.text) ?? ""))) return [];
    return lines.flatMap(({ label, rest }) => {
      const names = splitRun(rest).map(({ text }) => text.replace(/\s*\([^()]*\)$/, ""));
      const isRun =
        names.length > 1 &&
        names.every((name) => isPersonName(name) && /^(?:\p{Lu}|[a-z][\w-]{1,11}$)/u.test(name));
      if (!isRun || findSectionRole(label.text)) return [];
      return inGroup(parseAttendeeRun(rest, "present", this.known), label);
    });
  }

  private readBareRun(nodes: readonly MinutesNode[]): Attendee[] {
    let found: Attendee[] = [];
    walk(nodes, (node) => {
      if (found.length || node.kind !== "paragraph" || !looksLikeNames(node.content)) return;
      found = parseAttendeeList([node], "present", this.known);
    });
    return found;
  }

  /** Neighbouring lines at the top of the minutes that only a list of attendees looks like. */
  private readBareList(nodes: readonly MinutesNode[]): Attendee[] {
    let lines: MappedText[] = [];
    for (const { kind, content } of [...nodes.slice(0, MOST_ABOVE), END]) {
      if ((kind === "paragraph" || kind === "item") && looksListed(content)) lines.push(content);
      else {
        const found = parseBareList(lines, "present", this.known);
        if (found.length > 0) return found;
        lines = [];
      }
    }
    return [];
  }
}

/** More than so many labelled lines are a list. */
const FEWEST_LABELS = 2;

const INTRODUCTIONS = /^\W*(?:round of |self[- ]?)?(?:introductions?|intros?)\b/i;

const OWNER = /^who\s*:/i;

/** Who came is told among so many first lines. */
const NEAR_THE_TOP = 15;

/** A list without a label stands among so many first lines. */
const MOST_ABOVE = 60;
const END: Pick<MinutesNode, "kind" | "content"> = { kind: "section", content: { text: "", runs: [] } };

/** "On the phone: Cy", below those who are in the room */
const FROM_AFAR = /\b(?:phone|telephone|zoom|teams|webex|skype|remote|remotely|online|virtual|bridge)\b/;

/** Some lines of a list, with what the label over them says. */
interface Part {
  status: Status;
  group: string;
  company?: MappedText;
  lines: MinutesNode[];
}

const withCompany = (people: readonly Attendee[], company: MappedText | undefined): Attendee[] =>
  people.map((attendee) => ({
    ...attendee,
    organisations:
      attendee.organisations.length > 0 || !company ? attendee.organisations : [stripFor(company)],
  }));

/** The people behind a label: of a company that it names, or of a group. */
const inGroup = (people: readonly Attendee[], label: MappedText): Attendee[] =>
  withCompany(people, GROUP_LABEL.test(label.text) || isRole(label.text) ? undefined : stripLabel(label)).map(
    (found) => ({
      ...found,
      group: foldHeading(label.text),
    }),
  );

/** "For the University of Weimar:", "From Acme:" */
const stripFor = (label: MappedText): MappedText =>
  sliceMapped(
    label,
    /^(?:(?:for|from|of|representing)\s+)?(?:the\s+)?(?=\p{Lu})/iu.exec(label.text)?.[0].length ?? 0,
    label.text.length,
  );

const isNamed = ({ name }: Attendee): boolean => /^@|\p{Lu}|\p{Lo}|[\d_.-]/u.test(name.text);

/** Under "Officers", "Security: Ann" is what she is for, and no company. */
const OFFICES = /\b(?:officers|leads|roles|offices|delegates)\b/;

const GROUP_LABEL =
  /\b(?:members?|others?|guests?|visitors?|staff|team|remote|online|onsite|on site|in person|phone|zoom|attendees?|present|participants?|observers?|maintainers?|committers?|directors?|officers?|people|everyone|core)\b/i;

/** A name of one to four words, and further ones behind "and". */
const TAKEN_BY =
  /(?:\b(?:[Mm]inutes|[Nn]otes|[Ss]ummary|[Rr]ecap)\s(?:(?:were|was)\s)?(?:(?:taken|recorded|written|compiled|scribed|prepared|submitted)(?:\sup)?\s)?by:?|^(?:[Tt]aken|[Rr]ecorded|[Ww]ritten up|[Cc]ompiled|[Ss]cribed|[Pp]repared|[Mm]inuted)\sby:?|\b[Rr]espectfully submitted,?(?: by)?)\s(\p{Lu}[\p{L}\p{M}'’-]*\.?(?:\s\p{Lu}[\p{L}\p{M}'’-]*\.?){0,3}(?:(?:,|\s?and|\s?&)\s\p{Lu}[\p{L}\p{M}'’-]*\.?(?:\s\p{Lu}[\p{L}\p{M}'’-]*\.?){0,3}){0,3})/u;

const BEING = /were|was|are/iu;
const ATTENDANCE =
  /\b(?:(?:were|was|are) (?:also )?(?:present|in attendance|absent)(?: at the (?:meeting|call))?\s*:|(?:present|in attendance|attending|absent|on the call|on the phone|at the meeting|in the room)(?: at the (?:meeting|call))? (?:were|was|are):?)\s+(?=\p{Lu})/iu;

const OF_PEOPLE: ReadonlySet<string> = new Set(["present", "absent", "officer", "date"]);

/** The labels of one line with what follows each: "Chair: Ann; Scribe: Bob", "here: Ann, Bob | out: Cy", "Present+ Ann". */
function splitLabels(content: MappedText, marks: readonly InlineMark[]): Labelled[] {
  const first = splitLabel(content, marks) ?? splitPresent(content);
  if (!first) return [];
  const { text } = first.rest;
  const parts: Labelled[] = [];
  let label = first.label;
  let from = 0;
  for (const match of text.includes(":") ? text.matchAll(NEXT_LABEL) : []) {
    const name = match[1] as string;
    if (!OF_PEOPLE.has(findSectionRole(name) ?? "")) continue;
    parts.push({ label, rest: trimMapped(first.rest, from, match.index) });
    const start = match.index + match[0].indexOf(name);
    label = trimMapped(first.rest, start, start + name.length);
    from = match.index + match[0].length;
  }
  return [...parts, { label, rest: trimMapped(first.rest, from) }];
}

const NEXT_LABEL =
  /(?:[|;,·•./)]|\s\s|\s[-–—])\s*(\p{L}[\p{L}'’-]{1,20}(?:[ -][\p{L}'’()-]{1,20}){0,3}):\s/gu;

/** "Attended by Ann, Bob" and IRC's "Present+ Ann". */
function splitPresent(content: MappedText): Labelled | undefined {
  const match = /^(present\s*\+|regrets\s*\+|(?:attended|joined) by|in attendance)\s*:?\s+/i.exec(
    content.text,
  );
  if (!match) return undefined;
  const label = trimMapped(content, 0, (match[1] as string).replace(/\s*\+$/, "").length);
  return {
    label: /^joined|^attended/i.test(label.text) ? trimMapped(content, 0, 8) : label,
    rest: trimMapped(content, match[0].length),
  };
}

/** The content without what is struck through: "Scribe: ~~Ann~~ Bob". */
function dropDeleted(content: MappedText, marks: readonly InlineMark[]): MappedText {
  const deleted = marks.filter(({ kind }) => kind === "deleted");
  if (deleted.length === 0) return content;
  let kept: MappedText = { text: "", runs: [] };
  let from = 0;
  for (const { start, end } of [...deleted, { start: content.text.length, end: content.text.length }]) {
    const piece = sliceMapped(content, from, Math.max(from, start));
    const at = kept.text.length;
    kept = {
      text: kept.text + piece.text,
      runs: [...kept.runs, ...piece.runs.map((run) => ({ ...run, at: run.at + at }))],
    };
    from = Math.max(from, end);
  }
  return trimMapped(kept);
}

function firstSentence(content: MappedText): MappedText {
  const [first] = splitSentences(content.text);
  return first ? trimMapped(content, first.start, first.end) : content;
}

/** "Ann (Ember), and Bob. Chaired by Ann, minutes by Bob.": the list ends where a sentence does. */
function dropSentences(content: MappedText): MappedText {
  const end =
    /(?:\p{Ll}{3}|\))(?<!\b(?:Inc|Ltd|Corp|Univ|Inst|Dept|Prof|Asst))\.\s+(?=\p{Lu}\p{Ll}+\s\p{Ll})/u.exec(
      content.text,
    );
  return end ? trimMapped(content, 0, content.text.indexOf(".", end.index)) : content;
}

function stripFullStop(content: MappedText): MappedText {
  return /[^.\s]{2}\.$/.test(content.text) ? sliceMapped(content, 0, content.text.length - 1) : content;
}

/** Whether a table's header is that of a list of people. */
function isListOfPeople(header: readonly string[]): boolean {
  return (
    header.some((cell) =>
      /name|attendee|participant|\bpresent\b|member|person|representative|^\s*who\s*$/i.test(cell),
    ) &&
    header.some((cell) =>
      /organi|company|affil|abbrev|initial|handle|employer|github|^\s*(?:where )?from\W*$|^\s*(?:here|present)\s*\?|^\s*attend/i.test(
        cell,
      ),
    )
  );
}

/** "alee", and "Ann Lee @alee" once she has said who she is: one of them is enough. */
function dropNicks(attendees: Attendee[]): Attendee[] {
  const handles = new Set(
    attendees.flatMap(({ handle, status }) => (handle && status === "present" ? [handle.text] : [])),
  );
  return attendees.filter(
    ({ name, handle, organisations }) => handle || organisations.length > 0 || !handles.has(name.text),
  );
}

/** "Respectfully submitted, A. Lee", where one Ann Lee is listed: she is nobody else. */
function dropShortened(attendees: Attendee[]): Attendee[] {
  const shortened = attendees.filter(({ name }) => SHORTENED.test(name.text));
  if (shortened.length === 0) return attendees;
  const meant = new Set(
    shortened.filter(({ name: { text } }) => {
      const [initial = "", surname = ""] = [text[0], text.split(" ").at(-1)];
      const bearers = attendees.filter(
        ({ name }) =>
          name.text.startsWith(initial) && name.text.endsWith(` ${surname}`) && !SHORTENED.test(name.text),
      );
      return new Set(bearers.map(({ name }) => name.text)).size === 1;
    }),
  );
  return attendees.filter((attendee) => !meant.has(attendee) || attendee.organisations.length > 0);
}

const SHORTENED = /^\p{Lu}\.? \p{Lu}[\p{L}'’-]+$/u;

/** What is one attendee's initials in the list is no organisation of the same initials elsewhere: "Scribe: Ann Lee (ALX)". */
function moveInitials(attendees: Attendee[]): Attendee[] {
  const initials = new Set(attendees.flatMap((attendee) => attendee.initials?.text ?? []));
  if (initials.size === 0) return attendees;
  return attendees.map((attendee) => {
    const organisations = attendee.organisations.filter(({ text }) => !initials.has(text));
    const own = attendee.organisations.find(({ text }) => initials.has(text));
    return own ? { ...attendee, organisations, initials: attendee.initials ?? own } : attendee;
  });
}

/** Where the brackets of a list mostly hold words in small letters, these are nicks, and no organisations. */
function moveHandles(attendees: Attendee[]): Attendee[] {
  const isNick = (text: string): boolean => /^[a-z][a-z0-9_.|-]*$/.test(text);
  const nicked = attendees.filter(
    ({ handle, organisations }) => handle ?? organisations.some(({ text }) => isNick(text)),
  );
  const plain = attendees.filter(({ organisations }) => organisations.some(({ text }) => !isNick(text)));
  if (nicked.length < FEWEST_NICKS || nicked.length <= plain.length) return attendees;
  return attendees.map((attendee) => {
    const own = attendee.organisations.find(({ text }) => isNick(text));
    if (!own || attendee.handle) return attendee;
    const organisations = attendee.organisations.filter((organisation) => organisation !== own);
    return { ...attendee, organisations, handle: own };
  });
}

/** So many of one list are no accident. */
const FEWEST_NICKS = 3;
