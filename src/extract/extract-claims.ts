import type { MappedText } from "../minutes/document.ts";
import { sliceMapped, trimMapped } from "../minutes/mapped-text.ts";
import { isPersonName, parseAttendee } from "../minutes/parse-attendees.ts";
import { findDate } from "../minutes/parse-meeting-title.ts";
import { walk } from "../minutes/parse-minutes.ts";
import type { Attendee, MinutesNode, ParsedMinutes } from "../minutes/parsed-minutes.ts";
import { findSectionRole, foldHeading } from "../minutes/section-role.ts";
import { splitSentences } from "../minutes/split-sentences.ts";
import { type Labelled, splitLabel } from "../minutes/split-label.ts";
import type { Gazetteer } from "../model/gazetteer.ts";
import { annotate, type Lexicon } from "./annotate.ts";
import { buildLexicon } from "./build-lexicon.ts";
import { type Context, createThread, type Mode } from "./context.ts";
import { Extraction, lineSpan } from "./extraction.ts";
import type { Claim, Mention } from "./mention.ts";
import { findNounPhrases } from "./noun-phrases.ts";
import { findPredicates } from "./predicates.ts";
import { headingTopic, type NamedRange, readAgents, readHeading } from "./read-heading.ts";
import { readStatement } from "./read-statement.ts";
import { tagTokens } from "./tag.ts";
import { foldCase, type Token, tokenize } from "./tokens.ts";
import { trimTopicName } from "./topic-name.ts";
import { WORK_VERBS } from "./verbs.ts";
import { findVerb, isOrdinaryWord, isTemporal } from "./vocabulary.ts";

/** All that one document says: the meeting, who and what is named, and the claims between them. */
export interface ExtractedMinutes {
  meeting: Mention;
  mentions: Mention[];
  claims: Claim[];
  /** The mention of every attendee's name, in the order of the list. */
  attendees: { attendee: Attendee; mention: Mention }[];
}

/** Reads parsed minutes into mentions and claims. Linear in the document's length. */
export function extractClaims(minutes: ParsedMinutes, gazetteer: Gazetteer): ExtractedMinutes {
  const lexicon = buildLexicon(minutes, gazetteer);
  const into = new Extraction();
  const meeting = mentionMeeting(minutes, into);
  into.meeting = meeting;
  const reader = new MinutesReader(minutes, lexicon, into, meeting);
  const attendees = reader.readAttendees();
  mentionCorrespondents(minutes, into);
  reader.readNodes(minutes.nodes, {
    mode: "discussion",
    owners: [],
    owned: false,
    depth: 0,
    thread: createThread(),
  });
  return { meeting, mentions: into.mentions, claims: into.claims, attendees };
}

function mentionMeeting({ title, titleContent, document }: ParsedMinutes, into: Extraction): Mention {
  const content = titleContent ?? {
    text: document.text.slice(0, 1),
    runs: [{ at: 0, start: 0, length: Math.min(1, document.text.length) }],
  };
  return into.mention("meeting", content, { start: 0, end: content.text.length }, "title", title);
}

/** Who wrote the minutes, and whom they quote: people named in the document's text, too. */
function mentionCorrespondents({ document }: ParsedMinutes, into: Extraction): void {
  const { author, text, blocks } = document;
  const at = author && isPersonName(author.name) ? text.indexOf(author.name) : -1;
  if (author && at >= 0) {
    const length = author.name.length;
    const content = { text: author.name, runs: [{ at: 0, start: at, length }] };
    into.mention("person", content, { start: 0, end: length }, "author");
  }
  for (const { quoted, speaker: quotee } of blocks)
    if (quoted && quotee && isPersonName(quotee.text))
      into.mention("person", quotee, { start: 0, end: quotee.text.length }, "attribution");
}

