import type { SourceFile } from "../../build-graph.ts";
import { downloadFile } from "./download-file.ts";
import { IS_SHARED, readEmbeddedGraph } from "./embedded-graph.ts";
import type { Corrections } from "../../model/gazetteer.ts";
import type { CsvColumns, CsvSample } from "../../formats/read-csv.ts";
import type { OnProgress } from "./read-source-files.ts";
import type { ColumnsAnswer, OpenAnswer, OpenRequest, PackedData } from "./worker-message.ts";

export interface OpenOptions {
  /** Called before each file is read. */
  onProgress?: OnProgress;
  /** Asked for which column of each table is what. */
  chooseColumns?: (tables: CsvSample[]) => Promise<readonly CsvColumns[]>;
  /** The graph that what is in the files is added to. */
  onto?: PackedData | undefined;
  /** What a reader decided about minutes. */
  corrections?: Corrections;
  /** Stops the work at once; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Where the graph lies that is the page's own. */
const OWN_ADDRESS = "./graph.json";

/** What is being opened before anybody could ask for it. */
let ahead: { address: string; opened: Promise<PackedData>; stop: AbortController } | undefined;
/**
 * Done once the worker reads, and the page has nothing to do for it until it answers. That it has been sent what it is to
 * read is not enough: a worker that is still starting gets it through the page, which must be free then.
 */
let reading: Promise<unknown> = Promise.resolve();
/** So long the page does not wait for a file, in milliseconds. */
const LONGEST_WAIT = 300;

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

/** Waits until a worker is busy reading what was opened ahead: the page is free then, but not for too long. */
export async function untilReading(): Promise<void> {
  await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))]);
}

/**
 * Opens the graph that lies in the page or beside it.
 * @throws Error, fit for people
 */
export async function openDefault(signal?: AbortSignal): Promise<PackedData> {
  return readEmbeddedGraph() ?? (await openAddress(OWN_ADDRESS, signal));
}

/**
 * Opens a graph file, minutes or a zip archive by address.
 * @param address absolute, or relative to the page
 * @throws Error, fit for people
 */
export async function openAddress(address: string, signal?: AbortSignal): Promise<PackedData> {
  const begun = ahead?.address === address ? ahead : undefined;
  if (begun) {
    ahead = undefined;
    signal?.addEventListener("abort", () => begun.stop.abort(signal.reason), { once: true });
    return await begun.opened;
  }
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(`${address} is not an address that can be opened.`);
  // The file is on its way while the worker starts.
  const request = downloadFile(url.href, signal).then((file): OpenRequest => ({
    files: [file],
    isAsked: false,
  }));
  const isGraph = GRAPH_FILE.test(url.pathname);
  let onReading: (() => void) | undefined;
  reading = new Promise<void>((resolve) => {
    onReading = resolve;
  });
  return await runWorker(request, { ...(signal ? { signal } : {}), isGraph, onReading });
}

/** What its name tells to be a graph file that one worker alone can read. */
const GRAPH_FILE = /\.(?:gexf|graphml)$/i;

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

interface WorkerOptions extends OpenOptions {
  isGraph?: boolean;
  /** Called once the worker has begun. */
  onReading?: (() => void) | undefined;
}

function runWorker(
  request: Promise<OpenRequest>,
  { onProgress, chooseColumns, signal, isGraph = false, onReading }: WorkerOptions,
): Promise<PackedData> {
  signal?.throwIfAborted();
  if (IS_SHARED)
    return Promise.reject(new Error("This page shows one graph: open others in the whole explorer."));
  const worker = startWorker(isGraph);
  const finished = new AbortController();
  const opened = new Promise<PackedData>((resolve, reject) => {
    const listen = { signal: finished.signal };
    const handle = ({ data }: MessageEvent<OpenAnswer>): void => {
      if (data.kind === "progress") onProgress?.(data.done, data.total, data.path);
      else if (data.kind === "asks")
        chooseColumns?.(data.tables)
          .then((columns) => worker.postMessage({ columns } satisfies ColumnsAnswer))
          .catch(reject);
      else if (data.kind === "opened") resolve(data.opened);
      else reject(new Error(data.message));
    };
    const fail = (): void =>
      reject(new Error("The files could not be read: the program that reads them stopped."));
    worker.addEventListener("message", handle, listen);
    worker.addEventListener("message", () => onReading?.(), { ...listen, once: true });
    worker.addEventListener("messageerror", fail, listen);
    worker.addEventListener("error", fail, listen);
    signal?.addEventListener("abort", () => reject(signal.reason as Error), listen);
    // What was downloaded for the worker alone is handed over, not copied.
    const toTransfer = ({ files, isAsked }: OpenRequest) =>
      isAsked === false ? files.map(({ bytes }) => bytes.buffer as ArrayBuffer) : [];
    request.then((wanted) => worker.postMessage(wanted, toTransfer(wanted))).catch(reject);
  });
  return opened.finally(() => {
    finished.abort();
    worker.terminate();
  });
}

/** The worker for graph files is there sooner. */
function startWorker(isGraph: boolean): Worker {
  return isGraph
    ? new Worker(new URL("./graph-worker.ts", import.meta.url), { type: "module" })
    : new Worker(new URL("./build-worker.ts", import.meta.url), { type: "module" });
}
