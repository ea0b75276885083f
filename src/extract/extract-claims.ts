import type { MappedText } from "../minutes/document.ts";
import { sliceMapped, trimMapped } from "../minutes/mapped-text.ts";
import { getKnownNames } from "../minutes/known-names.ts";
import { isPersonName, parseAttendee } from "../minutes/parse-attendees.ts";
import { findDate } from "../minutes/parse-meeting-title.ts";
import { tellsOfGroup } from "../minutes/tells-of-group.ts";
import { walk } from "../minutes/walk.ts";
import type { MinutesNode, ParsedMinutes } from "../minutes/parsed-minutes.ts";
import { findSectionRole, foldHeading } from "../minutes/section-role.ts";
import { splitLabel } from "../minutes/split-label.ts";
import { foldCase } from "../model/fold-case.ts";
import { isGivenName } from "../model/given-names.ts";
import type { Gazetteer } from "../model/gazetteer.ts";
import type { NodeKind } from "../model/schema.ts";
import {
  firstSentence,
  hasFiniteVerb,
  isAnswer,
  isObjection,
  namesMatter,
  isThin,
  isSentence,
  isTask,
  isWhen,
  opensWithWork,
  tellsOfSomebody,
} from "./judge-line.ts";
import { MOST_WORDS, firstPhrase, leadPhrase, shorten } from "./topic-phrase.ts";
import {
  findLeadingLink,
  findRelayed,
  findTellers,
  splitAssigned,
  splitDashed,
  splitNumbered,
  splitReported,
  splitSaid,
  splitSpeakers,
  stripBox,
  stripBrackets,
  stripNumber,
} from "./split-line.ts";
import {
  BODY_ACTS,
  CLOSED_ACTIONS,
  COMMIT_LABEL,
  DECISION_LABEL,
  INLINE_ACTION,
  NOT_A_TOPIC,
  PLACE_LABEL,
  OLD_ACTIONS,
  OWNER_LABEL,
  PRESENTERS,
  VOTES,
  REMARK_LABEL,
  REPORTS,
  SIGN_OFF,
} from "./line-patterns.ts";
import { NumberedMatters } from "./item-references.ts";
import { findNamedRole } from "./named-roles.ts";
import { findColumns, readOwnerCell } from "./table-columns.ts";
import {
  type Action,
  findActionMark,
  isAnybodys,
  type MarkedAction,
  readState,
  splitAction,
  splitArrow,
} from "./split-action.ts";
import { hasSectionsBesidesAgenda } from "./has-sections-besides-agenda.ts";
import { annotate, type Lexicon } from "./annotate.ts";
import { affiliate, looksLikeBody, readEntry } from "./read-entry.ts";
import { buildLexicon } from "./build-lexicon.ts";
import { asBrought, type Context, createThread, type Mode, ownedBy } from "./context.ts";
import { isTitleAgain } from "./is-title-again.ts";
import { addresses, asDialogue, isRemark } from "./remarks.ts";
import { type AttendeeMention, mentionCorrespondents, readAttendees } from "./read-attendees.ts";
import { Extraction, lineSpan } from "./extraction.ts";
import type { Claim, Mention } from "./mention.ts";
import { type Heading, headingTopic, type NamedRange, readAgents, readHeading } from "./read-heading.ts";
import { readStatement } from "./read-statement.ts";
import { tokenize } from "./tokens.ts";
import { trimTopicName } from "./topic-name.ts";
import { isOrdinaryWord } from "./vocabulary.ts";

/** All that one document says: the meeting, who and what is named, and the claims between them. */
export interface ExtractedMinutes {
  meeting: Mention;
  mentions: Mention[];
  claims: Claim[];
  /** The mention of every attendee's name, in the order of the list. */
  attendees: AttendeeMention[];
}

/** Reads parsed minutes into mentions and claims. Linear in the document's length. */
export function extractClaims(minutes: ParsedMinutes, gazetteer: Gazetteer): ExtractedMinutes {
  const lexicon = buildLexicon(minutes, gazetteer);
  const into = new Extraction();
  const meeting = mentionMeeting(minutes, into);
  into.meeting = meeting;
  const reader = new MinutesReader(minutes, lexicon, into, meeting);
  mentionHosts(minutes, lexicon, into);
  const attendees = readAttendees({ minutes, lexicon, into, meeting });
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
    text: title,
    runs: [{ at: 0, start: 0, length: Math.min(1, document.text.length) }],
  };
  return into.mention("meeting", content, { start: 0, end: content.text.length }, "title", title);
}

