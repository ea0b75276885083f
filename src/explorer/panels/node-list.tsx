import { useMemo, useState } from "preact/hooks";
import { compareCodeUnits } from "../../graph/compare-code-units.ts";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { KINDS, type NodeKind } from "../../model/schema.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { roundValue } from "../looks/round-value.ts";
import { METRIC_NAMES, type MetricId } from "../store/look.ts";
import { cutRows, useShowCurrent } from "./use-show-current.ts";
import { KindMark } from "./kind-mark.tsx";
import { MeasureChoice } from "./measure-choice.tsx";

interface Row {
  node: string;
  label: string;
  kind: NodeKind;
  links: number;
  sentences: number;
}

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

/** What the graph shows, as a table: the same for those who cannot see the picture. */
export function NodeList({ store, graph }: { store: ExplorerStore; graph: MinutesGraph }) {
  const [column, setColumn] = useState<Column>("sentences");
  const [isUp, setUp] = useState(false);
  const [limit, setLimit] = useState(PAGE);
  const selected = store.selected.value;
  const view = useShowCurrent(selected);
  const shown = store.shown.value;
  const spanned = store.spanned.value;
  const countSentences = useMemo(() => {
    if (!spanned) return (edge: string) => graph.getEdgeAttribute(edge, "weight");
    return (edge: string) =>
      graph.getEdgeAttribute(edge, "evidence").filter(({ document }) => store.isSaidAt(document)).length;
  }, [store, graph, spanned]);
  const rows = useMemo(() => listRows(graph, shown, countSentences), [graph, shown, countSentences]);
  const several = new Set(store.several.value);
  const measures = store.measures.value;
  const chosen = store.look.value.columns;
  const columns = [...COLUMNS, ...chosen.map((id) => [id, METRIC_NAMES[id]] as const)];
  const sorted = useMemo(() => {
    const valueOf = (row: Row): string | number =>
      isMetric(column) ? (measures.get(column)?.values?.get(row.node) ?? 0) : row[column];
    return rows.toSorted((a, b) => compareRows(a, b, valueOf) * (isUp ? 1 : -1));
  }, [rows, column, isUp, measures]);
  const sortBy = (next: Column): void => {
    setUp(next === column ? !isUp : next === "label" || next === "kind");
    setColumn(next);
  };
  return (
    <div class="list" ref={view}>
      <MeasureChoice store={store} />
      <table>
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
        <tbody>
          {cutRows(sorted, limit, selected).map(({ node, label, kind, links, sentences }) => (
            <tr key={node} aria-current={node === selected || several.has(node)}>
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
              {chosen.map((id) => (
                <td key={id} class="number">
                  {writeValue(measures.get(id)?.values?.get(node))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > limit && (
        <button type="button" class="more" onClick={() => setLimit(limit + PAGE)}>
          {sorted.length - limit} more
        </button>
      )}
    </div>
  );
}

function listRows(
  graph: MinutesGraph,
  shown: { nodes: ReadonlySet<string>; edges: ReadonlySet<string> },
  countSentences: (edge: string) => number,
): Row[] {
  const counts = new Map<string, { links: number; sentences: number }>();
  for (const edge of shown.edges)
    for (const node of graph.extremities(edge)) {
      const count = counts.get(node) ?? { links: 0, sentences: 0 };
      count.links++;
      count.sentences += countSentences(edge);
      counts.set(node, count);
    }
  return [...shown.nodes].map((node) => {
    const { label, kind } = graph.getNodeAttributes(node);
    return { node, label, kind, ...(counts.get(node) ?? { links: 0, sentences: 0 }) };
  });
}

const isMetric = (column: Column): column is MetricId => column in METRIC_NAMES;

const writeValue = (value: number | undefined): string => (value === undefined ? "…" : roundValue(value));

function compareRows(a: Row, b: Row, valueOf: (row: Row) => string | number): number {
  const [first, second] = [valueOf(a), valueOf(b)];
  const order =
    typeof first === "number" && typeof second === "number"
      ? first - second
      : compareCodeUnits(String(first).toLowerCase(), String(second).toLowerCase());
  return order || compareCodeUnits(b.node, a.node);
}
