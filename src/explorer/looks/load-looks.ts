import { effect } from "@preact/signals";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { isPlain } from "../../view/look.ts";
import type { LookRun } from "./look-run.ts";

const runs = new WeakMap<ExplorerStore, Promise<LookRun>>();

/** Loads what follows the reader's look, once for a store. */
export function loadLooks(store: ExplorerStore): Promise<LookRun> {
  const known = runs.get(store);
  if (known) return known;
  const loading = import("./look-run.ts").then(({ LookRun: Run }) => new Run(store));
  runs.set(store, loading);
  // Without a connection the next wish tries again.
  loading.catch(() => runs.delete(store));
  return loading;
}

/** Loads it when a look is first chosen, or came with the address. */
export function followLook(store: ExplorerStore): void {
  const stop = effect(() => {
    if (isPlain(store.look.value) && !store.wantsCommunities.value) return;
    loadLooks(store).catch(() => undefined);
    queueMicrotask(() => stop());
  });
}
