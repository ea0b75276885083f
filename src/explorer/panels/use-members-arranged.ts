import { useEffect, useState } from "preact/hooks";
import { IS_SHARED } from "../data/embedded-graph.ts";
import { type ExplorerStore, MOST_AT_ONCE } from "../store/explorer-store.ts";

/**
 * Lays the members of the open community out by themselves where the graph is large and its file scatters them, and
 * brings them back when another is opened.
 * @returns whether they are being laid out
 */
export function useMembersArranged(store: ExplorerStore): boolean {
  const [isArranging, setArranging] = useState(false);
  const [graph, of, id] = [store.graph.value, store.communityOf.value, store.openedCommunity.value];
  const { layout } = store.look.value;
  useEffect(() => {
    const isLarge = graph !== undefined && graph.order > MOST_AT_ONCE;
    if (!isLarge || !of || id === undefined || layout !== "file" || IS_SHARED) return undefined;
    const stop = new AbortController();
    let bringBack: (() => void) | undefined;
    const arrange = async (): Promise<void> => {
      const { arrangeMembers } = await import("../layouts/arrange-members.ts");
      const members = graph.filterNodes((node) => String(of(node)) === id);
      bringBack = await arrangeMembers(graph, members, stop.signal);
    };
    setArranging(true);
    arrange()
      .catch(() => undefined)
      .finally(() => {
        if (stop.signal.aborted) bringBack?.();
        else setArranging(false);
      });
    return () => {
      stop.abort();
      setArranging(false);
      bringBack?.();
    };
  }, [graph, of, id, layout]);
  return isArranging;
}