/** The bodies and the projects that the title names: whose meeting it is. */
function mentionHosts({ titleContent }: ParsedMinutes, lexicon: Lexicon, into: Extraction): void {
  if (titleContent) mentionNamed(["organisation", "project"], titleContent, lexicon, into);
}

/** The bodies that a title names, and the people too that a heading or a label does. */
function mentionNamed(
  kinds: readonly NodeKind[],
  line: MappedText,
  lexicon: Lexicon,
  into: Extraction,
): void {
  const tokens = tokenize(line.text);
  for (const { kind, from, to, rule, name } of annotate(tokens, lexicon).values()) {
    const [first, last] = [tokens[from], tokens[to - 1]];
    if (kinds.includes(kind) && first && last)
      into.mention(kind, line, { start: first.start, end: last.end }, rule, name);
  }
}

class MinutesReader {
  private readonly hasBody: boolean;
  private readonly heard = new Set<string>();
  private readonly numbered = new NumberedMatters();

  constructor(
    private readonly minutes: ParsedMinutes,
    private readonly lexicon: Lexicon,
    private readonly into: Extraction,
    private readonly meeting: Mention,
  ) {
    this.hasBody = hasSectionsBesidesAgenda(minutes);
  }

  readNodes(nodes: readonly MinutesNode[], context: Context): void {
    for (const node of nodes) this.readNode(node, context);
  }

  /** The list of actions beside the matters sums all of them up: it is about none of them. */
  private sumsUp(node: MinutesNode, context: Context): boolean {
    return node.kind === "section" && context.depth <= 1 && this.hasBody;
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
        if (tellsOfGroup(node)) return this.readSection(node, context);
        return;
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
        return this.readNodes(node.children, {
          ...below,
          mode: "actions",
          topic: this.sumsUp(node, context) ? undefined : context.topic,
        });
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
        if (CLOSED_ACTIONS.test(node.content.text))
          return this.readNodes(node.children, { ...below, topic: undefined, mode: "actions", closed: true });
        if (OLD_ACTIONS.test(node.content.text))
          return this.readNodes(node.children, { ...below, topic: undefined, mode: "actions" });
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
    const reporter = readEntry(node.content, this.lexicon, this.into) ?? this.readStateReporter(node);
    if (reporter) return this.readReport(node, reporter, context);
    const heading = readHeading(node.content, this.lexicon);
    const owners = this.mentionAll(heading.owners);
    const isTitle = this.minutes.titleContent !== undefined && node.content === this.minutes.titleContent;
    const namesTheMeeting = isTitle && owners.every(({ kind }) => kind === "organisation");
    if (heading.onlyOwners && !namesTheMeeting) return this.readReport(node, owners, context);
    const name = headingTopic(heading);
    if (isTitle || isTitleAgain(node.content.text, this.minutes.title))
      return this.readNodes(node.children, context);
    if (isSentence(node.content, this.lexicon) && owners.length === 0) {
      this.readStatementLine(node.content, context, []);
      if (context.topic && tellsOfSomebody(node.content, this.lexicon))
        return this.readNodes(node.children, { ...context, depth: context.depth + 1 });
    }
    const topic = this.topicOf(name, node.content);
    this.readNodes(
      node.children,
      asDialogue(this.under(topic, owners, node.content, context), node, this.lexicon),
    );
  }

  /** A name over "Done" and "Next". */
  private readStateReporter({ content, children }: MinutesNode): Mention[] | undefined {
    const tellsStates = children.some((child) => {
      const role = child.role ?? findSectionRole(splitLabel(child.content, child.marks)?.label.text ?? "");
      return role === "done" || role === "next" || role === "blocked";
    });
    const isGiven = isGivenName(foldCase(content.text.split(/[\s,]/, 1)[0] ?? ""), this.lexicon.data);
    const agents = tellsStates ? readAgents(content, this.lexicon, isGiven ? "any" : "given") : undefined;
    return agents && this.mentionAll(agents);
  }

