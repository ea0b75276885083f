import { effect } from "@preact/signals";
import { MetricsRun } from "../metrics/metrics-run.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { isPlain } from "../store/look.ts";
import { createPaint } from "./create-paint.ts";
import "./looks.css";

/** Turns the reader's look into the picture's paint, as long as the page lives. */
export class LookRun {
  readonly metrics: MetricsRun;

  constructor(store: ExplorerStore) {
    this.metrics = new MetricsRun(store);
    effect(() => {
      const [graph, look] = [store.graph.value, store.look.value];
      const isIndexed = graph !== undefined && look.colour === "organisation";
      if (isIndexed) store.prepareQuestions().catch(() => undefined);
      const index = isIndexed ? store.questions.value : undefined;
      const isUsed = graph !== undefined && !isPlain(look);
      store.paint.value = isUsed
        ? createPaint({
            graph,
            index,
            look,
            calendar: store.calendar.value,
            shown: store.shown.value,
            measures: store.measures.value,
          })
        : undefined;
    });
  }
}
