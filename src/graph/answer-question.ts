import { findAffiliations, findMembers, type Affiliation } from "./affiliations.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { type Citation, listCitations } from "./citation.ts";
import type { EdgeAttributes } from "../model/graph-attributes.ts";
import { computeChanges } from "./changes.ts";
import { describeCommunities, findBridges, joinWords } from "./communities.ts";
import { findConnection, type Path } from "./find-path.ts";
import { getDayBefore, intersectPeriods, isInPeriod, type Period } from "./period.ts";
import { findWholes } from "./parts-and-wholes.ts";
import { findPromises } from "./promises.ts";
import type { QueryIndex } from "./query-index.ts";
import { QUESTION_FORMS, type QuestionKind } from "./question-forms.ts";
import { type Question, type QuestionReading, readQuestion } from "./read-question.ts";
import { pickFirst } from "./pick-first.ts";
import { countSharedWork, findSharedWork } from "./shared-work.ts";
import { findStatusHistory, listStates } from "./status.ts";
import { computeTimeline } from "./timeline.ts";
import { findWhatDoes } from "./what-does.ts";
import { findWhoWorksOn } from "./who-works-on.ts";
import type { WorkRow } from "./work-table.ts";
import { countSoleWorkers, countWorkers, findSoleWorkers, rankWorkload } from "./workload.ts";

/** One line of an answer. */
export interface AnswerRow {
  /** The nodes that it is about, the main one first. */
  nodes: string[];
  words: string;
  /** Why it stands there: counts, a date, a state; may be empty. */
  detail: string;
  /** The sentences that say it; empty for what is counted or not said at all. */
  citations: Citation[];
}

export interface AnswerPart {
  title: string;
  /** The first rows, as many as were wished for. */
  rows: AnswerRow[];
  /** How many rows there are in all. */
  total: number;
}

/** A part before its rows are counted and cut. */
interface FoundPart {
  title: string;
  rows: AnswerRow[];
  /** Where there are more than `rows`. */
  total?: number;
}

export interface Answer {
  /** "I read this as: who works on GICv3", or what is the matter with the question. */
  reading: string;
  /** What was asked; absent where the question could not be read. */
  question?: Question;
  /** Doubts about the names. */
  notes: string[];
  /** The answer's lists, none of them empty. */
  parts: AnswerPart[];
  /** Where there is no answer: questions that can be asked, or that the minutes say nothing. */
  help: string[];
}

/** So many rows are more than anybody reads. */
const MOST_ROWS = 200;

export interface AnswerOptions {
  /** At most so many rows of each list, the first ones; 200 where absent. */
  limit?: number;
  /** Only what was said in this time counts, whatever time the question names. */
  within?: Period;
}

/**
 * Answers a question in words from what the minutes say, each line with its sentences.
 *
 * What cannot be read is answered with what can be asked; what can be read but not answered, with that.
 */
export function answerQuestion(index: QueryIndex, text: string, options: AnswerOptions = {}): Answer {
  const { limit = MOST_ROWS, within = {} } = options;
  const reading = readQuestion(index, text);
  const { question: asked, words, notes } = reading;
  const question = asked && { ...asked, period: intersectPeriods(asked.period, within) };
  if (!question) return { reading: words, notes, parts: [], help: suggestInstead(reading) };
  const parts = ANSWERS[question.asks](index, question, limit)
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows, total = rows.length }) => ({ title, rows: rows.slice(0, limit), total }));
  const help = parts.length > 0 ? [] : ["The minutes say nothing about that."];
  return { reading: `I read this as: ${words}`, question, notes, parts, help };
}

function suggestInstead({ candidates }: QuestionReading): string[] {
  const named = candidates.map(({ label }) => label);
  const forms = QUESTION_FORMS.map(({ words }) =>
    words.replace(/\{(\w+)\}/g, (_, slot: string) => EXAMPLES[slot] ?? slot),
  );
  return [...(named.length > 0 ? [`Did you mean ${joinWords(named, "or")}?`] : []), "You can ask:", ...forms];
}

