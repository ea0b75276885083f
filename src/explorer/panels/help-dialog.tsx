import { useEffect, useRef } from "preact/hooks";
import { describeKey } from "../actions/action.ts";
import { ACTIONS } from "../actions/actions.ts";

/** Keys that belong to a place of the page, besides those of actions. */
const LOCAL_KEYS: readonly (readonly [string, string])[] = [
  ["↑ ↓ Enter", "in a list of what was found: choose"],
  ["← ↑ → ↓", "in the graph: go to a neighbour of the selected node"],
  ["N P", "in the minutes: next and previous mention"],
  ["Shift + click", "select one more, in the graph or the list; Shift + drag: all in a box"],
];

/** The keys, and what stays where. */
export function HelpDialog({ onClose }: { onClose(this: void): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const keys = [
    ...ACTIONS.flatMap(({ keys: [key] = [], title }) => (key ? [[describeKey(key), title] as const] : [])),
    ...LOCAL_KEYS,
  ];
  return (
    <dialog ref={dialog} aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">Keys</h2>
      <dl class="keys">
        {keys.map(([key, meaning]) => (
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
