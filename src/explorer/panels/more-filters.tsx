import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ExplorerStore } from "../store/explorer-store.ts";

type Content = ComponentType<{ store: ExplorerStore }>;

/** The filters beyond kinds and relations: loaded when they are opened, or in use. */
export function MoreFilters({ store }: { store: ExplorerStore }) {
  const { chosen } = store.state.value;
  // Which community is open stands above the picture.
  const [isOpen, setOpen] = useState([...chosen.keys()].some((id) => id !== "community"));
  const [loaded, setLoaded] = useState<{ Filters: Content }>();
  useEffect(() => {
    if (isOpen)
      void import("./facet-filters.tsx").then(({ FacetFilters }) => setLoaded({ Filters: FacetFilters }));
  }, [isOpen]);
  const count = chosen.size;
  return (
    <details class="more-filters" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>More filters{count > 0 && ` (${count} in use)`}</summary>
      {isOpen && loaded && <loaded.Filters store={store} />}
    </details>
  );
}
