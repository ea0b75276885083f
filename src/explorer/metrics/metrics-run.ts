import { effect } from "@preact/signals";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { IS_SHARED } from "../data/embedded-graph.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { INITIAL_LOOK, type Look, type Measure, type MeasureId, METRIC_IDS } from "../store/look.ts";
import { computeMetric } from "./compute-metric.ts";
import { type MetricAnswer, type MetricRequest, packGraph } from "./metric-message.ts";
import { METRICS } from "./metrics.ts";

/** What a measure was computed from: what was shown, or the graph and the resolution. */
type Basis = readonly [object, number];

/** Filters often change several times in a row. Milliseconds. */
const PATIENCE = 150;

/** Computes the metrics that the look asks for, one after the other, and again when what is shown changes. */
export class MetricsRun {
  private readonly stop: () => void;
  /** What each measure was computed from. */
  private readonly bases = new Map<MeasureId, Basis>();
  private running: { id: MeasureId; basis: Basis; stop: () => void } | undefined;
  private timer: number | undefined;

  constructor(private readonly store: ExplorerStore) {
    this.stop = effect(() => {
      void store.graph.value;
      void store.shown.value;
      void store.look.value;
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.update(), PATIENCE);
    });
  }

  /** Ends what is being computed, and takes back the wish for it. */
  cancel(): void {
    const id = this.running?.id;
    if (id === undefined) return;
    this.end();
    const { store } = this;
    const { colour, size, columns } = store.look.peek();
    store.setLook({
      colour: colour === id ? INITIAL_LOOK.colour : colour,
      size: size === id ? INITIAL_LOOK.size : size,
      columns: columns.filter((column) => column !== id),
      ...(id === "community" ? { resolution: INITIAL_LOOK.resolution } : {}),
    });
  }

  dispose(): void {
    this.stop();
    clearTimeout(this.timer);
    this.end();
  }

  private update(): void {
    const graph = this.store.graph.peek();
    if (!graph) return;
    const wanted = listWanted(this.store.look.peek());
    const isUpToDate = (id: MeasureId, basis: Basis | undefined): boolean =>
      this.findBasis(id, graph).every((part, index) => part === basis?.[index]);
    const { running } = this;
    if (running && wanted.includes(running.id) && isUpToDate(running.id, running.basis)) return;
    this.end();
    const next = wanted.find((id) => !isUpToDate(id, this.bases.get(id)));
    if (next !== undefined) this.start(next, graph);
  }

  private findBasis(id: MeasureId, graph: MinutesGraph): Basis {
    const { shown, look } = this.store;
    return findMetric(id).scope === "shown" ? [shown.peek(), 0] : [graph, look.peek().resolution];
  }

  private start(id: MeasureId, graph: MinutesGraph): void {
    const { store } = this;
    const isWhole = findMetric(id).scope === "whole";
    const packed = packGraph(graph, isWhole ? undefined : store.shown.peek());
    const request: MetricRequest = { id, graph: packed, resolution: store.look.peek().resolution };
    const basis = this.findBasis(id, graph);
    this.report(id, 0);
    const stop = (IS_SHARED ? runHere : runWorker)(request, (answer) => {
      if (answer.kind === "progress") return this.report(id, answer.share);
      this.end();
      this.bases.set(id, basis);
      const values = answer.kind === "done" ? unpackValues(packed.keys, answer.values) : undefined;
      this.note(id, values ? { values } : { problem: answer.kind === "failed" ? answer.message : "" });
      this.update();
    });
    this.running = { id, basis, stop };
  }

  private end(): void {
    this.running?.stop();
    this.running = undefined;
    this.store.measuring.value = undefined;
  }

  private report(id: MeasureId, share: number): void {
    this.store.measuring.value = { id, title: findMetric(id).title, share };
  }

  private note(id: MeasureId, found: Pick<Measure, "values" | "problem">): void {
    const { measures } = this.store;
    const { title, description } = findMetric(id);
    measures.value = new Map(measures.peek()).set(id, { title, description, ...found });
  }
}

const unpackValues = (keys: readonly string[], values: Float64Array): Map<string, number> =>
  new Map(keys.map((key, at) => [key, values[at] ?? 0]));

/** @returns what ends it */
function runWorker(request: MetricRequest, settle: (answer: MetricAnswer) => void): () => void {
  const worker = new Worker(new URL("./metric-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<MetricAnswer>) => settle(data));
  worker.addEventListener("error", ({ message }) =>
    settle({ kind: "failed", message: message || "the worker did not start" }),
  );
  const { kinds, sources, targets, weights } = request.graph;
  worker.postMessage(request, [kinds.buffer, sources.buffer, targets.buffer, weights.buffer]);
  return () => worker.terminate();
}

/** A page in one file has no file for a worker. */
function runHere(request: MetricRequest, settle: (answer: MetricAnswer) => void): () => void {
  const timer = setTimeout(() => settle(computeMetric(request, () => undefined)));
  return () => clearTimeout(timer);
}

function listWanted({ colour, size, columns, resolution }: Look): MeasureId[] {
  const wanted: MeasureId[] = METRIC_IDS.filter((id) => colour === id || size === id || columns.includes(id));
  if (colour === "community" && resolution !== INITIAL_LOOK.resolution) wanted.push("community");
  return wanted;
}

function findMetric(id: MeasureId) {
  const metric = METRICS.find((each) => each.id === id);
  if (!metric) throw new Error(`There is no metric ${id}.`);
  return metric;
}
