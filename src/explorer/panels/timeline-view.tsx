import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { QueryIndex } from "../../graph/query-index.ts";
import { computeTimeline, type TimelineRow } from "../../graph/timeline.ts";
import type { Evidence } from "../../model/graph-attributes.ts";
import { KINDS, NODE_KINDS, type NodeKind } from "../../model/schema.ts";
import { type Form, FormSwitch } from "../charts/form-switch.tsx";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { KindMark } from "./kind-mark.tsx";
import { LazyPanel } from "./lazy-panel.tsx";
import { cutRows, useShowCurrent } from "./use-show-current.ts";

const SHOWN: readonly NodeKind[] = NODE_KINDS.filter((kind) => kind !== "meeting");
/** So many lines are drawn at once; more come on demand. */
const PAGE = 120;

const loadChart = async () => (await import("../charts/timeline-chart.tsx")).TimelineChart;

/** When people and matters appear, go quiet and come back: a column for each meeting. */
export function TimelineView({ store, index }: { store: ExplorerStore; index: QueryIndex }) {
  const selected = store.selected.value;
  const view = useShowCurrent(selected);
  const [wishedKind, setKind] = useState<NodeKind>();
  useEffect(() => setKind(undefined), [selected]);
  const ownKind = selected === undefined ? "meeting" : index.graph.getNodeAttribute(selected, "kind");
  const kind = wishedKind ?? (ownKind === "meeting" ? "topic" : ownKind);
  const [limit, setLimit] = useState(PAGE);
  const [wished, setForm] = useState<Form>();
  const period = store.period.value;
  const { meetings, rows } = useMemo(
    () => computeTimeline(index, { kinds: [kind], period }),
    [index, kind, period],
  );
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const shown = useMemo(() => cutRows(rows, limit, selected), [rows, limit, selected]);
  // With one meeting there is no course of time to draw.
  const form = wished ?? (meetings.length > 1 ? "chart" : "table");
  const choose = useCallback(
    (node: string, meeting: string): void => {
      store.goTo(node);
      const sentence = findSentence(index, node, meeting);
      if (sentence) store.openSentence(sentence);
    },
    [store, index],
  );
  return (
    <div class="list timeline" ref={view}>
      <div class="chart-head">
        <div class="switch" role="group" aria-label="Lines of the timeline">
          {SHOWN.map((key) => (
            <button type="button" key={key} aria-pressed={kind === key} onClick={() => setKind(key)}>
              {KINDS[key].plural}
            </button>
          ))}
        </div>
        <FormSwitch form={form} onForm={setForm} />
      </div>
      {form === "chart" ? (
        <LazyPanel
          load={loadChart}
          content={{ meetings, rows: shown, selected: selected, onChoose: choose }}
        />
      ) : (
        <table>
          <caption class="visually-hidden">{KINDS[kind].plural} by meeting, in order of time</caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">Name</span>
              </th>
              {meetings.map(({ node, label, date }) => (
                <th key={node} scope="col">
                  <button type="button" title={label} onClick={() => store.goTo(node)}>
                    {date || label}
                  </button>
                </th>
              ))}
              <th scope="col">What happened</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.node} aria-current={row.node === selected}>
                <th scope="row">
                  <button type="button" class="card-name" onClick={() => store.goTo(row.node)}>
                    <KindMark kind={row.kind} />
                    {row.label}
                  </button>
                </th>
                {row.counts.map((count, column) => (
                  <td key={meetings[column]?.node}>
                    <Dot count={count} most={most} />
                  </td>
                ))}
                <td class="timeline-events">{describeEvents(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > limit && (
        <button type="button" class="more" onClick={() => setLimit(limit + PAGE)}>
          {rows.length - limit} more
        </button>
      )}
    </div>
  );
}

function Dot({ count, most }: { count: number; most: number }) {
  if (count === 0) return <span class="visually-hidden">none</span>;
  const size = 0.5 + 0.9 * Math.sqrt(count / most);
  return (
    <span
      class="timeline-dot"
      style={{ width: `${size}rem`, height: `${size}rem` }}
      title={`${count} sentences`}
    >
      <span class="visually-hidden">{count}</span>
    </span>
  );
}

const describeEvents = ({ events }: TimelineRow): string =>
  events.map(({ kind, date }) => `${kind} ${date}`).join(", ");

/** The first sentence of a meeting that says something about a node. */
function findSentence({ graph }: QueryIndex, node: string, meeting: string): Evidence | undefined {
  const document = graph.getNodeAttribute(meeting, "document");
  const found = graph
    .edges(node)
    .flatMap((edge) =>
      graph.getEdgeAttribute(edge, "evidence").filter((piece) => piece.document === document),
    );
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end)[0];
}
