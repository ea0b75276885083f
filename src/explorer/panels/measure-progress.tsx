import type { ExplorerStore } from "../store/explorer-store.ts";

/** What is being computed, how far it is, and a way to end it. */
export function MeasureProgress({ store, onCancel }: { store: ExplorerStore; onCancel(this: void): void }) {
  const running = store.measuring.value;
  const failed = [...store.measures.value.values()].find(({ problem }) => problem !== undefined);
  return (
    <div aria-live="polite">
      {running && (
        <div class="look-progress">
          <span>Computing {running.title.toLowerCase()}…</span>
          <progress
            aria-label={`${running.title}: share done`}
            {...(running.share > 0 ? { value: running.share } : {})}
          />
          <button type="button" class="button" onClick={onCancel}>
            Cancel
          </button>
        </div>
      )}
      {failed && (
        <p>
          {failed.title} could not be computed: {failed.problem}
        </p>
      )}
    </div>
  );
}
