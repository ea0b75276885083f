import { createStore, delMany, get, set, update, type UseStore } from "idb-keyval";
import type { Sources } from "./decisions.ts";
import type { PackedGraph } from "./packed-graph.ts";
import type { PackedData } from "./worker-message.ts";

/** A graph that this browser keeps; its content is read when it is opened. */
export interface SavedGraph {
  id: string;
  name: string;
  nodes: number;
  edges: number;
}

const LIST = "list";
/** Larger sources are known until the page is closed. */
const MOST_BYTES = 20_000_000;

let store: UseStore | undefined;
/** Where this browser keeps graphs, and what belongs to them. */
export const getStore = (): UseStore => (store ??= createStore("minutes-graph", "graphs"));

/** The graphs that this browser keeps, in the order in which they came; none where it keeps nothing at all. */
export async function listSavedGraphs(): Promise<SavedGraph[]> {
  try {
    return (await get<SavedGraph[]>(LIST, getStore())) ?? [];
  } catch {
    return [];
  }
}

/**
 * Keeps a graph in this browser until it is removed.
 * @throws Error, fit for people, where the browser keeps nothing (private windows) or has no room
 */
export async function saveGraph({ name, graph, diagnostics }: PackedData): Promise<SavedGraph> {
  const saved = { id: createId(), name, nodes: graph.nodes.kinds.length, edges: graph.edges.sources.length };
  try {
    await writeGraph(saved.id, { name, graph, diagnostics });
    await update<SavedGraph[]>(LIST, (list = []) => [...list, saved], getStore());
  } catch (cause) {
    throw new Error(`This browser cannot keep ${name}: it is open until the page is closed.`, { cause });
  }
  return saved;
}

/** A kept graph without its parts, each of which is kept by itself: the page would stand still for all at once. */
interface KeptHead extends Omit<PackedData, "graph"> {
  /** What the keys of its parts end with. */
  parts: string;
}

const PARTS = ["attributes", "documents", "nodes", "edges", "evidence"] as const;
const listKeys = (parts: string): string[] => PARTS.map((part) => `${part}-${parts}`);

/** The head comes last: until then, what was kept before holds. */
async function writeGraph(id: string, { name, graph, diagnostics }: PackedData): Promise<void> {
  const before = await get<KeptHead>(id, getStore());
  const parts = createId();
  try {
    for (const part of PARTS) await set(`${part}-${parts}`, graph[part], getStore());
    await set(id, { name, diagnostics, parts } satisfies KeptHead, getStore());
  } catch (cause) {
    await delMany(listKeys(parts), getStore()).catch(() => undefined);
    throw cause;
  }
  if (before) await delMany(listKeys(before.parts), getStore());
}

/** Reads a kept graph; undefined where it was removed, perhaps in another window, or kept by an earlier version. */
export async function readSavedGraph(id: string): Promise<PackedData | undefined> {
  try {
    const head = await get<KeptHead>(id, getStore());
    if (!head) return undefined;
    const kept: [string, unknown][] = [];
    for (const part of PARTS) kept.push([part, await get<unknown>(`${part}-${head.parts}`, getStore())]);
    if (kept.some(([, part]) => part === undefined)) return undefined;
    const { name, diagnostics } = head;
    return { name, diagnostics, graph: Object.fromEntries(kept) as unknown as PackedGraph };
  } catch {
    return undefined;
  }
}

/** Puts a graph that was built anew in the place of a kept one. */
export async function replaceSavedGraph(id: string, { name, graph, diagnostics }: PackedData): Promise<void> {
  const [nodes, edges] = [graph.nodes.kinds.length, graph.edges.sources.length];
  await writeGraph(id, { name, graph, diagnostics });
  await update<SavedGraph[]>(
    LIST,
    (list = []) => list.map((saved) => (saved.id === id ? { ...saved, nodes, edges } : saved)),
    getStore(),
  );
}

/** Keeps what a kept graph was built from, where it is not too large. */
export async function saveSources(id: string, sources: Sources): Promise<void> {
  const size = sources.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size <= MOST_BYTES) await set(`sources-${id}`, sources, getStore()).catch(() => undefined);
}

/** What a kept graph was built from; undefined where that is not known. */
export async function readSources(id: string): Promise<Sources | undefined> {
  return await get<Sources>(`sources-${id}`, getStore()).catch(() => undefined);
}

/** Removes a kept graph for good. */
export async function removeSavedGraph(id: string): Promise<void> {
  await update<SavedGraph[]>(LIST, (list = []) => list.filter((saved) => saved.id !== id), getStore());
  const head = await get<KeptHead>(id, getStore());
  await delMany([id, `views-${id}`, `sources-${id}`, ...(head ? listKeys(head.parts) : [])], getStore());
}

/** `crypto.randomUUID` is not there on pages without https. */
function createId(): string {
  const random = crypto.getRandomValues(new Uint8Array(12));
  return [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
