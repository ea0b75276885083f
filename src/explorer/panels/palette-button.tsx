import { describeKey } from "../actions/action.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { Icon } from "./icon.tsx";

/** Opens the list of every action: the way to all of them without a keyboard. */
export function PaletteButton({ store }: { store: ExplorerStore }) {
  return (
    <button
      type="button"
      class="palette-button"
      aria-label="Every action"
      title={`Every action (${describeKey("Mod+k")})`}
      onClick={() => {
        store.panel.value = "palette";
      }}
    >
      <Icon name="more" />
    </button>
  );
}
