import type { NodeKind, Status } from "../model/schema.ts";

/** A place in a question where a name stands. */
export const SLOTS = ["matter", "actor", "person", "organisation", "meeting", "any", "other"] as const;
export type Slot = (typeof SLOTS)[number];

/** What a name in the slot may mean; everything where absent. */
export const SLOT_KINDS: Readonly<Partial<Record<Slot, readonly NodeKind[]>>> = {
  matter: ["topic", "project"],
  actor: ["person", "organisation"],
  person: ["person"],
  organisation: ["organisation"],
  meeting: ["meeting"],
};

export type QuestionKind =
  | "changes"
  | "promises"
  | "sole workers"
  | "workload"
  | "shared work"
  | "groups"
  | "workers"
  | "leaders"
  | "members"
  | "affiliations"
  | "work"
  | "attendees"
  | "meetings"
  | "status"
  | "states"
  | "timeline"
  | "connection"
  | "about";

/** One question that can be asked. */
export interface QuestionForm {
  asks: QuestionKind;
  /** The question in plain words: it is shown as what was read, offered while typing, and documented. */
  words: string;
  /** Other ways to ask it: regular expressions in which a slot stands for a name. */
  patterns: readonly string[];
  /** The status that it asks for. */
  status?: Status;
  /** Which kind of workers it asks for; all where absent. */
  kind?: NodeKind;
}

const BE = "(?:is|are|was|were|has been|have been)";
const DO = "(?:does|do|did|has|have|is|are|was|were|will)";
const WORK = "(?:works?|working|worked|looks?|looking|spends? time|spending time) (?:on|at|with)";
const SINGLE = "(?:one|person|worker|developer)";

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  blocked: "(?:blocked|stuck|waiting)",
  "in review": "(?:in|under|awaiting|waiting for) review",
  ongoing: "(?:ongoing|in progress|going on|being worked on|under way)",
  merged: "(?:merged|upstream|accepted)",
  done: "(?:done|finished|ready|complete|completed)",
};

function createStateForm(status: Status): QuestionForm {
  const state = STATUS_WORDS[status];
  return {
    asks: "states",
    status,
    words: `what is ${status}`,
    patterns: [
      `(?:what|which (?:topics?|projects?|work|patches|things)) (?:${BE} |has (?:got )?|have (?:got )?|got )?${state}`,
      `(?:everything|all|topics|work)(?: that is)? ${state}`,
    ],
  };
}

