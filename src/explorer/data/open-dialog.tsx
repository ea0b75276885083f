import { useEffect, useRef, useState } from "preact/hooks";
import type { DataSets } from "./data-sets.ts";
import { createPasted, readChosen } from "./read-dropped.ts";

/** Every browser knows this attribute; the types of elements do not. */
const FOLDER = { webkitdirectory: true };

interface Props {
  bring: DataSets["bring"];
  onClose(this: void): void;
}

/** Where a reader brings minutes or a graph: files, a folder, or pasted text. */
export function OpenDialog({ bring, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [isAdded, setAdded] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const choose = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const reading = input.files && readChosen(input.files);
    if (!reading) return;
    void bring(() => reading, isAdded);
    onClose();
  };
  const paste = (event: Event): void => {
    event.preventDefault();
    void bring(() => Promise.resolve([createPasted(text)]), isAdded);
    onClose();
  };
  return (
    <dialog ref={dialog} class="open-dialog" aria-labelledby="open-dialog-title" onClose={onClose}>
      <h2 id="open-dialog-title">Open minutes or a graph</h2>
      <p>
        Minutes as text, Markdown, HTML, mail, mailbox or chat log; a zip archive or a folder of them; or a
        graph file (JSON, GEXF, GraphML, CSV). You can also drop them anywhere on this page. They are read on
        this device: nothing is uploaded.
      </p>
      <label class="open-added">
        <input
          type="checkbox"
          checked={isAdded}
          onChange={(event) => setAdded(event.currentTarget.checked)}
        />
        <span>
          Add to the graph that is open: who and what has the same name is one. Else it opens beside it.
        </span>
      </label>
      <div class="open-choices">
        <label class="button open-choice">
          Choose files
          <input type="file" multiple onChange={choose} />
        </label>
        <label class="button open-choice">
          Choose a folder
          <input type="file" {...FOLDER} onChange={choose} />
        </label>
      </div>
      <form onSubmit={paste}>
        <label>
          Or paste minutes
          <textarea
            rows={8}
            spellcheck={false}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <div class="open-actions">
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button is-primary" disabled={text.trim() === ""}>
            Build the graph
          </button>
        </div>
      </form>
    </dialog>
  );
}
