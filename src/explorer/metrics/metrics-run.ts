import { effect } from "@preact/signals";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { runInSlices } from "../run-in-slices.ts";
import { INITIAL_LOOK, type Look, type Measure, type MeasureId, METRIC_IDS } from "../../view/look.ts";
import { type MetricAnswer, packGraph } from "./metric-message.ts";
import { METRICS } from "./metrics.ts";
import { runMetric } from "./run-metric.ts";

/** What a measure was computed from: what was shown, or the graph and the resolution. */
type Basis = readonly [object, number];

/** Filters often change several times in a row. Milliseconds. */
const PATIENCE = 150;
/** So many nodes are gone through without asking whether there is time. */
const STEP = 64;

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
      void store.findsCommunities.value;
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
    if (id === "community") return store.leaveCommunities();
    const { colour, size, columns } = store.look.peek();
    store.setLook({
      colour: colour === id ? INITIAL_LOOK.colour : colour,
      size: size === id ? INITIAL_LOOK.size : size,
      columns: columns.filter((column) => column !== id),
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
    if (this.store.findsCommunities.peek()) wanted.push("community");
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
    const basis = this.findBasis(id, graph);
    const stop = new AbortController();
    this.running = { id, basis, stop: () => stop.abort() };
    this.report(id, 0);
    this.compute(id, graph, stop.signal).catch((cause: unknown) => {
      if (!stop.signal.aborted) throw cause;
    });
  }

  private async compute(id: MeasureId, graph: MinutesGraph, signal: AbortSignal): Promise<void> {
    const { shown, look } = this.store;
    const { resolution } = look.peek();
    const part = findMetric(id).scope === "whole" ? undefined : shown.peek();
    const keys = part ? [...part.nodes] : graph.nodes();
    const edges = part ? [...part.edges] : graph.edges();
    const packed = await runInSlices(packGraph(graph, keys, edges), signal);
    const answer = await new Promise<Exclude<MetricAnswer, { kind: "progress" }>>((resolve) => {
      const end = runMetric({ id, graph: packed, resolution }, (message) => {
        if (message.kind === "progress") this.report(id, message.share);
        else resolve(message);
      });
      signal.addEventListener("abort", end, { once: true });
    });
    const found =
      answer.kind === "done"
        ? { values: await runInSlices(unpackValues(keys, answer.values), signal) }
        : { problem: answer.message };
    const basis = this.running?.basis;
    this.end();
    if (basis) this.bases.set(id, basis);
    this.note(id, { ...found, resolution });
    this.update();
  }

  private end(): void {
    this.running?.stop();
    this.running = undefined;
    this.store.measuring.value = undefined;
  }

  private report(id: MeasureId, share: number): void {
    this.store.measuring.value = { id, title: findMetric(id).title, share };
  }

  private note(id: MeasureId, found: Pick<Measure, "values" | "problem" | "resolution">): void {
    const { measures } = this.store;
    const { title, description } = findMetric(id);
    measures.value = new Map(measures.peek()).set(id, { title, description, ...found });
  }
}

function* unpackValues(keys: readonly string[], values: Float64Array): Generator<void, Map<string, number>> {
  const found = new Map<string, number>();
  for (const [place, key] of keys.entries()) {
    if (place % STEP === 0) yield;
    found.set(key, values[place] ?? 0);
  }
  return found;
}

const listWanted = ({ colour, size, columns }: Look): MeasureId[] =>
  METRIC_IDS.filter((id) => colour === id || size === id || columns.includes(id));

function findMetric(id: MeasureId) {
  const metric = METRICS.find((each) => each.id === id);
  if (!metric) throw new Error(`There is no metric ${id}.`);
  return metric;
}
