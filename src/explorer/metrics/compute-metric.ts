import { readTexts } from "../data/unpack-graph.ts";
import { type MetricAnswer, type MetricRequest, unpackGraph } from "./metric-message.ts";
import { METRICS } from "./metrics.ts";

/** Between two reports, in milliseconds. */
const REPORT_EVERY = 60;

/** Computes what was asked for; what goes wrong is an answer, too. */
export function computeMetric(
  { id, graph, resolution }: MetricRequest,
  answer: (message: MetricAnswer) => void,
): MetricAnswer {
  const metric = METRICS.find((each) => each.id === id);
  if (!metric) return { kind: "failed", message: `there is no metric ${id}` };
  let reported = 0;
  const report = (share: number): void => {
    if (performance.now() - reported < REPORT_EVERY) return;
    reported = performance.now();
    answer({ kind: "progress", share });
  };
  try {
    const found = metric.compute(unpackGraph(graph), report, resolution);
    const values = Float64Array.from(readTexts(graph.keys), (key) => found.get(key) ?? 0);
    return { kind: "done", values };
  } catch (error) {
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}
