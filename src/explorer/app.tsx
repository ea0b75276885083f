import type { ComponentType } from "preact";
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { QueryIndex } from "../graph/query-index.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { MinutesGraph } from "../model/graph-attributes.ts";
import { useActionKeys } from "./actions/use-action-keys.ts";
import type { GraphCanvas } from "./canvas/graph-canvas.ts";
import { BringYourOwn } from "./data/bring-your-own.tsx";
import { BuildNotes } from "./data/build-notes.tsx";
import { DataTabs } from "./data/data-tabs.tsx";
import type { DataSets } from "./data/data-sets.ts";
import { LookTools } from "./looks/look-tools.tsx";
import { ErrorBoundary } from "./panels/error-boundary.tsx";
import { ExportMenu } from "./exports/export-menu.tsx";
import { CommunityTrail } from "./panels/community-trail.tsx";
import { OverviewOffer } from "./panels/overview-offer.tsx";
import { EmptyStage } from "./panels/empty-stage.tsx";
import { Hints } from "./panels/hints.tsx";
import { HistoryButtons } from "./panels/history-buttons.tsx";
import type { IndexedViewProps } from "./panels/indexed-view.tsx";
import { Legend } from "./panels/legend.tsx";
import { NodeCard } from "./panels/node-card.tsx";
import { NodeList } from "./panels/node-list.tsx";
import { OpenPanel } from "./panels/open-panel.tsx";
import { PaletteButton } from "./panels/palette-button.tsx";
import { LazyPanel } from "./panels/lazy-panel.tsx";
import { PathStart } from "./panels/path-start.tsx";
import { SearchBox } from "./panels/search-box.tsx";
import { SeveralPanel } from "./panels/several-panel.tsx";
import { Stage } from "./panels/stage.tsx";
import { ThemeButton } from "./panels/theme-button.tsx";
import { TimeBrush } from "./panels/time-brush.tsx";
import type { ExplorerStore } from "./store/explorer-store.ts";
import { VIEW_NAMES } from "./panels/view-names.ts";
import type { SavedViews } from "./views/saved-views.ts";
import { StoryBar } from "./views/story-bar.tsx";
import { VIEWS } from "../view/view-state.ts";
import { Icon } from "./panels/icon.tsx";

interface Props {
  store: ExplorerStore;
  sets: DataSets;
  views: SavedViews;
}

/** The whole page. */
export function App({ store, sets, views }: Props) {
  const [canvas, setCanvas] = useState<GraphCanvas>();
  const graph = store.graph.value;
  const noteCanvas = useCallback((next: GraphCanvas | undefined) => setCanvas(next), []);
  const context = useMemo(() => ({ store, sets, views, canvas }), [store, sets, views, canvas]);
  useActionKeys(context);
  return (
    <div class="app" data-colour={store.paint.value?.groups ? "group" : "kind"}>
      <header class="app-header">
        <h1 class="app-title">
          Minutes Graph <small title={graph && describeData(graph)}>{graph && describeData(graph)}</small>
        </h1>
        <SearchBox store={store} />
        <ViewSwitch store={store} />
        <div class="app-tools">
          <HistoryButtons store={store} />
          {graph && (
            <button
              type="button"
              aria-label="Saved views"
              title="Saved views, a story (V)"
              aria-expanded={views.isOpen.value}
              onClick={() => {
                views.isOpen.value = !views.isOpen.value;
              }}
            >
              <Icon name="star" />
            </button>
          )}
          <PaletteButton store={store} />
          <BringYourOwn sets={sets} />
          {graph && <ExportMenu store={store} graph={graph} canvas={canvas} />}
          <ThemeButton />
          <button
            type="button"
            aria-label="Keys and help"
            title="Keys (?)"
            onClick={() => {
              store.panel.value = "help";
            }}
          >
            <Icon name="help" />
          </button>
        </div>
      </header>
      <DataTabs sets={sets} />
      <main class="app-main">
        {graph && graph.order > 0 ? (
          <Workspace
            store={store}
            graph={graph}
            sets={sets}
            views={views}
            canvas={canvas}
            onCanvas={noteCanvas}
          />
        ) : (
          <Waiting sets={sets} isEmpty={graph !== undefined} />
        )}
      </main>
      <OpenPanel context={context} />
    </div>
  );
}

