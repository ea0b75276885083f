import { describeKey } from "../actions/action.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";

/** Undo and redo. */
export function HistoryButtons({ store }: { store: ExplorerStore }) {
  const { history } = store;
  return (
    <>
      <button
        type="button"
        aria-label="Undo"
        title={`Undo (${describeKey("Mod+z")})`}
        disabled={!history.canUndo.value}
        onClick={() => history.undo()}
      >
        ↶
      </button>
      <button
        type="button"
        aria-label="Redo"
        title={`Redo (${describeKey("Mod+Shift+z")})`}
        disabled={!history.canRedo.value}
        onClick={() => history.redo()}
      >
        ↷
      </button>
    </>
  );
}
