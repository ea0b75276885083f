import { render } from "preact";
import "./styles/app.css";
import { App } from "./app.tsx";
import { warmUp } from "./canvas/warm-up.ts";
import { DataSets, OWN_GRAPH } from "./data/data-sets.ts";
import { IS_SHARED, readEmbeddedView } from "./data/embedded-graph.ts";
import { ExplorerStore } from "./store/explorer-store.ts";
import { followLook } from "./looks/load-looks.ts";
import { registerServiceWorker } from "./offline/register-service-worker.ts";
import { followAddress } from "./store/follow-address.ts";

const view = readEmbeddedView();
if (view && !location.hash) history.replaceState(undefined, "", `#${view}`);
const store = new ExplorerStore();
const sets = new DataSets((opened) => store.open(opened));
followAddress(store, window);
followLook(store);
const root = document.querySelector("#app");
setTimeout(warmUp);
if (root) render(<App store={store} sets={sets} />, root);

const address = new URLSearchParams(location.search).get("graph");
if (address) void sets.openAddress(address);
else void sets.select(OWN_GRAPH);
if (!IS_SHARED) void registerServiceWorker();
