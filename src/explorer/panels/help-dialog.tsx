import { useEffect, useRef } from "preact/hooks";

const KEYS: readonly (readonly [string, string])[] = [
  ["/", "search"],
  ["↑ ↓ Enter", "choose among what was found"],
  ["Esc", "close what is open: first the minutes, then the card"],
  ["← ↑ → ↓", "with the graph in focus: go to a neighbour of the selected node"],
  ["+ − 0", "zoom in, zoom out, fit"],
  ["l", "graph or list"],
  ["a", "appearance and layout"],
  ["n p", "in the minutes: next and previous mention"],
  ["?", "these keys"],
];

/** The keys, and what stays where. */
export function HelpDialog({ onClose }: { onClose(this: void): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">Keys</h2>
      <dl class="keys">
        {KEYS.map(([key, meaning]) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </>
        ))}
      </dl>
      <p>Drop minutes or a graph file anywhere on the page to explore them. Nothing leaves this browser.</p>
      <button type="button" class="button" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}
