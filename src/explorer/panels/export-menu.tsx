import { useEffect, useRef, useState } from "preact/hooks";
import { createGraphSource } from "../../formats/graph-source.ts";
import { writeGexf } from "../../formats/write-gexf.ts";
import { writeJson } from "../../formats/write-json.ts";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { createSharedPage } from "../data/create-shared-page.ts";
import { IS_SHARED } from "../data/embedded-graph.ts";
import type { GraphCanvas } from "../canvas/graph-canvas.ts";
import type { ExplorerStore } from "../store/explorer-store.ts";

interface Props {
  store: ExplorerStore;
  graph: MinutesGraph;
  canvas: GraphCanvas | undefined;
}

/** Writes what is shown, or everything, as a file of the reader's. */
export function ExportMenu({ store, graph, canvas }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState("");
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const close = (event: Event): void => {
      const isKey = event instanceof KeyboardEvent;
      if (isKey ? event.key === "Escape" : !menu.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, [isOpen]);

  const write = (form: "gexf" | "json", isWhole: boolean): void => {
    const { nodes, edges } = store.shown.peek();
    const part = { hasNode: (key: string) => nodes.has(key), hasEdge: (key: string) => edges.has(key) };
    const source = createGraphSource(graph, isWhole ? undefined : part);
    const text = form === "gexf" ? writeGexf(source) : writeJson(source);
    const contentType = form === "gexf" ? "application/gexf+xml" : "application/json";
    save(new Blob([text], { type: contentType }), `minutes-graph.${form}`);
    setOpen(false);
  };
  const writePage = async (): Promise<void> => {
    const page = await createSharedPage(createGraphSource(graph), location.hash.slice(1));
    setProblem(page ? "" : "The empty page could not be loaded: is there a connection?");
    if (!page) return;
    save(page, "minutes-graph.html");
    setOpen(false);
  };
  const writePicture = async (): Promise<void> => {
    setOpen(false);
    if (canvas) save(await canvas.toPng(), "minutes-graph.png");
  };

  return (
    <div class="menu" ref={menu}>
      <button type="button" class="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Export
      </button>
      {isOpen && (
        <div class="menu-items">
          <p>What is shown</p>
          <button type="button" onClick={() => write("gexf", false)}>
            GEXF, for Gephi
          </button>
          <button type="button" onClick={() => write("json", false)}>
            JSON
          </button>
          <button type="button" disabled={!canvas} onClick={() => void writePicture()}>
            PNG picture
          </button>
          <p>Everything, with the minutes</p>
          <button type="button" onClick={() => write("gexf", true)}>
            Whole graph as GEXF
          </button>
          <button type="button" onClick={() => write("json", true)}>
            Whole graph as JSON
          </button>
          {!IS_SHARED && (
            <button type="button" onClick={() => void writePage()}>
              One page to share
            </button>
          )}
          {problem && <p role="alert">{problem}</p>}
        </div>
      )}
    </div>
  );
}

function save(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