const EXAMPLES: Readonly<Record<string, string>> = {
  matter: "TOPIC",
  actor: "PERSON",
  person: "PERSON",
  organisation: "ORGANISATION",
  meeting: "MEETING",
  any: "NAME",
  other: "NAME",
};

type AnswerMaker = (index: QueryIndex, question: Question, limit: number) => FoundPart[];

const ANSWERS: Readonly<Record<QuestionKind, AnswerMaker>> = {
  workers: answerWorkers,
  leaders: answerLeaders,
  work: (index, { nodes, period }, limit) => [
    toWorkPart(index, "Works on", findWhatDoes(index, nodes.actor ?? "", { period }), limit),
  ],
  promises: answerPromises,
  members: answerMembers,
  affiliations: (index, { nodes, period }) =>
    toPart(
      "With",
      findAffiliations(index, nodes.person ?? "", period).map((one) =>
        toAffiliationRow(index, one, "organisation"),
      ),
    ),
  attendees: answerAttendees,
  meetings: answerMeetings,
  status: answerStatus,
  states: answerStates,
  timeline: (index, { nodes, period }) => answerTimeline(index, nodes.any ?? "", period),
  connection: answerConnection,
  changes: answerChanges,
  "sole workers": answerSoleWorkers,
  workload: answerWorkload,
  "shared work": answerSharedWork,
  groups: answerGroups,
  about: answerAbout,
};

function toPart(title: string, rows: AnswerRow[]): FoundPart[] {
  return [{ title, rows }];
}

function toWorkPart(index: QueryIndex, title: string, rows: readonly WorkRow[], limit: number): FoundPart {
  return { title, rows: rows.slice(0, limit).map((row) => toWorkRow(index, row)), total: rows.length };
}

function toWorkRow(index: QueryIndex, row: WorkRow): AnswerRow {
  const { node, label, reason, status, first, last, via, citations } = row;
  const when = first === last ? first : `${first} to ${last}`;
  const through = via.length > 0 ? `through ${joinWords(via.map((other) => labelOf(index, other)))}` : "";
  const detail = [reason, through, status, when].filter(Boolean).join(" · ");
  return { nodes: [node], words: label, detail, citations };
}

function labelOf({ graph }: QueryIndex, node: string): string {
  return graph.getNodeAttribute(node, "label");
}

function answerWorkers(index: QueryIndex, { nodes, kind, period }: Question, limit: number): FoundPart[] {
  const { matter = "", organisation: at, person } = nodes;
  if (person !== undefined) {
    const row = findWhoWorksOn(index, matter, { period }).find(({ node }) => node === person);
    return row ? toWorkParts(index, matter, [row], limit) : [];
  }
  const kinds = at === undefined ? kind && [kind] : (["person"] as const);
  const rows = findWhoWorksOn(index, matter, {
    period,
    ...(at !== undefined && { at }),
    ...(kinds && { kinds }),
  });
  return toWorkParts(index, matter, rows, limit);
}

/** People before organisations, and work before mere talk, so that nobody who only spoke is taken for a worker. */
function toWorkParts(
  index: QueryIndex,
  matter: string,
  rows: readonly WorkRow[],
  limit: number,
): FoundPart[] {
  const wholes = new Set(findWholes(index, matter).map(({ node }) => node));
  const isFar = ({ citations }: WorkRow): boolean => citations.every(({ target }) => wholes.has(target));
  const all = rows.filter(({ role }) => role !== "spoke");
  const workers = all.filter((row) => !isFar(row));
  return [
    toWorkPart(
      index,
      "People who work on it or promised to",
      workers.filter(({ kind }) => kind === "person"),
      limit,
    ),
    toWorkPart(
      index,
      "Organisations that work on it",
      workers.filter(({ kind }) => kind === "organisation"),
      limit,
    ),
    toWorkPart(index, "Work on what it is part of", all.filter(isFar), limit),
    toWorkPart(
      index,
      "Spoke about it",
      rows.filter(({ role }) => role === "spoke"),
      limit,
    ),
  ];
}

