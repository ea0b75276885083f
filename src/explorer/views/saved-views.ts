import { get, set } from "idb-keyval";
import { effect, signal } from "@preact/signals";
import type { MinutesGraph, StoredView } from "../../model/graph-attributes.ts";
import { getStore } from "../data/saved-graphs.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import { parseViewState, writeViewState } from "../../view/view-state.ts";

/** The views that a reader kept of the open graph, in their order: a story that can be walked through. */
export class SavedViews {
  readonly list = signal<readonly StoredView[]>([]);
  /** The place in the story that is being shown; undefined while none is told. */
  readonly place = signal<number | undefined>(undefined);
  readonly isOpen = signal(false);
  /** What could not be kept, for people. */
  readonly problem = signal("");
  private key = "";
  private graph: MinutesGraph | undefined;

  /** @param current the id of the graph that is open */
  constructor(
    private readonly store: ExplorerStore,
    current: { value: string },
  ) {
    effect(() => {
      const graph = store.graph.value;
      if (graph) void this.load(graph, current.value);
    });
  }

  /** Keeps the present view under a name. */
  add(name: string): void {
    const view = writeViewState(this.store.state.peek());
    const id = crypto.getRandomValues(new Uint32Array(2)).join("-");
    this.keep([...this.list.peek(), { id, name: name.trim() || this.suggestName(), note: "", view }]);
  }

  change(id: string, part: Partial<Pick<StoredView, "name" | "note">>): void {
    this.keep(this.list.peek().map((view) => (view.id === id ? { ...view, ...part } : view)));
  }

  remove(id: string): void {
    this.keep(this.list.peek().filter((view) => view.id !== id));
  }

  /** Moves a view in the story. @param by places; negative is earlier */
  move(id: string, by: number): void {
    const list = [...this.list.peek()];
    const from = list.findIndex((view) => view.id === id);
    const [moved] = list.splice(from, 1);
    if (!moved) return;
    list.splice(Math.max(0, from + by), 0, moved);
    this.keep(list);
  }

  /** Shows a view of the story; beyond its ends nothing happens. */
  show(place: number): void {
    const view = this.list.peek()[place];
    if (!view) return;
    this.place.value = place;
    this.store.state.value = parseViewState(view.view);
  }

  /** Begins the story, and makes room for it. */
  tell(): void {
    this.isOpen.value = false;
    this.show(0);
  }

  /** Shows the next view, or the one before; the first where none is shown. */
  step(by: number): void {
    const place = this.place.peek();
    this.show(place === undefined ? 0 : place + by);
  }

  /** What the present view could be called. */
  suggestName(): string {
    const { store } = this;
    const [node, path] = [store.selected.peek(), store.path.peek()];
    const label = (key: string): string => this.graph?.getNodeAttribute(key, "label") ?? key;
    if (node !== undefined) return label(node);
    if (path) return `${label(path.from)} – ${label(path.to)}`;
    return store.state.peek().asked ?? `View ${this.list.peek().length + 1}`;
  }

  private async load(graph: MinutesGraph, id: string): Promise<void> {
    this.graph = graph;
    this.key = `views-${id}`;
    this.place.value = undefined;
    const { key } = this;
    this.list.value = graph.getAttributes().views ?? [];
    const kept = await get<StoredView[]>(key, getStore()).catch(() => undefined);
    if (kept && this.key === key && this.graph === graph) this.put(kept);
  }

  private keep(list: readonly StoredView[]): void {
    this.put(list);
    this.problem.value = "";
    set(this.key, list, getStore()).catch(() => {
      this.problem.value = "This browser keeps nothing: the views are gone when the page is closed.";
    });
  }

  /** The graph has them, too: so they are in every file that is written of it. */
  private put(list: readonly StoredView[]): void {
    this.list.value = list;
    this.graph?.setAttribute("views", [...list]);
  }
}
