import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { compareCodeUnits } from "../../graph/compare-code-units.ts";
import type { Period } from "../../graph/period.ts";
import type { QueryIndex } from "../../graph/query-index.ts";
import { findWhatDoes } from "../../graph/what-does.ts";
import type { WorkRow } from "../../graph/work-table.ts";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { type Form, FormSwitch } from "../charts/form-switch.tsx";
import type { MatrixLine } from "../charts/matrix-chart.tsx";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { KindMark } from "./kind-mark.tsx";
import { LazyPanel } from "./lazy-panel.tsx";
import { useShowCurrent } from "./use-show-current.ts";

interface Props {
  store: ExplorerStore;
  graph: MinutesGraph;
  index: QueryIndex;
}

/** So many lines and columns are shown, the strongest. */
const MOST = 60;
const KINDS = { person: "People", organisation: "Organisations" } as const;

const loadChart = async () => (await import("../charts/matrix-chart.tsx")).MatrixChart;

/** Who works on what, as a table: the darker a cell, the more the minutes say. */
export function MatrixView({ store, graph, index }: Props) {
  const selected = store.selected.value;
  const view = useShowCurrent(selected);
  const [wishedKind, setKind] = useState<keyof typeof KINDS>();
  useEffect(() => setKind(undefined), [selected]);
  const isOfOrganisation =
    selected !== undefined && graph.getNodeAttribute(selected, "kind") === "organisation";
  const kind = wishedKind ?? (isOfOrganisation ? "organisation" : "person");
  const [form, setForm] = useState<Form>("table");
  const period = store.period.value;
  const { lines, columns, strongest } = useMemo(
    () => createMatrix(index, kind, period),
    [index, kind, period],
  );
  const show = useCallback(
    (who: string, { citations: [first] }: WorkRow): void => {
      store.select(who);
      if (first) store.openSentence(first.evidence);
    },
    [store],
  );
  const labelOf = useCallback((node: string): string => graph.getNodeAttribute(node, "label"), [graph]);
  return (
    <div class="list matrix" ref={view}>
      <div class="chart-head">
        <div class="switch" role="group" aria-label="Lines of the matrix">
          {(Object.keys(KINDS) as (keyof typeof KINDS)[]).map((key) => (
            <button type="button" key={key} aria-pressed={kind === key} onClick={() => setKind(key)}>
              {KINDS[key]}
            </button>
          ))}
        </div>
        <FormSwitch form={form} onForm={setForm} />
      </div>
      {lines.length === 0 && <p class="matrix-none">The minutes say of nobody what they work on.</p>}
      {form === "chart" ? (
        <LazyPanel
          load={loadChart}
          content={{ lines, columns, strongest, selected: selected, labelOf, onChoose: show }}
        />
      ) : (
        <table>
          <caption class="visually-hidden">{KINDS[kind]} and what they work on</caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">Name</span>
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" aria-current={column === selected}>
                  <button type="button" onClick={() => store.goTo(column)}>
                    {graph.getNodeAttribute(column, "label")}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ node, cells }) => (
              <tr key={node} aria-current={node === selected}>
                <th scope="row">
                  <button type="button" class="card-name" onClick={() => store.goTo(node)}>
                    <KindMark kind={kind} />
                    {graph.getNodeAttribute(node, "label")}
                  </button>
                </th>
                {columns.map((column) => {
                  const cell = cells.get(column);
                  return (
                    <td key={column} aria-current={column === selected}>
                      {cell && (
                        <button
                          type="button"
                          class="matrix-cell"
                          style={{ "--strength": `${Math.round(12 + (43 * cell.score) / strongest)}%` }}
                          aria-label={`${graph.getNodeAttribute(node, "label")}, ${cell.label}: ${cell.reason}${cell.status ? `, ${cell.status}` : ""}`}
                          title={`${cell.label}: ${cell.reason}`}
                          onClick={() => show(node, cell)}
                        >
                          {cell.status ? cell.status.slice(0, 1).toUpperCase() : ""}
                        </button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="matrix-none">
        I in review · O ongoing · M merged · B blocked · D done. A cell opens its sentence.
      </p>
    </div>
  );
}

/** Lines and columns by community, so that what belongs together stands together; within it the strongest first. */
function createMatrix(index: QueryIndex, kind: keyof typeof KINDS, period: Period) {
  const { graph } = index;
  const sums = new Map<string, number>();
  const add = (node: string, score: number): void => void sums.set(node, (sums.get(node) ?? 0) + score);
  const actors = graph
    .filterNodes((_, attributes) => attributes.kind === kind)
    .toSorted((a, b) => graph.degree(b) - graph.degree(a) || compareCodeUnits(a, b))
    .slice(0, 3 * MOST);
  const all = actors.map((node): MatrixLine => {
    const rows = findWhatDoes(index, node, { period }).filter(({ role }) => role !== "spoke");
    for (const row of rows) {
      add(node, row.score);
      add(row.node, row.score);
    }
    return { node, cells: new Map(rows.map((row) => [row.node, row])) };
  });
  const byBlock = (a: string, b: string): number =>
    graph.getNodeAttribute(a, "community") - graph.getNodeAttribute(b, "community") ||
    (sums.get(b) ?? 0) - (sums.get(a) ?? 0) ||
    compareCodeUnits(a, b);
  const strongestOf = (nodes: readonly string[]): string[] =>
    nodes
      .toSorted((a, b) => (sums.get(b) ?? 0) - (sums.get(a) ?? 0) || compareCodeUnits(a, b))
      .slice(0, MOST);
  const columns = strongestOf([...new Set(all.flatMap(({ cells }) => [...cells.keys()]))]).toSorted(byBlock);
  const kept = new Set(strongestOf(all.filter(({ cells }) => cells.size > 0).map(({ node }) => node)));
  const lines = all.filter(({ node }) => kept.has(node)).toSorted((a, b) => byBlock(a.node, b.node));
  const strongest = Math.max(
    ...lines.flatMap(({ cells }) => [...cells.values()].map(({ score }) => score)),
    0.001,
  );
  return { lines, columns, strongest };
}