/** Where the minutes name no leader, those who work on it are the honest answer. */
function answerLeaders(
  index: QueryIndex,
  { nodes: { matter = "" }, period }: Question,
  limit: number,
): FoundPart[] {
  const leaders = findWhoWorksOn(index, matter, { period, roles: ["leads"] });
  if (leaders.length > 0) return [toWorkPart(index, "Leads or maintains it", leaders, limit)];
  return toWorkParts(index, matter, findWhoWorksOn(index, matter, { period }), limit).map((part) => ({
    ...part,
    title: `The minutes name no leader. ${part.title}`,
  }));
}

function answerPromises(index: QueryIndex, { nodes, period }: Question, limit: number): FoundPart[] {
  const { actor, matter, organisation } = nodes;
  const group = organisation ?? actor;
  const by = group === undefined ? undefined : [group, ...listPeopleOf(index, group)];
  const promises = findPromises(index, { period, ...(by && { by }), ...(matter && { about: [matter] }) });
  const rows = promises
    .slice(0, limit)
    .map(({ by: who, about, date, state, citation, settledBy }): AnswerRow => ({
      nodes: [who, ...about],
      words: `${labelOf(index, who)} promised to act on ${joinWords(about.map((node) => labelOf(index, node)))}`,
      detail: [settledBy ? `${state} on ${settledBy.date}` : state, date].filter(Boolean).join(" · "),
      citations: settledBy ? [citation, settledBy] : [citation],
    }));
  return [{ title: "Promises", rows, total: promises.length }];
}

function listPeopleOf(index: QueryIndex, node: string): string[] {
  const isOrganisation = index.graph.getNodeAttribute(node, "kind") === "organisation";
  return isOrganisation ? findMembers(index, node).map(({ person }) => person) : [];
}

function answerMembers(
  index: QueryIndex,
  { nodes: { organisation = "" }, period }: Question,
  limit: number,
): FoundPart[] {
  const members = findMembers(index, organisation, period);
  const toMembers = (title: string, all: readonly Affiliation[]): FoundPart => ({
    title,
    rows: all.slice(0, limit).map((affiliation) => toAffiliationRow(index, affiliation, "person")),
    total: all.length,
  });
  return [
    toMembers(
      "With it",
      members.filter(({ current }) => current),
    ),
    toMembers(
      "Was with it before",
      members.filter(({ current }) => !current),
    ),
  ];
}

function toAffiliationRow(
  index: QueryIndex,
  affiliation: Affiliation,
  end: "person" | "organisation",
): AnswerRow {
  const { first, last, current, citations } = affiliation;
  const node = affiliation[end];
  const detail = [current ? "" : "before", first === last ? first : `${first} to ${last}`]
    .filter(Boolean)
    .join(" · ");
  return { nodes: [node], words: labelOf(index, node), detail, citations };
}

function answerAttendees(
  index: QueryIndex,
  { nodes: { meeting: asked, organisation }, period }: Question,
  limit: number,
): FoundPart[] {
  const people = organisation === undefined ? undefined : new Set(listPeopleOf(index, organisation));
  const meetings = index.meetings.filter(
    ({ node, date }) => (asked === undefined || asked === node) && isInPeriod(date, period),
  );
  return meetings.map(({ node, label, date }) => ({
    title: [label, date].filter(Boolean).join(", "),
    ...listEnds(
      index,
      { node, relation: "attended", end: "source", ...(people && { among: people }) },
      limit,
    ),
  }));
}

interface Ends {
  node: string;
  relation: string;
  end: "source" | "target";
  /** Only these; all where absent. */
  among?: ReadonlySet<string>;
}

/** The nodes at the other end of a node's edges of one relation, by name, each with its sentences. */
function listEnds(
  index: QueryIndex,
  { node, relation, end, among }: Ends,
  limit: number,
): Pick<FoundPart, "rows" | "total"> & { total: number } {
  const { graph } = index;
  const found: { edge: string; other: string; words: string }[] = [];
  const visit = (edge: string, attributes: EdgeAttributes, source: string, target: string): void => {
    const other = end === "source" ? source : target;
    if (attributes.relation === relation && (!among || among.has(other)))
      found.push({ edge, other, words: labelOf(index, other) });
  };
  if (end === "source") graph.forEachInEdge(node, visit);
  else graph.forEachOutEdge(node, visit);
  const first = pickFirst(found, limit, (a, b) => compareCodeUnits(a.words, b.words));
  const rows = first.map(({ edge, other, words }): AnswerRow => ({
    nodes: [other],
    words,
    detail: "",
    citations: [...listCitations(index, edge)],
  }));
  return { rows, total: found.length };
}