  /** What stands under a name: that person's report, or the discussion of what they present. */
  private readReport(node: MinutesNode, owners: readonly Mention[], context: Context): void {
    const labels = new Set(
      node.children.flatMap(({ content, marks, speaker }) => {
        const label = speaker ?? splitLabel(content, marks)?.label;
        return label && readAgents(label, this.lexicon) ? [label.text] : [];
      }),
    );
    if (labels.size < 2) return this.readNodes(node.children, ownedBy(owners, context));
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
      above: undefined,
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
    this.numbered.add(this.minutes.document.text, heading.runs[0]?.start ?? 0, matter);
    return matter;
  }

  private matterOf(name: MappedText): Mention | undefined {
    const short = shorten(name, this.lexicon);
    if (
      !short ||
      !/\p{L}{2}/u.test(short.text) ||
      NOT_A_TOPIC.test(short.text) ||
      isWhen(short.text) ||
      findSectionRole(short.text) ||
      this.isUnlistedPerson(short.text)
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

  /** "Ann Maria Lee" alone on a line, whoever she is. */
  private isUnlistedPerson(text: string): boolean {
    const [given = "", ...others] = text.split(/\s+/);
    const isKnown = isGivenName(foldCase(given), this.lexicon.data) && !isOrdinaryWord(foldCase(given));
    return (
      isKnown && others.length > 0 && others.every((word) => /^\p{Lu}/u.test(word)) && isPersonName(text)
    );
  }

  /** A topic that names a project in its heading is a part of that project. */
  private nameProjects(topic: Mention, heading: MappedText): void {
    mentionNamed(["organisation", "person"], heading, this.lexicon, this.into);
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

  private readMessage(node: MinutesNode, context: Context): void {
    if (!node.speaker) return;
    const mark = findActionMark(node.content, this.lexicon);
    if (mark && this.readMarked(node, mark, context)) return;
    const speakers = this.readSpeaker(node.speaker);
    this.speak(node.content, speakers, context);
    this.readNodes(node.children, context);
  }

  /** Who a log or a chat says is speaking, with their organisation in brackets: they were there. */
  private readSpeaker(content: MappedText): Mention[] {
    const entry = parseAttendee(content, "present");
    const bodies = (entry?.organisations ?? []).filter(({ text }) => /^\p{Lu}/u.test(text));
    const name = entry && /\s/.test(content.text) ? entry.name : content;
    const speakers = this.mentionAll(readAgents(name, this.lexicon) ?? [{ kind: "person", content: name }]);
    const [speaker] = speakers;
    if (speaker?.kind === "person") affiliate(speaker, bodies, content, this.lexicon, this.into);
    for (const person of speakers)
      if (person.kind === "person" && !this.heard.has(person.surface)) {
        this.heard.add(person.surface);
        this.into.claim("attended", person, this.meeting, lineSpan(content), { rule: "spoke" });
      }
    return speakers;
  }

  private readRow(node: MinutesNode, context: Context): void {
    const cells = node.cells ?? [];
    const { owner, matter, state, kind } = findColumns(node.header ?? []);
    const owners = cells[owner] ? readOwnerCell(cells[owner], this.lexicon) : undefined;
    const isOwned = !/author|submitter|proposer/i.test(node.header?.[owner] ?? "");
    const progress = owners && isOwned && cells[state] ? readState(cells[state]) : undefined;
    const promised = progress === "open" || (!progress && (context.mode === "actions" || kind === "task"));
    const name = cells[matter];
    if (!promised && !progress && name && kind === "matter") {
      const matterName = trimMapped(name, /^#\d+\s/.exec(name.text)?.[0].length ?? 0);
      const topic = this.topicOf(headingTopic(readHeading(matterName, this.lexicon)), name);
      const below = this.under(topic, owners ? this.mentionAll(owners) : [], node.content, context);
      for (const [index, cell] of cells.entries())
        if (index !== matter && index !== owner)
          this.readStatementLine(cell, { ...below, mode: "discussion", thread: createThread() }, []);
      return;
    }
    if (owners && matter >= 0 && cells[matter]) {
      const mentions = this.mentionAll(owners);
      const topic = progress && kind === "matter" ? undefined : context.topic;
      return this.readStatementLine(
        cells[matter],
        { ...context, topic, mode: promised ? "actions" : "report", owners: mentions },
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
    const mark = findActionMark(content, this.lexicon);
    if (mark && this.readMarked(node, mark, context)) return;
    if (content.text.length < node.content.text.length && this.readOfficers(content, context))
      return this.readNodes(node.children, context);
    const listed = context.mode === "actions" && splitAction(content, this.lexicon, "given");
    if (listed && listed.task.text !== "") {
      this.readTask(listed, node, context);
      return this.readNodes(node.children, { ...context, owners: this.mentionAll(listed.owners) });
    }
    if (this.readAssigned(node, content, context)) return;
    const label = splitLabel(content, content === node.content ? node.marks : []);
    if (label && this.readLabelled(node, label.label, label.rest, context)) return;
    this.readUnlabelled(node, content, context);
  }

  /** "Who takes the parser? → Ann", "Reviewers: Ann, Bob", "Ann + Bob champions": whose it is from now on. */
  private readAssigned(node: MinutesNode, content: MappedText, context: Context): boolean {
    if (node.children.length > 0) return false;
    const arrow = splitArrow(content, this.lexicon);
    if (arrow) {
      this.readTask(arrow, node, context);
      return true;
    }
    const { topic } = context;
    if (!topic || context.mode === "report" || context.mode === "actions") return false;
    const owners = findNamedRole(content, this.lexicon);
    if (!owners) return false;
    for (const owner of this.mentionAll(owners))
      this.into.claim("committed_to", owner, topic, lineSpan(content), {
        rule: "takes-the-role",
        modality: "planned",
      });
    return true;
  }

  /** "ACTION: Ann to write the parser", "AI(Ann): …", "==> Ann, Bob: …". @returns false where the mark says nothing */
  private readMarked(node: MinutesNode, mark: MarkedAction, context: Context): boolean {
    const actions: Context = { ...context, mode: "actions", owners: [] };
    const { rest, owner } = mark;
    const named = owner && readAgents(owner, this.lexicon, "any");
    const action = named
      ? { owners: named, task: rest, done: false }
      : (splitAction(rest, this.lexicon, mark.isArrow ? "given" : "any") ?? this.wholeAction(rest));
    if (mark.isArrow && !action) return false;
    if (action) this.readTask({ ...action, done: action.done || mark.done }, node, context);
    else if (rest.text !== "" && !isAnybodys(rest)) this.readLeaf(rest, actions);
    this.readNodes(node.children, { ...actions, owners: action ? this.mentionAll(action.owners) : [] });
    return true;
  }

  /** "AP: Ann": whose the matter is from now on. */
  private wholeAction(rest: MappedText): Action | undefined {
    const owners = readAgents(rest, this.lexicon, "given");
    return owners && { owners, task: sliceMapped(rest, 0, 0), done: false };
  }

  /** What somebody is to do; work where it has been done. */
  private readTask(action: Action, node: MinutesNode, context: Context): void {
    const owners = this.mentionAll(action.owners);
    const done = action.done || node.checked === true || context.closed === true;
    const referred = this.numbered.findWhole(action.task.text);
    if (action.task.text === "" || referred) {
      const matter = referred ?? context.topic;
      if (matter)
        for (const owner of owners)
          this.into.claim(done ? "works_on" : "committed_to", owner, matter, lineSpan(node.content), {
            rule: "owns-the-action",
            ...(done ? { status: "done" as const } : { modality: "planned" as const }),
          });
      return;
    }
    if (action.begun && !done) this.readTask({ ...action, begun: false, done: true }, node, context);
    const mode: Mode = done ? "report" : "actions";
    // "DONE: Ann to write it": it is no promise any more.
    const infinitive = done ? (/^to\s+/.exec(action.task.text)?.[0].length ?? 0) : 0;
    const topic = this.numbered.findBehind(action.task.text) ?? context.topic;
    const task = trimMapped(action.task, infinitive);
    const before = this.into.claims.length;
    this.readStatementLine(task, { ...context, mode, owners: [], topic }, owners, true, true);
    const isRead = this.into.claims.slice(before).some(({ source }) => owners.includes(source));
    if (!isRead && !topic) this.ownWhole(task, owners, node.content, done);
  }

  /** "Ann: invite the county again": a task of plain words is named as a whole. */
  private ownWhole(task: MappedText, owners: readonly Mention[], line: MappedText, done: boolean): void {
    if (!/\p{L}{3}.*\s\p{L}{3}/u.test(task.text) || task.text.split(/\s+/).length > MOST_WORDS) return;
    const named = annotate(tokenize(task.text), this.lexicon).values();
    if ([...named].some(({ kind }) => kind === "person")) return;
    const matter = this.matterOf(trimTopicName(task));
    if (!matter || owners.length === 0) return;
    this.into.claim("covered", this.meeting, matter, lineSpan(line), { rule: "named" });
    for (const owner of owners)
      this.into.claim(done ? "works_on" : "committed_to", owner, matter, lineSpan(line), {
        rule: "owns-the-action",
        ...(done ? { status: "done" as const } : { modality: "planned" as const }),
      });
  }

  private readUnlabelled(node: MinutesNode, content: MappedText, context: Context): void {
    if (SIGN_OFF.test(content.text)) return;
    if (node.children.length) return this.readParent(node, content, context);
    const assigned = splitAssigned(content, this.lexicon);
    if (assigned)
      return this.readStatementLine(
        assigned.task,
        { ...context, mode: "actions" },
        this.mentionAll(assigned.owners),
        true,
        true,
      );
    if (this.readContinuation(content, context)) return;
    const reported =
      context.mode === "report"
        ? splitReported(content, this.lexicon)
        : context.mode === "discussion" && context.topic
          ? splitSaid(content, this.lexicon)
          : undefined;
    if (reported)
      return void this.readSpeech(node, reported.rest, this.mentionAll(reported.speakers), context);
    const dashed = splitNumbered(content, this.lexicon) ?? splitDashed(content, this.lexicon);
    if (dashed) return this.readTopicLine(dashed.head, dashed.rest, node, context);
    this.readLeaf(content, context, findLeadingLink(node));
  }

  /** "(moderator: Ann; notetaker: Bob)" under a matter's heading: whoever leads it owns it. @returns whether it is one */
  private readOfficers(content: MappedText, context: Context): boolean {
    let from = 0;
    let found = false;
    for (const piece of content.text.split(/([;,])/)) {
      const part = splitLabel(trimMapped(content, from, from + piece.length));
      from += piece.length;
      if (!part || findSectionRole(part.label.text) !== "officer") continue;
      found = true;
      this.readOfficer(part.label, part.rest, context);
    }
    return found;
  }

  /** "Presenter: Ann", "Track lead: Bob" */
  private readOfficer(label: MappedText, names: MappedText, { topic }: Context): void {
    if (!topic || !PRESENTERS.test(label.text.slice(0, 40))) return;
    const agents = readAgents(
      trimMapped(names, 0, names.text.replace(/\.$/, "").length),
      this.lexicon,
      "given",
    );
    for (const agent of this.mentionAll(agents ?? []))
      this.into.claim("works_on", agent, topic, lineSpan(names), { rule: "leads-the-item" });
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
    if (DECISION_LABEL.test(label.text)) {
      this.readStatementLine(rest, { ...context, mode: "decisions" }, []);
      this.readNodes(node.children, { ...context, mode: "decisions" });
      return true;
    }
    if (PLACE_LABEL.test(label.text)) {
      this.readNodes(node.children, context);
      return true;
    }
    if (COMMIT_LABEL.test(label.text) || REMARK_LABEL.test(label.text)) {
      this.readLeaf(rest, context);
      this.readNodes(node.children, context);
      return true;
    }
    const relayed = findRelayed(label, this.lexicon) ?? findTellers(label, this.lexicon);
    if (relayed) return this.readSpeech(node, rest, this.mentionAll(relayed), context);
    const role = findSectionRole(label.text);
    if (role) return this.readRoleLabel(role, node, rest, context);
    if (context.topic && OWNER_LABEL.test(label.text)) {
      this.readOfficer(label, rest, context);
      return true;
    }
    const heading = readHeading(label, this.lexicon);
    if (heading.onlyOwners) {
      const speakers = this.withoutBodies(label, this.mentionAll(heading.owners));
      return this.readSpeech(node, rest, speakers, context);
    }
    const speakers = rest.text === "" ? undefined : readEntry(label, this.lexicon, this.into);
    if (speakers) return this.readSpeech(node, rest, speakers, context);
    if (rest.text === "" || /^https?:/.test(label.text)) return false;
    if (/^\p{Lu}{2,8}[- ]?\d+$/u.test(heading.topic.text)) return false;
    if (isSentence(label, this.lexicon) || label.text.split(/\s+/).length > 6) return false;
    if (
      !/^[\p{Lu}\p{N}“"‘'`(#@_:.<-]/u.test(label.text) &&
      context.depth > 0 &&
      (context.mode !== "discussion" ||
        (!namesMatter(label, this.lexicon) &&
          (this.lexicon.names.find(label.text) ?? this.lexicon.gazetteer.find(label.text))?.kind !==
            "project"))
    )
      return false;
    this.readTopicLine(label, rest, node, context);
    return true;
  }

  private readRoleLabel(
    role: NonNullable<ReturnType<typeof findSectionRole>>,
    node: MinutesNode,
    rest: MappedText,
    context: Context,
  ): boolean {
    if (role === "officer") this.readOfficer(node.content, rest, context);
    if (["present", "absent", "officer", "date", "references", "roster"].includes(role)) return true;
    const owned = context.owners.length > 0;
    const modes: Partial<Record<typeof role, Mode>> = {
      actions: "actions",
      decisions: "decisions",
      ...(owned ? { done: "report", next: "next", blocked: "blocked" } : {}),
    };
    const mode = modes[role] ?? context.mode;
    if (role === "actions") this.readLeaf(rest, { ...context, mode, owners: [] });
    else if (role === "procedure") this.readStatementLine(rest, context, []);
    else if (role === "next" && !owned)
      this.readUnlabelled(node, rest, {
        ...context,
        mode: context.mode === "discussion" && isSentence(rest, this.lexicon) ? "next" : context.mode,
      });
    else this.readLeaf(rest, { ...context, mode });
    if (role === "next" && !owned) return true;
    this.readNodes(node.children, { ...context, mode, thread: createThread() });
    return true;
  }

  /** "Ann: …", "Acme: …": speech in a discussion, a report in a round of reports. */
  private readSpeech(
    node: MinutesNode,
    rest: MappedText,
    speakers: readonly Mention[],
    context: Context,
  ): boolean {
    if (rest.text === "" || context.mode === "actions" || context.mode === "next") {
      const owned = ownedBy(speakers, context);
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

  /** "Ann Lee (Acme):", "Ann Lee, Acme:": the one who speaks, and whom she is with. */
  private withoutBodies(label: MappedText, speakers: Mention[]): Mention[] {
    const [speaker, ...others] = speakers;
    const entry = parseAttendee(label, "listed", getKnownNames(this.lexicon.data));
    const isOne = others.every(({ kind }) => kind === "organisation");
    if (speaker?.kind !== "person" || !isOne || !entry || entry.organisations.length !== 1) return speakers;
    if (entry.organisations.every(({ text }) => looksLikeBody(text, this.lexicon)))
      affiliate(speaker, entry.organisations, label, this.lexicon, this.into);
    return [speaker];
  }

  private speak(rest: MappedText, speakers: readonly Mention[], context: Context): void {
    const { thread, topic } = context;
    const evidence = lineSpan(rest);
    const other = splitSpeakers(rest, this.lexicon);
    if (other) {
      this.speak(other.before, speakers, context);
      return this.speak(other.rest, this.mentionAll(other.speakers), context);
    }
    if (
      topic &&
      !thread.opened &&
      !context.owned &&
      !/\?["”']?$/.test(firstSentence(rest.text)) &&
      rest.text.length > 3 &&
      !/^["“']/.test(rest.text) &&
      !isAnswer(rest) &&
      !isObjection(rest) &&
      !addresses(rest, this.lexicon)
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
    if (!isAnswer(rest)) this.readStatementLine(rest, context, speakers, true);
  }

  /** An item with others under it: a report's owner, a matter, or a sentence with its details. */
  private readParent(node: MinutesNode, content: MappedText, context: Context): void {
    const heading = readHeading(content, this.lexicon);
    const owners = this.mentionAll(heading.owners);
    if (heading.onlyOwners) return this.readNodes(node.children, ownedBy(owners, context));
    if (isRemark(heading, context, this.lexicon)) {
      this.speak(heading.topic, owners, { ...context, mode: "discussion" });
      return this.readNodes(node.children, { ...context, depth: context.depth + 1 });
    }
    if (owners.length > 0 && (context.mode === "actions" || isTask(heading.topic))) {
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
      const above = (): Mention[] => this.leadOf(content);
      return this.readNodes(node.children, { ...context, above, depth: context.depth + 1 });
    }
    const long = content.text.split(/\s+/).length > 14 && !content.text.endsWith(":");
    if (
      isSentence(content, this.lexicon) ||
      long ||
      (hasFiniteVerb(content, this.lexicon) && !content.text.endsWith(":"))
    ) {
      const first =
        long || !context.topic ? this.topicOf(firstPhrase(content, this.lexicon), content) : undefined;
      this.readLeaf(content, { ...context, topic: first ?? context.topic });
      return this.readNodes(node.children, {
        ...context,
        topic: first ?? context.topic,
        above: first ? undefined : () => this.leadOf(content),
        depth: context.depth + 1,
        thread: { ...createThread(), focus: context.thread.focus, person: context.thread.person },
      });
    }
    const dashed = splitDashed(content, this.lexicon);
    if (dashed && owners.length === 0) return this.readTopicLine(dashed.head, dashed.rest, node, context);
    const topic = this.topicOf(headingTopic(heading), content);
    this.readNodes(node.children, asBrought(this.under(topic, owners, content, context), content, context));
  }

  /** What a sentence is about that others stand under. */
  private leadOf(content: MappedText): Mention[] {
    const matter = this.matterOf(leadPhrase(content, this.lexicon));
    return matter ? [matter] : [];
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
    if (
      topic &&
      context.topic &&
      context.mode === "discussion" &&
      owners.length === 0 &&
      !VOTES.test(head.text)
    )
      this.assign(trailing, topic, rest);
    this.readLeaf(rest, {
      ...below,
      mode: owners.length ? below.mode : context.mode,
      owners: context.owners,
      owned: context.owned,
    });
    this.readNodes(node.children, asBrought(below, node.content, context));
  }

  /** "Announcement: Ann": whoever stands alone behind a matter's name is to do it. */
  private assign({ onlyOwners, owners }: Heading, topic: Mention, line: MappedText): void {
    if (!onlyOwners || owners.length > 2) return;
    for (const owner of this.mentionAll(owners.filter(({ kind }) => kind === "person")))
      this.into.claim("committed_to", owner, topic, lineSpan(line), {
        rule: "stands-behind-the-matter",
        modality: "planned",
      });
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
    if (isRemark(heading, context, this.lexicon))
      return this.speak(heading.topic, this.mentionAll(heading.owners), { ...context, mode: "discussion" });
    if (
      heading.owners.length &&
      !heading.onlyOwners &&
      heading.topic.text !== "" &&
      !isSentence(heading.topic, this.lexicon) &&
      !hasFiniteVerb(heading.topic, this.lexicon)
    ) {
      const owners = this.mentionAll(heading.owners);
      if (context.mode === "actions" || isTask(heading.topic))
        return this.readStatementLine(
          heading.topic,
          { ...context, owners, mode: "actions" },
          owners,
          true,
          true,
        );
      const topic = isThin(heading.topic, this.lexicon)
        ? context.topic
        : this.topicOf(headingTopic(heading), content);
      if (topic) this.under(topic, owners, content, context);
      context.thread.opened = true;
      return;
    }
    if (!reports && this.isMatter(content, context)) this.topicOf(headingTopic(heading), content);
    else if (!reports && !context.topic && context.depth <= 1 && leadingLink)
      this.topicOf(trimTopicName(leadingLink), content);
    else if (isTitleAgain(content.text, this.minutes.title))
      return this.readStatementLine(content, context, []);
    else if (!reports && !context.topic && context.depth <= 1 && context.mode === "discussion") {
      const matter = this.topicOf(leadPhrase(content, this.lexicon), content);
      return this.readStatementLine(content, { ...context, topic: matter, lineTopic: true }, [], reports);
    } else if (!reports && context.topic && context.depth <= 2 && context.mode === "discussion") {
      const phrase = /^\d+(?:\(\d+\))?\s/.test(content.text)
        ? sliceMapped(content, 0, 0)
        : leadPhrase(content, this.lexicon);
      if (phrase.text !== "" && content.text.indexOf(phrase.text) < 22 && /\s/.test(phrase.text))
        this.topicOf(phrase, content);
    }
    const own = context.owned && context.owners.length > 0 && opensWithWork(content);
    this.readStatementLine(content, context, [], reports || own);
    if (/\s/.test(content.text)) context.thread.opened = true;
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
      !isSentence(content, this.lexicon) &&
      !hasFiniteVerb(content, this.lexicon) &&
      annotate(tokenize(content.text), this.lexicon).get(0)?.kind !== "person" &&
      !isTitleAgain(content.text, this.minutes.title) &&
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
