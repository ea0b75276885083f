import type { MappedText } from "../document.ts";
import { MappedTextBuilder, mapText } from "./mapped-text.ts";

/** What a line of a log means to the scribe's tools; `start` is where its words begin. */
export type ScribeCommand =
  | { kind: "noise" }
  /** The meeting starts here, or has ended, as its tools are told. */
  | { kind: "opening" | "closing" }
  | { kind: "heading"; depth: number; start: number }
  | { kind: "title" | "date" | "scribe" | "statement" | "present"; start: number };

const BOTS = new Set(
  "zakim rrsagent trackbot trackbot-ng ghurlbot agendabot gb meetbot openstack openstackmeet zodbot opendevmeet collabbot supybot ubottu udev-meet irssilogbot log-bot github slackbot chanserv nickserv services".split(
    " ",
  ),
);
const HEADING = /^(?:#(sub)?topic|\[(sub)?topic\]|(sub-?)?topic\s*:)\s*/i;
const FIELD =
  /^(?:(meeting|title|#meetingname|#startmeeting)|(date)|(scribe(?:nick)?|scribes))(?: *[:+ ] *|$)/i;
const NOTED =
  "action|agreed|accepted|resolution|resolved|decision|decided|proposal|proposed|issue|info|link|idea|help|halp|rejected|vote|motion|todo|ap|ai";
const STATEMENT = new RegExp(
  `^(?:#(?:${NOTED})\\b|\\[(?:${NOTED})\\]|(?:${NOTED}|actions|resolutions|proposals|chairs?|regrets|present|agenda|attendees|apologies)\\s*:)`,
  "i",
);
/** `#action …`, `[action] …`: the word, and what follows it. */
const TAGGED = new RegExp(`^[#[](${NOTED})\\b\\]?\\s*:?\\s*`, "i");
/** Tags that only say that a line is to be in the minutes. */
const BARE = /^(?:info|link|idea|help|halp)$/i;
const BOT_WORDS =
  /^(?:(?:zakim|rrsagent|trackbot(?:-ng)?)\b(?!['’])|(?:agendabot|ghurlbot|gb|meetbot|openstack|zodbot)\s*[,:])/i;
const OPENING = /(?:start|prepare|begin) (?:the )?(?:meeting|telecon|telcon|call)|this (?:is|will be) /i;
const CLOSING =
  /(?:make|draft|generate|create|publish|format) (?:the )?minutes|end (?:the )?(?:meeting|telecon|telcon|call)|^ *bye/i;
const QUEUE = /^(?:q[+?=-]|ack\b|vq\?|agenda[+?]|zoom:|\+\+|i\/|s[/|][^/|]{1,200}[/|])/i;
const MEETING_COMMAND =
  /^#(?:chair|unchair|meetingtopic|lurk|unlurk|save|nick|undo|restrictlogs|startvote|endvote|showvote|here|hi|commands|private|help$)/i;
const PRESENT = /^(?:(?:present|regrets)\s*[+-]|\+present\b)\s*/i;
const CREATED = /^(?:created|recorded) (?=action|issue)/i;
const LISTED = /^(?:as of this point )?(?:the )?attendees (?:have been|are|were) /i;
const MAX_COMMAND = 300;

/** The words of a statement as minutes have them: `#action Ann to write` is read as `action: Ann to write`. */
export function readStatement(source: string, start: number, end: number): MappedText {
  const tag = TAGGED.exec(source.slice(start, Math.min(end, start + 40)));
  if (!tag?.[1]) return mapText(source, start, end);
  const behind = Math.min(start + tag[0].length, end);
  if (BARE.test(tag[1])) return mapText(source, behind, end);
  const builder = new MappedTextBuilder(source);
  builder.append(start + 1, start + 1 + tag[1].length);
  builder.appendSynthetic(": ");
  builder.append(behind, end);
  return builder.build();
}

/** Whether words only say that somebody is there. */
export function isGreeting(words: string): boolean {
  return /^(?:hi|hey|hello|o\/|\\o|here|present|yo|aye|\.hello\b.{0,40}|\.hi|good (?:morning|afternoon|evening)|morning|evening)(?: (?:all|everyone|everybody|folks|there|team|again))?\s*[!.:)]{0,3}$/i.test(
    words.slice(0, 80).trim(),
  );
}

/** Whether a topic is only for people to say that they are there. */
export function isRollCall(topic: string): boolean {
  return /^(?:roll[ -]?call|init(?:ial)? process|hellos?|greetings?|who(?:'s| is) (?:here|around|present).{0,20}|attendance|say hi)\W{0,5}$/i.test(
    topic.slice(0, 60).trim(),
  );
}

/** Whether a nick is a program's: of the tools that log meetings, or named as one. */
export function isBot(nick: string): boolean {
  const name = nick.toLowerCase().replace(/[_`^]+$/, "");
  return BOTS.has(name) || /(?:^|[a-z_-])bot\d?$/.test(name);
}

/**
 * Reads a line of a log as scribes and meeting bots do (Scribe.perl, Zakim, RRSAgent, Trackbot, MeetBot).
 * @param nick who wrote the line
 * @returns undefined where the line is only said
 */
export function findScribeCommand(words: string, nick: string): ScribeCommand | undefined {
  const head = words.slice(0, MAX_COMMAND);
  if (isBot(nick)) return findBotReport(head);
  const heading = HEADING.exec(head);
  if (heading)
    return {
      kind: "heading",
      depth: heading[1] || heading[2] || heading[3] ? 4 : 3,
      start: heading[0].length,
    };
  const field = FIELD.exec(head);
  if (field) return { kind: field[1] ? "title" : field[2] ? "date" : "scribe", start: field[0].length };
  const present = PRESENT.exec(head);
  if (present)
    return /^r/i.test(head) ? { kind: "statement", start: 0 } : { kind: "present", start: present[0].length };
  const order = BOT_WORDS.exec(head);
  if (order) return readOrder(head.slice(order[0].length));
  if (/^#endmeeting/i.test(head)) return { kind: "closing" };
  if (QUEUE.test(head) || MEETING_COMMAND.test(head)) return { kind: "noise" };
  return STATEMENT.test(head) ? { kind: "statement", start: 0 } : undefined;
}

/** What a bot is told. */
function readOrder(words: string): ScribeCommand {
  if (OPENING.test(words)) return { kind: "opening" };
  return { kind: CLOSING.test(words) ? "closing" : "noise" };
}

/** What a bot says is noise, but for the meeting's title and date, its attendees, and the actions it noted. */
function findBotReport(words: string): ScribeCommand {
  const field = /^(?:(meeting)|(date)): +/i.exec(words);
  if (field) return { kind: field[1] ? "title" : "date", start: field[0].length };
  const created = CREATED.exec(words);
  if (created) return { kind: "statement", start: created[0].length };
  const started = /^meeting started (?=\w{3} \w{3})/i.exec(words);
  if (started) return { kind: "date", start: started[0].length };
  const listed = LISTED.exec(words);
  return listed ? { kind: "present", start: listed[0].length } : { kind: "noise" };
}
