import "./bring-your-own.css";
import type { DataSets } from "./data-sets.ts";
import { Icon } from "../panels/icon.tsx";
import { LazyPanel } from "../panels/lazy-panel.tsx";
import { OpenDialog } from "./open-dialog.tsx";
import { useDrop } from "./use-drop.ts";

const loadColumns = async () => (await import("./columns-dialog.tsx")).ColumnsDialog;

/**
 * All that a reader needs to explore minutes of their own: the button and its dialog, dropping and pasting anywhere,
 * progress with cancel, and a message where something cannot be read.
 */
export function BringYourOwn({ sets }: { sets: DataSets }) {
  const setOpen = (isOpen: boolean): void => {
    sets.isAsking.value = isOpen;
  };
  const question = sets.columnsQuestion.value;
  const isHeld = useDrop(sets.bring);
  return (
    <div class="bring">
      <button
        type="button"
        class="button tool"
        title="Open minutes or a graph (o)"
        onClick={() => setOpen(true)}
      >
        <Icon name="open" />
        <span>Open…</span>
      </button>
      {sets.isAsking.value && <OpenDialog bring={sets.bring} onClose={() => setOpen(false)} />}
      {question && <LazyPanel load={loadColumns} content={{ question }} />}
      {isHeld && (
        <div class="bring-held" aria-hidden="true">
          Drop minutes, a folder, a zip archive or a graph file
          <small>With Shift, they are added to the graph that is open</small>
        </div>
      )}
      <ReadingProgress sets={sets} />
      <ReadingError sets={sets} />
    </div>
  );
}

function ReadingProgress({ sets }: { sets: DataSets }) {
  const progress = sets.progress.value;
  if (!progress) return null;
  const { done, total, path } = progress;
  return (
    <div class="bring-note">
      <label class="bring-progress">
        <span>{path === "" ? "Reading…" : `Reading ${path} (${done + 1} of ${total})`}</span>
        {total > 1 ? <progress value={done} max={total} /> : <progress />}
      </label>
      <button type="button" class="button" onClick={sets.cancel}>
        Cancel
      </button>
    </div>
  );
}

function ReadingError({ sets }: { sets: DataSets }) {
  const error = sets.error.value;
  return (
    <div class={error === undefined ? undefined : "bring-note bring-error"} role="alert">
      {error !== undefined && (
        <>
          <span>{error}</span>
          <button type="button" class="button" onClick={sets.dismissError}>
            Dismiss
          </button>
        </>
      )}
    </div>
  );
}
