import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { EdgeAttributes, MinutesGraph } from "../../model/graph-attributes.ts";
import { KINDS } from "../../model/schema.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { roundValue } from "../looks/round-value.ts";
import { METRIC_NAMES, type MetricId } from "../../view/look.ts";
import { listRows, type NodeRow, sortRows } from "../store/node-rows.ts";
import { cutRows, useShowCurrent } from "./use-show-current.ts";
import { useGrowing } from "./use-growing.ts";
import { useSlices } from "./use-slices.ts";
import { KindMark } from "./kind-mark.tsx";
import { MeasureChoice } from "./measure-choice.tsx";

type OwnColumn = "label" | "kind" | "links" | "sentences";
type Column = OwnColumn | MetricId;
const COLUMNS: readonly (readonly [OwnColumn, string])[] = [
  ["label", "Name"],
  ["kind", "Kind"],
  ["links", "Links"],
  ["sentences", "Sentences"],
];
/** So many rows are drawn at once; more come on demand. */
const PAGE = 300;
const NONE: readonly NodeRow[] = [];

/** What the graph shows, as a table: the same for those who cannot see the picture. */
export function NodeList({ store, graph }: { store: ExplorerStore; graph: MinutesGraph }) {
  const [column, setColumn] = useState<Column>("sentences");
  const [isUp, setUp] = useState(false);
  const [limit, setLimit] = useState(PAGE);
  const selected = store.selected.value;
  const shown = store.shown.value;
  const spanned = store.spanned.value;
  const countSentences = useMemo(() => {
    if (!spanned) return ({ weight }: EdgeAttributes) => weight;
    return ({ evidence }: EdgeAttributes) =>
      evidence.filter(({ document }) => store.isSaidAt(document)).length;
  }, [store, spanned]);
  const { result: rows = NONE } = useSlices(graph, () => listRows(graph, shown, countSentences), [
    shown,
    countSentences,
  ]);
  const marked = store.several.value;
  const measures = store.measures.value;
  const chosen = store.look.value.columns;
  const columns = [...COLUMNS, ...chosen.map((id) => [id, METRIC_NAMES[id]] as const)];
  const sorting = useSlices(graph, () => {
    const valueOf = (row: NodeRow): string | number =>
      isMetric(column) ? (measures.get(column)?.values?.get(row.node) ?? 0) : row[column];
    return sortRows(rows, valueOf, isUp);
  }, [rows, column, isUp, measures]);
  const sorted = sorting.result ?? NONE;
  const drawn = useGrowing(limit, sorted);
  const view = useShowCurrent(selected, sorted.length > 0);
  // The same lines as before cost nothing when others come to them, or something else changes.
  const made = useMemo(() => new Map<NodeRow, MadeLine>(), [store, rows, chosen, measures]);
  const lines = useMemo(() => {
    const several = new Set(marked);
    return cutRows(sorted, drawn, selected).map((row) => {
      const isCurrent = row.node === selected || several.has(row.node);
      const known = made.get(row);
      if (known?.isCurrent === isCurrent) return known.line;
      const values = chosen.map((id) => [id, measures.get(id)?.values?.get(row.node)] as const);
      const line = <Line key={row.node} store={store} row={row} isCurrent={isCurrent} values={values} />;
      made.set(row, { isCurrent, line });
      return line;
    });
  }, [made, sorted, drawn, selected, marked]);
  const sortBy = (next: Column): void => {
    setUp(next === column ? !isUp : next === "label" || next === "kind");
    setColumn(next);
  };
  return (
    <div class="list" ref={view}>
      <MeasureChoice store={store} />
      <table class="node-table" aria-busy={!sorting.isCurrent}>
        <caption class="visually-hidden">{rows.length} nodes are shown</caption>
        <thead>
          <tr>
            {columns.map(([key, title]) => (
              <th
                key={key}
                scope="col"
                class={key === "label" || key === "kind" ? undefined : "number"}
                aria-sort={key !== column ? "none" : isUp ? "ascending" : "descending"}
              >
                <button type="button" onClick={() => sortBy(key)}>
                  {title} {key === column ? (isUp ? "↑" : "↓") : ""}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{lines}</tbody>
      </table>
      {sorted.length === 0 && (rows === NONE || rows.length > 0) && (
        <p class="stage-message" role="status">
          Reading the whole graph…
        </p>
      )}
      {sorted.length > limit && (
        <button type="button" class="more" onClick={() => setLimit(limit + PAGE)}>
          {sorted.length - limit} more
        </button>
      )}
    </div>
  );
}

interface MadeLine {
  isCurrent: boolean;
  line: VNode;
}

interface LineProps {
  store: ExplorerStore;
  row: NodeRow;
  isCurrent: boolean;
  /** Of the metrics that have a column. */
  values: readonly (readonly [MetricId, number | undefined])[];
}

function Line({ store, row: { node, label, kind, links, sentences }, isCurrent, values }: LineProps) {
  return (
    <tr aria-current={isCurrent}>
      <td>
        <button
          type="button"
          class="card-name"
          onClick={(event) => (event.shiftKey ? store.toggleSeveral(node) : store.goTo(node))}
        >
          <KindMark kind={kind} />
          {label}
        </button>
      </td>
      <td>{KINDS[kind].label}</td>
      <td class="number">{links}</td>
      <td class="number">{sentences}</td>
      {values.map(([id, value]) => (
        <td key={id} class="number">
          {writeValue(value)}
        </td>
      ))}
    </tr>
  );
}

const isMetric = (column: Column): column is MetricId => column in METRIC_NAMES;

const writeValue = (value: number | undefined): string => (value === undefined ? "…" : roundValue(value));
