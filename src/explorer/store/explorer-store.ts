import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import { createMinutesGraph } from "../../graph/create-minutes-graph.ts";
import { createQueryIndex, prepareQueryIndex, type QueryIndex } from "../../graph/query-index.ts";
import { isInPeriod, type Period } from "../../graph/period.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { MinutesGraph, SerializedMinutesGraph } from "../../model/graph-attributes.ts";
import type { NodeKind, Relation } from "../../model/schema.ts";
import { runInSlices } from "../run-in-slices.ts";
import { EveryKey } from "./every-key.ts";
import type { Look, Measure, MeasureId, MeasureProgress, Paint } from "./look.ts";
import { type Calendar, createCalendar, findSpanned, isBounded } from "./calendar.ts";
import { createSearch, type Search } from "./search.ts";
import { ViewHistory } from "./view-history.ts";
import { INITIAL_STATE, isSame, type Place, type View, type ViewState } from "./view-state.ts";

/** A dialog of the page. */
export type Panel = "palette" | "help";

export interface OpenedGraph {
  name: string;
  graph: MinutesGraph | SerializedMinutesGraph;
  diagnostics: readonly Diagnostic[];
}

/** What filters and focus leave. */
export interface Shown {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

/** The index of so many nodes is made at once, in some hundredths of a second. */
const MOST_AT_ONCE = 5000;

/** Everything that the page knows: panels and canvas read it, and change it through its actions. */
export class ExplorerStore {
  readonly opened = signal<OpenedGraph | undefined>(undefined);
  readonly hovered = signal<string | undefined>(undefined);
  readonly state = signal<ViewState>(INITIAL_STATE);
  private preparing: MinutesGraph | undefined;
  readonly history = new ViewHistory(this.state);
  /** The dialog that is open. */
  readonly panel = signal<Panel | undefined>(undefined);
  /** Counts up with each wish to see a node, which the canvas answers by flying there. */
  readonly flight = signal<{ node: string; count: number } | undefined>(undefined);

  /** What the reader's look comes to; undefined while everything looks as at first. */
  readonly paint = signal<Paint | undefined>(undefined);
  readonly measures = signal<ReadonlyMap<MeasureId, Measure>>(new Map());
  readonly measuring = signal<MeasureProgress | undefined>(undefined);
  readonly isLookOpen = signal(false);
  readonly look: ReadonlySignal<Look> = computed(() => this.state.value.look);

