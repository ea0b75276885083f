import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../panels/icon.tsx";
import { LazyPanel } from "../panels/lazy-panel.tsx";
import type { Redaction } from "../../formats/redact-graph.ts";
import type { ExportProps } from "./export-props.ts";

const loadPanel = async () => (await import("./export-panel.tsx")).ExportPanel;

/** Opens what writes the graph, as shown or whole, as a file of the reader's. */
export function ExportMenu({ store, graph, canvas, part }: ExportProps) {
  const [isOpen, setOpen] = useState(false);
  const [redaction, setRedaction] = useState<Redaction>({});
  const menu = useRef<HTMLDivElement>(null);
  const wished = part ? undefined : store.wishedExport.value;
  useEffect(() => {
    if (wished !== undefined) setOpen(true);
  }, [wished]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const close = (event: Event): void => {
      const isKey = event instanceof KeyboardEvent;
      if (isKey ? event.key !== "Escape" : menu.current?.contains(event.target as Node)) return;
      store.wishedExport.value = undefined;
      setOpen(false);
      if (isKey) menu.current?.querySelector("button")?.focus();
      event.stopPropagation();
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close, { capture: true });
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close, { capture: true });
    };
  }, [isOpen, store]);
  const close = (): void => {
    store.wishedExport.value = undefined;
    setOpen(false);
  };
  return (
    <div class="menu" ref={menu}>
      <button
        type="button"
        class={part ? "button" : "button tool"}
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close() : setOpen(true))}
      >
        {!part && <Icon name="export" />}
        <span>{part ? "Export the selection" : "Export"}</span>
      </button>
      {isOpen && (
        <LazyPanel
          load={loadPanel}
          content={{
            store,
            graph,
            canvas,
            ...(part ? { part } : {}),
            wished,
            redaction,
            onRedaction: setRedaction,
            onDone: close,
          }}
        />
      )}
    </div>
  );
}
