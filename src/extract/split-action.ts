import type { MappedText } from "../minutes/document.ts";
import { trimMapped } from "../minutes/mapped-text.ts";
import { findDate } from "../minutes/parse-meeting-title.ts";
import type { Lexicon } from "./annotate.ts";
import { type NamedRange, readAgents, takeOwners, type Trust } from "./read-heading.ts";
import { tokenize } from "./tokens.ts";
import { findVerb } from "./vocabulary.ts";

/** What a line says that somebody is to do. */
export interface Action {
  /** Empty where the line names nobody. */
  owners: readonly NamedRange[];
  /** Empty where the line says no more than whose it is. */
  task: MappedText;
  /** The line says that it has been done. */
  done: boolean;
  /** The line says that some of it has been done. */
  begun?: boolean;
}

/** How an action is marked; what stands behind the mark. */
export interface MarkedAction {
  rest: MappedText;
  /** The owner in the mark's brackets: "AI(Ann)". */
  owner?: MappedText;
  /** An arrow: it marks answers and conclusions, too, so that it needs an owner to be an action. */
  isArrow: boolean;
  done: boolean;
  /** The mark says that it is under way. */
  begun?: boolean;
}

const TICK = /^(?:[✓✔☑✅]|✗|✘|❌|☐|⬜|🔲)️?\s*/u;
/** "DONE: Ann to …", "CARRIEDOVER: …", "[DONE]", "In progress - …" in front of an action. */
const STATE =
  /^(?:\[|\()?(done|closed|completed?|finished|in[ -]?progress|ongoing|carr(?:y|ied)[ -]?(?:over|forward|fwd)|not started|open|pending|new|postponed|deferred|not done|no progress|cancel+ed)(?:\]|\))?\s*(?::|\s[-–—](?=\s)|(?<=[\])]))\s*/i;