  readonly graph: ReadonlySignal<MinutesGraph | undefined> = computed(() => {
    const opened = this.opened.value;
    if (!opened) return undefined;
    return "order" in opened.graph ? opened.graph : createMinutesGraph(opened.graph);
  });
  readonly search: ReadonlySignal<Search> = computed(() => {
    const graph = this.graph.value;
    return graph ? createSearch(graph) : () => [];
  });
  /** What questions are answered from. */
  readonly questions: ReadonlySignal<QueryIndex | undefined> = computed(() => {
    const graph = this.graph.value;
    if (!graph || graph.order <= MOST_AT_ONCE) return graph && createQueryIndex(graph);
    const prepared = this.prepared.value;
    return prepared?.graph === graph ? prepared : undefined;
  });
  /** The index of a large graph, once somebody wished for it. */
  private readonly prepared = signal<QueryIndex | undefined>(undefined);
  readonly selected: ReadonlySignal<string | undefined> = computed(() => {
    const { selected } = this.state.value;
    return selected !== undefined && this.graph.value?.hasNode(selected) ? selected : undefined;
  });
  /** Two nodes or more that are selected together. */
  readonly several: ReadonlySignal<readonly string[]> = computed(() => {
    const { several } = this.state.value;
    const found = several.filter((node) => this.graph.value?.hasNode(node));
    return found.length > 1 ? found : [];
  });
  readonly place: ReadonlySignal<Place | undefined> = computed(() => {
    const { place } = this.state.value;
    return place && this.graph.value?.getAttribute("documents")[place.document] ? place : undefined;
  });
  /** When everything was said; undefined where there are not two days to choose between. */
  readonly calendar: ReadonlySignal<Calendar | undefined> = computed(
    () => this.graph.value && createCalendar(this.graph.value),
  );
  /** The time that the reader chose; empty for all time. */
  readonly period: ReadonlySignal<Period> = computed(() => {
    const { since, until } = this.state.value;
    if (!this.calendar.value) return {};
    return { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
  });
  /** What was said in that time; undefined for all time. */
  readonly spanned: ReadonlySignal<Shown | undefined> = computed(() => {
    const [graph, calendar, period] = [this.graph.value, this.calendar.value, this.period.value];
    return graph && calendar && isBounded(period) ? findSpanned(graph, calendar, period) : undefined;
  });
  readonly counts: ReadonlySignal<{ kinds: Map<NodeKind, number>; relations: Map<Relation, number> }> =
    computed(() => countAll(this.graph.value, this.spanned.value));
  /** Whether what is filtered out does not occur in the graph. */
  private readonly hidesNothing = computed(() => {
    const { hiddenKinds, hiddenRelations, steps } = this.state.value;
    const { kinds, relations } = this.counts.value;
    const isHidden =
      [...hiddenKinds].some((kind) => kinds.has(kind)) ||
      [...hiddenRelations].some((relation) => relations.has(relation));
    return (
      !isHidden && this.spanned.value === undefined && (steps === 0 || this.selected.value === undefined)
    );
  });
  /** Whether a reader chose to see less, or more, than at first. */
  readonly isFiltered: ReadonlySignal<boolean> = computed(() => {
    const { hiddenKinds, hiddenRelations, steps } = this.state.value;
    return hiddenKinds.size > 0 || steps > 0 || !isSame(hiddenRelations, INITIAL_STATE.hiddenRelations);
  });
  readonly shown: ReadonlySignal<Shown> = computed(() =>
    this.hidesNothing.value && this.graph.value
      ? showAll(this.graph.value)
      : findShown(this.graph.value, this.state.value, this.selected.value, this.spanned.value),
  );

  open(opened: OpenedGraph): void {
    batch(() => {
      const isFirst = this.opened.value === undefined;
      this.opened.value = opened;
      this.hovered.value = undefined;
      this.measures.value = new Map();
      if (!isFirst)
        this.change({
          selected: undefined,
          several: [],
          asked: undefined,
          place: undefined,
          steps: 0,
          ...ALL_TIME,
        });
    });
    this.history.clear();
  }

  /** Has a large graph's index made, a little at a time; others have theirs at once. */
  async prepareQuestions(): Promise<void> {
    const graph = this.graph.peek();
    if (!graph || graph.order <= MOST_AT_ONCE || this.preparing === graph) return;
    this.preparing = graph;
    this.prepared.value = await runInSlices(prepareQueryIndex(graph));
  }

  change(part: Partial<ViewState>): void {
    this.state.value = { ...this.state.value, ...part };
  }

  select(node: string | undefined): void {
    this.change({ selected: node, several: [], ...(node === undefined ? { steps: 0 } : {}) });
  }

  /** Selects nodes together; one alone is selected as any other, none clears the selection. */
  selectSeveral(nodes: readonly string[]): void {
    const [first, second] = nodes;
    if (second === undefined) this.select(first);
    else this.change({ several: [...new Set(nodes)], selected: undefined, steps: 0 });
  }

  /** Adds a node to what is selected, or takes it out. */
  toggleSeveral(node: string): void {
    const chosen = new Set(this.listSelected());
    if (!chosen.delete(node)) chosen.add(node);
    this.selectSeveral([...chosen]);
  }

  /** Every node that is selected, alone or with others. */
  listSelected(): readonly string[] {
    const selected = this.selected.peek();
    return selected === undefined ? this.several.peek() : [selected];
  }

  /** Shows the answer to a question; undefined closes it. */
  ask(question: string | undefined): void {
    this.change({ asked: question, selected: undefined, several: [], steps: 0 });
  }

  /** Selects a node and brings it into sight. */
  goTo(node: string): void {
    batch(() => {
      const kind = this.graph.value?.getNodeAttribute(node, "kind");
      const { hiddenKinds } = this.state.value;
      if (kind && hiddenKinds.has(kind)) this.toggleKind(kind);
      this.select(node);
      this.flight.value = { node, count: (this.flight.value?.count ?? 0) + 1 };
    });
  }

  openSentence(place: Place): void {
    this.change({ place });
  }

  closeMinutes(): void {
    this.change({ place: undefined });
  }

  /** Closes the minutes, else the card, else the answer. */
  closeUppermost(): void {
    if (this.isLookOpen.peek()) this.isLookOpen.value = false;
    else if (this.place.peek()) this.closeMinutes();
    else if (this.listSelected().length > 0) this.select(undefined);
    else this.ask(undefined);
  }

  toggleKind(kind: NodeKind): void {
    this.change({ hiddenKinds: toggle(this.state.value.hiddenKinds, kind) });
  }

  toggleRelation(relation: Relation): void {
    this.change({ hiddenRelations: toggle(this.state.value.hiddenRelations, relation) });
  }

  clearFilters(): void {
    const { hiddenKinds, hiddenRelations } = INITIAL_STATE;
    this.change({ hiddenKinds, hiddenRelations, steps: 0 });
  }

  /** Whether a document was written in the time that the reader chose. */
  isSaidAt(document: string): boolean {
    return isInPeriod(this.calendar.value?.dates.get(document) ?? "", this.period.value);
  }

  /** Keeps to what was said in a time; an empty one is all time. */
  setPeriod({ since, until }: Period): void {
    this.change({ since, until });
  }

  setView(view: View): void {
    this.change({ view });
  }

  setLook(part: Partial<Look>): void {
    this.change({ look: { ...this.state.value.look, ...part } });
  }

  setSteps(steps: number): void {
    this.change({ steps });
  }
}

function toggle<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

const ALL_TIME = { since: undefined, until: undefined };

function countAll(
  graph: MinutesGraph | undefined,
  spanned: Shown | undefined,
): {
  kinds: Map<NodeKind, number>;
  relations: Map<Relation, number>;
} {
  const kinds = new Map<NodeKind, number>();
  const relations = new Map<Relation, number>();
  graph?.forEachNode((node, { kind }) => {
    if (!spanned || spanned.nodes.has(node)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  });
  graph?.forEachEdge((edge, { relation }) => {
    if (!spanned || spanned.edges.has(edge)) relations.set(relation, (relations.get(relation) ?? 0) + 1);
  });
  return { kinds, relations };
}

function showAll(graph: MinutesGraph): Shown {
  return {
    nodes: new EveryKey(
      graph.order,
      (key) => graph.hasNode(key),
      () => graph.nodes(),
    ),
    edges: new EveryKey(
      graph.size,
      (key) => graph.hasEdge(key),
      () => graph.edges(),
    ),
  };
}

function findShown(
  graph: MinutesGraph | undefined,
  { hiddenKinds, hiddenRelations, steps }: ViewState,
  selected: string | undefined,
  spanned: Shown | undefined,
): Shown {
  const nodes = new Set<string>();
  const edges = new Set<string>();
  if (!graph) return { nodes, edges };
  const isLinked = (edge: string, relation: Relation): boolean =>
    !hiddenRelations.has(relation) && (!spanned || spanned.edges.has(edge));
  const near = steps > 0 && selected !== undefined ? findNear(graph, selected, steps, isLinked) : undefined;
  graph.forEachNode((node, { kind }) => {
    if (hiddenKinds.has(kind) || (near && !near.has(node))) return;
    if (!spanned || spanned.nodes.has(node)) nodes.add(node);
  });
  graph.forEachEdge((edge, { relation }, source, target) => {
    if (isLinked(edge, relation) && nodes.has(source) && nodes.has(target)) edges.add(edge);
  });
  return { nodes, edges };
}

function findNear(
  graph: MinutesGraph,
  start: string,
  steps: number,
  isLinked: (edge: string, relation: Relation) => boolean,
): Set<string> {
  const near = new Set([start]);
  let edge = [start];
  for (let step = 0; step < steps; step++) {
    const next: string[] = [];
    for (const node of edge)
      graph.forEachEdge(node, (link, { relation }, source, target) => {
        const other = source === node ? target : source;
        if (!isLinked(link, relation) || near.has(other)) return;
        near.add(other);
        next.push(other);
      });
    edge = next;
  }
  return near;
}
