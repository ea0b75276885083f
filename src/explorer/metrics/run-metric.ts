import { IS_SHARED } from "../data/embedded-graph.ts";
import { computeMetric } from "./compute-metric.ts";
import type { MetricAnswer, MetricRequest } from "./metric-message.ts";

/**
 * Computes a metric in a worker.
 * @param settle called with each answer
 * @returns what ends it
 */
export function runMetric(request: MetricRequest, settle: (answer: MetricAnswer) => void): () => void {
  return (IS_SHARED ? runHere : runWorker)(request, settle);
}

function runWorker(request: MetricRequest, settle: (answer: MetricAnswer) => void): () => void {
  const worker = new Worker(new URL("./metric-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<MetricAnswer>) => settle(data));
  worker.addEventListener("error", ({ message }) =>
    settle({ kind: "failed", message: message || "the worker did not start" }),
  );
  const { keys, kinds, sources, targets, weights } = request.graph;
  const buffers = [keys.ends, kinds, sources, targets, weights].map(({ buffer }) => buffer);
  worker.postMessage(request, buffers);
  return () => worker.terminate();
}

/** A page in one file has no file for a worker. */
function runHere(request: MetricRequest, settle: (answer: MetricAnswer) => void): () => void {
  const timer = setTimeout(() => settle(computeMetric(request, () => undefined)));
  return () => clearTimeout(timer);
}
