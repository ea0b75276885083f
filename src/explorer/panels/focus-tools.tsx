import type { ExplorerStore } from "../store/explorer-store.ts";

/** What was hidden, pinned and expanded by name, with a way back; and what becomes of the rest. */
export function FocusTools({ store }: { store: ExplorerStore }) {
  const { hiddenNodes, pinned, expanded, rest } = store.state.value;
  const none = new Set<string>();
  return (
    <div class="focus-tools">
      <label class="focus-rest">
        <input type="checkbox" checked={rest === "faint"} onChange={() => store.toggleRest()} />
        Keep what is filtered out, faintly
      </label>
      {hiddenNodes.size > 0 && (
        <button type="button" class="more" onClick={() => store.showHidden()}>
          {hiddenNodes.size} hidden: show
        </button>
      )}
      {pinned.size > 0 && (
        <button type="button" class="more" onClick={() => store.change({ pinned: none })}>
          {pinned.size} pinned: release
        </button>
      )}
      {expanded.size > 0 && (
        <button type="button" class="more" onClick={() => store.change({ expanded: none })}>
          {expanded.size} expanded: undo
        </button>
      )}
      {store.isFiltered.value && (
        <button type="button" class="button legend-clear" onClick={() => store.clearFilters()}>
          Clear filters
        </button>
      )}
    </div>
  );
}
