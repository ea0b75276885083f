import { useEffect, useState } from "preact/hooks";
import type { SourceFile } from "../../build-graph.ts";
import { createPasted, readDropped } from "./read-dropped.ts";

type Bring = (read: () => Promise<readonly SourceFile[]>, isAdded?: boolean) => Promise<void>;

/** Shorter text that is pasted past the text fields is not meant as minutes. */
const MIN_PASTED = 80;

/**
 * Takes what is dropped anywhere on the page (with Shift to add it to the graph that is open), and minutes that are pasted outside of text fields.
 * @returns whether something that can be dropped is held over the page
 */
export function useDrop(bring: Bring): boolean {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    listenForDrops({ bring, setHeld }, controller.signal);
    window.addEventListener("paste", (event) => void paste(event, bring), { signal: controller.signal });
    return () => controller.abort();
  }, [bring]);
  return isHeld;
}

function listenForDrops(
  { bring, setHeld }: { bring: Bring; setHeld: (isHeld: boolean) => void },
  signal: AbortSignal,
): void {
  // Each element on the way is entered and left; the page is left when as many were left as entered.
  let depth = 0;
  // Text of the page itself can be dragged, too.
  let isOwn = false;
  const hold = (event: DragEvent, by: number): void => {
    if (isOwn || !carriesData(event)) return;
    depth = Math.max(0, depth + by);
    setHeld(depth > 0);
  };
  const drop = (event: DragEvent): void => {
    depth = 0;
    setHeld(false);
    if (isOwn || !event.dataTransfer || !carriesData(event)) return;
    event.preventDefault();
    const reading = readDropped(event.dataTransfer);
    void bring(() => reading, event.shiftKey);
  };
  const allow = (event: DragEvent): void => {
    if (!isOwn && carriesData(event)) event.preventDefault();
  };
  window.addEventListener("dragstart", () => (isOwn = true), { signal });
  window.addEventListener("dragend", () => (isOwn = false), { signal });
  window.addEventListener("dragenter", (event) => hold(event, 1), { signal });
  window.addEventListener("dragleave", (event) => hold(event, -1), { signal });
  window.addEventListener("dragover", allow, { signal });
  window.addEventListener("drop", drop, { signal });
}

async function paste({ clipboardData, target }: ClipboardEvent, bring: Bring): Promise<void> {
  if (!clipboardData || isTextField(target)) return;
  const text = clipboardData.getData("text/plain");
  const hasFiles = [...clipboardData.items].some(({ kind }) => kind === "file");
  if (!hasFiles && text.trim().length < MIN_PASTED) return;
  const reading = hasFiles ? readDropped(clipboardData) : Promise.resolve([createPasted(text)]);
  await bring(() => reading);
}

/** Files or text from elsewhere: not a link or picture of the page that was dragged by mistake. */
function carriesData({ dataTransfer }: DragEvent): boolean {
  const kinds = dataTransfer?.types ?? [];
  if (kinds.includes("Files")) return true;
  return kinds.includes("text/plain") && !kinds.includes("text/uri-list");
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, [contenteditable]") !== null;
}