/** Every question, tried in this order. */
export const QUESTION_FORMS: readonly QuestionForm[] = [
  {
    asks: "changes",
    words: "what changed",
    patterns: ["what(?: (?:is|has|have))? (?:changed|new|happened|different)", "changes|news"],
  },
  {
    asks: "promises",
    words: "what did {actor} promise",
    patterns: [
      `what ${DO} {actor} (?:promised?|commit(?:ted)? to|going to do)(?: to do)?`,
      "what will {actor} do",
      "promises (?:of|by|from|made by) {actor}",
      "{actor}'s? (?:open )?(?:promises|action items|actions|todos?)",
      "(?:(?:all|the|open) )*(?:promises|action items|actions|todos?) (?:of|by|from|for) {actor}",
      "what (?:should|must|has|have) {actor} (?:to do|do)(?: next)?",
    ],
  },
  {
    asks: "promises",
    words: "who at {organisation} promised to act on {matter}",
    patterns: [
      "who (?:at|from|of|in) {organisation} (?:has |have )?promised(?: to)?(?: (?:act|work) on| do)? {matter}",
    ],
  },
  {
    asks: "promises",
    words: "who promised what",
    patterns: [
      "who (?:has |have )?(?:promised|committed(?: to)?)(?: to do)? (?:what|anything|something)",
      "(?:the |all |open )*(?:promises|action items|actions|todos?)",
      "what (?:was|has been|is) promised",
      "(?:what|which promises) (?:is|are) (?:still )?open",
    ],
  },
  {
    asks: "promises",
    words: "who promised to act on {matter}",
    patterns: [
      "who (?:has |have )?(?:promised|committed)(?: to)?(?: (?:act|work) on| do| fix| review| send)? {matter}",
      "promises (?:about|on|for|to) {matter}",
      "what (?:was|has been|is) promised (?:about|on|for) {matter}",
    ],
  },
  {
    asks: "sole workers",
    words: "who is the only one on {matter}",
    patterns: [
      `(?:who|which person) ${BE} (?:the )?(?:only|single|sole) ${SINGLE}(?: who works| working)?(?: on| behind| for)? {matter}`,
      `${BE} (?:there )?(?:only|just) one ${SINGLE}? ?(?:working )?on {matter}`,
    ],
  },
  {
    asks: "sole workers",
    words: "who is the only one on what",
    patterns: [
      `who ${BE} (?:the )?(?:only|single|sole) ${SINGLE}(?: on (?:what|something|anything|a topic))?`,
      `(?:what|which topics?) (?:has|have|hangs? on|depends? on) (?:only |just )?(?:a single|one) ${SINGLE}(?: behind (?:it|them))?`,
    ],
  },
  {
    asks: "workload",
    words: "who carries the most",
    patterns: [
      "who (?:carries|does|works|has|is doing)(?: the)? most(?: (?:work|to do))?",
      "(?:who is (?:the )?)?busiest(?: (?:person|people))?",
      "workload",
    ],
  },
  {
    asks: "shared work",
    words: "which organisations work together",
    patterns: [
      "(?:which|what) (?:organisations?|organizations?|companies) (?:work|works|are working) together",
      "who works together",
    ],
  },
  {
    asks: "groups",
    words: "which groups are there",
    patterns: [
      "(?:which|what) (?:groups|communities|teams) (?:are|exist)(?: there)?",
      "groups|communities|teams|bridges",
      "who (?:joins|bridges|connects) (?:the )?(?:groups|communities|teams)",
    ],
  },
  {
    asks: "workers",
    words: "who at {organisation} works on {matter}",
    patterns: [
      `who (?:at|from|of|in) {organisation} ${BE}? ?${WORK} {matter}`,
      "who (?:at|from|of|in) {organisation} (?:does|knows(?: about)?|is on|maintains) {matter}",
    ],
  },
  {
    asks: "workers",
    words: "does {person} work on {matter}",
    patterns: [
      `(?:does|do|did|is|has) {person} (?:work|working|worked|involved|look|looking|looked) (?:on|in|with|at) {matter}`,
    ],
  },
  {
    asks: "workers",
    words: "which organisations work on {matter}",
    kind: "organisation",
    patterns: [
      `(?:which|what) (?:organisations?|organizations?|companies|company) (?:is |are )?${WORK} {matter}`,
      "(?:organisations|organizations|companies) (?:on|behind) {matter}",
    ],
  },
  {
    asks: "leaders",
    words: "who leads or maintains {matter}",
    patterns: [
      "who (?:maintains?|leads?|owns|chairs|runs|is responsible for|is in charge of|(?:is|are) (?:the )?(?:maintainers?|leads?|leaders?|owners?) of) {matter}",
      "maintainers? of {matter}",
    ],
  },
  {
    asks: "workers",
    words: "who works on {matter}",
    patterns: [
      `(?:who|which people|who else) (?:all )?${BE}? ?${WORK} {matter}`,
      `(?:who|which people) (?:does|do|did|knows?(?: about)?|${BE} (?:on|doing|behind)|discuss(?:es|ed)|spoke about) {matter}`,
      "(?:people|work|workers|experts) (?:on|for|in) {matter}",
      "who (?:talks?|talked|speaks?|spoke|asked|cares?) about {matter}",
      "who (?:can|could|should|do) (?:I|we) (?:ask|talk to)(?: about)? {matter}",
    ],
  },
  {
    asks: "members",
    words: "who is with {organisation}",
    patterns: [
      `who (?:${BE}|works?|worked) (?:with|at|from|for|in) {organisation}`,
      "(?:people|members|staff) (?:at|of|from|with|in) {organisation}",
    ],
  },
  {
    asks: "affiliations",
    words: "whom is {person} with",
    patterns: [
      "(?:which|what) (?:company|companies|organisations?|organizations?|employer) (?:is|was|does|did) {person} (?:with|at|from|in|work(?:ing)? (?:for|at))",
      "where (?:does|did|is) {person} (?:work(?:ing)?|from)",
      "whom? (?:is|was) {person} with",
      "whom? (?:does|did) {person} work for",
    ],
  },
  {
    asks: "work",
    words: "what does {actor} do",
    patterns: [
      `what ${DO} {actor} (?:do|does|doing|done|up to|(?:been )?work(?:s|ed|ing)? (?:on|at|with)|look(?:ed|ing)? at|busy with)`,
      "{actor}'s? (?:work|topics|projects)",
      "(?:work|topics|projects) of {actor}",
    ],
  },
  {
    asks: "attendees",
    words: "who attended {meeting}",
    patterns: [`(?:who|attendees)(?: (?:attended|${BE} (?:at|in)|took part in|joined|of))? {meeting}`],
  },
  {
    asks: "attendees",
    words: "who at {organisation} attended",
    patterns: [
      "(?:who|anyone|anybody|which people) (?:at|from|of) {organisation} (?:attended|(?:was|were|is)? ?(?:there|present|(?:at|on|in) (?:the )?(?:call|meeting)s?)|on the call|took part|joined)",
    ],
  },
  {
    asks: "attendees",
    words: "who attended",
    patterns: [
      `who (?:attended|took part|joined|${BE} (?:there|present))(?: (?:at |in )?the (?:meeting|call)s?)?`,
      "(?:the )?(?:attendees|attendance|participants)",
    ],
  },
  {
    asks: "meetings",
    words: "which meetings covered {matter}",
    patterns: ["(?:which |the |all )?(?:meetings|calls) (?:about|on|covered|with|discussed) {matter}"],
  },
  {
    asks: "meetings",
    words: "which meetings were there",
    patterns: ["(?:which |what |the |all |list )*(?:meetings|calls)(?: (?:were|are) there)?"],
  },
  ...(["in review", "blocked", "ongoing", "merged", "done"] as const).map(createStateForm),
  {
    asks: "status",
    words: "what is the status of {matter}",
    patterns: [
      "(?:what (?:is|was) )?(?:the )?(?:status|state|progress) (?:of|on) {matter}",
      "how (?:is|are) {matter} (?:going|doing|coming along|progressing)",
      "(?:is|are) {matter} (?:done|merged|ready|finished|blocked)",
      "how far (?:is|are) {matter}",
    ],
  },
  {
    asks: "timeline",
    words: "when did {any} come up",
    patterns: [
      "when (?:did|was|were|is|has|have) {any} (?:come up|came up|appear(?:ed)?|(?:last |first )?(?:mentioned|discussed|seen|there|named|spoken of)|start(?:ed)?|go quiet)",
      "(?:history|timeline) (?:of|for) {any}",
    ],
  },
  {
    asks: "connection",
    words: "how are {any} and {other} connected",
    patterns: [
      `how ${BE} {any} (?:connected|related|linked|tied) (?:with|to|and) {other}`,
      `how ${BE} {any} and {other} (?:connected|related|linked|tied)(?: (?:with|to) each other)?`,
      "how (?:does|do|did) {any} know {other}",
      "(?:path|way|connection) (?:from|between) {any} (?:to|and) {other}",
      `what (?:has|have|does|do) {any} (?:have )?to do with {other}`,
      "{any} (?:and|&|->|→) {other}",
    ],
  },
  {
    asks: "about",
    words: "{any}",
    patterns: [
      `(?:who|what) ${BE} {any}`,
      "(?:tell me |what )?about {any}",
      "(?:find|show|search)(?: me)? {any}",
      "(?:everything|all|more) about {any}",
      "who works (?:on|for) {any}",
    ],
  },
];
