import { useState } from "preact/hooks";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { KINDS } from "../../model/schema.ts";
import { type CardLine, type CardSection, createCard } from "../store/node-card.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { MOST_STEPS } from "../../view/view-state.ts";
import { KindMark } from "./kind-mark.tsx";
import { NodeTools } from "./node-tools.tsx";
import { Sentence } from "./sentence.tsx";
import { Icon } from "./icon.tsx";
import { SheetGrip } from "./sheet-grip.tsx";
import { useSlices } from "./use-slices.ts";

interface Props {
  store: ExplorerStore;
  graph: MinutesGraph;
  node: string;
}

/** What the minutes say about one node, each line with its sentence. */
export function NodeCard({ store, graph, node }: Props) {
  const { kind, label, aliases, date } = graph.getNodeAttributes(node);
  const spanned = store.spanned.value;
  const { result: sections } = useSlices(
    node,
    () => createCard(graph, node, ({ document }) => store.isSaidAt(document)),
    [graph, spanned],
  );
  const isBehind = store.place.value !== undefined;
  return (
    <aside class={`card${isBehind ? " is-behind" : ""}`} aria-label={`${KINDS[kind].label}: ${label}`}>
      <SheetGrip />
      <header class="card-header">
        <p class="card-kind">
          <KindMark kind={kind} />
          {KINDS[kind].label}
          {date && ` · ${date}`}
        </p>
        <h2>{label}</h2>
        {aliases.length > 0 && <p class="card-aliases">Also written {aliases.slice(0, 6).join(", ")}</p>}
        {store.state.value.asked !== undefined && (
          <button type="button" class="more card-back" onClick={() => store.select(undefined)}>
            <Icon name="left" /> Back to: {store.state.value.asked}
          </button>
        )}
        <button type="button" class="card-close" aria-label="Close" onClick={() => store.select(undefined)}>
          <Icon name="close" />
        </button>
        <Steps store={store} />
        <NodeTools store={store} node={node} />
      </header>
      {!sections && (
        <section>
          <p role="status">Reading what is said of it…</p>
        </section>
      )}
      {sections?.length === 0 && (
        <section>
          <p>
            The minutes name it, and say nothing else about it
            {spanned ? " in the time that is chosen" : ""}.
          </p>
        </section>
      )}
      {sections?.map((section) => (
        <Section
          key={`${node} ${section.relation} ${section.isSource}`}
          store={store}
          graph={graph}
          section={section}
        />
      ))}
    </aside>
  );
}

function Steps({ store }: { store: ExplorerStore }) {
  const { steps } = store.state.value;
  return (
    <div class="card-tools" role="group" aria-label="How much of the graph is shown">
      <span>Show</span>
      {Array.from({ length: MOST_STEPS + 1 }, (_, count) => (
        <button
          type="button"
          key={count}
          class="button"
          aria-pressed={steps === count}
          onClick={() => store.setSteps(count)}
        >
          {count === 0 ? "all" : count === 1 ? "1 step" : `${count} steps`}
        </button>
      ))}
    </div>
  );
}

const SHOWN_LINES = 12;

function Section({
  store,
  graph,
  section,
}: {
  store: ExplorerStore;
  graph: MinutesGraph;
  section: CardSection;
}) {
  const [isWhole, setWhole] = useState(false);
  const { title, lines } = section;
  const shown = isWhole ? lines : lines.slice(0, SHOWN_LINES);
  return (
    <section>
      <h3>
        {title} <span>{lines.length}</span>
      </h3>
      <ul class="card-lines">
        {shown.map((line) => (
          <Line key={line.node} store={store} graph={graph} line={line} />
        ))}
      </ul>
      {shown.length < lines.length && (
        <button type="button" class="more" onClick={() => setWhole(true)}>
          {lines.length - shown.length} more
        </button>
      )}
    </section>
  );
}

function Line({ store, graph, line }: { store: ExplorerStore; graph: MinutesGraph; line: CardLine }) {
  const [isWhole, setWhole] = useState(false);
  const { node, label, kind, status, evidence } = line;
  const shown = isWhole ? evidence : evidence.slice(0, 1);
  return (
    <li class="card-line">
      <button type="button" class="card-name" onClick={() => store.goTo(node)}>
        <KindMark kind={kind} />
        {label}
      </button>
      {status && <span class="status">{status}</span>}
      {shown.map((piece) => (
        <Sentence
          key={`${piece.document} ${piece.start} ${piece.end}`}
          store={store}
          graph={graph}
          piece={piece}
        />
      ))}
      {shown.length < evidence.length && (
        <button type="button" class="more" onClick={() => setWhole(true)}>
          {evidence.length - shown.length} more {evidence.length === 2 ? "sentence" : "sentences"}
        </button>
      )}
    </li>
  );
}
