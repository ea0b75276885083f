import { findAffiliations, findMembers, type Affiliation } from "./affiliations.ts";
import {
  type AnswerMaker,
  type AnswerPart,
  type AnswerRow,
  describeSpan,
  type FoundPart,
  labelOf,
  listEnds,
  toPart,
} from "./answer-part.ts";
import { answerPromises } from "./answer-promises.ts";
import { answerAttendees, answerMeetings } from "./answer-meetings.ts";
import { answerChanges, answerMoves, answerStates, answerStatus, answerTimeline } from "./answer-time.ts";
import {
  answerColleagues,
  answerLeaders,
  answerProgress,
  answerSharedWork,
  answerSoleWorkers,
  answerSpeakers,
  answerSpeech,
  answerWork,
  answerWorkers,
  answerWorkload,
} from "./answer-work.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import { describeCommunities, findBridges, joinWords } from "./communities.ts";
import { findConnection, type Path } from "./find-path.ts";
import { findNamedLinks } from "./named-links.ts";
import { intersectPeriods, type Period } from "./period.ts";
import { pickFirst } from "./pick-first.ts";
import type { QueryIndex } from "./query-index.ts";
import { QUESTION_FORMS, type QuestionKind } from "./question-forms.ts";
import { type Question, type QuestionReading, readQuestion } from "./read-question.ts";
import { listQuestionsAbout } from "./suggest-questions.ts";
import { KINDS } from "../model/schema.ts";

export type { AnswerPart, AnswerRow } from "./answer-part.ts";

export interface Answer {
  /** "I read this as: who works on GICv3", or what is the matter with the question. */
  reading: string;
  /** What was asked; absent where the question could not be read. */
  question?: Question;
  /** Doubts about the names, and what is to be known before the parts are read. */
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
  const reading = readQuestion(index, text, within);
  const { question: asked, words, notes } = reading;
  const question = asked && { ...asked, period: intersectPeriods(asked.period, within) };
  if (!question) return { reading: words, notes, parts: [], help: suggestInstead(reading) };
  const found = ANSWERS[question.asks](index, question, limit).filter(({ rows }) => rows.length > 0);
  return {
    reading: `I read this as: ${words}`,
    question,
    notes: [...notes, ...new Set(found.flatMap(({ note }) => note ?? []))],
    parts: found.map(({ title, rows, total = rows.length }) => ({
      title,
      rows: rows.slice(0, limit),
      total,
    })),
    help: found.length > 0 ? [] : ["The minutes say nothing about that."],
  };
}

/** What can be asked, first about the names that stand in the text where there are any. */
function suggestInstead({ candidates }: QuestionReading): string[] {
  const named = candidates.map(({ label }) => label);
  const forms = QUESTION_FORMS.filter(({ isVariant }) => !isVariant);
  const examples = forms.map(({ words }) =>
    words.replace(/\{(\w+)\}/g, (_, slot: string) => EXAMPLES[slot] ?? slot),
  );
  return [
    ...(named.length > 0 ? [`These minutes know ${joinWords(named)}.`] : []),
    "You can ask:",
    ...candidates.slice(0, 2).flatMap(listQuestionsAbout),
    ...examples,
  ];
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

const ANSWERS: Readonly<Record<QuestionKind, AnswerMaker>> = {
  workers: answerWorkers,
  leaders: answerLeaders,
  speakers: answerSpeakers,
  speech: answerSpeech,
  progress: answerProgress,
  work: answerWork,
  colleagues: answerColleagues,
  promises: answerPromises,
  members: answerMembers,
  affiliations: answerAffiliations,
  attendees: answerAttendees,
  meetings: answerMeetings,
  status: answerStatus,
  states: answerStates,
  timeline: answerTimeline,
  connection: answerConnection,
  changes: answerChanges,
  moves: answerMoves,
  "sole workers": answerSoleWorkers,
  workload: answerWorkload,
  "shared work": answerSharedWork,
  groups: answerGroups,
  names: answerNames,
  about: answerAbout,
};

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

function answerAffiliations(index: QueryIndex, { nodes: { person = "" }, period }: Question): FoundPart[] {
  const affiliations = findAffiliations(index, person, period);
  return toPart(
    "With",
    affiliations.map((one) => toAffiliationRow(index, one, "organisation")),
  );
}

function toAffiliationRow(
  index: QueryIndex,
  affiliation: Affiliation,
  end: "person" | "organisation",
): AnswerRow {
  const { first, last, current, citations } = affiliation;
  const node = affiliation[end];
  const detail = [current ? "" : "before", describeSpan(first, last)].filter(Boolean).join(" · ");
  return { nodes: [node], words: labelOf(index, node), detail, citations };
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

/** Every name of a kind, the most connected first. */
function answerNames({ graph }: QueryIndex, { kind = "topic" }: Question, limit: number): FoundPart[] {
  const all = graph.filterNodes((_, attributes) => attributes.kind === kind);
  const first = pickFirst(all, limit, (a, b) => graph.degree(b) - graph.degree(a) || compareCodeUnits(a, b));
  const rows = first.map((node): AnswerRow => {
    const connections = graph.degree(node);
    const detail = `${connections} ${connections === 1 ? "connection" : "connections"}`;
    return { nodes: [node], words: graph.getNodeAttribute(node, "label"), detail, citations: [] };
  });
  return [{ title: KINDS[kind].plural, rows, total: all.length }];
}

/** What is said beside a name of which nothing is said itself. */
function answerNamed(index: QueryIndex, node: string, period: Period): FoundPart[] {
  const label = labelOf(index, node);
  const rows = findNamedLinks(index, node, period).map(({ to, citation }): AnswerRow => ({
    nodes: [to],
    words: `${label} is named with ${labelOf(index, to)}`,
    detail: citation.date,
    citations: [citation],
  }));
  return toPart("Only named", rows);
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
    case "organisation": {
      const parts = [...ask("members", { organisation: any }), ...ask("work", { actor: any })];
      return parts.some(({ rows }) => rows.length > 0) ? parts : answerNamed(index, any, period);
    }
    case "meeting":
      return [
        ...ask("attendees", { meeting: any }),
        { title: "Covered", ...listEnds(index, { node: any, relation: "covered", end: "target" }, limit) },
      ];
    default:
      return ask("workers", { matter: any });
  }
}
