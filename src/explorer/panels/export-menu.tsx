import { useEffect, useRef, useState } from "preact/hooks";
import { createGraphSource } from "../../formats/graph-source.ts";
import type { MinutesGraph } from "../../model/graph-attributes.ts";
import { createSharedPage } from "../data/create-shared-page.ts";
import { IS_SHARED } from "../data/embedded-graph.ts";
import { saveFile } from "../data/save-file.ts";
import { type Form, FORMS, writeFiles } from "../data/write-files.ts";
import type { GraphCanvas } from "../canvas/graph-canvas.ts";
import type { ExplorerStore, Shown } from "../store/explorer-store.ts";

interface Props {
  store: ExplorerStore;
  graph: MinutesGraph;
  canvas: GraphCanvas | undefined;
  /** What is written in place of what is shown; then nothing else is offered. */
  part?: Shown;
}

/** Writes what is shown, or everything, as a file of the reader's. */
export function ExportMenu({ store, graph, canvas, part }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState("");
  const [isTextless, setTextless] = useState(false);
  const [isCovered, setCovered] = useState(false);
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

  const write = (form: Form, isWhole: boolean): void => {
    const redaction = { text: isTextless, contacts: isCovered };
    for (const { name, content } of writeFiles(
      graph,
      form,
      redaction,
      isWhole ? undefined : (part ?? store.shown.peek()),
    ))
      saveFile(content, name);
    setOpen(false);
  };
  const writePage = async (): Promise<void> => {
    const page = await createSharedPage(createGraphSource(graph), location.hash.slice(1));
    setProblem(page ? "" : "The empty page could not be loaded: is there a connection?");
    if (!page) return;
    saveFile(page, "minutes-graph.html");
    setOpen(false);
  };
  const writePicture = async (): Promise<void> => {
    setOpen(false);
    if (canvas) saveFile(await canvas.toPng(), "minutes-graph.png");
  };
  const writeDrawing = async (): Promise<void> => {
    setOpen(false);
    if (canvas) saveFile(await canvas.toSvg(), "minutes-graph.svg");
  };

  return (
    <div class="menu" ref={menu}>
      <button type="button" class="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {part ? "Export the selection" : "Export"}
      </button>
      {isOpen && (
        <div class="menu-items">
          <p>{part ? "What is selected" : "What is shown"}</p>
          {(Object.keys(FORMS) as Form[]).map((form) => (
            <button type="button" key={form} onClick={() => write(form, false)}>
              {FORMS[form]}
            </button>
          ))}
          {!part && (
            <>
              <button type="button" disabled={!canvas} onClick={() => void writePicture()}>
                PNG picture
              </button>
              <button type="button" disabled={!canvas} onClick={() => void writeDrawing()}>
                SVG picture, with legend
              </button>
              <p>Everything</p>
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
            </>
          )}
          <p>Leave out</p>
          <label class="menu-choice">
            <input
              type="checkbox"
              checked={isTextless}
              onChange={(event) => setTextless(event.currentTarget.checked)}
            />
            the minutes’ text (sentences stay)
          </label>
          <label class="menu-choice">
            <input
              type="checkbox"
              checked={isCovered}
              onChange={(event) => setCovered(event.currentTarget.checked)}
            />
            mail addresses and handles
          </label>
          {problem && <p role="alert">{problem}</p>}
        </div>
      )}
    </div>
  );
}
