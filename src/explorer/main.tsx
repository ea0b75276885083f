import { render } from "preact";
import "./styles/app.css";
import { App } from "./app.tsx";
import { warmUp } from "./canvas/stage-sigma.ts";
import { DataSets, OWN_GRAPH } from "./data/data-sets.ts";
import { findAskedAddress } from "./data/open-data.ts";
import { IS_SHARED, readEmbeddedView } from "./data/embedded-graph.ts";
import { ExplorerStore } from "./store/explorer-store.ts";
import { followLook } from "./looks/load-looks.ts";
import { registerServiceWorker } from "./offline/register-service-worker.ts";
import { nextTask, untilIdle } from "./run-in-slices.ts";
import { SavedViews } from "./views/saved-views.ts";
import { followAddress } from "./store/follow-address.ts";

/** In milliseconds since the navigation: until then, nobody feels a wait. */
const LONGEST_UNSEEN = 1000;

const view = readEmbeddedView();
if (view && !location.hash) history.replaceState(undefined, "", `#${view}`);
const store = new ExplorerStore();
const sets = new DataSets((opened) => store.open(opened));
const views = new SavedViews(store, sets.current);
followAddress(store, window);
followLook(store);
const address = findAskedAddress();
if (address !== undefined) void sets.openAddress(address);
else void sets.select(OWN_GRAPH);
const root = document.querySelector("#app");
if (root) {
  const shown = showWithGraph(root);
  render(<App store={store} sets={sets} views={views} />, root);
  void prepareDrawing(root.querySelector("main") ?? root);
  // It downloads whatever the page may need, which is no help to the first picture.
  if (!IS_SHARED) void shown.then(untilIdle).then(registerServiceWorker);
}

/**
 * Shows the page with its graph, or after a while without it: to paint a page twice takes the picture's time.
 * @returns done once it is shown
 */
function showWithGraph(page: Element): Promise<void> {
  page.classList.add("is-opening");
  return new Promise((resolve) => {
    const show = (): void => {
      page.classList.remove("is-opening");
      resolve();
    };
    setTimeout(show, LONGEST_UNSEEN - performance.now());
    store.graph.subscribe((graph) => {
      if (graph) show();
    });
  });
}

/** In a task of its own, so that whoever presses a key meanwhile does not wait for both. */
async function prepareDrawing(parent: Element): Promise<void> {
  await nextTask();
  // Where the graph was there sooner, its picture has made itself ready.
  if (!store.graph.peek()) warmUp(parent);
}
