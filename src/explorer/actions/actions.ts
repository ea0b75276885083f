import { KINDS, NODE_KINDS, RELATION_DEFINITIONS, RELATIONS } from "../../model/schema.ts";
import { IS_SHARED } from "../data/embedded-graph.ts";
import { EXPORTS } from "../exports/export-forms.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { toggleTheme } from "../store/theme.ts";
import { VIEWS } from "../../view/view-state.ts";
import type { Action, ActionContext } from "./action.ts";
import { LOOK_ACTIONS } from "./look-actions.ts";
import { VIEW_NAMES } from "../panels/view-names.ts";

const hasGraph = ({ store }: ActionContext): boolean => store.graph.value !== undefined;
const hasCanvas = ({ canvas }: ActionContext): boolean => canvas !== undefined;

const PAGE: readonly Action[] = [
  {
    id: "search",
    title: "Search, or ask a question",
    group: "Page",
    keys: ["/"],
    run: () => document.querySelector<HTMLInputElement>("[data-search]")?.focus(),
  },
  {
    id: "palette",
    title: "Every action",
    group: "Page",
    keys: ["Mod+k"],
    worksTyping: true,
    run: ({ store }) => {
      store.panel.value = "palette";
    },
  },
  {
    id: "help",
    title: "Keys and help",
    group: "Page",
    keys: ["?"],
    run: ({ store }) => {
      store.panel.value = "help";
    },
  },
  {
    id: "undo",
    title: "Undo",
    group: "Page",
    keys: ["Mod+z"],
    isPossible: ({ store }) => store.history.canUndo.value,
    run: ({ store }) => store.history.undo(),
  },
  {
    id: "redo",
    title: "Redo",
    group: "Page",
    keys: ["Mod+Shift+z", "Mod+y"],
    isPossible: ({ store }) => store.history.canRedo.value,
    run: ({ store }) => store.history.redo(),
  },
  {
    id: "close",
    title: "Close what is open: first the minutes, then the card",
    group: "Page",
    keys: ["Escape"],
    run: ({ store, views }) => {
      if (views.place.peek() !== undefined) views.place.value = undefined;
      else if (views.isOpen.peek()) views.isOpen.value = false;
      else store.closeUppermost();
    },
  },
  { id: "theme", title: "Light or dark colours", group: "Page", run: toggleTheme },
  {
    id: "open",
    title: "Open minutes or a graph…",
    group: "Page",
    keys: ["o"],
    run: ({ sets }) => {
      sets.isAsking.value = true;
    },
  },
];

const VIEW_KEYS = {
  graph: "g",
  overview: "c",
  matrix: "m",
  timeline: "t",
  promises: "w",
  list: undefined,
} as const;

const VIEW_ACTIONS: readonly Action[] = [
  ...VIEWS.map((view): Action => {
    const key = VIEW_KEYS[view];
    return {
      id: `view-${view}`,
      title: `View as ${VIEW_NAMES[view].toLowerCase()}`,
      group: "View",
      ...(key ? { keys: [key] } : {}),
      isPossible: hasGraph,
      run: ({ store }) => store.setView(view),
    };
  }),
  {
    id: "toggle-list",
    title: "Graph or list",
    group: "View",
    keys: ["l"],
    isPossible: hasGraph,
    run: ({ store }) => store.setView(store.state.peek().view === "list" ? "graph" : "list"),
  },
  {
    id: "zoom-in",
    title: "Zoom in",
    group: "View",
    keys: ["+", "="],
    isPossible: hasCanvas,
    run: ({ canvas }) => canvas?.zoom(1 / 1.5),
  },
  {
    id: "zoom-out",
    title: "Zoom out",
    group: "View",
    keys: ["-"],
    isPossible: hasCanvas,
    run: ({ canvas }) => canvas?.zoom(1.5),
  },
  {
    id: "fit",
    title: "Fit the graph",
    group: "View",
    keys: ["0"],
    isPossible: hasCanvas,
    run: ({ canvas }) => canvas?.fit(),
  },
  {
    id: "layout",
    title: "Run or pause the layout",
    group: "View",
    keys: ["r"],
    isPossible: hasCanvas,
    run: ({ canvas }) => canvas?.toggleLayout(),
  },
];