const ACTION_LABEL =
  /^(?:new |next )?(?:action(?: item| point| required)?s?|ai|ap|ar|todo|to-do|to do|task|follow[- ]?up)(?:\s*#?\d[\d./-]*)?\s*(?:[([]([^)\]]{1,60})[)\]])?$/i;
/** "AR Ann:", "Action on Ann:" */
const ACTION_ON = /^(?:action(?: item| point)?|ai|ap|ar|todo)(?:\s+(?:on|for|to))?\s+(?=\S)/i;
/** "[AI] Ann to write it", "ACTION - Ann to write it", "AR Ann to write it": an action without a colon. */
const ACTION_LEAD =
  /^(?:\[(?:action(?: item)?|ai|ap|ar|todo)\](?!\()|(?:ACTION|Action|AI|AP|AR|TODO)\s+[-–—]{1,2}(?=\s)|(?:ACTION|AP|AR|TODO)(?=\s+\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*)?\s+to\s))\s*:?\s*/u;
const DECISION_LABEL =
  /^(?:resolved|resolution|decision|decided|agreed|agreement|consensus|conclusion|motion|vote|proposed resolution|proposal|accepted|outcome)s?(?:\s*#?\d+)?$/i;
const COMMIT_LABEL = /^(?:feat|fix|chore|docs?|refactor|perf|tests?|build|ci|style|revert)(?:\([^)]*\))?!?$/i;
/** "… was agreed. AI(Ann): write it": an action behind the sentences that led to it. */
const INLINE_ACTION =
  /(?<=[.!?;]\s)(?:(?:ACTION|AI|AP|AR|TODO|Action|Action item)(?:\s*\([^()]{1,40}\)|\s\S{1,20})?:\s|\[(?:ACTION|AI|AP|AR|TODO)\]\s)/;
const SIGN_OFF =
  /^(?:(?:best|kind|warm) (?:regards|wishes)|regards|cheers|thanks|thank you|sincerely|best|yours)[,.!]?(?:\s+[~–—-]*\s*\p{Lu}[\p{L}.'’-]*){0,4}\s*$/iu;
const REPORTS =
  /stand[- ]?ups?|round[- ]?(?:table|robin)|status|updates?|reports?|weekly|progress|check[- ]?ins?|what (?:we|everyone|people)|individual/i;
const NOT_A_TOPIC =
  /^(?:(?:approved|carried|passed|rejected|unanimous|seconded|adjourned|deferred|postponed|quorum)\b.*|(?:everyone|everybody|all participants)\b.*|(?:join|dial|call)(?:ing)?[- ](?:in|via|us|the|at)\b.*|none|n\/a|nothing\b.*|notes?|fyi|tl;?dr|nb|tbd|no updates?|same|see above|as above|skip(?:ped)?|yes|no|ok|done|thanks?|\W*)$/i;

class MinutesReader {
  private readonly hasBody: boolean;
  /** Whether a list says who was there. */
  private readonly hasList: boolean;
  private readonly heard = new Set<string>();

  constructor(
    private readonly minutes: ParsedMinutes,
    private readonly lexicon: Lexicon,
    private readonly into: Extraction,
    private readonly meeting: Mention,
  ) {
    this.hasBody = hasSectionsBesidesAgenda(minutes);
    this.hasList = minutes.attendees.some(({ status }) => status === "present");
  }

  readAttendees(): ExtractedMinutes["attendees"] {
    return this.minutes.attendees.map((attendee) => {
      const { name, entry, status } = attendee;
      const at = name.text.startsWith("@") ? 1 : 0;
      const mention = this.into.mention(
        "person",
        sliceMapped(name, at, name.text.length),
        { start: 0, end: name.text.length - at },
        "attendee",
      );
      const evidence = lineSpan(entry);
      if (status === "present")
        this.into.claim("attended", mention, this.meeting, evidence, { rule: "attendee-list" });
      for (const organisation of attendee.organisations) {
        const body = this.into.mention(
          "organisation",
          organisation,
          { start: 0, end: organisation.text.length },
          "attendee-affiliation",
          this.knownName(organisation.text),
        );
        this.into.claim("affiliated_with", mention, body, evidence, { rule: "attendee-affiliation" });
      }
      this.readMembership(attendee, mention);
      return { attendee, mention };
    });
  }

  private knownName(text: string): string | undefined {
    const known = this.lexicon.gazetteer.find(text);
    return known?.kind === "organisation" ? known.name : undefined;
  }

  /** "Members: Ann", or "Ann (TSC)" in the minutes of the TSC: a member of the body that meets. */
  private readMembership(attendee: Attendee, mention: Mention): void {
    const { titleContent } = this.minutes;
    if (!titleContent) return;
    const body = this.bodyOfTitle(titleContent);
    if (!body) return;
    const short = body.text.split(/\s+/).at(-1);
    const role = attendee.roles.find(({ text }) => text === body.text || text === short);
    const member =
      attendee.group !== undefined &&
      /^(?:voting |core |tsc |committee |wg )?members(?: present)?$/.test(attendee.group);
    if (role)
      this.into.claim(
        "affiliated_with",
        mention,
        this.into.mention(
          "organisation",
          role,
          { start: 0, end: role.text.length },
          "role-in-the-meetings-body",
        ),
        lineSpan(attendee.entry),
        { rule: "member-of-the-body" },
      );
    else if (member)
      this.into.claim(
        "affiliated_with",
        mention,
        this.into.mention("organisation", titleContent, body, "title-of-the-meeting"),
        lineSpan(attendee.entry),
        { rule: "member-of-the-body" },
      );
  }

  /** The body that the title names: the last words of it that end as bodies do. */
  private bodyOfTitle({ text }: MappedText): { start: number; end: number; text: string } | undefined {
    const match =
      /(?:[\p{Lu}][\p{L}\p{N}.&-]*\s+){0,5}(?:WG|SIG|TSC|PMC|TC|CTC|SC|Board|Committee|Council|Working Group|Task Force|Team|Workgroup)\b/u.exec(
        text,
      );
    return match ? { start: match.index, end: match.index + match[0].length, text: match[0] } : undefined;
  }

  readNodes(nodes: readonly MinutesNode[], context: Context): void {
    for (const node of nodes) this.readNode(node, context);
  }

  private readNode(node: MinutesNode, context: Context): void {
    if (node.role) this.readAnnounced(node, context);
    else if (node.kind === "message") this.readMessage(node, context);
    else if (node.kind === "row") this.readRow(node, context);
    else if (node.kind === "section") this.readSection(node, context);
    else this.readLine(node, context);
  }

  /** A heading or label that says what follows: attendees, actions, "Done", "Next". */
  private readAnnounced(node: MinutesNode, context: Context): void {
    const below = { ...context, thread: createThread(), depth: context.depth + 1 };
    switch (node.role) {
      case "present":
      case "absent":
      case "roster":
      case "references":
      case "officer":
      case "date":
        return;
      case "agenda":
        if (!this.hasBody) this.readNodes(node.children, { ...below, topic: undefined });
        else if (this.holdsMinutes(node)) this.readNodes(node.children, { ...below, depth: context.depth });
        else this.readAgenda(node);
        return;
      case "actions":
        return this.readNodes(node.children, { ...below, mode: "actions" });
      case "decisions":
        return this.readNodes(node.children, { ...below, mode: "decisions", owners: [] });
      case "next":
        return this.readNodes(node.children, {
          ...below,
          mode: context.owners.length ? "next" : context.mode,
        });
      case "blocked":
        return this.readNodes(node.children, {
          ...below,
          mode: context.owners.length ? "blocked" : context.mode,
        });
      case "done":
        return this.readNodes(node.children, {
          ...below,
          mode: context.owners.length ? "report" : context.mode,
        });
      case "procedure":
        if (context.topic && /^\W*(?:questions?|q ?& ?a|discussion|comments)/i.test(node.content.text))
          return this.readNodes(node.children, {
            ...context,
            depth: context.depth + 1,
            thread: createThread(),
          });
        return this.readNodes(node.children, { ...below, topic: undefined, owners: [], mode: "discussion" });
      default:
        return this.readNodes(node.children, {
          ...below,
          depth: context.depth,
          mode: REPORTS.test(node.content.text) ? "report" : context.mode,
        });
    }
  }

  /** Of the agenda, the owners count, and the matters that a section treats. */
  private readAgenda(node: MinutesNode): void {
    walk(node.children, (item) => {
      if (item.role || item.content.text.length > 200) return;
      const heading = readHeading(item.content, this.lexicon);
      const name = headingTopic(heading);
      if (name.text === "" || (heading.owners.length === 0 && !this.treatedElsewhere(name.text))) return;
      const topic = this.topicOf(name, item.content);
      if (topic)
        for (const owner of this.mentionAll(heading.owners))
          this.into.claim("works_on", owner, topic, lineSpan(item.content), { rule: "agenda-owner" });
    });
  }

  /** Whether what was said stands right under the agenda's items, and nowhere else. */
  private holdsMinutes({ children }: MinutesNode): boolean {
    if (children.some(({ kind }) => kind === "section")) return true;
    const items = children.filter(({ role }) => !role);
    const told = items.filter((item) => item.children.length > 0);
    if (told.length === 0) return false;
    const treated = items.filter(({ content }) =>
      this.treatedElsewhere(headingTopic(readHeading(content, this.lexicon)).text),
    );
    return treated.length === 0;
  }

  private treated: Set<string> | undefined;

  private treatedElsewhere(name: string): boolean {
    if (!this.treated) {
      const treated = new Set<string>();
      walk(this.minutes.nodes, (node, ancestors) => {
        if (ancestors.some((ancestor) => ancestor.role === "agenda") || node.role) return;
        if (node.kind === "section" || node.children.length > 0)
          treated.add(foldHeading(headingTopic(readHeading(node.content, this.lexicon)).text));
      });
      this.treated = treated;
    }
    return this.treated.has(foldHeading(name));
  }

  private readSection(node: MinutesNode, context: Context): void {
    const reporter = this.readReporter(node.content);
    if (reporter) return this.readReport(node, reporter, context);
    const heading = readHeading(node.content, this.lexicon);
    const owners = this.mentionAll(heading.owners);
    if (heading.onlyOwners) return this.readReport(node, owners, context);
    const name = headingTopic(heading);
    const isTitle = this.minutes.titleContent !== undefined && node.content === this.minutes.titleContent;
    if (isTitle || this.isTitleAgain(node.content.text)) return this.readNodes(node.children, context);
    if (this.isSentence(node.content) && owners.length === 0) {
      this.readStatementLine(node.content, context, []);
      if (context.topic && this.tellsOfSomebody(node.content))
        return this.readNodes(node.children, { ...context, depth: context.depth + 1 });
    }
    const topic = this.topicOf(name, node.content);
    this.readNodes(node.children, this.asDialogue(this.under(topic, owners, node.content, context), node));
  }

  /** "Ann Lee (Acme)", "Ann Lee, Acme" or "Ann Lee - Acme" over a report: who reports, and whom they are with. */
  private readReporter(content: MappedText): Mention[] | undefined {
    if (content.text.length > 80) return undefined;
    const entry = parseAttendee(content, "listed");
    if (!entry || entry.organisations.length > 2) return undefined;
    if (entry.organisations.length === 0 && (!entry.handle || entry.handle.text === entry.name.text))
      return undefined;
    const words = entry.name.text.split(/\s+/);
    const known = this.lexicon.people.find(entry.name.text) !== undefined;
    if (
      !known &&
      ((words.length < 2 && !entry.handle) || !this.lexicon.data.givenNames.has(foldCase(words[0] ?? "")))
    )
      return undefined;
    if (!entry.organisations.every(({ text }) => this.looksLikeBody(text))) return undefined;
    const person = this.into.mention(
      "person",
      entry.name,
      { start: 0, end: entry.name.text.length },
      "heading-owner",
    );
    this.affiliate(person, entry.organisations, content);
    return [person];
  }

  private looksLikeBody(text: string): boolean {
    const known = this.lexicon.names.find(text) ?? this.lexicon.gazetteer.find(text);
    if (known) return known.kind === "organisation";
    return (
      /^\p{Lu}[\p{L}\p{N}&.'’-]*(?:\s(?:\p{Lu}[\p{L}\p{N}&.'’-]*|of|and|for|de)){0,4}$/u.test(text) &&
      !this.lexicon.people.find(text) &&
      !this.lexicon.data.givenNames.has(foldCase(text.split(/\s+/)[0] ?? "")) &&
      !isOrdinaryWord(foldCase(text))
    );
  }

  private affiliate(person: Mention, organisations: readonly MappedText[], line: MappedText): void {
    for (const organisation of organisations) {
      const range = { start: 0, end: organisation.text.length };
      const body = this.into.mention(
        "organisation",
        organisation,
        range,
        "name-and-organisation",
        this.knownName(organisation.text),
      );
      this.into.claim("affiliated_with", person, body, lineSpan(line), { rule: "name-and-organisation" });
    }
  }

  /** What stands under a name: that person's report, or the discussion of what they present. */
  private readReport(node: MinutesNode, owners: readonly Mention[], context: Context): void {
    const labels = new Set(
      node.children.flatMap(({ content, marks, speaker }) => {
        const label = speaker ?? splitLabel(content, marks)?.label;
        return label && readAgents(label, this.lexicon) ? [label.text] : [];
      }),
    );
    if (labels.size < 2) return this.readNodes(node.children, this.ownedBy(owners, context));
    this.present(owners, node.content, context);
    this.readNodes(node.children, {
      ...context,
      mode: "discussion",
      owners: [],
      owned: true,
      depth: context.depth + 1,
    });
  }

  /** A name on a line of its own under a matter's heading is who presents it. */
  private present(owners: readonly Mention[], line: MappedText, { topic }: Context): void {
    if (topic)
      for (const owner of owners)
        this.into.claim("works_on", owner, topic, lineSpan(line), { rule: "presents-the-item" });
  }

  /** Lines that people's labels open are speech, whoever owns the matter. */
  private asDialogue(context: Context, node: MinutesNode): Context {
    if (context.mode !== "report" || !context.topic) return context;
    const speech = node.children.some(({ kind, content, marks }) => {
      const label = kind === "message" ? undefined : splitLabel(content, marks)?.label;
      return kind === "message" || (label && readAgents(label, this.lexicon) !== undefined);
    });
    return speech ? { ...context, mode: "discussion" } : context;
  }

  private isTitleAgain(text: string): boolean {
    const role = findSectionRole(text.replace(/\d/g, ""));
    const { title } = this.minutes;
    return (
      (title.length > 8 && text.includes(title) && text.length < title.length + 24) ||
      /^(?:(?:draft|approved|final) )?minutes (?:of|from|for)\b/i.test(text) ||
      role === "minutes" ||
      /\b(?:meeting|call|weekly) (?:agenda|minutes|notes)$/i.test(text) ||
      /^\W*(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[\w,./ -]{0,30}$/i.test(text) ||
      (/\b(?:meeting|minutes|notes|agenda|call|sync)\b/i.test(text) && /\d{4}/.test(text))
    );
  }

  /** The context under a heading that is nothing but people or bodies: their report. */
  private ownedBy(owners: readonly Mention[], context: Context): Context {
    const mode: Mode = context.mode === "actions" || context.mode === "next" ? context.mode : "report";
    return { mode, topic: undefined, owners, owned: true, depth: context.depth + 1, thread: createThread() };
  }

  private under(
    topic: Mention | undefined,
    owners: readonly Mention[],
    heading: MappedText,
    context: Context,
  ): Context {
    const evidence = lineSpan(heading);
    if (topic) {
      const relation = context.mode === "actions" || context.mode === "next" ? "committed_to" : "works_on";
      for (const owner of owners)
        this.into.claim(relation, owner, topic, evidence, { rule: "heading-owner" });
      this.nameProjects(topic, heading);
    }
    const reports =
      owners.length > 0 && context.depth > 0
        ? true
        : context.mode === "report" || REPORTS.test(heading.text.slice(0, 60));
    return {
      mode: context.mode === "discussion" && reports ? "report" : context.mode,
      topic: topic ?? context.topic,
      owners: owners.length ? owners : context.owners,
      owned: owners.length > 0 || (context.owned && context.owners.length > 0),
      depth: context.depth + 1,
      thread: { ...createThread(), focus: topic, person: owners.find((owner) => owner.kind === "person") },
    };
  }

  private mentionAll(ranges: readonly NamedRange[]): Mention[] {
    return ranges.map(({ kind, content, name }) => {
      const at = content.text.startsWith("@") ? 1 : 0;
      return this.into.mention(
        kind,
        sliceMapped(content, at, content.text.length),
        { start: 0, end: content.text.length - at },
        "heading-owner",
        name,
      );
    });
  }

  /** The mention of a heading's matter, which the meeting covered; undefined where the heading names none. */
  private topicOf(name: MappedText, heading: MappedText): Mention | undefined {
    const matter = this.matterOf(name);
    if (!matter) return undefined;
    this.into.claim("covered", this.meeting, matter, lineSpan(heading), { rule: "heading" });
    return matter;
  }

  private matterOf(name: MappedText): Mention | undefined {
    const short = this.shorten(name);
    if (
      !short ||
      !/\p{L}{2}/u.test(short.text) ||
      NOT_A_TOPIC.test(short.text) ||
      isWhen(short.text) ||
      findSectionRole(short.text)
    )
      return undefined;
    const tokens = tokenize(short.text);
    const whole = annotate(tokens, this.lexicon).get(0);
    if (whole && whole.to === tokens.length && !short.text.includes("/")) {
      if (whole.kind === "person" || whole.kind === "organisation") return undefined;
      return this.into.mention(
        whole.kind,
        short,
        { start: 0, end: short.text.length },
        "heading",
        whole.name,
      );
    }
    return this.into.mention("topic", short, { start: 0, end: short.text.length }, "heading");
  }

  /** A heading of more than a few words is cut at its first break, else to its first phrase of substance. */
  private shorten(name: MappedText): MappedText | undefined {
    const words = name.text.split(/\s+/).length;
    if (words <= MOST_WORDS) return name;
    const cut = /(?:[:;]\s|\s[–—-]\s|\s\(|\?\s|\.\s|,\s)/.exec(name.text.slice(8));
    if (cut) {
      const head = trimTopicName(trimMapped(name, 0, 8 + cut.index));
      if (head.text.split(/\s+/).length <= MOST_WORDS && !this.isThin(head)) return head;
    }
    const tokens = tokenize(name.text);
    const annotations = annotate(tokens, this.lexicon);
    const phrase = findNounPhrases(
      tokens,
      tagTokens(tokens, annotations),
      annotations,
      0,
      tokens.length,
    ).find((candidate) => !candidate.generic && candidate.name?.kind !== "person");
    const [first, last] = phrase ? [tokens[phrase.from], tokens[phrase.to - 1]] : [];
    return first && last ? sliceMapped(name, first.start, last.end) : undefined;
  }

  private isThin(content: MappedText): boolean {
    const tokens = tokenize(content.text);
    const annotations = annotate(tokens, this.lexicon);
    return !findNounPhrases(tokens, tagTokens(tokens, annotations), annotations, 0, tokens.length).some(
      (phrase) => !phrase.generic,
    );
  }

  /** A topic that names a project in its heading is a part of that project. */
  private nameProjects(topic: Mention, heading: MappedText): void {
    if (topic.kind !== "topic") return;
    const tokens = tokenize(heading.text);
    for (const annotation of annotate(tokens, this.lexicon).values()) {
      if (annotation.kind !== "project" || annotation.weak) continue;
      const [first, last] = [tokens[annotation.from], tokens[annotation.to - 1]];
      if (!first || !last) continue;
      const project = this.into.mention(
        "project",
        heading,
        { start: first.start, end: last.end },
        annotation.rule,
        annotation.name,
      );
      this.into.claim("covered", this.meeting, project, lineSpan(heading), { rule: "heading" });
      if (project.start >= topic.start && project.end <= topic.end)
        this.into.claim("part_of", topic, project, lineSpan(heading), { rule: "named-in-the-topic" });
    }
  }

  private hasFiniteVerb(content: MappedText): boolean {
    const tokens = tokenize(content.text);
    const tags = tagTokens(tokens, annotate(tokens, this.lexicon));
    return tags.some((tag, i) => tag === "aux" && i > 0 && FINITE.has((tokens[i] as Token).lower));
  }

  private isSentence(content: MappedText): boolean {
    const tokens = tokenize(content.text);
    if (tokens.length < 3) return false;
    const annotations = annotate(tokens, this.lexicon);
    const tags = tagTokens(tokens, annotations);
    const predicates = findPredicates({ tokens, tags, annotations }, false);
    if (predicates.some((predicate) => !predicate.passive)) return true;
    return tokens.length > 5 && /[.!]$/.test(content.text.trim()) && tags.some((tag) => tag === "aux");
  }

  /** "Ann explained the current state": what follows is told, and is no matter of its own. */
  private tellsOfSomebody(content: MappedText): boolean {
    const tokens = tokenize(content.text);
    const annotations = annotate(tokens, this.lexicon);
    const predicates = findPredicates({ tokens, tags: tagTokens(tokens, annotations), annotations }, false);
    return predicates.some(({ agents, promise }) => !promise && ("named" in agents || "pronoun" in agents));
  }

  private readMessage(node: MinutesNode, context: Context): void {
    if (!node.speaker) return;
    const label = splitLabel(node.content);
    if (label && ACTION_LABEL.test(label.label.text))
      return this.readAction(label.label, label.rest, context);
    const speakers = this.readSpeaker(node.speaker);
    this.speak(node.content, speakers, context);
    this.readNodes(node.children, context);
  }

  /** Who a log or a chat says is speaking, with their organisation in brackets; where no list tells it, they were there. */
  private readSpeaker(content: MappedText): Mention[] {
    const entry = parseAttendee(content, "present");
    const bodies = (entry?.organisations ?? []).filter(({ text }) => /^\p{Lu}/u.test(text));
    const name = entry && /\s/.test(content.text) ? entry.name : content;
    const speakers = this.mentionAll(readAgents(name, this.lexicon) ?? [{ kind: "person", content: name }]);
    const [speaker] = speakers;
    if (speaker?.kind === "person") this.affiliate(speaker, bodies, content);
    if (!this.hasList)
      for (const person of speakers)
        if (person.kind === "person" && !this.heard.has(person.surface)) {
          this.heard.add(person.surface);
          this.into.claim("attended", person, this.meeting, lineSpan(content), { rule: "spoke" });
        }
    return speakers;
  }

  private readRow(node: MinutesNode, context: Context): void {
    const cells = node.cells ?? [];
    const owner = (node.header ?? []).findIndex((cell) =>
      /owner|assignee|assigned|who|responsible|lead|champion|person|name|presenter/i.test(cell),
    );
    const matter = (node.header ?? []).findIndex((cell) =>
      /action|task|item|topic|description|what|subject|title|issue|feature|work/i.test(cell),
    );
    const owners = owner >= 0 && cells[owner] ? readAgents(cells[owner], this.lexicon, true) : undefined;
    const promised = context.mode === "actions" || /action|task|todo/i.test(node.header?.[matter] ?? "");
    const name = cells[matter];
    if (!promised && name && /topic|item|subject|title|issue|feature/i.test(node.header?.[matter] ?? "")) {
      const topic = this.topicOf(headingTopic(readHeading(name, this.lexicon)), name);
      const below = this.under(topic, owners ? this.mentionAll(owners) : [], node.content, context);
      for (const [index, cell] of cells.entries())
        if (index !== matter && index !== owner)
          this.readStatementLine(cell, { ...below, mode: "discussion" }, []);
      return;
    }
    if (owners && matter >= 0 && cells[matter]) {
      const mentions = this.mentionAll(owners);
      return this.readStatementLine(
        cells[matter],
        { ...context, mode: promised ? "actions" : "report", owners: mentions },
        mentions,
        true,
        promised,
      );
    }
    for (const cell of cells) this.readStatementLine(cell, context, []);
  }

  private readLine(node: MinutesNode, context: Context): void {
    if (node.content === this.minutes.titleContent) return this.readNodes(node.children, context);
    const content = stripBrackets(stripNumber(stripBox(node.content)));
    if (content.text === "") return;
    const isBoxed = node.checked !== undefined && context.mode === "discussion";
    this.readOpenLine(node, content, isBoxed ? { ...context, mode: "actions" } : context);
  }

  private readOpenLine(node: MinutesNode, content: MappedText, context: Context): void {
    const action = INLINE_ACTION.exec(content.text);
    if (action && action.index > 0) {
      this.readPlainLine({ ...node, children: [] }, trimMapped(content, 0, action.index), context);
      return this.readPlainLine(node, trimMapped(content, action.index), context);
    }
    this.readPlainLine(node, content, context);
  }

  private readPlainLine(node: MinutesNode, content: MappedText, context: Context): void {
    const lead = ACTION_LEAD.exec(content.text);
    if (lead && lead[0].length < content.text.length) {
      this.readAction(sliceMapped(content, 0, lead[0].length), trimMapped(content, lead[0].length), context);
      return this.readNodes(node.children, { ...context, mode: "actions" });
    }
    if (content.text.length < node.content.text.length && this.readOfficers(content, context))
      return this.readNodes(node.children, context);
    const label = splitLabel(content, content === node.content ? node.marks : []);
    if (label && this.readLabelled(node, label.label, label.rest, context)) return;
    this.readUnlabelled(node, content, context);
  }

  private readUnlabelled(node: MinutesNode, content: MappedText, context: Context): void {
    if (SIGN_OFF.test(content.text)) return;
    if (node.children.length) return this.readParent(node, content, context);
    const assigned =
      this.splitAssigned(content) ?? (context.mode === "actions" ? this.splitOwned(content) : undefined);
    if (assigned)
      return this.readStatementLine(
        assigned.task,
        { ...context, mode: "actions" },
        this.mentionAll(assigned.owners),
        true,
        true,
      );
    if (this.readContinuation(content, context)) return;
    const dashed = this.splitDashed(content);
    if (dashed) return this.readTopicLine(dashed.head, dashed.rest, node, context);
    this.readLeaf(content, context, findLeadingLink(node));
  }

  /** "AL/BO to write it", where initials and nicks name people: an action without the word. */
  private splitAssigned(
    content: MappedText,
  ): { owners: readonly NamedRange[]; task: MappedText } | undefined {
    const to = /^(.{2,60}?)\s+to\s+\p{Ll}/u.exec(content.text.slice(0, 80));
    const names = to?.[1];
    if (!names || /[.!?:;]/.test(names)) return undefined;
    const owners = readAgents(trimMapped(content, 0, names.length), this.lexicon);
    return owners && { owners, task: trimMapped(content, names.length) };
  }

  /** "Ann — write it", "Ann - write it" among actions. */
  private splitOwned(content: MappedText): { owners: readonly NamedRange[]; task: MappedText } | undefined {
    const dash = /\s[-–—]{1,2}\s/.exec(content.text.slice(0, 60));
    const owners = dash && readAgents(trimMapped(content, 0, dash.index), this.lexicon, true);
    return owners ? { owners, task: trimMapped(content, dash.index + dash[0].length) } : undefined;
  }

  /** "(moderator: Ann; notetaker: Bob)" under a matter's heading: whoever leads it owns it. @returns whether it is one */
  private readOfficers(content: MappedText, { topic }: Context): boolean {
    let from = 0;
    let found = false;
    for (const piece of content.text.split(/([;,])/)) {
      const part = splitLabel(trimMapped(content, from, from + piece.length));
      from += piece.length;
      if (!part || findSectionRole(part.label.text) !== "officer") continue;
      found = true;
      const agents = readAgents(part.rest, this.lexicon, true) ?? [];
      if (topic && PRESENTERS.test(part.label.text))
        for (const agent of this.mentionAll(agents))
          this.into.claim("works_on", agent, topic, lineSpan(content), { rule: "leads-the-item" });
    }
    return found;
  }

  /** "… and the rest of what was said" goes on with the last speaker. */
  private readContinuation(content: MappedText, context: Context): boolean {
    const lead = /^(?:\.{2,3}|…)\s*/.exec(content.text);
    if (!lead || context.thread.speakers.length === 0) return false;
    this.speak(trimMapped(content, lead[0].length), context.thread.speakers, context);
    return true;
  }

  /** A labelled line by what its label is. @returns false where the label is part of the sentence */
  private readLabelled(node: MinutesNode, label: MappedText, rest: MappedText, context: Context): boolean {
    const action = ACTION_LABEL.exec(label.text);
    if (action) {
      this.readAction(label, rest, context, action[1]);
      this.readNodes(node.children, { ...context, mode: "actions" });
      return true;
    }
    const on = ACTION_ON.exec(label.text);
    const agents = on ? readAgents(trimMapped(label, on[0].length), this.lexicon, true) : undefined;
    if (agents) {
      this.readStatementLine(rest, { ...context, mode: "actions" }, this.mentionAll(agents), true, true);
      this.readNodes(node.children, { ...context, mode: "actions" });
      return true;
    }
    if (DECISION_LABEL.test(label.text)) {
      this.readStatementLine(rest, { ...context, mode: "decisions" }, []);
      this.readNodes(node.children, { ...context, mode: "decisions" });
      return true;
    }
    if (COMMIT_LABEL.test(label.text)) {
      this.readLeaf(rest, context);
      this.readNodes(node.children, context);
      return true;
    }
    const role = findSectionRole(label.text);
    if (role) return this.readRoleLabel(role, node, rest, context);
    const heading = readHeading(label, this.lexicon);
    if (heading.onlyOwners) return this.readSpeech(node, { label, rest }, heading.owners, context);
    if (rest.text === "" || /^https?:/.test(label.text)) return false;
    if (/^\p{Lu}{2,8}[- ]?\d+$/u.test(heading.topic.text)) return false;
    if (this.isSentence(label) || label.text.split(/\s+/).length > 6) return false;
    if (!/^[\p{Lu}\p{N}“"‘'`(#@_:.<-]/u.test(label.text) && context.depth > 0) return false;
    this.readTopicLine(label, rest, node, context);
    return true;
  }

  private readRoleLabel(
    role: NonNullable<ReturnType<typeof findSectionRole>>,
    node: MinutesNode,
    rest: MappedText,
    context: Context,
  ): boolean {
    if (["present", "absent", "officer", "date", "references", "roster"].includes(role)) return true;
    const owned = context.owners.length > 0;
    const modes: Partial<Record<typeof role, Mode>> = {
      actions: "actions",
      decisions: "decisions",
      ...(owned ? { done: "report", next: "next", blocked: "blocked" } : {}),
    };
    const mode = modes[role] ?? context.mode;
    if (role === "actions") this.readAction(rest, rest, context);
    else if (role === "procedure") this.readStatementLine(rest, context, []);
    else if (role === "next" && !owned) this.readUnlabelled(node, rest, context);
    else this.readLeaf(rest, { ...context, mode });
    if (role === "next" && !owned) return true;
    this.readNodes(node.children, { ...context, mode, thread: createThread() });
    return true;
  }

  /** "Ann: …", "Acme: …": speech in a discussion, a report in a round of reports. */
  private readSpeech(
    node: MinutesNode,
    { label, rest }: Labelled,
    ranges: readonly NamedRange[],
    context: Context,
  ): boolean {
    const speakers = this.mentionAll(ranges);
    const [speaker] = speakers;
    const bracket = /\(([^()]{2,40})\)$/.exec(label.text)?.[1];
    if (speaker?.kind === "person" && speakers.length === 1 && bracket && this.looksLikeBody(bracket)) {
      const at = label.text.lastIndexOf(bracket);
      this.affiliate(speaker, [sliceMapped(label, at, at + bracket.length)], node.content);
    }
    if (rest.text === "" || context.mode === "actions" || context.mode === "next") {
      const owned = this.ownedBy(speakers, context);
      if (rest.text !== "") this.readStatementLine(rest, owned, speakers, true, owned.mode === "actions");
      this.readNodes(node.children, owned);
      return true;
    }
    const bodies = speakers.every(({ kind }) => kind === "organisation");
    if (context.mode === "report" || bodies)
      this.readStatementLine(
        rest,
        { ...context, mode: "report", owners: speakers, thread: createThread() },
        speakers,
        true,
      );
    else this.speak(rest, speakers, context);
    this.readNodes(node.children, {
      ...context,
      depth: context.depth + 1,
      ...(context.mode === "report" ? { owners: speakers } : {}),
    });
    return true;
  }

  private speak(rest: MappedText, speakers: readonly Mention[], context: Context): void {
    const { thread, topic } = context;
    const evidence = lineSpan(rest);
    const other = this.splitSpeakers(rest);
    if (other) {
      this.speak(other.before, speakers, context);
      return this.speak(other.rest, this.mentionAll(other.speakers), context);
    }
    if (
      topic &&
      !thread.opened &&
      !context.owned &&
      !/\?["”']?$/.test(firstSentence(rest.text)) &&
      rest.text.length > 3
    ) {
      for (const speaker of speakers.slice(0, 2))
        this.into.claim("works_on", speaker, topic, evidence, { rule: "opens-the-item" });
    }
    thread.opened = true;
    thread.speakers = speakers;
    const person = speakers.find((speaker) => speaker.kind === "person");
    if (person) thread.person = person;
    if (topic)
      for (const speaker of speakers)
        this.into.claim("discussed", speaker, topic, evidence, {
          rule: "speech",
          ...(/\?$/.test(rest.text) ? { modality: "asked" as const } : {}),
        });
    this.readStatementLine(rest, context, speakers, true);
  }

  /** "We wait for Bob. Bob: it is done": another one's words on the same line. */
  private splitSpeakers(
    content: MappedText,
  ): { before: MappedText; speakers: NamedRange[]; rest: MappedText } | undefined {
    if (content.text.length > 2000) return undefined;
    for (const match of content.text.matchAll(
      /(?<=[.!?]\s)(\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’.-]*)?):\s/gu,
    )) {
      const label = trimMapped(content, match.index, match.index + (match[1] as string).length);
      const speakers = readAgents(label, this.lexicon);
      if (speakers?.every(({ kind }) => kind === "person"))
        return {
          before: trimMapped(content, 0, match.index),
          speakers,
          rest: trimMapped(content, match.index + match[0].length),
        };
    }
    return undefined;
  }

  /** "ACTION: Ann to write the parser", "AI(Ann): …", "TODO: Ann, Bob: …". */
  private readAction(label: MappedText, rest: MappedText, context: Context, owner?: string): void {
    if (rest.text === "") return;
    const at = owner ? label.text.indexOf(owner) : -1;
    const named =
      at >= 0
        ? readAgents(trimMapped(label, at, at + (owner as string).length), this.lexicon, true)
        : undefined;
    const actions: Context = { ...context, mode: "actions" };
    if (named) return this.readStatementLine(rest, actions, this.mentionAll(named), true, true);
    const inner = splitLabel(rest);
    const owners = inner && inner.rest.text !== "" ? readAgents(inner.label, this.lexicon, true) : undefined;
    if (inner && owners)
      return this.readStatementLine(inner.rest, actions, this.mentionAll(owners), true, true);
    const owned = this.splitOwned(rest);
    if (owned) return this.readStatementLine(owned.task, actions, this.mentionAll(owned.owners), true, true);
    this.readLeaf(rest, { ...actions, owners: [] });
  }

  /** An item with others under it: a report's owner, a matter, or a sentence with its details. */
  private readParent(node: MinutesNode, content: MappedText, context: Context): void {
    const heading = readHeading(content, this.lexicon);
    const owners = this.mentionAll(heading.owners);
    if (heading.onlyOwners) return this.readNodes(node.children, this.ownedBy(owners, context));
    if (owners.length > 0 && (context.mode === "actions" || this.isTask(heading.topic))) {
      const task: Context = { ...context, owners, mode: "actions" };
      this.readStatementLine(heading.topic, task, owners, true, true);
      return this.readNodes(node.children, { ...task, depth: context.depth + 1 });
    }
    const inReport =
      context.owners.length > 0 &&
      (context.mode === "report" ||
        context.mode === "next" ||
        context.mode === "blocked" ||
        context.mode === "actions") &&
      context.owned;
    if (inReport && owners.length === 0) {
      this.readLeaf(content, context);
      return this.readNodes(node.children, { ...context, depth: context.depth + 1 });
    }
    const long = content.text.split(/\s+/).length > 14 && !content.text.endsWith(":");
    if (this.isSentence(content) || long || (this.hasFiniteVerb(content) && !content.text.endsWith(":"))) {
      const first = long || !context.topic ? this.topicOf(this.firstPhrase(content), content) : undefined;
      this.readLeaf(content, { ...context, topic: first ?? context.topic });
      return this.readNodes(node.children, {
        ...context,
        topic: first ?? context.topic,
        depth: context.depth + 1,
        thread: { ...createThread(), focus: context.thread.focus, person: context.thread.person },
      });
    }
    const dashed = this.splitDashed(content);
    if (dashed && owners.length === 0) return this.readTopicLine(dashed.head, dashed.rest, node, context);
    const topic = this.topicOf(headingTopic(heading), content);
    this.readNodes(
      node.children,
      this.asBrought(this.under(topic, owners, content, context), content, context),
    );
  }

  /** What a sentence that stands by itself is about: what stands behind "about", else its first phrase of more than a word. */
  private leadPhrase(content: MappedText): MappedText {
    const tokens = tokenize(content.text);
    const annotations = annotate(tokens, this.lexicon);
    const phrases = findNounPhrases(
      tokens,
      tagTokens(tokens, annotations),
      annotations,
      0,
      tokens.length,
    ).filter(({ generic, name }) => !generic && name?.kind !== "person" && name?.kind !== "organisation");
    const phrase =
      phrases.find(({ preposition }) => preposition === "about" || preposition === "regarding") ??
      phrases.find(({ from, to, name }) => to - from > 1 || (name && !name.weak));
    const [first, last] = phrase ? [tokens[phrase.from], tokens[phrase.to - 1]] : [];
    return first && last ? sliceMapped(content, first.start, last.end) : sliceMapped(content, 0, 0);
  }

  private firstPhrase(content: MappedText): MappedText {
    const tokens = tokenize(content.text);
    const annotations = annotate(tokens, this.lexicon);
    const phrase = findNounPhrases(
      tokens,
      tagTokens(tokens, annotations),
      annotations,
      0,
      tokens.length,
    ).find(
      (candidate) =>
        !candidate.generic && candidate.name?.kind !== "person" && candidate.name?.kind !== "organisation",
    );
    const [first, last] = phrase ? [tokens[phrase.from], tokens[phrase.to - 1]] : [];
    return first && last ? sliceMapped(content, first.start, last.end) : sliceMapped(content, 0, 0);
  }

  /** "Parser rewrite - Ann is on it": a matter and what is said of it. */
  private splitDashed(content: MappedText): { head: MappedText; rest: MappedText } | undefined {
    const dash = /\s[-–—]{1,2}\s/.exec(content.text.slice(0, 80));
    if (!dash) return undefined;
    const head = trimMapped(content, 0, dash.index);
    const rest = trimMapped(content, dash.index + dash[0].length);
    if (head.text.split(/\s+/).length > 7 || rest.text === "" || readAgents(rest, this.lexicon, true))
      return undefined;
    if (this.isSentence(head) || this.isThin(head)) return undefined;
    return { head, rest };
  }

  private readTopicLine(head: MappedText, rest: MappedText, node: MinutesNode, context: Context): void {
    const inReport =
      context.owners.length > 0 &&
      context.owned &&
      context.mode !== "discussion" &&
      context.mode !== "decisions";
    const heading = readHeading(head, this.lexicon);
    const owners = this.mentionAll(heading.owners);
    if (inReport && owners.length === 0) {
      this.readLeaf(head, context);
      this.readLeaf(rest, context);
      return this.readNodes(node.children, { ...context, depth: context.depth + 1 });
    }
    const trailing = readHeading(rest, this.lexicon);
    const topic = this.topicOf(headingTopic(heading), node.content);
    const below = this.under(
      topic,
      owners.length ? owners : this.mentionAll(trailing.onlyOwners ? [] : trailing.owners),
      node.content,
      context,
    );
    this.readLeaf(rest, {
      ...below,
      mode: owners.length ? below.mode : context.mode,
      owners: context.owners,
      owned: context.owned,
    });
    this.readNodes(node.children, this.asBrought(below, node.content, context));
  }

  /** Whoever stands in front of an item brings it up; what follows is what was said of it. */
  private asBrought(below: Context, { text }: MappedText, { mode }: Context): Context {
    return mode === "discussion" && /^[[(]/.test(text) ? { ...below, mode } : below;
  }

  private readLeaf(content: MappedText, context: Context, leadingLink?: MappedText): void {
    if (content.text === "") return;
    const heading = readHeading(content, this.lexicon);
    if (heading.onlyOwners && context.topic && !context.thread.opened && context.mode === "discussion") {
      const people = this.mentionAll(heading.owners.filter(({ kind }) => kind === "person"));
      this.present(people, content, context);
    }
    const reports =
      context.owners.length > 0 && context.mode !== "discussion" && context.mode !== "decisions";
    if (
      heading.owners.length &&
      !heading.onlyOwners &&
      heading.topic.text !== "" &&
      !this.isSentence(heading.topic) &&
      !this.hasFiniteVerb(heading.topic)
    ) {
      const owners = this.mentionAll(heading.owners);
      if (context.mode === "actions" || this.isTask(heading.topic))
        return this.readStatementLine(
          heading.topic,
          { ...context, owners, mode: "actions" },
          owners,
          true,
          true,
        );
      const topic = this.topicOf(headingTopic(heading), content);
      if (topic) this.under(topic, owners, content, context);
      return;
    }
    if (!reports && this.isMatter(content, context)) this.topicOf(headingTopic(heading), content);
    else if (!reports && !context.topic && context.depth <= 1 && leadingLink)
      this.topicOf(trimTopicName(leadingLink), content);
    else if (this.isTitleAgain(content.text)) return this.readStatementLine(content, context, []);
    else if (!reports && !context.topic && context.depth <= 1 && context.mode === "discussion") {
      const matter = this.topicOf(this.leadPhrase(content), content);
      return this.readStatementLine(content, { ...context, topic: matter }, [], reports);
    } else if (!reports && context.topic && context.depth <= 2 && context.mode === "discussion") {
      const phrase = /^\d+(?:\(\d+\))?\s/.test(content.text)
        ? sliceMapped(content, 0, 0)
        : this.leadPhrase(content);
      if (phrase.text !== "" && content.text.indexOf(phrase.text) < 22 && /\s/.test(phrase.text))
        this.topicOf(phrase, content);
    }
    const own = context.owned && context.owners.length > 0 && this.opensWithWork(content);
    this.readStatementLine(content, context, [], reports || own);
    if (/\s/.test(content.text)) context.thread.opened = true;
  }

  /** "working on the parser", "fixed the lexer" under somebody's heading. */
  private opensWithWork({ text }: MappedText): boolean {
    const [first] = tokenize(text);
    const verb = first && findVerb(first.lower);
    return verb !== undefined && (verb.form === "ing" || verb.form === "past") && WORK_VERBS.has(verb.base);
  }

  /** "get the tests running", among what was done or is to be done: a verb, and no name of a matter. */
  private isTask({ text }: MappedText): boolean {
    const [first, second] = tokenize(text);
    if (!first || !second || first.capital || findVerb(first.lower)?.form !== "base") return false;
    return second.capital || TASK_OBJECTS.has(second.lower);
  }

  /** A bare line of a few words right under a section of no matter of its own is an item of the meeting. */
  private isMatter(content: MappedText, context: Context): boolean {
    const words = content.text.split(/\s+/).length;
    return (
      context.mode === "discussion" &&
      context.topic === undefined &&
      context.depth <= 1 &&
      words <= MOST_WORDS &&
      content.text.length > 3 &&
      !/[?!,]$/.test(content.text) &&
      !/^https?:/.test(content.text) &&
      !this.isSentence(content) &&
      !this.hasFiniteVerb(content) &&
      annotate(tokenize(content.text), this.lexicon).get(0)?.kind !== "person" &&
      !this.isTitleAgain(content.text) &&
      !BODY_ACTS.test(content.text) &&
      !(/\b(?:19|20)\d\d\b/.test(content.text) && findDate(content.text)) &&
      !isPersonName(content.text)
    );
  }

  private readStatementLine(
    content: MappedText,
    context: Context,
    speakers: readonly Mention[],
    implied = false,
    task = false,
  ): void {
    if (content.text === "") return;
    readStatement(
      content,
      context,
      { speakers, implied: implied && (speakers.length > 0 || context.owners.length > 0), task },
      this.lexicon,
      this.into,
    );
  }
}

/** "The Chair welcomed the participants": a sentence, though of nobody by name. */
const BODY_ACTS =
  /^(?:the )?(?:chair(?:man|person|woman)?|secretary|president|group|board|committee|council|meeting|members|delegates|participants|attendees|team) \p{Ll}+(?:ed|s)\b/iu;
const FINITE = new Set("is are was were has have had will isn't aren't wasn't hasn't won't".split(" "));
const TASK_OBJECTS = new Set("the a an up out with to for & and our his her their new".split(" "));

const MOST_WORDS = 9;

function firstSentence(text: string): string {
  const [first] = splitSentences(text.slice(0, 400));
  return first ? text.slice(first.start, first.end).trim() : text;
}

/** "April 8-10 at Acme", "13:00 Pacific Time", "Monday": when and where, and no matter. */
function isWhen(text: string): boolean {
  const [first, second] = tokenize(text);
  if (!first) return true;
  return (
    (isTemporal(first) && (!second || /^\d/.test(second.text) || isTemporal(second))) ||
    (/^\d{1,2}(?::\d\d)?(?:am|pm)?$/.test(first.lower) &&
      (second === undefined || isTemporal(second) || /\btime\b/i.test(text)))
  );
}
const PRESENTERS = /^(?:moderat|present|lead|led|champion|host|facilitat|speaker|topic lead)/i;

/** A line that stands in brackets as a whole is a remark: the brackets go. */
function stripBrackets(content: MappedText): MappedText {
  const inner = /^\(([^()]{2,300})\)\.?$/.exec(content.text);
  return inner ? trimMapped(content, 1, 1 + (inner[1] as string).length) : content;
}

/** The words of a link that an item begins with: what the item is about. */
function findLeadingLink({ content, marks }: MinutesNode): MappedText | undefined {
  const link = marks.find((mark) => mark.kind === "link" && mark.start === 0);
  if (!link || link.end - link.start > 100 || link.end === content.text.length) return undefined;
  return sliceMapped(content, link.start, link.end);
}

/** "#11 Ann: …", "12) Ann: …": the number goes. */
function stripNumber(content: MappedText): MappedText {
  const number = /^(?:#\d{1,5}[.:)]?|\(?\d{1,3}[.)])\s+(?=\p{L})/u.exec(content.text);
  return number ? trimMapped(content, number[0].length) : content;
}

function stripBox(content: MappedText): MappedText {
  const box = /^\[[ xX✓]?\]\s+/.exec(content.text);
  return box ? trimMapped(content, box[0].length) : content;
}

/** Whether anything but the agenda and the formalities is in the minutes. */
function hasSectionsBesidesAgenda({ nodes }: ParsedMinutes): boolean {
  let found = false;
  walk(nodes, (node, ancestors) => {
    if (
      found ||
      node.children.length === 0 ||
      ancestors.some((ancestor) => ancestor.role && ancestor.role !== "minutes")
    )
      return;
    found =
      node.role === undefined || node.role === "minutes" || node.role === "decisions"
        ? node.children.some((child) => !child.role || child.role === "minutes") &&
          !(
            node.kind === "section" &&
            ancestors.length === 0 &&
            node.children.every((child) => child.role)
          ) &&
          contentBelow(node)
        : false;
  });
  return found;
}

const contentBelow = (node: MinutesNode): boolean =>
  node.children.some(
    (child) =>
      !child.role && child.kind !== "section" && child.content.text.length > 2 && !isFormality(child.content),
  ) && !/\d{4}/.test(node.content.text);

/** "Date: …", "Scribe: Ann", "Recording: …". */
function isFormality(content: MappedText): boolean {
  const label = splitLabel(content);
  return label !== undefined && FORMALITIES.has(findSectionRole(label.label.text) ?? "");
}

const FORMALITIES: ReadonlySet<string> = new Set([
  "date",
  "officer",
  "references",
  "present",
  "absent",
  "procedure",
]);
