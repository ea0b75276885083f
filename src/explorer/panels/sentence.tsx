import type { Evidence, MinutesGraph } from "../../model/graph-attributes.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";

const LONGEST_QUOTE = 260;

/** A sentence of the minutes, which opens them at its place. */
export function Sentence({
  store,
  graph,
  piece,
}: {
  store: ExplorerStore;
  graph: MinutesGraph;
  piece: Evidence;
}) {
  const { document, start, end, quote, modality } = piece;
  const { title, date } = graph.getAttribute("documents")[document] ?? { title: document, date: "" };
  const place = store.place.value;
  const isOpen = place?.document === document && place.start === start && place.end === end;
  const notes = [modality, date || title].filter(Boolean).join(" · ");
  return (
    <button
      type="button"
      class="sentence"
      aria-current={isOpen}
      title="Show in the minutes"
      onClick={() => store.openSentence({ document, start, end })}
    >
      “{quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote}”<small>{notes}</small>
    </button>
  );
}
