import { useEffect, useState } from "preact/hooks";
import type { ExplorerStore } from "../store/explorer-store.ts";

/** So long, in milliseconds, nothing is typed before the filter follows: a word is one step to undo. */
const PAUSE = 250;

/** Leaves only what is named so, or spoken of in such words. */
export function TextFilter({ store }: { store: ExplorerStore }) {
  const { text } = store.state.value;
  const [typed, setTyped] = useState<string>();
  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = setTimeout(() => {
      store.setText(typed);
      setTyped(undefined);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [store, typed]);
  return (
    <input
      type="search"
      class="text-filter"
      data-text-filter
      aria-label="Only what has this text in a name or a sentence"
      placeholder="Filter by text"
      autocomplete="off"
      value={typed ?? text}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        if (event.currentTarget.value === "") event.currentTarget.blur();
        setTyped("");
        event.preventDefault();
      }}
    />
  );
}
