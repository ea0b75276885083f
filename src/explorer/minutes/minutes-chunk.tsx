import { useMemo } from "preact/hooks";
import type { NodeMention, Span } from "../../model/graph-attributes.ts";
import { KINDS, type NodeKind } from "../../model/schema.ts";
import { segmentText, type TextSegment } from "./segment-text.ts";
import type { TextChunk, TextLine } from "./split-lines.ts";

export interface Naming {
  kindOf(this: void, node: string): NodeKind;
  labelOf(this: void, node: string): string;
}

interface Props {
  chunk: TextChunk;
  text: string;
  mentions: readonly NodeMention[];
  /** The part of the focus that lies in this chunk. */
  focus: Span | undefined;
  selected: string | undefined;
  naming: Naming;
  /** Far from what is seen, the text stands unmarked, which costs next to nothing. */
  isMarked: boolean;
}

export function MinutesChunk({ chunk, text, mentions, focus, selected, naming, isMarked }: Props) {
  // The same tree again makes Preact skip the chunk.
  return useMemo(
    () => (
      <div class="minutes-chunk" data-start={chunk.start}>
        {isMarked
          ? chunk.lines.map((line) => renderLine(line, { text, mentions, focus, selected, naming }))
          : text.slice(chunk.start, chunk.end)}
      </div>
    ),
    [chunk, text, mentions, focus?.start, focus?.end, selected, naming.kindOf, naming.labelOf, isMarked],
  );
}

type Look = Pick<Props, "text" | "mentions" | "focus" | "selected" | "naming">;

function renderLine(line: TextLine, look: Look) {
  const groups = groupByFocus(segmentText(line, look.mentions, look.focus));
  return (
    <div
      key={line.start}
      class={`minutes-line minutes-line-${line.kind}`}
      style={line.depth > 0 ? { "--depth": String(line.depth) } : {}}
    >
      {groups.map((group) => {
        const children = group.map((segment) => renderSegment(segment, look));
        return group[0]?.isFocused ? <mark class="minutes-focus">{children}</mark> : children;
      })}
    </div>
  );
}

function groupByFocus(segments: readonly TextSegment[]): TextSegment[][] {
  const groups: TextSegment[][] = [];
  for (const segment of segments) {
    const last = groups.at(-1);
    if (last?.[0]?.isFocused === segment.isFocused) last.push(segment);
    else groups.push([segment]);
  }
  return groups;
}

function renderSegment({ start, end, node }: TextSegment, { text, selected, naming }: Look) {
  if (node === undefined) return text.slice(start, end);
  const kind = naming.kindOf(node);
  // A real button does not break over lines, nor can its text be selected.
  return (
    <span
      key={start}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="button"
      tabIndex={0}
      class={`minutes-mention minutes-mention-${kind}`}
      data-node={node}
      data-start={start}
      title={`${naming.labelOf(node)} · ${KINDS[kind].label}`}
      aria-pressed={node === selected}
    >
      {text.slice(start, end)}
    </span>
  );
}
