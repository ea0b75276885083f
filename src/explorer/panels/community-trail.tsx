import { useEffect, useRef } from "preact/hooks";
import { writeNumber } from "../overview/count.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { Icon } from "./icon.tsx";
import { useMembersArranged } from "./use-members-arranged.ts";

/** From a community that is open back to all communities, and to the whole graph. */
export function CommunityTrail({ store }: { store: ExplorerStore }) {
  const back = useRef<HTMLButtonElement>(null);
  const id = store.openedCommunity.value;
  const isArranging = useMembersArranged(store);
  useEffect(() => {
    // Whoever came from the overview had the focus on what is gone now.
    if (id === store.leftCommunity.peek() && document.activeElement === document.body) back.current?.focus();
  }, [store, id]);
  if (id === undefined) return null;
  const community = store.communities.value?.byId.get(id);
  return (
    <nav class="trail" aria-label="Communities">
      <button type="button" ref={back} onClick={() => store.setView("overview")}>
        <Icon name="left" />
        All communities
      </button>
      <span class="trail-name" aria-current="location">
        {community?.name ?? (store.communities.value ? "There is no such community" : "Being computed…")}
      </span>
      {community && (
        <small role="status">
          {isArranging ? "Arranging…" : `${writeNumber(store.shown.value.nodes.size)} nodes`}
        </small>
      )}
      <button
        type="button"
        aria-label="Close the community: show the whole graph"
        title="Show the whole graph"
        onClick={() => store.clearFacet("community")}
      >
        <Icon name="close" />
      </button>
    </nav>
  );
}
