import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";

/** Says that the end of a way is being chosen, and how. */
export function PathStart({ store, graph }: { store: ExplorerStore; graph: MinutesGraph }) {
  const start = store.pathStart.value;
  const isThere = start !== undefined && graph.hasNode(start);
  return (
    <div class={isThere ? "path-start" : undefined} role="status">
      {isThere && (
        <>
          <span>
            Path from <b>{graph.getNodeAttribute(start, "label")}</b> to: click a node, or search for it
          </span>
          <button
            type="button"
            class="button"
            onClick={() => {
              store.pathStart.value = undefined;
            }}
          >
            Cancel
          </button>
        </>
      )}
    </div>
  );
}