function answerMeetings(index: QueryIndex, { nodes: { matter }, period }: Question): FoundPart[] {
  const rows = index.meetings.flatMap(({ node, label, date }): AnswerRow[] => {
    const edge = matter === undefined ? undefined : `${node}|covered|${matter}`;
    const isOut = edge !== undefined && !index.graph.hasEdge(edge);
    if (isOut || !isInPeriod(date, period)) return [];
    return [
      { nodes: [node], words: label, detail: date, citations: edge ? [...listCitations(index, edge)] : [] },
    ];
  });
  return toPart("Meetings", rows);
}

function answerStatus(
  index: QueryIndex,
  { nodes: { matter = "" }, period }: Question,
  limit: number,
): FoundPart[] {
  const rows = findStatusHistory(index, matter, period)
    .toReversed()
    .map(({ date, status, citation }): AnswerRow => ({
      nodes: [matter],
      words: `${labelOf(index, matter)} is ${status}`,
      detail: date,
      citations: [citation],
    }));
  if (rows.length > 0) return toPart("Status, the latest first", rows);
  const parts = toWorkParts(index, matter, findWhoWorksOn(index, matter, { period }), limit);
  return parts.map((part) => ({ ...part, title: `The minutes tell no status. ${part.title}` }));
}

/** What stands so by the latest that the minutes say of it. */
function answerStates(
  index: QueryIndex,
  { status = "ongoing", period }: Question,
  limit: number,
): FoundPart[] {
  const states = listStates(index, status, period);
  const rows = states.slice(0, limit).map(({ node, date, citation }): AnswerRow => ({
    nodes: [node],
    words: labelOf(index, node),
    detail: date,
    citations: [citation],
  }));
  return [{ title: `Now ${status}`, rows, total: states.length }];
}

function answerTimeline(index: QueryIndex, node: string, period: Question["period"]): FoundPart[] {
  const {
    meetings,
    rows: [row],
  } = computeTimeline(index, { period, nodes: [node], kinds: [index.graph.getNodeAttribute(node, "kind")] });
  if (!row) return [];
  const rows = meetings.flatMap((meeting, column): AnswerRow[] => {
    const count = row.counts[column] ?? 0;
    const events = row.events.filter((event) => event.meeting === meeting.node).map(({ kind }) => kind);
    if (count === 0) return [];
    const detail = [meeting.date, `${count} ${count === 1 ? "sentence" : "sentences"}`, ...events]
      .filter(Boolean)
      .join(" · ");
    return [{ nodes: [meeting.node, node], words: meeting.label, detail, citations: [] }];
  });
  return toPart(`When ${row.label} came up`, rows);
}

function answerConnection(
  index: QueryIndex,
  { nodes: { any = "", other = "" }, period }: Question,
): FoundPart[] {
  const connection = findConnection(index, any, other, period);
  if (!connection) return [];
  const { shortest, strongest } = connection;
  const isSame = describePath(shortest) === describePath(strongest);
  return [
    { title: isSame ? "Connected" : "The shortest way", rows: toPathRows(shortest) },
    { title: "The strongest way", rows: isSame ? [] : toPathRows(strongest) },
  ];
}

function describePath({ steps }: Path): string {
  return steps.map(({ words }) => words).join("\n");
}

function toPathRows({ steps }: Path): AnswerRow[] {
  return steps.map(({ from, to, words, citation }) => ({
    nodes: [from, to],
    words,
    detail: citation.date,
    citations: [citation],
  }));
}

function answerChanges(
  index: QueryIndex,
  { period: { since, until } }: Question,
  limit: number,
): FoundPart[] {
  const after = since === undefined ? "" : getDayBefore(since);
  const range = until === undefined ? { after, limit } : { after, until, limit };
  const { changes, counts } = computeChanges(index, range);
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    title: kind,
    total: counts.get(kind) ?? 0,
    rows: changes
      .filter((change) => change.kind === kind)
      .map(({ nodes, words, date, citation }) => ({
        nodes,
        words,
        detail: date,
        citations: citation ? [citation] : [],
      })),
  }));
}

