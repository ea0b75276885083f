import type { GraphCanvas } from "../canvas/graph-canvas.ts";
import type { DataSets } from "../data/data-sets.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";
import type { SavedViews } from "../views/saved-views.ts";

/** What actions work on. */
export interface ActionContext {
  store: ExplorerStore;
  sets: DataSets;
  views: SavedViews;
  /** There while a graph is drawn. */
  canvas: GraphCanvas | undefined;
}

/** Something that the page can do: the palette, the keys and the help all read it. */
export interface Action {
  id: string;
  title: string;
  group: string;
  /** Each starts it: a key's name, after `Mod+` (Ctrl, ⌘ on a Mac) and `Shift+` where they are held. */
  keys?: readonly string[];
  /** Whether its keys work while something is being typed. */
  worksTyping?: boolean;
  /** Whether it can do anything now; always, where it is not there. */
  isPossible?(this: void, context: ActionContext): boolean;
  run(this: void, context: ActionContext): void;
}

const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.userAgent);

/** A key as people read it: `Mod+Shift+z` is "Ctrl Shift Z". */
export function describeKey(key: string): string {
  const names: Record<string, string> = { Mod: isMac() ? "⌘" : "Ctrl", Escape: "Esc", "-": "−" };
  return key
    .split(/\+(?=.)/)
    .map((part) => names[part] ?? (/^[a-z]$/.test(part) ? part.toUpperCase() : part))
    .join(" ");
}

/** Whether a press of a key is the named one. Whether a sign needs Shift is the keyboard's affair. */
export function isKey(event: KeyboardEvent, name: string): boolean {
  const parts = name.split(/\+(?=.)/);
  const key = parts.at(-1) ?? "";
  const isLetter = /^\p{L}$/u.test(key);
  if (event.altKey || (event.ctrlKey || event.metaKey) !== parts.includes("Mod")) return false;
  if (isLetter && event.shiftKey !== parts.includes("Shift")) return false;
  return (isLetter ? event.key.toLowerCase() : event.key) === key;
}
