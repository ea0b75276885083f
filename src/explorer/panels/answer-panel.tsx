import { useEffect, useMemo, useState } from "preact/hooks";
import { answerQuestion, type AnswerPart, type AnswerRow } from "../../graph/answer-question.ts";
import { describePeriod } from "../../graph/period.ts";
import type { QueryIndex } from "../../graph/query-index.ts";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { KindMark } from "./kind-mark.tsx";
import { Sentence } from "./sentence.tsx";
import { Icon } from "./icon.tsx";
import { SheetGrip } from "./sheet-grip.tsx";

interface Props {
  store: ExplorerStore;
  graph: MinutesGraph;
  index: QueryIndex;
  question: string;
}

/** What the minutes answer to a question: how it was read, then its rows with their sentences. */
export function AnswerPanel({ store, graph, index, question }: Props) {
  const within = store.period.value;
  const answer = useMemo(() => answerQuestion(index, question, { within }), [index, question, within]);
  useEffect(() => {
    const named = Object.values(answer.question?.nodes ?? {});
    const found = answer.parts.flatMap(({ rows }) => rows.flatMap(({ nodes }) => nodes));
    store.answered.value = [...new Set([...named, ...found])].filter((node) => graph.hasNode(node));
    return () => {
      store.answered.value = [];
    };
  }, [store, graph, answer]);
  const isBehind = store.place.value !== undefined;
  return (
    <aside class={`card${isBehind ? " is-behind" : ""}`} aria-label={`Answer: ${question}`}>
      <SheetGrip />
      <header class="card-header">
        <p class="card-kind">Question</p>
        <h2>{question}</h2>
        <p class="card-aliases" role="status">
          {answer.reading}
        </p>
        {store.spanned.value && (
          <p class="card-aliases">Only what was said{describePeriod(store.period.value)} counts.</p>
        )}
        {answer.notes.map((note) => (
          <p class="card-aliases" key={note}>
            {note}
          </p>
        ))}
        <button type="button" class="card-close" aria-label="Close" onClick={() => store.ask(undefined)}>
          <Icon name="close" />
        </button>
      </header>
      {answer.help.length > 0 && (
        <section>
          <ul class="answer-help">
            {answer.help.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      {answer.parts.map((part) => (
        <Part key={`${question} ${part.title}`} store={store} graph={graph} part={part} />
      ))}
    </aside>
  );
}

const SHOWN_ROWS = 15;

function Part({ store, graph, part }: { store: ExplorerStore; graph: MinutesGraph; part: AnswerPart }) {
  const [isWhole, setWhole] = useState(false);
  const { title, rows, total } = part;
  const shown = isWhole ? rows : rows.slice(0, SHOWN_ROWS);
  return (
    <section>
      <h3>
        {title} <span>{total}</span>
      </h3>
      <ol class="card-lines">
        {shown.map((row) => (
          <Row
            key={`${row.nodes.join(" ")} ${row.words} ${row.detail}`}
            store={store}
            graph={graph}
            row={row}
          />
        ))}
      </ol>
      {shown.length < rows.length && (
        <button type="button" class="more" onClick={() => setWhole(true)}>
          {rows.length - shown.length} more
        </button>
      )}
      {isWhole && rows.length < total && (
        <p class="card-aliases">
          {total - rows.length} more are left out here: ask about a name, or a time. The command line tells
          all.
        </p>
      )}
    </section>
  );
}

function Row({ store, graph, row }: { store: ExplorerStore; graph: MinutesGraph; row: AnswerRow }) {
  const [isWhole, setWhole] = useState(false);
  const { nodes, words, detail, citations } = row;
  const [main] = nodes;
  const shown = isWhole ? citations : citations.slice(0, 1);
  return (
    <li class="card-line">
      {main !== undefined && graph.hasNode(main) ? (
        <button type="button" class="card-name" onClick={() => store.goTo(main)}>
          <KindMark kind={graph.getNodeAttribute(main, "kind")} />
          {words}
        </button>
      ) : (
        words
      )}
      {detail !== "" && <span class="answer-detail">{detail}</span>}
      {shown.map(({ evidence }) => (
        <Sentence
          key={`${evidence.document} ${evidence.start} ${evidence.end}`}
          store={store}
          graph={graph}
          piece={evidence}
        />
      ))}
      {shown.length < citations.length && (
        <button type="button" class="more" onClick={() => setWhole(true)}>
          {citations.length - shown.length} more {citations.length === 2 ? "sentence" : "sentences"}
        </button>
      )}
    </li>
  );
}
