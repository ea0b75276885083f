import type { ExplorerStore } from "../store/explorer-store.ts";
import { writeViewState } from "../../view/view-state.ts";

/** What makes an element a link to a community: it opens here, or by the browser's own means in a new tab. */
export function followCommunity(
  store: ExplorerStore,
  id: string,
): { href: string; onClick(this: void, event: MouseEvent): void } {
  return {
    href: `#${writeViewState(store.describeCommunity(id))}`,
    onClick: (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      store.openCommunity(id);
    },
  };
}
