import type { ExplorerStore } from "../store/explorer-store.ts";

/** What is being computed, how far it is, and a way to end it. */
export function MeasureProgress({ store, onCancel }: { store: ExplorerStore; onCancel(this: void): void }) {
  const measures = [...store.measures.value.values()];
  const running = measures.find(({ progress }) => progress !== undefined);
  const failed = measures.find(({ problem }) => problem !== undefined);
  return (
    <div aria-live="polite">
      {running && (
        <div class="look-progress">
          <span>Computing {running.title.toLowerCase()}…</span>
          <progress
            aria-label={`${running.title}: share done`}
            {...(running.progress ? { value: running.progress } : {})}
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
