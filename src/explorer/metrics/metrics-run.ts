import { effect } from "@preact/signals";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { INITIAL_LOOK, type Look, METRIC_IDS, type MeasureId } from "../store/look.ts";
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
  private running: { id: MeasureId; basis: Basis; worker: Worker } | undefined;
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
    this.note(id, undefined);
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
    const worker = new Worker(new URL("./metric-worker.ts", import.meta.url), { type: "module" });
    const basis = this.findBasis(id, graph);
    this.running = { id, basis, worker };
    this.note(id, 0);
    worker.addEventListener("message", ({ data }: MessageEvent<MetricAnswer>) => {
      if (data.kind === "progress") return this.note(id, data.share);
      this.end();
      this.bases.set(id, basis);
      if (data.kind === "failed") this.note(id, undefined, undefined, data.message);
      else this.note(id, undefined, new Map(packed.keys.map((key, index) => [key, data.values[index] ?? 0])));
      this.update();
    });
    worker.addEventListener("error", ({ message }) => {
      this.end();
      this.bases.set(id, basis);
      this.note(id, undefined, undefined, message || "the worker did not start");
    });
    const request: MetricRequest = { id, graph: packed, resolution: store.look.peek().resolution };
    const { kinds, sources, targets, weights } = packed;
    worker.postMessage(request, [kinds.buffer, sources.buffer, targets.buffer, weights.buffer]);
  }

  private end(): void {
    this.running?.worker.terminate();
    if (this.running) this.note(this.running.id, undefined);
    this.running = undefined;
  }

  private note(
    id: MeasureId,
    progress: number | undefined,
    values?: ReadonlyMap<string, number>,
    problem?: string,
  ): void {
    const { measures } = this.store;
    const { title, description } = findMetric(id);
    const known = values ?? measures.peek().get(id)?.values;
    measures.value = new Map(measures.peek()).set(id, {
      title,
      description,
      ...(progress === undefined ? {} : { progress }),
      ...(known === undefined ? {} : { values: known }),
      ...(problem === undefined ? {} : { problem }),
    });
  }
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