/** What is open: the meeting, or how many there are. */
function describeData(graph: MinutesGraph): string {
  const documents = Object.values(graph.getAttribute("documents"));
  const [first] = documents;
  if (documents.length === 1 && first) return [first.title, first.date].filter(Boolean).join(", ");
  return `${documents.length} meetings`;
}

function ViewSwitch({ store }: { store: ExplorerStore }) {
  return (
    <div class="switch" role="group" aria-label="View">
      {VIEWS.map((view) => (
        <button
          type="button"
          key={view}
          aria-pressed={store.state.value.view === view}
          onClick={() => store.setView(view)}
        >
          {VIEW_NAMES[view]}
        </button>
      ))}
    </div>
  );
}

interface WorkspaceProps {
  store: ExplorerStore;
  graph: MinutesGraph;
  sets: DataSets;
  views: SavedViews;
  canvas: GraphCanvas | undefined;
  onCanvas(this: void, canvas: GraphCanvas | undefined): void;
}

function Workspace({ store, graph, sets, views, canvas, onCanvas }: WorkspaceProps) {
  const { view } = store.state.value;
  const calendar = store.calendar.value;
  const index = useQuestions(store, view === "matrix" || view === "timeline" || view === "promises");
  return (
    <>
      <div class="stage">
        <ErrorBoundary name="The graph">
          <Stage store={store} graph={graph} onCanvas={onCanvas} />
        </ErrorBoundary>
        {view === "list" && (
          <ErrorBoundary name="The list">
            <NodeList store={store} graph={graph} />
          </ErrorBoundary>
        )}
        {view === "overview" && (
          <ErrorBoundary name="The overview">
            <LazyPanel load={loadOverview} content={{ store, graph }} />
          </ErrorBoundary>
        )}
        {(view === "matrix" || view === "timeline" || view === "promises") && (
          <LazyView store={store} index={index} view={view} />
        )}
        <PicturePanels store={store} graph={graph} sets={sets} views={views} canvas={canvas} />
        <p class="visually-hidden" aria-live="polite">
          {store.shown.value.nodes.size} nodes and {store.shown.value.edges.size} links are shown
        </p>
      </div>
      {calendar && (
        <ErrorBoundary name="The time brush">
          <TimeBrush store={store} graph={graph} calendar={calendar} />
        </ErrorBoundary>
      )}
      <SidePanel store={store} graph={graph} views={views} canvas={canvas} />
      <ErrorBoundary name="The minutes">
        <MinutesPane store={store} graph={graph} />
      </ErrorBoundary>
    </>
  );
}

/** What lies over the picture, or over what is shown in its place. */
function PicturePanels({ store, graph, sets, views, canvas }: Omit<WorkspaceProps, "onCanvas">) {
  const isPicture = store.state.value.view === "graph";
  const opened = store.opened.value;
  const notes = useMemo(() => listNotes(graph, opened?.diagnostics ?? []), [graph, opened]);
  const showPlace = (document: string, { start, end }: { start: number; end: number }): void =>
    store.openSentence({ document, start, end });
  return (
    <>
      <ErrorBoundary name="The legend">
        <Legend store={store} />
      </ErrorBoundary>
      {isPicture && (
        <ErrorBoundary name="The appearance">
          <LookTools store={store} canvas={canvas} />
        </ErrorBoundary>
      )}
      {isPicture && (
        <ErrorBoundary name="The communities">
          <CommunityTrail store={store} />
          <OverviewOffer store={store} graph={graph} />
        </ErrorBoundary>
      )}
      <PathStart store={store} graph={graph} />
      {views.place.value === undefined ? isPicture && <Hints /> : <StoryBar views={views} />}
      <BuildNotes
        sets={sets}
        diagnostics={notes}
        hasDocument={(id) => graph.getAttribute("documents")[id] !== undefined}
        onShow={showPlace}
      />
    </>
  );
}

/** What was found while opening, and what the graph itself keeps of its build. */
function listNotes(graph: MinutesGraph, opened: readonly Diagnostic[]): Diagnostic[] {
  const known = new Set(opened.map((diagnostic) => JSON.stringify(diagnostic)));
  const kept = graph.getAttributes().diagnostics ?? [];
  return [...opened, ...kept.filter((diagnostic) => !known.has(JSON.stringify(diagnostic)))];
}

