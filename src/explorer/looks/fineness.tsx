import type { ExplorerStore } from "../store/explorer-store.ts";
import { RESOLUTION } from "../../view/look.ts";

/** How finely communities are told apart. */
export function Fineness({ store }: { store: ExplorerStore }) {
  const { resolution } = store.look.value;
  const { least, most, step, first } = RESOLUTION;
  return (
    <label class="look-row">
      <span>Fineness {resolution === first ? "" : resolution}</span>
      <input
        type="range"
        min={least}
        max={most}
        step={step}
        value={resolution}
        aria-valuetext={`${resolution}; more gives more and smaller communities`}
        onChange={(event) =>
          store.setLook({ resolution: Number(event.currentTarget.value), group: undefined })
        }
      />
    </label>
  );
}
