import { KINDS, type NodeKind, type Status } from "../model/schema.ts";
import type { ChangeKind } from "./changes.ts";
import type { PromiseState } from "./promises.ts";

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
  | "moves"
  | "promises"
  | "sole workers"
  | "workload"
  | "shared work"
  | "groups"
  | "workers"
  | "leaders"
  | "speakers"
  | "speech"
  | "progress"
  | "members"
  | "affiliations"
  | "work"
  | "colleagues"
  | "attendees"
  | "meetings"
  | "status"
  | "states"
  | "timeline"
  | "connection"
  | "names"
  | "about";

/** What a question asks for besides the names in it. */
export interface Wish {
  asks: QuestionKind;
  /** The status that it asks for. */
  status?: Status;
  /** Which kind of workers, of those who are alone, or of names it asks for; all where absent. */
  kind?: NodeKind;
  /** How the promises stand that it asks for; all where absent. */
  promises?: readonly PromiseState[];
  /** Which changes it asks for, and of what; all where absent. */
  changes?: readonly ChangeKind[];
  of?: readonly NodeKind[];
  /** Whether it asks who left an organisation, or who joined it. */
  move?: "left" | "joined";
}

/** One question that can be asked. */
export interface QuestionForm {
  wish: Wish;
  /** The question in plain words: it is shown as what was read, offered while typing, and documented. */
  words: string;
  /** Whether it is a narrower question than others of its kind, and not told to whoever asks what can be asked. */
  isVariant?: boolean;
  /** Other ways to ask it: regular expressions in which a slot stands for a name. */
  patterns: readonly string[];
}

const BE = "(?:is|are|was|were|has been|have been)";
const DO = "(?:does|do|did|has|have|is|are|was|were|will)";
const WORK = `(?:works?|working|worked|looks?|looking|looked|spends? (?:most )?time|spending (?:most )?time|busy|involved|engaged|active) (?:on|at|with|in)`;
const MADE =
  "(?:writes?|wrote|writing|implements?|implemented|implementing|fix(?:es|ed)?|fixing|reviews?|reviewed|reviewing|tests?|tested|testing|handles?|handled|handling|builds?|built|building|finish(?:es|ed)?|finishing|complete[sd]?|merged?|sends?|sent|do|does|did|done|doing)";
const SINGLE = "(?:one|person|worker|developer|contributor)";
const EXPERT =
  "(?:an? |the )?(?:(?:main |best |real )?(?:experts?|specialists?|contacts?)|(?:right )?(?:person|people) to (?:ask|talk to))";
const ANYBODY = "(?:any(?: ?one|body)|some(?: ?one|body))";
const PROMISES = "(?:promises|commitments|action items|actions|ais|to-?dos?|tasks|obligations)";
const PROMISED = "(?:promised?|committed(?: to)?|commit to|agreed?|volunteered?|undertook|undertaken)";
const TO_ACT = "(?: to)?(?: (?:act|work)(?: on)?| do| fix| review| send| write| look at)?";
const STAFF = "(?:people|members|staff|employees|team|folks)";
const COMPANIES = "(?:organi[sz]ations?|companies|company|employers?|vendors?)";
const MEETING = "(?:meetings?|calls?|sessions?)";
const MATTERS = "(?:topics?|projects?|things?|work|subjects?)";

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  blocked: "(?:blocked|stuck|waiting)",
  "in review": "(?:in|under|awaiting|waiting for) (?:internal |public )?review",
  ongoing: "(?:ongoing|in progress|going on|being worked on|under way)",
  merged: "(?:merged|upstream(?:ed)?|accepted|landed)",
  done: "(?:done|finished|ready|completed?|closed)",
};
const ANY_STATUS = Object.values(STATUS_WORDS).join("|");

function createStateForm(status: Status): QuestionForm {
  const state = STATUS_WORDS[status];
  return {
    wish: { asks: "states", status },
    words: `what is ${status}`,
    patterns: [
      `(?:what|which (?:topics?|projects?|work|patches|things)) (?:${BE} |has (?:got )?|have (?:got )?|got )?(?:still |already |now )?${state}`,
      `(?:everything|all|topics|work|patches)(?: that)?(?: is| are)? ${state}`,
    ],
  };
}

const NAME_WORDS: Readonly<Partial<Record<NodeKind, string>>> = {
  person: "(?:people|persons)",
  organisation: "(?:organi[sz]ations|companies)",
  project: "projects",
  topic: "(?:topics|subjects)",
};

