// Keeps the page for use without a network. The build puts FILES and VERSION before it; it imports nothing.
declare const FILES: readonly string[];
declare const VERSION: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;
/** Pages of one host share its caches; the scope tells whose a cache is. */
const PREFIX = `minutes-graph ${scope} `;

worker.addEventListener("install", (event) => event.waitUntil(keepFiles()));
worker.addEventListener("activate", (event) => event.waitUntil(dropOldVersions()));
worker.addEventListener("fetch", (event) => {
  const path = findPath(event.request);
  if (path === "" || path === "graph.json") event.respondWith(fetchOrRecall(event.request, path));
  else if (path !== undefined) event.respondWith(recallOrFetch(event.request, path));
});

async function keepFiles(): Promise<void> {
  const cache = await caches.open(PREFIX + VERSION);
  // Past the browser's own cache, in which files of an older version may lie.
  await cache.addAll(FILES.map((path) => new Request(new URL(path, scope), { cache: "reload" })));
}

async function dropOldVersions(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== PREFIX + VERSION);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The kept file that a request means, relative to the page: the empty path is the page itself. */
function findPath({ method, mode, url }: Request): string | undefined {
  if (method !== "GET" || !url.startsWith(scope)) return undefined;
  const path = new URL(url).pathname.slice(new URL(scope).pathname.length);
  if (mode === "navigate" && path === "index.html") return "";
  return FILES.includes(path) ? path : undefined;
}

/** What may change under its address is asked for first. */
async function fetchOrRecall(request: Request, path: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await recall(path);
    if (kept) return kept;
    throw error;
  }
}

async function recallOrFetch(request: Request, path: string): Promise<Response> {
  return (await recall(path)) ?? (await fetch(request));
}

function recall(path: string): Promise<Response | undefined> {
  return caches.match(new URL(path, scope).href, { cacheName: PREFIX + VERSION });
}
