import { useEffect, useMemo } from "preact/hooks";
import { findConnection, type Path } from "../../graph/find-path.ts";
import type { QueryIndex } from "../../graph/query-index.ts";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import type { PathEnds } from "../../view/view-state.ts";
import { KindMark } from "./kind-mark.tsx";
import { Sentence } from "./sentence.tsx";
import { Icon } from "./icon.tsx";
import { SheetGrip } from "./sheet-grip.tsx";

interface Props {
  store: ExplorerStore;
  graph: MinutesGraph;
  index: QueryIndex;
  ends: PathEnds;
}

/** How two nodes are connected, step by step, each with its sentence. */
export function PathPanel({ store, graph, index, ends }: Props) {
  const { from, to } = ends;
  const period = store.period.value;
  const connection = useMemo(() => findConnection(index, from, to, period), [index, from, to, period]);
  useEffect(() => {
    store.foundPath.value = { ends, connection };
  }, [store, ends, connection]);
  const isBehind = store.place.value !== undefined;
  const title = `${graph.getNodeAttribute(from, "label")} – ${graph.getNodeAttribute(to, "label")}`;
  return (
    <aside class={`card${isBehind ? " is-behind" : ""}`} aria-label={`Path: ${title}`}>
      <SheetGrip />
      <header class="card-header">
        <p class="card-kind">Path</p>
        <h2>{title}</h2>
        <p class="card-aliases" role="status">
          {connection ? tellLength(connection.shortest) : "Not even the same minutes name both."}
        </p>
        <button type="button" class="card-close" aria-label="Close" onClick={() => store.closePath()}>
          <Icon name="close" />
        </button>
        <div class="card-tools">
          <button type="button" class="button" onClick={() => store.showPath(to, from)}>
            The other way round
          </button>
        </div>
      </header>
      {connection && <Way store={store} graph={graph} title="The shortest" path={connection.shortest} />}
      {connection && tell(connection.strongest) !== tell(connection.shortest) && (
        <Way
          store={store}
          graph={graph}
          title="The one the minutes say most of"
          path={connection.strongest}
        />
      )}
    </aside>
  );
}

const tell = ({ steps }: Path): string => steps.map(({ words }) => words).join("\n");

const tellLength = ({ steps }: Path): string =>
  steps.length === 1 ? "Directly connected." : `Connected in ${steps.length} steps.`;

function Way({
  store,
  graph,
  title,
  path,
}: {
  store: ExplorerStore;
  graph: MinutesGraph;
  title: string;
  path: Path;
}) {
  return (
    <section>
      <h3>{title}</h3>
      <ol class="card-lines">
        {path.steps.map(({ to, words, citation }) => (
          <li class="card-line" key={to}>
            <button type="button" class="card-name" onClick={() => store.goTo(to)}>
              <KindMark kind={graph.getNodeAttribute(to, "kind")} />
              {words}
            </button>
            <Sentence store={store} graph={graph} piece={citation.evidence} />
          </li>
        ))}
      </ol>
    </section>
  );
}
