import { loadLooks } from "../looks/load-looks.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { METRIC_IDS, METRIC_NAMES, type MetricId } from "../../view/look.ts";
import { MeasureProgress } from "./measure-progress.tsx";

/** Which measures the list has columns for; they are computed when chosen. */
export function MeasureChoice({ store }: { store: ExplorerStore }) {
  const { columns } = store.look.value;
  const toggle = (id: MetricId): void => {
    const chosen = METRIC_IDS.filter((each) => (each === id) !== columns.includes(each));
    store.setLook({ columns: chosen });
  };
  const cancel = (): void => void loadLooks(store).then(({ metrics }) => metrics.cancel());
  return (
    <div class="list-measures" role="group" aria-label="Measures">
      <span>Measures</span>
      {METRIC_IDS.map((id) => (
        <button
          type="button"
          key={id}
          class="button"
          aria-pressed={columns.includes(id)}
          title={store.measures.value.get(id)?.description}
          onClick={() => toggle(id)}
        >
          {METRIC_NAMES[id]}
        </button>
      ))}
      <MeasureProgress store={store} onCancel={cancel} />
    </div>
  );
}
