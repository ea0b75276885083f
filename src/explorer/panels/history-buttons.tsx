import { describeKey } from "../actions/action.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { Icon } from "./icon.tsx";

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
        <Icon name="undo" />
      </button>
      <button
        type="button"
        aria-label="Redo"
        title={`Redo (${describeKey("Mod+Shift+z")})`}
        disabled={!history.canRedo.value}
        onClick={() => history.redo()}
      >
        <Icon name="redo" />
      </button>
    </>
  );
}