const TITLES = { matrix: "The matrix", timeline: "The timeline", promises: "The promises" } as const;

/** What is read from the index of questions: index and code are there once they are first needed. */
function LazyView({
  store,
  index,
  view,
}: Omit<IndexedViewProps, "index"> & { index: QueryIndex | undefined }) {
  const [View, setView] = useState<ComponentType<IndexedViewProps>>();
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    import("./panels/indexed-view.tsx")
      .then(({ IndexedView }) => setView(() => IndexedView))
      .catch(() => setMissing(true));
  }, []);
  if (isMissing) return <p role="alert">This view could not be loaded: is there a connection?</p>;
  if (!index || !View) return <Preparing />;
  const name = typeof view === "object" ? "The answer" : TITLES[view];
  return (
    <ErrorBoundary name={name} key={name}>
      <View store={store} index={index} view={view} />
    </ErrorBoundary>
  );
}

/** The index of questions, as soon as it is there; it is made once it is wanted. */
function useQuestions(store: ExplorerStore, isWanted: boolean): QueryIndex | undefined {
  const graph = store.graph.value;
  useEffect(() => {
    if (isWanted) store.prepareQuestions().catch(() => undefined);
  }, [store, graph, isWanted]);
  return isWanted ? store.questions.value : undefined;
}

function Preparing() {
  return (
    <p class="stage-message" role="status">
      Reading the whole graph…
    </p>
  );
}

const loadOverview = async () => (await import("./overview/overview-view.tsx")).OverviewView;
const loadPath = async () => (await import("./panels/path-panel.tsx")).PathPanel;
const loadMinutes = async () => (await import("./minutes/minutes-view.tsx")).MinutesView;
const loadViews = async () => (await import("./views/views-panel.tsx")).ViewsPanel;

/** The saved views, else the card of what is selected, else the way between two nodes, else the answer to what was asked. */
function SidePanel({ store, graph, views, canvas }: Omit<WorkspaceProps, "onCanvas" | "sets">) {
  const selected = store.selected.value;
  const { asked } = store.state.value;
  const path = store.path.value;
  const index = useQuestions(store, path !== undefined || (selected === undefined && asked !== undefined));
  if (views.isOpen.value)
    return (
      <ErrorBoundary name="The views" key="views">
        <LazyPanel load={loadViews} content={{ views }} />
      </ErrorBoundary>
    );
  if (selected !== undefined)
    return (
      <ErrorBoundary name="The card" key={selected}>
        <NodeCard store={store} graph={graph} node={selected} />
      </ErrorBoundary>
    );
  if (store.several.value.length > 0)
    return (
      <ErrorBoundary name="The card" key="several">
        <SeveralPanel store={store} graph={graph} canvas={canvas} />
      </ErrorBoundary>
    );
  if (path && index)
    return (
      <ErrorBoundary name="The way" key={`${path.from} ${path.to}`}>
        <LazyPanel load={loadPath} content={{ store, graph, index, ends: path }} />
      </ErrorBoundary>
    );
  if (asked === undefined) return null;
  return <LazyView key={asked} store={store} index={index} view={{ question: asked }} />;
}

function MinutesPane({ store, graph }: { store: ExplorerStore; graph: MinutesGraph }) {
  const place = store.place.value;
  const found = place && graph.getAttribute("documents")[place.document];
  if (!place || !found) return null;
  return (
    <div class="minutes-pane">
      <LazyPanel
        load={loadMinutes}
        content={{
          document: { ...found, id: place.document },
          focus: place,
          kindOf: (node) => (graph.hasNode(node) ? graph.getNodeAttribute(node, "kind") : "topic"),
          labelOf: (node) => (graph.hasNode(node) ? graph.getNodeAttribute(node, "label") : node),
          selected: store.selected.value,
          onSelect: (node) => {
            if (graph.hasNode(node)) store.goTo(node);
          },
          onClose: () => store.closeMinutes(),
        }}
      />
    </div>
  );
}

function Waiting({ sets, isEmpty }: { sets: DataSets; isEmpty: boolean }) {
  if (isEmpty) return <EmptyStage sets={sets} title="Nothing was found in these files." />;
  if (sets.error.value !== undefined) return <EmptyStage sets={sets} title="There is no graph yet." />;
  return (
    <div class="stage-message" aria-live="polite">
      <p>Opening the graph…</p>
    </div>
  );
}
