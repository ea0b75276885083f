import { effect, untracked } from "@preact/signals";
import { runThrough } from "../../graph/run-through.ts";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { MetricsRun } from "../metrics/metrics-run.ts";
import { runInSlices } from "../run-in-slices.ts";
import { type ExplorerStore, MOST_AT_ONCE } from "../store/explorer-store.ts";
import { isPlain } from "../../view/look.ts";
import { createPaint } from "./create-paint.ts";
import { nameCommunities } from "./name-communities.ts";
import "./looks.css";

/** Turns the reader's look into the picture's paint, as long as the page lives. */
export class LookRun {
  readonly metrics: MetricsRun;

  constructor(store: ExplorerStore) {
    this.metrics = new MetricsRun(store);
    effect(() => {
      const [graph, of] = [store.graph.value, store.communityOf.value];
      const isWanted = graph !== undefined && of !== undefined && store.wantsCommunities.value;
      const isKnown = of !== undefined && store.communities.peek()?.of === of;
      if (!isWanted || isKnown) return undefined;
      store.communities.value = undefined;
      return runFor(graph, nameCommunities(graph, of), (communities) => {
        store.communities.value = communities;
      });
    });
    effect(() => {
      const [graph, look] = [store.graph.value, store.look.value];
      const isIndexed = graph !== undefined && look.colour === "organisation";
      if (isIndexed) store.prepareQuestions().catch(() => undefined);
      const index = isIndexed ? store.questions.value : undefined;
      if (graph === undefined || isPlain(look)) {
        store.paint.value = undefined;
        return undefined;
      }
      const communities = look.colour === "community" ? store.communities.value : undefined;
      const [calendar, shown, measures] = [store.calendar.value, store.shown.value, store.measures.value];
      const source = { graph, index, look, calendar, shown, measures, communities };
      return runFor(graph, createPaint(source), (paint) => {
        store.paint.value = paint;
      });
    });
  }
}

/**
 * Works for a large graph a little at a time, and for others at once.
 * @returns what ends the work
 */
function runFor<Result>(
  graph: MinutesGraph,
  work: Generator<void, Result>,
  take: (result: Result) => void,
): (() => void) | undefined {
  if (graph.size <= MOST_AT_ONCE) {
    take(runThrough(work));
    return undefined;
  }
  const stop = new AbortController();
  const takeLast = (result: Result): void => {
    if (!stop.signal.aborted) take(result);
  };
  void untracked(() =>
    runInSlices(work, stop.signal).then(takeLast, (cause: unknown) => {
      if (!stop.signal.aborted) throw cause;
    }),
  );
  return () => stop.abort();
}