function answerSoleWorkers(
  index: QueryIndex,
  { nodes: { matter }, period }: Question,
  limit: number,
): FoundPart[] {
  const found = findSoleWorkers(index, { period, limit, ...(matter !== undefined && { about: matter }) });
  const rows = found.map(({ topic, label, worker, workerLabel, work }): AnswerRow => ({
    nodes: [worker, topic],
    words: `${workerLabel} is the only one on ${label}`,
    detail: work.reason,
    citations: work.citations,
  }));
  if (matter === undefined) return [{ title: "The only one", rows, total: countSoleWorkers(index, period) }];
  if (rows.length > 0) return toPart("The only one", rows);
  return toWorkParts(index, matter, findWhoWorksOn(index, matter, { period }), limit).map((part) => ({
    ...part,
    title: `Nobody is the only one. ${part.title}`,
  }));
}

function answerWorkload(index: QueryIndex, { period }: Question, limit: number): FoundPart[] {
  const rows = rankWorkload(index, { period, limit }).map(
    ({ person, label, topics, alone, openPromises }): AnswerRow => ({
      nodes: [person],
      words: label,
      detail: `on ${topics.length}, alone on ${alone.length} · open promises: ${openPromises}`,
      citations: [],
    }),
  );
  return [{ title: "Who carries the most", rows, total: countWorkers(index, period) }];
}

/** So many names are enough to tell what two share. */
const MOST_SHARED = 8;

function answerSharedWork(index: QueryIndex, { period }: Question, limit: number): FoundPart[] {
  const name = (nodes: readonly string[]): string => {
    const names = nodes.slice(0, MOST_SHARED).map((node) => labelOf(index, node));
    const left = nodes.length - names.length;
    return joinWords(left > 0 ? [...names, `${left} more`] : names);
  };
  const rows = findSharedWork(index, { period, limit }).map(
    ({ first, second, firstLabel, secondLabel, shared, undiscussed }): AnswerRow => ({
      nodes: [first, second, ...shared],
      words: `${firstLabel} and ${secondLabel} both work on ${name(shared)}`,
      detail:
        undiscussed.length > 0 ? `without both speaking about ${undiscussed.length} of ${shared.length}` : "",
      citations: [],
    }),
  );
  return [{ title: "Work together", rows, total: countSharedWork(index, period) }];
}

function answerGroups(index: QueryIndex, _: Question, limit: number): FoundPart[] {
  const [communities, bridging] = [describeCommunities(index), findBridges(index)];
  const groups = communities.slice(0, limit).map(({ members, words }): AnswerRow => ({
    nodes: members.slice(0, 1),
    words,
    detail: `${members.length} ${members.length === 1 ? "name" : "names"}`,
    citations: [],
  }));
  const bridges = bridging.slice(0, limit).map(({ node, words }): AnswerRow => ({
    nodes: [node],
    words,
    detail: "",
    citations: [],
  }));
  return [
    { title: "Groups", rows: groups, total: communities.length },
    { title: "Who joins them", rows: bridges, total: bridging.length },
  ];
}

/** A name alone asks for what is most asked about its kind. */
function answerAbout(
  index: QueryIndex,
  { nodes: { any = "" }, period }: Question,
  limit: number,
): FoundPart[] {
  const ask = (asks: QuestionKind, nodes: Question["nodes"]) =>
    ANSWERS[asks](index, { asks, nodes, period }, limit);
  switch (index.graph.getNodeAttribute(any, "kind")) {
    case "person":
      return [
        ...ask("affiliations", { person: any }),
        ...ask("work", { actor: any }),
        ...ask("promises", { actor: any }),
      ];
    case "organisation":
      return [...ask("members", { organisation: any }), ...ask("work", { actor: any })];
    case "meeting":
      return [
        ...ask("attendees", { meeting: any }),
        { title: "Covered", ...listEnds(index, { node: any, relation: "covered", end: "target" }, limit) },
      ];
    default:
      return ask("workers", { matter: any });
  }
}
