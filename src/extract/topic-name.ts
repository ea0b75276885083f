import type { MappedText } from "../minutes/document.ts";
import { sliceMapped, trimMapped } from "../minutes/mapped-text.ts";

const LEADS: readonly RegExp[] = [
  /^#\d{1,6}[.:)]?\s+(?=\p{L})/u,
  /^(?:(?!["“'‘`])[\s\p{S}\p{Po}])+(?=[\p{L}\p{N}("“'‘[<:@#_-])/u,
  /^[-=~]{0,3}[>→⇒»]+\s*(?=\S)/,
  /^\d{1,2}[:.h]\d\d\s*(?:[-–]\s*\d{1,2}[:.h]\d\d)?\s*(?:[ap]m\b)?\s*[:–-]?\s*(?=[\p{L}"“'(])/iu,
  /^\(?(?:\d{1,3}|\p{Lu}(?=\)|\.\)|\.\d))(?:\.\d{1,3}){0,3}(?:\.\)|[.):])?\s+(?=\S)/u,
  /^\p{Lu}{2,8}[- ]?\d+\s*[:–—-]\s+(?=\S)/u,
  /^(?:attachment|appendix|annex|enclosure)\s+(?:\p{Lu}|\d{1,2})\s*[:.–-]\s+(?=\S)/iu,
  /^(?:tracking issue|design doc|feature request|request|proposal|pull request|bug report)\s+(?:for|on|about|to)\s+(?:the\s+)?(?=\S)/i,
  /^[([]?(?:if time (?:permits|allows)|time permitting)[)\]]?\s*[:,;–—-]?\s+(?=\S)/i,
  /^\[[^\]]{1,30}\]\s*[:–-]?\s*/,
  /^\((?:[^()]{1,30})\)\s+(?=[\p{L}"“])/u,
  /^(?:agenda\s+)?(?:item|topic|issue|section|subject|part)\s*#?\d+\s*[:.–-]\s*/i,
  /^(?:topic|subject|re|fyi|future|new|ongoing|continued|cont'd|wip|todo|discuss|discussion|proposal|update|status|feat|fix|chore|deps|docs?|meta|tools|build|test|lib|src|refactor|perf|rfc|tc|request|question)\s*:\s+/i,
  /^(?:short |quick |brief |status )?(?:discussion|update|updates|status|report|overview|recap|summary|presentation|introduction|review)\s+(?:of|on|about|from|to|regarding|for)\s+(?:the\s+)?(?=\S)/i,
  /^(?:we )?(?:discussed|talked about|went over|brief discussion (?:of|on|about))\s+(?:the\s+)?(?=\S)/i,
  /^(?:discuss|review|revisit|continue|consider|discussing|reviewing|reviewed)\s+(?:the\s+)?(?=[\p{Lu}“"`])/u,
];
/** "0.14 release": the number is no numbering, and no time. */
const RELEASE = /^v?\d+(?:\.\d+)+\s+(?:releases?|beta|rc\d*)\b/i;
const TAILS: readonly RegExp[] = [
  /(?<=[\p{L})]{3})[.!?]\s+\p{Lu}.*$/u,
  /[\s:;,.?!*_=~–—-]+$/u,
  /\s*\((?:[^()]|\([^()]*\)){0,200}\)$/,
  /\s*\[(?:[^[\]]|\[[^[\]]*\]){0,200}\]$/,
  /\s*(?:[\w.-]+\/)?[\w.-]*#\d+(?:\s*(?:,|and|&)\s*#?\d+)*$/,
  /\s*<?https?:\/\/\S+$/,
  /\s+(?:\d+\s*(?:min(?:ute)?s?|m|h|hrs?)|cont(?:inue|')?d\.?|continued|contd|tbd|ongoing)$/i,
  /\s+(?:in|within) (?:a|the) (?:few|next|coming|couple of)?\s*(?:days?|weeks?|months?)$/i,
  /\s+[-–—]+\s+(?:assigned to|owned by|owner|waiting for|blocked on|blocked by)\b.*$/i,
  /\s+(?:today|tomorrow|this week|next week|soon)$/i,
  /(?<=^\p{Lu}\S* \p{Lu}\S*)\s+Project$/u,
  /,\s*(?:\d{1,2}(?:\s*[-–]\s*\d{1,2})?(?:st|nd|rd|th)?\.?\s+(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{Ll}*|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{Ll}*\.?\s+\d{1,2}(?:\s*[-–]\s*\d{1,2})?)(?:,?\s+\d{4})?$/iu,
];

/** Most names have none of these: one look tells so. */
const anyOf = (patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join("|"), "iu");
const NONE: readonly never[] = [];
const ANY_LEAD = anyOf(LEADS);
const ANY_TAIL = anyOf(TAILS);

/**
 * Cuts a heading or an agenda item down to the name of its matter, as a person would name it: numbers, tags, links,
 * brackets and closing marks come off.
 * @returns a slice of the content; empty where nothing is left
 */
export function trimTopicName(content: MappedText): MappedText {
  let current = trimMapped(content);
  for (let again = true; again && current.text !== "";) {
    again = false;
    const isLed = ANY_LEAD.test(current.text.slice(0, 300)) && !RELEASE.test(current.text);
    for (const pattern of isLed ? LEADS : NONE) {
      const match = pattern.exec(current.text.slice(0, 300));
      if (match && match[0].length > 0 && match[0].length < current.text.length) {
        current = trimMapped(current, match[0].length);
        again = true;
      }
    }
    const hasTail = ANY_TAIL.test(current.text.slice(-320));
    for (const pattern of hasTail ? TAILS : NONE) {
      const window = Math.max(0, current.text.length - 320);
      const match = pattern.exec(current.text.slice(window));
      if (match && match[0].length > 0 && window + match.index > 0 && !keepsCall(current.text, match[0])) {
        current = trimMapped(current, 0, window + match.index);
        again = true;
      }
    }
  }
  const bare = unquote(current);
  return bare === current ? current : trimTopicName(bare);
}

/** "decode()" keeps its brackets. */
const keepsCall = (text: string, tail: string): boolean => tail === "()" && /\w\(\)$/.test(text);

function unquote(content: MappedText): MappedText {
  const { text } = content;
  const pair = /^["“'‘`*_]+([^"“”'‘’`]+)["”'’`*_]+$/.exec(text);
  if (!pair) return content;
  const start = text.indexOf(pair[1] as string);
  return sliceMapped(content, start, start + (pair[1] as string).length);
}
