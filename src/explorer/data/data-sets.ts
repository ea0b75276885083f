import { batch, signal } from "@preact/signals";
import type { SourceFile } from "../../build-graph.ts";
import type { MinutesGraph, SerializedMinutesGraph } from "../../model/graph-attributes.ts";
import type { OpenedGraph } from "../store/explorer-store.ts";
import type { CsvColumns, CsvSample } from "../../formats/read-csv.ts";
import { nextTask, runInSlices, untilIdle } from "../run-in-slices.ts";
import { READ, RECEIVED } from "./reading-marks.ts";
import { openAddress, openDefault, openFiles } from "./open-data.ts";
import { type Decision, type Sources, toCorrections } from "./decisions.ts";
import type { PackedGraph } from "./packed-graph.ts";
import { countEdges, countPacked, isPacked, unpackGraph } from "./unpack-graph.ts";
import {
  listSavedGraphs,
  readSavedGraph,
  readSources,
  removeSavedGraph,
  replaceSavedGraph,
  saveGraph,
  saveSources,
  type SavedGraph,
} from "./saved-graphs.ts";
import type { OpenedData, PackedData } from "./worker-message.ts";

/** What is being read just now. */
export interface Progress {
  done: number;
  total: number;
  /** The file that is being read; empty until the first is known. */
  path: string;
}

/** Tables of which the reader is asked which column is what. */
export interface ColumnsQuestion {
  tables: readonly CsvSample[];
  /** @param columns for each table; undefined gives the opening up */
  answer(this: void, columns: readonly CsvColumns[] | undefined): void;
}

/** The id of the graph that lies beside the page. */
export const OWN_GRAPH = "";
/** The id of a graph that this browser does not keep: opened by address, or too large. */
export const UNSAVED_GRAPH = "unsaved";
/** A graph of so many edges is put together at once. */
const FEW_EDGES = 5000;
/** How long that may take before others have their turn, in milliseconds. */
const FIRST_SLICE = 50;

/** The page's own graph beside those that the reader brought; one thing is opened at a time. */
export class DataSets {
  readonly saved = signal<readonly SavedGraph[]>([]);
  /** The id of the graph that is open. */
  readonly current = signal(OWN_GRAPH);
  readonly progress = signal<Progress | undefined>(undefined);
  /** What went wrong last, for people; the graph that was open still is. */
  readonly error = signal<string | undefined>(undefined);
  readonly columnsQuestion = signal<ColumnsQuestion | undefined>(undefined);
  /** Whether the reader is asked what to open. */
  readonly isAsking = signal(false);
  /** What the open graph was built from; undefined where that is not known, as for graph files. */
  readonly sources = signal<Sources | undefined>(undefined);
  private running: AbortController | undefined;
  /** What is open, as it came: others can be added to it. */
  private open: OpenedData | undefined;
  /** Done once what is open has its communities. */
  private grouped: Promise<void> | undefined;

  /** @param onOpened called with each graph that was opened */
  constructor(private readonly onOpened: (opened: OpenedGraph) => void) {
    void this.refresh();
  }

  /**
   * Builds or opens what `read` gives, keeps it in this browser, and makes it the current one. No files do nothing.
   * @param isAdded whether it is added to the graph that is open, as a new one
   */
  readonly bring = (read: () => Promise<readonly SourceFile[]>, isAdded = false): Promise<void> =>
    this.run(async (stop) => {
      const files = await read();
      stop.throwIfAborted();
      if (files.length === 0) return;
      this.progress.value = { done: 0, total: files.length, path: "" };
      const onProgress = (done: number, total: number, path: string): void => {
        this.progress.value = { done, total, path };
      };
      const chooseColumns = (tables: readonly CsvSample[]) => this.askColumns(tables, stop);
      const onto = isAdded ? this.open : undefined;
      await this.grouped;
      stop.throwIfAborted();
      const opened = await openFiles(files, { onProgress, chooseColumns, onto, signal: stop });
      await this.keep(opened, isAdded ? undefined : { files, decisions: [] }, stop);
    });

  /** Builds the open graph anew from its files with what its reader decided. */
  readonly decide = (decisions: readonly Decision[]): Promise<void> =>
    this.run(async (stop) => {
      const before = this.sources.peek();
      if (!before) return;
      const id = this.current.peek();
      this.progress.value = { done: 0, total: before.files.length, path: "" };
      const onProgress = (done: number, total: number, path: string): void => {
        this.progress.value = { done, total, path };
      };
      const options = { onProgress, corrections: toCorrections(decisions), signal: stop };
      const opened = await openFiles(before.files, options);
      const sources = { files: before.files, decisions };
      if (id !== UNSAVED_GRAPH) {
        await replaceSavedGraph(id, opened);
        await saveSources(id, sources);
        await this.refresh();
      }
      await this.show(opened, id, stop, sources);
    });

