import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { type ViewState, writeViewState } from "../../view/view-state.ts";

/** So many steps can be undone. */
const LONGEST = 200;

interface Steps {
  past: readonly ViewState[];
  future: readonly ViewState[];
}

/** Every view that the reader has had, to go back and forth: besides the address, which Back belongs to. */
export class ViewHistory {
  private readonly steps = signal<Steps>({ past: [], future: [] });
  readonly canUndo: ReadonlySignal<boolean> = computed(() => this.steps.value.past.length > 0);
  readonly canRedo: ReadonlySignal<boolean> = computed(() => this.steps.value.future.length > 0);
  private current: ViewState;

  /** @param state what is followed, and set when a step is undone */
  constructor(private readonly state: { value: ViewState; peek(): ViewState }) {
    this.current = state.peek();
    effect(() => this.note(state.value));
  }

  undo(): void {
    const { past, future } = this.steps.peek();
    const before = past.at(-1);
    if (before) this.move(before, { past: past.slice(0, -1), future: [this.current, ...future] });
  }

  redo(): void {
    const { past, future } = this.steps.peek();
    const [after, ...rest] = future;
    if (after) this.move(after, { past: [...past, this.current], future: rest });
  }

  /** Forgets every step: what comes now is the first. */
  clear(): void {
    this.current = this.state.peek();
    this.steps.value = { past: [], future: [] };
  }

  private move(state: ViewState, steps: Steps): void {
    this.current = state;
    this.steps.value = steps;
    this.state.value = state;
  }

  private note(state: ViewState): void {
    if (state === this.current) return;
    const before = this.current;
    this.current = state;
    if (writeViewState(state) === writeViewState(before)) return;
    this.steps.value = { past: [...this.steps.peek().past, before].slice(-LONGEST), future: [] };
  }
}
