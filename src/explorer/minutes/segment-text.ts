import type { NodeMention, Span } from "../../model/graph-attributes.ts";

/** A stretch of the text that looks the same all through. */
export interface TextSegment extends Span {
  /** The node that is named here. */
  node?: string;
  isFocused: boolean;
}

/**
 * The mentions that can be drawn: in order, inside the text and clear of each other. Of two that overlap, the one that
 * starts first stays; of two that start together, the longer one.
 * @param length of the text, in UTF-16 code units
 */
export function selectMentions(length: number, mentions: readonly NodeMention[]): NodeMention[] {
  const selected: NodeMention[] = [];
  let from = 0;
  for (const mention of mentions.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (mention.start < from || mention.end <= mention.start || mention.end > length) continue;
    selected.push(mention);
    from = mention.end;
  }
  return selected;
}

/**
 * Cuts a span of the text where a mention or the focus begins or ends; the segments put together are the span.
 * @param span the part of the text to cut
 * @param mentions in order and clear of each other, as `selectMentions` gives them; cut where they leave the span
 * @param focus the sentence that is looked at
 */
export function segmentText(
  span: Span,
  mentions: readonly NodeMention[],
  focus: Span | undefined,
): TextSegment[] {
  const segments: TextSegment[] = [];
  let at = span.start;
  for (let i = findFirstEndingAfter(mentions, span.start); at < span.end; i++) {
    const mention = mentions[i];
    const start = Math.min(mention?.start ?? span.end, span.end);
    if (start > at) pushSplit(segments, { start: at, end: start }, focus);
    if (!mention || mention.start >= span.end) break;
    const end = Math.min(mention.end, span.end);
    const named = { start: Math.max(start, at), end };
    segments.push({ ...named, node: mention.node, isFocused: overlaps(named, focus) });
    at = end;
  }
  return segments;
}

/** Plain text is cut at the borders of the focus; a mention is never cut, for it is one thing to press. */
function pushSplit(segments: TextSegment[], { start, end }: Span, focus: Span | undefined): void {
  const cuts = focus ? [focus.start, focus.end].filter((at) => at > start && at < end) : [];
  let from = start;
  for (const to of [...cuts.toSorted((a, b) => a - b), end]) {
    if (to > from)
      segments.push({ start: from, end: to, isFocused: overlaps({ start: from, end: to }, focus) });
    from = to;
  }
}

function overlaps(span: Span, focus: Span | undefined): boolean {
  return focus !== undefined && span.start < focus.end && span.end > focus.start;
}

function findFirstEndingAfter(mentions: readonly NodeMention[], at: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.end ?? Infinity) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