const DONE = /^(?:done|closed|completed?|finished|[✓✔☑✅])/iu;
const WORD =
  /^(?:\[|\*{1,2}|#)?(?:(?:new |next |open )?(?:action(?: item| point| required)?s?|todo|to-do|to do|task|follow[- ]?up|homework)|ai|ap|ar|AA|ACTION_ITEM)(?=[\s:()[\]#\d*–—-]|$)(?:\]|\*{1,2})?/i;
const NUMBER = /^(?:\s?-?\s?#?\d[\w.]{0,12}(?:[-/.]\d[\w-]{0,8}){0,3}(?=[\s:([–—-]|$))/;
const BRACKET = /^\s*[([]([^()[\]]{1,60})[)\]]/;
const CLOSE = /^\s*(?:::?|[-–—]{1,2}(?=\s)|=?[-=]>)\s*(?:[-–—]|[+*](?=\s))?\s*/;
const ARROW = /^(?:={1,2}>|-{1,2}>|→|⇒|➔|➜|»|>>)\s*/;

/** Most lines have no mark: one look tells so. */
const ANY_MARK = new RegExp(
  `${[TICK, STATE, DONE, WORD, ARROW].map(({ source }) => source).join("|")}|^@`,
  "iu",
);

/**
 * Finds the mark in front of an action: "ACTION:", "AI(Ann):", "AR 22-04 Ann:", "[AI] …", "Action 3 - …", "TODO Ann …",
 * "==> …", "DONE: Ann to …".
 */
export function findActionMark(content: MappedText, lexicon: Lexicon): MarkedAction | undefined {
  const { text } = content;
  if (!ANY_MARK.test(text.trimStart())) return undefined;
  const arrow = ARROW.exec(text);
  if (arrow) return { rest: trimMapped(content, arrow[0].length), isArrow: true, done: false };
  let at = TICK.exec(text)?.[0].length ?? 0;
  const state = STATE.exec(text.slice(at));
  at += state?.[0].length ?? 0;
  const done = DONE.test(text) || (state !== null && DONE.test(state[1] ?? ""));
  const begun = state !== null && IS_UNDER_WAY.test(state[1] ?? "");
  const behindState = trimMapped(content, at);
  if (addressesDoer(behindState.text)) return { rest: behindState, isArrow: false, done };
  const word = WORD.exec(behindState.text);
  if (!word)
    return at > 0 && namesDoer(behindState, lexicon)
      ? { rest: behindState, isArrow: false, done, ...(begun ? { begun } : {}) }
      : undefined;
  const marked = readMark(behindState, word[0], done, lexicon);
  return marked && begun ? { ...marked, begun } : marked;
}

/** "@ann: write it": somebody is told what to do. */
function addressesDoer(text: string): boolean {
  const [first = ""] =
    /^@\p{L}[\p{L}\p{N}.-]{1,38}(?:(?:,|\s*&|\sand)\s*@\p{L}[\p{L}\p{N}.-]{1,38}){0,3}\s*:\s+/u.exec(text) ??
    [];
  const [verb] = first === "" ? [] : tokenize(text.slice(first.length, first.length + 40));
  return verb !== undefined && !verb.capital && findVerb(verb.lower)?.form === "base";
}

function readMark(
  content: MappedText,
  word: string,
  done: boolean,
  lexicon: Lexicon,
): MarkedAction | undefined {
  const { text } = content;
  let at = word.length;
  at += NUMBER.exec(text.slice(at, at + 40))?.[0].length ?? 0;
  const bracket = BRACKET.exec(text.slice(at, at + 70));
  const owner = bracket
    ? trimMapped(content, at + bracket[0].indexOf(bracket[1] ?? ""), at + bracket[0].length - 1)
    : undefined;
  const isOwner = owner !== undefined && readAgents(owner, lexicon, "any") !== undefined;
  const inBracket = bracket ? at + bracket[0].length : at;
  const close = CLOSE.exec(text.slice(inBracket, inBracket + 12));
  const isTag = /^[[#]/.test(word) && word.length > 1;
  if (close && (bracket === null || /\S/.test(bracket[0])))
    return {
      rest: trimMapped(content, inBracket + close[0].length),
      ...(isOwner ? { owner } : {}),
      isArrow: false,
      done,
    };
  const rest = trimMapped(content, isOwner ? inBracket : at);
  if (rest.text === "" || (text[at] !== " " && !isTag && !isOwner)) return undefined;
  if (!isTag && !/^(?:\p{Lu}|todo|to-do)/u.test(word)) return undefined;
  if (isTag) return { rest, ...(isOwner ? { owner } : {}), isArrow: false, done };
  const preposition = /^(?:on|for|to)\s+/i.exec(rest.text)?.[0].length ?? 0;
  const behind = trimMapped(rest, preposition);
  return splitLead(behind, lexicon, "any", preposition > 0 || /^\p{Lu}{2}/u.test(word))
    ? { rest: behind, isArrow: false, done }
    : undefined;
}

/** "Ann to write it", "Ann and Bob documented it" behind a state. */
function namesDoer(content: MappedText, lexicon: Lexicon): boolean {
  return splitLead(content, lexicon, "given", false) !== undefined;
}

/**
 * Takes the owners off an action: in front ("Ann: …", "Ann to …", "Ann - …", "[Ann] …", "Ann, Bob write …"), or behind
 * ("… (Ann, 3 May)", "… → Ann", "… - Ann", "… Owner: Ann"); and the state and the day that it is due.
 * @param trust what counts as a person's name where an owner stands
 * @returns undefined where the line names no owner
 */
export function splitAction(content: MappedText, lexicon: Lexicon, trust: Trust): Action | undefined {
  const columns = splitColumns(stripNumbers(content), lexicon, trust);
  if (columns) return columns;
  const { rest, done, begun } = stripState(stripNumbers(content));
  const named = splitLead(rest, lexicon, trust, true);
  const taken = named ? undefined : takeOwners(rest, lexicon, trust);
  const owners = named?.owners ?? taken?.owners;
  const whole = named?.task ?? taken?.rest;
  if (!owners || !whole) return undefined;
  const task = stripState(whole);
  return { owners, task: task.rest, done: done || task.done, begun: begun || task.begun };
}

/** "Who takes the parser? → Ann": what stands in front of the arrow is to be done by whoever stands behind it. */
export function splitArrow(content: MappedText, lexicon: Lexicon): Action | undefined {
  const arrow = /\s(?:→|[-=]>)\s/.test(content.text) ? takeOwners(content, lexicon, "given") : undefined;
  if (!arrow || !/[→>]/.test(content.text.slice(arrow.rest.text.length).slice(0, 6))) return undefined;
  const task = trimMapped(arrow.rest, 0, arrow.rest.text.replace(/[?\s]+$/, "").length);
  return { owners: arrow.owners, task, done: false };
}

/** "read the old files -> Ann makes a patch": a matter, and behind the arrow who does what about it. */
export function splitArrowed(
  content: MappedText,
  lexicon: Lexicon,
): { head: MappedText; action: Action } | undefined {
  const arrow = /\s+(?:→|[-=]>)\s+/.exec(content.text.slice(0, 160));
  if (!arrow || arrow.index === 0) return undefined;
  const action = splitAction(trimMapped(content, arrow.index + arrow[0].length), lexicon, "known");
  // "the crash → Ann is on it"
  if (action && /^(?:is|are|was|has|have)\s/.test(action.task.text)) return undefined;
  return action && action.owners.every(({ kind }) => kind === "person") && action.task.text !== ""
    ? { head: trimMapped(content, 0, arrow.index), action }
    : undefined;
}

/** "Ann      write the parser      1 April": an owner, a task and a day or a state in columns that white space sets apart. */
function splitColumns(content: MappedText, lexicon: Lexicon, trust: Trust): Action | undefined {
  const { text } = content;
  const match = /^(\S.{0,60}?)\s{3,}(?=\S)/.exec(text);
  if (!match) return undefined;
  const owners = readAgents(trimMapped(content, 0, match[1]?.length ?? 0), lexicon, trust);
  if (!owners) return undefined;
  const gap = text.slice(match[0].length).search(/\s{3,}/);
  const end = gap < 0 ? text.length : match[0].length + gap;
  const { done, begun } = stripState(content);
  return { owners, task: trimMapped(content, match[0].length, end), done, begun };
}

/** "09-05/2   Ann …", "#12 Ann …", "3. Ann …" in a list of actions. */
function stripNumbers(content: MappedText): MappedText {
  const number =
    /^(?:\d{4}-\d{1,2}-\p{L}{1,2}:?|#?\d{1,6}[.:)]?|\d{1,4}(?:[-/.]\d{1,4}){1,3}:?|\p{Lu}{1,6}-\d{1,6}:?)\s+(?=\S)/u.exec(
      content.text,
    );
  return number ? trimMapped(content, number[0].length) : content;
}

/** Nobody in particular. */
const ANYBODY =
  /^(?:all|everyone|everybody|anyone|anybody|any|someone|somebody|none|nobody|tbd|tba|group|team|wg|chairs?|editors?|members|us|you|n\/a|\?+)$/i;

/** Whether an action is nobody's in particular: "all: read it", "(tbd)". */
export function isAnybodys({ text }: MappedText): boolean {
  const lead = /^([\p{L}/?]{1,12})(?::|,|\s[-–—]\s|\s+to\s)/u.exec(text)?.[1];
  const tail = /(?:\(([\p{L}/?]{1,12})\)|(?:→|->)\s*([\p{L}/?]{1,12}))$/u.exec(text.slice(-20));
  return [lead, tail?.[1] ?? tail?.[2]].some((word) => word !== undefined && ANYBODY.test(word));
}

/** Separators behind an owner, in the order that they are tried. */
const SEPARATORS: readonly RegExp[] = [
  /^([^:]{1,60}?)\s*::?(?=\s|$)\s*[-–—]?\s*/,
  /^(.{1,60}?)\s+(?=(?:to|will|shall|should|is to|are to)\s+\p{Ll})/u,
  /^(.{1,60}?)\s+(?:[-–—]{1,2}|[|>→]|[-=]>)\s+/u,
  /^(.{1,60}?)(?:\s{2,}|\t)/,
  /^[[(<]([^[\]()<>]{1,60})[\])>]\s*:?\s*(?=\S)/,
];

function splitLead(
  content: MappedText,
  lexicon: Lexicon,
  trust: Trust,
  isAction: boolean,
): { owners: readonly NamedRange[]; task: MappedText } | undefined {
  for (const separator of SEPARATORS) {
    const match = separator.exec(content.text);
    const names = match?.[1];
    if (!match || !names || /[.!?;]\s/.test(names)) continue;
    const at = match[0].indexOf(names);
    const owners = readAgents(trimMapped(content, at, at + names.length), lexicon, trust);
    if (owners) return { owners, task: trimMapped(content, match[0].length) };
  }
  return isAction ? splitWords(content, lexicon, trust) : undefined;
}

/** "Ann, redline of it", "ann write it", "@ann draft of it": the name or names, and right behind them the task. */
function splitWords(
  content: MappedText,
  lexicon: Lexicon,
  trust: Trust,
): { owners: readonly NamedRange[]; task: MappedText } | undefined {
  const tokens = tokenize(content.text);
  let last: { owners: readonly NamedRange[]; task: MappedText } | undefined;
  for (let i = 1; i < Math.min(tokens.length, 8); i++) {
    const [before, here] = [tokens[i - 1], tokens[i]];
    if (!before || !here) break;
    const isComma = here.text === ",";
    const isTask = here.word && here.spaced && before.word && (!here.capital || here.text.length > 1);
    if (!isComma && !isTask) continue;
    const owners = readAgents(
      trimMapped(content, 0, before.end),
      lexicon,
      i === 1 && isDoing(here.lower) ? trust : "known",
    );
    if (!owners) continue;
    if (isComma && owners.length > 0 && tokens[i + 1]?.capital && last) continue;
    last = { owners, task: trimMapped(content, isComma ? here.end : here.start) };
  }
  return last;
}

const isDoing = (lower: string): boolean => {
  const form = findVerb(lower)?.form;
  return form === "base" || form === "s";
};

/** How far something is that is neither done nor untouched. */
const BEGUN =
  "half[- ]done|half way|halfway|partly done|partially done|(?:almost|nearly|mostly) (?:done|finished|complete)|\\d+ (?:of|\\/) ?\\d+(?: are| is)? (?:done|finished|complete)|\\d+ ?% (?:done|complete)|sent|drafted|in review|under review|out for review|started";
const UNDER_WAY = "in[ -]?progress|ongoing|under way|underway|wip";
/** What is said of work rather than of something promised. */
const GOING = `${UNDER_WAY}|work in progress|on track|at risk|off track|delayed|active|in development`;
const STATES =
  "not started|waiting(?: (?:for|on) [^,;.]{1,30})?|blocked|no change|nothing new|" +
  BEGUN +
  "|" +
  GOING +
  "|done|closed|completed?|finished|merged|open|pending|carr(?:y|ied)[ -]?(?:over|forward|fwd)|overdue|no progress|no news|new|deferred|postponed|not done|not yet|no answer(?: yet)?";
/** "…, done", "… (open)", "… - in progress, next week": where the action stands, behind what it is. */
const LAST_STATE = new RegExp(
  `(?:\\s[-–—]{1,2}\\s+|[,;.!]\\s+|\\s*[([*]+\\s*)(?:${STATES})(?=$|[,;:.!)\\]*]|\\s[-–—(]).{0,60}$`,
  "i",
);
/** "Carry over.", "No news from the yard", "still open": a line that says how far an action is, and not "open a ticket". */
const STATE_ALONE = new RegExp(
  `^(?:(?:no (?:news|updates?)|still (?:open|pending|to do))\\b|(?:${STATES}|carr(?:y|ied) (?:it )?(?:over|forward))(?=$|[,;:.!]|\\s[-–—(])|(?:done|closed|merged|finished) (?:already|last|this|yesterday|today|now)\\b)`,
  "i",
);
/** Whether a line says how far an action is, and nothing that is to be done. */
export const tellsState = (text: string): boolean => STATE_ALONE.test(text);

const LAST_CAPITALS =
  /\s(?:DONE|CLOSED|COMPLETED?|IN[ -]?PROGRESS|OPEN|PENDING|ONGOING|CARRIED OVER|DEFERRED)$/;
const RECORDED = /\s*\[recorded in [^[\]]{1,100}\]$/i;
const STATUS_SENTENCE = /\s*(?:\bStatus|[-–—]{1,2}\s*status)\s*:\s*.{1,80}$/i;
/** What stands far behind, in a column of its own. */
const COLUMN = /\s{3,}\S.*$/;
const DUE =
  /\s*[,;([–—-]*\s*(?:\b(?:by|due|until|till|before|deadline|eta|no later than)(?::| on| by)?\s+(?:(?:end of|early|mid|late|next|this|the)\s+)*[\p{L}\d][\p{L}\d./-]{1,14}(?:\s\d{1,4}(?:st|nd|rd|th)?)?|\bASAP|\basap|(?<=,\s)\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)[)\].!]*$/u;

/** Takes off what a line says of its state and of the day that it is due. */
function stripState(content: MappedText): { rest: MappedText; done: boolean; begun: boolean } {
  let rest = content;
  let done = false;
  let begun = false;
  for (const pattern of [RECORDED, COLUMN, STATUS_SENTENCE, LAST_STATE, LAST_CAPITALS, DUE]) {
    const window = Math.max(0, rest.text.length - 120);
    const match = pattern.exec(rest.text.slice(window));
    if (!match || window + match.index === 0) continue;
    if (pattern === DUE && !isWhenDue(match[0])) continue;
    begun ||= IS_BEGUN.test(match[0]) || IS_UNDER_WAY.test(match[0]);
    done ||=
      !begun &&
      /\b(?:done|closed|completed?|finished|merged)\b/i.test(match[0]) &&
      !/\bnot\b/i.test(match[0]);
    rest = trimMapped(rest, 0, window + match.index);
  }
  return { rest, done, begun };
}

/** What the cell of a table's "State" column says: "merged", "in review", "**not started**"; undefined where it says more. */
export function readState({ text }: MappedText): "done" | "begun" | "going" | "open" | undefined {
  if (!IS_STATE.test(text)) return undefined;
  if (IS_BEGUN.test(text)) return "begun";
  if (IS_GOING.test(text)) return "going";
  return /\b(?:done|closed|completed?|finished|merged)\b/i.test(text) && !/\bnot\b/i.test(text)
    ? "done"
    : "open";
}

const IS_GOING = new RegExp(`^\\W{0,2}(?:${GOING}|blocked)\\b`, "i");
const IS_BEGUN = new RegExp(`(?<!not )\\b(?:${BEGUN})\\b`, "i");
const IS_UNDER_WAY = new RegExp(`(?<!not )\\b(?:${UNDER_WAY})\\b`, "i");
const IS_STATE = new RegExp(`^\\W{0,2}(?:${STATES})\\W{0,2}(?=$|[\\s,;(])`, "i");

/** "by Ann" is nobody's day. */
function isWhenDue(text: string): boolean {
  return (
    /\d|asap|\b(?:end of|next|this|the (?:end|next)|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|today|tomorrow|tonight|eod|eow|week|month)/i.test(
      text,
    ) || findDate(text) !== undefined
  );
}
