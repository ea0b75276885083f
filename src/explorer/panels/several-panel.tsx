import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { GraphCanvas } from "../canvas/graph-canvas.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";

interface Props {
  store: ExplorerStore;
  graph: MinutesGraph;
  canvas: GraphCanvas | undefined;
}

/** The card of several nodes, which is loaded when it is first needed. */
export function SeveralPanel(props: Props) {
  const [Card, setCard] = useState<ComponentType<Props>>();
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    import("./several-card.tsx")
      .then(({ SeveralCard }) => setCard(() => SeveralCard))
      .catch(() => setMissing(true));
  }, []);
  if (isMissing) return <p role="alert">The card could not be loaded: is there a connection?</p>;
  return Card ? <Card {...props} /> : <aside class="card" aria-label="Selected" />;
}
