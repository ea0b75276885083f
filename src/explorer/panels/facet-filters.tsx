import { useEffect, useState } from "preact/hooks";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { countFacet, FACETS, type FacetCount } from "../../view/facets.ts";
import { FACET_IDS, type FacetId } from "../../view/view-state.ts";
import { useSlices } from "./use-slices.ts";
import "./facet-filters.css";

/** Filters that combine: each lists its values with how often they occur, as bars. */
export function FacetFilters({ store }: { store: ExplorerStore }) {
  const graph = store.graph.value;
  if (!graph) return null;
  return (
    <>
      {FACET_IDS.map((id) => (
        <FacetFilter key={id} store={store} graph={graph} id={id} />
      ))}
    </>
  );
}

interface FilterProps {
  store: ExplorerStore;
  graph: MinutesGraph;
  id: FacetId;
}

function FacetFilter({ store, graph, id }: FilterProps) {
  const chosen = store.state.value.chosen.get(id);
  const [isOpen, setOpen] = useState(chosen !== undefined);
  return (
    <details class="facet" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {FACETS[id].title}
        {chosen && ` (${chosen.size})`}
      </summary>
      {isOpen && <Values store={store} graph={graph} id={id} />}
    </details>
  );
}

/** So many are listed at once; what is chosen always is. */
const SHOWN = 8;

function Values({ store, graph, id }: FilterProps) {
  const [isWhole, setWhole] = useState(false);
  const chosen = store.state.value.chosen.get(id);
  const shown = store.shown.value;
  const communities = store.communities.value;
  const begin = () => countFacet(graph, id, shown, communities);
  const { result: counts } = useSlices(graph, begin, [id, shown, communities]);
  useEffect(() => {
    if (id === "community") store.asksCommunities.value = true;
  }, [store, graph, id]);
  if (!counts || (id === "community" && !communities))
    return (
      <p class="facet-none" role="status">
        Counting…
      </p>
    );
  const most = counts.reduce((longest, { total }) => Math.max(longest, total), 1);
  const listed = isWhole ? counts : counts.filter(({ value }, place) => place < SHOWN || chosen?.has(value));
  if (counts.length === 0) return <p class="facet-none">The minutes say nothing of it.</p>;
  return (
    <>
      <ul aria-label={FACETS[id].title}>
        {listed.map((count) => (
          <li key={count.value}>
            <Value
              count={count}
              most={most}
              isChosen={chosen?.has(count.value) === true}
              onToggle={() => store.toggleChosen(id, count.value)}
            />
          </li>
        ))}
      </ul>
      {listed.length < counts.length && (
        <button type="button" class="more" onClick={() => setWhole(true)}>
          {counts.length - listed.length} more
        </button>
      )}
      {chosen && (
        <button type="button" class="more" onClick={() => store.clearFacet(id)}>
          Any {FACETS[id].title.toLowerCase()}
        </button>
      )}
    </>
  );
}

interface ValueProps {
  count: FacetCount;
  /** The longest bar's count. */
  most: number;
  isChosen: boolean;
  onToggle(this: void): void;
}

/** A bar for the whole graph, and in it one for what is shown. */
function Value({ count: { name, total, shown }, most, isChosen, onToggle }: ValueProps) {
  return (
    <button
      type="button"
      class="facet-value"
      aria-pressed={isChosen}
      title={`${name}: ${shown} of ${total} shown`}
      onClick={onToggle}
    >
      <span class="facet-name">{name}</span>
      <span class="legend-count">{total}</span>
      <span class="facet-bar" style={{ width: `${(100 * total) / most}%` }} aria-hidden="true">
        <span style={{ width: `${(100 * shown) / total}%` }} />
      </span>
    </button>
  );
}
