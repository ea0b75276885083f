/** A line of a chat room's log; offsets count in the text. */
export interface LogLine {
  kind: "message" | "notice" | "continuation";
  time: string | undefined;
  nickStart: number;
  nickEnd: number;
  /** Where the words start. */
  start: number;
  end: number;
}

/** Longest stretch of a line that is searched for its time and nick. */
const REACH = 120;
/** What the first mark of a line's time, nick or notice can be. */
const HEAD = /^(?:[[(]?(?:\d|[A-Z][a-z]{2} \d)|[<‹*=→←⇐⇒-])/;
const TIME =
  /^[[(]?((?:\d{4}-\d\d-\d\d[T ]|[A-Z][a-z]{2} \d{1,2} |\d{1,2}[ -][A-Z][a-z]{2}[ -]\d{4} )?\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?(?: ?[AaPp][Mm])?)[\])]?(?:\s+|(?=<))/;
const NICK = /^[<‹]\s?[@+~&%!]?([^<>\s|:][^<>\s]{0,40})\s?[>›](?:\s|$)/;
const NOTICE =
  /^(?:-!-|\*\*\*|-{3} (?:Log|Day)|-->|<--|--|==|-{2,3}>|<-{2,3}|→|←|⇐|⇒|=-=|\* (?:Joins|Parts|Quits|Now talking))(?:\s|$)/;
const ACTION = /^(?:\*|-\*-)\s+([^\s*:]{1,40})\s/;
const TABBED = /^[@+~&%]?([^\s:<>*=-][^\s:<>]{0,40})\t/;
const COMING =
  /^\S{1,40} (?:\([^)\s]{1,120}\) |\[[^\]\s]{1,120}\] )?(?:has )?(?:joined|left|quit|parted|is now known as|changed (?:the )?(?:topic|nick)|sets? mode|set the topic)\b/i;

/** Reads one line of a log of Internet Relay Chat, as the usual clients and bots write it. */
export function readLogLine(text: string, lineStart: number, end: number): LogLine {
  const head = text.slice(lineStart, Math.min(end, lineStart + REACH));
  const indent = head.length - head.trimStart().length;
  const words = head.slice(indent);
  if (!HEAD.test(words)) {
    const start = lineStart + indent;
    return { kind: "continuation", time: undefined, nickStart: start, nickEnd: start, start, end };
  }
  const stamp = TIME.exec(words);
  const time = stamp?.[1];
  const at = indent + (stamp?.[0].length ?? 0);
  const rest = head.slice(at);
  const nick = NICK.exec(rest) ?? (time ? TABBED.exec(rest) : null);
  if (nick?.[1]) {
    const nickStart = lineStart + at + nick[0].indexOf(nick[1]);
    const start = Math.min(lineStart + at + nick[0].length, end);
    const said = text.slice(start, Math.min(end, start + 200));
    const kind = COMING.test(said) && said.startsWith(nick[1]) ? "notice" : "message";
    return { kind, time, nickStart, nickEnd: nickStart + nick[1].length, start, end };
  }
  const action = NOTICE.test(rest) || (time && COMING.test(rest)) ? null : ACTION.exec(rest);
  const start = lineStart + at;
  if (action?.[1] && time && !COMING.test(rest.slice(action[0].indexOf(action[1])))) {
    const nickStart = start + action[0].indexOf(action[1]);
    const nickEnd = nickStart + action[1].length;
    return { kind: "message", time, nickStart, nickEnd, start: start + action[0].length, end };
  }
  const kind = time || NOTICE.test(rest) ? "notice" : "continuation";
  return { kind, time, nickStart: start, nickEnd: start, start, end };
}