  private askColumns(tables: readonly CsvSample[], stop: AbortSignal): Promise<readonly CsvColumns[]> {
    return new Promise((resolve) => {
      const close = (): void => {
        this.columnsQuestion.value = undefined;
      };
      const answer = (columns: readonly CsvColumns[] | undefined): void => {
        close();
        if (columns) resolve(columns);
        else this.cancel();
      };
      stop.addEventListener("abort", close, { once: true });
      this.columnsQuestion.value = { tables, answer };
    });
  }

  /** Opens a graph or minutes by address; this browser does not keep it. */
  readonly openAddress = (address: string): Promise<void> =>
    this.run(async (stop) => {
      this.progress.value = { done: 0, total: 1, path: address };
      await this.show(await openAddress(address, stop), UNSAVED_GRAPH, stop);
    });

  /** Opens a saved graph, or the page's own. */
  readonly select = (id: string): Promise<void> =>
    this.run(async (stop) => {
      const isOwn = id === OWN_GRAPH;
      const [opened, sources] = await Promise.all([
        isOwn ? openDefault(stop) : readSavedGraph(id),
        isOwn ? undefined : readSources(id),
        this.refresh(),
      ]);
      stop.throwIfAborted();
      if (!opened)
        throw new Error(
          "This graph is not there any more: it was removed in another window, or kept by an earlier version.",
        );
      await this.show(opened, id, stop, sources);
    });

  /** Removes a saved graph for good; the page's own takes its place where it was the current one. */
  readonly remove = async (id: string): Promise<void> => {
    await this.run(async () => {
      await removeSavedGraph(id);
      await this.refresh();
    });
    if (this.current.value === id && this.error.value === undefined) await this.select(OWN_GRAPH);
  };

  readonly cancel = (): void => {
    this.running?.abort();
    this.progress.value = undefined;
  };

  readonly dismissError = (): void => {
    this.error.value = undefined;
  };

  /** A new piece of work stops the one before it. */
  private async run(work: (stop: AbortSignal) => Promise<void>): Promise<void> {
    this.running?.abort();
    const own = new AbortController();
    this.running = own;
    this.error.value = undefined;
    try {
      await work(own.signal);
    } catch (cause) {
      if (!own.signal.aborted) this.error.value = cause instanceof Error ? cause.message : String(cause);
    } finally {
      if (this.running === own) this.progress.value = undefined;
    }
  }

  private async keep(opened: PackedData, sources: Sources | undefined, stop: AbortSignal): Promise<void> {
    const saved = await saveGraph(opened).catch((cause: unknown) => cause as Error);
    const isKept = !(saved instanceof Error);
    if (isKept) await this.refresh();
    if (isKept && sources) await saveSources(saved.id, sources);
    await this.show(opened, isKept ? saved.id : UNSAVED_GRAPH, stop, sources);
    if (!isKept) throw saved;
  }

  private async show(opened: OpenedData, id: string, stop: AbortSignal, sources?: Sources): Promise<void> {
    const { name, graph: given, diagnostics, lacksCommunities = false } = opened;
    performance.mark(RECEIVED);
    const isSmall = countEdges(given) <= FEW_EDGES;
    const graph = await runInSlices(unpackGraph(given), stop, isSmall ? FIRST_SLICE : undefined);
    const known = isPacked(given) ? { counts: countPacked(given) } : {};
    performance.mark(READ);
    await nextTask();
    stop.throwIfAborted();
    batch(() => {
      this.current.value = id;
      this.open = { name, graph: given, diagnostics };
      const communities = lacksCommunities ? findCommunitiesLater(graph) : undefined;
      this.grouped = communities?.then((found) => setCommunities(given, found)).catch(() => undefined);
      this.sources.value = sources;
      this.onOpened({ name, graph, diagnostics, ...known, ...(communities && { communities }) });
    });
  }

  private async refresh(): Promise<void> {
    this.saved.value = await listSavedGraphs();
  }
}

/** In a worker, once the page has drawn. */
async function findCommunitiesLater(graph: MinutesGraph): Promise<Uint32Array> {
  await untilIdle();
  const { findCommunities } = await import("../metrics/find-communities.ts");
  return await findCommunities(graph);
}

function setCommunities(graph: PackedGraph | SerializedMinutesGraph, found: Uint32Array): void {
  if (isPacked(graph)) graph.nodes.communities.set(found);
  else
    for (const [place, { attributes }] of graph.nodes.entries())
      if (attributes) attributes.community = found[place] ?? 0;
}
