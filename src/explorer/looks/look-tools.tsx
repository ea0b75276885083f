import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { GraphCanvas } from "../canvas/graph-canvas.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { Icon } from "../panels/icon.tsx";
import { loadLooks } from "./load-looks.ts";
import type { LookPanelProps } from "./look-panel.tsx";
import type { LookRun } from "./look-run.ts";

interface Loaded {
  Panel: ComponentType<LookPanelProps>;
  run: LookRun;
}

/** The button that opens the panel for appearance and layout, and the panel, which is loaded then. */
export function LookTools({ store, canvas }: { store: ExplorerStore; canvas: GraphCanvas | undefined }) {
  const isOpen = store.isLookOpen.value;
  const [loaded, setLoaded] = useState<Loaded>();
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    if (!isOpen || loaded) return;
    Promise.all([import("./look-panel.tsx"), loadLooks(store)])
      .then(([{ LookPanel: Panel }, run]) => setLoaded({ Panel, run }))
      .catch(() => setMissing(true));
  }, [isOpen, loaded, store]);
  const { layout } = store.look.value;
  const graph = store.graph.value;
  useEffect(() => {
    if (!canvas || !graph || canvas.arrangement === layout) return;
    import("./arrange-nodes.ts")
      .then(({ arrangeNodes }) => arrangeNodes(canvas, graph, layout))
      .catch(() => setMissing(true));
  }, [canvas, graph, layout]);
  const close = (): void => {
    store.isLookOpen.value = false;
    document.querySelector<HTMLElement>(".look-button")?.focus();
  };
  return (
    <>
      <button
        type="button"
        class="button tool look-button"
        aria-expanded={isOpen}
        title="Appearance and layout (a)"
        onClick={() => (store.isLookOpen.value = !isOpen)}
      >
        <Icon name="sliders" />
        <span>Appearance</span>
      </button>
      {isOpen && loaded && <loaded.Panel store={store} canvas={canvas} run={loaded.run} onClose={close} />}
      {isOpen && isMissing && <p role="alert">The panel could not be loaded: is there a connection?</p>}
    </>
  );
}
