import { KINDS, NODE_KINDS, RELATION_DEFINITIONS, RELATIONS } from "../../model/schema.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { DASHED } from "../canvas/line-style.ts";
import { GroupLegend, SizeLegend } from "./group-legend.tsx";
import { FocusTools } from "./focus-tools.tsx";
import { Icon } from "./icon.tsx";
import { KindMark } from "./kind-mark.tsx";
import { MoreFilters } from "./more-filters.tsx";
import { TextFilter } from "./text-filter.tsx";

/** What the signs mean, how many there are, and which are shown. */
export function Legend({ store }: { store: ExplorerStore }) {
  const { kinds, relations } = store.counts.value;
  const { hiddenKinds, hiddenRelations, view } = store.state.value;
  const shown = store.shown.value.counts ?? store.counts.value;
  return (
    // Other views cover it: without it, the picture behind them would take its room, and be drawn anew.
    <details class="legend" hidden={view !== "graph"} open={matchMedia("(width >= 760px)").matches}>
      <summary>Legend and filters</summary>
      <TextFilter store={store} />
      <GroupLegend store={store} />
      <h2 id="legend-kinds">Shown</h2>
      <ul aria-labelledby="legend-kinds">
        {NODE_KINDS.filter((kind) => kinds.has(kind)).map((kind) => (
          <li key={kind}>
            <button
              type="button"
              class="legend-item"
              aria-pressed={!hiddenKinds.has(kind)}
              title={KINDS[kind].description}
              onClick={() => store.toggleKind(kind)}
            >
              <KindMark kind={kind} />
              <span class="legend-name">{KINDS[kind].plural}</span>
              <span class="legend-count">{(hiddenKinds.has(kind) ? kinds : shown.kinds).get(kind) ?? 0}</span>
              {hiddenKinds.has(kind) && <Icon name="hidden" />}
            </button>
          </li>
        ))}
      </ul>
      <h2 id="legend-relations">Linked by</h2>
      <ul aria-labelledby="legend-relations">
        {RELATIONS.filter((relation) => relations.has(relation)).map((relation) => (
          <li key={relation}>
            <button
              type="button"
              class="legend-item"
              aria-pressed={!hiddenRelations.has(relation)}
              onClick={() => store.toggleRelation(relation)}
            >
              <span
                class={DASHED.has(relation) ? "line is-dashed" : "line"}
                style={{ "--line": `var(--relation-${relation.replaceAll("_", "-")})` }}
              />
              <span class="legend-name">{RELATION_DEFINITIONS[relation].label}</span>
              <span class="legend-count">
                {(hiddenRelations.has(relation) ? relations : shown.relations).get(relation) ?? 0}
              </span>
              {hiddenRelations.has(relation) && <Icon name="hidden" />}
            </button>
          </li>
        ))}
      </ul>
      <SizeLegend store={store} />
      <MoreFilters store={store} />
      <FocusTools store={store} />
    </details>
  );
}
