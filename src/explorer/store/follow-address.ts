import { effect } from "@preact/signals";
import type { ExplorerStore } from "./explorer-store.ts";
import { parseViewState, writeViewState } from "../../view/view-state.ts";

/**
 * Keeps the page's address and the store alike: a link reopens the view, and Back goes back to the one before.
 * @returns a function that ends it
 */
export function followAddress(store: ExplorerStore, page: Window): () => void {
  const read = (): void => {
    const fragment = page.location.hash.slice(1);
    if (fragment !== writeViewState(store.state.peek())) store.state.value = parseViewState(fragment);
  };
  read();
  const stop = effect(() => {
    const fragment = writeViewState(store.state.value);
    const { location } = page;
    if (fragment === location.hash.slice(1)) return;
    page.history.pushState(
      undefined,
      "",
      `${location.pathname}${location.search}${fragment && `#${fragment}`}`,
    );
  });
  page.addEventListener("popstate", read);
  page.addEventListener("hashchange", read);
  return () => {
    stop();
    page.removeEventListener("popstate", read);
    page.removeEventListener("hashchange", read);
  };
}