const FOCUS: readonly Action[] = [
  onSelected("hide", "Hide the selected node", "h", (store, node) => store.hideNode(node)),
  {
    id: "show-hidden",
    title: "Show the nodes that were hidden",
    group: "Focus",
    keys: ["Shift+h"],
    isPossible: ({ store }) => store.state.value.hiddenNodes.size > 0,
    run: ({ store }) => store.showHidden(),
  },
  onSelected("pin", "Pin the selected node in its place, or release it", "k", (store, node) =>
    store.togglePin(node),
  ),
  onSelected("expand", "Show all neighbours of the selected node, or no longer", "e", (store, node) =>
    store.toggleExpanded(node),
  ),
  onSelected("path", "Path from the selected node to…", "p", (store, node) => {
    store.pathStart.value = node;
  }),
  ...[1, 2, 3].map((steps) =>
    onSelected(
      `steps-${steps}`,
      `Only what is within ${steps} ${steps === 1 ? "step" : "steps"} of the selected node, or all`,
      String(steps),
      (store) => store.setSteps(store.state.peek().steps === steps ? 0 : steps),
    ),
  ),
  {
    id: "rest",
    title: "What filters take away: faint or gone",
    group: "Focus",
    keys: ["d"],
    isPossible: hasGraph,
    run: ({ store }) => store.toggleRest(),
  },
];

function onSelected(
  id: string,
  title: string,
  key: string,
  run: (store: ExplorerStore, node: string) => void,
): Action {
  return {
    id,
    title,
    group: "Focus",
    keys: [key],
    isPossible: ({ store }) => store.selected.value !== undefined,
    run: ({ store }) => {
      const node = store.selected.peek();
      if (node !== undefined) run(store, node);
    },
  };
}

const STORY: readonly Action[] = [
  {
    id: "views",
    title: "Saved views, a story",
    group: "Views",
    keys: ["v"],
    isPossible: hasGraph,
    run: ({ views }) => {
      views.isOpen.value = !views.isOpen.peek();
    },
  },
  {
    id: "keep-view",
    title: "Keep this view",
    group: "Views",
    keys: ["Shift+v"],
    isPossible: hasGraph,
    run: ({ views }) => {
      views.add("");
      views.isOpen.value = true;
    },
  },
  {
    id: "next-view",
    title: "Next view of the story",
    group: "Views",
    keys: ["n"],
    isPossible: ({ views }) => views.list.value.length > 0,
    run: ({ views }) => views.step(1),
  },
  {
    id: "previous-view",
    title: "Previous view of the story",
    group: "Views",
    keys: ["b"],
    isPossible: ({ views }) => (views.place.value ?? 0) > 0,
    run: ({ views }) => views.step(-1),
  },
];

const FILTERS: readonly Action[] = [
  {
    id: "filter-text",
    title: "Filter by text",
    group: "Filters",
    keys: ["f"],
    isPossible: ({ store }) => store.graph.value !== undefined && store.state.value.view === "graph",
    run: () => {
      const input = document.querySelector<HTMLInputElement>("[data-text-filter]");
      input?.closest("details")?.setAttribute("open", "");
      input?.focus();
    },
  },
  {
    id: "clear-filters",
    title: "Clear filters",
    group: "Filters",
    keys: ["Shift+f"],
    isPossible: ({ store }) => store.isFiltered.value,
    run: ({ store }) => store.clearFilters(),
  },
  ...NODE_KINDS.map((kind): Action => ({
    id: `kind-${kind}`,
    title: `Show or hide ${KINDS[kind].plural.toLowerCase()}`,
    group: "Filters",
    isPossible: ({ store }) => store.counts.value.kinds.has(kind),
    run: ({ store }) => store.toggleKind(kind),
  })),
  ...RELATIONS.map((relation): Action => ({
    id: `relation-${relation}`,
    title: `Show or hide links: ${RELATION_DEFINITIONS[relation].label}`,
    group: "Filters",
    isPossible: ({ store }) => store.counts.value.relations.has(relation),
    run: ({ store }) => store.toggleRelation(relation),
  })),
];

const EXPORT_ACTIONS: readonly Action[] = [
  {
    id: "export",
    title: "Export…",
    group: "Export",
    keys: ["x"],
    isPossible: hasGraph,
    run: ({ store }) => {
      store.wishedExport.value = "";
    },
  },
  ...Object.entries(EXPORTS).map(([id, name]): Action => ({
    id: `export-${id}`,
    title: `Export as ${name}`,
    group: "Export",
    isPossible: (context) =>
      hasGraph(context) && (id !== "page" || !IS_SHARED) && (!/^(?:png|svg)/.test(id) || hasCanvas(context)),
    run: ({ store }) => {
      store.wishedExport.value = id;
    },
  })),
];

/** Everything that the page can do, in the order in which it is told. */
export const ACTIONS: readonly Action[] = [
  ...PAGE,
  ...VIEW_ACTIONS,
  ...LOOK_ACTIONS,
  ...FOCUS,
  ...STORY,
  ...FILTERS,
  ...EXPORT_ACTIONS,
];
