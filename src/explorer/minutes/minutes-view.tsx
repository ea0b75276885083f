import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { GraphDocument, NodeMention, Span } from "../../model/graph-attributes.ts";
import { citeSentence } from "./cite-sentence.ts";
import { MinutesChunk, type Naming } from "./minutes-chunk.tsx";
import "./minutes.css";
import { scrollIntoMiddle } from "./scroll-into-middle.ts";
import { selectMentions } from "./segment-text.ts";
import { groupLines, splitLines, type TextChunk } from "./split-lines.ts";
import { useSeenChunks } from "./use-seen-chunks.ts";
import { Icon } from "../panels/icon.tsx";

interface Props extends Naming {
  document: GraphDocument & { id: string };
  /** The sentence to show and highlight. */
  focus: Span | undefined;
  /** The selected node's key. */
  selected: string | undefined;
  onSelect(this: void, node: string): void;
  onClose(this: void): void;
}

/**
 * The minutes as they were written, with every mention marked and leading back into the graph. Keys, while the focus
 * is inside: `n` and `p` go to the next and previous mention of the selected node, Escape closes.
 */
export function MinutesView({ document, focus, kindOf, labelOf, selected, onSelect, onClose }: Props) {
  const { text } = document;
  const scroller = useRef<HTMLDivElement>(null);
  const chunks = useMemo(() => groupLines(splitLines(text)), [text]);
  const mentions = useMemo(() => selectMentions(text.length, document.mentions), [document]);
  const own = useMemo(() => mentions.filter(({ node }) => node === selected), [mentions, selected]);
  const [target, setTarget] = useState<NodeMention>();
  const [message, setMessage] = useState("");
  const seen = useSeenChunks(scroller, chunks);
  const naming = { kindOf, labelOf };

  useEffect(() => {
    setTarget(undefined);
    setMessage("");
  }, [document, focus?.start, focus?.end, selected]);
  useLayoutEffect(() => showFocus(scroller.current, focus), [document, focus?.start, focus?.end]);
  useLayoutEffect(() => showMention(scroller.current, target), [target]);

  const step = (by: 1 | -1): void => {
    const next = findNextMention(own, target, { by, from: target?.start ?? focus?.start ?? 0 });
    setTarget(next);
    setMessage("");
  };
  const copy = async (): Promise<void> => {
    if (focus) setMessage(await copyCitation(document, focus, scroller.current));
  };
  const activate = (event: Event): boolean => {
    const node = (event.target as HTMLElement).closest<HTMLElement>("[data-node]")?.dataset.node;
    if (node !== undefined) onSelect(node);
    return node !== undefined;
  };
  const pressKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isHandled =
      (event.key === "Escape" && (onClose(), true)) ||
      (event.key === "n" && own.length > 0 && (step(1), true)) ||
      (event.key === "p" && own.length > 0 && (step(-1), true)) ||
      ((event.key === "Enter" || event.key === " ") && activate(event));
    if (!isHandled) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // The pane listens for its parts: thousands of mentions need no listener each.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      class="minutes"
      aria-label={`Minutes: ${document.title || document.path}`}
      onKeyDown={pressKey}
      onClick={activate}
    >
      <header class="minutes-header">
        <div class="minutes-heading">
          <h2>{document.title || document.path}</h2>
          <p>
            {document.date && <time dateTime={document.date}>{document.date}</time>}
            <span class="minutes-path">{document.path}</span>
          </p>
        </div>
        <button type="button" class="minutes-close" aria-label="Close the minutes" onClick={onClose}>
          <Icon name="close" />
        </button>
        <div class="minutes-tools">
          {selected !== undefined && (
            <MentionSteps label={labelOf(selected)} own={own} target={target} step={step} />
          )}
          {focus && (
            <button type="button" onClick={() => void copy()}>
              Copy citation
            </button>
          )}
        </div>
        <output class="minutes-status">{message}</output>
      </header>
      <div
        ref={scroller}
        class="minutes-text"
        // A region that scrolls must be reachable for the arrow keys to move it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="document"
        aria-label="Text of the minutes"
      >
        {text === "" && (
          <p class="minutes-empty">The text of these minutes was left out of the graph file.</p>
        )}
        {chunks.map((chunk, index) => (
          <MinutesChunk
            key={chunk.start}
            chunk={chunk}
            text={text}
            mentions={mentions}
            focus={clip(focus, chunk)}
            selected={selected}
            naming={naming}
            isMarked={seen.has(index) || holds(chunk, focus) || holds(chunk, target)}
          />
        ))}
      </div>
    </section>
  );
}

interface StepsProps {
  label: string;
  own: readonly NodeMention[];
  target: NodeMention | undefined;
  step(this: void, by: 1 | -1): void;
}

function MentionSteps({ label, own, target, step }: StepsProps) {
  if (own.length === 0) return <output class="minutes-count">{label} is not named here</output>;
  const count = own.length === 1 ? "once" : `${own.length} times`;
  return (
    <>
      <output class="minutes-count">
        <b>{label}</b> {target ? `${own.indexOf(target) + 1} of ${own.length}` : `is named ${count}`}
      </output>
      <button
        type="button"
        title="Previous mention (p)"
        aria-label="Previous mention"
        onClick={() => step(-1)}
      >
        <Icon name="up" />
      </button>
      <button type="button" title="Next mention (n)" aria-label="Next mention" onClick={() => step(1)}>
        <Icon name="down" />
      </button>
    </>
  );
}

/** The mention after or before a place, going round at the ends. */
function findNextMention(
  own: readonly NodeMention[],
  target: NodeMention | undefined,
  { by, from }: { by: 1 | -1; from: number },
): NodeMention | undefined {
  if (target) return own.at((own.indexOf(target) + by) % own.length);
  return by === 1
    ? (own.find(({ start }) => start >= from) ?? own[0])
    : (own.findLast(({ start }) => start < from) ?? own.at(-1));
}

function showFocus(scroller: HTMLElement | null, focus: Span | undefined): void {
  if (!scroller) return;
  const mark = focus && scroller.querySelector<HTMLElement>(".minutes-focus");
  if (mark) scrollIntoMiddle(scroller, mark);
  else scroller.scrollTo({ top: 0, behavior: "instant" });
}

function showMention(scroller: HTMLElement | null, target: NodeMention | undefined): void {
  const element = target && scroller?.querySelector<HTMLElement>(`[data-node][data-start="${target.start}"]`);
  if (!scroller || !element) return;
  element.focus({ preventScroll: true });
  scrollIntoMiddle(scroller, element, true);
}

async function copyCitation(
  document: GraphDocument,
  focus: Span,
  scroller: HTMLElement | null,
): Promise<string> {
  try {
    await navigator.clipboard.writeText(citeSentence(document, focus));
    return "Citation copied";
  } catch {
    selectSentence(scroller);
    return "The browser does not let this page copy: the sentence is selected, copy it yourself";
  }
}

function selectSentence(scroller: HTMLElement | null): void {
  const marks = scroller?.querySelectorAll(".minutes-focus") ?? [];
  const [first, last] = [marks[0], marks[marks.length - 1]];
  if (first && last) getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
}

function clip(focus: Span | undefined, chunk: TextChunk): Span | undefined {
  return focus && holds(chunk, focus) ? focus : undefined;
}

function holds(chunk: TextChunk, span: Span | undefined): boolean {
  return span !== undefined && span.start < chunk.end && span.end > chunk.start;
}
