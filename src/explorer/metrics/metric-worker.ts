// The worker that computes one metric; to end it before it is done, the page ends the worker.
import { computeMetric } from "./compute-metric.ts";
import type { MetricAnswer, MetricRequest } from "./metric-message.ts";

const answer = (message: MetricAnswer): void => self.postMessage(message, {});

self.addEventListener("message", ({ data }: MessageEvent<MetricRequest>) => {
  const last = computeMetric(data, answer);
  self.postMessage(last, { transfer: last.kind === "done" ? [last.values.buffer] : [] });
});
