import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { GraphCanvas } from "../canvas/graph-canvas.ts";
import type { ExplorerStore, Shown } from "../store/explorer-store.ts";

/** What the export menu works on. */
export interface ExportProps {
  store: ExplorerStore;
  graph: MinutesGraph;
  canvas: GraphCanvas | undefined;
  /** What is written in place of what is shown; then nothing else is offered. */
  part?: Shown;
}