function createNamesForm(kind: NodeKind): QuestionForm {
  const plural = KINDS[kind].plural.toLowerCase();
  const names = NAME_WORDS[kind] ?? plural;
  return {
    wish: { asks: "names", kind },
    words: `which ${plural} are there`,
    patterns: [
      `(?:(?:which|what|who|are|all|the|list|of) )*${names}(?: (?:are|is|were))?(?: (?:there|known|mentioned|named|covered|discussed|in (?:it|the (?:graph|minutes))))?`,
    ],
  };
}

/** Every question, tried in this order. */
export const QUESTION_FORMS: readonly QuestionForm[] = [
  {
    wish: { asks: "changes" },
    words: "what changed",
    patterns: [
      "what(?: (?:is|has|have|was))?(?: been)? (?:changed|new|happened|happening|different|the news)",
      "(?:any |the |what )*(?:changes|news|updates?)",
      "what did (?:I|we) miss",
    ],
  },
  {
    wish: { asks: "changes", changes: ["joined"] },
    words: "who joined",
    isVariant: true,
    patterns: [
      "who (?:has )?(?:joined|appeared|come in)",
      `who ${BE} (?:new|there for the first time)`,
      "(?:new (?:people|faces|members|participants)|newcomers?)",
    ],
  },
  {
    wish: { asks: "changes", changes: ["went quiet"], of: ["person"] },
    words: "who left",
    patterns: [
      "who (?:has |have )?(?:left|gone|dropped out|disappeared|stopped (?:coming|attending)|gone quiet|went quiet)",
      "who (?:is|are) (?:gone|no longer (?:there|here)|not there any ?more|missing)",
    ],
  },
  {
    wish: { asks: "changes", changes: ["came back"], of: ["person"] },
    words: "who came back",
    isVariant: true,
    patterns: ["who (?:has |have )?(?:returned|come back)", "who (?:is|are) back"],
  },
  {
    wish: { asks: "changes", changes: ["appeared"] },
    words: "what came up for the first time",
    isVariant: true,
    patterns: [
      `(?:which|what) ${MATTERS} (?:(?:is|are|were) new|(?:has |have )?(?:appeared|started|come up)(?: first| for the first time)?)`,
      `new ${MATTERS}`,
    ],
  },
  {
    wish: { asks: "changes", changes: ["went quiet"], of: ["topic", "project"] },
    words: "what went quiet",
    patterns: [
      `(?:what|which ${MATTERS}) (?:(?:has |have |did )?(?:gone|went|go)|${BE}) (?:quiet|silent|dormant|stale|asleep|forgotten|abandoned)`,
      `(?:quiet|dormant|stale|forgotten|abandoned) ${MATTERS}`,
    ],
  },
  {
    wish: { asks: "changes", changes: ["came back"], of: ["topic", "project"] },
    words: "what came back",
    patterns: [
      `(?:what|which ${MATTERS}) (?:(?:has |have )?(?:came|come)|${BE}) back`,
      "what (?:was )?reopened",
    ],
  },
  {
    wish: { asks: "changes", changes: ["started"] },
    words: "who started what",
    isVariant: true,
    patterns: [
      "who (?:has )?(?:started|begun|began|took up)(?: (?:what|something(?: new)?|new work))?",
      "new work",
    ],
  },
  {
    wish: { asks: "moves" },
    words: "who moved",
    isVariant: true,
    patterns: [
      `who (?:has |have )?(?:moved|(?:changed|switched) (?:(?:the |their )?(?:${COMPANIES}|jobs?|sides?)))`,
      "(?:moves|job changes)",
    ],
  },
  {
    wish: { asks: "moves", move: "left" },
    words: "who left {organisation}",
    patterns: ["who (?:has |have )?(?:left|quit|gone from) {organisation}"],
  },
  {
    wish: { asks: "moves", move: "joined" },
    words: "who joined {organisation}",
    isVariant: true,
    patterns: [
      `who (?:has |have )?(?:joined|moved to|gone to|started at|come to) {organisation}`,
      `who ${BE} new at {organisation}`,
    ],
  },
  {
    wish: { asks: "promises", promises: ["open"] },
    words: "which promises of {actor} are open",
    isVariant: true,
    patterns: [
      `(?:all |the )*(?:open|outstanding|pending) ${PROMISES} (?:of|by|from|for) {actor}`,
      `{actor}'s? (?:open|outstanding|pending) ${PROMISES}`,
      `which ${PROMISES} (?:of|by|from) {actor} ${BE} (?:still )?(?:open|outstanding|pending)`,
      "what (?:does|do) {actor} still (?:have to do|owe)",
      "what (?:has|have|is|are) {actor} still to do",
      "what has {actor} not (?:yet )?(?:done|kept)(?: yet)?",
    ],
  },
  {
    wish: { asks: "promises" },
    words: "did {actor} promise to act on {matter}",
    isVariant: true,
    patterns: [
      `(?:did|does|do|has|have|will) {actor} (?:ever )?${PROMISED}${TO_ACT} {matter}`,
      `what ${DO} {actor} ${PROMISED}(?: to do)? (?:about|on|for|with) {matter}`,
      `{actor}'s? ${PROMISES} (?:about|on|for) {matter}`,
      `${PROMISES} (?:of|by|from) {actor} (?:about|on|for) {matter}`,
    ],
  },
  {
    wish: { asks: "promises" },
    words: "what did {actor} promise",
    patterns: [
      `what (?:else )?${DO} {actor} (?:${PROMISED}|going to do|supposed to do)(?: to do)?`,
      "what will {actor} do(?: next)?",
      `what {actor} (?:has |had )?${PROMISED}(?: to do)?`,
      `${PROMISES} (?:of|by|from|made by) {actor}`,
      `{actor}'s? ${PROMISES}`,
      `(?:(?:all|the) )*${PROMISES} (?:of|by|from|for) {actor}`,
      "what (?:should|must|has|have) {actor} (?:to do|do)(?: next)?",
      `(?:does|did|has|have|is) {actor} (?:keep|kept|keeping) (?:(?:his|her|their|the|its|any|all|every) )*promises?`,
      `which ${PROMISES} did {actor} (?:make|give|keep|break)`,
      `${PROMISES} {actor}`,
      `{actor} ${PROMISES}`,
    ],
  },
  {
    wish: { asks: "promises" },
    words: "who at {organisation} promised to act on {matter}",
    isVariant: true,
    patterns: [`who (?:at|from|of|in) {organisation} (?:has |have )?${PROMISED}${TO_ACT} {matter}`],
  },
  {
    wish: { asks: "promises", promises: ["open"] },
    words: "which promises are open",
    patterns: [
      `(?:what|which ${PROMISES}|${PROMISES})(?: that)?(?: ${BE})?(?: still)? (?:open|outstanding|pending|unfulfilled|to (?:be done|do)|left(?: to (?:be done|do))?)`,
      `(?:the |all |still )*(?:open|outstanding|pending) ${PROMISES}`,
      "what (?:remains|needs)(?: still)? to (?:be done|do)",
    ],
  },
  {
    wish: { asks: "promises", promises: ["kept"] },
    words: "which promises were kept",
    isVariant: true,
    patterns: [
      `(?:which|what) ${PROMISES} (?:${BE}|have been|got) (?:kept|fulfilled|done|finished|completed)`,
      `(?:kept|fulfilled|done|finished|completed) ${PROMISES}`,
      `who (?:has |have )?(?:kept|keeps) (?:(?:his|her|their|the|a|which|what) )*promises?`,
    ],
  },
  {
    wish: { asks: "promises", promises: ["open", "dropped"] },
    words: "which promises were not kept",
    isVariant: true,
    patterns: [
      `(?:which|what) ${PROMISES} (?:${BE}|have been)(?: not(?: yet)? (?:kept|fulfilled|done)| broken| dropped)`,
      `(?:broken|unkept|dropped) ${PROMISES}`,
      `who (?:has |have )?(?:broke|broken|not kept|did not keep) (?:(?:his|her|their|the|a|which|what) )*promises?`,
    ],
  },
  {
    wish: { asks: "promises" },
    words: "who promised what",
    patterns: [
      `who (?:has |have )?${PROMISED}(?: to do)?(?: (?:what|anything|something))?`,
      `(?:the |all |list |which )*${PROMISES}(?: (?:are|were) there)?`,
      "what (?:was|has been|is) promised",
    ],
  },
  {
    wish: { asks: "promises" },
    words: "who promised to act on {matter}",
    patterns: [
      `who (?:has |have )?${PROMISED}${TO_ACT} {matter}`,
      `(?:(?:all|the|open) )*${PROMISES} (?:about|on|for|to) {matter}`,
      "what (?:was|has been|is) promised (?:about|on|for) {matter}",
      `{matter} ${PROMISES}`,
    ],
  },
  {
    wish: { asks: "sole workers" },
    words: "who is the only one on {matter}",
    patterns: [
      `(?:who|which person) ${BE} (?:the )?(?:only|single|sole) ${SINGLE}(?: who works| that works| working)?(?: on| behind| for)? {matter}`,
      `${BE} (?:there )?(?:only|just) one ${SINGLE}? ?(?:working )?on {matter}`,
      "(?:(?:what is )?the )?bus factor (?:of|for|on) {matter}",
    ],
  },
  {
    wish: { asks: "sole workers" },
    words: "what is {person} the only one on",
    isVariant: true,
    patterns: [
      `(?:on )?(?:what|which ${MATTERS}) (?:is|are) {person} (?:the )?(?:only|single|sole) ${SINGLE} (?:on|for|behind|working on)`,
      `(?:on )?(?:what|which ${MATTERS}) (?:is|are|does) {person} (?:alone|alone on|work alone on|work on alone)`,
      `(?:what|which ${MATTERS}) (?:hangs?|depends?|hinges?) (?:only |just )?on {person}`,
      "what (?:happens|is lost|would be lost) (?:without|if) {person}(?: leaves| left)?",
      "is {person} irreplaceable",
    ],
  },
  {
    wish: { asks: "sole workers", kind: "organisation" },
    words: "which organisation is the only one on what",
    isVariant: true,
    patterns: [
      `(?:what|which ${MATTERS}) (?:has|have|hangs? on|depends? on) (?:only |just )?(?:a single|one) ${COMPANIES}(?: behind (?:it|them))?`,
      `which ${COMPANIES} (?:is|are) (?:the )?only ones?(?: on (?:what|something|a topic))?`,
    ],
  },
  {
    wish: { asks: "sole workers" },
    words: "who is the only one on what",
    isVariant: true,
    patterns: [
      `who ${BE} (?:the )?(?:only|single|sole) ${SINGLE}(?: (?:working )?on (?:what|something|anything|a topic))?`,
      `who ${BE} irreplaceable`,
      `who works alone(?: on (?:what|something))?`,
      `(?:what|which ${MATTERS}) (?:has|have|hangs? on|depends? on) (?:only |just )?(?:a single|one) ${SINGLE}(?: behind (?:it|them))?`,
      "(?:(?:what is )?the )?(?:bus factor|single points? of failure)",
    ],
  },
  {
    wish: { asks: "workload" },
    words: "who carries the most",
    patterns: [
      "who (?:carries|does|works|has|is doing)(?: the)? (?:most|too much)(?: (?:work|to do))?",
      "(?:who (?:is|are) (?:the )?)?(?:busiest|most (?:busy|active|important))(?: (?:person|people|one|ones))?",
      "who (?:is|are) (?:overloaded|overworked|(?:the )?key (?:person|people))",
      "(?:workload|key people)",
    ],
  },
  {
    wish: { asks: "shared work" },
    words: "which organisations work together",
    patterns: [`(?:which|what) ${COMPANIES} (?:work|works|are working) together`, "who works together"],
  },
  {
    wish: { asks: "groups" },
    words: "which groups are there",
    patterns: [
      "(?:which|what) (?:groups|communities|teams) (?:are|exist)(?: there)?",
      "groups|communities|teams|bridges",
      "who (?:joins|bridges|connects) (?:the )?(?:groups|communities|teams)",
    ],
  },
  {
    wish: { asks: "workers" },
    words: "who at {organisation} works on {matter}",
    patterns: [
      `who (?:at|from|of|in) {organisation} ${BE}? ?${WORK} {matter}`,
      `who (?:at|from|of|in) {organisation} (?:${BE} )?(?:knows(?: about)?|on|maintains|${MADE}) {matter}`,
      `(?:which )?${STAFF} (?:at|from|of|in) {organisation} (?:${WORK}|on) {matter}`,
      `(?:which )?{organisation} ${STAFF} (?:${WORK}|on) {matter}`,
      `(?:is|does) ${ANYBODY} (?:at|from|of|in) {organisation} ${WORK} {matter}`,
    ],
  },
  {
    wish: { asks: "workers" },
    words: "who works on {matter}",
    patterns: [
      `(?:who|which people|who else) (?:all )?${BE}? ?${WORK} {matter}`,
      `(?:who|which people) (?:does|do|did|knows?(?: (?:about|of))?|${BE} (?:on|doing|behind)|${MADE}) {matter}`,
      `(?:${STAFF}|workers|contributors) (?:on|for|in|behind) {matter}`,
      "work on {matter}",
      `(?:who ${BE} )?${EXPERT} (?:on|for|in|of|with|about) {matter}`,
      `who (?:has|have) (?:the )?(?:most )?(?:experience|expertise|knowledge) (?:with|in|on|of|about) {matter}`,
      "who (?:can|could|should|do) (?:I|we) (?:ask|talk to|contact)(?: about| for)? {matter}",
      "who (?:can|could) help (?:me |us )?with {matter}",
      "who cares? about {matter}",
      `who (?:should|could|can|will|would|must|(?:is|are) going to) (?:work on|look at|maintain|take|${MADE}) {matter}`,
      `(?:is|are) (?:there )?${ANYBODY} ${WORK} {matter}`,
      `(?:does|did|has) ${ANYBODY} (?:work on|look at|know(?: about)?|${MADE}) {matter}`,
      `${ANYBODY} (?:working )?on {matter}`,
    ],
  },
  {
    wish: { asks: "workers" },
    words: "does {actor} work on {matter}",
    isVariant: true,
    patterns: [
      `(?:does|do|did|is|are|was|were|has|have) {actor} (?:still |also |been |ever )*${WORK} {matter}`,
      "(?:does|do|did) {actor} know (?:about |of )?{matter}",
      `what ${DO} {actor} (?:do|doing|done|work|working|worked)(?: on| for| about| with| in) {matter}`,
      "{actor} (?:on|about) {matter}",
    ],
  },
  {
    wish: { asks: "progress" },
    words: "has {actor} done {matter}",
    patterns: [
      `(?:does|do|did|is|are|was|were|has|have) {actor} (?:already |really |ever )?${MADE} {matter}`,
    ],
  },
  {
    wish: { asks: "workers", kind: "organisation" },
    words: "which organisations work on {matter}",
    patterns: [
      `(?:which|what) ${COMPANIES} (?:${BE} |does |do |did )?(?:${WORK}|on|behind|doing|do|does) {matter}`,
      `${COMPANIES} (?:on|behind|working on) {matter}`,
    ],
  },
  {
    wish: { asks: "leaders" },
    words: "who leads or maintains {matter}",
    patterns: [
      `who (?:maintains?|maintained|leads?|led|owns?|chairs?|runs?|drives?|${BE} (?:responsible for|in charge of|leading|maintaining)|(?:is|are) (?:the )?(?:maintainers?|leads?|leaders?|owners?) (?:of|for))(?: or maintains?)? {matter}`,
      "(?:the )?(?:maintainers?|leaders?|owners?) (?:of|for) {matter}",
      "{matter}'s? (?:maintainers?|leaders?|owners?)",
    ],
  },
  {
    wish: { asks: "speakers" },
    words: "who spoke about {matter}",
    patterns: [
      "(?:who|which people) (?:talks?|talked|speaks?|spoke|asks?|asked|said (?:what|something|anything)|discuss(?:es|ed)?|mention(?:s|ed)?|brought up)(?: about)? {matter}",
      `who ${BE} (?:talking|speaking|asking|discussing)(?: about)? {matter}`,
    ],
  },
  {
    wish: { asks: "speech" },
    words: "what did {actor} say about {matter}",
    patterns: [
      `what (?:does|do|did|has|have|is|was) {actor} (?:say|said|saying|ask|asked|asking|think|tell|told|explain(?:ed)?|suggest(?:ed)?|mention(?:ed)?|discuss(?:ed)?) (?:about|on|of|regarding) {matter}`,
      "(?:did|does|has) {actor} (?:say|said|ask|asked|speak|spoken?|talk|talked|mention(?:ed)?|discuss(?:ed)?)(?: (?:about|anything about|of))? {matter}",
    ],
  },
  {
    wish: { asks: "speech" },
    words: "what did {actor} speak about",
    isVariant: true,
    patterns: [
      `what (?:else )?(?:does|do|did|has|have|is|was) {actor} (?:say|said|saying|ask|asked|ask about|speak(?:ing)? about|talk(?:ing|ed)? about|discuss(?:ed|ing)?|mention(?:ed)?|bring up)`,
    ],
  },
  {
    wish: { asks: "affiliations" },
    words: "whom is {person} with",
    patterns: [
      `(?:which|what) ${COMPANIES} (?:is|was|does|did) {person} (?:with|at|from|in|work(?:ing)? (?:for|at))`,
      `at (?:which|what) ${COMPANIES} (?:is|was|does|did) {person}(?: work)?`,
      "where (?:does|did|is|was) {person} (?:work(?:ing)?|from|employed)",
      "whom? (?:is|was) {person} with",
      "whom? (?:does|did) {person} work (?:for|at)",
      `(?:who (?:is|was) )?{person}'s? (?:${COMPANIES}|affiliations?|jobs?)`,
      `(?:affiliations?|${COMPANIES}|employer) of {person}`,
      "who (?:employs|employed|pays) {person}",
      "(?:when|where) (?:did|has) {person} (?:move|moved|change(?:d)? (?:jobs?|company|companies))(?: to)?",
    ],
  },
  {
    wish: { asks: "members" },
    words: "who is with {organisation}",
    patterns: [
      `who (?:else )?(?:${BE}|works?|worked|working) (?:working )?(?:with|at|from|for|in) {organisation}`,
      `(?:all |the )*${STAFF} (?:at|of|from|with|in) {organisation}`,
      `{organisation}'s? ${STAFF}`,
      `{organisation} ${STAFF}`,
      `which ${STAFF} (?:are|is|were) (?:with|at|from|in) {organisation}`,
    ],
  },
  {
    wish: { asks: "work" },
    words: "what does {actor} do",
    patterns: [
      `what (?:else )?${DO} {actor} (?:still |currently |been )*(?:do|does|doing|done|up to|(?:been )?work(?:s|ed|ing)? (?:on|at|with)|look(?:ed|ing)? at|busy with|busy doing|involved in|spend(?:ing)? time on|responsible for)`,
      `(?:which|what) ${MATTERS} (?:does|do|did|is|are|has) {actor} (?:do|work(?:ing|ed)? on|look(?:ing)? at|involved in|have)`,
      `on what ${DO} {actor} work(?:ing)?`,
      "what {actor} (?:is |was |has been )?(?:doing|does|did|works on|working on|worked on|up to|looks at|looking at)",
      "{actor}'s? (?:work|topics|projects)",
      "(?:work|topics|projects) of {actor}",
    ],
  },
  {
    wish: { asks: "colleagues" },
    words: "who works with {person}",
    patterns: [
      `(?:who|which people) (?:else )?${BE}? ?(?:works?|working|worked) (?:together )?with {person}`,
      "(?:with )?whom? (?:does|did|is) {person} (?:work(?:ing)?(?: together)?)(?: with)?",
      "{person}'s? (?:colleagues|collaborators|co-?workers|team ?mates|partners)",
      "(?:colleagues|collaborators|co-?workers|team ?mates|partners) of {person}",
    ],
  },
  {
    wish: { asks: "attendees" },
    words: "who attended {meeting}",
    patterns: [`(?:who|attendees)(?: (?:attended|${BE} (?:at|in|on)|took part in|joined|of))? {meeting}`],
  },
  {
    wish: { asks: "attendees" },
    words: "who at {organisation} attended",
    isVariant: true,
    patterns: [
      `(?:who|${ANYBODY}|which people) (?:at|from|of) {organisation} (?:attended|(?:was|were|is)? ?(?:there|present|(?:at|on|in) (?:the )?${MEETING})|on the call|took part|joined)`,
    ],
  },
  {
    wish: { asks: "attendees" },
    words: "who attended",
    patterns: [
      `(?:who|which people|what people) (?:attended|took part(?: in)?|participated(?: in)?|(?:is|are|was|were)(?: there| here| present| on| at| in)?)(?: (?:at |in |on )?(?:the |all )?${MEETING})?`,
      `who joined (?:the |all )?${MEETING}`,
      "(?:the )?(?:attendees|attendance|participants)",
    ],
  },
  {
    wish: { asks: "meetings" },
    words: "which meetings did {person} attend",
    isVariant: true,
    patterns: [
      `(?:which |what |at which |at what )${MEETING} (?:did|was|has) {person} (?:attend(?:ed)?|join(?:ed)?|at|in|there)?`,
      "was {person}",
      `(?:was|is|were) {person} (?:there|present|(?:at|on|in) (?:the |any )?${MEETING})`,
      `(?:did|has) {person} (?:attend(?:ed)?|join(?:ed)?|take part|taken part|participated?)(?: (?:in |at )?(?:the |any )?${MEETING})?`,
      "when (?:was|did) {person} (?:there|attend)",
      "when was {person} last (?:there|seen)",
    ],
  },
  {
    wish: { asks: "meetings" },
    words: "which meetings covered {matter}",
    patterns: [
      `(?:which |the |all |what )*${MEETING} (?:about|on|covered|with|discussed|that (?:covered|discussed)) {matter}`,
    ],
  },
  {
    wish: { asks: "meetings" },
    words: "which meetings were there",
    isVariant: true,
    patterns: [
      `(?:which |what |the |all |list )*${MEETING}(?: (?:were|are) there)?`,
      `when (?:was|were|is|did) (?:the |a )?${MEETING}(?: held)?`,
    ],
  },
  ...(["in review", "blocked", "ongoing", "merged", "done"] as const).map(createStateForm),
  {
    wish: { asks: "status" },
    words: "what is the status of {matter}",
    patterns: [
      "(?:what (?:is|was) )?(?:the )?(?:status|state|progress) (?:of|on) {matter}",
      "{matter}(?:'s)? (?:status|state|progress)",
      "how (?:is|are|was) {matter} (?:going|doing|coming along|progressing|standing)",
      "how (?:does|do|did) {matter} (?:stand|go|progress|look)",
      `(?:is|are|was|were|has|have) {matter} (?:been |still |already |really |now )*(?:${ANY_STATUS}|open|over)`,
      "how far (?:is|are|along is|along are) {matter}",
      "(?:where|how) (?:are|do) we (?:stand )?(?:with|on) {matter}",
      "what (?:has )?(?:happened|happens|is happening) (?:to|with) {matter}",
      "(?:any |the |what )*(?:news|updates?|progress) (?:on|about|of|from|with) {matter}",
    ],
  },
  {
    wish: { asks: "timeline" },
    words: "when did {any} come up",
    patterns: [
      "when (?:did|was|were|is|has|have) {any} (?:been )?(?:come up|came up|appear(?:ed)?|(?:last |first )?(?:mentioned|discussed|seen|there|named|spoken of|talked about)|start(?:ed)?|go quiet|leave|join)(?: (?:last|first))?",
      "since when (?:is|was|does|did|has|have|are) {any} (?:.{1,20})?",
      "how often (?:did|does|was|is|has|were) {any} (?:been )?(?:come up|mentioned|discussed|there|named)",
      "(?:the )?(?:history|timeline) (?:of|for) {any}",
      "{any}(?:'s)? (?:history|timeline)",
    ],
  },
  {
    wish: { asks: "connection" },
    words: "how are {any} and {other} connected",
    patterns: [
      `(?:how )?${BE} {any} (?:connected|related|linked|tied) (?:with|to|and) {other}`,
      `(?:how )?${BE} {any} and {other} (?:connected|related|linked|tied)(?: (?:with|to) each other)?`,
      "how (?:does|do|did) {any} (?:know|relate to) {other}",
      "(?:the )?(?:path|way|connection|link|relation(?:ship)?) (?:from|between|of) {any} (?:to|and|with) {other}",
      "(?:what|who) (?:connects|links|joins|ties) {any} (?:with|and|to) {other}",
      `what (?:has|have|does|do) {any} (?:have )?to do with {other}`,
      "what (?:do|does) {any} and {other} (?:have in common|share|do together|work on together)",
      "(?:does|do|did) {any} (?:work|works) with {other}",
      "(?:does|do|did) {any} and {other} work together",
      "{any}(?: (?:and|&|->|→|\\+|versus|vs\\.?|with)|,) {other}",
    ],
  },
  ...(["person", "organisation", "project", "topic"] as const).map(createNamesForm),
  {
    wish: { asks: "about" },
    words: "{any}",
    patterns: [
      `(?:who|what) ${BE} {any}`,
      "(?:tell me |what |how )?about {any}",
      "(?:find|show|search|explain|describe)(?: me)? {any}",
      "(?:tell me )?(?:everything|all|more|something|info|information|details)(?: (?:you know|there is))? (?:about|on) {any}",
      "what (?:do|does) (?:we|you|the minutes) (?:know|say|tell) about {any}",
      "who works (?:on|for) {any}",
    ],
  },
];
