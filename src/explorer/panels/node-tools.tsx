import { describeKey } from "../actions/action.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";

/** What can be done with a node: hide it, keep it in place, show its neighbours, find a way from it. */
export function NodeTools({ store, node }: { store: ExplorerStore; node: string }) {
  const { pinned, expanded } = store.state.value;
  return (
    <div class="card-tools" role="group" aria-label="This node">
      <button
        type="button"
        class="button"
        title={`Hide this node (${describeKey("h")})`}
        onClick={() => store.hideNode(node)}
      >
        Hide
      </button>
      <button
        type="button"
        class="button"
        aria-pressed={pinned.has(node)}
        title={`The layout leaves it in its place (${describeKey("k")})`}
        onClick={() => store.togglePin(node)}
      >
        Pin
      </button>
      <button
        type="button"
        class="button"
        aria-pressed={expanded.has(node)}
        title={`Show its neighbours though filtered out (${describeKey("e")})`}
        onClick={() => store.toggleExpanded(node)}
      >
        Expand
      </button>
      <button
        type="button"
        class="button"
        aria-pressed={store.pathStart.value === node}
        title={`Show how it is connected with another (${describeKey("p")})`}
        onClick={() => {
          store.pathStart.value = node;
        }}
      >
        Path to…
      </button>
    </div>
  );
}
