import { batch, computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { createMinutesGraph } from "../../graph/create-minutes-graph.ts";
import type { QueryIndex } from "../../graph/query-index.ts";
import { runThrough } from "../../graph/run-through.ts";
import { isInPeriod, type Period } from "../../graph/period.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { MinutesGraph, SerializedMinutesGraph } from "../../model/graph-attributes.ts";
import type { NodeKind, Relation } from "../../model/schema.ts";
import type { Connection } from "../../graph/find-path.ts";
import { runInSlices } from "../run-in-slices.ts";
import {
  type ChosenLook,
  type Look,
  type Measure,
  type MeasureId,
  type MeasureProgress,
  type Paint,
  RESOLUTION,
} from "../../view/look.ts";
import { type Communities, type CommunityOf, isGrouped } from "../../view/communities.ts";
import { type Calendar, createCalendar, findSpanned, isBounded } from "../../view/calendar.ts";
import {
  type Filter,
  findShown,
  findWanted,
  showAll,
  type Shown,
  type Wanted,
} from "../../view/find-shown.ts";
import { type Counts, countKinds, countKindsGradually } from "../../view/count-kinds.ts";
import type { Search } from "./search.ts";
import { ViewHistory } from "./view-history.ts";
import {
  type Chosen,
  type FacetId,
  INITIAL_STATE,
  isSame,
  type PathEnds,
  type Place,
  type View,
  type ViewState,
} from "../../view/view-state.ts";

export type { Shown } from "../../view/find-shown.ts";

/** A dialog of the page. */
export type Panel = "palette" | "help";

export interface OpenedGraph {
  name: string;
  graph: MinutesGraph | SerializedMinutesGraph;
  diagnostics: readonly Diagnostic[];
  /** Where they are known already: counting takes a large graph some time. */
  counts?: Counts;
  /** The number of each node's community, where they are found only after the graph is there. */
  communities?: Promise<Uint32Array>;
}

/** Of so many nodes answers need nothing made ready, and so many edges are filtered at once. */
export const MOST_AT_ONCE = 5000;

const NOTHING: Shown = { nodes: new Set(), edges: new Set() };
const FILTER_PARTS = [
  "hiddenKinds",
  "hiddenRelations",
  "hiddenNodes",
  "steps",
  "rest",
  "chosen",
  "text",
] as const satisfies readonly (keyof Filter)[];

/** Everything that the page knows: panels and canvas read it, and change it through its actions. */
export class ExplorerStore {
  readonly opened = signal<OpenedGraph | undefined>(undefined);
  readonly hovered = signal<string | undefined>(undefined);
  readonly state = signal<ViewState>(INITIAL_STATE);
  private preparing: MinutesGraph | undefined;
  readonly history = new ViewHistory(this.state);
  /** From where a way is to be found, while its end is being chosen. */
  readonly pathStart = signal<string | undefined>(undefined);
  /** The nodes that the answer names which is shown: the picture lifts them. */
  readonly answered = signal<readonly string[]>([]);
  /** The dialog that is open. */
  readonly panel = signal<Panel | undefined>(undefined);
  /** What of the export menu the reader asked for by name; empty for the menu itself. */
  readonly wishedExport = signal<string | undefined>(undefined);
  /** Counts up with each wish to see a node, which the canvas answers by flying there. */
  readonly flight = signal<{ node: string; count: number } | undefined>(undefined);

  /** What the reader's look comes to; undefined while everything looks as at first. */
  readonly paint = signal<Paint | undefined>(undefined);
  /** The communities with their names, once they are wanted and known. */
  readonly communities = signal<Communities | undefined>(undefined);
  /** The community that was opened from the overview: its place is where the focus comes back to. */
  readonly leftCommunity = signal<string | undefined>(undefined);
  /** Whether a panel lists the communities. */
  readonly asksCommunities = signal(false);
  readonly measures = signal<ReadonlyMap<MeasureId, Measure>>(new Map());
  readonly measuring = signal<MeasureProgress | undefined>(undefined);
  readonly isLookOpen = signal(false);
  private readonly chosenLook = computed(() => this.state.value.look);
  /** What colours say where no reader chose: where all nodes are of one kind, the kind says nothing. */
  private readonly firstColour = computed(() => (hasGroupsOnly(this.graph.value) ? "community" : "kind"));
  readonly look: ReadonlySignal<Look> = computed(() => {
    const { colour = this.firstColour.value, ...rest } = this.chosenLook.value;
    return { colour, ...rest };
  });

  readonly graph: ReadonlySignal<MinutesGraph | undefined> = computed(() => {
    const opened = this.opened.value;
    if (!opened) return undefined;
    return "order" in opened.graph ? opened.graph : createMinutesGraph(opened.graph);
  });
  /** The graph whose communities are still on their way. */
  private readonly grouping = signal<MinutesGraph | undefined>(undefined);
  /** Done once the nodes of the open graph bear their communities. */
  grouped: Promise<void> = Promise.resolve();
  /** Whether communities are wanted as finely as the graph file tells them. */
  private readonly isAsInFile = computed(() => this.look.value.resolution === RESOLUTION.first);
  private readonly isGrouping = computed(
    () => this.graph.value !== undefined && this.grouping.value === this.graph.value,
  );
  /** Whether the graph file tells communities as finely as they are wanted. */
  private readonly hasCommunities = computed(() => {
    const graph = this.graph.value;
    return this.isAsInFile.value && graph !== undefined && !this.isGrouping.value && isGrouped(graph);
  });
  private readonly communityMeasure = computed(() => this.measures.value.get("community"));
  /** The community of every node, as finely as they are wanted; undefined until it is known. */
  readonly communityOf: ReadonlySignal<CommunityOf | undefined> = computed(() => {
    const graph = this.graph.value;
    if (!graph) return undefined;
    const inFile = (node: string): number => graph.getNodeAttribute(node, "community");
    if (this.hasCommunities.value) return inFile;
    if (this.isAsInFile.value && this.isGrouping.value) return undefined;
    const found = this.communityMeasure.value;
    if (found?.resolution !== this.look.value.resolution) return undefined;
    const { values } = found;
    return values ? (node) => values.get(node) ?? 0 : inFile;
  });
  /** Whether something that the page shows tells communities. */
  readonly wantsCommunities: ReadonlySignal<boolean> = computed(() => {
    const { view, chosen } = this.state.value;
    const isChosen = this.look.value.colour === "community" || chosen.has("community");
    return isChosen || view === "overview" || this.asksCommunities.value;
  });
  /** Whether communities are wanted that the graph file does not tell. */
  readonly findsCommunities: ReadonlySignal<boolean> = computed(() => {
    const isComing = this.isAsInFile.value && this.isGrouping.value;
    return (
      this.graph.value !== undefined && this.wantsCommunities.value && !this.hasCommunities.value && !isComing
    );
  });
  /** The one community that is asked for. */
  readonly openedCommunity: ReadonlySignal<string | undefined> = computed(() => {
    const [first, second] = this.state.value.chosen.get("community") ?? [];
    return second === undefined ? first : undefined;
  });
  /** Finds nodes by name, once somebody wished for it. */
  readonly search: ReadonlySignal<Search | undefined> = computed(() => {
    const made = this.madeSearch.value;
    return made?.graph === this.graph.value ? made?.search : undefined;
  });
  private readonly madeSearch = signal<{ graph: MinutesGraph; search: Search } | undefined>(undefined);
  private searching: { graph: MinutesGraph; made: Promise<void> } | undefined;
  /** Whether all that a graph is asked for is there in some hundredths of a second. */
  readonly isSmall: ReadonlySignal<boolean> = computed(() => {
    const { order = 0 } = this.graph.value ?? {};
    return order <= MOST_AT_ONCE;
  });
  /** What questions are answered from, once somebody wished for it. */
  readonly questions: ReadonlySignal<QueryIndex | undefined> = computed(() => {
    const prepared = this.prepared.value;
    return prepared?.graph === this.graph.value ? prepared : undefined;
  });
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
  /** What was last found to be said in a time, of a large graph. */
  private readonly foundSpan = signal<(Span & { graph: MinutesGraph }) | undefined>(undefined);
  private readonly span: ReadonlySignal<Span | undefined> = computed(() => {
    const [graph, calendar, period] = [this.graph.value, this.calendar.value, this.period.value];
    if (!graph || !calendar || !isBounded(period)) return undefined;
    if (graph.size <= MOST_AT_ONCE) return runThrough(findSpan(graph, calendar, period));
    const found = this.foundSpan.value;
    return found?.graph === graph ? found : undefined;
  });
  /** What was said in that time, of a large graph as soon as it is found; undefined for all time. */
  readonly spanned: ReadonlySignal<Shown | undefined> = computed(() => this.span.value?.spanned);
  readonly counts: ReadonlySignal<Counts> = computed(() => {
    const [graph, span] = [this.graph.value, this.span.value];
    if (!graph) return { kinds: new Map(), relations: new Map() };
    return span?.counts ?? this.opened.value?.counts ?? countKinds(graph, undefined);
  });
  /** Whether what is filtered out does not occur in the graph. */
  private readonly hidesNothing = computed(() => {
    const { hiddenKinds, hiddenRelations, steps } = this.state.value;
    const { kinds, relations } = this.counts.value;
    const isHidden =
      [...hiddenKinds].some((kind) => kinds.has(kind)) ||
      [...hiddenRelations].some((relation) => relations.has(relation));
    const { chosen, text, hiddenNodes } = this.state.value;
    if (isHidden || chosen.size > 0 || text !== "" || hiddenNodes.size > 0) return false;
    return this.spanned.value === undefined && (steps === 0 || this.selected.value === undefined);
  });
  /** The ends of the way that is shown, where the graph has both. */
  readonly path: ReadonlySignal<PathEnds | undefined> = computed(() => {
    const { path } = this.state.value;
    const graph = this.graph.value;
    return path && graph?.hasNode(path.from) && graph.hasNode(path.to) ? path : undefined;
  });
  /** The way that was found last, by the panel that tells it. */
  readonly foundPath = signal<{ ends: PathEnds; connection: Connection | undefined } | undefined>(undefined);
  readonly connection: ReadonlySignal<Connection | undefined> = computed(() => {
    const [path, found] = [this.path.value, this.foundPath.value];
    return path && found?.ends === path ? found.connection : undefined;
  });
  private readonly expanded = computed(() => this.state.value.expanded);
  private readonly wanted: ReadonlySignal<Wanted> = computed(() => {
    const [graph, expanded, ends] = [this.graph.value, this.expanded.value, this.path.value];
    if (!graph || (expanded.size === 0 && !ends)) return NOTHING;
    const { hiddenRelations } = this.filter.value;
    return findWanted(graph, { expanded, hiddenRelations }, { ends, connection: this.connection.value });
  });
  /** The same object as long as nothing in it changes. */
  private readonly filter: ReadonlySignal<Filter> = computed(() => {
    const { hiddenKinds, hiddenRelations, hiddenNodes, steps, rest, chosen, text } = this.state.value;
    const next = { hiddenKinds, hiddenRelations, hiddenNodes, steps, rest, chosen, text };
    const isNew = FILTER_PARTS.some((part) => next[part] !== this.lastFilter[part]);
    return isNew ? (this.lastFilter = next) : this.lastFilter;
  });
  private lastFilter: Filter = INITIAL_STATE;
  private readonly start = computed(() => (this.filter.value.steps > 0 ? this.selected.value : undefined));
  /** What was last found to be shown of a large graph. */
  private readonly found = signal<{ graph: MinutesGraph; shown: Shown } | undefined>(undefined);
  /** Whether a reader chose to see less, or more, than at first. */
  readonly isFiltered: ReadonlySignal<boolean> = computed(() => {
    const { hiddenKinds, hiddenRelations, steps, chosen, text, hiddenNodes, expanded } = this.state.value;
    const sets = [hiddenKinds, chosen, hiddenNodes, expanded];
    const isLess = steps > 0 || text !== "" || sets.some(({ size }) => size > 0);
    return isLess || !isSame(hiddenRelations, INITIAL_STATE.hiddenRelations);
  });
  /** Whether what is asked for cannot be told before communities are found. */
  private readonly waitsForCommunities = computed(
    () => this.filter.value.chosen.has("community") && this.communityOf.value === undefined,
  );
  /** What filters and focus leave; of a large graph, as soon as it is found. */
  readonly shown: ReadonlySignal<Shown> = computed(() => {
    const graph = this.graph.value;
    if (!graph) return NOTHING;
    if (this.hidesNothing.value) return showAll(graph);
    if (this.waitsForCommunities.value) return this.found.value?.shown ?? NOTHING;
    if (graph.size <= MOST_AT_ONCE) return runThrough(this.filterGraph(graph));
    const found = this.found.value;
    return found?.graph === graph ? found.shown : NOTHING;
  });

  constructor() {
    effect(() => this.findSpanGradually());
    effect(() => this.filterGradually());
  }

  /** Each other time begins anew. */
  private findSpanGradually(): (() => void) | undefined {
    const [graph, calendar, period] = [this.graph.value, this.calendar.value, this.period.value];
    if (!graph || graph.size <= MOST_AT_ONCE || !calendar || !isBounded(period)) {
      this.foundSpan.value = undefined;
      return undefined;
    }
    return takeLater(findSpan(graph, calendar, period), (span) => {
      this.foundSpan.value = { graph, ...span };
    });
  }

  private filterGraph(graph: MinutesGraph): Generator<void, Shown> {
    const focus = { start: this.start.value, wanted: this.wanted.value, spanned: this.spanned.value };
    const communityOf = this.filter.value.chosen.has("community") ? this.communityOf.value : undefined;
    return findShown(graph, this.filter.value, { ...focus, communityOf });
  }

  /** Each change begins anew. */
  private filterGradually(): (() => void) | undefined {
    const graph = this.graph.value;
    if (!graph || graph.size <= MOST_AT_ONCE || this.hidesNothing.value) return undefined;
    if (this.waitsForCommunities.value) return undefined;
    return takeLater(this.filterGraph(graph), (shown) => {
      this.found.value = { graph, shown };
    });
  }

  open(opened: OpenedGraph): void {
    batch(() => {
      const isFirst = this.opened.value === undefined;
      this.opened.value = opened;
      this.awaitCommunities(opened);
      this.hovered.value = undefined;
      this.measures.value = new Map();
      this.communities.value = undefined;
      this.asksCommunities.value = false;
      this.pathStart.value = undefined;
      // What belongs to the graph before goes with it; what holds for any graph stays.
      const { view, hiddenKinds, hiddenRelations, rest, look } = this.state.value;
      if (!isFirst) this.state.value = { ...INITIAL_STATE, view, hiddenKinds, hiddenRelations, rest, look };
    });
    this.history.clear();
  }

  private awaitCommunities({ communities }: OpenedGraph): void {
    const graph = communities && this.graph.peek();
    this.grouping.value = graph;
    const end = (): void => {
      if (this.grouping.peek() === graph) this.grouping.value = undefined;
    };
    this.grouped =
      communities && graph
        ? communities.then((found) => group(graph, found)).then(end, end)
        : Promise.resolve();
  }

  /** Has the index made that questions are answered from, a little at a time; of a large graph all that answers need. */
  async prepareQuestions(): Promise<void> {
    const graph = this.graph.peek();
    if (!graph || this.preparing === graph) return;
    this.preparing = graph;
    try {
      await this.grouped;
      const { prepareQueryIndex } = await import("../../graph/query-index.ts");
      const index = await runInSlices(prepareQueryIndex(graph));
      if (graph.order > MOST_AT_ONCE) {
        const { prepareAnswersGradually } = await import("../../graph/prepare-answers.ts");
        await runInSlices(prepareAnswersGradually(index));
      }
      this.prepared.value = index;
    } catch (cause) {
      // Without a connection the next wish tries again.
      this.preparing = undefined;
      throw cause;
    }
  }

  /** Has the names of the graph made findable, a little at a time, and waits for it. */
  async prepareSearch(): Promise<void> {
    const graph = this.graph.peek();
    if (!graph) return;
    if (this.searching?.graph !== graph) this.searching = { graph, made: this.makeSearch(graph) };
    await this.searching.made;
  }

  private async makeSearch(graph: MinutesGraph): Promise<void> {
    try {
      const { createSearch } = await import("./search.ts");
      this.madeSearch.value = { graph, search: await runInSlices(createSearch(graph)) };
    } catch (cause) {
      // Without a connection the next wish tries again.
      this.searching = undefined;
      throw cause;
    }
  }

  change(part: Partial<ViewState>): void {
    this.state.value = { ...this.state.value, ...part };
  }

  /** Selects a node; where the end of a way is being chosen, it is that. */
  select(node: string | undefined): void {
    const start = this.pathStart.peek();
    if (node !== undefined && start !== undefined && node !== start) return this.showPath(start, node);
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
      const { hiddenKinds, hiddenNodes } = this.state.value;
      if (kind && hiddenKinds.has(kind)) this.toggleKind(kind);
      if (hiddenNodes.has(node)) this.change({ hiddenNodes: toggle(hiddenNodes, node) });
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

  /** Gives up choosing; else closes the minutes, else the card, else the way, else the answer, else the community. */
  closeUppermost(): void {
    if (this.pathStart.peek() !== undefined) this.pathStart.value = undefined;
    else if (this.isLookOpen.peek()) this.isLookOpen.value = false;
    else if (this.place.peek()) this.closeMinutes();
    else if (this.listSelected().length > 0) this.select(undefined);
    else if (this.path.peek()) this.closePath();
    else if (this.state.peek().asked !== undefined) this.ask(undefined);
    else if (this.openedCommunity.peek() !== undefined) this.setView("overview");
  }

  toggleKind(kind: NodeKind): void {
    this.change({ hiddenKinds: toggle(this.state.value.hiddenKinds, kind) });
  }

  toggleRelation(relation: Relation): void {
    this.change({ hiddenRelations: toggle(this.state.value.hiddenRelations, relation) });
  }

  clearFilters(): void {
    const { hiddenKinds, hiddenRelations, chosen, text, hiddenNodes, expanded } = INITIAL_STATE;
    this.change({ hiddenKinds, hiddenRelations, chosen, text, hiddenNodes, expanded, steps: 0 });
  }

  /** Asks for a value of a facet, or no longer. */
  toggleChosen(id: FacetId, value: string): void {
    const chosen = new Map(this.state.value.chosen);
    const values = toggle(chosen.get(id) ?? new Set<string>(), value);
    if (values.size > 0) chosen.set(id, values);
    else chosen.delete(id);
    this.change({ chosen });
  }

  clearFacet(id: FacetId): void {
    const chosen = new Map(this.state.value.chosen);
    chosen.delete(id);
    this.change({ chosen });
  }

  hideNode(node: string): void {
    const { hiddenNodes, selected } = this.state.value;
    const isSelected = selected === node;
    this.change({
      hiddenNodes: new Set([...hiddenNodes, node]),
      ...(isSelected ? { selected: undefined, steps: 0 } : {}),
    });
  }

  showHidden(): void {
    this.change({ hiddenNodes: INITIAL_STATE.hiddenNodes });
  }

  togglePin(node: string): void {
    this.change({ pinned: toggle(this.state.value.pinned, node) });
  }

  /** Shows a node's neighbours though filtered out, or no longer. */
  toggleExpanded(node: string): void {
    this.change({ expanded: toggle(this.state.value.expanded, node) });
  }

  /** Shows how two nodes are connected. */
  showPath(from: string, to: string): void {
    batch(() => {
      this.pathStart.value = undefined;
      this.change({ path: { from, to }, selected: undefined, several: [], steps: 0 });
    });
  }

  closePath(): void {
    this.change({ path: undefined });
  }

  toggleRest(): void {
    this.change({ rest: this.state.value.rest === "gone" ? "faint" : "gone" });
  }

  setText(text: string): void {
    this.change({ text });
  }

  /** Whether a document was written in the time that the reader chose. */
  isSaidAt(document: string): boolean {
    return isInPeriod(this.calendar.value?.dates.get(document) ?? "", this.period.value);
  }

  /** Keeps to what was said in a time; an empty one is all time. */
  setPeriod({ since, until }: Period): void {
    this.change({ since, until });
  }

  /** Shows a view; the overview is of all communities. */
  setView(view: View): void {
    const chosen = view === "overview" ? withoutCommunity(this.state.value.chosen) : this.state.value.chosen;
    this.change({ view, chosen });
  }

  /** The view of a community's members alone. */
  describeCommunity(id: string): ViewState {
    const chosen = new Map(this.state.value.chosen).set("community", new Set([id]));
    return { ...this.state.value, view: "graph", chosen, selected: undefined, several: [], steps: 0 };
  }

  openCommunity(id: string): void {
    this.leftCommunity.value = id;
    this.state.value = this.describeCommunity(id);
  }

  /** Goes back from what tells communities that are not known. */
  leaveCommunities(): void {
    const { view, chosen, look } = this.state.value;
    const graph = this.graph.peek();
    this.asksCommunities.value = false;
    this.setLook({ resolution: RESOLUTION.first });
    if (graph && isGrouped(graph)) return;
    this.setLook({ colour: look.colour === "community" ? undefined : look.colour });
    this.change({ view: view === "overview" ? "graph" : view, chosen: withoutCommunity(chosen) });
  }

  setLook(part: Partial<ChosenLook>): void {
    const look = { ...this.state.value.look, ...part };
    // What the page would choose by itself need not be in the address.
    const colour = look.colour === this.firstColour.peek() ? undefined : look.colour;
    // The number of a community means another one where they are told apart more finely.
    const isSameGroups = look.resolution === this.state.value.look.resolution;
    const chosen = isSameGroups ? this.state.value.chosen : withoutCommunity(this.state.value.chosen);
    this.change({ look: { ...look, colour }, chosen });
  }

  setSteps(steps: number): void {
    this.change({ steps });
  }
}

/** What was said in a time, and how much of it there is. */
interface Span {
  spanned: Shown;
  counts: Counts;
}

function* findSpan(graph: MinutesGraph, calendar: Calendar, period: Period): Generator<void, Span> {
  const spanned = yield* findSpanned(graph, calendar, period);
  return { spanned, counts: yield* countKindsGradually(graph, spanned) };
}

/**
 * Does work a slice at a time.
 * @param take told what comes of it
 * @returns what stops it
 */
function takeLater<Result>(work: Generator<void, Result>, take: (result: Result) => void): () => void {
  const stop = new AbortController();
  const takeCurrent = (result: Result): void => {
    if (!stop.signal.aborted) take(result);
  };
  void untracked(() =>
    runInSlices(work, stop.signal).then(takeCurrent, (cause: unknown) => {
      if (!stop.signal.aborted) throw cause;
    }),
  );
  return () => stop.abort();
}

function toggle<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

/** What is asked for besides communities. */
function withoutCommunity(chosen: Chosen): Chosen {
  return chosen.has("community") ? new Map([...chosen].filter(([id]) => id !== "community")) : chosen;
}

/** Smaller graphs are seen at a glance; larger ones would be drawn twice. */
const [FEWEST_GROUPED, MOST_GROUPED] = [30, 5000];

/** Told to nobody: the picture would place all nodes anew. */
function group(graph: MinutesGraph, communities: Uint32Array): void {
  let place = 0;
  for (const { attributes } of graph.nodeEntries()) attributes.community = communities[place++] ?? 0;
}

/** Whether communities alone tell nodes apart. */
function hasGroupsOnly(graph: MinutesGraph | undefined): boolean {
  if (!graph || graph.order < FEWEST_GROUPED || graph.order > MOST_GROUPED) return false;
  const first = graph.getNodeAttribute(graph.nodes()[0], "kind");
  return graph.everyNode((_, { kind }) => kind === first);
}
