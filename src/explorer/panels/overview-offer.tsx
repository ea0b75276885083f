import { useState } from "preact/hooks";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { writeNumber } from "../overview/count.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { Icon } from "./icon.tsx";

/** With so many nodes, a picture of all of them tells little. */
const MANY = 5000;

/** Offers the overview where a graph is large; it goes away with the first answer. */
export function OverviewOffer({ store, graph }: { store: ExplorerStore; graph: MinutesGraph }) {
  const [refused, setRefused] = useState<MinutesGraph>();
  const { nodes } = store.shown.value;
  if (refused === graph || nodes.size <= MANY || store.openedCommunity.value !== undefined) return null;
  return (
    <section class="trail" aria-label="A large graph">
      <span>{writeNumber(nodes.size)} nodes:</span>
      <button type="button" onClick={() => store.setView("overview")}>
        Overview by communities
      </button>
      <button type="button" aria-label="No overview" title="No overview" onClick={() => setRefused(graph)}>
        <Icon name="close" />
      </button>
    </section>
  );
}
