// The worker that computes one metric; to end it before it is done, the page ends the worker.
import { type MetricAnswer, type MetricRequest, unpackGraph } from "./metric-message.ts";
import { METRICS } from "./metrics.ts";

/** Between two reports, in milliseconds. */
const REPORT_EVERY = 60;

self.addEventListener("message", ({ data }: MessageEvent<MetricRequest>) => {
  try {
    const values = compute(data);
    answer({ kind: "done", values }, [values.buffer]);
  } catch (error) {
    answer({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
});

function answer(message: MetricAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

function compute({ id, graph, resolution }: MetricRequest): Float64Array<ArrayBuffer> {
  const metric = METRICS.find((each) => each.id === id);
  if (!metric) throw new Error(`There is no metric ${id}.`);
  let reported = 0;
  const report = (share: number): void => {
    if (performance.now() - reported < REPORT_EVERY) return;
    reported = performance.now();
    answer({ kind: "progress", share });
  };
  const found = metric.compute(unpackGraph(graph), report, resolution);
  return Float64Array.from(graph.keys, (key) => found.get(key) ?? 0);
}
