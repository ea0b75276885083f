import type { SourceFile } from "../../build-graph.ts";
import { downloadFile } from "./download-file.ts";
import { IS_SHARED, readEmbeddedGraph } from "./embedded-graph.ts";
import type { Corrections } from "../../model/gazetteer.ts";
import type { CsvColumns, CsvSample } from "../../formats/read-csv.ts";
import type { OnProgress } from "./read-source-files.ts";
import type { ColumnsAnswer, OpenAnswer, OpenedData, OpenRequest, PackedData } from "./worker-message.ts";

export interface OpenOptions {
  /** Called before each file is read. */
  onProgress?: OnProgress;
  /** Asked for which column of each table is what. */
  chooseColumns?: (tables: CsvSample[]) => Promise<readonly CsvColumns[]>;
  /** The graph that what is in the files is added to. */
  onto?: OpenedData | undefined;
  /** What a reader decided about minutes. */
  corrections?: Corrections;
  /** Stops the work at once; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Where the graph lies that is the page's own. */
const OWN_ADDRESS = "./graph.json";

/** What is being opened before anybody could ask for it. */
let ahead: { address: string; opened: Promise<OpenedData>; stop: AbortController } | undefined;

/** The graph that the page's address asks for; undefined for the page's own. */
export function findAskedAddress(): string | undefined {
  return new URLSearchParams(location.search).get("graph") || undefined;
}

/**
 * Begins to open what the page will ask for first.
 * @param address of a graph; undefined for the page's own
 */
export function openAhead(address: string = OWN_ADDRESS): void {
  if (IS_SHARED) return;
  const stop = new AbortController();
  const opened = openAddress(address, stop.signal);
  // Whoever asks for it is told what went wrong.
  opened.catch(() => undefined);
  ahead = { address, opened, stop };
}

/**
 * Opens the graph that lies in the page or beside it.
 * @throws Error, fit for people
 */
export async function openDefault(signal?: AbortSignal): Promise<OpenedData> {
  return readEmbeddedGraph() ?? (await openAddress(OWN_ADDRESS, signal));
}

/**
 * Opens a graph file, minutes or a zip archive by address.
 * @param address absolute, or relative to the page
 * @throws Error, fit for people
 */
export async function openAddress(address: string, signal?: AbortSignal): Promise<OpenedData> {
  const begun = ahead?.address === address ? ahead : undefined;
  if (begun) {
    ahead = undefined;
    signal?.addEventListener("abort", () => begun.stop.abort(signal.reason), { once: true });
    return await begun.opened;
  }
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(`${address} is not an address that can be opened.`);
  const options = signal ? { signal } : {};
  if (SELF_LOADED.test(url.pathname)) return await runWorker(url.href, options);
  const file = downloadFile(url.href, signal);
  const small = !IS_SHARED && url.pathname.endsWith(".json") ? await openSmallGraph(file) : undefined;
  signal?.throwIfAborted();
  // The file is on its way while the worker starts.
  return small ?? (await runWorker(file.then(toRequest), options));
}

async function openSmallGraph(file: Promise<SourceFile>): Promise<OpenedData | undefined> {
  const [whole, { readSmallGraph }] = await Promise.all([file, import("./read-small-graph.ts")]);
  return await readSmallGraph(whole);
}

const toRequest = (file: SourceFile): OpenRequest => ({ files: [file], isAsked: false });

/** What its name tells to be a graph file that one worker alone can read. */
const SELF_LOADED = /\.(?:gexf|graphml)$/i;

/**
 * Opens a graph file, or builds minutes in a worker; nothing leaves the page.
 * @param files with their paths in the folder that they come from; zip archives count as the files in them
 * @throws Error, fit for people
 */
export function openFiles(files: readonly SourceFile[], options: OpenOptions = {}): Promise<PackedData> {
  const { onto, corrections } = options;
  const request = { files, ...(onto ? { onto } : {}), ...(corrections ? { corrections } : {}) };
  return runWorker(Promise.resolve(request), options);
}

/** @param request what is to be opened, or the address of a graph file */
function runWorker(
  request: Promise<OpenRequest> | string,
  { onProgress, chooseColumns, signal }: OpenOptions,
): Promise<PackedData> {
  signal?.throwIfAborted();
  if (IS_SHARED)
    return Promise.reject(new Error("This page shows one graph: open others in the whole explorer."));
  const worker = startWorker(request);
  const finished = new AbortController();
  const finish = (): void => {
    finished.abort();
    worker.terminate();
  };
  const opened = new Promise<PackedData>((resolve, reject) => {
    const listen = { signal: finished.signal };
    const handle = ({ data }: MessageEvent<OpenAnswer>): void => {
      if (data.kind === "progress") onProgress?.(data.done, data.total, data.path);
      else if (data.kind === "asks")
        chooseColumns?.(data.tables)
          .then((columns) => worker.postMessage({ columns } satisfies ColumnsAnswer))
          .catch(reject);
      else if (data.kind === "failed") reject(new Error(data.message));
      else {
        finish();
        resolve(data.opened);
      }
    };
    const fail = (): void =>
      reject(new Error("The files could not be read: the program that reads them stopped."));
    worker.addEventListener("message", handle, listen);
    worker.addEventListener("messageerror", fail, listen);
    worker.addEventListener("error", fail, listen);
    signal?.addEventListener("abort", () => reject(signal.reason as Error), listen);
    // What was downloaded for the worker alone is handed over, not copied.
    const toTransfer = ({ files, isAsked }: OpenRequest) =>
      isAsked === false ? files.map(({ bytes }) => bytes.buffer as ArrayBuffer) : [];
    if (typeof request !== "string")
      request.then((wanted) => worker.postMessage(wanted, toTransfer(wanted))).catch(reject);
  });
  opened.catch(finish);
  return opened;
}

/** The worker for graph files is there sooner, and loads its file itself. */
function startWorker(request: Promise<OpenRequest> | string): Worker {
  return typeof request === "string"
    ? new Worker(new URL("./graph-worker.ts", import.meta.url), { type: "module", name: request })
    : new Worker(new URL("./build-worker.ts", import.meta.url), { type: "module" });
}
